import { expect, it } from "vitest";

import type { ImportCell } from "@/platform";

import { untouched } from "./choice";
import { decided, inOrder, type Found } from "./findings";
import { cell, finding, row, view } from "./fixtures";
import { cellTitle, notesOf, placesOf, shownAt, withDecided } from "./laying";

const moved = (from: number, position: number, text: string): ImportCell => ({ ...cell(position, text), from });
const rows = [row(0, "header"), row(1, "item"), row(2, "item", [moved(1, 2, "机构职能"), moved(3, 4, "√")])];
const first = (...all: Parameters<typeof finding>): Found => inOrder([finding(...all)])[0] as Found;
const undecided = first(
  { kind: "mark_undecided", columns: ["method:proactive", "item"] },
  { severity: "error", place: { table: 1, row: 3, column: 3 } },
);
const places = (all: readonly { cells: ImportCell[] }[]): [number, boolean][] =>
  (all[2]?.cells ?? []).map(({ position, is_unread }) => [position, is_unread]);

it("a cell says where the document has it", () => {
  expect(cellTitle(cell(2, "机构"))).toBeUndefined();
  expect(cellTitle(moved(1, 2, "机构"))).toContain("A列");
  expect(cellTitle({ ...cell(2, "机构"), is_unread: true })).toContain("不导入");
});

it("what is said of a cell is shown where the cell was laid", () => {
  expect(shownAt(undecided, rows, view())).toBe(4);
  expect(shownAt(first({ kind: "text_cut" }, { column: "item" }), rows, view())).toBe(2);
});

it("a √ stands under the column that was decided for it, and is struck out where it is to be left", () => {
  const ticked = decided(untouched(), undecided, { kind: "tick", column: "method:proactive" });
  expect(places(withDecided(rows, [undecided], ticked, view()))).toEqual([
    [2, false],
    [4, false],
  ]);
  const left = decided(untouched(), undecided, { kind: "leave_empty" });
  expect(places(withDecided(rows, [undecided], left, view()))).toEqual([
    [2, false],
    [4, true],
  ]);
  expect(withDecided(rows, [undecided], untouched(), view())).toBe(rows);
});

it("a √ that may belong to several columns is said of all of them", () => {
  expect(placesOf(undecided, rows, view())).toEqual([4, 2]);
  expect(placesOf(first({ kind: "row_shifted" }), rows, view())).toEqual([0]);
});

it("empty cells say that they were filled from above", () => {
  const taken = first({ kind: "taken_from_above", columns: ["item", "method:proactive"] });
  expect([...notesOf([taken], untouched(), view())]).toEqual([
    ["2:2", "按上一项填入"],
    ["2:4", "√"],
  ]);
});

it("同上 says from which row it was filled, until it is made empty", () => {
  const ditto = first({ kind: "ditto", row: 2 }, { severity: "info", column: "item" });
  expect([...notesOf([ditto], untouched(), view())]).toEqual([["2:2", "按第2行内容填入"]]);
  const empty = decided(untouched(), ditto, { kind: "make_empty", columns: ["item"] });
  expect(notesOf([ditto], empty, view()).size).toBe(0);
});
