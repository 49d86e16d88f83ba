import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, it, vi } from "vitest";

import * as platform from "@/platform";
import type { OpenDocument } from "@/platform";
import type { Incoming } from "@/shared/composables/incoming";

import { useBatch } from "./batch";
import { withLeft } from "./choice";
import { inOrder } from "./findings";
import { finding, view } from "./fixtures";

vi.mock("@/platform", async (original) => ({
  ...(await original<typeof platform>()),
  openDocument: vi.fn(),
  closeDocument: vi.fn(),
  takeDocument: vi.fn(),
}));

const lost = finding({ kind: "mark_undecided", columns: [] }, { severity: "error" });
const files = (...names: string[]): Incoming[] => names.map((name) => ({ kind: "file", file: `D:\\收到\\${name}` }));
const taken = vi.mocked(platform.takeDocument);
const states = (): string[] => useBatch().entries.map(({ state }) => state);

beforeEach(() => {
  setActivePinia(createPinia());
  vi.clearAllMocks();
  let last = 0;
  vi.mocked(platform.openDocument).mockImplementation(async (source): Promise<OpenDocument> => {
    const path = typeof source === "string" ? source : source.name;
    if (path.includes("坏")) throw new platform.AppFailure({ code: "bad_document", path, problem: { kind: "empty" } });
    return { document: (last += 1), name: path, view: view({ findings: path.includes("缺") ? [lost] : [] }) };
  });
  taken.mockImplementation(async (document) => ({ id: `c${document}`, items: 30, changes: 0 }));
});

it("files are read one after the other; one that fails stops no other", async () => {
  const batch = useBatch();
  await batch.begin(files("甲.xlsx", "坏.xlsx", "缺.xlsx"));
  expect(states()).toEqual(["ready", "failed", "check"]);
  expect(batch.entries[1]?.problem).toContain("是空文件");
  expect(batch.entries.map(({ name }) => name)).toEqual(["甲.xlsx", "坏.xlsx", "缺.xlsx"]);
});

it("a hand-off file among others is left to where its signatures are looked at", async () => {
  const batch = useBatch();
  await batch.begin(files("甲.xlsx", "流转.mulu"));
  expect(states()).toEqual(["ready", "failed"]);
  expect(batch.entries[1]?.problem).toContain("流转文件");
  expect(platform.openDocument).toHaveBeenCalledTimes(1);
});

it("all that are chosen are taken; what fails says why and can be tried again", async () => {
  const batch = useBatch();
  await batch.begin(files("甲.xlsx", "坏.xlsx", "缺.xlsx", "丁.xlsx"));
  batch.choose(3, false);
  taken.mockRejectedValueOnce(new platform.AppFailure({ code: "disk_full", path: "目录库" }));
  await batch.takeAll();
  expect(states()).toEqual(["not_taken", "failed", "taken", "ready"]);
  expect(batch.entries[0]?.problem).toContain("磁盘已满");
  await batch.takeAll();
  expect(states()).toEqual(["taken", "failed", "taken", "ready"]);
  expect(batch.taken.map(({ id, items }) => [id, items])).toEqual([
    ["c1", 30],
    ["c2", 30],
  ]);
});

it("stops between files, and goes on with those that are left", async () => {
  const batch = useBatch();
  vi.mocked(platform.openDocument).mockImplementationOnce(async () => {
    batch.stop();
    return { document: 9, name: "甲.xlsx", view: view() };
  });
  await batch.begin(files("甲.xlsx", "乙.xlsx"));
  expect(states()).toEqual(["ready", "waiting"]);
  await batch.read();
  expect(states()).toEqual(["ready", "ready"]);
});

it("what was corrected of one is kept and taken with it", async () => {
  const batch = useBatch();
  await batch.begin(files("缺.xlsx"));
  batch.checkingAt = 0;
  const taking = batch.checking;
  const [found] = inOrder([lost]);
  if (!taking || !found) throw new Error("nothing to check");
  batch.keep({ ...taking, draft: withLeft({ ...taking.draft, cleanings: [2] }, found.key, true) });
  expect(states()).toEqual(["ready"]);
  await batch.takeAll();
  expect(taken.mock.calls[0]?.[2]).toEqual([2]);
});

it("others that begin while some are still read wait for the one at hand", async () => {
  const batch = useBatch();
  const before = batch.begin(files("甲.xlsx", "乙.xlsx"));
  await batch.begin(files("丙.xlsx"));
  await before;
  expect(batch.entries.map(({ name, state }) => [name, state])).toEqual([["丙.xlsx", "ready"]]);
});

it("documents of before are forgotten when others begin", async () => {
  const batch = useBatch();
  await batch.begin(files("甲.xlsx", "乙.xlsx"));
  await batch.begin(files("丙.xlsx", "丁.xlsx"));
  expect(vi.mocked(platform.closeDocument).mock.calls.map(([document]) => document)).toEqual([1, 2]);
});
