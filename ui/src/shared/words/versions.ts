/** Words of the versions and steps, their comparison, and the check code. */
import type { CodeAnswer, ExportFormat } from "@/platform";

import { formatWords, longDate, shortMoment } from "./common";
import { versionName } from "./states";
import { table } from "./table";

export const versionsWords = {
  title: "修订与对照",
  versions: "版本",
  count: (count: number) => (count === 0 ? "还没有审签的版本" : `${count}个审签的版本`),
  counts: (groups: number, items: number) => `${groups}个一级事项，${items}个二级事项`,
  remarks: (count: number) => `${count}条批注`,
  noSteps: "还没有办理任何一步。",
  code: "核对码",
  copyCode: "复制核对码",
  codeCopied: (code: string) => `已复制核对码${code}`,
  exportVersion: "导出这一版",
  paper: "手上有纸质件？",
  enterCode: "输入核对码核对真伪",
  compare: "对照",
  with: "与",
  tableTitle: (catalogue: string) => `${catalogue}修订对照表`,
  states: (before: string, after: string) => `原：${before}　新：${after}`,
  header: { number: "序号", item: "二级事项", column: "栏目", before: "原文", after: "现文" },
  reason: "理由",
  ofWhole: "整份目录的意见：",
  note: "删去的字加删除线，新增的字加下划线，打印时相同。",
  none: "（无）",
  unchanged: "两份内容相同，没有变化。",
  exportTable: (format: ExportFormat) => `导出${formatWords[format].name}`,
  tableFile: (title: string) => `${title}修订对照表`,
  versionFile: (title: string, number: number) => `${title}${versionName(number)}`,
  working: "正在导出",
};

export const codeWords = {
  title: "核对纸质件",
  intro: "核对码印在审签件每一页的页脚，也在二维码中。大小写、空格和连字符不影响核对。",
  field: "核对码",
  check: "核对",
  missing: "请输入核对码。",
};

/** What a check code belongs to, as one sentence; and whether that is as it should be. */
export function codeSentence({ check_code, version }: CodeAnswer): { text: string; isGood: boolean } {
  if (!version)
    return { text: `核对码${check_code}不属于本目录库的任何版本。请核对是否抄错，或纸质件来自别处。`, isGood: false };
  const at = longDate(shortMoment(version.approved_at).slice(0, 10));
  const what = `核对码属于《${version.title}》${versionName(version.number)}，${version.approved_by}于${at}审签。`;
  return version.is_proved
    ? { text: `${what}签名${table.verdicts.holds}，请再对照纸质件的内容。`, isGood: true }
    : { text: `${what}但签名${table.verdicts.fails}，数据可能被改动过，不能作为凭据。`, isGood: false };
}
