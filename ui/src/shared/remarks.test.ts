import { expect, it } from "vitest";

import type { RemarkSpot, RemarkTurn, RemarkView, SignoffView, StepRefusal } from "@/platform";

import {
  asked,
  byCell,
  canAsk,
  countsBySpot,
  entriesFor,
  inTurn,
  mayRemark,
  openCount,
  question,
  remarksAt,
  spotKey,
  spotText,
} from "./remarks";

const spot = { item: "a", part: null, column: "basis" };
const remark = (id: string, state: RemarkTurn): RemarkView => ({
  id,
  place: spot,
  state,
  entries: [
    { name: "乙某", at: "", kind: "asked", text: "请核对" },
    ...(state === "open" ? [] : [{ name: "甲某", at: "", kind: "changed" as const, text: "" }]),
    ...(state === "closed" ? [{ name: "乙某", at: "", kind: "closed" as const, text: "" }] : []),
  ],
});

it("a question goes on with what is not closed there, and else begins another", () => {
  expect(question([remark("1", "closed"), remark("2", "answered")], spot, "还有").remark).toBe("2");
  expect(question([remark("1", "closed")], spot, "还有").remark).toBeNull();
  expect(question([remark("1", "open")], { ...spot, column: "content" }, "还有").remark).toBeNull();
});

it("a place shows how much was said there", () => {
  expect([...countsBySpot([remark("1", "closed"), remark("2", "open")]).values()]).toEqual([3]);
});

it("all that was asked since the last answer goes along", () => {
  const entry = (kind: "asked" | "changed", text: string) => ({ name: "", at: "", kind, text });
  expect(
    asked({
      ...remark("1", "open"),
      entries: [entry("asked", "请核对"), entry("changed", ""), entry("asked", "还差一处"), entry("asked", "请补齐")],
    }),
  ).toBe("还差一处\n请补齐");
});

it("who may send back may ask, though there is no remark yet", () => {
  const signoff = (refusal: StepRefusal | null) =>
    ({ options: [{ action: "send_back", role: "reviewer", refusal }] }) as unknown as SignoffView;
  expect(mayRemark(signoff(null))).toBe(true);
  expect(mayRemark(signoff({ kind: "no_remark" }))).toBe(true);
  expect(mayRemark(signoff({ kind: "not_in_role", role: "reviewer" }))).toBe(false);
  expect(mayRemark({ options: [] } as unknown as SignoffView)).toBe(false);
});

it("a place is named by number, name and column, and is known when its item is gone", () => {
  const items = new Map([["a", { number: 16, name: "行政许可结果公开" }]]);
  const columnOf = (): string => "公开依据";
  expect(spotText({ ...spot, part: 1 }, items, columnOf)).toEqual({
    place: "第16项",
    name: "行政许可结果公开",
    column: "公开依据第2行",
  });
  expect(spotText({ ...spot, item: "gone" }, items, columnOf).place).toBe("已删除的事项");
  expect(spotText({ item: null, part: null, column: null }, items, columnOf).place).toBe("整份目录");
});

it("places of remarks differ by item, row and column", () => {
  const keys = [
    { item: "a", part: null, column: "content" },
    { item: "a", part: 0, column: "content" },
    { item: "a", part: null, column: null },
    { item: null, part: null, column: null },
  ].map(spotKey);
  expect(new Set(keys).size).toBe(4);
});

const spotOf = (item: string | null, column: string | null = "basis", part: number | null = null): RemarkSpot => ({
  item,
  part,
  column,
});
const asking = (id: string, state: RemarkTurn, place = spotOf("a")): RemarkView => ({
  id,
  place,
  state,
  entries: [{ name: "乙某", at: "", kind: "asked", text: "请核实" }],
});
const ids = (remarks: readonly RemarkView[]): string => remarks.map((each) => each.id).join();

it("what waits for an answer comes first, otherwise in the order in which it was made", () => {
  const remarks = [asking("1", "closed"), asking("2", "answered"), asking("3", "open"), asking("4", "open")];
  expect(ids(inTurn(remarks))).toBe("3,4,2,1");
  expect(openCount(remarks)).toBe(2);
});

it("a cell knows its remarks until they are closed", () => {
  const cells = byCell([
    asking("1", "open"),
    asking("2", "answered"),
    asking("3", "closed"),
    asking("4", "open", spotOf("b")),
    asking("5", "open", spotOf(null, null)),
  ]);
  expect(ids(remarksAt(cells, "a", null, "basis"))).toBe("1,2");
  expect(ids(remarksAt(cells, "a", null, "content"))).toBe("");
  expect(cells.size).toBe(2);
});

it("a remark on an item stands at its name, one on a row only there", () => {
  const cells = byCell([
    asking("1", "open", spotOf("a", null)),
    asking("2", "open", spotOf("a", "content", 1)),
    asking("3", "open", spotOf("a", "content")),
  ]);
  expect(ids(remarksAt(cells, "a", null, "item"))).toBe("1");
  expect(ids(remarksAt(cells, "a", 0, "content"))).toBe("3");
  expect(ids(remarksAt(cells, "a", 1, "content"))).toBe("3,2");
});

it("who prepares answers, who checks asks and closes", () => {
  expect(entriesFor("preparing", "open")).toEqual(["changed", "not_changed"]);
  expect(entriesFor("in_review", "answered")).toEqual(["closed", "asked"]);
  expect(entriesFor("in_review", "closed")).toEqual([]);
  expect(entriesFor("approved", "open")).toEqual([]);
  expect([canAsk("preparing"), canAsk("secrecy_review"), canAsk("in_approval"), canAsk("approved")]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
