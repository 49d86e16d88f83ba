/** The rows of a table as it stands in the document, fetched in windows, anew after each look. */
import { onBeforeUnmount, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { ImportRow } from "@/platform";
import { useProblem } from "@/shared/composables/problem";

import { useImport } from "./store";

/** So many are given at once. */
const AT_ONCE = 500;

export function useRows(table: () => number) {
  const store = useImport();
  const problem = useProblem();
  const rows = shallowRef<ImportRow[]>([]);
  const loading = shallowRef(true);
  let turn = 0;
  let shown = "";

  async function load(): Promise<void> {
    const mine = (turn += 1);
    const known = store.taking;
    const wanted = table();
    const count = store.view?.tables[wanted - 1]?.rows ?? 0;
    if (!known) return;
    // Their texts stay the same in every look: what is seen stays until the new rows are all there.
    const isOther = shown !== `${known.document} ${wanted}`;
    if (isOther) rows.value = [];
    loading.value = true;
    const all: ImportRow[] = [];
    for (let first = 0; first < count; first += AT_ONCE) {
      const part = await problem.watch(() => platform.documentRows(known.document, wanted, first, AT_ONCE));
      if (mine !== turn) return;
      if (!part) break;
      all.push(...part);
      if (isOther) rows.value = [...all];
    }
    shown = `${known.document} ${wanted}`;
    rows.value = all;
    loading.value = false;
  }

  watch([() => store.view, table], load, { immediate: true });
  onBeforeUnmount(() => (turn += 1));

  return { rows, loading };
}
