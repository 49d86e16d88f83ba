/** The template that is being worked on, for all parts of the screen. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import { AppFailure, type CatalogueView, type ColumnKey, type HiddenData, type Id, type Source, type Template, type TemplateProblem } from "@/platform";
import { useProblem } from "@/shared/composables/problem";

import { draftOf, isSame, renames, requestOf, startFrom, templateOf, type Draft } from "./draft";

/** What would no longer show is asked for when the work pauses for so long. */
const PAUSE_MS = 120;

export const useDesigner = defineStore("designer", () => {
  const problem = useProblem();
  const view = shallowRef<CatalogueView | null>(null);
  const sources = shallowRef<Source[]>([]);
  /** As it was when the screen opened, as it is now, and what to go back and forth to. */
  const first = shallowRef<Draft | null>(null);
  const draft = shallowRef<Draft | null>(null);
  const past = shallowRef<Draft[]>([]);
  const future = shallowRef<Draft[]>([]);
  /** What the last step was about; steps that are about the same are one. */
  let subject = "";
  const selected = ref<ColumnKey>("");
  /** What would no longer show; `null` while that is not known. */
  const hidden = shallowRef<HiddenData[] | null>(null);
  const refused = shallowRef<TemplateProblem | null>(null);

  const template = computed<Template | null>(() => draft.value && templateOf(draft.value));
  const changed = computed(() => !!draft.value && !!first.value && !isSame(draft.value, first.value));
  const selectedColumn = computed(() => draft.value?.columns.find((column) => column.key === selected.value));

  async function open(id: Id): Promise<void> {
    draft.value = null;
    const [opened, library] = await Promise.all([platform.openCatalogue(id), platform.library()]);
    view.value = opened;
    sources.value = library.sources;
    first.value = draftOf(opened.template);
    draft.value = first.value;
    past.value = [];
    future.value = [];
    hidden.value = null;
    refused.value = null;
    selected.value = opened.template.columns.find((column) => column.key === "content")?.key ?? opened.template.columns[0]?.key ?? "";
  }

  /** Takes the next value of the draft. Steps about the same subject, as typing into a field is, are undone as one. */
  function change(next: Draft, about = ""): void {
    if (!draft.value || next === draft.value) return;
    if (about === "" || about !== subject) past.value = [...past.value, draft.value];
    subject = about;
    future.value = [];
    draft.value = next;
  }

  function undo(): void {
    const last = past.value.at(-1);
    if (!last || !draft.value) return;
    future.value = [...future.value, draft.value];
    past.value = past.value.slice(0, -1);
    subject = "";
    draft.value = last;
  }

  function redo(): void {
    const next = future.value.at(-1);
    if (!next || !draft.value) return;
    past.value = [...past.value, draft.value];
    future.value = future.value.slice(0, -1);
    subject = "";
    draft.value = next;
  }

  // What would no longer show is always to be seen; a template that cannot be used is told at the place.
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(template, (now) => {
    clearTimeout(timer);
    if (now) timer = setTimeout(() => void lookForHidden(now), PAUSE_MS);
  });

  async function lookForHidden(wanted: Template): Promise<void> {
    if (!view.value) return;
    asked += 1;
    const mine = asked;
    try {
      const found = await platform.hiddenBy(view.value.id, wanted);
      if (mine !== asked) return;
      hidden.value = found;
      refused.value = null;
    } catch (cause) {
      if (mine !== asked) return;
      hidden.value = null;
      refuse(cause);
    }
  }

  /** Whether it is the template that is wrong; then that is told at the place. */
  function refuse(cause: unknown): boolean {
    if (!(cause instanceof AppFailure) || cause.error.code !== "bad_template") return false;
    refused.value = cause.error.problem;
    if ("column" in refused.value) selected.value = refused.value.column;
    else if ("option" in refused.value) selected.value = "channels";
    return true;
  }

  /** Runs what needs a template that can be used. */
  async function using<T>(step: (usable: Template) => Promise<T>): Promise<T | undefined> {
    const now = template.value;
    if (!now) return undefined;
    return problem.watch(async () => {
      try {
        return await step(now);
      } catch (cause) {
        if (refuse(cause)) return undefined;
        throw cause;
      }
    });
  }

  /** Gives the catalogue the template, as one step. */
  const apply = async (): Promise<boolean> =>
    (await using(async () => {
      if (!view.value || !draft.value) return false;
      if (changed.value) await platform.edit(view.value.id, requestOf(draft.value, view.value.groups));
      first.value = draft.value;
      return true;
    })) ?? false;

  const keep = (name: string): Promise<boolean | undefined> =>
    using(async (usable) => {
      await platform.keepTemplate(name, usable);
      sources.value = (await platform.library()).sources;
      return true;
    });

  /** Begins with another template; says its name. */
  const beginWith = (id: string, kind: Source["kind"]): Promise<string | undefined> =>
    problem.watch(async () => {
      const named = await platform.template(id, kind);
      if (draft.value) change(startFrom(draft.value, named.template));
      return named.name;
    });

  return {
    view,
    sources,
    draft,
    template,
    changed,
    selected,
    selectedColumn,
    hidden,
    refused,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    renamed: computed(() => (draft.value ? renames(draft.value) : new Map<string, string>())),
    open,
    change,
    undo,
    redo,
    using,
    apply,
    keep,
    beginWith,
  };
});
