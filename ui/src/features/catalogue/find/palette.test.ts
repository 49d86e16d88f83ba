import { describe, expect, it } from "vitest";

import { pinyinInitials } from "@/shared/words/pinyin";

import { matching, type PaletteEntry } from "./palette";

const entries: PaletteEntry[] = [
  { id: "a", number: "1", name: "机构职能", text: "行政处罚的依据" },
  { id: "b", number: "16", name: "行政许可结果公开", text: "" },
  { id: "c", number: "17", name: "其他行政许可", text: "" },
  { id: "d", number: "18", name: "行政处罚结果公开", text: "" },
];
const found = (typed: string): string =>
  matching(entries, typed)
    .map((each) => each.id)
    .join("");

describe("an item is found", () => {
  it("by its number alone, not by a part of it", () => expect(found("1")).toBe("a"));
  it("by words of its name, those that begin with them first", () => expect(found("行政许可")).toBe("bc"));
  it("by pinyin initials of its name", () => expect(found("xzcf")).toBe("d"));
  it("by words of its text, after those with the words in their name", () => expect(found("行政处罚")).toBe("da"));
  it("in its order while nothing is typed", () => expect(found(" ")).toBe("abcd"));
});

it("initials follow the pinyin; what is no character stays as it is", () => {
  expect(pinyinInitials("信息形成20日内A")).toBe("xxxc20rna");
  expect(pinyinInitials("重点领域")).toBe("zdly");
  expect(pinyinInitials("阿爸澳吧政座匝")).toBe("abab" + "zzz");
});
