// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { createApp, h, nextTick, ref, type App } from "vue";

import DateField from "./DateField.vue";

let app: App | undefined;
afterEach(() => app?.unmount());

function mount(first: string, firstUnread = "") {
  const day = ref(first);
  const unread = ref(firstUnread);
  const told: string[] = [];
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () =>
      h(DateField, {
        modelValue: day.value,
        unread: unread.value,
        label: "填表时间",
        "onUpdate:modelValue": (next: string) => {
          told.push(next);
          day.value = next;
        },
        "onUpdate:unread": (text: string) => (unread.value = text),
      }),
  });
  app.mount(place);
  const input = place.querySelector("input") as HTMLInputElement;
  const fill = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
    input.dispatchEvent(new Event("blur"));
    await nextTick();
    await nextTick();
  };
  return { day, unread, told, input, fill, sentence: () => place.querySelector("[role=alert]")?.textContent ?? "" };
}

describe("the field of a day", () => {
  it("writes a day as the office does, however it was typed", async () => {
    const { input, told, fill } = mount("2022-12-18");
    expect(input.value).toBe("2022年12月18日");
    await fill("2023.2.8");
    expect(told).toEqual(["2023-02-08"]);
    expect(input.value).toBe("2023年2月8日");
  });

  it("keeps what cannot be read, says so and changes nothing", async () => {
    const { input, told, fill, unread, sentence } = mount("2022-12-18");
    await fill("昨天");
    expect(told).toEqual([]);
    expect(input.value).toBe("昨天");
    expect(unread.value).toBe("昨天");
    expect(sentence()).toMatch(/没有存入/);
    await fill("2022-12-19");
    expect(told).toEqual(["2022-12-19"]);
    expect(unread.value).toBe("");
    expect(sentence()).toBe("");
  });

  it("shows what could not be read again when one comes back to it", () => {
    const { input, sentence } = mount("2022-12-18", "昨天");
    expect(input.value).toBe("昨天");
    expect(sentence()).toMatch(/没有存入/);
  });

  it("is emptied by emptying it, and follows 撤销", async () => {
    const { input, told, fill, day } = mount("2022-12-18");
    await fill("");
    expect(told).toEqual([""]);
    day.value = "2022-12-18";
    await nextTick();
    await nextTick();
    expect(input.value).toBe("2022年12月18日");
  });
});
