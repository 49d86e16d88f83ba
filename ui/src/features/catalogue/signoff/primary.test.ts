import { describe, expect, it } from "vitest";

import type { Action, Role, Stage, StepOption, StepRefusal } from "@/platform";

import { isOpen, primaryOf } from "./primary";

const option = (action: Action, refusal: StepRefusal | null = null, role: Role = "preparer"): StepOption => ({
  action,
  role,
  refusal,
});
const primary = (stage: Stage, ...options: StepOption[]): string => {
  const found = primaryOf({ stage, options });
  return found ? `${found.kind} ${found.action}` : "nothing";
};
const notMine: StepRefusal = { kind: "not_in_role", role: "reviewer" };

describe("the one thing to do next", () => {
  it("is 送审 while it is prepared, whatever stands in the way", () => {
    expect(primary("preparing", option("submit"))).toBe("sign submit");
    expect(primary("preparing", option("submit", { kind: "unexcused_errors", count: 3 }))).toBe("sign submit");
    expect(primary("preparing", option("submit", { kind: "not_in_role", role: "preparer" }))).toBe("sign submit");
  });

  it("is to check for who may check, also before the remarks are closed", () => {
    expect(primary("in_review", option("review"), option("withdraw", { kind: "not_the_submitter" }))).toBe(
      "review review",
    );
    expect(primary("in_approval", option("approve", { kind: "unclosed_remarks", count: 1 }))).toBe("review approve");
    expect(primary("secrecy_review", option("pass_secrecy_review"))).toBe("review pass_secrecy_review");
  });

  it("is to take it back for who has submitted it", () => {
    expect(primary("in_review", option("review", notMine), option("withdraw"))).toBe("sign withdraw");
    expect(primary("in_review", option("review", { kind: "has_edited" }), option("withdraw"))).toBe("sign withdraw");
  });

  it("is nothing for who has nothing to do with it", () => {
    expect(primary("in_review", option("review", notMine), option("withdraw", { kind: "not_the_submitter" }))).toBe(
      "nothing",
    );
    expect(primary("in_approval", option("approve", notMine), option("withdraw", { kind: "acted_on" }))).toBe(
      "nothing",
    );
    expect(primary("approved", option("revise", { kind: "not_in_role", role: "preparer" }))).toBe("nothing");
  });

  it("is to revise what is approved", () => {
    expect(primary("approved", option("revise"))).toBe("sign revise");
  });

  it("is offered before anybody has come", () => {
    const nobody: StepRefusal = { kind: "no_person" };
    expect(primary("in_review", option("review", nobody), option("withdraw", nobody))).toBe("review review");
    expect(primary("approved", option("revise", nobody))).toBe("sign revise");
  });
});

it("a step is open only without any refusal", () => {
  expect(isOpen({ options: [option("withdraw")] }, "withdraw")).toBe(true);
  expect(isOpen({ options: [option("withdraw", { kind: "acted_on" })] }, "withdraw")).toBe(false);
  expect(isOpen({ options: [] }, "withdraw")).toBe(false);
});
