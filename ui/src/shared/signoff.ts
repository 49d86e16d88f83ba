/** Where a catalogue stands on its way, as the row of steps shows it. */
import type { Action, PersonView, Role, SignoffView, Stage } from "@/platform";
import { rolePersonWords } from "@/shared/words/signoff";

export interface ShownStep {
  stage: Stage;
  state: "done" | "now" | "later";
  /** Who has done it; else the only one who can, where there is only one. */
  name: string;
}

/** Who does what a stage waits for, and by which step the stage is left. */
const DONE_BY: Partial<Record<Stage, { role: Role; action: Action }>> = {
  preparing: { role: "preparer", action: "submit" },
  secrecy_review: { role: "secrecy_reviewer", action: "pass_secrecy_review" },
  in_review: { role: "reviewer", action: "review" },
  in_approval: { role: "approver", action: "approve" },
};

/** The role that a stage waits for; none where it waits for nobody. */
export const roleOf = (stage: Stage): Role | null => DONE_BY[stage]?.role ?? null;

/** The step by which a stage is left; none from the last one. */
export const stepOf = (stage: Stage): Action | null => DONE_BY[stage]?.action ?? null;

/** The name of the only active person with a role; empty where there are several, or none. */
export function onlyOneWith(role: Role | null, people: readonly PersonView[]): string {
  const found = people.filter((person) => person.is_active && role && person.roles.includes(role));
  return found.length === 1 ? (found[0]?.name ?? "") : "";
}

/** Who a stage waits for, as a name where only one can be meant. */
export function waitsForWhom(stage: Stage, people: readonly PersonView[]): string {
  const role = roleOf(stage);
  return role ? onlyOneWith(role, people) || rolePersonWords[role] : "";
}

type Standing = Pick<SignoffView, "stage" | "version" | "has_secrecy_review" | "steps">;

/** The steps from 填表 to 已审签; 保密审查 only where it is wanted. */
export function stepperOf(signoff: Standing, people: readonly PersonView[]): ShownStep[] {
  const stages: Stage[] = [
    "preparing",
    ...(signoff.has_secrecy_review ? (["secrecy_review"] as const) : []),
    "in_review",
    "in_approval",
    "approved",
  ];
  const now = stages.indexOf(signoff.stage);
  return stages.map((stage, at) => {
    const isDone = at < now || signoff.stage === "approved";
    const step = DONE_BY[stage];
    const doer = isDone
      ? signoff.steps.findLast((each) => each.version === signoff.version && each.action === step?.action)?.name
      : undefined;
    return {
      stage,
      state: isDone ? "done" : at === now ? "now" : "later",
      name: doer ?? (isDone ? "" : onlyOneWith(step?.role ?? null, people)),
    };
  });
}
