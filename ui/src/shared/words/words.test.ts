import { describe, expect, it } from "vitest";

import { AppFailure, type AppError, type Column, type EditName } from "@/platform";

import { clockTime, longDate, shortMoment } from "./common";
import { editSentence, redoSentence, undoSentence } from "./edits";
import { errorSentence, failureSentence } from "./errors";

const path = "D:\\目录 库\\甲.json";

/** One of each; the compiler demands every code and every problem. */
const plain: { [Code in AppError["code"]]: Extract<AppError, { code: Code }> } = {
  file_not_found: { code: "file_not_found", path },
  is_a_folder: { code: "is_a_folder", path },
  not_allowed: { code: "not_allowed", path },
  disk_full: { code: "disk_full", path },
  io: { code: "io", path, detail: "os error 5" },
  unknown_file_kind: { code: "unknown_file_kind", path },
  bad_exchange_file: { code: "bad_exchange_file", path, problem: { kind: "not_utf8" } },
  bad_library: { code: "bad_library", path, problem: { kind: "damaged" } },
  library_busy: { code: "library_busy", path },
  no_catalogue: { code: "no_catalogue", id: "c" },
  no_source: { code: "no_source", id: "s" },
  changed_elsewhere: { code: "changed_elsewhere" },
  nothing_to_undo: { code: "nothing_to_undo" },
  no_such_place: { code: "no_such_place" },
  text_too_long: { code: "text_too_long", max: 100000 },
  too_many: { code: "too_many", max: 100 },
  not_a_date: { code: "not_a_date", text: "2022-13-01" },
  bad_request: { code: "bad_request", detail: "wrong value" },
  bad_pattern: { code: "bad_pattern", detail: "unclosed group" },
  bad_template: { code: "bad_template", problem: { kind: "no_item_column" } },
  form: { code: "form", detail: "too narrow" },
  cancelled: { code: "cancelled" },
  no_data_folder: { code: "no_data_folder" },
  bad_document: { code: "bad_document", path: "目录.xlsx", problem: { kind: "not_a_document", looks_like: "picture" } },
  nobody_is_working: { code: "nobody_is_working" },
  not_an_administrator: { code: "not_an_administrator" },
  no_person: { code: "no_person", id: "a" },
  bad_person: { code: "bad_person" },
  name_taken: { code: "name_taken" },
  last_administrator: { code: "last_administrator" },
  wrong_pin: { code: "wrong_pin", wait: 90 },
  must_wait: { code: "must_wait", wait: 5 },
  bad_pin: { code: "bad_pin", problem: { kind: "too_plain" } },
  lost_key: { code: "lost_key" },
  step_refused: { code: "step_refused", refusal: { kind: "unexcused_errors", count: 3 } },
  remark_refused: { code: "remark_refused", problem: { kind: "no_words" } },
  not_editable: { code: "not_editable", stage: "in_review" },
  no_such_version: { code: "no_such_version" },
  bad_check_code: { code: "bad_check_code", problem: { kind: "mistyped" } },
  bad_handoff: { code: "bad_handoff", path: "流转.mulu", problem: "altered" },
  not_decided: { code: "not_decided" },
};

type Exchange = Extract<AppError, { code: "bad_exchange_file" }>["problem"];
const exchange: { [Kind in Exchange["kind"]]: Extract<Exchange, { kind: Kind }> } = {
  too_large: { kind: "too_large" },
  not_utf8: { kind: "not_utf8" },
  not_json: { kind: "not_json", line: 3, column: 14 },
  not_a_catalogue: { kind: "not_a_catalogue" },
  wrong_format: { kind: "wrong_format", found: "mulu.catalogue/9" },
  shape: { kind: "shape", line: 3, column: 14 },
  unknown_column_key: { kind: "unknown_column_key", key: "colour" },
  unknown_word: { kind: "unknown_word", field: "公开方式", word: "其他" },
  not_a_date: { kind: "not_a_date", text: "昨天" },
  invalid_id: { kind: "invalid_id", text: "a b" },
  duplicate_group_id: { kind: "duplicate_group_id", id: "g1" },
  duplicate_item_id: { kind: "duplicate_item_id", id: "i1" },
  content_contradicts_parts: { kind: "content_contradicts_parts", number: 89, item: "服务信息" },
  item_too_large: { kind: "item_too_large", number: 3 },
  too_much: { kind: "too_much" },
  bad_template: { kind: "bad_template", detail: "no columns" },
};

