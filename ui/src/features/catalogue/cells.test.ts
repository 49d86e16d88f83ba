import { describe, expect, it } from "vitest";

import { shortChannel } from "@/shared/words/common";

import { cellValue, channelLines, channelsFromLines, toggleChannel } from "./cells";
import { formFields } from "./form/fields";
import { item, template } from "./fixtures";
import { chipsThatFit, columnWidths } from "./grid/widths";

describe("what stands in a cell", () => {
  const parts = [{ content: "甲", channels: [{ label: "政府网站", note: "" }] }];

  it("is the part's for content and channels, and the item's for all else", () => {
    const split = item("1", { parts, basis: "《甲法》" });
    expect(cellValue(split, 0, "content")).toEqual({ kind: "text", text: "甲" });
    expect(cellValue(split, 0, "channels")).toEqual({ kind: "channels", channels: parts[0]?.channels });
    expect(cellValue(split, 0, "basis")).toEqual({ kind: "text", text: "《甲法》" });
  });

  it("is found for marks, levels, sub names and columns of the user's own", () => {
    const filled = item("1", {
      audience: ["specific_groups"],
      audience_note: "参保人",
      levels: ["乡、村级"],
      path: ["甲类"],
      custom: { 责任科室: "办公室" },
    });
    expect(cellValue(filled, 0, "audience:specific_groups")).toEqual({ kind: "mark", on: true, note: "参保人" });
    expect(cellValue(filled, 0, "audience:general_public")).toEqual({ kind: "mark", on: false, note: "" });
    expect(cellValue(filled, 0, "level:乡、村级")).toMatchObject({ on: true });
    expect(cellValue(filled, 0, "sub:1")).toEqual({ kind: "text", text: "甲类" });
    expect(cellValue(filled, 0, "sub:2")).toEqual({ kind: "text", text: "" });
    expect(cellValue(filled, 0, "custom:责任科室")).toEqual({ kind: "text", text: "办公室" });
  });
});

describe("channels", () => {
  it("are kept in the order of the boxes when one is ticked, with their notes", () => {
    const before = [{ label: "其他", note: "公告栏" }];
    const after = toggleChannel(before, "政府网站", template.channel_options);
    expect(after).toEqual([
      { label: "政府网站", note: "" },
      { label: "其他", note: "公告栏" },
    ]);
    expect(toggleChannel(after, "政府网站", template.channel_options)).toEqual(before);
  });

  it("written as lines come back as they were where the line was not touched", () => {
    const before = [
      { label: "其他", note: "公告栏" },
      { label: "政府网站", note: "" },
    ];
    expect(channelsFromLines(channelLines(before), before)).toEqual(before);
    expect(channelsFromLines(`${channelLines(before)}\n 广播 \n`, before)).toEqual([
      ...before,
      { label: "广播", note: "" },
    ]);
  });

  it("have short names where the whole ones are long", () => {
    expect(shortChannel("中卫市人民政府门户网站")).toBe("门户网站");
    expect(shortChannel("社区/企事业单位/村公示栏（电子屏）")).toBe("公示栏");
    expect(shortChannel("两微一端")).toBe("两微一端");
  });

  it("are cut off where their chips no longer fit", () => {
    expect(chipsThatFit(["门户网站", "两微一端", "报刊"], 118, 1)).toBe(2);
    expect(chipsThatFit(["门户网站", "两微一端", "报刊"], 118, 2)).toBe(3);
  });
});

describe("the form", () => {
  it("has every field in printed order, √ columns under one header as one", () => {
    const fields = formFields(template.columns, item("1"));
    expect(
      fields.map((field) => (field.kind === "marks" ? `${field.label} ${field.columns.length}` : field.kind)),
    ).toEqual(["text", "text", "text", "channels", "公开对象 2", "公开方式 1"]);
  });

  it("shows content and channels of an item in rows together, once", () => {
    const fields = formFields(template.columns, item("1", { parts: [{ content: "", channels: [] }] }));
    expect(fields.map((field) => field.kind)).toEqual(["text", "parts", "text", "marks", "marks"]);
  });
});

it("columns fill the room and no more", () => {
  for (const room of [620, 819, 1500]) {
    const widths = columnWidths(template.columns, { template, room, empty: new Set(["remarks"]), items: 42, own: {} });
    const sum = widths.reduce((total, width) => total + width, 0);
    expect(sum).toBeLessThanOrEqual(room);
    expect(sum).toBeGreaterThan(room - template.columns.length);
  }
});
