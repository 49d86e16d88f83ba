// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createApp, h, nextTick, type App } from "vue";

import type { FileToRead, HandoffView } from "@/platform";
import { answerCommands } from "@/platform/fixtures";
import { useSheets } from "@/shared/composables/sheets";

import OpenHandoffDialog from "./OpenHandoffDialog.vue";

const seen: HandoffView = {
  title: "社会保险目录",
  stage: "preparing",
  version: 2,
  sender: "乙某",
  unit: "",
  sent_at: "2026-05-12T08:30:00Z",
  relation: "new",
  introductions: [],
  conflicts: [],
  problems: [],
};

let app: App | undefined;
const sent: [string, unknown][] = [];

beforeEach(() => {
  setActivePinia(createPinia());
  sent.length = 0;
  answerCommands((command, given) => {
    sent.push([command, given]);
    if (command === "office") return { people: [], current: null, policy: {}, keys: [], log: [] };
    if (command === "send_file") return 3;
    return command === "look_at_handoff" ? seen : null;
  });
});
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  clearMocks();
});

/** The dialog as it stands once everything has been answered. */
async function shown(file?: FileToRead): Promise<void> {
  const sheets = useSheets();
  if (file === undefined) sheets.show("handoff-open");
  else sheets.show("handoff-open", { file });
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({ render: () => h(OpenHandoffDialog) });
  app.mount(place);
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
}

const text = (testid: string): string | undefined =>
  document.querySelector(`[data-testid="${testid}"]`)?.textContent?.trim();
const calls = (): string[] => sent.map(([command]) => command).filter((command) => command.includes("handoff"));

it("a file that was chosen before is shown at once", async () => {
  await shown("/桌面/流转.mulu");
  expect(text("handoff-title")).toBe("社会保险目录");
  expect(sent).toContainEqual(["look_at_handoff", { file: { kind: "path", path: "/桌面/流转.mulu" } }]);
});

it("a file that was dropped is shown at once, by its bytes", async () => {
  await shown(new File([new Uint8Array([7, 8])], "流转.mulu"));
  expect(text("handoff-title")).toBe("社会保险目录");
  const bytes = sent.find(([command]) => command === "send_file")?.[1];
  expect([...new Uint8Array(bytes as ArrayBuffer)]).toEqual([7, 8]);
  expect(sent).toContainEqual(["look_at_handoff", { file: { kind: "sent", number: 3 } }]);
});

it("without a file one is asked for", async () => {
  await shown();
  expect(text("handoff-title")).toBeUndefined();
  expect(text("handoff-look")).toContain("选择");
  expect(calls()).toEqual([]);
});
