/** The terms of a column: which of them are listed for what is typed, and putting another in the place of one. */
import { computed, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { Column, ColumnKey, TermUse } from "@/platform";
import { hasTerms } from "@/shared/columns";
import { useProblem } from "@/shared/composables/problem";

import { useCatalogue } from "../store";

/** More than a screen can be asked to list. */
export const MOST_LISTED = 300;

export const columnsWithTerms = (columns: Column[]): Column[] => columns.filter((column) => hasTerms(column.key));

/** The terms that contain what is typed, most used first; then those that `alike` names, such as by their pinyin. */
export function matching(terms: TermUse[], typed: string, alike: ReadonlySet<string>): TermUse[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === "") return terms;
  const contains = (term: TermUse): boolean => term.text.toLocaleLowerCase().includes(wanted);
  return [...terms.filter(contains), ...terms.filter((term) => !contains(term) && alike.has(term.text))];
}

export interface Renamed {
  items: number;
  elsewhere: number;
}

export function useVocabulary() {
  const catalogue = useCatalogue();
  const problem = useProblem();

  const columns = computed(() => columnsWithTerms(catalogue.columns));
  const column = ref<ColumnKey>("");
  const typed = ref("");
  const terms = shallowRef<TermUse[]>([]);
  const alike = shallowRef<ReadonlySet<string>>(new Set());
  const chosenText = ref("");

  const found = computed(() => matching(terms.value, typed.value, alike.value));
  const listed = computed(() => found.value.slice(0, MOST_LISTED));
  const chosen = computed(() => terms.value.find((term) => term.text === chosenText.value));

  /** Shows a column's terms, the most used one chosen. */
  async function show(wanted?: ColumnKey): Promise<void> {
    column.value = columns.value.find((each) => each.key === wanted)?.key ?? columns.value[0]?.key ?? "";
    typed.value = "";
    await load();
    chosenText.value = terms.value[0]?.text ?? "";
  }

  async function load(): Promise<void> {
    const [id, key] = [catalogue.view?.id, column.value];
    if (!id || !key) return;
    await catalogue.flush();
    const known = await problem.watch(() => platform.terms(id, key));
    if (key === column.value) terms.value = known ?? [];
  }

  watch(typed, async (text) => {
    const [id, key] = [catalogue.view?.id, column.value];
    alike.value = new Set();
    if (!id || text.trim() === "") return;
    const suggested = await platform.suggest(id, key, text.trim()).catch(() => []);
    if (text === typed.value) alike.value = new Set(suggested.map((term) => term.text));
  });

  watch(listed, (now) => {
    if (!now.some((term) => term.text === chosenText.value)) chosenText.value = now[0]?.text ?? "";
  });

  function step(by: 1 | -1): void {
    const at = listed.value.findIndex((term) => term.text === chosenText.value);
    const next = listed.value[Math.max(0, Math.min(at + by, listed.value.length - 1))];
    if (next) chosenText.value = next.text;
  }

  /** Puts `to` in the place of the chosen term, where wanted also in other catalogues. `null` when nothing was done. */
  async function rename(to: string, alsoElsewhere: boolean): Promise<Renamed | null> {
    const [id, key, from] = [catalogue.view?.id, column.value, chosen.value];
    if (!id || !from) return null;
    if (from.items.length > 0) {
      const change = await catalogue.request({ kind: "rename_term", column: key, from: from.text, to });
      if (!change) return null;
    }
    const elsewhere = alsoElsewhere
      ? await problem.watch(() => platform.renameTermElsewhere(id, key, from.text, to))
      : 0;
    await load();
    chosenText.value = terms.value.some((term) => term.text === to) ? to : (listed.value[0]?.text ?? "");
    return { items: from.items.length, elsewhere: elsewhere ?? 0 };
  }

  return { columns, column, typed, terms, found, listed, chosen, chosenText, show, load, step, rename };
}
