/** How the user has arranged the columns of the table: widths, what is hidden, what stays while the rest scrolls. */
import { defineStore } from "pinia";
import { computed } from "vue";

import type { ColumnKey } from "@/platform";
import { useSettings, type ColumnLayout } from "@/shared/composables/settings";

import { useCatalogue } from "../store";

export const LEAST_WIDTH = 24;
export const MOST_WIDTH = 800;

const USUAL: ColumnLayout = { widths: {}, hidden: [], frozen: null };

export const useColumnLayout = defineStore("columnLayout", () => {
  const settings = useSettings();
  const catalogue = useCatalogue();

  const id = computed(() => catalogue.view?.template.id ?? "");
  const layout = computed<ColumnLayout>(() => settings.columnLayouts[id.value] ?? USUAL);
  const hidden = computed(() =>
    layout.value.hidden.filter((key) => catalogue.columns.some((column) => column.key === key)),
  );

  function change(next: Partial<ColumnLayout>): void {
    settings.columnLayouts = { ...settings.columnLayouts, [id.value]: { ...layout.value, ...next } };
  }

  function setWidth(key: ColumnKey, width: number): void {
    change({
      widths: { ...layout.value.widths, [key]: Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width))) },
    });
  }

  /** Gives a column the width again that fits the window. */
  function fit(key: ColumnKey): void {
    change({ widths: Object.fromEntries(Object.entries(layout.value.widths).filter(([name]) => name !== key)) });
  }

  const fitAll = (): void => change({ widths: {} });

  /** Hides a column; the last one stays. */
  function hide(key: ColumnKey): void {
    if (hidden.value.length + 1 < catalogue.columns.length) change({ hidden: [...hidden.value, key] });
  }

  const show = (key: ColumnKey): void => change({ hidden: layout.value.hidden.filter((each) => each !== key) });
  const showAll = (): void => change({ hidden: [] });
  const freeze = (key: ColumnKey | null): void => change({ frozen: key });

  return { layout, hidden, setWidth, fit, fitAll, hide, show, showAll, freeze };
});
