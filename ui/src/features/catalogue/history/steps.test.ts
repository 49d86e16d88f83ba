import { expect, it } from "vitest";

import type { HistoryStep } from "@/platform";

import { historyLines } from "./steps";

const step = (name: string): HistoryStep => ({
  name: { kind: "add_group", name },
  at: "2022-12-18T06:00:00Z",
  actor: "",
});
const names = (lines: ReturnType<typeof historyLines>) =>
  lines.map((line) => [line.step?.name.kind === "add_group" ? line.step.name.name : "", line.state, line.steps]);

it("the list runs from the furthest that can be made again to the beginning, each with the way there", () => {
  const history = { done: [step("c"), step("b")], undone: [step("d"), step("e")], has_more: false };
  expect(names(historyLines(history))).toEqual([
    ["e", "undone", 2],
    ["d", "undone", 1],
    ["c", "now", 0],
    ["b", "done", -1],
    ["", "done", -2],
  ]);
});

it("the beginning is missing where older steps are not listed, and is where one is when nothing was done", () => {
  expect(names(historyLines({ done: [step("c")], undone: [], has_more: true }))).toEqual([["c", "now", 0]]);
  expect(names(historyLines({ done: [], undone: [step("d")], has_more: false }))).toEqual([
    ["d", "undone", 1],
    ["", "now", 0],
  ]);
});
