/** Which cells are selected: areas of rows and columns. Merged cells are taken whole. */
import { blockOf, type Sheet, type Spot } from "./sheet";

/** Lines and columns, both ends included. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The area between two spots, grown until it cuts no merged cell. */
export function areaBetween(sheet: Sheet, from: Spot, to: Spot): Area {
  const area = {
    top: Math.min(from.line, to.line),
    bottom: Math.max(from.line, to.line),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  return wholeBlocks(sheet, area);
}

/** An area grown until it cuts no merged cell. */
export function wholeBlocks(sheet: Sheet, area: Area): Area {
  const grown = { ...area };
  for (let again = true; again;) {
    again = false;
    for (let column = area.left; column <= area.right; column += 1) {
      // Cells of groups are not what is filled; they would make every area one of whole groups.
      if (sheet.columns[column]?.isOfGroup && area.left < area.right) continue;
      const first = blockOf(sheet, { line: grown.top, column });
      const last = blockOf(sheet, { line: grown.bottom, column });
      const bottom = last.top + last.span - 1;
      if (first.top >= grown.top && bottom <= grown.bottom) continue;
      grown.top = Math.min(grown.top, first.top);
      grown.bottom = Math.max(grown.bottom, bottom);
      again = true;
    }
  }
  return grown;
}

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

export const contains = (area: Area, spot: Spot): boolean =>
  area.top <= spot.line && spot.line <= area.bottom && area.left <= spot.column && spot.column <= area.right;
