/** Words of the hand-off files: writing one, and taking one in. */
import type { Relation, Stage } from "@/platform";

import { fileName } from "./common";
import { stageWords } from "./signoff";
import { versionName } from "./states";

export const relationSentences: Record<Relation, string> = {
  new: "本机没有这份目录，收下后加入目录库。",
  known: "这份文件已经收过，本机没有可收的内容。",
  newer: "比本机的新，收下后本机更新到对方办理的这一步。",
  older: "本机的更新，收下不会改动本机的内容。",
  both: "两边都改过，收下后逐格合并。",
};

export const openHandoffWords = {
  title: "打开流转文件",
  intro: "流转文件由另一台电脑写出，带有目录、各步签名、批注和人员的公钥。先看清是谁送来的，再收下。",
  choose: "选择文件",
  another: "换一个文件",
  looking: "正在核对",
  from: "送来人",
  person: (name: string, unit: string) => (unit ? `${name}（${unit}）` : name),
  sentAt: "写出时间",
  stands: "状态",
  stage: (version: number, stage: Stage) => `${versionName(version)}，${stageWords[stage]}`,
  relation: "与本机相比",
  introductions: "请与对方通电话，逐组核对指纹",
  introductionHint: "以下人员的密钥本机还不认识。请打对方平时的电话，让对方念出本人的指纹，每组都一致才可勾选。",
  fingerprint: "指纹",
  agrees: "已核对一致",
  otherKey: (name: string) =>
    `本机认识的${name}用的是另一个密钥。对方可能重设过口令，也可能有人冒名。只有“管理”职责的人员在电话核对以后可以换成新的密钥。`,
  knownFingerprint: "本机认识的指纹",
  notAdministrator: "请有“管理”职责的人员登录后再收下。",
  conflicts: (count: number) => `两边都改了同一格，共${count}格，请逐格选定`,
  item: "事项",
  column: "栏目",
  ours: "本机",
  theirs: "对方",
  allOurs: "全用本机",
  allTheirs: "全用对方",
  wholeItem: "整项",
  above: "表头",
  taken: "（已删除）",
  empty: "（空）",
  by: (name: string, at: string) => [name, at].filter(Boolean).join(" "),
  problems: "核对不符，不能收下",
  left: (introductions: number, conflicts: number) =>
    [introductions > 0 ? `还有${introductions}个指纹未核对` : "", conflicts > 0 ? `还有${conflicts}格未选定` : ""]
      .filter(Boolean)
      .join("，"),
  take: "收下",
  done: (title: string, merged: number) =>
    merged > 0 ? `已收下“${title}”，合并了${merged}处改动` : `已收下“${title}”`,
  nothingDone: (title: string) => `“${title}”本机已有，没有改动`,
};

export const writeHandoffWords = {
  title: "写出流转文件",
  consequence: "把文件用U盘或内网交给下一位办理的人员，对方用“打开流转文件”收下。本机的目录不变。",
  goesAlong: "随文件送出",
  contents: [
    "目录的现有内容和栏目设置",
    "各审签版本和各步签名",
    "全部批注和答复",
    "上次审签以后的修改记录",
    "签名人员的姓名、单位和公钥（不含口令）",
  ],
  path: "存放位置",
  choose: "选择位置",
  pathMissing: "请先选择存放位置。",
  sign: "签名并写出",
  hint: "签名使对方能查出文件是否被改动过",
  done: (path: string) => `已写出流转文件“${fileName(path)}”`,
};
