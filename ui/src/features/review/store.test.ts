// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { Fate, RemarkRequest, ReviewEntry, StateOf } from "@/platform";
import { answerCommands } from "@/platform/fixtures";
import { item } from "@/shared/fixtures";

import { useReview } from "./store";

const cell = (column: string, before: string, after: string) => ({
  column,
  part: null,
  label: column,
  before: before ? [{ text: before, is_changed: true }] : [],
  after: after ? [{ text: after, is_changed: true }] : [],
  reason: "",
});
const entry = (fate: Fate, item: string, number: number, cells: ReturnType<typeof cell>[]): ReviewEntry => ({
  fate,
  item,
  number,
  group: "组",
  name: item,
  from_group: null,
  cells,
  reason: "",
});

const changed = [
  entry("changed", "a", 1, [cell("content", "x", "y"), cell("basis", "1", "2")]),
  entry("added", "c", 3, [cell("content", "", "new")]),
];
const full = [
  entry("added", "a", 1, [cell("content", "", "y"), cell("basis", "", "2")]),
  entry("added", "b", 2, [cell("content", "", "same")]),
  entry("added", "c", 3, [cell("content", "", "new")]),
];

let asked: RemarkRequest[];

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  asked = [];
  answerCommands((command, given) => {
    switch (command) {
      case "open_catalogue":
        return {
          heading: { title: "目录" },
          template: {
            columns: [
              { key: "content", header: ["公开内容"] },
              { key: "basis", header: ["公开依据"] },
            ],
          },
          places: [{ first_item: 1 }],
          groups: [{ items: [item("a", { name: "甲" }), item("b", { name: "乙" }), item("c", { name: "丙" })] }],
        };
      case "signoff":
        return {
          stage: "in_review",
          version: 2,
          steps: [{ seq: 7 }],
          remarks: [],
          options: [],
          problems: [],
          excuses: [{ rule: "empty", item: "b", part: null, column: "basis", reason: "待补" }],
        };
      case "findings":
        return [{ item: "b", part: null, column: "basis", severity: "error", problem: { kind: "empty" } }];
      case "review": {
        const { id, from } = given as { id: string; from: StateOf | null };
        const base = {
          old: from ?? (id === "first" ? { kind: "nothing" } : { kind: "version", number: 1 }),
          new: { kind: "now" },
          last_look: 5,
          states: [
            { state: { kind: "version", number: 1 }, at: "" },
            { state: { kind: "now" }, at: "" },
          ],
        };
        return {
          ...base,
          entries: from?.kind === "nothing" ? full : changed,
          changed: 2,
          added: 1,
          removed: 0,
          moved: 0,
        };
      }
      case "remark": {
        const { request } = given as { request: RemarkRequest };
        asked.push(request);
        const remarks = [
          {
            id: "r",
            place: request.place,
            state: "open",
            entries: [{ name: "乙某", at: "", kind: "asked", text: request.text }],
          },
        ];
        return { stage: "in_review", version: 2, steps: [{ seq: 7 }], remarks, options: [], problems: [], excuses: [] };
      }
    }
    throw new Error(command);
  });
});
afterEach(clearMocks);

it("begins at the first change, and goes from change to change as they are accepted", async () => {
  const review = useReview();
  await review.open("k");
  expect(review.chosen?.key).toBe("a|content ");
  expect(review.counts).toEqual({ seen: 0, left: 3 });
  review.accept();
  review.accept();
  expect(review.chosen?.key).toBe("c");
  expect(review.counts).toEqual({ seen: 2, left: 1 });
  expect(review.place).toEqual({ place: 3, count: 3 });
});

it("what was accepted is known when the screen is opened again", async () => {
  const review = useReview();
  await review.open("k");
  review.accept();
  await review.open("other");
  expect(review.counts.seen).toBe(0);
  await review.open("k");
  expect(review.counts.seen).toBe(1);
});

it("before anything is approved one begins from one's own last look", async () => {
  const review = useReview();
  await review.open("first");
  expect(review.view?.old).toEqual({ kind: "step", seq: 5 });
});

it("a question is about the row at hand, and is then listed there", async () => {
  const review = useReview();
  await review.open("k");
  review.step(1);
  review.draft = "请核对 ";
  expect(await review.askHere()).toBe(true);
  expect(review.draft).toBe("");
  expect(asked).toEqual([
    { remark: null, place: { item: "a", part: null, column: "basis" }, kind: "asked", text: "请核对" },
  ]);
  expect(review.here.map((remark) => remark.id)).toEqual(["r"]);
  expect(review.spotWordsOf(review.here[0]!.place)).toEqual({ place: "第1项", name: "甲", column: "公开依据" });
});

it("what was typed and not written waits at its place, and can be written from anywhere", async () => {
  const review = useReview();
  await review.open("k");
  review.draft = "写到一半";
  review.step(1);
  expect([review.draft, review.unwritten.length]).toEqual(["", 1]);
  review.step(-1);
  expect(review.draft).toBe("写到一半");
  review.step(1);
  await review.askAll();
  expect(asked.map((request) => [request.place.column, request.text])).toEqual([["content", "写到一半"]]);
  expect(review.unwritten).toEqual([]);
});

it("the whole table keeps the row, and a remark on what has not changed leads into it", async () => {
  const review = useReview();
  await review.open("k");
  await review.show("all");
  expect(review.chosen?.key).toBe("a|content ");
  expect(review.counts).toEqual({ seen: 0, left: 3 });
  await review.show("changes");
  await review.goTo({ item: "b", part: null, column: "content" });
  expect(review.showing).toBe("all");
  expect(review.chosen?.key).toBe("b|content ");
});

it("an error that was left with a reason leads to its cell, also where nothing has changed", async () => {
  const review = useReview();
  await review.open("k");
  expect(review.excused.map((each) => each.reason)).toEqual(["待补"]);
  expect(review.excusedHere).toEqual([]);
  await review.goTo(review.excused[0]!.spot);
  expect([review.showing, review.chosen?.entry.item]).toEqual(["all", "b"]);
});

it("one's own last look, the versions and nothing can be compared with, what is now cannot", async () => {
  const review = useReview();
  await review.open("k");
  expect(review.bases.map((base) => base.value)).toEqual(["step:5", "version:1", "nothing"]);
  await review.compareWith("nothing");
  expect(review.view?.old).toEqual({ kind: "nothing" });
});
