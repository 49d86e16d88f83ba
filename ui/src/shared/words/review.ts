/** Words of the review: what has changed, what is asked about it, and the signing. */
import type { Action, Fate, Id, ReviewEntry } from "@/platform";

import { common } from "./common";
import { fill, table } from "./table";

const fates: Record<Fate, string> = table.fates;

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
  counts: (changed: number, added: number, removed: number, moved: number) =>
    fill(table.changes.counts, { changed, added, removed, moved }),
  seen: (seen: number, left: number) =>
    left === 0 ? (seen === 0 ? "" : `已看完全部${seen}处`) : `已看${seen}处，还有${left}处`,
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

type Named = Pick<ReviewEntry, "item" | "group" | "name" | "cells">;

/** What an entry is about: an item, a 一级事项, what stands above the table, or the whole. */
export function entryName({ item, group, name, cells }: Named): string {
  if (item !== null) return name || common.untitledItem;
  if (group !== "") return group;
  return cells.length > 0 ? reviewWords.heading : reviewWords.whole;
}

/** What has become of an item or a 一级事项 as a whole; nothing where only cells of it have changed. */
export function fateWord({ item, group, fate }: { item: Id | null; group: string; fate: Fate | null }): string {
  if (fate === null || fate === "changed" || (item === null && group === "")) return "";
  return `${fates[fate]}${item === null ? "一级事项" : "事项"}`;
}

/** A place that remarks are about. */
export const spotWords = {
  item: (number: number) => `第${number}项`,
  row: (part: number) => `第${part + 1}行`,
  rowOf: (label: string, part: number) => `${label}（第${part + 1}行）`,
};

/** The remarks beside the changes. */
export const askWords = {
  count: (count: number) => `${count}条批注`,
  none: "此处没有批注。",
  choose: "选中一行，在这里看批注、写批注。",
  fieldAgain: "再问一句，填表人须再答复",
  close: "此条已解决",
  waiting: "待答复的批注",
  answered: "已答复，待了结",
  excused: "填表人已说明理由的错误",
  waitingCount: (count: number) => `${count}条`,
  nobodyWaits: "没有待答复的批注。",
  cannot: "登录有本步职责的人员以后，可以写批注。",
};

/** Steps that are taken on the review screen. */
export type ReviewAction = Extract<Action, "send_back" | "pass_secrecy_review" | "review" | "approve">;

/** The buttons that begin them. */
export const reviewButtons: Record<ReviewAction, string> = {
  send_back: "退回",
  pass_secrecy_review: "保密审查通过",
  review: "通过",
  approve: "审签",
};
