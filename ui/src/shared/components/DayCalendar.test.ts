// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { createApp, h, nextTick, type App } from "vue";

import { today } from "@/shared/calendar";

import DayCalendar from "./DayCalendar.vue";

let app: App | undefined;
afterEach(() => app?.unmount());

async function mount(first: string) {
  const chosen: string[] = [];
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () => h(DayCalendar, { modelValue: first, "onUpdate:modelValue": (day: string) => chosen.push(day) }),
  });
  app.mount(place);
  await nextTick();
  const find = (testid: string): HTMLElement => place.querySelector(`[data-testid="${testid}"]`) as HTMLElement;
  const press = async (key: string, shiftKey = false): Promise<void> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
    await nextTick();
    await nextTick();
  };
  return { chosen, find, press, focused: () => (document.activeElement as HTMLElement).dataset.testid ?? "" };
}

describe("the calendar", () => {
  it("begins at the day that is chosen and says which it is", async () => {
    const { find, focused } = await mount("2022-12-18");
    expect(focused()).toBe("day-2022-12-18");
    expect(find("day-2022-12-18").getAttribute("aria-selected")).toBe("true");
    expect(find("day-month").textContent).toBe("2022年12月");
  });

  it("begins today where no day is chosen", async () => {
    const { find, focused } = await mount("");
    expect(focused()).toBe(`day-${today()}`);
    expect(find(`day-${today()}`).getAttribute("aria-current")).toBe("date");
  });

  it.each([
    ["ArrowLeft", false, "2022-12-17"],
    ["ArrowRight", false, "2022-12-19"],
    ["ArrowUp", false, "2022-12-11"],
    ["ArrowDown", false, "2022-12-25"],
    ["Home", false, "2022-12-12"],
    ["End", false, "2022-12-18"],
    ["PageUp", false, "2022-11-18"],
    ["PageDown", false, "2023-01-18"],
    ["PageUp", true, "2021-12-18"],
    ["PageDown", true, "2023-12-18"],
  ])("%s with Shift %s leads to %s and chooses nothing", async (key, shift, day) => {
    const { chosen, press, focused } = await mount("2022-12-18");
    await press(key, shift);
    expect(focused()).toBe(`day-${day}`);
    expect(chosen).toEqual([]);
  });

  it("takes the day of the keys with Enter and the one that is clicked", async () => {
    const { chosen, press, find } = await mount("2022-12-18");
    await press("ArrowRight");
    await press("Enter");
    find("day-2022-12-30").click();
    expect(chosen).toEqual(["2022-12-19", "2022-12-30"]);
  });

  it("takes today and no day with its two buttons", async () => {
    const { chosen, find } = await mount("2022-12-18");
    find("day-today").click();
    find("day-clear").click();
    expect(chosen).toEqual([today(), ""]);
  });
});
