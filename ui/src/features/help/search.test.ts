import { expect, it } from "vitest";

import { shownKeys } from "@/shared/composables/keys";
import { helpSections, howTos } from "@/shared/words/help";

import { findHelp } from "./search";

it("keys are written as they stand on the keyboard", () => {
  expect(["Alt+Shift+ArrowUp", "Ctrl+-", "Escape", "\\", "Ctrl+Shift+="].map(shownKeys)).toEqual([
    "Alt+Shift+↑",
    "Ctrl+-",
    "Esc",
    "\\",
    "Ctrl+Shift+=",
  ]);
});

it("everything is shown while nothing is typed", () => {
  expect(findHelp(" ")).toEqual({ sections: helpSections, howTos });
});

it("rows are found by their key, whatever its case, and by what they do", () => {
  const keys = (typed: string): string[] =>
    findHelp(typed).sections.flatMap((section) => section.keys.flatMap((row) => row.keys));
  expect(keys("ctrl+d")).toEqual(["Ctrl+D"]);
  expect(keys("向下 填充")).toEqual(["Ctrl+D"]);
  expect(keys("没有这样的键")).toEqual([]);
});
