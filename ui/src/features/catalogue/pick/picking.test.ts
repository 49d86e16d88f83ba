import { describe, expect, it } from "vitest";

import type { PickGroup } from "@/platform";

import { filtered, inOrder, stateOf, toggleAll, toggleOne } from "./picking";

const item = (id: string, name: string, content = ""): PickGroup["items"][number] => ({ id, name, content });
const first: PickGroup = {
  id: "g1",
  name: "概况信息",
  items: [item("a", "机构信息"), item("b", "领导信息", "领导姓名、照片")],
};
const second: PickGroup = {
  id: "g2",
  name: "社会保险登记",
  items: [item("c", "单位参保登记"), item("d", "职工参保登记")],
};
const groups = [first, second];
const none = new Set<string>();

describe("the filter", () => {
  it("finds words in names and contents, and whole groups by their names", () => {
    expect(filtered(groups, "参保").map((group) => group.items.map((each) => each.id))).toEqual([["c", "d"]]);
    expect(filtered(groups, "照片").map((group) => group.items.map((each) => each.id))).toEqual([["b"]]);
    expect(filtered(groups, "概况")).toEqual([first]);
    expect(filtered(groups, " ")).toBe(groups);
    expect(filtered(groups, "没有")).toEqual([]);
  });
});

describe("ticking a group", () => {
  it("ticks all of it, and then none", () => {
    const all = toggleAll(first.items, none, none);
    expect(stateOf(first, all)).toBe("all");
    expect(stateOf(first, toggleAll(first.items, all, none))).toBe("none");
  });

  it("completes one that is partly ticked", () => {
    const some = toggleOne("a", none);
    expect(stateOf(first, some)).toBe("some");
    expect(stateOf(first, toggleAll(first.items, some, none))).toBe("all");
  });

  it("leaves out what is there already, unless that is all", () => {
    expect([...toggleAll(first.items, none, new Set(["机构信息"]))]).toEqual(["b"]);
    expect([...toggleAll(first.items, none, new Set(["机构信息", "领导信息"]))]).toEqual(["a", "b"]);
    const both = new Set(["a", "b"]);
    expect([...toggleAll(first.items, both, new Set(["机构信息"]))]).toEqual([]);
  });

  it("leaves other groups as they are", () => {
    const picked = toggleAll(first.items, new Set(["d"]), none);
    expect(inOrder(groups, picked)).toEqual(["a", "b", "d"]);
    expect(inOrder(groups, toggleOne("a", picked))).toEqual(["b", "d"]);
  });
});
