/** How the cells of a row are marked: as one number for each column, so that a row is drawn anew only if they change. */
import type { Area } from "./selection";
import { blockOf, type Sheet, type Spot } from "./sheet";

export const TINTED = 1;
export const ACTIVE = 2;
export const SELECTED = 4;
/** The edges of what was copied. */
export const COPIED_TOP = 8;
export const COPIED_RIGHT = 16;
export const COPIED_BOTTOM = 32;
export const COPIED_LEFT = 64;

const CLASSES: [number, string][] = [
  [TINTED, "tinted"],
  [ACTIVE, "active"],
  [SELECTED, "in-range"],
  [COPIED_TOP, "copied-top"],
  [COPIED_RIGHT, "copied-right"],
  [COPIED_BOTTOM, "copied-bottom"],
  [COPIED_LEFT, "copied-left"],
];

export const markClasses = (mark: number): string[] => CLASSES.flatMap(([bit, name]) => (mark & bit ? [name] : []));

export interface Marking {
  cursor: Spot | null;
  /** Whether the cursor stands on an item, whose row is tinted then, or on a group. */
  isOnItem: boolean;
  /** What is selected besides the cell of the cursor. */
  areas: Area[];
  copied: Area | null;
  /** Whether an item's row is tinted as selected. */
  isSelected: (line: number) => boolean;
}

/** The marks of the cells that a line shows, joined by commas. */
export function marksOf(sheet: Sheet, line: number, marking: Marking): string {
  const { cursor, areas, copied } = marking;
  const group = sheet.lines[line]?.group;
  // Most rows have none.
  const near = (area: Area): boolean => !!group && overlapsGroup(sheet, line, area);
  const rowAreas = areas.filter(near);
  const rowCopied = copied && near(copied) ? copied : null;
  const hasCursor = !!cursor && sheet.lines[cursor.line]?.group === group;
  if (!hasCursor && !rowCopied && rowAreas.length === 0 && !marking.isSelected(line)) return "";
  const isTinted = marking.isSelected(line);
  return sheet.columns
    .map((_, column) => {
      const block = blockOf(sheet, { line, column });
      const bottom = block.top + block.span - 1;
      const meets = (area: Area): boolean =>
        area.left <= column && column <= area.right && area.top <= bottom && block.top <= area.bottom;
      let mark = 0;
      const covers = hasCursor && block.top <= cursor.line && cursor.line <= bottom;
      if (isTinted || (covers && marking.isOnItem)) mark |= TINTED;
      if (covers && cursor.column === column) mark |= ACTIVE;
      if (rowAreas.some(meets)) mark |= SELECTED;
      if (rowCopied && meets(rowCopied)) mark |= edgesOf(rowCopied, block.top, bottom, column);
      return mark;
    })
    .join(",");
}

function overlapsGroup(sheet: Sheet, line: number, area: Area): boolean {
  const at = sheet.lines[line]?.groupIndex ?? 0;
  const start = sheet.starts[at] ?? 0;
  const end = (sheet.starts[at + 1] ?? sheet.lines.length) - 1;
  return area.top <= end && start <= area.bottom;
}

function edgesOf(area: Area, top: number, bottom: number, column: number): number {
  return (
    (top <= area.top ? COPIED_TOP : 0) |
    (bottom >= area.bottom ? COPIED_BOTTOM : 0) |
    (column === area.left ? COPIED_LEFT : 0) |
    (column === area.right ? COPIED_RIGHT : 0)
  );
}
