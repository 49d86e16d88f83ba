/** What differs between two states of a catalogue, cell by cell, those of an item together: 修订对照表, and what an import would change. */
import type { ReviewCell, ReviewEntry } from "@/platform";

export interface ChangedCell {
  key: string;
  entry: ReviewEntry;
  /** The cell; none where an item is moved, or where nothing is filled. */
  cell: ReviewCell | null;
  /** Why; empty where nobody has said so. */
  reason: string;
  isFirst: boolean;
  isLast: boolean;
}

export function changedCells(entries: readonly ReviewEntry[]): ChangedCell[] {
  return entries.flatMap((entry, at) => {
    // A moved item has a row that says so, and one more for each changed cell.
    const cells: (ReviewCell | null)[] =
      entry.fate === "moved" || entry.cells.length === 0 ? [null, ...entry.cells] : entry.cells;
    return cells.map((cell, index) => ({
      key: `${at} ${index}`,
      entry,
      cell,
      reason: (index === 0 && entry.reason) || (cell?.reason ?? ""),
      isFirst: index === 0,
      isLast: index === cells.length - 1,
    }));
  });
}
