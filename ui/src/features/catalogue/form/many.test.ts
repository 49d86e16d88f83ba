import { describe, expect, it } from "vitest";

import type { Item } from "@/platform";

import { item, template } from "../fixtures";
import {
  channelCells,
  commonChannels,
  commonCitations,
  commonMark,
  commonText,
  manyMarkCells,
  textCells,
  withCitations,
} from "./many";

const tick = (label: string, note = "") => ({ label, note });
const options = template.channel_options;

describe("the form of several items", () => {
  it("shows a text that all have, and sets it where it is another", () => {
    const items = [item("1", { time_limit: "甲" }), item("2", { time_limit: "甲" }), item("3", { time_limit: "乙" })];
    expect(commonText(items.slice(0, 2), "time_limit")).toBe("甲");
    expect(commonText(items, "time_limit")).toBeNull();
    expect(textCells(items, "time_limit", "甲")).toEqual([
      { item: "3", part: null, column: "time_limit", value: { kind: "text", text: "甲" } },
    ]);
  });

  it("means every row of an item that has several", () => {
    const parts = [
      { content: "甲", channels: [] },
      { content: "乙", channels: [] },
    ];
    const cells = textCells([item("1", { parts }), item("2")], "content", "丙");
    expect(cells.map((cell) => [cell.item, cell.part])).toEqual([
      ["1", 0],
      ["1", 1],
      ["2", null],
    ]);
  });

  const mixed: Item[] = [
    item("1", { channels: [tick("政府网站"), tick("其他", "公告栏")] }),
    item("2", { channels: [tick("政府网站"), tick("两微一端")] }),
  ];

  it("tells boxes that all have from those that some have", () => {
    expect(commonChannels(mixed)).toEqual({ channels: [tick("政府网站")], some: ["其他", "两微一端"] });
  });

  it("ticks and unticks one box and leaves all others", () => {
    const { channels } = commonChannels(mixed);
    const ticked = channelCells(mixed, channels, [...channels, tick("两微一端")], options);
    expect(ticked.map((cell) => [cell.item, cell.value])).toEqual([
      ["1", { kind: "channels", channels: [tick("政府网站"), tick("两微一端"), tick("其他", "公告栏")] }],
    ]);
    const unticked = channelCells(mixed, channels, [], options);
    expect(unticked.map((cell) => cell.value)).toEqual([
      { kind: "channels", channels: [tick("其他", "公告栏")] },
      { kind: "channels", channels: [tick("两微一端")] },
    ]);
  });

  it("keeps the notes that there are when the others get the box too, and sets a note in all", () => {
    const cells = channelCells(mixed, [], [tick("其他")], options);
    expect(cells.map((cell) => cell.item)).toEqual(["2"]);
    const both = [item("1", { channels: [tick("其他", "公告栏")] }), item("2", { channels: [tick("其他")] })];
    expect(channelCells(both, [tick("其他")], [tick("其他", "广播")], options).map((cell) => cell.value)).toEqual([
      { kind: "channels", channels: [tick("其他", "广播")] },
      { kind: "channels", channels: [tick("其他", "广播")] },
    ]);
  });

  it("says whether a √ is in all, some or none, and sets it where it is not", () => {
    const items = [item("1", { method: ["proactive"] }), item("2")];
    expect(commonMark(items, "method:proactive")).toMatchObject({ isSome: true, value: { on: false } });
    expect(commonMark(items.slice(0, 1), "method:proactive")).toMatchObject({ isSome: false, value: { on: true } });
    const on = { kind: "mark", on: true, note: "" } as const;
    expect(manyMarkCells(items, template.columns, "method:proactive", on).map((cell) => cell.item)).toEqual(["2"]);
  });

  it("switches from one 公开方式 to the other in one step", () => {
    const columns = [...template.columns, { key: "method:on_application", header: ["公开方式", "依申请"] }];
    const on = { kind: "mark", on: true, note: "" } as const;
    const cells = manyMarkCells([item("1", { method: ["proactive"] })], columns, "method:on_application", on);
    expect(cells.map((cell) => [cell.column, cell.value])).toEqual([
      ["method:on_application", on],
      ["method:proactive", { ...on, on: false }],
    ]);
  });
});

describe("citations of several items", () => {
  it("are those that all have", () => {
    expect(commonCitations(["《甲》；《乙》。", "《乙》、《丙》"])).toEqual(["《乙》"]);
  });

  it("change where they stand, and the rest of each text stays", () => {
    expect(withCitations("《甲》；《乙》。", ["《乙》"], ["《丁》"], "；")).toBe("《甲》；《丁》。");
    expect(withCitations("《乙》、《丙》", ["《乙》"], [], "；")).toBe("《丙》");
    expect(withCitations("《乙》、《丙》", ["《乙》"], ["《乙》", "《丁》"], "；")).toBe("《乙》、《丙》、《丁》");
    expect(withCitations("《甲》", [], ["《甲》"], "；")).toBe("《甲》");
    expect(withCitations("", [], ["《甲》"], "；")).toBe("《甲》");
  });
});
