/** The template that is being worked on, for all parts of the screen. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import {
  AppFailure,
  type CatalogueView,
  type ColumnKey,
  type HiddenData,
  type Id,
  type Source,
  type Template,
  type TemplateProblem,
} from "@/platform";
import { CHANNELS, CONTENT } from "@/shared/columns";
import { useProblem } from "@/shared/composables/problem";

import { draftOf, isSame, renames, requestOf, startFrom, templateOf, type Draft } from "./draft";
import { useSteps } from "./steps";

/** What would no longer show is asked for when the work pauses for so long. */
const PAUSE_MS = 120;

export const useDesigner = defineStore("designer", () => {
  const problem = useProblem();
  const view = shallowRef<CatalogueView | null>(null);
  const sources = shallowRef<Source[]>([]);
  /** As it was when the screen opened, and as it is now. */
  const first = shallowRef<Draft | null>(null);
  const steps = useSteps<Draft>();
  const draft = steps.now;
  const selected = ref<ColumnKey>("");
  /** What would no longer show; `null` while that is not known. */
  const hidden = shallowRef<HiddenData[] | null>(null);
  const refused = shallowRef<TemplateProblem | null>(null);

  const template = computed<Template | null>(() => draft.value && templateOf(draft.value));
  const changed = computed(() => !!draft.value && !!first.value && !isSame(draft.value, first.value));
  const selectedColumn = computed(() => draft.value?.columns.find((column) => column.key === selected.value));

  async function open(id: Id): Promise<void> {
    steps.begin(null);
    const [opened, library] = await Promise.all([platform.openCatalogue(id), platform.library()]);
    view.value = opened;
    sources.value = library.sources;
    first.value = draftOf(opened.template);
    steps.begin(first.value);
    hidden.value = null;
    refused.value = null;
    selected.value =
      opened.template.columns.find((column) => column.key === CONTENT)?.key ?? opened.template.columns[0]?.key ?? "";
  }

  // Always shows what the template would no longer show; a problem of the template is shown beside its column.
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

  /** Whether the template is wrong; its problem is then shown beside the column. */
  function refuse(cause: unknown): boolean {
    if (!(cause instanceof AppFailure) || cause.error.code !== "bad_template") return false;
    refused.value = cause.error.problem;
    if ("column" in refused.value) selected.value = refused.value.column;
    else if ("option" in refused.value) selected.value = CHANNELS;
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
      if (changed.value) await platform.edit(view.value.id, requestOf(draft.value, view.value.groups), false);
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
      if (draft.value) steps.take(startFrom(draft.value, named.template));
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
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    renamed: computed(() => (draft.value ? renames(draft.value) : new Map<string, string>())),
    open,
    change: steps.take,
    undo: steps.undo,
    redo: steps.redo,
    using,
    apply,
    keep,
    beginWith,
  };
});
