import { expect, it } from "vitest";

import type { ProofFault, SealedPart } from "@/platform";

import { adviceOn, faultsOf, proofSentence, warningsOf } from "./proof";
import { faults, parts } from "./samples";

const problem = (fault: ProofFault, is_warning = false) => ({ version: 2, step: 5, part: null, fault, is_warning });

it("each fault has its own sentence, with the version and the step", () => {
  const sentences = (Object.keys(faults) as ProofFault[]).map((fault) => proofSentence(problem(fault)));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^第2版第5步：[^a-zA-Z!！]+。$/);
});

it("a place that is not known is left out", () => {
  expect(proofSentence({ ...problem("unsigned"), step: null })).toMatch(/^第2版：/);
  expect(proofSentence({ ...problem("catalogue_altered"), version: null, step: null })).toMatch(/^目录内容/);
});

it("what was altered outside is named", () => {
  const altered = { ...problem("altered_outside"), version: null, step: null };
  const sentences = (Object.keys(parts) as SealedPart[]).map((part) => proofSentence({ ...altered, part }));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[^a-zA-Z：]+的数据被其他程序改动过。$/);
});

it("what to do is said, for one catalogue or for the whole library", () => {
  const altered = (part: SealedPart) => ({ ...problem("altered_outside"), part });
  expect(adviceOn([problem("bad_signature"), altered("items")])).toMatch(/^可以.*备份.*没有备份的，把本目录导出/);
  expect(adviceOn([altered("items"), altered("people")])).toMatch(/^所有目录.*备份.*没有备份的，把各份目录导出/);
});

it("warnings forbid nothing", () => {
  const problems = [problem("clock_set_back", true), problem("bad_signature")];
  expect(faultsOf(problems).map((each) => each.fault)).toEqual(["bad_signature"]);
  expect(warningsOf(problems).map((each) => each.fault)).toEqual(["clock_set_back"]);
});
