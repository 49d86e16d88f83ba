/** Words that several screens use. */
import type { ExportFormat, Paper, Stage } from "@/platform";

import { table } from "./table";

export const appName = "政务公开目录编制";

export const stageWords: Record<Stage, string> = table.stages;

export const formatWords: Record<ExportFormat, { name: string; use: string }> = {
  pdf: { name: "PDF", use: "打印、签字、张贴" },
  xlsx: { name: "XLSX", use: "用Excel、WPS打开" },
  docx: { name: "DOCX", use: "用Word、WPS文字修改" },
  html: { name: "HTML网页", use: "放到政府网站上" },
  csv: { name: "CSV", use: "供其他程序读取" },
  json: { name: "JSON", use: "换一台电脑再导入" },
};

export const paperWords: Record<Paper, { name: string; size: string }> = {
  a3: { name: "A3 横向", size: "420×297毫米" },
  a4: { name: "A4 横向", size: "297×210毫米" },
};

export const common = {
  undo: "撤销",
  cancel: "取消",
  close: "关闭",
  back: "返回",
  loading: "正在打开",
  untitled: "未命名目录",
  untitledItem: "未命名事项",
  untitledGroup: "未命名一级事项",
};

/** What can be laid over every screen. */
export const sheetWords = { settings: "设置", help: "帮助" };

/** How the calendar writes a day. */
export const dayFormat = "YYYY年M月D日";

/** The short name of a channel, for narrow cells: what kind of place it is, without whose. */
export function shortChannel(label: string): string {
  if (label.length <= 6) return label;
  return /(门户网站|政府网站|公示栏)(（.*）)?$/.exec(label)?.[1] ?? label;
}

export const exportWords = {
  button: "导出",
  choose: "导出为",
  working: (format: ExportFormat) => `正在导出${formatWords[format].name}`,
  progress: (done: number, total: number) => `第${done}页，共${total}页`,
  cancelling: "正在取消",
  done: (path: string) => `已导出“${fileName(path)}”`,
  show: "在文件夹中显示",
  cancelled: "已取消导出，没有生成文件",
};

export const closeWords = {
  title: "还有填写的内容没有存上",
  text: "现在离开，这些内容会丢失。请先解决存盘的问题，再试一次。",
  closeAnyway: "不保存并关闭",
  stay: "留在这里",
};

export const startUpWords = {
  title: "目录库没有打开",
  unchanged: "本软件没有改动这个文件。处理好以后，请重新打开本软件。",
};

/** The last name of a path of either kind of system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** `2022-12-18` as `2022年12月18日`. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d+)-(\d+)-(\d+)/.exec(iso) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : "";
}

/** How the calendar writes a month: `2022年12月`. */
export const longMonth = (iso: string): string => longDate(iso).replace(/\d+日$/, "");

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment in UTC as the local clock shows it: `2022-12-18 14:32`. */
export function shortMoment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The local time of a moment in UTC: `14:32:05`. */
export function clockTime(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
}
