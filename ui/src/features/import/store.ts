/** The document that is being checked: how it is read, what was corrected, where it goes. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";

import * as platform from "@/platform";
import type { CatalogueSummary, Id, ImportDifference, ImportInto, ImportTaken, ImportView, Source } from "@/platform";
import { useProblem } from "@/shared/composables/problem";
import { useToast } from "@/shared/composables/toast";
import { cleaningWords, importWords } from "@/shared/words/import";

import { choiceOf, isUntouched, readAlike, untouched, type Draft } from "./choice";
import { inOrder, undecided } from "./findings";
import { begun, type Taking } from "./taking";

export type Step = "check" | "into";

export const useImport = defineStore("import", () => {
  const problem = useProblem();
  const toast = useToast();

  const taking = shallowRef<Taking | null>(null);
  const into = shallowRef<ImportInto>({ kind: "new_catalogue" });
  const step = ref<Step>("check");
  /** Whether it is being read anew. */
  const busy = ref(false);
  const catalogues = shallowRef<CatalogueSummary[]>([]);
  const sources = shallowRef<Source[]>([]);
  const difference = shallowRef<ImportDifference | null>(null);

  const view = computed<ImportView | null>(() => taking.value?.view ?? null);
  const draft = computed<Draft>(() => taking.value?.draft ?? untouched());
  const findings = computed(() => inOrder(view.value?.findings ?? []));
  const open = computed(() => undecided(findings.value, draft.value));
  const target = computed(() => {
    const to = into.value;
    return to.kind === "new_catalogue" ? null : (catalogues.value.find((each) => each.id === to.id) ?? null);
  });

  /** Begins with a document that was opened; one that was left before is forgotten. */
  async function begin(opened: platform.OpenDocument, target: Id | null): Promise<void> {
    const before = taking.value?.document;
    taking.value = begun(opened);
    into.value = { kind: "new_catalogue" };
    step.value = opened.view.format === null ? "into" : "check";
    difference.value = null;
    if (before !== undefined && before !== opened.document) void platform.closeDocument(before);
    await know();
    if (target) await goTo({ kind: "items", id: target });
  }

  /** Goes on with one of several. */
  async function resume(known: Taking): Promise<void> {
    taking.value = known;
    into.value = { kind: "new_catalogue" };
    step.value = "check";
    await know();
  }

  /** What there is to choose from. */
  const know = (): Promise<void | undefined> =>
    problem.watch(async () => {
      const library = await platform.library();
      [catalogues.value, sources.value] = [library.catalogues, library.sources];
    });

  /** Changes what was chosen, and reads anew where that reads otherwise. Whether it could be done. */
  async function change(edit: (draft: Draft) => Draft): Promise<boolean> {
    const known = taking.value;
    if (!known || busy.value) return false;
    const next = edit(known.draft);
    return put(known, next, [...known.past, known.draft]);
  }

  async function undo(): Promise<void> {
    const known = taking.value;
    const before = known?.past.at(-1);
    if (!known || !before || busy.value) return;
    if (await put(known, before, known.past.slice(0, -1))) toast.show({ text: importWords.undone });
  }

  async function put(known: Taking, next: Draft, past: Draft[]): Promise<boolean> {
    if (readAlike(known.draft, next)) {
      taking.value = { ...known, draft: next, past };
      return true;
    }
    // What could be cleaned up is counted anew.
    const isSameCleaning = known.draft.cleanings.length > 0 && next.cleanings === known.draft.cleanings;
    const draft = isSameCleaning ? { ...next, cleanings: [] } : next;
    const read = await look(known, draft, into.value);
    if (!read) return false;
    taking.value = { ...known, view: read, draft, past };
    if (isSameCleaning) toast.show({ text: cleaningWords.cleared });
    return true;
  }

  async function look(known: Taking, draft: Draft, to: ImportInto): Promise<ImportView | undefined> {
    busy.value = true;
    const read = await problem.watch(() => platform.lookAtDocument(known.document, choiceOf(draft, to)));
    busy.value = false;
    return taking.value?.document === known.document ? read : undefined;
  }

  /** Chooses where it goes; what goes to a catalogue is read with that one's columns. */
  async function goTo(to: ImportInto): Promise<void> {
    const known = taking.value;
    if (!known || busy.value) return;
    const isReadAlike = JSON.stringify(choiceOf(known.draft, to)) === JSON.stringify(choiceOf(known.draft, into.value));
    if (!isReadAlike) {
      const read = await look(known, known.draft, to);
      if (!read) return;
      const cleared = known.draft.cleanings.length > 0;
      const bare = (each: Draft): Draft => ({ ...each, cleanings: [] });
      taking.value = { ...known, view: read, draft: bare(known.draft), past: known.past.map(bare) };
      if (cleared) toast.show({ text: cleaningWords.cleared });
    }
    into.value = to;
    await compare();
  }

  /** Compares with the catalogue of which it becomes the next state. */
  async function compare(): Promise<void> {
    difference.value = null;
    const known = taking.value;
    const to = into.value;
    if (!known || to.kind !== "version") return;
    busy.value = true;
    const found = await problem.watch(() =>
      platform.importDifference(known.document, choiceOf(known.draft, to), known.draft.cleanings, to),
    );
    busy.value = false;
    if (into.value === to) difference.value = found ?? null;
  }

  /** Takes it in. It stays open until another one begins. */
  async function take(): Promise<ImportTaken | undefined> {
    const known = taking.value;
    const to = into.value;
    if (!known || busy.value) return undefined;
    busy.value = true;
    const taken = await problem.watch(() =>
      platform.takeDocument(known.document, choiceOf(known.draft, to), known.draft.cleanings, to),
    );
    busy.value = false;
    return taken;
  }

  /** Forgets the document. */
  async function close(): Promise<void> {
    const known = taking.value;
    taking.value = null;
    if (known) await platform.closeDocument(known.document);
  }

  const isTouched = computed(() => !isUntouched(draft.value));

  return {
    taking,
    view,
    draft,
    into,
    step,
    busy,
    catalogues,
    sources,
    difference,
    findings,
    open,
    target,
    isTouched,
    begin,
    resume,
    change,
    undo,
    goTo,
    compare,
    take,
    close,
  };
});
