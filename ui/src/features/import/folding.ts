/** The lines of the table as it stands in the document: rows, rows that are left out, and stretches that need no look. */
import type { ShownRow } from "./rows";

/** Rows are given by their index in the table. */
export type Line =
  | { kind: "row"; row: number }
  /** Rows without anything to look at. */
  | { kind: "fold"; from: number; to: number; items: number }
  /** Rows that are never taken. */
  | { kind: "skip"; from: number; to: number; why: "repeated" | "blank" | "both" };

export interface Folding {
  /** Rows with something to look at. */
  flagged: ReadonlySet<number>;
  /** Only those, without what stands around them. */
  onlyFlagged: boolean;
  /** Stretches that were unfolded, by their first row. */
  unfolded: ReadonlySet<number>;
}

/** A table that is no longer than this is shown whole. */
const WHOLE = 30;
/** So many rows below the header are always shown, to see what the columns hold. */
const FIRST = 8;
/** Rows that share merged cells are shown together, if they are not more. */
const BLOCK = 24;

const isBody = ({ role }: ShownRow): boolean =>
  role === "item" || role === "further" || role === "group" || role === "line";
const isSkipped = ({ role }: ShownRow): boolean => role === "repeated" || role === "blank";

export function linesOf(rows: readonly ShownRow[], folding: Folding): Line[] {
  const shown = shownRows(rows, folding);
  const lines: Line[] = [];
  for (let at = 0; at < rows.length;) {
    const row = rows[at];
    if (!row) break;
    const to = shown[at] ? at : endOfStretch(shown, at);
    if (shown[at]) lines.push({ kind: "row", row: at });
    else if (skippedFrom(rows, at) > to - at) lines.push(skip(rows, at, to));
    else if (folding.unfolded.has(at)) lines.push(...unfolded(rows, at, to));
    else
      lines.push({
        kind: "fold",
        from: at,
        to,
        items: rows.slice(at, to + 1).filter((each) => each.item !== null).length,
      });
    at = to + 1;
  }
  return lines;
}

/** How many rows from here on are never taken. */
function skippedFrom(rows: readonly ShownRow[], from: number): number {
  let count = 0;
  for (let row = rows[from]; row && isSkipped(row); row = rows[from + count]) count += 1;
  return count;
}

/** The last row that goes on one line with this one. */
function endOfStretch(shown: readonly boolean[], from: number): number {
  let to = from;
  while (to + 1 < shown.length && !shown[to + 1]) to += 1;
  return to;
}

/** Skipped rows on one line. */
function skip(rows: readonly ShownRow[], from: number, to: number): Line {
  const roles = new Set(rows.slice(from, to + 1).map(({ role }) => role));
  return { kind: "skip", from, to, why: roles.size > 1 ? "both" : roles.has("repeated") ? "repeated" : "blank" };
}

function unfolded(rows: readonly ShownRow[], from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let at = from; at <= to; at += 1) {
    const skipped = skippedFrom(rows, at);
    if (skipped > 0) lines.push(skip(rows, at, Math.min(to, at + skipped - 1)));
    else lines.push({ kind: "row", row: at });
    at += Math.max(0, skipped - 1);
  }
  return lines;
}

/** Which rows have a line of their own. */
function shownRows(rows: readonly ShownRow[], { flagged, onlyFlagged }: Folding): boolean[] {
  const shown = rows.map((row, at) => !isSkipped(row) && (!isBody(row) || flagged.has(at)));
  const body = rows.flatMap((row, at) => (isBody(row) ? [at] : []));
  if (onlyFlagged) return shown;
  if (body.length <= WHOLE) {
    for (const at of body) shown[at] = true;
    return shown;
  }
  const blocks = blocksOf(rows);
  const show = (at: number): void => {
    const [from, to] = blocks[at] ?? [at, at];
    const isSmall = to - from < BLOCK;
    for (let row = isSmall ? from : Math.max(from, at - 1); row <= (isSmall ? to : Math.min(to, at + 1)); row += 1) {
      if (!isSkipped(rows[row] as ShownRow)) shown[row] = true;
    }
  };
  for (const at of body) if (flagged.has(at)) show(at);
  for (const at of body.slice(0, FIRST)) show(at);
  // To fold a single row would save nothing.
  for (const at of body) if (!shown[at] && isAlone(rows, shown, at)) shown[at] = true;
  return shown;
}

const isAlone = (rows: readonly ShownRow[], shown: readonly boolean[], at: number): boolean => {
  const isClosed = (row: number): boolean =>
    row < 0 || row >= rows.length || shown[row] === true || isSkipped(rows[row] as ShownRow);
  return isClosed(at - 1) && isClosed(at + 1);
};

/** For each row the first and the last of those that share merged cells with it. */
export function blocksOf(rows: readonly ShownRow[]): [number, number][] {
  const blocks: [number, number][] = [];
  let from = 0;
  let to = -1;
  const close = (): void => {
    for (let row = from; row <= Math.min(to, rows.length - 1); row += 1)
      blocks[row] = [from, Math.min(to, rows.length - 1)];
  };
  rows.forEach((row, at) => {
    if (at > to) {
      close();
      [from, to] = [at, at];
    }
    for (const cell of row.cells) to = Math.max(to, at + cell.row_span - 1);
  });
  close();
  return blocks;
}

/** The stretch that hides a row, by its first row; `null` where the row is seen. */
export const foldWith = (lines: readonly Line[], row: number): number | null => {
  const line = lines.find((each) => each.kind === "fold" && each.from <= row && row <= each.to);
  return line?.kind === "fold" ? line.from : null;
};
