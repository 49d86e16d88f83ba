/** The rows of the review: what has changed, or the whole table, or what has remarks; and the way from change to change. */
import type { ColumnKey, Fate, Id, Item, RemarkSpot, RemarkView, ReviewCell, ReviewEntry, Template } from "@/platform";
import { isComputed, isOfPart } from "@/shared/columns";
import { spotKey } from "@/shared/remarks";
import { spotWords } from "@/shared/words/review";

/** An entry of which nothing may have changed. */
export type Entry = Omit<ReviewEntry, "fate"> & { fate: Fate | null };

/** A row: the head of an entry, or one of its cells. */
export interface Line {
  key: string;
  entry: Entry;
  /** The cell; none at the head. */
  cell: ReviewCell | null;
  /** What a remark written here is about. */
  spot: RemarkSpot;
  /** The change that the row belongs to; none where nothing has changed. */
  change: string | null;
  /** Whether one stops here on the way from change to change. */
  isStop: boolean;
}

export type Showing = "changes" | "all" | "remarks";

export const WHOLE: RemarkSpot = { item: null, part: null, column: null };

const entryKey = (entry: Entry): string => entry.item ?? ` ${entry.group}`;
const cellKey = (cell: ReviewCell): string => `${cell.column ?? ` ${cell.label}`} ${cell.part ?? ""}`;

/** Whether it is about what stands above the table, and not about an item or a group. */
export const isOfWhole = (entry: Entry): boolean => entry.item === null && entry.group === "";

/** What is about no item, column or cell is about the whole. */
const spotOf = (entry: Entry, cell: ReviewCell | null): RemarkSpot =>
  entry.item === null ? WHOLE : { item: entry.item, part: cell?.part ?? null, column: cell?.column ?? null };

/**
 * The rows of entries. An item that is new or gone is one change, at its head; a moved one is one there, and one more
 * at each of its cells.
 */
export function linesOf(
  entries: readonly Entry[],
  isChanged: (entry: Entry, cell: ReviewCell) => boolean = (entry) => entry.fate !== null,
): Line[] {
  return entries.flatMap((entry) => {
    const key = entryKey(entry);
    const isWhole = entry.fate === "added" || entry.fate === "removed";
    const head: Line = {
      key,
      entry,
      cell: null,
      spot: spotOf(entry, null),
      change: isWhole || entry.fate === "moved" ? key : null,
      isStop: isWhole || entry.fate === "moved",
    };
    const cells = entry.cells.map((cell): Line => {
      const own = `${key}|${cellKey(cell)}`;
      const change = isWhole ? key : isChanged(entry, cell) ? own : null;
      return { key: own, entry, cell, spot: spotOf(entry, cell), change, isStop: !isWhole && change !== null };
    });
    return [head, ...cells];
  });
}

/** The entries with one about the whole at the top, for remarks on it. */
export function withWhole(entries: readonly Entry[]): Entry[] {
  if (entries.some(isOfWhole)) return [...entries];
  return [
    { fate: null, item: null, number: null, group: "", name: "", from_group: null, cells: [], reason: "" },
    ...entries,
  ];
}

/** The cells of an item as if nothing stood in them: also what was left empty can be asked about. */
export function blankCells(item: Item, template: Template): ReviewCell[] {
  const rows = item.parts.length > 1 ? item.parts.map((_, part) => part) : [null];
  const blank = (column: ColumnKey, label: string, part: number | null): ReviewCell => ({
    column,
    part,
    label: part === null ? label : spotWords.rowOf(label, part),
    before: [],
    after: [],
    reason: "",
  });
  return template.columns
    .filter(({ key }) => !isComputed(key))
    .flatMap(({ key, header }) =>
      (isOfPart(key) ? rows : [null]).map((part) =>
        blank(key, /^(item|sub:.*)$/.test(key) ? (header.at(-1) ?? "") : header.join("/"), part),
      ),
    );
}

/**
 * The whole table, with the changes in their places. `full` is the table compared with nothing, `blanks` gives the
 * cells that an item has; what is gone stands behind what stood before it.
 */
