import { describe, expect, it } from "vitest";

import { group, item, template } from "../fixtures";
import { moveSpot } from "./cursor";
import { areaBetween } from "./selection";
import { blockOf, linesOf, type Sheet } from "./sheet";

const parts = [
  { content: "甲", channels: [] },
  { content: "乙", channels: [] },
];
const column = (key: string): number => template.columns.findIndex((each) => each.key === key);
const columns = template.columns.map((each, index) => ({
  column: each,
  index,
  width: 50,
  isOfGroup: ["number", "group"].includes(each.key),
  frozenAt: null,
}));

const groups = [
  group("a", [item("1"), item("2", { parts }), item("3")], {
    number: [4, 0, 0, 0],
    group: [4, 0, 0, 0],
    item: [1, 2, 0, 1],
    basis: [3, 0, 0, 1],
  }),
  group("b", []),
  group("c", [item("4")]),
];
const sheet: Sheet = { ...linesOf(groups), columns };
const basis = column("basis");

describe("the lines of the table", () => {
  it("are the rows of all groups, with one for a group without items", () => {
    expect(sheet.lines.map((line) => `${line.group.id}${line.row ? line.row.item.id : ""}`)).toEqual([
      "a1",
      "a2",
      "a2",
      "a3",
      "b",
      "c4",
    ]);
    expect(sheet.starts).toEqual([0, 4, 5]);
  });

  it("know the merged cell that covers a spot", () => {
    expect(blockOf(sheet, { line: 2, column: basis })).toEqual({ top: 0, span: 3 });
    expect(blockOf(sheet, { line: 2, column: column("item") })).toEqual({ top: 1, span: 2 });
    expect(blockOf(sheet, { line: 4, column: basis })).toEqual({ top: 4, span: 1 });
  });
});

describe("the cursor", () => {
  it("crosses a merged cell in one step, and goes on into the next group", () => {
    const next = moveSpot({ line: 1, column: basis }, "down", sheet);
    expect(next).toEqual({ line: 3, column: basis });
    expect(moveSpot(next, "up", sheet)).toEqual({ line: 2, column: basis });
    expect(moveSpot(next, "down", sheet)?.line).toBe(4);
    expect(moveSpot({ line: 5, column: basis }, "down", sheet)?.line).toBe(5);
    expect(moveSpot({ line: 5, column: 8 }, "right", sheet)?.column).toBe(8);
    expect(moveSpot(null, "down", { lines: [], starts: [], columns })).toBeNull();
  });

  it("goes to the start of its group before it goes to the group before", () => {
    expect(moveSpot({ line: 3, column: 0 }, "previousGroup", sheet)?.line).toBe(0);
    expect(moveSpot({ line: 5, column: 0 }, "previousGroup", sheet)?.line).toBe(4);
    expect(moveSpot({ line: 0, column: 0 }, "nextGroup", sheet)?.line).toBe(4);
    expect(moveSpot({ line: 5, column: 0 }, "nextGroup", sheet)?.line).toBe(5);
  });
});

describe("an area", () => {
  it("grows until it cuts no merged cell", () => {
    expect(areaBetween(sheet, { line: 1, column: column("content") }, { line: 1, column: basis })).toEqual({
      top: 0,
      bottom: 2,
      left: column("content"),
      right: basis,
    });
    expect(
      areaBetween(sheet, { line: 2, column: column("content") }, { line: 3, column: column("item") }),
    ).toMatchObject({ top: 1, bottom: 3 });
  });

  it("is not made one of whole groups by the cells of the groups", () => {
    expect(areaBetween(sheet, { line: 3, column: 0 }, { line: 3, column: basis })).toMatchObject({ top: 3, bottom: 3 });
    expect(areaBetween(sheet, { line: 3, column: 1 }, { line: 3, column: 1 })).toMatchObject({ top: 0, bottom: 3 });
  });
});
