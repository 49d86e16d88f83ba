import { expect, it } from "vitest";

import type { Fate, ReviewCell, ReviewEntry } from "@/platform";

import { changedCells } from "./changedCells";

const cell = (label: string, reason = ""): ReviewCell => ({
  column: label,
  part: null,
  label,
  before: [],
  after: [],
  reason,
});
const entry = (fate: Fate, cells: ReviewCell[], reason = ""): ReviewEntry => ({
  fate,
  item: "a",
  number: 1,
  group: "",
  name: "",
  from_group: null,
  cells,
  reason,
});

it("the cells of an item stand together, and a moved one has a row of its own before them", () => {
  const rows = changedCells([
    entry("changed", [cell("x"), cell("y")]),
    entry("moved", [cell("z")]),
    entry("moved", []),
  ]);
  expect(rows.map((row) => [row.cell?.label ?? "", row.isFirst, row.isLast])).toEqual([
    ["x", true, false],
    ["y", false, true],
    ["", true, false],
    ["z", false, true],
    ["", true, true],
  ]);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
});

it("a reason stands at its cell; that of an item that is new, gone or moved in its first row", () => {
  const rows = changedCells([
    entry("changed", [cell("x", "核对文号"), cell("y")]),
    entry("added", [cell("x"), cell("y")], "职能划入"),
    entry("moved", [cell("z", "改名")], "归并"),
  ]);
  expect(rows.map((row) => row.reason)).toEqual(["核对文号", "", "职能划入", "", "归并", "改名"]);
});
