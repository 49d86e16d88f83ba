import { describe, expect, it } from "vitest";

import { boxLines, stepBox } from "./boxes";
import { dropIndex } from "./drag";

describe("boxes in two columns", () => {
  // A wide one, two lines of two, one alone, a wide one.
  const lines = boxLines([true, false, false, false, false, false, true]);

  it("stand line by line as they are printed", () => {
    expect(lines).toEqual([[0], [1, 2], [3, 4], [5], [6]]);
  });

  it("are walked by arrows as they are seen, and not beyond the ends", () => {
    const walk = (from: number, ...keys: string[]): number => keys.reduce((at, key) => stepBox(lines, at, key), from);
    expect(walk(0, "ArrowDown")).toBe(1);
    expect(walk(2, "ArrowDown")).toBe(4);
    expect(walk(2, "ArrowLeft")).toBe(1);
    expect(walk(4, "ArrowDown", "ArrowDown", "ArrowDown")).toBe(6);
    expect(walk(0, "ArrowUp", "ArrowLeft")).toBe(0);
    expect(walk(0, "End", "ArrowRight")).toBe(6);
    expect(walk(6, "Home")).toBe(0);
  });
});

it("a row is dropped between those whose middles it has passed", () => {
  const middles = [10, 30, 50];
  expect(dropIndex(middles, 5, 2)).toBe(0);
  expect(dropIndex(middles, 35, 0)).toBe(1);
  expect(dropIndex(middles, 80, 0)).toBe(2);
  expect(dropIndex(middles, 30, 1)).toBe(1);
});
