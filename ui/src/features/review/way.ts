/** The way of a version from stage to stage. */
import type { Action, SignoffView, Stage } from "@/platform";
import { roleWords, stageWords } from "@/shared/words/signoff";

export interface Stop {
  name: string;
  /** Who did it. */
  by: string;
  state: "done" | "now" | "later";
}

/** The stages on the way, with the step that leaves each. */
const STAGES: { stage: Stage; done: string; leaves: Action | null }[] = [
  { stage: "preparing", done: roleWords.preparer, leaves: "submit" },
  { stage: "secrecy_review", done: roleWords.secrecy_reviewer, leaves: "pass_secrecy_review" },
  { stage: "in_review", done: roleWords.reviewer, leaves: "review" },
  { stage: "in_approval", done: roleWords.approver, leaves: "approve" },
  { stage: "approved", done: stageWords.approved, leaves: null },
];

/** The stages of the version at hand. What was done before it was sent back counts no more. */
export function wayOf(signoff: SignoffView): Stop[] {
  const stages = STAGES.filter(({ stage }) => stage !== "secrecy_review" || signoff.has_secrecy_review || signoff.stage === "secrecy_review");
  const now = stages.findIndex(({ stage }) => stage === signoff.stage);
  const steps = signoff.steps.filter((step) => step.version === signoff.version);
  return stages.map(({ stage, done, leaves }, at) => {
    const isDone = at < now || stage === "approved" && signoff.stage === "approved";
    const by = isDone ? steps.findLast((step) => step.action === leaves)?.name : "";
    return { name: isDone ? done : stageWords[stage], by: by ?? "", state: isDone ? "done" : at === now ? "now" : "later" };
  });
}
