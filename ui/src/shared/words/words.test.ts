import { describe, expect, it } from "vitest";

import { AppFailure, type Column, type EditName } from "@/platform";

import { clockTime, longDate, shortMoment } from "./common";
import { editSentence, redoSentence, undoSentence } from "./edits";
import { errorSentence, failureSentence } from "./errors";
import { errors, everyError } from "./samples";

describe("error sentences", () => {
  it("stand for every code, end as sentences and say nothing that a clerk would not", () => {
    for (const error of everyError) {
      const sentence = errorSentence(error);
      expect(sentence, error.code).toMatch(/。$/);
      expect(sentence, error.code).not.toMatch(/undefined|操作失败|非法|异常|系统错误|！|!|os error|wrong value/);
    }
  });

  it("differ from one another", () => {
    const different = new Set(everyError.map((error) => JSON.stringify(error)));
    // That nobody has logged in is said with the same words of an act and of a step.
    expect(new Set(everyError.map(errorSentence)).size).toBe(different.size - 1);
  });

  it("name the file", () => {
    expect(errorSentence(errors.disk_full)).toContain(`“${errors.disk_full.path}”`);
  });

  it("are found for what is thrown, whatever it is", () => {
    expect(failureSentence(new AppFailure(errors.cancelled))).toBe(errorSentence(errors.cancelled));
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
