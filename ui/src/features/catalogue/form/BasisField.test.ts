// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, h, nextTick, ref, type App } from "vue";

import { answerCommands } from "@/platform/fixtures";
import BasisField from "./BasisField.vue";

let app: App | undefined;
beforeEach(() => answerCommands(() => []));
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  clearMocks();
});

/** The field in a form that takes what it tells, as the form of an item does. */
async function mount(first: string) {
  const text = ref(first);
  const cell = ref("1");
  const told: string[] = [];
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () =>
      h(BasisField, {
        column: "basis",
        modelValue: text.value,
        label: "公开依据",
        cell: cell.value,
        asText: false,
        usualSeparator: () => "、",
        testid: "field-basis",
        "onUpdate:modelValue": (next: string) => {
          told.push(next);
          text.value = next;
        },
      }),
  });
  app.use(createPinia());
  app.mount(place);
  await nextTick();
  const areas = (): HTMLTextAreaElement[] => [...place.querySelectorAll("textarea")];
  const rows = (): string[] => areas().map((area) => area.value);
  const type = async (at: number, typed: string): Promise<void> => {
    const area = areas()[at];
    if (!area) throw new Error(`no row ${at}`);
    area.focus();
    area.value = typed;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    await nextTick();
  };
  const press = async (at: number, key: string, more: KeyboardEventInit = {}): Promise<void> => {
    areas()[at]?.dispatchEvent(
      new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true, ...more }),
    );
    await nextTick();
    await nextTick();
  };
  return { text, cell, told, rows, type, press, place };
}

describe("公开依据 in the form", () => {
  it("has a row for each citation and one that adds, and tells nothing of its own", async () => {
    const { rows, told } = await mount("《甲》；《乙》。");
    expect(rows()).toEqual(["《甲》", "《乙》", ""]);
    expect(told).toEqual([]);
  });

  it("saves what is typed into the row that adds while it is typed, and Enter makes it a row", async () => {
    const { text, rows, type, press } = await mount("《甲》；《乙》。");
    await type(2, "《丙》；");
    expect(text.value).toBe("《甲》；《乙》；《丙》。");
    expect(rows()).toEqual(["《甲》", "《乙》", "《丙》；"]);
    await press(2, "Enter");
    expect(rows()).toEqual(["《甲》", "《乙》", "《丙》", ""]);
  });

  it("uses the catalogue's separator where the text has none", async () => {
    const { text, type } = await mount("《甲》");
    await type(1, "《乙》");
    expect(text.value).toBe("《甲》、《乙》");
  });

  it("keeps its rows while a bracket is open, so that the caret stays where it is", async () => {
    const { rows, type, text } = await mount("《甲》；《乙》。");
    await type(0, "《甲");
    expect(rows()).toEqual(["《甲", "《乙》", ""]);
    expect(text.value).toBe("《甲；《乙》。");
    await type(0, "《甲法》");
    expect(text.value).toBe("《甲法》；《乙》。");
  });

  it("moves a row by Alt and arrows, and takes an empty one out by Backspace", async () => {
    const { text, type, press } = await mount("《甲》；《乙》；《丙》。");
    await press(2, "ArrowUp", { altKey: true });
    expect(text.value).toBe("《甲》；《丙》；《乙》。");
    await type(0, "");
    await press(0, "Backspace");
    expect(text.value).toBe("《丙》；《乙》。");
  });

  it("is free text where it cannot be taken apart, and untouched", async () => {
    const { rows, told } = await mount("；；《甲》");
    expect(rows()).toEqual(["；；《甲》"]);
    expect(told).toEqual([]);
  });

  it("shows another item's citations, and leaves what was typed to the one it was typed for", async () => {
    const { text, cell, rows, type } = await mount("《甲》");
    await type(1, "《乙");
    cell.value = "2";
    text.value = "《丙》";
    await nextTick();
    await nextTick();
    expect(rows()).toEqual(["《丙》", ""]);
  });
});
