import { expect, it } from "vitest";

import { citationAt } from "./citation";

const at = (marked: string): string => {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to } = citationAt(text, caret);
  return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
};

it("finds the citation that is being typed", () => {
  expect(at("xzxk|")).toBe("[xzxk]");
  expect(at("《甲法》；xzxk|")).toBe("《甲法》；[xzxk]");
  expect(at("《甲法》；行政|；《乙法》")).toBe("《甲法》；[行政]；《乙法》");
  expect(at("1.《甲法》；\n2.行政|")).toBe("1.《甲法》；\n2.[行政]");
});

it("finds none where none is begun", () => {
  expect(at("《甲法》；|")).toBe("《甲法》；[]");
  expect(at("|")).toBe("[]");
});
