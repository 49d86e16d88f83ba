/** Finding in the open catalogue: what is looked for, where it stands, which of it is to be replaced. */
import { computed, onBeforeUnmount, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { ColumnKey, Find, Hit, Id } from "@/platform";
import { GROUP } from "@/shared/columns";
import { failureSentence } from "@/shared/words/errors";

import { useCatalogue } from "../store";
import type { ItemPlace } from "../view";

/** A search after each key would only be in the way of the next. */
export const PAUSE_MS = 150;

/** The hit one step from the cell that is selected, round the end; -1 where there is none. */
export function nextHit(hits: Hit[], at: number, step: 1 | -1): number {
  if (hits.length === 0) return -1;
  if (at < 0) return step > 0 ? 0 : hits.length - 1;
  return (at + step + hits.length) % hits.length;
}

/** The first hit at or behind an item. */
export function hitFrom(hits: Hit[], item: Id | null, places: ReadonlyMap<Id, ItemPlace>): number {
  const from = item === null ? 0 : (places.get(item)?.number ?? 0);
  const at = hits.findIndex((hit) => hit.item !== null && (places.get(hit.item)?.number ?? 0) >= from);
  return at < 0 && hits.length > 0 ? 0 : at;
}

export function useSearch() {
  const catalogue = useCatalogue();

  const text = ref("");
  const replacement = ref("");
  const isPattern = ref(false);
  const matchCase = ref(false);
  const columns = ref<ColumnKey[]>([]);
  /** Only in these items; empty is everywhere. Kept, because going through the hits selects others. */
  const items = shallowRef<Id[]>([]);

  const hits = shallowRef<Hit[]>([]);
  const total = ref(0);
  const problem = ref("");
  /** The hits that are not to be replaced. */
  const skipped = ref(new Set<number>());
  /** The hit one is at, or -1. */
  const at = ref(-1);
  /** Whether the hits are those of the catalogue and the words as they are now. */
  const isFresh = ref(true);

  const wanted = computed<Find>(() => ({
    text: text.value,
    is_pattern: isPattern.value,
    match_case: matchCase.value,
    columns: columns.value,
    items: items.value,
  }));
  const toReplace = computed(() => total.value - skipped.value.size);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  watch([wanted, () => catalogue.view?.state.revision], () => {
    skipped.value = new Set();
    at.value = -1;
  });
  watch([wanted, replacement, () => catalogue.view?.state.revision], () => {
    isFresh.value = false;
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE_MS);
  });
  onBeforeUnmount(() => clearTimeout(timer));

  async function search(): Promise<void> {
    clearTimeout(timer);
    const mine = (asked += 1);
    const id = catalogue.view?.id;
    let found = { hits: [] as Hit[], total: 0 };
    let said = "";
    try {
      if (id && text.value !== "") {
        await catalogue.flush();
        found = await platform.find(id, wanted.value, replacement.value);
      }
    } catch (cause) {
      said = failureSentence(cause);
    }
    // What was asked later is answered later.
    if (mine !== asked) return;
    hits.value = found.hits;
    total.value = found.total;
    problem.value = said;
    isFresh.value = true;
  }

  /** Selects a hit's cell. */
  function goTo(index: number): void {
    const hit = hits.value[index];
    if (!hit) return;
    at.value = index;
    if (hit.item === null) catalogue.selectGroup(hit.group, GROUP);
    else catalogue.selectItem(hit.item, hit.column, hit.part ?? 0);
  }

  /** Goes to the next or the last hit; from wherever one is when none was visited yet. */
  async function step(by: 1 | -1): Promise<void> {
    if (!isFresh.value) await search();
    const chosen = catalogue.selection;
    const first = at.value < 0 && by > 0 && chosen.kind === "item";
    goTo(first ? hitFrom(hits.value, chosen.item, catalogue.places) : nextHit(hits.value, at.value, by));
  }

  function skip(index: number, isSkipped: boolean): void {
    const next = new Set(skipped.value);
    if (isSkipped) next.add(index);
    else next.delete(index);
    skipped.value = next;
  }

  function skipAll(isSkipped: boolean): void {
    skipped.value = new Set(isSkipped ? Array.from({ length: total.value }, (_, index) => index) : []);
  }

  /** Replaces what is ticked, as one step. Tells how many were replaced, or 0 where it failed. */
  async function replace(): Promise<number> {
    if (!isFresh.value) await search();
    const count = toReplace.value;
    if (count === 0) return 0;
    const change = await catalogue.request({
      kind: "replace",
      find: wanted.value,
      replacement: replacement.value,
      skip: [...skipped.value],
    });
    return change ? count : 0;
  }

  return {
    text,
    replacement,
    isPattern,
    matchCase,
    columns,
    items,
    hits,
    total,
    problem,
    skipped,
    at,
    isFresh,
    toReplace,
    goTo,
    step,
    skip,
    skipAll,
    replace,
  };
}
