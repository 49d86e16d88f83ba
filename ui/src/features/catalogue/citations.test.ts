import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import {
  added,
  citationAt,
  citationsOf,
  edited,
  entriesOf,
  joined,
  moved,
  removed,
  usualSeparator,
  type Citations,
} from "./citations";

interface Case {
  text: string;
  entries: string[];
  citations: string[];
}

/** Every 公开依据 of the standard catalogues and some more, with what the program makes of them. */
const cases = JSON.parse(
  readFileSync(new URL("../../../../tests/fixtures/citations.json", import.meta.url), "utf8"),
) as Case[];

function of(text: string): Citations {
  const found = citationsOf(text);
  if (!found) throw new Error(`free text: ${text}`);
  return found;
}

describe("a basis as citations", () => {
  it("is taken apart as the program does it", () => {
    expect(cases.length).toBeGreaterThan(40);
    for (const { text, entries, citations } of cases) {
      expect(entriesOf(text), text).toEqual(entries);
      const found = citationsOf(text);
      if (found) expect(found.texts, text).toEqual(citations);
    }
  });

  it("is put together again to the byte", () => {
    const texts = [
      ...cases.map((each) => each.text),
      " 《甲法》 ；\n\n《乙法》;;\n",
      "3.《甲》；1.《乙》",
      "《甲",
      "1、《甲》；2、《乙》",
      "1. 《甲》",
    ];
    for (const text of texts) {
      const found = citationsOf(text);
      if (found) expect(joined(found)).toBe(text);
    }
  });

  it("stays free text where a citation would be nothing but a separator", () => {
    const free = cases
      .filter((each) => each.text.trim() !== "" && citationsOf(each.text) === null)
      .map((each) => each.text);
    expect(free).toEqual(["；；《甲法》"]);
    expect(citationsOf("1.；2.《乙》")).toBeNull();
  });
});

describe("changing a citation", () => {
  it("leaves all others as they are", () => {
    expect(joined(edited(of("《甲》;《乙》；\n《丙》。"), 1, "《丁》（1号）"))).toBe(
      "《甲》;《丁》（1号）；\n《丙》。",
    );
  });

  it("takes one out, and the end of the text stays the end", () => {
    const citations = of("《甲》；《乙》；《丙》。");
    expect(joined(removed(citations, 0))).toBe("《乙》；《丙》。");
    expect(joined(removed(citations, 2))).toBe("《甲》；《乙》。");
    expect(joined(edited(citations, 2, ""))).toBe("《甲》；《乙》。");
    expect(joined(removed(of("《甲》。"), 0))).toBe("");
  });

  it("moves one and numbers follow", () => {
    expect(joined(moved(of("《甲》；《乙》；《丙》。"), 2, 0))).toBe("《丙》；《甲》；《乙》。");
    expect(joined(moved(of("1.《甲》；\n2.《乙》。"), 0, 1))).toBe("1.《乙》；\n2.《甲》。");
    expect(joined(removed(of("1.《甲》；\n2.《乙》；\n3.《丙》。"), 0))).toBe("1.《乙》；\n2.《丙》。");
  });

  it("never lets two run into one", () => {
    expect(joined(moved(of("《甲》《乙》办法"), 1, 0))).toBe("《乙》办法；《甲》");
  });

  it("adds one with the text's own separator, else the catalogue's", () => {
    expect(joined(added(of("《甲》《乙》"), "《丙》", "；"))).toBe("《甲》《乙》《丙》");
    expect(joined(added(of("《甲》、《乙》。"), "《丙》", "；"))).toBe("《甲》、《乙》、《丙》。");
    expect(joined(added(of("1.《甲》；\n2.《乙》。"), "《丙》", ""))).toBe("1.《甲》；\n2.《乙》；\n3.《丙》。");
    expect(joined(added(of("一、《甲》\n二、《乙》"), "《丙》", ""))).toBe("一、《甲》\n二、《乙》\n三、《丙》");
    expect(joined(added(of("《甲》。"), "《乙》", "、"))).toBe("《甲》、《乙》。");
    expect(joined(added(of("《甲》；"), "《乙》", "、"))).toBe("《甲》；《乙》");
    expect(joined(added(of(""), "《甲》", "、"))).toBe("《甲》");
  });

  it("knows what separates citations in most texts", () => {
    expect(usualSeparator(["《甲》、《乙》、《丙》", "《甲》；《乙》"])).toBe("、");
    expect(usualSeparator(["《甲》《乙》《丙》"])).toBe("");
    expect(usualSeparator(["《甲》", ""])).toBe("；");
  });
});

it("legal bases are told apart outside of brackets only", () => {
  const cases: [string, number][] = [
    ["《甲法》；《乙条例》（国务院令第711号；2019年修订）。", 2],
    ["《甲法》《乙法》《丙条例》", 3],
    ["1.《甲法》；\n2.《关于印发〈乙办法〉的通知》（人社部发〔2011〕47号）。", 2],
    ["《甲法》(国务院令711号);《乙办法》(自治区政府令21号)。", 2],
    ["", 0],
  ];
  for (const [text, count] of cases) expect(entriesOf(text), text).toHaveLength(count);
});

/** The text with brackets around the citation at the caret `|`. */
const atCaret = (marked: string): string => {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to } = citationAt(text, caret);
  return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
};

it("finds the citation that is being typed", () => {
  expect(atCaret("xzxk|")).toBe("[xzxk]");
  expect(atCaret("《甲法》；xzxk|")).toBe("《甲法》；[xzxk]");
  expect(atCaret("《甲法》；行政|；《乙法》")).toBe("《甲法》；[行政]；《乙法》");
  expect(atCaret("1.《甲法》；\n2.行政|")).toBe("1.《甲法》；\n2.[行政]");
});

it("finds none where none is begun", () => {
  expect(atCaret("《甲法》；|")).toBe("《甲法》；[]");
  expect(atCaret("|")).toBe("[]");
});
