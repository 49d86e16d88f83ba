// @vitest-environment happy-dom
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp, nextTick, type App } from "vue";

import type { OfficeView, PersonView } from "@/platform";

const platform = vi.hoisted(() => ({ office: vi.fn(), startWorking: vi.fn(), stopWorking: vi.fn() }));
vi.mock("@/platform", () => platform);

import { useIdleLock, useOffice } from "./office";
import { useSettings } from "./settings";
import { useSheets } from "./sheets";

const person = (id: string, more: Partial<PersonView> = {}): PersonView => ({
  id,
  name: id,
  unit: "",
  roles: ["preparer"],
  is_active: true,
  fingerprint: "",
  ...more,
});
const view = (
  current: string | null,
  people = [person("甲"), person("乙", { roles: ["administrator"] })],
): OfficeView => ({
  people,
  current,
  policy: { one_person_may_hold_two_roles: false, secrecy_review: false },
  keys: [],
  log: [],
});

beforeEach(() => {
  setActivePinia(createPinia());
  localStorage.clear();
  platform.startWorking.mockImplementation(async (id: string) => view(id));
  platform.stopWorking.mockImplementation(async () => view(null));
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTick();
}

describe("who is working", () => {
  it("is not asked while there are no people, and there is nothing to lock", async () => {
    platform.office.mockResolvedValue(view(null, []));
    const office = useOffice();
    await office.begin();
    await office.lock();
    expect([office.asking, office.hasPeople]).toEqual([null, false]);
    expect(platform.stopWorking).not.toHaveBeenCalled();
  });

  it("is asked at the beginning where there are people", async () => {
    platform.office.mockResolvedValue(view(null));
    const office = useOffice();
    await office.begin();
    expect(office.asking).toBe("start");
    await office.come("乙", "482913");
    expect([office.asking, office.current?.id, office.canAdministrate]).toEqual([null, "乙", true]);
  });

  it("a lock cannot be left without somebody coming, other questions can", async () => {
    platform.office.mockResolvedValue(view("甲"));
    const office = useOffice();
    await office.begin();
    await office.lock();
    office.dismiss();
    expect([office.asking, office.current, office.last]).toEqual(["lock", null, "甲"]);
    office.asking = "come";
    office.dismiss();
    expect(office.asking).toBeNull();
  });
});

describe("a step that needs somebody", () => {
  it("goes on at once where somebody is working", async () => {
    platform.office.mockResolvedValue(view("甲"));
    expect(await useOffice().ask()).toBe(true);
  });

  it("goes on when somebody has come, and not where the question is left", async () => {
    platform.office.mockResolvedValue(view(null));
    const office = useOffice();
    const left = office.ask();
    await settle();
    office.dismiss();
    expect(await left).toBe(false);
    const comes = office.ask();
    await settle();
    await office.come("甲", "482913");
    expect(await comes).toBe(true);
    expect(office.isAwaited).toBe(false);
  });

  it("has the first person made where there is none", async () => {
    platform.office.mockResolvedValue(view(null, []));
    const office = useOffice();
    const sheets = useSheets();
    const comes = office.ask();
    await settle();
    expect([sheets.open, office.isAwaited]).toEqual(["people", true]);
    office.take(view("甲"));
    expect(await comes).toBe(true);
  });
});

describe("the idle lock", () => {
  let app: App;

  /** The clock runs in a component, as in the window. */
  async function run(): Promise<ReturnType<typeof useOffice>> {
    platform.office.mockResolvedValue(view("甲"));
    const office = useOffice();
    await office.load();
    app = createApp({ setup: () => (useIdleLock(), () => null) });
    app.mount(document.createElement("div"));
    return office;
  }

  const minutes = async (count: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(count * 60_000));

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    app.unmount();
    vi.useRealTimers();
  });

  it("comes after a quarter of an hour without key or mouse", async () => {
    const office = await run();
    await minutes(14.9);
    expect(office.asking).toBeNull();
    await minutes(0.2);
    expect([office.asking, office.current]).toEqual(["lock", null]);
  });

  it("begins anew with each key and each move of the mouse", async () => {
    const office = await run();
    await minutes(14);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    await minutes(14);
    window.dispatchEvent(new Event("pointermove"));
    await minutes(14);
    expect(office.asking).toBeNull();
    await minutes(2);
    expect(office.asking).toBe("lock");
  });

  it("takes the minutes of the setting, and does not run while nobody is working", async () => {
    const office = await run();
    useSettings().lockMinutes = 5;
    await minutes(5.1);
    expect(office.asking).toBe("lock");
    office.asking = null;
    await minutes(60);
    expect(office.asking).toBeNull();
  });
});
