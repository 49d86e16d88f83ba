/** The rows of a table: as they stand in the document, fetched once in windows, and what they were taken for, after each look. */
import { onBeforeUnmount, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { ImportReading, ImportRow } from "@/platform";
import { useProblem } from "@/shared/composables/problem";

import { useImport } from "./store";

/** A row as it is shown. */
export interface ShownRow extends ImportRow, Omit<ImportReading, "cells"> {
  /** Its position in the table, from 0. */
  row: number;
}

/** So many are fetched first, to be seen soon, and so many at once after them. */
const FIRST = 200;
const AT_ONCE = 2000;

function shownRow(row: number, { number, cells }: ImportRow, reading: ImportReading | undefined): ShownRow {
  const {
    role,
    item,
    begins_group,
    cells: laid,
  } = reading ?? { role: null, item: null, begins_group: false, cells: null };
  return { row, number, cells: laid ?? cells, role, item, begins_group };
}

export function useRows(table: () => number) {
  const store = useImport();
  const problem = useProblem();
  const rows = shallowRef<ShownRow[]>([]);
  const loading = shallowRef(true);
  /** What stands in the document, as far as it was fetched, and of which table it is. */
  let standing: ImportRow[] = [];
  let of = "";
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    const known = store.taking;
    const wanted = table();
    const count = store.view?.tables[wanted - 1]?.rows ?? 0;
    if (!known) return;
    if (of !== `${known.document} ${wanted}`) {
      of = `${known.document} ${wanted}`;
      standing = [];
      rows.value = [];
    }
    loading.value = true;
    const readings = await problem.watch(() => platform.documentReadings(known.document, wanted));
    const show = (): void => void (rows.value = standing.map((row, at) => shownRow(at, row, readings?.[at])));
    while (mine === turn && readings && standing.length < count) {
      const first = standing.length;
      const part = await problem.watch(() =>
        platform.documentRows(known.document, wanted, first, first === 0 ? FIRST : AT_ONCE),
      );
      if (mine !== turn || !part?.length) break;
      standing = [...standing, ...part];
      if (first === 0) show();
    }
    if (mine !== turn) return;
    show();
    loading.value = false;
  }

  watch([() => store.view, table], load, { immediate: true });
  onBeforeUnmount(() => (turn += 1));

  return { rows, loading };
}
