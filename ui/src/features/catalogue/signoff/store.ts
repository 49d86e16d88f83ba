/** The sign-off of the open catalogue: where it stands, what can be done, the remarks, the reasons for findings. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type {
  Action,
  ColumnKey,
  EntryKind,
  ExcuseView,
  Finding,
  HeadingField,
  Id,
  RemarkSpot,
  RemarkView,
  SignoffView,
  StepRefusal,
} from "@/platform";
import { useOffice } from "@/shared/composables/office";
import { byCell, openCount, remarksAt as lookUp } from "@/shared/remarks";

import { useProblem } from "@/shared/composables/problem";

import { useCatalogue } from "../store";
import { optionOf } from "./primary";
import { signedName, typedNames } from "./typed";

export const useSignoff = defineStore("signoff", () => {
  const catalogue = useCatalogue();
  const office = useOffice();
  const problem = useProblem();
  const view = shallowRef<SignoffView | null>(null);
  /** The step that is to be signed in the dialog. */
  const signing = shallowRef<Action | null>(null);
  /** The remark that is to be shown, and how often that was asked for. */
  const wanted = shallowRef<{ remark: Id | null; turn: number }>({ remark: null, turn: 0 });
  /** What was typed to a remark and not written yet, by the remark, or by the place of one that is being begun. */
  const drafts = ref(new Map<string, string>());

  const cells = computed(() => byCell(view.value?.remarks ?? []));
  const open = computed(() => openCount(view.value?.remarks ?? []));
  const isProved = computed(() => view.value?.problems.every((each) => each.is_warning) ?? true);
  /** Where people sign: the names above the table that nobody has signed. */
  const typed = computed(() => (view.value && office.hasPeople ? typedNames(view.value, catalogue.headingValue) : []));
  const signedBy = (field: HeadingField): string => (view.value ? signedName(view.value, field) : "");
  /** Who has sent it back; empty where nobody has. */
  const sentBackBy = computed(() => (view.value?.is_sent_back ? (view.value.steps.at(-1)?.name ?? "") : ""));

  watch(
    () => [catalogue.view?.id, catalogue.view?.stage, office.view?.current, office.view?.policy],
    ([id], before) => {
      if (id !== before?.[0]) {
        view.value = null;
        drafts.value.clear();
      }
      void load();
    },
    { immediate: true },
  );

  async function load(): Promise<void> {
    const id = catalogue.view?.id;
    if (!id) return;
    const found = await problem.watch(() => platform.signoff(id));
    if (found) take(id, found);
  }

  function take(id: Id, next: SignoffView): void {
    if (catalogue.view?.id === id) view.value = next;
  }

  /** Begins a step: opens the dialog in which it is signed, or returns what stands in its way. Nothing where nobody comes. */
  async function begin(action: Action): Promise<StepRefusal | null> {
    if (!(await catalogue.flush()) || !(await comes())) return null;
    await load();
    const option = view.value && optionOf(view.value, action);
    if (!option) return null;
    if (option.refusal === null) signing.value = action;
    return option.refusal;
  }

  const comes = async (): Promise<boolean> => (await problem.watch(office.ask)) ?? false;

  /** Takes the step that is being signed. Throws what the program refuses. */
  async function sign(pin: string): Promise<void> {
    const id = catalogue.view?.id;
    const action = signing.value;
    if (!id || !action) return;
    const next = await platform.takeStep(id, action, "", pin);
    // The names above the table come from the records, and a stage allows edits or does not.
    await catalogue.reload();
    take(id, next);
  }

  /** Says something to a remark, or begins another. Tells whether it was written. */
  async function say(remark: RemarkView | null, place: RemarkSpot, kind: EntryKind, text: string): Promise<boolean> {
    const id = catalogue.view?.id;
    if (!id || !(await catalogue.flush()) || !(await comes())) return false;
    const next = await problem.watch(() => platform.remark(id, { remark: remark?.id ?? null, place, kind, text }));
    if (next) take(id, next);
    return next !== undefined;
  }

  const excuseOf = (finding: Finding): ExcuseView | undefined =>
    view.value?.excuses.find(
      (each) =>
        each.rule === finding.problem.kind &&
        each.item === finding.item &&
        each.column === finding.column &&
        each.part === finding.part,
    );

  /** Says why a finding is left as it is; no words take the reason back. Tells whether it was written. */
  async function excuse(finding: Finding, reason: string): Promise<boolean> {
    const id = catalogue.view?.id;
    if (!id || !(await comes())) return false;
    const { item, part, column } = finding;
    const next = await problem.watch(() =>
      platform.excuse(id, { rule: finding.problem.kind, item, part, column, reason }),
    );
    if (next) take(id, next);
    return next !== undefined;
  }

  const remarksAt = (item: Id, part: number | null, column: ColumnKey): readonly RemarkView[] =>
    lookUp(cells.value, item, part, column);

  /** Asks for the strip of remarks, at one of them if it is named. */
  function showRemarks(remark: Id | null = null): void {
    wanted.value = { remark, turn: wanted.value.turn + 1 };
  }

  return {
    view,
    signing,
    wanted,
    drafts,
    cells,
    open,
    isProved,
    typed,
    signedBy,
    sentBackBy,
    load,
    begin,
    comes,
    sign,
    say,
    excuseOf,
    excuse,
    remarksAt,
    showRemarks,
  };
});
