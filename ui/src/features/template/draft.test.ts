import { describe, expect, it } from "vitest";

import type { Channel } from "@/platform";
import { standardHeader } from "@/shared/words/template";

import * as drafts from "./draft";
import { item, template, view } from "./fixtures";

const draft = drafts.draftOf(template);
const keys = (of: drafts.Draft): string[] => drafts.templateOf(of).columns.map((column) => column.key);
const headerOf = (of: drafts.Draft, key: string): string[] | undefined =>
  of.columns.find((column) => column.key === key)?.header;
const channel = (label: string, note = ""): Channel => ({ label, note });

describe("a draft", () => {
  it("gives the template that it was made of", () => {
    expect(drafts.templateOf(draft)).toEqual(template);
  });

  it("is the same as another while nothing would change", () => {
    const there = drafts.setShown(draft, "content", false);
    expect(drafts.isSame(draft, there)).toBe(false);
    expect(drafts.isSame(draft, drafts.setShown(there, "content", true))).toBe(true);
  });

  it("that begins with another template keeps its own columns at hand", () => {
    const other = {
      ...template,
      id: "other",
      columns: template.columns.filter((column) => column.key !== "time_limit"),
    };
    const next = drafts.startFrom(draft, other);
    expect(drafts.templateOf(next)).toEqual(other);
    expect(next.columns.find((column) => column.key === "time_limit")?.on).toBe(false);
    expect(keys(drafts.setShown(next, "time_limit", true))).toEqual(keys(draft));
  });
});

describe("columns", () => {
  it("that are not shown keep their place", () => {
    const off = drafts.setShown(draft, "time_limit", false);
    expect(keys(off)).not.toContain("time_limit");
    expect(keys(drafts.setShown(off, "time_limit", true))).toEqual(keys(draft));
  });

  it("move one place or to any, and not past the ends", () => {
    expect(keys(drafts.stepColumn(draft, "group", -1)).slice(0, 2)).toEqual(["group", "number"]);
    expect(keys(drafts.stepColumn(draft, "number", 1)).slice(0, 2)).toEqual(["group", "number"]);
    expect(drafts.stepColumn(draft, "number", -1)).toEqual(draft);
    expect(keys(drafts.moveColumn(draft, "number", draft.columns.length)).at(-1)).toBe("number");
    expect(keys(drafts.stepColumn(draft, "level:县级", 1))).toEqual(keys(draft));
  });

  it("are added where forms print them", () => {
    const added = ["remarks", "basis", "website_section", "level:乡级", "custom:科室"].reduce(drafts.addColumn, draft);
    expect(keys(added)).toEqual([
      ...["number", "group", "item_number", "item", "content", "basis", "time_limit", "channels"],
      ...[
        "audience:general_public",
        "audience:specific_groups",
        "level:县级",
        "level:乡级",
        "website_section",
        "custom:科室",
        "remarks",
      ],
    ]);
    expect(drafts.templateOf(added).levels).toEqual(["县级", "乡级"]);
  });

  it("are offered once each, and the levels of names one by one", () => {
    expect(drafts.columnsToAdd(draft)).toContain("basis");
    expect(drafts.columnsToAdd(draft)).not.toContain("content");
    expect(drafts.columnsToAdd(draft).filter((key) => key.startsWith("sub:"))).toEqual(["sub:1"]);
    const all = ["sub:1", "sub:2", "sub:3", "sub:4"].reduce(drafts.addColumn, draft);
    expect(drafts.columnsToAdd(all).filter((key) => key.startsWith("sub:"))).toEqual([]);
  });

  it("of further levels push the item's name one level down, and back when they go", () => {
    const [second, third] = [standardHeader("sub:1"), standardHeader("sub:2")];
    const deeper = drafts.addColumn(draft, "sub:1");
    expect(keys(deeper).slice(1, 5)).toEqual(["group", "sub:1", "item_number", "item"]);
    expect([headerOf(deeper, "sub:1"), headerOf(deeper, "item")]).toEqual([second, third]);
    expect(headerOf(drafts.setShown(deeper, "sub:1", false), "item")).toEqual(second);
  });

  it("of further levels leave a header that has words of its own", () => {
    const own = drafts.setHeader(draft, ["item"], 1, "名称");
    expect(headerOf(drafts.addColumn(own, "sub:1"), "item")?.at(-1)).toBe("名称");
  });
});

