import { expect, it } from "vitest";

import type { Finding, Severity } from "@/platform";

import { group, item, view } from "../fixtures";
import { itemPlaces } from "../view";
import { findingAt, inOrder } from "./order";

const places = itemPlaces(view([group("g", [item("a"), item("b"), item("c")])]));
const finding = (at: string, severity: Severity, part: number | null = null): Finding => ({
  item: at,
  part,
  column: "content",
  severity,
  problem: { kind: "empty" },
});

it("errors come first, then what stands further up; what is gone is left out", () => {
  const found = [
    finding("c", "warning"),
    finding("b", "error"),
    finding("a", "warning"),
    finding("gone", "error"),
    finding("a", "error"),
  ];
  expect(inOrder(found, places).map((each) => [each.item, each.severity])).toEqual([
    ["a", "error"],
    ["b", "error"],
    ["a", "warning"],
    ["c", "warning"],
  ]);
});

it("the finding of the selected cell is known, by its row where it has one", () => {
  const found = [finding("a", "error", 1), finding("b", "error")];
  expect(findingAt(found, { kind: "item", item: "a", part: 1, column: "content" })).toBe(0);
  expect(findingAt(found, { kind: "item", item: "a", part: 0, column: "content" })).toBe(-1);
  expect(findingAt(found, { kind: "item", item: "b", part: 2, column: "content" })).toBe(1);
  expect(findingAt(found, { kind: "heading" })).toBe(-1);
});
