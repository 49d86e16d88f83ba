import { describe, expect, it } from "vitest";

import type { CatalogueView, Change } from "@/platform";

import { group, item, view } from "./fixtures";
import { applyChange, itemPlaces } from "./view";

const change = (after: CatalogueView, ids: string[]): Change => ({
  places: after.places,
  groups: after.groups
    .filter((each) => ids.includes(each.id))
    .map(({ items, ...each }) => ({ ...each, order: items.map((item) => item.id), items })),
  heading: after.heading,
  shape: null,
  focus: null,
  state: { ...after.state, revision: 1 },
});

describe("a change applied to the view", () => {
  const before = view([group("a", [item("1")]), group("b", [item("2"), item("3")])]);

  it("replaces the groups that changed and keeps the others as they are", () => {
    const after = view([before.groups[0] as never, group("b", [item("2")])]);
    const result = applyChange(before, change(after, ["b"]));
    expect(result?.groups[0]).toBe(before.groups[0]);
    expect(result?.groups[1]?.items.map((each) => each.id)).toEqual(["2"]);
    expect(result?.state.revision).toBe(1);
  });

  it("follows the order of the places, and lets go of groups that are gone", () => {
    const moved = applyChange(before, change(view([...before.groups].reverse()), []));
    expect(moved?.groups.map((each) => each.id)).toEqual(["b", "a"]);
    const removed = applyChange(before, change(view(before.groups.slice(1)), []));
    expect(removed?.groups.map((each) => each.id)).toEqual(["b"]);
  });

  it("asks to be loaded anew when it does not know a group", () => {
    expect(applyChange(before, change(view([...before.groups, group("c", [])]), []))).toBeNull();
  });

  it("numbers items over the whole catalogue", () => {
    expect(itemPlaces(before).get("3")).toMatchObject({ number: 3, groupIndex: 1, index: 1 });
  });
});
