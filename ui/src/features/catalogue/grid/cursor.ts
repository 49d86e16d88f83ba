/** Where the keys lead the cursor of the table. A merged cell is one step. */
import type { GroupView } from "@/platform";

import { blockAt, rowsOf } from "../rows";

export interface Cursor {
  group: number;
  /** Row in the group. */
  row: number;
  column: number;
}

export type Step =
  | "up" | "down" | "left" | "right"
  | "rowStart" | "rowEnd" | "pageUp" | "pageDown"
  | "first" | "last" | "previousGroup" | "nextGroup";

const PAGE_ROWS = 6;

/** The cursor after a step; `null` where there is nothing to stand on. */
export function moveCursor(from: Cursor | null, step: Step, groups: GroupView[], columns: number): Cursor | null {
  if (groups.length === 0) return null;
  const at = from ?? { group: 0, row: 0, column: 0 };
  switch (step) {
    case "left":
      return { ...at, column: Math.max(0, at.column - 1) };
    case "right":
      return { ...at, column: Math.min(columns - 1, at.column + 1) };
    case "rowStart":
      return { ...at, column: 0 };
    case "rowEnd":
      return { ...at, column: columns - 1 };
    case "first":
      return { group: 0, row: 0, column: 0 };
    case "last":
      return { group: groups.length - 1, row: lastRow(groups.at(-1)), column: columns - 1 };
    case "previousGroup":
      return { ...at, group: at.row > 0 ? at.group : Math.max(0, at.group - 1), row: 0 };
    case "nextGroup":
      return at.group + 1 < groups.length ? { ...at, group: at.group + 1, row: 0 } : at;
    case "up":
      return above(at, groups);
    case "down":
      return below(at, groups);
    case "pageUp":
      return repeat(at, (cursor) => above(cursor, groups));
    case "pageDown":
      return repeat(at, (cursor) => below(cursor, groups));
  }
}

const lastRow = (group: GroupView | undefined): number => (group ? Math.max(0, rowsOf(group).length - 1) : 0);

function repeat(from: Cursor, step: (cursor: Cursor) => Cursor): Cursor {
  let at = from;
  for (let count = 0; count < PAGE_ROWS; count += 1) at = step(at);
  return at;
}

function above(at: Cursor, groups: GroupView[]): Cursor {
  const group = groups[at.group];
  const top = group ? blockAt(group, at.column, at.row).top : 0;
  if (top > 0) return { ...at, row: top - 1 };
  return at.group > 0 ? { ...at, group: at.group - 1, row: lastRow(groups[at.group - 1]) } : at;
}

function below(at: Cursor, groups: GroupView[]): Cursor {
  const group = groups[at.group];
  if (group) {
    const block = blockAt(group, at.column, at.row);
    const next = block.top + block.span;
    if (next <= lastRow(group)) return { ...at, row: next };
  }
  return at.group + 1 < groups.length ? { ...at, group: at.group + 1, row: 0 } : at;
}
