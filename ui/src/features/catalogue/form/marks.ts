/** √ columns that exclude one another. */
import type { CellEdit, Column, ColumnKey, Item, Value } from "@/platform";
import { isMethod } from "@/shared/columns";

import { cellValue, emptyValue } from "../cells";

/** The cells that setting a √ sets: of the two 公开方式 one goes off when the other goes on. */
export function markCells(item: Item, columns: Column[], key: ColumnKey, value: Value): CellEdit[] {
  const set: CellEdit = { item: item.id, part: null, column: key, value };
  if (!isMethod(key) || value.kind !== "mark" || !value.on) return [set];
  const others = columns.filter((column) => isMethod(column.key) && column.key !== key && isOn(item, column.key));
  return [set, ...others.map((column) => ({ ...set, column: column.key, value: emptyValue(column.key) }))];
}

function isOn(item: Item, key: ColumnKey): boolean {
  const value = cellValue(item, 0, key);
  return value.kind === "mark" && value.on;
}
