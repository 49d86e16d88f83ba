/** The rows of a group as the table shows them, and the merged cells in them. */
import type { GroupView, Item } from "@/platform";

export interface Row {
  item: Item;
  /** Position of the item in its group. */
  index: number;
  part: number;
}

/** A group that changes is another object. */
const known = new WeakMap<GroupView, Row[]>();

/** An item takes as many rows as it has parts, at least one. */
export function rowsOf(group: GroupView): Row[] {
  let rows = known.get(group);
  if (!rows) {
    rows = group.items.flatMap((item, index) =>
      Array.from({ length: Math.max(1, item.parts.length) }, (_, part) => ({ item, index, part })),
    );
    known.set(group, rows);
  }
  return rows;
}

/** A cell that may cover several rows. */
export interface Block {
  /** Its first row in the group. */
  top: number;
  /** How many rows it covers. */
  span: number;
}

/** The cell of a column that covers a row. */
export function blockAt(group: GroupView, column: number, row: number): Block {
  const spans = group.spans[column] ?? [];
  let top = row;
  while (top > 0 && spans[top] === 0) top -= 1;
  return { top, span: Math.max(1, spans[top] ?? 1) };
}

/** The first row of an item in its group, or -1. */
export const rowOfItem = (rows: Row[], item: string, part = 0): number => {
  const first = rows.findIndex((row) => row.item.id === item);
  return rows[first + part]?.item.id === item ? first + part : first;
};

/** How many different items the rows of a block belong to. */
export const itemsOf = (rows: Row[], block: Block): Item[] => [
  ...new Set(rows.slice(block.top, block.top + block.span).map((row) => row.item)),
];
