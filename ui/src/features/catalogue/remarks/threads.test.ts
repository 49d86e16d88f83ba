import { expect, it } from "vitest";

import type { RemarkSpot, RemarkTurn, RemarkView } from "@/platform";

import { byCell, canAsk, entriesFor, inTurn, openCount, remarksAt } from "./threads";

const spot = (item: string | null, column: string | null = "basis", part: number | null = null): RemarkSpot => ({
  item,
  part,
  column,
});
const remark = (id: string, state: RemarkTurn, place = spot("a")): RemarkView => ({
  id,
  place,
  state,
  entries: [{ name: "乙某", at: "", kind: "asked", text: "请核实" }],
});
const ids = (remarks: readonly RemarkView[]): string => remarks.map((each) => each.id).join();

it("what waits for an answer comes first, otherwise in the order in which it was made", () => {
  const remarks = [remark("1", "closed"), remark("2", "answered"), remark("3", "open"), remark("4", "open")];
  expect(ids(inTurn(remarks))).toBe("3,4,2,1");
  expect(openCount(remarks)).toBe(2);
});

it("a cell knows its remarks until they are closed", () => {
  const cells = byCell([
    remark("1", "open"),
    remark("2", "answered"),
    remark("3", "closed"),
    remark("4", "open", spot("b")),
    remark("5", "open", spot(null, null)),
  ]);
  expect(ids(remarksAt(cells, "a", null, "basis"))).toBe("1,2");
  expect(ids(remarksAt(cells, "a", null, "content"))).toBe("");
  expect(cells.size).toBe(2);
});

it("a remark on an item stands at its name, one on a row only there", () => {
  const cells = byCell([
    remark("1", "open", spot("a", null)),
    remark("2", "open", spot("a", "content", 1)),
    remark("3", "open", spot("a", "content")),
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
