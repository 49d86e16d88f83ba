import { expect, it } from "vitest";

import type { Hit } from "@/platform";

import { group, item, view } from "../fixtures";
import { itemPlaces } from "../view";
import { hitFrom, nextHit } from "./search";

const places = itemPlaces(view([group("g", [item("a"), item("b"), item("c")])]));
const hit = (index: number, at: string | null): Hit => ({
  index,
  group: "g",
  item: at,
  part: null,
  column: "content",
  before: "",
  text: "x",
  replacement: "",
  after: "",
});
const hits = [hit(0, null), hit(1, "a"), hit(2, "c")];

it("stepping goes round the end in both directions", () => {
  expect(nextHit(hits, -1, 1)).toBe(0);
  expect(nextHit(hits, 2, 1)).toBe(0);
  expect(nextHit(hits, 0, -1)).toBe(2);
  expect(nextHit(hits, -1, -1)).toBe(2);
  expect(nextHit([], -1, 1)).toBe(-1);
});

it("the first step leads to the hit at or behind where one is, and from behind the last to the first", () => {
  expect(hitFrom(hits, "a", places)).toBe(1);
  expect(hitFrom(hits, "b", places)).toBe(2);
  expect(hitFrom([hit(0, "a")], "b", places)).toBe(0);
  expect(hitFrom([], "b", places)).toBe(-1);
});
