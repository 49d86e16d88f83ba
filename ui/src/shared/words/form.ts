/** Words of the form of an item, and of the lists of suggested terms. */
import type { Term } from "@/platform";

export const formWords = {
  lines: (count: number) => `共${count}行`,
  bases: (count: number) => `${count}条`,
  ticked: (count: number, of: number) => `已选${count}个，共${of}个`,
  channelLines: "每行写一个渠道",
  count: (count: number) => `${count}个`,
  note: "勾选后注明渠道",
  audienceNote: "注明是哪些群体",
  optional: "可不填",
  /** Beside a name above the table that no step stands behind, and behind it. */
  typed: "录入，未经签署",
  typedMark: "（录入）",
  sharedHint: (fields: string, first: number, last: number, count: number) =>
    `${fields}由第${first}项至第${last}项共用，改一处，${count}项同改。`,
  fillAlone: "本项单独填写",
  fillTogether: (count: number) => `${count}项一起改`,
  part: (number: number) => `第${number}行`,
  splitParts: "分成几行",
  addPart: "增加一行",
  removePart: "删除本行",
  heading: "标题和签审栏",
  group: "一级事项",
  groupName: "名称",
  groupItems: (count: number) => `${count}项二级事项`,
};

export const citationWords = {
  add: "添加依据，可输拼音首字母",
  addLabel: "添加依据",
  row: (label: string, index: number) => `${label}第${index + 1}条`,
  drag: "拖动排序，或按Alt+↑、Alt+↓",
  remove: (text: string) => `删除“${text}”`,
  asText: "原文",
  asTextTitle: "按原文填写，不分条",
  asList: "分条",
  asListTitle: "分条填写",
};

export const manyWords = {
  selected: (count: number) => `已选${count}项`,
  hint: (count: number) => `改一处，${count}项同改，可一步撤销。`,
  different: "多种",
  differentAll: "各项不同，填写后全部改为所填内容",
  otherBases: (common: number) =>
    common > 0
      ? "以上是各项都有的依据，其余依据各项不同，不受影响。"
      : "各项依据不同。添加的依据加到每一项，原有的不受影响。",
  ofGroup: (count: number) => `一起修改本组${count}项`,
};

export const dayWords = {
  open: "打开日历",
  unread: "看不出是哪一天，没有存入。请写成“2022年12月18日”或“2022-12-18”。",
  example: "如2022年12月18日",
  weekdays: ["一", "二", "三", "四", "五", "六", "日"],
  yearBack: "上一年",
  monthBack: "上一月",
  monthOn: "下一月",
  yearOn: "下一年",
  today: "今天",
  clear: "清除",
};

export const suggestWords = {
  list: "可用的写法",
  open: (label: string) => `列出${label}的常用写法`,
  take: "采用",
  choose: "选择",
  keep: "保留原样输入",
  uses: (term: Pick<Term, "uses" | "uses_elsewhere">): string => {
    if (term.uses > 0) return `用于${term.uses}项`;
    return term.uses_elsewhere > 0 ? `其他目录${term.uses_elsewhere}处` : "常用语";
  },
};
