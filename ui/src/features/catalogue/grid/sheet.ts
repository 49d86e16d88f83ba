/** The table as rows and columns that one can stand on: all rows of all groups, and the columns that are shown. */
import type { Column, GroupView, HeaderCell } from "@/platform";

import { blockAt, rowOfItem, rowsOf, type Block, type Row } from "../rows";
import type { ItemPlace } from "../view";

/** A row of the whole table. */
export interface Line {
  group: GroupView;
  groupIndex: number;
  /** Its position in the group. */
  at: number;
  /** What it shows; `null` for a group without items. */
  row: Row | null;
}

/** A column that is shown. */
export interface ShownColumn {
  column: Column;
  /** Its position in the template. */
  index: number;
  width: number;
  /** Whether it holds one cell for each group. */
  isOfGroup: boolean;
  /** Where it begins, when it stays while the others scroll. */
  frozenAt: number | null;
}

export interface Sheet {
  lines: Line[];
  /** The first line of each group. */
  starts: number[];
  columns: ShownColumn[];
}

/** A place in the table. */
export interface Spot {
  line: number;
  /** Position among the columns that are shown. */
  column: number;
}

export function linesOf(groups: GroupView[]): { lines: Line[]; starts: number[] } {
  const lines: Line[] = [];
  const starts: number[] = [];
  groups.forEach((group, groupIndex) => {
    starts.push(lines.length);
    const rows = rowsOf(group);
    if (rows.length === 0) lines.push({ group, groupIndex, at: 0, row: null });
    rows.forEach((row, at) => lines.push({ group, groupIndex, at, row }));
  });
  return { lines, starts };
}

/** Tells a line from the others, also after a change. */
export const lineKey = (line: Line): string =>
  line.row ? `${line.row.item.id} ${line.row.part}` : ` ${line.group.id}`;

/** The line of an item, or of one of its parts. */
export function lineOfItem(sheet: Sheet, place: ItemPlace, part: number): number {
  return (sheet.starts[place.groupIndex] ?? 0) + Math.max(0, rowOfItem(rowsOf(place.group), place.item.id, part));
}

/** The cell that covers a spot, in lines of the whole table. */
export function blockOf(sheet: Sheet, spot: Spot): Block {
  const line = sheet.lines[spot.line];
  const column = sheet.columns[spot.column];
  if (!line?.row || !column) return { top: spot.line, span: 1 };
  const block = blockAt(line.group, column.index, line.at);
  return { top: spot.line - line.at + block.top, span: block.span };
}

/** The header without the columns that are hidden. */
export function shownHeader(header: HeaderCell[], columns: ShownColumn[]): HeaderCell[] {
  return header.flatMap((cell) => {
    const under = columns.filter(({ index }) => index >= cell.column && index < cell.column + cell.column_span);
    const [first] = under;
    return first ? [{ ...cell, column: columns.indexOf(first), column_span: under.length }] : [];
  });
}
