import { expect, it } from "vitest";

import { choicesFor, columnsOf, letterOf, unsure, useName, valueOf, widthsFor } from "./columns";
import { view } from "./fixtures";

const columns = columnsOf(view(), 1);

it("columns are lettered as in spreadsheets", () => {
  expect([1, 26, 27, 52, 703].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
});

it("a column that was not mapped is one that is left out", () => {
  expect(columns.map(({ letter, header, use }) => [letter, header, use.kind])).toEqual([
    ["A", "一级事项", "column"],
    ["B", "二级事项", "column"],
    ["C", "", "nothing"],
    ["D", "主动", "column"],
  ]);
  expect(unsure(columns)).toBe(1);
});

it("what a column is taken for is always among what it can be, with all official fields", () => {
  for (const column of columns) {
    const values = choicesFor(column, view()).flatMap(({ choices }) => choices.map(({ value }) => value));
    if (column.use.kind !== "nothing") expect(values).toContain(valueOf(column.use));
    for (const key of [
      "number",
      "content",
      "channels",
      "audience:general_public",
      "aspect:results",
      "level:市级",
      "remarks",
    ])
      expect(values).toContain(valueOf({ kind: "column", key }));
    expect(new Set(values).size).toBe(values.length);
  }
});

it("a column can be one of the body's own, or a channel, by the name in its header", () => {
  const [column] = columns;
  if (!column) throw new Error("no column");
  const texts = choicesFor(column, view()).flatMap(({ choices }) => choices.map(({ text }) => text));
  expect(texts).toEqual(expect.arrayContaining(["自设“一级事项”", "渠道“一级事项”", "渠道“政府网站”"]));
});

it("a column is named by what it is taken for", () => {
  expect(columns.map(({ use }) => useName(use, view()))).toEqual(["一级事项", "二级事项", "不导入", "主动"]);
});

it("columns fill the place, √ stay narrow, and none is narrower than can be read", () => {
  const wide = widthsFor(columns, 1200);
  expect(wide.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(1190);
  expect(wide[3]).toBe(36);
  expect(widthsFor(columns, 10)).toEqual([76, 112, 46, 36]);
});
