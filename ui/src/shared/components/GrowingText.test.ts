// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { createApp, h, nextTick, ref, type App } from "vue";

import GrowingText from "./GrowingText.vue";

let app: App | undefined;
afterEach(() => app?.unmount());

function mount(first: string, singleLine = false) {
  const outside = ref(first);
  const told: string[] = [];
  let done = 0;
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () =>
      h(GrowingText, {
        modelValue: outside.value,
        label: "公开时限",
        singleLine,
        "onUpdate:modelValue": (text: string) => told.push(text),
        onDone: () => (done += 1),
      }),
  });
  app.mount(place);
  const area = place.querySelector("textarea") as HTMLTextAreaElement;
  const type = (text: string): void => {
    area.value = text;
    area.dispatchEvent(new Event("input"));
  };
  return { outside, told, area, type, done: () => done };
}

describe("a growing text field", () => {
  it("tells what is typed", () => {
    const { told, type } = mount("");
    type("甲");
    expect(told).toEqual(["甲"]);
  });

  it("tells nothing while an input method composes, and keeps the outside from touching it", async () => {
    const { told, area, type, outside } = mount("");
    area.dispatchEvent(new Event("compositionstart"));
    type("x");
    outside.value = "别的";
    await nextTick();
    expect(told).toEqual([]);
    expect(area.value).toBe("x");
    area.value = "信";
    area.dispatchEvent(new Event("compositionend"));
    expect(told).toEqual(["信"]);
  });

  it("shows what is changed elsewhere, such as by 撤销", async () => {
    const { area, outside } = mount("旧");
    outside.value = "新";
    await nextTick();
    await nextTick();
    expect(area.value).toBe("新");
  });

  it("says nothing more when it is taken away with the focus in it", () => {
    const { told, area } = mount("甲");
    const place = area.parentElement?.parentElement as HTMLElement;
    // Browsers take the focus away in the midst of the removal.
    place.removeChild = ((child: Node) => {
      area.dispatchEvent(new Event("blur"));
      return Node.prototype.removeChild.call(place, child);
    }) as typeof place.removeChild;
    app?.unmount();
    app = undefined;
    expect(told).toEqual([]);
  });

  it("of one line takes no line breaks, and Enter says done unless the input method has it", () => {
    const { told, area, type, done } = mount("", true);
    type("甲\n 乙");
    expect(told).toEqual(["甲乙"]);
    area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true }));
    expect(done()).toBe(0);
    area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    expect(done()).toBe(1);
  });
});
