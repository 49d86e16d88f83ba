import { describe, expect, it } from "vitest";

import { group, item, view } from "../fixtures";
import { dropOfGroup, dropOfItems, itemsBetween, outlineLines } from "./lines";

const shown = view([group("g1", [item("a"), item("b")]), group("g2", [item("c")]), group("g3", [item("d")])]);
// 0 heading, 1 g1, 2 a, 3 b, 4 g2 (folded), 5 g3, 6 d
const lines = outlineLines(shown, new Set(["g1", "g3"]));

it("the lines are the heading, the groups and the items of unfolded groups, numbered throughout", () => {
  expect(lines.map((line) => (line.kind === "heading" ? "" : line.number))).toEqual(["", "1", 1, 2, "2", "3", 4]);
});

describe("items dropped", () => {
  it("on the upper half of an item come before it, on the lower half behind it", () => {
    expect(dropOfItems(lines, 3.2)).toEqual({ kind: "items", at: 3, to: { group: "g1", before: "b" } });
    expect(dropOfItems(lines, 2.7)).toEqual({ kind: "items", at: 3, to: { group: "g1", before: "b" } });
    expect(dropOfItems(lines, 3.7)).toEqual({ kind: "items", at: 4, to: { group: "g1", before: null } });
  });

  it("on a folded group come to its end", () => {
    for (const height of [4.1, 4.9])
      expect(dropOfItems(lines, height)).toEqual({ kind: "items", at: 5, to: { group: "g2", before: null } });
  });

  it("on an unfolded group come to its start, or above it to the end of the group before", () => {
    expect(dropOfItems(lines, 5.8)).toEqual({ kind: "items", at: 6, to: { group: "g3", before: "d" } });
    expect(dropOfItems(lines, 5.2)).toEqual({ kind: "items", at: 5, to: { group: "g2", before: null } });
    expect(dropOfItems(lines, 1.2)).toEqual({ kind: "items", at: 2, to: { group: "g1", before: "a" } });
  });

  it("beyond the lines come to the first or last place", () => {
    expect(dropOfItems(lines, -3)?.at).toBe(2);
    expect(dropOfItems(lines, 99)).toEqual({ kind: "items", at: 7, to: { group: "g3", before: null } });
  });
});

describe("a group dropped", () => {
  it("goes between two groups, past those of which it has passed the middle", () => {
    expect(dropOfGroup(lines, 1.5, 2)).toEqual({ kind: "group", at: 1, to: 0 });
    expect(dropOfGroup(lines, 3.4, 2)).toEqual({ kind: "group", at: 4, to: 1 });
    expect(dropOfGroup(lines, 4.9, 0)).toEqual({ kind: "group", at: 5, to: 1 });
    expect(dropOfGroup(lines, 99, 0)).toEqual({ kind: "group", at: 7, to: 2 });
  });

  it("where it stands stays there", () => {
    expect(dropOfGroup(lines, 4.2, 1)).toMatchObject({ to: 1 });
    expect(dropOfGroup(lines, 4.8, 1)).toMatchObject({ to: 1 });
  });
});

it("a range goes over groups, in either direction; items that are not shown are no part of it", () => {
  expect(itemsBetween(lines, "b", "d")).toEqual(["b", "d"]);
  expect(itemsBetween(lines, "d", "a")).toEqual(["a", "b", "d"]);
  expect(itemsBetween(lines, "c", "d")).toEqual(["d"]);
});
