// @vitest-environment happy-dom
import { createPinia, setActivePinia } from "pinia";
import { nextTick } from "vue";
import { beforeEach, expect, it } from "vitest";

import { useNavigation } from "@/shared/composables/navigation";
import { useSettings } from "@/shared/composables/settings";

import { useGuide } from "./guide";

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
});

it("is shown at the first start, and never again once skipped", async () => {
  expect(useGuide().step).toBe("begin");
  useGuide().end();
  await nextTick();
  setActivePinia(createPinia());
  expect(useGuide().step).toBeNull();
});

it("ends after its last step and can be started again", () => {
  const guide = useGuide();
  for (let step = 0; step < 4; step += 1) guide.next();
  expect(guide.step).toBeNull();
  expect(useSettings().guide).toBe("seen");
  guide.start();
  expect(guide.step).toBe("begin");
});

it("goes along with the screens, forwards only", async () => {
  const guide = useGuide();
  const go = async (screen: Parameters<ReturnType<typeof useNavigation>["go"]>[0]): Promise<unknown> => {
    await useNavigation().go(screen);
    await nextTick();
    return guide.step;
  };
  expect(await go({ name: "catalogue", id: "c" })).toBe("table");
  expect(await go({ name: "preview", id: "c", title: "", from: "catalogue" })).toBe("preview");
  expect(await go({ name: "catalogue", id: "c" })).toBe("preview");
});
