import { describe, expect, it } from "vitest";

import type { RowRole } from "@/platform";

import { cell, row } from "./fixtures";
import { blocksOf, foldWith, linesOf, type Folding, type Line } from "./folding";
import type { ShownRow } from "./rows";

const table = (...roles: RowRole[]): ShownRow[] => roles.map((role, at) => row(at, role));
const items = (count: number): RowRole[] => Array.from({ length: count }, () => "item" as const);
const folding = (flagged: number[], more: Partial<Folding> = {}): Folding => ({
  flagged: new Set(flagged),
  onlyFlagged: false,
  unfolded: new Set(),
  ...more,
});
/** Lines in short: 3 a row, 4-9 a fold, ~10-12 rows that are left out. */
const short = (lines: Line[]): string =>
  lines
    .map((line) => (line.kind === "row" ? line.row : `${line.kind === "skip" ? "~" : ""}${line.from}-${line.to}`))
    .join(" ");

describe("the lines of a table", () => {
  it("a short table is shown whole, without what is never taken", () => {
    expect(short(linesOf(table("above", "header", "item", "blank", "blank", "repeated", "item"), folding([])))).toBe(
      "0 1 2 ~3-5 6",
    );
  });

  it("a long one shows its header, its first rows, and what is to be looked at with its neighbours", () => {
    const lines = linesOf(table("header", ...items(50)), folding([30]));
    expect(short(lines)).toBe("0 1 2 3 4 5 6 7 8 9-29 30 31-50");
    expect(lines.find((line) => line.kind === "fold")).toMatchObject({ items: 21 });
  });

  it("rows that share merged cells are shown together, unless they are very many", () => {
    const rows = table("header", ...items(60));
    rows[20] = row(20, "item", [cell(1, "甲", 5)]);
    expect(short(linesOf(rows, folding([22])))).toBe("0 1 2 3 4 5 6 7 8 9-19 20 21 22 23 24 25-60");
    rows[20] = row(20, "item", [cell(1, "甲", 30)]);
    expect(short(linesOf(rows, folding([30])))).toBe("0 1 2 3 4 5 6 7 8 9-28 29 30 31 32-60");
  });

  it("only what is to be looked at is shown where that is asked for, in short tables too", () => {
    expect(short(linesOf(table("header", ...items(9)), folding([4], { onlyFlagged: true })))).toBe("0 1-3 4 5-9");
  });

  it("rows that are never taken are said together, and within a stretch or at its edges not at all", () => {
    const lines = linesOf(
      table("header", ...items(8), "blank", ...items(30), "repeated", "blank", "item", "blank", "repeated"),
      folding([42]),
    );
    expect(short(lines)).toBe("0 1 2 3 4 5 6 7 8 9-41 42 ~43-44");
    expect(lines.at(-1)).toMatchObject({ why: "both" });
  });

  it("a repeated header within a stretch is folded with it, and is a line of its own where the stretch is unfolded", () => {
    const rows = table("header", ...items(20), "repeated", ...items(20));
    expect(short(linesOf(rows, folding([])))).toBe("0 1 2 3 4 5 6 7 8 9-41");
    expect(short(linesOf(rows, folding([], { unfolded: new Set([9]) })))).toContain("19 20 ~21-21 22 23");
  });

  it("a row knows the stretch that hides it", () => {
    const lines = linesOf(table("header", ...items(50)), folding([]));
    expect([foldWith(lines, 3), foldWith(lines, 30)]).toEqual([null, 9]);
  });

  it("blocks go as far as merged cells hang together", () => {
    const rows = table(...items(6));
    rows[1] = row(1, "item", [cell(1, "", 2)]);
    rows[2] = row(2, "item", [cell(2, "", 3)]);
    expect(blocksOf(rows)).toEqual([
      [0, 0],
      [1, 4],
      [1, 4],
      [1, 4],
      [1, 4],
      [5, 5],
    ]);
  });
});
