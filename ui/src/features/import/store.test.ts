import { createPinia, setActivePinia } from "pinia";
import { beforeEach, describe, expect, it, vi } from "vitest";

import * as platform from "@/platform";
import type { ImportChoice, ImportView, OpenDocument } from "@/platform";
import { useProblem } from "@/shared/composables/problem";

import { withCleanings, withColumn, withLeft, withRow } from "./choice";
import { view } from "./fixtures";
import { useImport } from "./store";

vi.mock("@/platform", async (original) => ({
  ...(await original<typeof platform>()),
  library: vi.fn(),
  lookAtDocument: vi.fn(),
  closeDocument: vi.fn(),
  importDifference: vi.fn(),
  takeDocument: vi.fn(),
}));

const document: OpenDocument = { document: 1, name: "甲.xlsx", view: view() };
const looked = vi.mocked(platform.lookAtDocument);
/** The choices with which the document was read anew. */
const choices = (): ImportChoice[] => looked.mock.calls.map(([, choice]) => choice);
const leaveOut = (row: number) => (draft: Parameters<typeof withRow>[0]) =>
  withRow(draft, 1, row, { kind: "leave_out" });

beforeEach(() => {
  setActivePinia(createPinia());
  vi.clearAllMocks();
  vi.mocked(platform.library).mockResolvedValue({
    place: "",
    catalogues: [],
    bin: [],
    sources: [],
    version: "",
    problems: [],
  });
  looked.mockImplementation(async (_, choice): Promise<ImportView> =>
    view({ items: 30 - (choice.corrections?.rows?.length ?? 0) }),
  );
});

describe("a correction", () => {
  it("is sent with all the others, and the document is seen as it is read then", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.change(leaveOut(5));
    await store.change((draft) => withColumn(draft, 1, 2, { kind: "nothing" }));
    expect(choices().at(-1)?.corrections).toMatchObject({ rows: [{ row: 5 }], columns: [{ position: 2 }] });
    expect(store.view?.items).toBe(29);
  });

  it("is undone one by one, back to nothing", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.change(leaveOut(5));
    await store.change(leaveOut(6));
    await store.undo();
    expect(store.draft.corrections.rows.map(({ row }) => row)).toEqual([5]);
    await store.undo();
    await store.undo();
    expect(store.isTouched).toBe(false);
    expect(store.view?.items).toBe(30);
  });

  it("that cannot be read so is not kept, and says why", async () => {
    const store = useImport();
    await store.begin(document, null);
    looked.mockRejectedValueOnce(new platform.AppFailure({ code: "bad_request", detail: "" }));
    expect(await store.change(leaveOut(5))).toBe(false);
    expect(store.isTouched).toBe(false);
    expect(useProblem().sentence).not.toBe("");
  });

  it("that changes nothing of how it is read asks nobody", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.change((draft) => withLeft(draft, "f", true));
    expect(looked).not.toHaveBeenCalled();
    expect(store.isTouched).toBe(true);
  });
});

describe("what is cleaned up", () => {
  it("is forgotten when the document is read otherwise, and is there again when that is undone", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.change((draft) => withCleanings(draft, [3, 1]));
    await store.change(leaveOut(5));
    expect(store.draft.cleanings).toEqual([]);
    await store.undo();
    expect(store.draft.cleanings).toEqual([1, 3]);
  });

  it("is forgotten for good when it goes to a catalogue with other columns", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.change((draft) => withCleanings(draft, [1]));
    await store.goTo({ kind: "items", id: "c" });
    await store.undo();
    expect(store.draft.cleanings).toEqual([]);
  });
});

describe("where it goes", () => {
  it("to a catalogue: it is read with the columns of that one, and compared", async () => {
    const store = useImport();
    vi.mocked(platform.importDifference).mockResolvedValue({
      entries: [],
      matched: 3,
      changed: 1,
      added: 0,
      removed: 0,
      moved: 0,
    });
    await store.begin(document, null);
    await store.goTo({ kind: "version", id: "c" });
    expect(choices().at(-1)?.template).toEqual({ kind: "catalogue", id: "c" });
    expect(store.difference?.matched).toBe(3);
    await store.goTo({ kind: "new_catalogue" });
    expect(choices().at(-1)?.template).toEqual({ kind: "found" });
    expect(store.difference).toBeNull();
  });

  it("asked for from a catalogue it is added to that one, unless something else is chosen", async () => {
    const store = useImport();
    await store.begin(document, "c");
    expect(store.into).toEqual({ kind: "items", id: "c" });
  });

  it("a document that was left is forgotten when another one begins", async () => {
    const store = useImport();
    await store.begin(document, null);
    await store.begin({ ...document, document: 2 }, null);
    expect(platform.closeDocument).toHaveBeenCalledExactlyOnceWith(1);
  });
});
