import { describe, expect, it } from "vitest";

import type { ConflictView, HandoffView, IntroductionView } from "@/platform";

import { chosenSides, groupsOf, left, mayTakeIn, undecided, withAll, withSide, withTrust } from "./deciding";

const side = { text: "x", by: "", at: "" };
const conflict: ConflictView = { number: 1, name: "", label: "", ours: side, theirs: side };
const introduction = (fingerprint: string, known_fingerprint: string | null = null): IntroductionView => ({
  name: "乙某",
  unit: "",
  fingerprint,
  known_fingerprint,
});
const handoff = (more: Partial<HandoffView>): HandoffView => ({
  title: "",
  stage: "in_review",
  version: 1,
  sender: "",
  unit: "",
  sent_at: "",
  relation: "both",
  introductions: [],
  conflicts: [],
  problems: [],
  ...more,
});

describe("cells that both sides have changed", () => {
  const view = handoff({ conflicts: [conflict, conflict, conflict] });

  it("are all to be decided, and none is by itself", () => {
    const none = undecided(view);
    expect(left(view, none).conflicts).toBe(3);
    expect(chosenSides(none)).toBeNull();
    const two = withSide(withSide(none, 0, "ours"), 2, "theirs");
    expect(left(view, two).conflicts).toBe(1);
    expect(mayTakeIn(view, two, true)).toBe(false);
    const all = withSide(two, 1, "ours");
    expect(chosenSides(all)).toEqual(["ours", "ours", "theirs"]);
    expect(mayTakeIn(view, all, false)).toBe(true);
  });

  it("can all take one side, and one of them another", () =>
    expect(chosenSides(withSide(withAll(undecided(view), "theirs"), 1, "ours"))).toEqual(["theirs", "ours", "theirs"]));
});

describe("keys that are not known", () => {
  it("are each to be compared, and a box can be unticked", () => {
    const view = handoff({ introductions: [introduction("a"), introduction("b")] });
    const one = withTrust(undecided(view), "a", true);
    expect(left(view, one).introductions).toBe(1);
    expect(mayTakeIn(view, withTrust(one, "b", true), false)).toBe(true);
    expect(left(view, withTrust(one, "a", false)).introductions).toBe(2);
  });

  it("in the place of a known one are taken by 管理 alone", () => {
    const view = handoff({ introductions: [introduction("a", "old")] });
    const trusted = withTrust(undecided(view), "a", true);
    expect(mayTakeIn(view, trusted, false)).toBe(false);
    expect(mayTakeIn(view, trusted, true)).toBe(true);
  });
});

it("a file that does not hold is not taken in, a warning is only told", () => {
  const problem = { version: 1, step: 2, part: null, fault: "bad_signature", is_warning: false } as const;
  expect(mayTakeIn(handoff({ problems: [problem] }), undecided(handoff({})), true)).toBe(false);
  expect(
    mayTakeIn(
      handoff({ problems: [{ ...problem, fault: "clock_set_back", is_warning: true }] }),
      undecided(handoff({})),
      false,
    ),
  ).toBe(true);
});

it("a fingerprint is read aloud group by group", () => {
  expect(groupsOf("AB12 CD34-EF56  78")).toEqual(["AB12", "CD34", "EF56", "78"]);
});
