import { expect, it } from "vitest";

import type { StateOf, StepView } from "@/platform";

import { stateKey, stateName } from "./states";

const step: StepView = {
  seq: 4,
  version: 2,
  action: "send_back",
  role: "reviewer",
  name: "乙某",
  unit: "",
  at: "",
  stage: "preparing",
  open_remarks: 1,
};
const facts = { version: 2, stage: "in_review", steps: [step] } as const;
const states: StateOf[] = [
  { kind: "now" },
  { kind: "version", number: 1 },
  { kind: "step", seq: 4 },
  { kind: "step", seq: 9 },
  { kind: "copied_from" },
  { kind: "nothing" },
];

it("each state has its own key and its own name", () => {
  expect(new Set(states.map(stateKey)).size).toBe(states.length);
  expect(states.map((state) => stateName(state, facts))).toEqual([
    "第2版（待复核）",
    "第1版（已审签）",
    "第2版，乙某退回时",
    "第9步时",
    "所依据的底稿",
    "空白",
  ]);
});
