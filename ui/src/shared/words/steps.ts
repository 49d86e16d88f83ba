/** Words for the way of a catalogue through its steps, on the screens that show it. */
import type { Action, Stage } from "@/platform";

import { stageWords } from "./common";

export const sentBackWord = "已退回";

/** The steps of the row at the top, when they are done. */
export const doneWords: Record<Stage, string> = {
  preparing: "填表",
  secrecy_review: "保密审查",
  in_review: "复核",
  in_approval: "审签",
  approved: "已审签",
};

export const stepperWords = { label: "签审进度", done: "已办", now: "正在办", later: "未办" };

/** What the one button says. */
export const primaryWords: Partial<Record<Action, string>> = {
  submit: "送审",
  withdraw: "撤回",
  revise: "开始修订",
  pass_secrecy_review: "去审查",
  review: "去复核",
  approve: "去审签",
};

export const submitAgain = "再次送审";

/** Who does what a stage waits for, as a verb. */
const waitsFor: Partial<Record<Stage, string>> = { secrecy_review: "保密审查", in_review: "复核", in_approval: "审签" };

export const stepWords = {
  /** Who does what a stage waits for. */
  doing: (stage: Stage, name: string) => `${name}${waitsFor[stage] ?? ""}`,
  readOnly: (stage: Stage, name: string) =>
    `${stageWords[stage]}，只能查看。等待${stepWords.doing(stage, name)}，退回或撤回后才能改。`,
  approved: (version: number, code: string) =>
    `第${version}版已审签，只能查看。${code ? `核对码 ${code}。` : ""}要改请开始修订。`,
  cannotChange: (stage: Stage) =>
    stage === "approved" ? "已审签，只能查看。要改请开始修订。" : "已送审，只能查看。要改请先撤回。",
  sentBack: (name: string, count: number) => `${name}退回，有${count}条批注。逐条答复后可再次送审。`,
  allAnswered: (name: string) => `${name}退回，批注都已答复，可再次送审。`,
  errorsLeft: (count: number, place: string) => `还有${count}处错误，暂不能送审。已转到${place}。`,
  remarksLeft: (count: number) => `还有${count}条批注没有答复，暂不能送审。已转到第一条。`,
  showRemarks: "看批注",
  showChanges: "看变化",
  showVersions: "版本和签审记录",
  writeHandoff: "写出流转文件",
  showProof: "查看哪里不符",
  withdraw: "撤回",
};
