import { describe, expect, it } from "vitest";

import { untouched, withRow } from "./choice";
import {
  actionsOf,
  decided,
  decisionOf,
  inOrder,
  placeWords,
  positionOf,
  takenBack,
  undecided,
  type Found,
} from "./findings";
import { finding, view } from "./fixtures";

const MARKS = ["method:proactive", "method:on_application"];
const first = (given: ReturnType<typeof finding>): Found => inOrder([given])[0] as Found;
const undecidedMark = first(finding({ kind: "mark_undecided", columns: MARKS }, { severity: "error" }));
const ditto = first(finding({ kind: "ditto", row: 2 }, { severity: "info", column: "basis" }));
const taken = first(finding({ kind: "taken_from_above", columns: ["content", "basis"] }));

it("what must be decided comes first, the rest in the order of the document, and equal ones are told apart", () => {
  const list = inOrder([
    finding({ kind: "ditto", row: 2 }, { severity: "info", row: 0 }),
    finding({ kind: "text_cut" }, { row: 9 }),
    finding({ kind: "text_cut" }, { row: 4 }),
    finding({ kind: "mark_undecided", columns: [] }, { severity: "error", row: 20 }),
    finding({ kind: "mark_undecided", columns: [] }, { severity: "error", row: 20 }),
  ]);
  expect(list.map(({ found, row }) => [found.kind, row])).toEqual([
    ["mark_undecided", 20],
    ["mark_undecided", 20],
    ["text_cut", 4],
    ["text_cut", 9],
    ["ditto", 0],
  ]);
  expect(new Set(list.map(({ key }) => key)).size).toBe(5);
});

describe("what can be done about a finding", () => {
  it("a √ may be put into each of its columns, or left open", () => {
    expect(actionsOf(undecidedMark)).toEqual([
      ...MARKS.map((column) => ({ kind: "tick", column })),
      { kind: "leave_empty" },
    ]);
  });

  it("what was taken from elsewhere can be taken out", () => {
    expect(actionsOf(ditto)).toEqual([{ kind: "make_empty", columns: ["basis"] }]);
    expect(actionsOf(taken)).toEqual([{ kind: "make_empty", columns: ["content", "basis"] }]);
  });

  it("nothing is offered about the whole table but to leave open what is lost", () => {
    expect(actionsOf(first(finding({ kind: "hidden_table" }, { row: null })))).toEqual([]);
    expect(actionsOf(first(finding({ kind: "too_many_rows" }, { row: null, severity: "error" })))).toEqual([
      { kind: "leave_empty" },
    ]);
  });
});

describe("a decision", () => {
  const [tick] = actionsOf(undecidedMark);

  it("is sent as cells, is seen, and can be taken back", () => {
    if (!tick) throw new Error("no action");
    const draft = decided(untouched(), undecidedMark, tick);
    expect(draft.corrections.cells).toEqual([{ table: 1, row: 2, column: MARKS[0], answer: "ticked" }]);
    expect(decisionOf(undecidedMark, draft)).toEqual({ kind: "ticked", columns: [MARKS[0]] });
    expect(takenBack(draft, undecidedMark)).toEqual(untouched());
    expect(decided(draft, undecidedMark, tick)).toEqual(untouched());
  });

  it("to leave empty what is empty changes no cell, and takes back what was ticked", () => {
    if (!tick) throw new Error("no action");
    const draft = decided(decided(untouched(), undecidedMark, tick), undecidedMark, { kind: "leave_empty" });
    expect(draft.corrections.cells).toEqual([]);
    expect(decisionOf(undecidedMark, draft)).toEqual({ kind: "left" });
  });

  it("to empty what was filled from above is one when all of its cells are empty", () => {
    const draft = decided(untouched(), taken, { kind: "make_empty", columns: ["content", "basis"] });
    expect(decisionOf(taken, draft)).toEqual({ kind: "empty" });
    expect(decisionOf(taken, decided(untouched(), taken, { kind: "make_empty", columns: ["basis"] }))).toBeNull();
  });

  it("is made for all findings of a row that is left out", () => {
    expect(decisionOf(undecidedMark, withRow(untouched(), 1, 2, { kind: "leave_out" }))).toEqual({ kind: "left_out" });
  });

  it("is wanted for errors only", () => {
    expect(undecided([undecidedMark, ditto, taken], untouched())).toEqual([undecidedMark]);
  });
});

it("a place is named by its row and its column, or by what several columns belong to", () => {
  expect(placeWords(ditto, view())).toBe("第3行　公开依据");
  expect(placeWords(undecidedMark, view())).toBe("第3行　公开方式");
  expect(
    placeWords(first(finding({ kind: "hidden_table" }, { place: { table: 1, row: null, column: null } })), view()),
  ).toBe("全表");
  const [table] = view().tables;
  if (!table) throw new Error("no table");
  expect(placeWords(ditto, view({ tables: [table, table] }))).toBe("目录　第3行　公开依据");
});

it("a finding is shown in the column that became its own, else where it stands", () => {
  expect(positionOf(first(finding({ kind: "ditto", row: 2 }, { column: "item" })), view())).toBe(2);
  expect(
    positionOf(
      first(finding({ kind: "text_without_column", text: "x" }, { place: { table: 1, row: 3, column: 3 } })),
      view(),
    ),
  ).toBe(3);
});
