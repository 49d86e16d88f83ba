import { describe, expect, it } from "vitest";

import { group, item, template } from "../fixtures";
import { editsOf, misfits, pasteRequest, planPaste, valueOfText, within } from "./paste";
import { linesOf, type Sheet } from "./sheet";

const columns = template.columns.map((each, index) => ({
  column: each,
  index,
  width: 50,
  isOfGroup: ["number", "group"].includes(each.key),
  frozenAt: null,
}));
const groups = [group("a", [item("1"), item("2"), item("3")])];
const sheet: Sheet = { ...linesOf(groups), columns };
const at = (key: string): number => template.columns.findIndex((each) => each.key === key);
const area = (top: number, bottom: number, left: string, right = left) => ({
  top,
  bottom,
  left: at(left),
  right: at(right),
});
const summary = (plan: ReturnType<typeof planPaste>): string[] =>
  editsOf(plan).map(
    (edit) =>
      `${edit.item}.${edit.column}=${edit.value.kind === "text" ? edit.value.text : edit.value.kind === "mark" ? edit.value.on : edit.value.channels.map((each) => each.label + each.note)}`,
  );

describe("a text in a column", () => {
  it("of √ is a tick in any of the ways to write one", () => {
    for (const text of ["√", "✓", "是", "1", "x", "■", "☑", " √ "])
      expect(valueOfText(text, "method:proactive", template)).toMatchObject({ on: true });
    for (const text of ["", "□", "否", "0", "—"])
      expect(valueOfText(text, "method:proactive", template)).toMatchObject({ on: false });
    expect(valueOfText("也许", "method:proactive", template)).toBeNull();
    expect(valueOfText("残疾人", "audience:specific_groups", template)).toEqual({
      kind: "mark",
      on: true,
      note: "残疾人",
    });
  });

  it("of channels is a list of labels, or of boxes of which some are filled", () => {
    const labels = (text: string): unknown => {
      const value = valueOfText(text, "channels", template);
      return value?.kind === "channels" ? value.channels.map((channel) => channel.label + channel.note) : value;
    };
    expect(labels("两微一端、政府网站")).toEqual(["政府网站", "两微一端"]);
    expect(labels("政府网站；\n其它：微信群")).toEqual(["政府网站", "其他微信群"]);
    expect(labels("■政府网站 □两微一端\n■其他____")).toEqual(["政府网站", "其他"]);
    expect(labels("")).toEqual([]);
    expect(labels("政府网站、大喇叭")).toBeNull();
  });
});

describe("a pasted block", () => {
  it("goes from the first cell on, past computed columns", () => {
    const plan = planPaste([["一", "新名", "内容"]], area(1, 1, "group"), sheet, template);
    expect(summary(plan)).toEqual(["2.item=新名", "2.content=内容"]);
  });

  it("of one value fills the area, and one that fits several times repeats", () => {
    expect(summary(planPaste([["甲"]], area(0, 2, "content"), sheet, template))).toEqual([
      "1.content=甲",
      "2.content=甲",
      "3.content=甲",
    ]);
    expect(summary(planPaste([["甲", "乙"]], area(0, 1, "content", "basis"), sheet, template))).toHaveLength(4);
  });

  it("says what does not fit, and leaves it as it is", () => {
    const plan = planPaste([["√", "也许"]], area(0, 0, "audience:general_public", "method:proactive"), sheet, template);
    expect(plan.width).toBe(2);
    const wrong = planPaste([["也许"], ["√"]], area(0, 0, "method:proactive"), sheet, template);
    expect(misfits(wrong).map((cell) => cell.text)).toEqual(["也许"]);
    expect(summary(wrong)).toEqual(["2.method:proactive=true"]);
  });

  it("can be held to the selected area", () => {
    const selected = area(0, 1, "content");
    const plan = planPaste(
      [
        ["甲", "乙"],
        ["丙", "丁"],
        ["戊", "己"],
      ],
      selected,
      sheet,
      template,
    );
    expect(summary(plan)).toHaveLength(6);
    expect(summary(within(plan, selected, sheet))).toEqual(["1.content=甲", "2.content=丙"]);
  });

  it("that is longer than the table can add items, in the same step", () => {
    const plan = planPaste(
      [
        ["三", "内三"],
        ["四", "内四"],
        ["", "内五"],
      ],
      area(2, 2, "item"),
      sheet,
      template,
    );
    expect(plan.rest).toHaveLength(2);
    expect(pasteRequest(plan, null, "新事项")).toMatchObject({
      kind: "set_cells",
      act: "paste",
      cells: [{ item: "3" }, { item: "3" }],
    });
    expect(pasteRequest(plan, groups[0] ?? null, "新事项")).toMatchObject({
      kind: "several",
      act: "paste",
      requests: [
        { kind: "set_cells" },
        { kind: "add_item", group: "a", at: 3, name: "四", cells: [{ column: "content", value: { text: "内四" } }] },
        { kind: "add_item", group: "a", at: 4, name: "新事项", cells: [{ column: "content" }] },
      ],
    });
  });

  it("that is wider than the table says how many columns are left over", () => {
    expect(planPaste([["√", "甲"]], area(0, 0, "method:proactive"), sheet, template).beyond).toBe(1);
  });
});
