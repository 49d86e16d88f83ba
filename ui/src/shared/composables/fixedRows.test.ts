import { expect, it } from "vitest";

import { rowsInSight, scrollFor } from "./fixedRows";

it("only the rows in sight are drawn, with a few beyond the edges", () => {
  expect(rowsInSight(0, 260, 26, 5000)).toEqual({ from: 0, to: 18 });
  expect(rowsInSight(26 * 1000, 260, 26, 5000)).toEqual({ from: 992, to: 1018 });
  expect(rowsInSight(26 * 4990, 260, 26, 5000)).toEqual({ from: 4982, to: 5000 });
});

it("a short list is drawn whole, an empty one not at all", () => {
  expect(rowsInSight(0, 260, 26, 3)).toEqual({ from: 0, to: 3 });
  expect(rowsInSight(900, 260, 26, 0)).toEqual({ from: 0, to: 0 });
});

it("a row is brought into sight by the shortest way, and one in sight stays where it is", () => {
  expect(scrollFor(3, 0, 260, 26)).toBeNull();
  expect(scrollFor(3, 260, 260, 26)).toBe(78);
  expect(scrollFor(20, 0, 260, 26)).toBe(286);
});
