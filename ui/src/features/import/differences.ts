/** The rows of what an import would change of a catalogue: one for each cell, those of an item together. */
import type { ReviewCell, ReviewEntry } from "@/platform";

export interface DifferenceRow {
  key: string;
  entry: ReviewEntry;
  /** The cell; none where an item is moved, or where nothing is filled. */
  cell: ReviewCell | null;
  isFirst: boolean;
}

export const differenceRows = (entries: readonly ReviewEntry[]): DifferenceRow[] =>
  entries.flatMap((entry, at) => {
    const cells: (ReviewCell | null)[] = entry.fate === "moved" || entry.cells.length === 0 ? [null, ...entry.cells] : entry.cells;
    return cells.map((cell, index) => ({ key: `${at} ${index}`, entry, cell, isFirst: index === 0 }));
  });
