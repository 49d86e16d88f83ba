import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, it, vi } from "vitest";

import * as platform from "@/platform";
import type { ImportView, OpenDocument } from "@/platform";

import { useIncoming } from "./incoming";
import { useNavigation } from "./navigation";
import { useProblem } from "./problem";
import { useSheets } from "./sheets";

vi.mock("@/platform", async (original) => ({
  ...(await original<typeof platform>()),
  chooseDocuments: vi.fn(),
  openDocument: vi.fn(),
  openPasted: vi.fn(),
  closeDocument: vi.fn(),
  takeDocument: vi.fn(),
}));

const opened = (format: ImportView["format"]): OpenDocument => ({
  document: 1,
  name: "甲",
  view: { format, title: "目录" } as ImportView,
});
const data = (given: { html?: string; text?: string; files?: File[] }): DataTransfer =>
  ({
    getData: (kind: string) => (kind === "text/html" ? given.html : given.text) ?? "",
    files: given.files ?? [],
  }) as unknown as DataTransfer;

beforeEach(() => {
  setActivePinia(createPinia());
  vi.clearAllMocks();
  vi.mocked(platform.openDocument).mockResolvedValue(opened("xlsx"));
  vi.mocked(platform.openPasted).mockResolvedValue(opened("xlsx"));
  vi.mocked(platform.takeDocument).mockResolvedValue({ id: "c", items: 3, changes: 0 });
});

it("one document goes to be checked, several to their list, none nowhere", async () => {
  const incoming = useIncoming();
  const navigation = useNavigation();
  vi.mocked(platform.chooseDocuments).mockResolvedValueOnce([]);
  await incoming.choose();
  expect(navigation.screen.name).toBe("library");
  vi.mocked(platform.chooseDocuments).mockResolvedValueOnce(["甲.xlsx"]);
  await incoming.choose("c");
  expect([navigation.screen.name, incoming.opened?.document, incoming.target]).toEqual(["import", 1, "c"]);
  vi.mocked(platform.chooseDocuments).mockResolvedValueOnce(["甲.xlsx", "乙.xlsx"]);
  await incoming.choose();
  expect([navigation.screen.name, incoming.several.length]).toEqual(["import-batch", 2]);
});

it("an exchange file is taken at once, unless it is to go to a catalogue", async () => {
  const incoming = useIncoming();
  vi.mocked(platform.openDocument).mockResolvedValue(opened(null));
  await incoming.take([{ kind: "file", file: "甲.json" }]);
  expect(useNavigation().screen).toEqual({ name: "catalogue", id: "c" });
  expect(platform.closeDocument).toHaveBeenCalledWith(1);
  await incoming.take([{ kind: "file", file: "甲.json" }], "c");
  expect(useNavigation().screen.name).toBe("import");
});

it("a hand-off file, dropped or chosen, is opened where those are opened", async () => {
  const file = new File([], "流转.mulu");
  const sheets = useSheets();
  await useIncoming().take([{ kind: "file", file }]);
  expect([sheets.open, sheets.file]).toEqual(["handoff-open", file]);
  vi.mocked(platform.chooseDocuments).mockResolvedValueOnce(["/桌面/流转.MULU"]);
  await useIncoming().choose();
  expect([sheets.open, sheets.file]).toEqual(["handoff-open", "/桌面/流转.MULU"]);
  expect(platform.openDocument).not.toHaveBeenCalled();
});

it("what cannot be read is said, and one stays where one is", async () => {
  vi.mocked(platform.openPasted).mockRejectedValue(
    new platform.AppFailure({ code: "bad_document", path: "", problem: { kind: "empty" } }),
  );
  const incoming = useIncoming();
  await incoming.paste(data({ text: "一段文字" }));
  expect(useProblem().sentence).toContain("没有导入粘贴的内容");
  expect([useNavigation().screen.name, incoming.reading]).toEqual(["library", ""]);
});

it("what was pasted is taken as it is; files that were copied are files", async () => {
  const incoming = useIncoming();
  await incoming.paste(data({ html: "<table></table>", text: "甲\t乙" }));
  expect(platform.openPasted).toHaveBeenCalledWith("<table></table>", "甲\t乙");
  await incoming.paste(data({ files: [new File([], "甲.xlsx")] }));
  expect(platform.openDocument).toHaveBeenCalledTimes(1);
});

it("nothing to paste and nothing to drop are said", async () => {
  const incoming = useIncoming();
  await incoming.paste(data({}));
  expect(useProblem().sentence).toContain("剪贴板");
  await incoming.drop(data({ text: "文字" }));
  expect(useProblem().sentence).toContain("不是文件");
});
