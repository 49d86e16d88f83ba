/** The steps as the screen offers them: the one button, what is said when a step cannot be taken, what follows it. */
import { computed, watch } from "vue";

import type { Action, StepRefusal } from "@/platform";
import { useNavigation } from "@/shared/composables/navigation";
import { useOffice } from "@/shared/composables/office";
import { useProblem } from "@/shared/composables/problem";
import { useSheets } from "@/shared/composables/sheets";
import { useToast } from "@/shared/composables/toast";
import { waitsForWhom } from "@/shared/signoff";
import { catalogueWords } from "@/shared/words/catalogue";
import { columnLabel } from "@/shared/words/edits";
import { signedSteps } from "@/shared/words/signing";
import { actionWords, refusalSentence } from "@/shared/words/signoff";
import { primaryWords, stepWords as words, submitAgain } from "@/shared/words/steps";

import type { useCheck } from "../check/check";
import { useFindings } from "../findings";
import { useCatalogue } from "../store";
import { primaryOf } from "./primary";
import { useSignoff } from "./store";

export function useSteps(
  check: ReturnType<typeof useCheck>,
  screen: { showCheck: () => void; openRemarks: () => void },
) {
  const catalogue = useCatalogue();
  const findings = useFindings();
  const navigation = useNavigation();
  const office = useOffice();
  const problem = useProblem();
  const sheets = useSheets();
  const signoff = useSignoff();
  const toast = useToast();

  const primary = computed(() => signoff.view && primaryOf(signoff.view));
  const label = computed(() => {
    if (!primary.value) return "";
    const { action } = primary.value;
    return action === "submit" && signoff.view?.is_sent_back
      ? submitAgain
      : (primaryWords[action] ?? actionWords[action]);
  });

  async function begin(action: Action): Promise<void> {
    const refusal = await signoff.begin(action);
    if (refusal) await explain(refusal);
  }

  const submit = async (): Promise<void> => {
    if (catalogue.mayChange()) await begin("submit");
  };

  async function press(): Promise<void> {
    if (!primary.value) return;
    const { kind, action } = primary.value;
    if (kind === "sign") return begin(action);
    if ((await signoff.comes()) && catalogue.view) await navigation.go({ name: "review", id: catalogue.view.id });
  }

  /** Leads to what the user can correct; a refusal about the person is only shown. */
  async function explain(refusal: StepRefusal): Promise<void> {
    switch (refusal.kind) {
      case "unanswered_remarks":
        signoff.showRemarks(signoff.view?.remarks.find((remark) => remark.state === "open")?.id);
        return toast.show({ text: words.remarksLeft(refusal.count) });
      case "unexcused_errors":
        return showError(refusal.count);
      default:
        problem.sentence = refusalSentence(refusal);
    }
  }

  /** Opens the findings at the first error that has no reason. */
  async function showError(count: number): Promise<void> {
    await findings.check();
    check.shown.value = null;
    const first = check.list.value.findIndex((finding) => finding.severity === "error" && !signoff.excuseOf(finding));
    const finding = check.list.value[first];
    if (!finding) return;
    check.goTo(first);
    screen.showCheck();
    const column = catalogue.columns.find((each) => each.key === finding.column);
    const number = catalogue.places.get(finding.item)?.number ?? 0;
    toast.show({
      text: words.errorsLeft(count, `${catalogueWords.itemPlace(number)}${column ? columnLabel(column) : ""}`),
    });
  }

  /** Says what was done and what comes next. */
  function signed(action: Action): void {
    signoff.signing = null;
    const view = signoff.view;
    const id = catalogue.view?.id;
    if (!view || !id) return;
    const text = signedSteps[action].done({
      version: view.version,
      next: words.doing(view.stage, waitsForWhom(view.stage, office.people)),
    });
    const write = { name: words.writeHandoff, run: () => sheets.show("handoff-write", { id }) };
    toast.show(action === "submit" ? { text, action: write } : { text });
  }

  // What was sent back begins with what is to be answered; the focus stays where it is.
  watch(
    () => [signoff.view !== null && catalogue.view?.id, signoff.view?.is_sent_back && signoff.open > 0] as const,
    ([id, isBack], before) => {
      if (id && isBack && (id !== before?.[0] || !before[1])) screen.openRemarks();
    },
    { immediate: true },
  );

  return { primary, label, begin, submit, press, signed };
}
