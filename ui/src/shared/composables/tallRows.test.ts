import { describe, expect, it } from "vitest";

import { offsetsOf, rowAt } from "@/shared/offsets";

import { rowsAround, topToShow } from "./tallRows";

const offsets = offsetsOf((row) => (row % 2 === 0 ? 30 : 70), 1000);

describe("rows as tall as their text", () => {
  it("begin where the ones before them end", () => {
    expect([...offsetsOf((row) => row + 1, 3)]).toEqual([0, 1, 3, 6]);
    expect([...offsetsOf(() => 1, 0)]).toEqual([0]);
  });

  it("are found by a height, and beyond the ends are the first and the last", () => {
    expect([rowAt(offsets, 0), rowAt(offsets, 29), rowAt(offsets, 30), rowAt(offsets, 100)]).toEqual([0, 0, 1, 2]);
    expect([rowAt(offsets, -5), rowAt(offsets, 1e9)]).toEqual([0, 999]);
  });

  it("are brought into sight with some around them, no further than needed", () => {
    expect(topToShow(1000, 1040, 800, 600)).toBe(800);
    expect(topToShow(1000, 1040, 2000, 600)).toBe(1000 - 64);
    expect(topToShow(1000, 1040, 0, 600)).toBe(1040 + 64 - 600);
    expect(topToShow(0, 40, 300, 600)).toBe(0);
    expect(topToShow(1000, 3000, 0, 600)).toBe(1000);
  });

  it("are drawn where they are in sight and some around, and no others", () => {
    const { from, to } = rowsAround(offsets, 25_000, 600);
    expect(offsets[from]).toBeLessThanOrEqual(25_000);
    expect(offsets[to]).toBeGreaterThanOrEqual(25_600);
    expect(to - from).toBeLessThan(50);
    expect(
      rowsAround(
        offsetsOf(() => 1, 0),
        0,
        600,
      ),
    ).toEqual({ from: 0, to: 0 });
  });
});
