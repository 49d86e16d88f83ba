/** Words of the sign-off: stages, roles, steps, and what stands in the way of one. */
import type { Action, Role, StepRefusal } from "@/platform";

import { fill, table } from "./table";

export { stageWords } from "./common";

export const roleWords: Record<Role, string> = table.roles;

/** The person in a role, as the form names them. */
export const rolePersonWords: Record<Role, string> = {
  preparer: "填表人",
  secrecy_reviewer: "保密审查人",
  reviewer: "复核人",
  approver: "审签人",
  administrator: "管理人员",
};

export const actionWords: Record<Action, string> = {
  submit: "送审",
  withdraw: "撤回",
  pass_secrecy_review: "保密审查通过",
  review: "复核通过",
  approve: "审签",
  send_back: "退回",
  revise: "开始修订",
};

/** How long to wait, in words. */
export const waitWords = (seconds: number): string =>
  seconds < 60
    ? fill(table.units.seconds, { count: seconds })
    : fill(table.units.minutes, { count: Math.ceil(seconds / 60) });

const refusals: Record<StepRefusal["kind"], string> = table.refusals;

/** Why a step cannot be taken, and what to do. */
export const refusalSentence = (refusal: StepRefusal): string =>
  fill(refusals[refusal.kind], "role" in refusal ? { role: roleWords[refusal.role] } : refusal);
