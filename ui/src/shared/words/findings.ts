/** What a check says of a cell. */
import type { Problem, Severity } from "@/platform";

export const severityWords: Record<Severity, string> = { error: "错误", warning: "提醒" };

/** Said beside a field that must be filled, where the whole sentence would say no more. */
export const notFilled = "未填";

export function problemSentence(problem: Problem): string {
  switch (problem.kind) {
    case "empty":
      return "尚未填写。";
    case "no_method":
      return "未选公开方式。“主动公开”“依申请公开”须选一个。";
    case "both_methods":
      return "“主动公开”“依申请公开”同时选中，须选一个。";
    case "no_channel":
      return "未选公开渠道和载体，须至少选一个。";
    case "no_note":
      return `已选“${problem.label}”，须注明渠道名称。`;
    case "same_name":
      return `与第${problem.number}项同名。请核实是否重复。`;
  }
}
