// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, h, nextTick, type App } from "vue";

import { AppFailure } from "@/platform";
import { answerCommands } from "@/platform/fixtures";
import { useOffice } from "@/shared/composables/office";

import SignDialog from "./SignDialog.vue";

const person = (id: string, name: string) => ({ id, name, unit: "", roles: [], is_active: true, fingerprint: "" });

let app: App | undefined;
beforeEach(async () => {
  setActivePinia(createPinia());
  const view = (current: unknown) => ({
    people: [person("b", "乙某"), person("c", "丙某")],
    current,
    policy: {},
    keys: [],
    log: [],
  });
  answerCommands((command, given) => view(command === "start_working" ? (given as { id: string }).id : "b"));
  await useOffice().load();
});
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  clearMocks();
});

const find = <T extends HTMLElement>(testid: string): T | null =>
  document.querySelector<T>(`[data-testid="${testid}"]`);
const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
};

/** A dialog that signs with the PIN 2580; what it was given and whether it was closed. */
async function mount(more: { refusal?: string; ready?: boolean } = {}) {
  const given: string[] = [];
  const closed = { times: 0 };
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () =>
      h(SignDialog, {
        heading: "退回填表人",
        consequence: "目录将回到“填表中”。",
        act: "签名并退回",
        ...more,
        sign: async (pin: string) => {
          given.push(pin);
          if (pin !== "2580") throw new AppFailure({ code: "wrong_pin", wait: 0 });
        },
        onClose: () => (closed.times += 1),
      }),
  });
  app.mount(place);
  await settled();
  const type = async (pin: string): Promise<void> => {
    const field = find<HTMLInputElement>("sign-pin");
    if (!field) throw new Error("no field");
    field.value = pin;
    field.dispatchEvent(new Event("input"));
    await nextTick();
  };
  const sign = async (pin: string): Promise<void> => {
    await type(pin);
    document.querySelector("form")?.dispatchEvent(new Event("submit"));
    await settled();
  };
  return { given, closed, type, sign };
}

describe("the dialog in which one signs", () => {
  it("asks the one who is working, and closes when it is signed", async () => {
    const { given, closed, sign } = await mount();
    expect(document.body.textContent).toContain("乙某的口令");
    await sign("2580");
    expect(given).toEqual(["2580"]);
    expect(closed.times).toBe(1);
  });

  it("stays open after a wrong PIN, says so, and forgets what was typed", async () => {
    const { closed, sign } = await mount();
    await sign("1234");
    expect(closed.times).toBe(0);
    expect(find("sign-pin-problem")?.textContent).toBe("口令不对，请再输一次。");
    expect(find<HTMLInputElement>("sign-pin")?.value).toBe("");
    await sign("2580");
    expect(closed.times).toBe(1);
  });

  it("signs nothing without a PIN", async () => {
    const { given, sign } = await mount();
    expect(find<HTMLButtonElement>("sign-confirm")?.disabled).toBe(true);
    await sign("");
    expect(given).toEqual([]);
  });

  it("takes no PIN while something stands in the way", async () => {
    await mount({ refusal: "退回须至少写一条批注，说明要改什么。" });
    expect(find("sign-pin")).toBeNull();
    expect(find("sign-confirm")).toBeNull();
    expect(find("sign-refusal")?.textContent).toContain("至少写一条批注");
  });

  it("signs nothing before all else is there", async () => {
    const { given, sign } = await mount({ ready: false });
    await sign("2580");
    expect(find<HTMLButtonElement>("sign-confirm")?.disabled).toBe(true);
    expect(given).toEqual([]);
  });

  it("stays while somebody else comes, and forgets what was typed for the one before", async () => {
    const { closed, type, sign } = await mount();
    await type("25");
    find("sign-other")?.click();
    const office = useOffice();
    expect(office.asking).toBe("swap");
    await office.come("c", "");
    await settled();
    expect(document.body.textContent).toContain("丙某的口令");
    expect(find<HTMLInputElement>("sign-pin")?.value).toBe("");
    await sign("2580");
    expect(closed.times).toBe(1);
  });
});
