import { expect, it } from "vitest";

import type { Action, SignoffView, Stage } from "@/platform";

import { cardsOf } from "./cards";

const step = (seq: number, action: Action, version: number) => ({ seq, action, version });
const version = (number: number) => ({ number, approved_at: "", groups: 1, items: 2, check_code: "" });
const signoff = (stage: Stage, now: number, versions: number[], steps: ReturnType<typeof step>[]) =>
  ({ stage, version: now, versions: versions.map(version), steps }) as unknown as SignoffView;
const steps = [
  step(1, "submit", 1),
  step(2, "review", 1),
  step(3, "approve", 1),
  step(4, "revise", 2),
  step(5, "submit", 2),
];

it("the version that is being made is on top, then the approved ones, each with its own steps", () => {
  const cards = cardsOf(signoff("in_review", 2, [1], steps));
  expect(
    cards.map((card) => [card.number, card.stage, card.version?.number ?? null, card.steps.map((each) => each.seq)]),
  ).toEqual([
    [2, "in_review", null, [5]],
    [1, "approved", 1, [1, 2, 3]],
  ]);
});

it("an approved catalogue has no version that is being made", () => {
  expect(cardsOf(signoff("approved", 2, [1, 2], steps)).map((card) => card.number)).toEqual([2, 1]);
});

it("before the first step there is only the draft", () => {
  expect(cardsOf(signoff("preparing", 1, [], []))).toEqual([
    { number: 1, stage: "preparing", steps: [], version: null },
  ]);
});
