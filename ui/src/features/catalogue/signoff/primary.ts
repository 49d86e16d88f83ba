/** The one thing to do next with a catalogue, by where it stands and by who is working. */
import type { Action, SignoffView, StepOption, StepRefusal } from "@/platform";
import { stepOf } from "@/shared/signoff";

/** A step that is signed here, or the way to the screen on which one checks. */
export type Primary = { kind: "sign"; action: Action } | { kind: "review"; action: Action };

type Standing = Pick<SignoffView, "stage" | "options">;

/** Refusals that go away when the catalogue is corrected or a person logs in; all others are about the person. */
const MENDABLE: readonly StepRefusal["kind"][] = [
  "no_person",
  "no_remark",
  "unanswered_remarks",
  "unclosed_remarks",
  "unexcused_errors",
  "not_proved",
];

export const optionOf = (signoff: Pick<SignoffView, "options">, action: Action): StepOption | undefined =>
  signoff.options.find((option) => option.action === action);

function isMine(option: StepOption | undefined): boolean {
  return option !== undefined && (option.refusal === null || MENDABLE.includes(option.refusal.kind));
}

/** Whether a step can be taken as it is. */
export const isOpen = (signoff: Pick<SignoffView, "options">, action: Action): boolean =>
  optionOf(signoff, action)?.refusal === null;

/** 送审 is always offered: what stands in its way is said when it is pressed. */
export function primaryOf(signoff: Standing): Primary | null {
  switch (signoff.stage) {
    case "preparing":
      return { kind: "sign", action: "submit" };
    case "approved":
      return isMine(optionOf(signoff, "revise")) ? { kind: "sign", action: "revise" } : null;
    default: {
      const action = stepOf(signoff.stage);
      if (action && isMine(optionOf(signoff, action))) return { kind: "review", action };
      return isOpen(signoff, "withdraw") ? { kind: "sign", action: "withdraw" } : null;
    }
  }
}
