import { expect, it } from "vitest";

import { documentFinding } from "./documents";
import { errorSentence } from "./errors";
import { problemSentence } from "./findings";
import { proofSentence } from "./proof";
import { everySample } from "./samples";
import { fill, table, type Entry } from "./table";

/** What the window says of each sample. */
function everySentence(): string[] {
  const { errors, findings, rules, faults, parts } = everySample;
  const found = { version: 2, step: 5, part: null, is_warning: false };
  return [
    ...errors.map(errorSentence),
    ...findings.map((each) => documentFinding(each, "basis", (key) => key)),
    ...rules.map(problemSentence),
    ...faults.map((fault) => proofSentence({ ...found, fault })),
    ...parts.map((part) => proofSentence({ ...found, part, fault: "altered_outside" })),
  ];
}

it("every placeholder of the table has a fact, and no fact is none", () => {
  for (const sentence of everySentence()) expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|object/);
});

it("no sentence of the table is left over", () => {
  const said = everySentence();
  const sections = ["errors", "exchange", "library", "handoff", "pin", "remark", "code", "template"] as const;
  const more = ["strangers", "measures", "problems", "findings", "rules", "refusals", "faults", "parts"] as const;
  for (const section of [...sections, ...more]) {
    for (const [key, entry] of Object.entries<Entry>(table[section])) {
      const words = (typeof entry === "string" ? entry : entry.window).split(/\{\w+\}/);
      const isSaid = said.some((sentence) => words.every((each) => sentence.includes(each)));
      expect(isSaid, `${section}.${key}`).toBe(true);
    }
  }
});

it("a text that looks like a placeholder stays a text", () => {
  expect(fill("“{text}”不是{path}", { text: "{path}", path: "甲" })).toBe("“{path}”不是甲");
});

it("the command line is tried with the same samples", async () => {
  await expect(`${JSON.stringify(everySample, null, 2)}\n`).toMatchFileSnapshot(
    "../../../../tests/fixtures/words.json",
  );
});
