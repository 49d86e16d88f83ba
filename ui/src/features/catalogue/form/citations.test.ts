import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { entriesOf } from "../cells";
import { added, citationsOf, edited, joined, moved, removed, usualSeparator, type Citations } from "./citations";

interface Case {
  text: string;
  entries: string[];
  citations: string[];
}

/** Every 公开依据 of the standard catalogues and some more, with what the program makes of them. */
const cases = JSON.parse(
  readFileSync(new URL("../../../../../tests/fixtures/citations.json", import.meta.url), "utf8"),
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
