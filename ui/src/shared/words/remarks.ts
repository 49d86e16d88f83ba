/** Words for remarks: threads in which one asks, the preparer answers, and it is closed. */
import type { EntryKind, RemarkTurn } from "@/platform";

export const remarkWords = {
  title: "批注",
  list: "批注列表",
  badge: (count: number) => `批注${count}`,
  badgeHint: (count: number) => `有${count}条批注，按Shift+F2转到批注`,
  count: (open: number, all: number) => (open > 0 ? `${open}条待答复，共${all}条` : `共${all}条`),
  none: "还没有批注。",
  noneHere: "选中要写批注的一格，写在右边。",
  whole: "整份目录",
  wholeItem: "整项",
  gone: "已删除的事项",
  answer: "写明改了什么，或不改的理由",
  ask: "写批注，填表人须逐条答复",
  write: "写入批注",
  reasonMissing: "未修改须写明理由。",
  wordsMissing: "请先写批注。",
  newFor: (place: string) => `新批注：${place}`,
};

/** What an entry has done. */
export const entryWords: Record<EntryKind, string> = {
  asked: "提出",
  changed: "已修改",
  not_changed: "未修改",
  closed: "已了结",
};

/** The button that makes such an entry. */
export const entryButtons: Record<EntryKind, string> = {
  asked: "再写一条",
  changed: "已修改",
  not_changed: "未修改",
  closed: "了结",
};

export const turnWords: Record<RemarkTurn, string> = { open: "待答复", answered: "已答复", closed: "已了结" };

export const excuseWords = {
  button: "说明理由",
  change: "改理由",
  excused: (reason: string) => `已说明理由：${reason}`,
  title: "说明不改的理由",
  text: "理由随目录送审，复核人和审签人都能看到。",
  reason: "理由",
  save: "写入理由",
  remove: "撤回理由",
  left: (count: number) => `改正${count}处错误或说明理由后才能送审`,
};
