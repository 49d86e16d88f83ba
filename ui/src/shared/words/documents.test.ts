import { expect, it } from "vitest";

import { documentFinding } from "./documents";
import { documentFindings, everyDocumentFinding } from "./samples";

it("every finding is one or more whole sentences in a clerk's words, with its facts", () => {
  const sentences = everyDocumentFinding.map((found) => documentFinding(found, "basis", (key) => `<${key}>`));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/undefined|null|操作失败|非法|异常|！|!/);
  }
});

it("the statistics line is contradicted only where it is wrong", () => {
  expect(documentFinding(documentFindings.statistics_disagree, null, String)).toBe(
    "统计行与表中各行不符：主动公开的二级事项写为26项，实有27项。导入后按实有项数计算，请核实。",
  );
});
