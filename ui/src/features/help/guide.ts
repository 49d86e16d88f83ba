/** The guide of the first start: which step is shown. It goes along with the screens that the user opens. */
import { defineStore } from "pinia";
import { computed, shallowRef, watch } from "vue";

import { useNavigation, type Screen } from "@/shared/composables/navigation";
import { useSettings } from "@/shared/composables/settings";
import type { GuideStep } from "@/shared/words/help";

export const GUIDE_STEPS: readonly GuideStep[] = ["begin", "table", "fill", "preview"];

/** The first step that speaks of a screen. */
const FIRST_OF: Partial<Record<Screen["name"], GuideStep>> = {
  library: "begin",
  catalogue: "table",
  preview: "preview",
};

export const useGuide = defineStore("guide", () => {
  const navigation = useNavigation();
  const settings = useSettings();
  const step = shallowRef<GuideStep | null>(settings.guide === "first" ? "begin" : null);
  const at = computed(() => (step.value ? GUIDE_STEPS.indexOf(step.value) : -1));

  // Only forwards: a look back at the library is not a new beginning.
  watch(
    () => navigation.screen.name,
    (name) => {
      const first = FIRST_OF[name];
      if (step.value && first && GUIDE_STEPS.indexOf(first) > at.value) step.value = first;
    },
  );

  function start(): void {
    step.value = FIRST_OF[navigation.screen.name] ?? "begin";
  }

  function next(): void {
    const following = GUIDE_STEPS[at.value + 1];
    if (following) step.value = following;
    else end();
  }

  function end(): void {
    step.value = null;
    settings.guide = "seen";
  }

  return { step, at, start, next, end };
});
