import { expect, it } from "vitest";

import type { Action, HeadingField, Stage } from "@/platform";

import { signedName, typedNames } from "./typed";

const step = (action: Action, name: string) => ({
  seq: 1,
  version: 1,
  action,
  role: "preparer" as const,
  name,
  unit: "",
  at: "",
  stage: "in_review" as const,
  open_remarks: 0,
});
const names = { preparer: "甲某", reviewer: "乙某", approver: "" } as Record<HeadingField, string>;
const typed = (stage: Stage, ...steps: ReturnType<typeof step>[]) =>
  typedNames({ stage, steps }, (field) => names[field]);

it("names are typed that nobody has signed, and none where there is none", () => {
  expect(typed("preparing")).toEqual(["preparer", "reviewer"]);
});

it("who has submitted it stands behind their name", () => {
  expect(typed("preparing", step("submit", "甲某"), step("send_back", "乙某"))).toEqual(["reviewer"]);
  expect(typed("preparing", step("submit", "甲某"), step("submit", "丁某"))).toEqual(["preparer", "reviewer"]);
});

it("on its way nothing is typed", () => {
  expect(typed("in_review", step("submit", "甲某"))).toEqual([]);
});

it("who has reviewed and approved it is known from the steps since it was last submitted", () => {
  const steps = [step("submit", "甲某"), step("review", "乙某"), step("send_back", "丙某"), step("submit", "甲某")];
  expect(signedName({ stage: "in_review", steps }, "reviewer")).toBe("");
  expect(signedName({ stage: "in_approval", steps: [...steps, step("review", "丁某")] }, "reviewer")).toBe("丁某");
  expect(signedName({ stage: "preparing", steps }, "reviewer")).toBe("");
  expect(signedName({ stage: "approved", steps }, "title")).toBe("");
});
