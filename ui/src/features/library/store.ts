/** The library: what is there, what is in the bin, what new catalogues are made from. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import * as platform from "@/platform";
import type { CatalogueSummary, CheckCounts, Id, LibraryView, Source } from "@/platform";
import { useOffice } from "@/shared/composables/office";
import { useNavigation } from "@/shared/composables/navigation";
import { useProblem } from "@/shared/composables/problem";
import { useToast } from "@/shared/composables/toast";
import { common } from "@/shared/words/common";
import { libraryWords } from "@/shared/words/library";

import { turnOf } from "./turn";

export const useLibrary = defineStore("library", () => {
  const navigation = useNavigation();
  const office = useOffice();
  const problem = useProblem();
  const toast = useToast();
  const view = shallowRef<LibraryView | null>(null);

  const load = (): Promise<void | undefined> =>
    problem.watch(async () => {
      view.value = await platform.library();
    });

  /** How much is wrong with each catalogue, as far as that is known. */
  const counts = shallowRef<ReadonlyMap<Id, CheckCounts>>(new Map());
  let turn = 0;

  /** Asks for one after the other, so that the list waits for none; another call, or leaving, ends it. */
  async function count(): Promise<void> {
    const mine = ++turn;
    for (const { id } of view.value?.catalogues ?? []) {
      // A list in which a number is missing is a list all the same.
      const found = await platform.checkCounts(id).catch(() => null);
      if (mine !== turn) return;
      if (found) counts.value = new Map(counts.value).set(id, found);
    }
  }

  const stopCounting = (): void => void (turn += 1);

  async function create(source: Source, title: string, unit: string): Promise<void> {
    const id = await problem.watch(() => platform.createFromSource(source.id, source.kind, title, unit));
    if (id) await navigation.go({ name: "catalogue", id });
  }

  /** Makes next year's catalogue of one, and opens it. */
  async function copy(catalogue: CatalogueSummary, title: string): Promise<void> {
    const id = await problem.watch(() => platform.copyCatalogue(catalogue.id, title));
    if (id) await navigation.go({ name: "catalogue", id });
  }

  /** Opens a catalogue; one that waits for being checked by who is working, there where it is checked. */
  function open(catalogue: CatalogueSummary): Promise<void> {
    const isChecked = catalogue.stage !== "preparing" && turnOf(catalogue, office.current) === "mine";
    return navigation.go({ name: isChecked ? "review" : "catalogue", id: catalogue.id });
  }

  const nameOf = (catalogue: CatalogueSummary): string => catalogue.title || common.untitled;

  const remove = (catalogue: CatalogueSummary): Promise<void | undefined> =>
    problem.watch(async () => {
      await platform.deleteCatalogue(catalogue.id);
      view.value = await platform.library();
      toast.show({
        text: libraryWords.removed(nameOf(catalogue)),
        action: { name: common.undo, run: () => bringBack(catalogue) },
      });
    });

  const bringBack = (catalogue: CatalogueSummary): Promise<void | undefined> =>
    problem.watch(async () => {
      await platform.restoreCatalogue(catalogue.id);
      view.value = await platform.library();
    });

  async function restore(catalogue: CatalogueSummary): Promise<void> {
    await bringBack(catalogue);
    if (!problem.sentence) toast.show({ text: libraryWords.restored(nameOf(catalogue)) });
  }

  const removeTemplate = (source: Source): Promise<void | undefined> =>
    problem.watch(async () => {
      await platform.removeTemplate(source.id);
      view.value = await platform.library();
      toast.show({ text: libraryWords.removedTemplate(source.name) });
    });

  const importTemplate = (): Promise<void | undefined> =>
    problem.watch(async () => {
      const file = await platform.chooseExchangeFile();
      if (!file) return;
      const id = await platform.importTemplate(file);
      view.value = await platform.library();
      const name = view.value.sources.find((source) => source.id === id)?.name;
      if (name) toast.show({ text: libraryWords.importedTemplate(name) });
    });

  return {
    view,
    counts,
    load,
    count,
    stopCounting,
    create,
    copy,
    removeTemplate,
    importTemplate,
    open,
    remove,
    restore,
  };
});