describe("header words", () => {
  it("change for all columns that share the cell", () => {
    const shared = drafts.sharing(draft, "audience:general_public", 0);
    expect(shared).toEqual(["audience:general_public", "audience:specific_groups"]);
    const next = drafts.setHeader(draft, shared, 0, "对象");
    expect(headerOf(next, "audience:specific_groups")).toEqual(["对象", "特定群体"]);
    expect(drafts.sharing(draft, "item", 1)).toEqual(["item_number", "item"]);
    expect(drafts.sharing(draft, "content", 0)).toEqual(["content"]);
  });

  it("change also for a column that would share the cell were it shown", () => {
    const off = drafts.setShown(draft, "audience:specific_groups", false);
    expect(drafts.sharing(off, "audience:general_public", 0)).toContain("audience:specific_groups");
  });

  it("take a level more, which is the neighbour's, and lose it again", () => {
    const higher = drafts.addHeaderLevel(draft, "content");
    expect(headerOf(higher, "content")).toEqual(["公开事项", "公开内容"]);
    expect(headerOf(drafts.removeHeaderLevel(higher, "content"), "content")).toEqual(["公开内容"]);
    expect(drafts.removeHeaderLevel(draft, "content")).toEqual(draft);
    const highest = [1, 2, 3, 4].reduce((of) => drafts.addHeaderLevel(of, "content"), draft);
    expect(headerOf(highest, "content")).toHaveLength(drafts.HEADER_DEPTH);
  });

  it("lose the white space around them", () => {
    expect(drafts.templateOf(drafts.setHeader(draft, ["content"], 0, " 内容 ")).columns[4]?.header).toEqual(["内容"]);
  });
});

describe("channel options", () => {
  it("are added before those that close the list with a note", () => {
    const added = drafts.addOption(drafts.addOption(draft));
    expect(added.options.map((option) => option.was)).toEqual(["政府网站", "两微一端", null, null, "其他"]);
    expect(new Set(added.options.map((option) => option.name)).size).toBe(5);
  });

  it("move, go and take notes", () => {
    expect(drafts.templateOf(drafts.moveOption(draft, 2, 0)).channel_options).toEqual(["其他", "政府网站", "两微一端"]);
    expect(drafts.templateOf(drafts.moveOption(draft, 0, 2)).channel_options).toEqual(["两微一端", "政府网站", "其他"]);
    expect(drafts.moveOption(draft, 0, -1)).toBe(draft);
    expect(drafts.templateOf(drafts.removeOption(draft, 2)).channel_options_with_note).toEqual([]);
    expect(drafts.templateOf(drafts.setOption(draft, 0, { takesNote: true })).channel_options_with_note).toEqual([
      "政府网站",
      "其他",
    ]);
  });

  it("stay at hand while channels are free lines", () => {
    const lines = { ...draft, boxes: false };
    expect(drafts.templateOf(lines).channel_options).toEqual([]);
    expect(drafts.templateOf({ ...lines, boxes: true })).toEqual(template);
  });

  it("that are renamed are renamed in the items, notes and rows included, in one step", () => {
    const swapped = drafts.setOption(drafts.setOption(draft, 0, { name: "两微一端" }), 1, { name: "政府网站" });
    const parted = item("b", {
      parts: [
        { content: "", channels: [channel("其他", "甲")] },
        { content: "", channels: [channel("两微一端", "乙")] },
      ],
    });
    const groups = view([
      [item("a", { channels: [channel("政府网站"), channel("两微一端")] }), parted, item("c")],
    ]).groups;
    const request = drafts.requestOf(swapped, groups);
    expect(request).toMatchObject({ kind: "several", requests: [{ kind: "set_template" }, { kind: "set_cells" }] });
    const cells = drafts.renamedCells(groups, drafts.renames(swapped));
    expect(cells).toEqual([
      {
        item: "a",
        part: null,
        column: "channels",
        value: { kind: "channels", channels: [channel("两微一端"), channel("政府网站")] },
      },
      { item: "b", part: 1, column: "channels", value: { kind: "channels", channels: [channel("政府网站", "乙")] } },
    ]);
  });

  it("leave the items alone where nothing is called otherwise", () => {
    const groups = view([[item("a", { channels: [channel("政府网站")] })]]).groups;
    expect(drafts.requestOf(drafts.removeOption(draft, 0), groups).kind).toBe("set_template");
  });
});

it("what is merged follows the columns that are shown", () => {
  const merged = drafts.setMerged(draft, "time_limit", true);
  expect(drafts.templateOf(merged).merge_equal).toEqual(["content", "time_limit"]);
  expect(drafts.templateOf(drafts.setShown(merged, "content", false)).merge_equal).toEqual(["time_limit"]);
  expect(drafts.templateOf(drafts.setMerged(merged, "content", false)).merge_equal).toEqual(["time_limit"]);
  expect(drafts.canMerge("item")).toBe(false);
});
