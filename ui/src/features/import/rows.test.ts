// @vitest-environment happy-dom
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createApp, nextTick, type App } from "vue";

import * as platform from "@/platform";
import type { ImportReading, ImportRow } from "@/platform";

import { withColumn } from "./choice";
import { cell, view } from "./fixtures";
import { useRows } from "./rows";
import { useImport } from "./store";

vi.mock("@/platform", async (original) => ({
  ...(await original<typeof platform>()),
  library: vi.fn().mockResolvedValue({ catalogues: [], sources: [] }),
  lookAtDocument: vi.fn(),
  documentRows: vi.fn(),
  documentReadings: vi.fn(),
}));

const COUNT = 5000;
const standing = (at: number): ImportRow => ({ number: at + 1, cells: [cell(1, `第${at}格`)] });
const reading = (item: number): ImportReading => ({ role: "item", item, begins_group: false, cells: null });
const document = {
  document: 1,
  name: "甲.xlsx",
  view: view({ tables: [{ name: "", is_hidden: false, rows: COUNT, columns: 4, first: [], is_taken: true }] }),
};

let app: App | undefined;
let shown: ReturnType<typeof useRows>;

beforeEach(async () => {
  setActivePinia(createPinia());
  vi.clearAllMocks();
  vi.mocked(platform.documentReadings).mockResolvedValue(Array.from({ length: COUNT }, (_, at) => reading(at)));
  vi.mocked(platform.documentRows).mockImplementation(async (_document, _table, first, wanted) =>
    Array.from({ length: Math.min(wanted, COUNT - first) }, (_, at) => standing(first + at)),
  );
  vi.mocked(platform.lookAtDocument).mockResolvedValue(document.view);
  await useImport().begin(document, null);
  app = createApp({
    setup: () => {
      shown = useRows(() => 1);
      return () => null;
    },
  });
  app.mount(globalThis.document.createElement("div"));
});
afterEach(() => app?.unmount());

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await nextTick();
};

it("the first rows are shown while the others are fetched", async () => {
  await until(() => shown.rows.value.length > 0);
  expect(shown.loading.value).toBe(true);
  expect(shown.rows.value.length).toBeLessThan(500);
  await until(() => !shown.loading.value);
  expect(shown.rows.value.length).toBe(COUNT);
  expect(shown.rows.value.at(-1)).toMatchObject({ row: COUNT - 1, number: COUNT, item: COUNT - 1, role: "item" });
});

it("what stands in the document is fetched once, what it is taken for after each look", async () => {
  await until(() => !shown.loading.value);
  const before = shown.rows.value[7]?.cells;
  vi.mocked(platform.documentRows).mockClear();
  const moved = { ...cell(2, "第8格"), from: 1 };
  vi.mocked(platform.documentReadings).mockResolvedValue(
    Array.from({ length: COUNT }, (_, at) => ({ ...reading(at), item: null, cells: at === 8 ? [moved] : null })),
  );
  vi.mocked(platform.lookAtDocument).mockResolvedValue({ ...document.view });
  await useImport().change((draft) => withColumn(draft, 1, 4, { kind: "nothing" }));
  await nextTick();
  await until(() => !shown.loading.value);
  expect(platform.documentRows).not.toHaveBeenCalled();
  expect(shown.rows.value[7]).toMatchObject({ item: null, cells: before });
  expect(shown.rows.value[8]?.cells).toEqual([moved]);
});
