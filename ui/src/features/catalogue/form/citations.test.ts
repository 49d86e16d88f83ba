import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { added, citationsOf, edited, joined, moved, removed, usualSeparator, type Citations } from "./citations";

const folder = fileURLToPath(new URL("../../../../../assets/catalogues/", import.meta.url));

/** Every 公开依据 of the standard catalogues. */
function standardTexts(): string[] {
  const texts = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const catalogue = JSON.parse(readFileSync(folder + file, "utf8")) as { groups: { items: { basis?: string }[] }[] };
    for (const group of catalogue.groups) for (const item of group.items) texts.add(item.basis ?? "");
  }
  return [...texts];
}

function of(text: string): Citations {
  const found = citationsOf(text);
  if (!found) throw new Error(`free text: ${text}`);
  return found;
}

const texts = (citations: Citations): string[] => citations.rows.map((row) => row.text);

describe("a basis as citations", () => {
  it("is taken apart without separators and numbers", () => {
    expect(texts(of("《甲法》（国务院令第1号）；《乙办法》。"))).toEqual(["《甲法》（国务院令第1号）", "《乙办法》"]);
    expect(texts(of("《甲法》、国务院《乙要点》、《丙》"))).toEqual(["《甲法》", "国务院《乙要点》", "《丙》"]);
    expect(texts(of("1.《甲法》；\n2.《乙法》。"))).toEqual(["《甲法》", "《乙法》"]);
    expect(texts(of(""))).toEqual([]);
  });

  it("is put together again to the byte", () => {
    const cases = [...standardTexts(), " 《甲法》 ；\n\n《乙法》;;\n", "3.《甲》；1.《乙》", "；", "《甲", "1、《甲》；2、《乙》", "1.；2.《乙》"];
    expect(cases.length).toBeGreaterThan(40);
    for (const text of cases) {
      const found = citationsOf(text);
      if (found) expect(joined(found)).toBe(text);
    }
  });

  it("stays free text where nothing but a separator would be a citation", () => {
    expect(citationsOf("；《甲法》")).toBeNull();
  });

  it("of every standard catalogue can be listed", () => {
    expect(standardTexts().filter((text) => citationsOf(text) === null)).toEqual([]);
  });
});

describe("changing a citation", () => {
  it("leaves all others as they are", () => {
    expect(joined(edited(of("《甲》;《乙》；\n《丙》。"), 1, "《丁》（1号）"))).toBe("《甲》;《丁》（1号）；\n《丙》。");
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
