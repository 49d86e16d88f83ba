import { expect, it } from "vitest";

import type { FindingKind } from "@/platform";

import { documentFinding } from "./documents";

/** One of each; the compiler demands every kind. */
const all: { [Kind in FindingKind["kind"]]: Extract<FindingKind, { kind: Kind }> } = {
  own_column: { kind: "own_column", header: "责任处室" },
  column_repeated: { kind: "column_repeated", header: "备注" },
  column_guessed: { kind: "column_guessed", header: "" },
  hidden_table: { kind: "hidden_table" },
  hidden_row: { kind: "hidden_row" },
  hidden_column: { kind: "hidden_column", header: "公开依据" },
  row_shifted: { kind: "row_shifted" },
  row_joined: { kind: "row_joined" },
  printed_twice: { kind: "printed_twice", text: "公开" },
  cell_joined: { kind: "cell_joined" },
  row_without_name: { kind: "row_without_name" },
  item_without_name: { kind: "item_without_name" },
  text_without_column: { kind: "text_without_column", text: "文字" },
  cell_over_columns: { kind: "cell_over_columns" },
  number_glued: { kind: "number_glued", number: 3 },
  number_jump: { kind: "number_jump", expected: 3, found: 5 },
  numbers_restart: { kind: "numbers_restart" },
  name_joined: { kind: "name_joined", name: "名称" },
  name_doubled: { kind: "name_doubled", name: "名称" },
  group_again: { kind: "group_again", name: "名称" },
  no_groups: { kind: "no_groups" },
  ditto: { kind: "ditto", row: 4 },
  ditto_of_nothing: { kind: "ditto_of_nothing" },
  taken_from_above: { kind: "taken_from_above", columns: ["basis", "content"] },
  text_cut: { kind: "text_cut" },
  rows_differ: { kind: "rows_differ" },
  mark_unreadable: { kind: "mark_unreadable", text: "是" },
  mark_undecided: { kind: "mark_undecided", columns: ["method:proactive"] },
  marks_missing: { kind: "marks_missing", columns: ["method:proactive", "method:on_application"] },
  mark_moved: { kind: "mark_moved", columns: ["method:proactive"] },
  nothing_ticked: { kind: "nothing_ticked" },
  channel_legend: { kind: "channel_legend", text: "■为必选" },
  channel_unknown: { kind: "channel_unknown", label: "微信" },
  mixed_script: { kind: "mixed_script", characters: "開" },
  statistics_disagree: { kind: "statistics_disagree", stated: [6, 26, null], counted: [6, 27, 0] },
  date_unclear: { kind: "date_unclear", text: "去年" },
  line: { kind: "line", text: "注" },
  text_too_long: { kind: "text_too_long" },
  too_many_rows: { kind: "too_many_rows" },
};

it("every finding is one or more whole sentences in a clerk's words, with its facts", () => {
  const sentences = Object.values(all).map((found) => documentFinding(found, "basis", (key) => `<${key}>`));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/undefined|null|操作失败|非法|异常|！|!/);
  }
});

it("the statistics line is contradicted only where it is wrong", () => {
  expect(documentFinding(all.statistics_disagree, null, String)).toBe(
    "统计行与表中各行不符：主动公开的二级事项写为26项，实有27项。导入后按实有项数计算，请核实。",
  );
});
