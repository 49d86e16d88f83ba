/** Where the lines and cells of the table are drawn. Heights are worked out from the texts, so that nothing need be measured. */
import type { ImportCell } from "@/platform";

import type { Line } from "./folding";
import type { ShownRow } from "./rows";

export const LINE_PX = 18;
const PADDING_PX = 7;
/** A row shows so many lines of its longest cell. */
const MOST_LINES = 4;
const FOLD_PX = 25;
const CHARACTER_PX = 13;
/** Cells of columns that are not wider have less padding. */
export const NARROW_PX = 60;

/** About how wide a text is: Chinese characters are twice as wide as others. */
export function widthOfText(text: string): number {
  let halves = 0;
  for (const character of text) halves += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1.1;
  return (halves * CHARACTER_PX) / 2;
}

/** About how many lines a text needs, up to `most`. */
export function linesOfText(text: string, width: number, most: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += Math.max(
      1,
      Math.ceil(widthOfText(paragraph) / Math.max(CHARACTER_PX, width - (width < NARROW_PX ? 5 : 12))),
    );
    if (lines >= most) return most;
  }
  return lines;
}

/** What was worked out before: the cells stay the same while they are read in many ways. */
const known = new WeakMap<ImportCell, { width: number; lines: number }>();

/** About how many lines the text of a cell needs, up to those that are shown. */
function linesOfCell(cell: ImportCell, widths: readonly number[]): number {
  const width = widths
    .slice(cell.position - 1, cell.position - 1 + cell.column_span)
    .reduce((sum, each) => sum + each, 0);
  const before = known.get(cell);
  if (before?.width === width) return before.lines;
  const lines = linesOfText(cell.text, width, MOST_LINES);
  known.set(cell, { width, lines });
  return lines;
}

/** A line of text about the table goes across it: title, sign-off line, notes. */
export const widened = (rows: readonly ShownRow[], columns: number): ShownRow[] =>
  rows.map((row) => {
    const [cell, ...others] = row.cells;
    const isText = row.role === "above" || row.role === "line" || row.role === "group" || row.role === null;
    return isText && cell && others.length === 0 && cell.row_span === 1
      ? { ...row, cells: [{ ...cell, column_span: columns - cell.position + 1 }] }
      : row;
  });

/** The number of each row as the document counts; of rows in which no cell begins, what it must be. */
export function numbersOf(rows: readonly ShownRow[]): number[] {
  let last = 0;
  return rows.map(({ number }) => (last = number || last + 1));
}

/** How tall each line is. A cell over several rows makes the last of them taller where they have not enough room; `more` says how many lines are told in a cell besides its text. */
export function heightsOf(
  lines: readonly Line[],
  rows: readonly ShownRow[],
  widths: readonly number[],
  more: (row: number, cell: ImportCell) => number = () => 0,
): number[] {
  const linesIn = (row: number, cell: ImportCell): number => linesOfCell(cell, widths) + more(row, cell);
  const lineOf = new Map(lines.flatMap((line, at) => (line.kind === "row" ? [[line.row, at] as const] : [])));
  const heights = lines.map((line) => {
    if (line.kind !== "row") return FOLD_PX;
    const own = rows[line.row]?.cells.filter((cell) => cell.row_span === 1) ?? [];
    return PADDING_PX + LINE_PX * Math.max(1, ...own.map((cell) => linesIn(line.row, cell)));
  });
  for (const line of lines) {
    if (line.kind !== "row") continue;
    for (const cell of rows[line.row]?.cells ?? []) {
      if (cell.row_span === 1) continue;
      const wanted = PADDING_PX + LINE_PX * linesIn(line.row, cell);
      const [piece] = piecesOf(line.row, cell.row_span, lineOf, lines);
      if (!piece) continue;
      const has = heights.slice(piece.from, piece.to + 1).reduce((sum, height) => sum + height, 0);
      if (has < wanted) heights[piece.to] = (heights[piece.to] ?? 0) + wanted - has;
    }
  }
  return heights;
}

/** Lines that lie together, by their indices. */
export interface Piece {
  from: number;
  to: number;
}

/** The pieces in which a cell is drawn: lines that fold rows away part it. */
export function piecesOf(
  row: number,
  span: number,
  lineOf: ReadonlyMap<number, number>,
  lines: readonly Line[],
): Piece[] {
  const pieces: Piece[] = [];
  for (let each = row; each < row + span; each += 1) {
    const line = lineOf.get(each);
    if (line === undefined || lines[line]?.kind !== "row") continue;
    const last = pieces.at(-1);
    if (last && line === last.to + 1) last.to = line;
    else pieces.push({ from: line, to: line });
  }
  return pieces;
}

/** For each row the first one that has a cell which reaches down to it. */
export function reachesFrom(rows: readonly ShownRow[]): Int32Array {
  const from = Int32Array.from(rows, (_, at) => at);
  rows.forEach((row, at) => {
    for (const { row_span } of row.cells) {
      for (let below = at + row_span - 1; below > at; below -= 1) {
        const known = from[below];
        // Whatever reaches further up has been noted for all rows above this one, too.
        if (known !== undefined && known > at) from[below] = at;
      }
    }
  });
  return from;
}

export interface DrawnCell {
  key: string;
  row: number;
  cell: ImportCell;
  /** The line in which it is put into the page. */
  line: number;
  /** The lines that it covers. */
  piece: Piece;
}

/** The cells that are seen in the lines from `from` up to, not including, `to`; also where the document has none, up to `columns`. */
export function cellsIn(
  from: number,
  to: number,
  lines: readonly Line[],
  rows: readonly ShownRow[],
  reaches: Int32Array,
  lineOf: ReadonlyMap<number, number>,
  columns: number,
): DrawnCell[] {
  const seen = lines.slice(from, to).flatMap((line) => (line.kind === "row" ? [line.row] : []));
  if (seen.length === 0) return [];
  const drawn: DrawnCell[] = [];
  const top = seen[0] ?? 0;
  const first = seen.reduce((least, row) => Math.min(least, reaches[row] ?? row), top);
  for (let row = first; row <= (seen.at(-1) ?? 0); row += 1) {
    for (const cell of rows[row]?.cells ?? []) {
      if (row + cell.row_span <= top) continue;
      for (const piece of piecesOf(row, cell.row_span, lineOf, lines)) {
        if (piece.to < from || piece.from >= to) continue;
        drawn.push({
          key: `${row}:${cell.position}:${piece.from}`,
          row,
          cell,
          line: Math.max(from, piece.from),
          piece,
        });
      }
    }
  }
  return [...drawn, ...gaps(drawn, from, to, lines, columns)];
}

/** Where no cell of the document lies. */
function gaps(
  drawn: readonly DrawnCell[],
  from: number,
  to: number,
  lines: readonly Line[],
  columns: number,
): DrawnCell[] {
  const taken = new Set<number>();
  for (const { cell, piece } of drawn) {
    for (let line = Math.max(from, piece.from); line <= Math.min(to - 1, piece.to); line += 1) {
      for (let at = 0; at < cell.column_span; at += 1) taken.add(line * 1e5 + cell.position + at);
    }
  }
  const found: DrawnCell[] = [];
  lines.slice(from, to).forEach((shown, offset) => {
    if (shown.kind !== "row") return;
    const line = from + offset;
    for (let position = 1; position <= columns; position += 1) {
      if (taken.has(line * 1e5 + position)) continue;
      const cell = { position, from: position, is_unread: false, row_span: 1, column_span: 1, text: "" };
      found.push({ key: `${shown.row}:${position}`, row: shown.row, cell, line, piece: { from: line, to: line } });
    }
  });
  return found;
}
