import { describe, expect, it } from "vitest";

import {
  answerAt,
  changeAt,
  choiceOf,
  isUntouched,
  readAlike,
  untouched,
  withCells,
  withColumn,
  withHeader,
  withLeft,
  withRow,
  withTables,
} from "./choice";

describe("what was chosen of a document", () => {
  it("is sent whole, and says nothing before anything was chosen", () => {
    expect(choiceOf(untouched(), { kind: "new_catalogue" })).toEqual({
      template: { kind: "found" },
      tables: [],
      corrections: { headers: [], columns: [], rows: [], cells: [] },
    });
    expect(isUntouched(untouched())).toBe(true);
    expect(isUntouched(withLeft(untouched(), "f", true))).toBe(false);
  });

  it("has the columns of the catalogue that it goes to", () => {
    expect(choiceOf(untouched(), { kind: "version", id: "c" }).template).toEqual({ kind: "catalogue", id: "c" });
  });

  it("says one thing of a column, of a row and of a cell: what was said last", () => {
    let draft = withColumn(untouched(), 1, 3, { kind: "nothing" });
    draft = withColumn(draft, 2, 3, { kind: "nothing" });
    draft = withColumn(draft, 1, 3, { kind: "column", key: "basis" });
    expect(draft.corrections.columns).toEqual([
      { table: 2, position: 3, use_as: { kind: "nothing" } },
      { table: 1, position: 3, use_as: { kind: "column", key: "basis" } },
    ]);
    draft = withRow(withRow(draft, 1, 7, { kind: "leave_out" }), 1, 7, { kind: "begin_group", name: "甲" });
    expect(changeAt(draft, 1, 7)).toEqual({ kind: "begin_group", name: "甲" });
    expect(changeAt(withRow(draft, 1, 7, null), 1, 7)).toBeNull();
    draft = withCells(withCells(draft, 1, 7, ["a", "b"], "empty"), 1, 7, ["b"], "ticked");
    expect([answerAt(draft, 1, 7, "a"), answerAt(draft, 1, 7, "b"), answerAt(draft, 1, 8, "a")]).toEqual([
      "empty",
      "ticked",
      null,
    ]);
  });

  it("forgets of a table whose header stands elsewhere what was said of its columns and rows, and takes that table", () => {
    let draft = withTables(untouched(), [2]);
    for (const table of [1, 2])
      draft = withRow(withColumn(draft, table, 1, { kind: "nothing" }), table, 5, { kind: "leave_out" });
    draft = withHeader(draft, 1, 4, 2);
    expect(draft.tables).toEqual([1, 2]);
    expect(draft.corrections).toEqual({
      headers: [{ table: 1, first: 4, rows: 2 }],
      columns: [{ table: 2, position: 1, use_as: { kind: "nothing" } }],
      rows: [{ table: 2, row: 5, change: { kind: "leave_out" } }],
      cells: [],
    });
  });

  it("is read alike whatever is cleaned up or left empty, and otherwise in all else", () => {
    const draft = untouched();
    expect(readAlike(draft, { ...withLeft(draft, "f", true), cleanings: [1] })).toBe(true);
    expect(readAlike(draft, withRow(draft, 1, 3, { kind: "leave_out" }))).toBe(false);
  });
});
