import { expect, it } from "vitest";

import { nextScale } from "./look";

it("the scale goes one step at a time and stays at its ends", () => {
  expect(nextScale(100, 1)).toBe(110);
  expect(nextScale(125, -1)).toBe(110);
  expect(nextScale(150, 1)).toBe(150);
  expect(nextScale(100, -1)).toBe(100);
});