type Library = Extract<AppError, { code: "bad_library" }>["problem"];
const library: { [Kind in Library["kind"]]: Extract<Library, { kind: Kind }> } = {
  not_a_library: { kind: "not_a_library" },
  newer: { kind: "newer" },
  damaged: { kind: "damaged" },
};

const errors: AppError[] = [
  ...Object.values(plain),
  ...Object.values(exchange).map((problem): AppError => ({ code: "bad_exchange_file", path, problem })),
  ...Object.values(library).map((problem): AppError => ({ code: "bad_library", path, problem })),
];

describe("error sentences", () => {
  it("stand for every code, end as sentences and say nothing that a clerk would not", () => {
    for (const error of errors) {
      const sentence = errorSentence(error);
      expect(sentence, error.code).toMatch(/。$/);
      expect(sentence, error.code).not.toMatch(/undefined|操作失败|非法|异常|系统错误|！|!|os error|wrong value/);
    }
  });

  it("differ from one another", () => {
    const all = new Set(errors.map(errorSentence));
    // The one problem of each kind that is also in the plain list.
    expect(all.size).toBe(errors.length - 2);
  });

  it("name the file", () => {
    expect(errorSentence(plain.disk_full)).toContain(`“${path}”`);
  });

  it("are found for what is thrown, whatever it is", () => {
    expect(failureSentence(new AppFailure(plain.cancelled))).toBe(errorSentence(plain.cancelled));
    expect(failureSentence(new TypeError("x is undefined"))).toMatch(/请再试一次/);
  });
});

describe("names of changes", () => {
  const columns: Column[] = [
    { key: "time_limit", header: ["公开时限"] },
    { key: "method:proactive", header: ["公开方式", "主动公开"] },
  ];

  it("say what would be undone and redone", () => {
    const cell: EditName = { kind: "set_cell", column: "time_limit", item: "行政许可结果公开" };
    expect(undoSentence(cell, columns)).toBe("撤销：修改“行政许可结果公开”的公开时限");
    expect(redoSentence({ kind: "several", act: "set_cells", count: 7 }, columns)).toBe("重做：修改7格");
    expect(undoSentence(null, columns)).toBe("没有可撤销的改动");
  });

  it("name a √ with the header above it", () => {
    expect(editSentence({ kind: "set_cell", column: "method:proactive", item: "甲" }, columns)).toBe(
      "修改“甲”的公开方式“主动公开”",
    );
  });

  it("exist for every kind", () => {
    const names: { [Kind in EditName["kind"]]: Extract<EditName, { kind: Kind }> } = {
      set_heading: { kind: "set_heading", field: "title" },
      set_cell: { kind: "set_cell", column: "gone", item: "甲" },
      several: { kind: "several", act: "set_cells", count: 2 },
      add_group: { kind: "add_group", name: "甲" },
      remove_group: { kind: "remove_group", name: "甲" },
      move_group: { kind: "move_group", name: "甲" },
      rename_group: { kind: "rename_group", name: "甲" },
      add_item: { kind: "add_item", name: "甲" },
      remove_item: { kind: "remove_item", name: "甲" },
      move_item: { kind: "move_item", name: "甲" },
      set_parts: { kind: "set_parts", item: "甲" },
      set_template: { kind: "set_template" },
    };
    const sentences = Object.values(names).map((name) => editSentence(name, columns));
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

it("days and moments are written as the office writes them", () => {
  expect(longDate("2022-02-08")).toBe("2022年2月8日");
  expect(longDate("")).toBe("");
  expect(shortMoment("nothing")).toBe("");
  const at = new Date(2022, 11, 8, 4, 3, 2).toISOString();
  expect(shortMoment(at)).toBe("2022-12-08 04:03");
  expect(clockTime(at)).toBe("04:03:02");
});
