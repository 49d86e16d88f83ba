// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { createApp, effectScope, h, nextTick, type App } from "vue";

import { usePin } from "@/shared/composables/pin";

import PersonForm from "./PersonForm.vue";

let app: App | undefined;
const scope = effectScope();
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
});

const find = <T extends HTMLElement>(testid: string): T | null =>
  document.querySelector<T>(`[data-testid="${testid}"]`);

it("what is missing of a new person is said, and the PIN that was typed stays", async () => {
  const saved: string[] = [];
  const entry = scope.run(usePin);
  if (!entry) throw new Error("no scope");
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp({
    render: () =>
      h(PersonForm, {
        person: null,
        isFirst: true,
        unit: "",
        entry,
        onSave: (draft: { name: string }) => saved.push(draft.name),
      }),
  });
  app.mount(place);
  const type = (testid: string, text: string): void => {
    const field = find<HTMLInputElement>(testid);
    if (!field) throw new Error(`no ${testid}`);
    field.value = text;
    field.dispatchEvent(new Event("input"));
  };
  const save = async (): Promise<string> => {
    await nextTick();
    find<HTMLFormElement>("person-form")?.dispatchEvent(new Event("submit"));
    await nextTick();
    return find("person-problem")?.textContent ?? "";
  };
  for (const field of ["pin", "pin-again"]) type(field, "830517");
  expect(await save()).toContain("姓名");
  expect(find<HTMLInputElement>("pin")?.value).toBe("830517");
  type("person-name", "甲某");
  for (const field of ["pin", "pin-again"]) type(field, "");
  expect(await save()).toContain("请填写口令");
  expect(saved).toEqual([]);
  for (const field of ["pin", "pin-again"]) type(field, "830517");
  await save();
  expect(saved).toEqual(["甲某"]);
});
