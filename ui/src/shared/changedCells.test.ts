import { expect, it } from "vitest";

import type { Fate, ReviewCell, ReviewEntry } from "@/platform";

import { changedCells } from "./changedCells";

const cell = (label: string): ReviewCell => ({ column: label, part: null, label, before: [], after: [] });
const entry = (fate: Fate, cells: ReviewCell[]): ReviewEntry => ({ fate, item: "a", number: 1, group: "", name: "", from_group: null, cells });

it("the cells of an item stand together, and a moved one has a row of its own before them", () => {
  const rows = changedCells([entry("changed", [cell("x"), cell("y")]), entry("moved", [cell("z")]), entry("moved", [])]);
  expect(rows.map((row) => [row.cell?.label ?? "", row.isFirst, row.isLast])).toEqual([
    ["x", true, false],
    ["y", false, true],
    ["", true, false],
    ["z", false, true],
    ["", true, true],
  ]);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
});
