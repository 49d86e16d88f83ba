import { expect, it } from "vitest";

import { offsetsOf, rowAt } from "@/shared/offsets";

import { rowsInView } from "./viewport";

it("finds the row at a height, also where rows differ", () => {
  const offsets = offsetsOf((row) => [10, 30, 20][row] ?? 0, 3);
  expect([...offsets]).toEqual([0, 10, 40, 60]);
  expect([-5, 0, 9, 10, 39, 40, 1000].map((height) => rowAt(offsets, height))).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

it("draws what can be seen and some around it, never all of a long table", () => {
  const offsets = offsetsOf(() => 80, 5000);
  const range = rowsInView(offsets, 200_000, 600);
  expect(range.start).toBeLessThanOrEqual(2500 - 6);
  expect(range.end).toBeGreaterThan(2508 + 6);
  expect(range.end - range.start).toBeLessThan(32);
  expect(rowsInView(offsets, 1e9, 600).end).toBe(5000);
  expect(
    rowsInView(
      offsetsOf(() => 80, 0),
      0,
      600,
    ),
  ).toEqual({ start: 0, end: 0 });
});
