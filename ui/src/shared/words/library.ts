/** Words of the library screen. */
import type { Stage } from "@/platform";

import { stepWords } from "./steps";

export const libraryWords = {
  places: {
    catalogues: "全部目录",
    mine: "等我办理",
    others: "他人办理中",
    approved: "已审签",
    bin: "回收站",
    sources: "标准目录和模板",
  },
  count: (count: number) => `${count}份`,
  searchHint: "查找目录、单位",
  import: "导入",
  openHandoff: "打开流转文件",
  openHandoffHint: "打开别人传来的流转文件，接着填、复核或审签",
  importHint: "导入表格、文档或目录文件，也可把文件拖到这里，或粘贴复制的表格",
  create: "新建目录",
  columns: {
    state: "状态",
    name: "目录和责任单位",
    counts: "一级 / 二级",
    check: "检查结果",
    next: "下一步",
    changed: "最后修改",
    deleted: "移入时间",
  },
  openKey: "打开",
  copy: "以去年目录新建",
  copyOf: (title: string) => `以“${title}”新建下一年的目录`,
  restore: "恢复",
  remove: "移入回收站",
  version: (version: number) => `第${version}版`,
  noneHere: {
    catalogues: "",
    mine: "现在没有等您办理的目录。",
    others: "现在没有他人在办的目录。",
    approved: "还没有审签过的目录。",
    bin: "回收站是空的。删除的目录会放在这里，可以恢复。",
    sources: "",
  },
  edition: (year: string) => `${year}年版`,
  noUnit: "未填责任单位",
  removed: (title: string) => `“${title}”已移入回收站`,
  restored: (title: string) => `“${title}”已恢复`,
  nothingFound: (words: string) => `没有标题或责任单位含有“${words}”的目录。`,
  clearSearch: "显示全部",
  local: ["所有数据只存在本机，", "不连接网络。"],
  kept: (place: string) => `数据存放在 ${place}`,
  position: (at: number, count: number) => `第${at}份，共${count}份`,
  choose: "选择",
  sourceHeads: { starting_point: "样例目录", template: "空白模板", own_template: "自存模板" },
  sourceHints: {
    starting_point: "带有全部一级、二级事项，改成本单位的即可。",
    template: "只有表头和渠道选项，事项自己添加。",
    own_template: "本单位自己保存的模板，事项自己添加。",
  },
  sourceCounts: (groups: number, items: number, columns: number) =>
    items > 0 ? `一级事项${groups}项，二级事项${items}项，${columns}栏` : `${columns}栏`,
  use: "用它新建",
  removeTemplate: "删除模板",
  removeTemplateTitle: (name: string) => `删除模板“${name}”`,
  removeTemplateText: "删除后不能恢复。已用它建好的目录不受影响。",
  importTemplate: "导入模板文件",
  importedTemplate: (name: string) => `已导入模板“${name}”`,
  removedTemplate: (name: string) => `已删除模板“${name}”`,
};

const check: Partial<Record<Stage, string>> = { secrecy_review: "去审查", in_review: "去复核", in_approval: "去审签" };

/** Whose turn it is, and what comes next. */
export const turnWords = {
  prepare: "填好后送审",
  sentBack: (count: number) => `${count}条批注待答复`,
  answered: "已答复，可再次送审",
  waits: (stage: Stage, name: string, days: number) =>
    `等待${stepWords.doing(stage, name)}${days > 0 ? `，已${days}天` : ""}`,
  code: (code: string) => `核对码 ${code}`,
  fill: "继续填表",
  answer: "答复批注",
  look: "查看",
  check,
};

/** What is to be done now, as cards above the list. */
export const cardWords = {
  title: "现在要办的",
  count: (count: number) => `${count}件`,
  noFinding: "无",
  findings: (errors: number, warnings: number) => `错误${errors}处，提醒${warnings}处`,
  answer: (count: number) => `答复${count}条批注，再次送审`,
  submitAgain: "批注都已答复，再次送审",
  check: (stage: Stage) => stepWords.doing(stage, ""),
  fix: (errors: number) => `改正${errors}处错误，送审`,
  fill: "填好送审",
  named: (act: string, title: string) => `${act}《${title}》`,
  sentBackAt: (day: string) => `${day}退回`,
  waitsSince: (day: string, days: number) => `${day}起等您办理${days > 0 ? `，已${days}天` : ""}`,
  changedAt: (items: number, moment: string) => `二级事项${items}项，${moment}改过`,
};

export const copyDialogWords = {
  title: "以去年目录新建",
  counts: (groups: number, items: number, year: string) =>
    `${year ? `${year}年版　` : ""}一级事项${groups}项，二级事项${items}项`,
  hint: "事项和内容全部带到新目录，可与去年逐格比较。填表人、复核人、审签人留空，填表时间为今天。去年的目录不变。",
};

export const newDialogWords = {
  title: "新建目录",
  from: "从哪里开始",
  catalogueTitle: "目录标题",
  unit: "责任单位",
  unitHint: "填写本单位全称",
  create: "新建",
  titleMissing: "请填写目录标题。",
};

export const startWords = {
  slogan: "填好、查准、印出一份政务公开目录。",
  noPeople: "送审、复核、审签前须登记人员",
  firstPerson: "登记本人",
  samples: "从一份真实目录开始，改成本单位的",
  otherwise: "或者",
  blank: { name: "用空白模板", text: "表头、渠道勾选框都已备好，事项自己添加。" },
  import: { name: "导入已有的表格", text: "Excel、Word、网页、CSV或从别的电脑导出的文件；也可以直接拖到这里。" },
  handoff: { name: "打开流转文件", text: "别人用U盘或邮件传来的流转文件，接着填、复核或审签。" },
  offline: "不联网，不上传。",
  version: (version: string) => `版本 ${version}`,
};
