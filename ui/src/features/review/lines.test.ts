import { describe, expect, it } from "vitest";

import type { Fate, RemarkView, ReviewCell, ReviewEntry, Template } from "@/platform";
import { item } from "@/shared/fixtures";

import {
  bearsRemarks,
  blankCells,
  linesOf,
  linesOfWhole,
  linesWithRemarks,
  placesOf,
  seenCounts,
  seenEntries,
  stopFrom,
  wholeTable,
  withWhole,
} from "./lines";

const runs = (text: string, is_changed = true) => (text ? [{ text, is_changed }] : []);
const cell = (column: string, before: string, after: string): ReviewCell => ({
  column,
  part: null,
  label: column,
  before: runs(before),
  after: runs(after),
  reason: "",
});
const entry = (
  fate: Fate,
  item: string | null,
  number: number | null,
  cells: ReviewCell[],
  more: Partial<ReviewEntry> = {},
): ReviewEntry => ({ fate, item, number, group: "组", name: item ?? "", from_group: null, cells, reason: "", ...more });

const changed = [
  entry("changed", "a", 1, [cell("content", "x", "y"), cell("basis", "", "z")]),
  entry("removed", "b", 2, [cell("content", "gone", "")]),
  entry("added", "d", 3, [cell("content", "", "new"), cell("basis", "", "law")]),
  entry("moved", "e", 4, [cell("basis", "1", "2")], { from_group: "别组" }),
];
const full = [
  entry("added", null, null, [{ ...cell("", "", "标题"), column: null, label: "标题" }], { group: "" }),
  entry("added", "a", 1, [cell("content", "", "y"), cell("basis", "", "z"), cell("remarks", "", "note")]),
  entry("added", "c", 2, [cell("content", "", "same")]),
  entry("added", "d", 3, [cell("content", "", "new"), cell("basis", "", "law")]),
  entry("added", "e", 4, [cell("content", "", "k"), cell("basis", "", "2")]),
];
const columns = ["content", "basis", "remarks"];
const lines = linesOf(withWhole(changed));
const stops = (all: typeof lines) => all.filter((line) => line.isStop).map((line) => line.key);

describe("from change to change", () => {
  it("a changed cell is one, a new item and one that is gone are one each, a moved one is one more than its cells", () => {
    expect(stops(lines)).toEqual(["a|content ", "a|basis ", "b", "d", "e", "e|basis "]);
  });

  it("the rows come in order: the whole, then each item's head before its cells", () => {
    expect(lines.map((line) => line.key)).toEqual([
      " ",
      "a",
      "a|content ",
      "a|basis ",
      "b",
      "b|content ",
      "d",
      "d|content ",
      "d|basis ",
      "e",
      "e|basis ",
    ]);
  });

  it("next and previous stop at changes only, and stay at the last and the first", () => {
    expect(stopFrom(lines, 0, 1)).toBe(2);
    expect(stopFrom(lines, 6, 1)).toBe(9);
    expect(stopFrom(lines, 10, 1)).toBe(10);
    expect(stopFrom(lines, 6, -1)).toBe(4);
    expect(stopFrom(lines, 2, -1)).toBe(2);
    expect(stopFrom(lines, -1, 1)).toBe(2);
  });

  it("a row knows its place among them", () => {
    expect([...placesOf(lines)]).toEqual([0, 0, 1, 2, 3, 3, 4, 4, 4, 5, 6]);
  });

  it("what was seen is counted by changes, and an item is seen when all of its changes are", () => {
    const seen = new Set(["a|content ", "d", "of another base"]);
    expect(seenCounts(lines, seen)).toEqual({ seen: 2, left: 4 });
    expect([...seenEntries(lines, seen)]).toEqual(["d"]);
  });
});

describe("the whole table", () => {
  it("has what is new at its place, what is gone behind what stood before it, and all else unchanged", () => {
    const whole = wholeTable(changed, full, columns);
    expect(whole.map((each) => [each.item, each.fate])).toEqual([
      [null, null],
      ["a", "changed"],
      ["b", "removed"],
      ["c", null],
      ["d", "added"],
      ["e", "moved"],
    ]);
    expect(whole[1]?.cells.map((each) => [each.column, each.before[0]?.text ?? "", each.after[0]?.text ?? ""])).toEqual(
      [
        ["content", "x", "y"],
        ["basis", "", "z"],
        ["remarks", "note", "note"],
      ],
    );
  });

  it("stops at the same changes as the list of changes", () => {
    expect(stops(linesOfWhole(changed, full, columns))).toEqual(stops(lines));
  });

  it("has the cells in which nothing stands too, without a stop, of new items as well", () => {
    const blanks = (id: string) =>
      id === "b"
        ? []
        : blankCells(item(id), { columns: columns.map((key) => ({ key, header: [key] })) } as unknown as Template);
    const whole = linesOfWhole(changed, full, columns, blanks);
    const of = (id: string) =>
      whole.filter((line) => line.entry.item === id && line.cell).map((line) => line.cell?.column);
    expect([of("c"), of("d"), of("b")]).toEqual([columns, columns, ["content"]]);
    expect(stops(whole)).toEqual(stops(lines));
  });

  it("keeps a cell that was emptied", () => {
    const [emptied] = wholeTable(
      [entry("changed", "c", 2, [cell("basis", "old", "")])],
      [entry("added", "c", 2, [cell("content", "", "same")])],
      columns,
    );
    expect(emptied?.cells.map((each) => each.column)).toEqual(["content", "basis"]);
  });
});

it("the cells of an item are those of its columns, and of its rows where it has several", () => {
  const template = {
    columns: [
      ["number", "序号"],
      ["group", "一级事项"],
      ["item", "公开事项", "二级事项"],
      ["content", "公开内容"],
      ["method:proactive", "公开方式", "主动"],
    ].map(([key, ...header]) => ({ key, header })),
  } as unknown as Template;
  const labels = (parts: number) =>
    blankCells(
      item("a", { parts: Array.from({ length: parts }, () => ({ content: "", channels: [] })) }),
      template,
    ).map((each) => each.label);
  expect(labels(0)).toEqual(["二级事项", "公开内容", "公开方式/主动"]);
  expect(labels(2)).toEqual(["二级事项", "公开内容（第1行）", "公开内容（第2行）", "公开方式/主动"]);
});

it("remarks are shown where they are, under the heads of their items", () => {
  const remark = (item: string | null, column: string | null): RemarkView => ({
    id: `${item} ${column}`,
    place: { item, part: null, column },
    state: "open",
    entries: [],
  });
  const shown = linesWithRemarks(linesOfWhole(changed, full, columns), [
    remark("c", "content"),
    remark("e", null),
    remark(null, null),
  ]);
  expect(shown.map((line) => line.key)).toEqual([" ", "c", "c|content ", "e"]);
  expect(stops(shown)).toEqual([" ", "c|content ", "e"]);
});

it("remarks on the whole are shown at its head alone, not at the fields above the table and not at groups", () => {
  const above = entry("changed", null, null, [{ ...cell("", "旧", "新"), column: null, label: "标题" }], { group: "" });
  const group = entry("added", null, null, [], { group: "新组" });
  expect(
    linesOf([above, group, ...changed])
      .filter((line) => line.entry.item === null)
      .map(bearsRemarks),
  ).toEqual([true, false, false]);
});
