import { expect, it } from "vitest";

import type { PersonView, Role, Stage } from "@/platform";

import { daysSince, nextStep, openWord, turnOf, waitingFor } from "./turn";

const person = (name: string, ...roles: Role[]): PersonView => ({
  id: name,
  name,
  unit: "",
  roles,
  is_active: true,
  fingerprint: "",
});
const standing = (stage: Stage, more = {}) => ({
  stage,
  is_sent_back: false,
  open_remarks: 0,
  stage_since: null,
  check_code: null,
  ...more,
});
const now = Date.parse("2022-12-18T10:00:00Z");

it("it is one's turn where one has the role that the stage waits for", () => {
  const both = person("甲某", "preparer", "reviewer");
  const turns = (["preparing", "secrecy_review", "in_review", "in_approval", "approved"] as const).map((stage) =>
    turnOf({ stage }, both),
  );
  expect(turns).toEqual(["mine", "others", "mine", "others", "approved"]);
  expect(turnOf({ stage: "preparing" }, null)).toBe("others");
});

it("what waits says for whom and how long", () => {
  const people = [person("乙某", "reviewer"), person("丙某", "approver"), person("丁某", "approver")];
  expect(nextStep(standing("in_review", { stage_since: "2022-12-15T09:00:00Z" }), people, now)).toBe(
    "等待乙某复核，已3天",
  );
  expect(nextStep(standing("in_approval", { stage_since: "2022-12-18T09:00:00Z" }), people, now)).toBe("等待审签");
});

it("what was sent back says what is to be answered, what is approved shows its code", () => {
  expect(nextStep(standing("preparing", { is_sent_back: true, open_remarks: 3 }), [], now)).toBe("3条批注待答复");
  expect(nextStep(standing("approved", { check_code: "7K4M-Q2XD-93TA" }), [], now)).toBe("核对码 7K4M-Q2XD-93TA");
});

it("opening is called after what one does there", () => {
  expect(openWord(standing("in_review"), "mine")).toBe("去复核");
  expect(openWord(standing("in_review"), "others")).toBe("查看");
  expect(openWord(standing("preparing", { is_sent_back: true, open_remarks: 1 }), "mine")).toBe("答复批注");
});

it("what was sent back comes first, then what has waited longest to be checked, then what is filled in", () => {
  const list = [
    { id: "filled", ...standing("preparing") },
    { id: "new", ...standing("in_review", { stage_since: "2022-12-17T09:00:00Z" }) },
    { id: "old", ...standing("in_review", { stage_since: "2022-12-12T09:00:00Z" }) },
    { id: "done", ...standing("approved") },
    { id: "back", ...standing("preparing", { is_sent_back: true }) },
  ];
  expect(waitingFor(list, person("甲某", "preparer", "reviewer")).map(({ id }) => id)).toEqual([
    "back",
    "old",
    "new",
    "filled",
  ]);
  expect(waitingFor(list, null)).toEqual([]);
});

it("a moment that cannot be read, or lies ahead, is no time ago", () => {
  expect([daysSince(null, now), daysSince("gestern", now), daysSince("2022-12-20T00:00:00Z", now)]).toEqual([0, 0, 0]);
});
