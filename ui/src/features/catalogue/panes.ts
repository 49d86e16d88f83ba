/** The panes of the screen: which are shown, how wide they are, and the way from one to the next. */
import { computed, onBeforeUnmount, ref, watch, type Ref } from "vue";

import { useSettings } from "@/shared/composables/settings";
import { useToast } from "@/shared/composables/toast";
import { structureWords as words } from "@/shared/words/structure";

export type PaneName = "outline" | "grid" | "form" | "dock";

export interface Pane {
  focus: () => unknown;
  hasFocus: () => boolean;
}

/** Narrower windows show the form as a drawer over the table. */
const DRAWER_BELOW = "(max-width: 1099px)";
/** Still narrower ones, as a large scale makes them, hide the outline until it is asked for. */
const OUTLINE_FROM = "(min-width: 900px)";

export function usePanes(panes: () => Record<PaneName, Pane | null>) {
  const settings = useSettings();
  const toast = useToast();
  const focused = ref<PaneName | null>(null);
  const drawer = ref(false);

  const outlineAsked = ref(false);

  const isNarrow = useMedia(DRAWER_BELOW);
  const outlineFits = useMedia(OUTLINE_FROM);
  const outlineShown = computed(() => (outlineFits.value ? settings.outlineShown : outlineAsked.value));
  const formShown = computed(() => (isNarrow.value ? drawer.value : settings.formShown));

  function showOutline(shown: boolean): void {
    if (outlineFits.value) settings.outlineShown = shown;
    else outlineAsked.value = shown;
  }

  watch(outlineFits, (fits) => {
    outlineAsked.value = false;
    if (!fits && settings.outlineShown)
      toast.show({ text: words.outlineHidden, action: { name: words.showOutline, run: () => showOutline(true) } });
  });

  function showForm(shown: boolean): void {
    if (isNarrow.value) drawer.value = shown;
    else settings.formShown = shown;
  }

  /** Hides what stands beside the table, or shows it again. */
  function gridAlone(): void {
    const hide = outlineShown.value || formShown.value;
    showOutline(!hide);
    showForm(!hide);
    if (hide) void panes().grid?.focus();
  }

  /** The names of the panes that are shown, in the order in which F6 goes through them. */
  const shown = (): PaneName[] => {
    const all = panes();
    const names: PaneName[] = ["outline", "grid", "form", "dock"];
    return names.filter(
      (name) => all[name] && (name !== "outline" || outlineShown.value) && (name !== "form" || formShown.value),
    );
  };

  function next(step: 1 | -1): void {
    const names = shown();
    const at = names.findIndex((name) => panes()[name]?.hasFocus());
    const name = names[(Math.max(at, step > 0 ? -1 : 0) + step + names.length) % names.length];
    if (name) void panes()[name]?.focus();
  }

  function noteFocus(): void {
    focused.value = shown().find((name) => panes()[name]?.hasFocus()) ?? null;
  }

  /** The widths that were chosen by hand. */
  const widths = computed(() => ({
    ...(settings.outlineWidth ? { "--outline-width": `${settings.outlineWidth}px` } : {}),
    ...(settings.formWidth ? { "--form-width": `${settings.formWidth}px` } : {}),
  }));

  return { focused, isNarrow, outlineShown, formShown, showOutline, showForm, gridAlone, next, noteFocus, widths };
}

/** Whether the window is as a media query says, while the component lives. */
function useMedia(condition: string): Ref<boolean> {
  const query = matchMedia(condition);
  const matches = ref(query.matches);
  const note = (): void => void (matches.value = query.matches);
  query.addEventListener("change", note);
  onBeforeUnmount(() => query.removeEventListener("change", note));
  return matches;
}
