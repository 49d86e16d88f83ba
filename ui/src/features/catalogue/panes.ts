/** The panes of the screen: which are shown, how wide they are, and the way from one to the next. */
import { computed, onBeforeUnmount, ref } from "vue";

import { useSettings } from "@/shared/composables/settings";

export type PaneName = "outline" | "grid" | "form" | "dock";

export interface Pane {
  focus: () => unknown;
  hasFocus: () => boolean;
}

/** Narrower windows show the form as a drawer over the table. */
const DRAWER_BELOW = "(max-width: 1099px)";

export function usePanes(panes: () => Record<PaneName, Pane | null>) {
  const settings = useSettings();
  const focused = ref<PaneName | null>(null);
  const drawer = ref(false);

  const query = matchMedia(DRAWER_BELOW);
  const isNarrow = ref(query.matches);
  const noteWidth = (): void => void (isNarrow.value = query.matches);
  query.addEventListener("change", noteWidth);
  onBeforeUnmount(() => query.removeEventListener("change", noteWidth));

  const outlineShown = computed(() => settings.outlineShown);
  const formShown = computed(() => (isNarrow.value ? drawer.value : settings.formShown));

  function showForm(shown: boolean): void {
    if (isNarrow.value) drawer.value = shown;
    else settings.formShown = shown;
  }

  /** Hides what stands beside the table, or shows it again. */
  function gridAlone(): void {
    const hide = outlineShown.value || formShown.value;
    settings.outlineShown = !hide;
    showForm(!hide);
    if (hide) void panes().grid?.focus();
  }

  /** The names of the panes that are shown, in the order in which F6 goes through them. */
  const shown = (): PaneName[] => {
    const all = panes();
    const names: PaneName[] = ["outline", "grid", "form", "dock"];
    return names.filter((name) => all[name] && (name !== "outline" || outlineShown.value) && (name !== "form" || formShown.value));
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

  return { focused, isNarrow, outlineShown, formShown, showForm, gridAlone, next, noteFocus, widths };
}
