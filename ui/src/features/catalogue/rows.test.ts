import { describe, expect, it } from "vitest";

import { group, item, template } from "./fixtures";
import { blockAt, itemsOf, rowOfItem, rowsOf } from "./rows";

const parts = [
  { content: "甲", channels: [] },
  { content: "乙", channels: [] },
];
const column = (key: string): number => template.columns.findIndex((each) => each.key === key);

describe("the rows of a group", () => {
  const mixed = group("a", [item("1"), item("2", { parts }), item("3")], {
    group: [4, 0, 0, 0],
    item: [1, 2, 0, 1],
    basis: [3, 0, 0, 1],
  });
  const rows = rowsOf(mixed);

  it("are one for each part of an item", () => {
    expect(rows.map((row) => `${row.item.id}/${row.part}`)).toEqual(["1/0", "2/0", "2/1", "3/0"]);
    expect(rowOfItem(rows, "2", 1)).toBe(2);
    expect(rowOfItem(rows, "3", 5)).toBe(3);
    expect(rowOfItem(rows, "9")).toBe(-1);
  });

  it("have merged cells that say from where they reach and whose they are", () => {
    expect(blockAt(mixed, column("basis"), 2)).toEqual({ top: 0, span: 3 });
    expect(itemsOf(rows, { top: 0, span: 3 }).map((each) => each.id)).toEqual(["1", "2"]);
    expect(blockAt(mixed, column("content"), 2)).toEqual({ top: 2, span: 1 });
  });
});