export function wholeTable(
  changed: readonly ReviewEntry[],
  full: readonly ReviewEntry[],
  columns: readonly ColumnKey[],
  blanks: (item: Id) => ReviewCell[] = () => [],
): Entry[] {
  const changes = new Map(changed.map((entry) => [entryKey(entry), entry]));
  const present = new Set(full.map(entryKey));
  const gone = new Map<string | null, ReviewEntry[]>();
  let last: string | null = null;
  for (const entry of changed) {
    const key = entryKey(entry);
    if (present.has(key)) last = key;
    else gone.set(last, [...(gone.get(last) ?? []), entry]);
  }
  const merged = full.flatMap((entry) => {
    const key = entryKey(entry);
    const blank = entry.item === null ? [] : blanks(entry.item);
    return [mergedEntry(entry, changes.get(key), columns, blank), ...(gone.get(key) ?? [])];
  });
  return [...(gone.get(null) ?? []), ...merged];
}

function mergedEntry(
  full: ReviewEntry,
  change: ReviewEntry | undefined,
  columns: readonly ColumnKey[],
  blank: readonly ReviewCell[],
): Entry {
  const cells = new Map(blank.map((cell) => [cellKey(cell), cell]));
  for (const cell of full.cells) cells.set(cellKey(cell), unchanged(cell));
  for (const cell of change?.cells ?? []) cells.set(cellKey(cell), cell);
  const place = (cell: ReviewCell): number => (cell.column === null ? -1 : columns.indexOf(cell.column));
  const ordered = [...cells.values()].sort((a, b) => place(a) - place(b) || (a.part ?? 0) - (b.part ?? 0));
  return change ? { ...change, cells: ordered } : { ...full, fate: null, cells: ordered };
}

function unchanged(cell: ReviewCell): ReviewCell {
  const runs = cell.after.map((run) => ({ text: run.text, is_changed: false }));
  return { ...cell, before: runs, after: runs };
}

/** The rows of the whole table; only what differs from the base is a change. */
export function linesOfWhole(
  changed: readonly ReviewEntry[],
  full: readonly ReviewEntry[],
  columns: readonly ColumnKey[],
  blanks?: (item: Id) => ReviewCell[],
): Line[] {
  const keys = new Set(changed.flatMap((entry) => entry.cells.map((cell) => `${entryKey(entry)}|${cellKey(cell)}`)));
  return linesOf(withWhole(wholeTable(changed, full, columns, blanks)), (entry, cell) =>
    keys.has(`${entryKey(entry)}|${cellKey(cell)}`),
  );
}

/** Whether remarks are shown at a row. Those about the whole are at its head alone, and not at each group and field. */
export const bearsRemarks = ({ entry, cell }: Line): boolean =>
  entry.item !== null || (cell === null && isOfWhole(entry));

/** The rows that have remarks, under the heads of their entries. */
export function linesWithRemarks(lines: readonly Line[], remarks: readonly RemarkView[]): Line[] {
  const spots = new Set(remarks.map((remark) => spotKey(remark.place)));
  const has = (line: Line): boolean => bearsRemarks(line) && spots.has(spotKey(line.spot));
  const entries = new Set(lines.filter(has).map((line) => line.entry));
  return lines
    .filter((line) => has(line) || (line.cell === null && entries.has(line.entry)))
    .map((line) => ({ ...line, isStop: has(line) }));
}

/** The next or previous row to stop at, from a row; the row itself where there is none. */
export function stopFrom(lines: readonly Line[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) if (lines[at]?.isStop) return at;
  return from;
}

/** For each row how many stops there are up to it: where it is among the changes, from 1. */
export function placesOf(lines: readonly Line[]): Uint32Array {
  const places = new Uint32Array(lines.length);
  let stops = 0;
  lines.forEach((line, at) => {
    if (line.isStop) stops += 1;
    places[at] = stops;
  });
  return places;
}

/** How many changes have been seen, and how many are left. */
export function seenCounts(lines: readonly Line[], seen: ReadonlySet<string>): { seen: number; left: number } {
  const changes = lines.filter((line) => line.isStop && line.change !== null);
  const done = changes.filter((line) => seen.has(line.change ?? "")).length;
  return { seen: done, left: changes.length - done };
}

/** The entries of which every change has been seen, by their heads' keys. */
export function seenEntries(lines: readonly Line[], seen: ReadonlySet<string>): Set<string> {
  const done = new Set<string>();
  const left = new Set<string>();
  for (const line of lines) if (line.change !== null) (seen.has(line.change) ? done : left).add(entryKey(line.entry));
  for (const key of left) done.delete(key);
  return done;
}

export const headKey = (line: Line): string => entryKey(line.entry);

/** Where an item stands and what it is called. */
export type ItemNames = ReadonlyMap<Id, { number: number; name: string }>;
