import { expect, it } from "vitest";

import { chineseNumber } from "@/shared/words/template";

import { item, template, view } from "./fixtures";
import { headerCells, pictureRows, pictureWidths } from "./picture";

const lines = (columns: typeof template.columns): string[] =>
  headerCells(columns).map((cell) => `${cell.row},${cell.column} ${cell.row_span}x${cell.column_span} ${cell.text}`);

it("header cells with an equal beginning are one, as the program has them", () => {
  expect(lines(template.columns)).toEqual([
    ...[
      "0,0 2x1 序号",
      "0,1 1x3 公开事项",
      "0,4 2x1 公开内容",
      "0,5 2x1 公开时限",
      "0,6 2x1 公开渠道和载体",
      "0,7 1x2 公开对象",
    ],
    ...[
      "0,9 1x1 公开层级",
      "1,1 1x1 一级事项",
      "1,2 1x2 二级事项",
      "1,7 1x1 全社会",
      "1,8 1x1 特定群体",
      "1,9 1x1 县级",
    ],
  ]);
});

it("equal words below different headers stay apart", () => {
  const columns = [
    { key: "item", header: ["事项", "名称"] },
    { key: "custom:甲", header: ["科室", "名称"] },
    { key: "custom:乙", header: ["科室"] },
  ];
  expect(lines(columns)).toEqual(["0,0 1x1 事项", "0,1 1x1 科室", "0,2 2x1 科室", "1,0 1x1 名称", "1,1 1x1 名称"]);
});

const texts = (rows: ReturnType<typeof pictureRows>, key: string): string[] =>
  rows.flatMap((row) => row.filter((cell) => cell.key === key).map((cell) => `${cell.span} ${cell.text}`));

it("rows are the catalogue's first, numbered and merged as the template says", () => {
  const items = ["甲", "甲", "乙", "丙"].map((content, index) => item(String(index), { content, levels: ["县级"] }));
  const rows = pictureRows(view([items, items.slice(0, 1)]), template, new Map());
  expect(rows).toHaveLength(4);
  expect(texts(rows, "number")).toEqual(["3 一", "1 二"]);
  expect(texts(rows, "item_number")).toEqual(["1 1", "1 2", "1 3", "1 5"]);
  expect(texts(rows, "content")).toEqual(["2 甲", "1 乙", "1 甲"]);
  expect(texts(rows, "level:县级")[0]).toBe("1 √");
  const byItem = { ...template, numbering: { group: "none", item: "running" } as const };
  expect(texts(pictureRows(view([items]), byItem, new Map()), "number")).toEqual(["1 1", "1 2", "1 3"]);
});

it("boxes are all printed, the renamed ones under their new name", () => {
  const ticked = item("a", {
    channels: [
      { label: "政府网站", note: "" },
      { label: "其他", note: "广播" },
    ],
  });
  const renamed = { ...template, channel_options: ["门户网站", "两微一端", "其他"] };
  const rows = pictureRows(view([[ticked]]), renamed, new Map([["政府网站", "门户网站"]]));
  expect(texts(rows, "channels")).toEqual(["1 ☑门户网站 □两微一端 ☑其他：广播"]);
});

it("an empty catalogue is drawn with a sample row", () => {
  expect(pictureRows(view([[]]), template, new Map())).toHaveLength(1);
});

it("the columns fill the room", () => {
  const widths = pictureWidths(template.columns, 900);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(895);
  expect(Math.min(...pictureWidths(template.columns, 200))).toBeGreaterThanOrEqual(26);
});

it("groups are numbered as on paper, also beyond the tenth", () => {
  expect([1, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(["一", "十", "十一", "二十", "二十一", "九十九"]);
});
