/** The versions of a catalogue with their steps, the newest first. */
import type { SignoffView, Stage, StepView, VersionView } from "@/platform";

export interface Card {
  number: number;
  stage: Stage;
  steps: StepView[];
  /** The approved version; none where it is being made. */
  version: VersionView | null;
}

/** The version that is being made, then the approved ones, each with the steps that were taken on it. */
export function cardsOf(signoff: SignoffView): Card[] {
  const stepsOf = (number: number): StepView[] =>
    signoff.steps.filter((step) => step.version === number && step.action !== "revise");
  const approved = [...signoff.versions]
    .reverse()
    .map((version): Card => ({ number: version.number, stage: "approved", steps: stepsOf(version.number), version }));
  if (approved.some((card) => card.number === signoff.version)) return approved;
  return [
    { number: signoff.version, stage: signoff.stage, steps: stepsOf(signoff.version), version: null },
    ...approved,
  ];
}
