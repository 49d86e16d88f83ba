/** Words of the review: what has changed, what is asked about it, and the signing. */
import type { Action, EntryKind, Fate, RemarkTurn } from "@/platform";

import { versionName } from "./states";

export const reviewWords = {
  title: (catalogue: string) => `复核：${catalogue}`,
  titleOfApproval: (catalogue: string) => `审签：${catalogue}`,
  titleOfSecrecy: (catalogue: string) => `保密审查：${catalogue}`,
  titleElse: (catalogue: string) => `变化与批注：${catalogue}`,
  submitted: (name: string, at: string) => `${name} ${at}送审`,
  against: (state: string) => `与${state}对照`,
  loading: "正在比较",
  /** What can be shown of the table. */
  showing: { changes: "只看变化", all: "看全表", remarks: "只看批注" },
  base: "对照",
  lastLook: "我上次办理时",
  counts: (changed: number, added: number, removed: number, moved: number) => `改动${changed}格，新增${added}项，删除${removed}项，移动${moved}项`,
  seen: (seen: number, left: number) => (left === 0 ? (seen === 0 ? "" : `已看完全部${seen}处`) : `已看${seen}处，还有${left}处`),
  next: "下一处",
  previous: "上一处",
  column: "栏目",
  before: "原",
  after: "新",
  remarks: "批注",
  table: "变化的内容",
  empty: "（空）",
  whole: "整份目录",
  heading: "表头和栏目",
  fate: { added: "新增事项", removed: "删除事项", moved: "移动事项", changed: "" } satisfies Record<Fate, string>,
  fateOfGroup: { added: "新增一级事项", removed: "删除一级事项", moved: "移动一级事项", changed: "" } satisfies Record<Fate, string>,
  movedFrom: (group: string) => `由“${group}”移来`,
  isSeen: "已看",
  isHere: "正在看",
  nothingChanged: "与所选的底稿相比，没有变化。",
  nothingRemarked: "还没有批注。选中一格，按Shift+F2写批注。",
  place: (at: number, count: number) => `第${at}处变化，共${count}处`,
  placeOfRemarks: (at: number, count: number) => `第${at}处批注，共${count}处`,
  writeRemark: "写批注",
  accept: "已看，下一处",
  handoff: "写出流转文件",
};

/** A place that remarks are about. */
export const spotWords = {
  item: (number: number) => `第${number}项`,
  row: (part: number) => `第${part + 1}行`,
  gone: "已删除的事项",
};

export const remarkWords = {
  count: (count: number) => `${count}条批注`,
  turn: { open: "待答复", answered: "已答复", closed: "已了结" } satisfies Record<RemarkTurn, string>,
  kind: { asked: "批注", changed: "已修改", not_changed: "未修改", closed: "了结" } satisfies Record<EntryKind, string>,
  none: "此处没有批注。",
  choose: "选中一行，在这里看批注、写批注。",
  field: "写批注，填表人须逐条答复",
  fieldAgain: "再问一句，填表人须再答复",
  write: "写入批注",
  close: "此条已解决",
  waiting: "待答复的批注",
  answered: "已答复，待了结",
  waitingCount: (count: number) => `${count}条`,
  nobodyWaits: "没有待答复的批注。",
  cannot: "登录有本步职责的人员以后，可以写批注。",
};

export const signWords = {
  pin: (name: string) => (name ? `${name}的口令` : "口令"),
  pinMissing: "请输入口令。",
  kept: "本步将签名并记入修订记录",
};

/** Steps that are taken on the review screen. */
export type ReviewAction = Extract<Action, "send_back" | "pass_secrecy_review" | "review" | "approve">;

interface StepWords {
  /** The button of the screen. */
  button: string;
  heading: string;
  consequence: string;
  /** The button of the dialog. */
  sign: string;
  done: string;
}

export const stepWords: Record<ReviewAction, StepWords> = {
  send_back: {
    button: "退回",
    heading: "退回填表人",
    consequence: "目录将回到“填表中”。填表人须逐条答复批注，才能再次送审。",
    sign: "签名并退回",
    done: "已退回，等待填表人逐条答复",
  },
  pass_secrecy_review: {
    button: "保密审查通过",
    heading: "保密审查通过",
    consequence: "目录将转到“待复核”。签名针对的就是下面这份内容，以后有任何改动都能查出。",
    sign: "签名并通过",
    done: "保密审查已通过，等待复核",
  },
  review: {
    button: "通过",
    heading: "复核通过",
    consequence: "目录将转到“待审签”。签名针对的就是下面这份内容，以后有任何改动都能查出。",
    sign: "签名并通过",
    done: "复核已通过，等待审签",
  },
  approve: {
    button: "审签",
    heading: "审签",
    consequence: "审签后这一版不能再改，以后要改须开始新的一版。印出的表上有签审人员、日期和核对码。",
    sign: "签名并审签",
    done: "已审签，印出的表上有核对码",
  },
};

export const signedWords = {
  remarks: "随退回送出的批注",
  noRemark: "退回须至少写一条批注，说明要改什么。请先选中要改的一格，按Shift+F2写批注。",
  what: "签名的内容",
  version: (title: string, version: number) => `《${title}》${versionName(version)}`,
  counts: (groups: number, items: number) => `${groups}个一级事项，${items}个二级事项`,
  changes: (state: string, counts: string) => `与${state}相比：${counts}`,
  unseen: (count: number) => `还有${count}处变化没有看过。`,
};
