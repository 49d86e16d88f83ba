import { describe, expect, it } from "vitest";

import { group, item, template, view } from "./fixtures";
import { behind, joinedParts, lostByJoining, nextGroup, oneStep, ordered } from "./moves";
import { itemPlaces, type ItemPlace } from "./view";

const shown = view([
  group("g1", [item("a"), item("b"), item("c")]),
  group("g2", []),
  group("g3", [item("d"), item("e")]),
]);
const places = itemPlaces(shown);
const of = (...ids: string[]): ItemPlace[] => [...places.values()].filter((place) => ids.includes(place.item.id));

describe("one step", () => {
  it("goes past the neighbour", () => {
    expect(oneStep(of("b"), shown.groups, -1)).toEqual({ group: "g1", before: "a" });
    expect(oneStep(of("a"), shown.groups, 1)).toEqual({ group: "g1", before: "c" });
    expect(oneStep(of("b"), shown.groups, 1)).toEqual({ group: "g1", before: null });
  });

  it("of several goes past what stands next to them", () => {
    expect(oneStep(of("a", "b"), shown.groups, 1)).toEqual({ group: "g1", before: null });
    expect(oneStep(of("b", "c"), shown.groups, -1)).toEqual({ group: "g1", before: "a" });
  });

  it("at the edge of a group leads into the next one, also into an empty one", () => {
    expect(oneStep(of("c"), shown.groups, 1)).toEqual({ group: "g2", before: null });
    expect(oneStep(of("d"), shown.groups, -1)).toEqual({ group: "g2", before: null });
  });

  it("at the edge of the catalogue leads nowhere", () => {
    expect(oneStep(of("a"), shown.groups, -1)).toBeNull();
    expect(oneStep(of("e"), shown.groups, 1)).toBeNull();
    expect(oneStep([], shown.groups, 1)).toBeNull();
  });
});

it("moved to the next group items come to its end", () => {
  expect(nextGroup(of("a"), [shown.groups[0]!, shown.groups[2]!], 1)).toEqual({ group: "g3", before: null });
});

it("behind an item is before the one that follows it, or the end", () => {
  expect(of("a", "c").map(behind)).toEqual([
    { group: "g1", before: "b" },
    { group: "g1", before: null },
  ]);
});

describe("the order of a group", () => {
  const named = (...names: string[]) =>
    group(
      "g",
      names.map((name) => item(name, { name })),
    );

  it("by name follows pinyin and the size of numbers, empty names last", () => {
    expect(ordered(named("第10项", "", "行政许可", "办事指南", "第2项"), "name")).toEqual([
      "办事指南",
      "第2项",
      "第10项",
      "行政许可",
      "",
    ]);
  });

  it("by time limit leaves equal ones as they stand", () => {
    const limits = group("g", [
      item("a", { time_limit: "20个工作日" }),
      item("b", { time_limit: "7个工作日" }),
      item("c", { time_limit: "20个工作日" }),
    ]);
    expect(ordered(limits, "limit")).toEqual(["b", "a", "c"]);
  });

  it("that is there already is no change", () => {
    expect(ordered(named("办事指南", "行政许可"), "name")).toBeNull();
    expect(ordered(named("甲"), "reversed")).toBeNull();
  });
});

it("rows joined to one keep every line of content and every channel with its note", () => {
  const site = { label: "政府网站", note: "" };
  const parts = [
    { content: "1.甲", channels: [site, { label: "其他", note: "" }] },
    { content: "", channels: [site] },
    { content: "2.乙", channels: [{ label: "其他", note: "公示栏" }] },
  ];
  expect(joinedParts(item("a", { parts }))).toEqual({
    content: "1.甲\n2.乙",
    channels: [site, { label: "其他", note: "公示栏" }],
  });
});

it("joined items keep their rows; what goes is what others have and the first has not", () => {
  const lost = (...items: ReturnType<typeof item>[]) =>
    lostByJoining(items, template.columns).map((column) => column.key);
  const first = item("a", { name: "甲", content: "1", basis: "某办法", method: ["proactive"] });
  expect(lost(first, item("b", { name: "甲", content: "2", basis: "另一办法", method: ["proactive"] }))).toEqual([
    "basis",
  ]);
  expect(lost(first, item("b", { name: "乙", audience: ["general_public"], method: ["proactive"] }))).toEqual([
    "item",
    "audience:general_public",
  ]);
  expect(lost(first, item("b", { name: "甲", channels: [{ label: "其他", note: "" }] }))).toEqual([]);
});
