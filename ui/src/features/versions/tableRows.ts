/** The rows of the 修订对照表 on the screen: one for each changed cell, those of an item together. */
import type { ReviewCell, ReviewEntry } from "@/platform";

export interface TableRow {
  key: string;
  entry: ReviewEntry;
  /** The cell; none where an item was only moved. */
  cell: ReviewCell | null;
  /** Why; empty where nobody has said so. */
  reason: string;
  isFirst: boolean;
  isLast: boolean;
}

export function tableRows(entries: readonly ReviewEntry[]): TableRow[] {
  return entries.flatMap((entry, at) => {
    // A moved item has a row that says so, and one more for each changed cell.
    const cells: (ReviewCell | null)[] = entry.fate === "moved" || entry.cells.length === 0 ? [null, ...entry.cells] : entry.cells;
    return cells.map((cell, index) => ({ key: `${at} ${index}`, entry, cell, reason: (index === 0 && entry.reason) || (cell?.reason ?? ""), isFirst: index === 0, isLast: index === cells.length - 1 }));
  });
}
