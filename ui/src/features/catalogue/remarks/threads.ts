/** Remarks as the catalogue screen needs them: in the order of work, by cell, and what can be said to each. */
import type { ColumnKey, EntryKind, Id, RemarkSpot, RemarkTurn, RemarkView, Stage } from "@/platform";

const RANK: Record<RemarkTurn, number> = { open: 0, answered: 1, closed: 2 };

/** What waits for an answer first, what is closed last. */
export const inTurn = (remarks: readonly RemarkView[]): RemarkView[] =>
  [...remarks].sort((a, b) => RANK[a.state] - RANK[b.state]);

export const openCount = (remarks: readonly RemarkView[]): number =>
  remarks.filter((remark) => remark.state === "open").length;

/** What can be said to a remark at a stage; who may say it is the program's to judge. */
export function entriesFor(stage: Stage, state: RemarkTurn): EntryKind[] {
  if (state === "closed" || stage === "approved") return [];
  if (stage === "preparing") return ["changed", "not_changed"];
  return state === "answered" ? ["closed", "asked"] : ["asked", "closed"];
}

/** Whether another remark can be made. */
export const canAsk = (stage: Stage): boolean => stage !== "preparing" && stage !== "approved";

/** What a remark about a cell, an item or the whole is looked up by. A remark on an item is shown at its name. */
export function spotKey(spot: RemarkSpot): string {
  return spot.item === null ? "" : `${spot.item}|${spot.part ?? ""}|${spot.column ?? "item"}`;
}

export type RemarksByCell = ReadonlyMap<string, readonly RemarkView[]>;

/** The remarks that are not closed, by cell. */
export function byCell(remarks: readonly RemarkView[]): RemarksByCell {
  const found = new Map<string, RemarkView[]>();
  for (const remark of remarks) {
    const key = spotKey(remark.place);
    if (key !== "" && remark.state !== "closed") found.set(key, [...(found.get(key) ?? []), remark]);
  }
  return found;
}

/** The remarks of a cell. One that names no row counts for all rows of the item. */
export function remarksAt(
  cells: RemarksByCell,
  item: Id,
  part: number | null,
  column: ColumnKey,
): readonly RemarkView[] {
  if (cells.size === 0) return [];
  const whole = cells.get(spotKey({ item, part: null, column })) ?? [];
  return part === null ? whole : [...whole, ...(cells.get(spotKey({ item, part, column })) ?? [])];
}
