import { expect, it } from "vitest";

import type { Action, PersonView, Role, Stage, StepView } from "@/platform";

import { onlyOneWith, stepperOf } from "./signoff";

const person = (name: string, ...roles: Role[]): PersonView => ({
  id: name,
  name,
  unit: "",
  roles,
  is_active: true,
  fingerprint: "",
});
const people = [
  person("甲某", "preparer"),
  person("乙某", "reviewer"),
  person("丙某", "approver"),
  person("丁某", "approver"),
];
const step = (seq: number, action: Action, name: string, version = 1): StepView => ({
  seq,
  version,
  action,
  role: "preparer",
  name,
  unit: "",
  at: "",
  stage: "in_review",
  open_remarks: 0,
});
const shown = (stage: Stage, steps: StepView[] = [], has_secrecy_review = false, version = 1) =>
  stepperOf({ stage, version, has_secrecy_review, steps }, people).map((each) =>
    `${each.stage} ${each.state} ${each.name}`.trim(),
  );

it("what is before the stage is done by who did it, what comes after waits for the only one who can", () => {
  expect(shown("preparing")).toEqual([
    "preparing now 甲某",
    "in_review later 乙某",
    "in_approval later",
    "approved later",
  ]);
  expect(shown("in_review", [step(1, "submit", "戊某")])).toEqual([
    "preparing done 戊某",
    "in_review now 乙某",
    "in_approval later",
    "approved later",
  ]);
});

it("an approved version is done to the end", () => {
  const steps = [step(1, "submit", "甲某"), step(2, "review", "乙某"), step(3, "approve", "丁某")];
  expect(shown("approved", steps)).toEqual([
    "preparing done 甲某",
    "in_review done 乙某",
    "in_approval done 丁某",
    "approved done",
  ]);
});

it("steps of the version before do not count, and of several the last does", () => {
  const steps = [step(1, "submit", "甲某"), step(2, "submit", "戊某", 2), step(3, "submit", "己某", 2)];
  expect(shown("in_review", steps, false, 2)[0]).toBe("preparing done 己某");
});

it("what was done before it was sent back counts no more", () => {
  expect(shown("preparing", [step(1, "submit", "戊某"), step(2, "send_back", "乙某")])[0]).toBe("preparing now 甲某");
});

it("the secrecy review is there only where it is wanted", () => {
  expect(shown("secrecy_review", [step(1, "submit", "甲某")], true)).toEqual([
    "preparing done 甲某",
    "secrecy_review now",
    "in_review later 乙某",
    "in_approval later",
    "approved later",
  ]);
});

it("who may no longer act is not named", () => {
  expect(
    onlyOneWith("approver", [person("丙某", "approver"), { ...person("丁某", "approver"), is_active: false }]),
  ).toBe("丙某");
  expect(onlyOneWith(null, people)).toBe("");
});
