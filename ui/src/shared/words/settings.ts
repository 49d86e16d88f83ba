/** Words of the settings. */
import type { RowHeight, Theme } from "@/shared/composables/settings";

export const settingsWords = {
  theme: "外观",
  themes: { system: "跟随系统", light: "浅色", dark: "深色" } satisfies Record<Theme, string>,
  themeHint: "纸面和预览始终是白纸黑字。系统的高对比度会自动跟随。",
  scale: "显示比例",
  percent: (scale: number) => `${scale}%`,
  scaleHint: "随时可用Ctrl+鼠标滚轮缩放。",
  scaleNow: (scale: number) => `显示比例${scale}%`,
  scaleBack: "恢复100%",
  rowHeight: "表格行高",
  rowHeights: { two: "2行", four: "4行", full: "全文" } satisfies Record<RowHeight, string>,
  rowHeightHint: "只影响屏幕，印出的表格总是全文。",
  paper: "纸张",
  lock: "空闲锁定",
  lockMinutes: (minutes: number) => `${minutes}分钟`,
  lockHint: "有人登录时，这么久没有按键和鼠标就锁定窗口。随时可按Ctrl+L锁定或换人。",
  saving: "保存",
  savingFact: "每次改动都自动存盘，不用手动保存；关闭以后再打开，仍可撤销。",
  place: "数据位置",
  placeHint: "全部目录都在这一个文件里。关闭本软件后，复制它就是备份。",
  showPlace: "打开所在文件夹",
  version: (version: string) => `版本${version}`,
};
