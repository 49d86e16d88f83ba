import { expect, it } from "vitest";

import { cell, row } from "./fixtures";
import { linesOf, type Line } from "./folding";
import { cellsIn, heightsOf, linesOfText, piecesOf, reachesFrom } from "./geometry";

const rows = [
  row(0, "header", [cell(1, "甲"), cell(2, "乙")]),
  row(1, "item", [cell(1, "组", 3), cell(2, "一")]),
  row(2, "item", [cell(2, "二")]),
  row(3, "item", [cell(2, "三")]),
];
const lines = linesOf(rows, { flagged: new Set(), onlyFlagged: false, unfolded: new Set() });
const lineOf = new Map(lines.flatMap((line, at) => (line.kind === "row" ? [[line.row, at] as const] : [])));

it("a text needs as many lines as its column is narrow, and no more than are shown", () => {
  expect(linesOfText("公开内容", 100, 4)).toBe(1);
  expect(linesOfText("公开内容公开内容公开内容", 100, 4)).toBe(2);
  expect(linesOfText("一\n二\n三", 400, 4)).toBe(3);
  expect(linesOfText("公".repeat(400), 100, 4)).toBe(4);
});

it("a merged cell makes its last row taller where its rows have not enough room", () => {
  const tall = [row(0, "item", [cell(1, "一\n二\n三\n四", 2), cell(2, "甲")]), row(1, "item", [cell(2, "乙")])];
  const heights = heightsOf(
    [
      { kind: "row", row: 0 },
      { kind: "row", row: 1 },
    ],
    tall,
    [100, 100],
  );
  expect(heights).toEqual([25, 54]);
});

it("a cell is parted by lines that fold rows away", () => {
  const parted: Line[] = [
    { kind: "row", row: 0 },
    { kind: "row", row: 1 },
    { kind: "fold", from: 2, to: 3, items: 2 },
    { kind: "row", row: 4 },
  ];
  expect(
    piecesOf(
      0,
      5,
      new Map([
        [0, 0],
        [1, 1],
        [4, 3],
      ]),
      parted,
    ),
  ).toEqual([
    { from: 0, to: 1 },
    { from: 3, to: 3 },
  ]);
});

it("a cell that begins above what is seen is drawn in the first line that is", () => {
  const drawn = cellsIn(2, 4, lines, rows, reachesFrom(rows), lineOf, 2);
  expect(drawn.map(({ row: at, cell: { text }, line, piece }) => [at, text, line, piece.from, piece.to])).toEqual([
    [1, "组", 2, 1, 3],
    [2, "二", 2, 2, 2],
    [3, "三", 3, 3, 3],
  ]);
});

it("where the document has no cell an empty one is drawn", () => {
  const drawn = cellsIn(0, 1, lines, rows, reachesFrom(rows), lineOf, 3);
  expect(drawn.map(({ cell: { position, text } }) => [position, text])).toEqual([
    [1, "甲"],
    [2, "乙"],
    [3, ""],
  ]);
});
