import { describe, expect, it } from "vitest";

import { offsetsOf, rowAt } from "@/shared/offsets";

import { measured, rowsNear, topToShow } from "./visibleRows";

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
    expect(topToShow(1000, 1040, 800, 600, 64)).toBe(800);
    expect(topToShow(1000, 1040, 2000, 600, 64)).toBe(1000 - 64);
    expect(topToShow(1000, 1040, 0, 600, 64)).toBe(1040 + 64 - 600);
    expect(topToShow(0, 40, 300, 600, 64)).toBe(0);
    expect(topToShow(1000, 3000, 0, 600, 64)).toBe(1000);
  });

  it("are drawn where they are in sight and some around, and no others", () => {
    const { from, to } = rowsNear(offsets, 25_000, 600);
    expect(offsets[from]).toBeLessThanOrEqual(25_000);
    expect(offsets[to]).toBeGreaterThanOrEqual(25_600);
    expect(to - from).toBeLessThan(50);
    expect(
      rowsNear(
        offsetsOf(() => 1, 0),
        0,
        600,
      ),
    ).toEqual({ from: 0, to: 0 });
  });
});

describe("rows of one height", () => {
  const near = (top: number, count: number) =>
    rowsNear(
      offsetsOf(() => 26, count),
      top,
      260,
      { beyond: 8 * 26 },
    );

  it("are drawn in sight only, with a few beyond the edges", () => {
    expect(near(0, 5000)).toEqual({ from: 0, to: 18 });
    expect(near(26 * 1000, 5000)).toEqual({ from: 992, to: 1018 });
    expect(near(26 * 4990, 5000)).toEqual({ from: 4982, to: 5000 });
  });

  it("are drawn all where they are few, and none where there are none", () => {
    expect(near(0, 3)).toEqual({ from: 0, to: 3 });
    expect(near(900, 0)).toEqual({ from: 0, to: 0 });
  });

  it("are brought into sight by the shortest way, and one in sight stays where it is", () => {
    expect(topToShow(78, 104, 0, 260)).toBe(0);
    expect(topToShow(78, 104, 260, 260)).toBe(78);
    expect(topToShow(520, 546, 0, 260)).toBe(286);
  });
});

describe("rows of a table", () => {
  it("are found by a height, also where they differ", () => {
    const offsets = offsetsOf((row) => [10, 30, 20][row] ?? 0, 3);
    expect([...offsets]).toEqual([0, 10, 40, 60]);
    expect([-5, 0, 9, 10, 39, 40, 1000].map((height) => rowAt(offsets, height))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it("are drawn with some around them, by strides, never all of a long table", () => {
    const offsets = offsetsOf(() => 80, 5000);
    const range = rowsNear(offsets, 200_000, 600, { stride: 4 });
    expect(range.from).toBeLessThanOrEqual(2500 - 6);
    expect(range.to).toBeGreaterThan(2508 + 6);
    expect(range.to - range.from).toBeLessThan(32);
    expect([range.from % 4, range.to % 4]).toEqual([0, 0]);
    expect(rowsNear(offsets, 1e9, 600, { stride: 4 }).to).toBe(5000);
    expect(rowsNear(new Float64Array(1), 0, 600, { stride: 4 })).toEqual({ from: 0, to: 0 });
  });
});

describe("measured rows", () => {
  const offsets = offsetsOf(() => 30, 10);
  const row = (at: number, height: number) => ({ key: `${at}`, row: at, height });

  it("are known by what was drawn, and a row that is not laid out teaches nothing", () => {
    const known = new Map([["0", 40]]);
    expect(measured([row(0, 40), row(1, 0)], known, offsets, 0).isSame).toBe(true);
    const found = measured([row(0, 40), row(1, 50)], known, offsets, 0);
    expect([found.isSame, ...found.heights]).toEqual([false, ["0", 40], ["1", 50]]);
  });

  it("push down what is seen only where they stand above it", () => {
    expect(measured([row(0, 50), row(5, 90)], new Map(), offsets, 60).grown).toBe(20);
  });
});
