/** Words of the sign-off: stages, roles, steps, and what stands in the way of one. */
import type { Action, Role, StepRefusal } from "@/platform";

export { stageWords } from "./common";

export const roleWords: Record<Role, string> = {
  preparer: "填表",
  secrecy_reviewer: "保密审查",
  reviewer: "复核",
  approver: "审签",
  administrator: "管理",
};

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
  seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`;

/** Why a step cannot be taken, and what to do. */
export function refusalSentence(refusal: StepRefusal): string {
  switch (refusal.kind) {
    case "no_person":
      return "还没有人用口令登录。请先登录，再办理。";
    case "not_now":
      return "目录现在不在这一步。";
    case "not_in_role":
      return `这一步由有“${roleWords[refusal.role]}”职责的人员办理。`;
    case "second_role":
      return `您在本版中已办过${roleWords[refusal.role]}，同一版不能再办另一步。请换人办理。`;
    case "has_edited":
      return "您改过本版的内容，不能再审自己填的内容。请换人办理。";
    case "not_the_submitter":
      return "只有送审的人可以撤回。";
    case "acted_on":
      return "已有人办理，不能撤回。";
    case "no_remark":
      return "退回须至少写一条批注，说明要改什么。";
    case "unanswered_remarks":
      return `还有${refusal.count}条批注没有答复。请逐条答复后再送审。`;
    case "unclosed_remarks":
      return `还有${refusal.count}条批注没有了结。请逐条看过答复并了结。`;
    case "unexcused_errors":
      return `还有${refusal.count}处错误，暂不能送审。请改正，或写明不改的理由。`;
    case "not_proved":
      return "签名核对不符，数据可能被改动过。可以查看，不能签名。";
  }
}
