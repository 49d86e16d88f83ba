/** Terms that could be meant by what is being typed into a field, and which of them is chosen. */
import { computed, ref, shallowRef, useId } from "vue";

import * as platform from "@/platform";
import type { ColumnKey, Term } from "@/platform";
import { hasTerms } from "@/shared/columns";

import { useCatalogue } from "../store";

export function useSuggestions() {
  const catalogue = useCatalogue();
  const terms = shallowRef<Term[]>([]);
  /** The chosen term's place in the list; -1 while none is chosen. */
  const active = ref(-1);
  const id = useId();
  let question = 0;

  /** Looks for terms; empty `typed` gives the most used ones. An answer that comes after the next question is dropped. */
  async function ask(column: ColumnKey, typed: string): Promise<void> {
    const mine = ++question;
    const open = catalogue.view?.id;
    // What cannot be suggested is typed: a failure here is none for the user.
    const found = open && hasTerms(column) ? await platform.suggest(open, column, typed).catch(() => []) : [];
    if (mine === question) show(found);
  }

  function show(found: Term[]): void {
    terms.value = found;
    active.value = -1;
  }

  /** Chooses the next or the previous term; before the first is what was typed. Tells whether there is a list. */
  function step(by: 1 | -1): boolean {
    const count = terms.value.length;
    if (count > 0) active.value = ((active.value + 1 + by + count + 1) % (count + 1)) - 1;
    return count > 0;
  }

  /** The chosen term; `null` when none is, and what was typed stays. The list closes. */
  function take(): string | null {
    const chosen = terms.value[active.value]?.text ?? null;
    close();
    return chosen;
  }

  /** Closes the list and drops an answer that is still to come. Tells whether there was a list. */
  function close(): boolean {
    question += 1;
    const wasOpen = terms.value.length > 0;
    show([]);
    return wasOpen;
  }

  const isOpen = computed(() => terms.value.length > 0);
  /** For `aria-activedescendant` of the field. */
  const activeId = computed(() => (active.value < 0 ? undefined : optionId(id, active.value)));

  return { id, terms, active, isOpen, activeId, ask, step, take, close };
}

/** The identity of an option, by which the field names the chosen one to screen readers. */
export const optionId = (list: string, index: number): string => `${list}-${index}`;
