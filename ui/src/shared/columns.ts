/** What the program knows of columns: the model's table, asked by key. No screen has a list of columns of its own. */
import type { ColumnFacts, ColumnKey, TextField } from "@/platform";
import { columnTable } from "@/platform/columns";

const rows = new Map<string, ColumnFacts>(columnTable.map((facts) => [facts.key, facts]));
const OWN: ColumnFacts = {
  key: "custom:",
  kind: "text",
  owner: "item",
  terms: "whole",
  is_required: false,
  header: [],
  share: 70,
};

/** The kind of column that a key belongs to, where keys carry a label or a word: `level` of `level:市级`. */
export const familyOf = (key: ColumnKey): string => (key.includes(":") ? key.slice(0, key.indexOf(":")) : "");

/** What stands behind the colon of a key. */
export const labelOf = (key: ColumnKey): string => key.slice(key.indexOf(":") + 1);

/** The row of the table for a column. */
export const factsOf = (key: ColumnKey): ColumnFacts => rows.get(key) ?? rows.get(`${familyOf(key)}:`) ?? OWN;

/** The columns of the table with keys of their own, in the order in which forms print them. */
export const standardColumns: ColumnKey[] = columnTable.map(({ key }) => key).filter((key) => !key.endsWith(":"));

/** Where forms print a column among the others. */
export const printedAt = (key: ColumnKey): number => columnTable.findIndex((facts) => facts.key === factsOf(key).key);

export const isMark = (key: ColumnKey): boolean => factsOf(key).kind === "mark";
export const isChannels = (key: ColumnKey): boolean => factsOf(key).kind === "channels";
export const isName = (key: ColumnKey): boolean => factsOf(key).kind === "name";
/** Whether the cells list citations, as 公开依据 does. */
export const hasCitations = (key: ColumnKey): boolean => factsOf(key).terms === "citation";
/** Whether the same words come again and again in the column, so that they can be suggested. */
export const hasTerms = (key: ColumnKey): boolean => factsOf(key).terms !== null;
/** Whether the column holds numbers that the program works out. */
export const isNumber = (key: ColumnKey): boolean => factsOf(key).kind === "number";
/** Whether the column is computed, or belongs to groups, and cannot be filled for an item. */
export const isComputed = (key: ColumnKey): boolean => isNumber(key) || factsOf(key).owner === "group";
/** Whether each part of an item has its own cell in the column. */
export const isOfPart = (key: ColumnKey): boolean => factsOf(key).owner === "part";
/** The text of which each part of an item has its own. */
export const CONTENT: TextField = "content";
/** Whether the column holds one of the item's texts. */
export const isTextField = (key: ColumnKey): key is TextField => factsOf(key).kind === "text" && rows.has(key);
/** Whether the texts are short as a rule: a time limit, a name, a word. */
export const isShort = (key: ColumnKey): boolean => factsOf(key).kind === "text" && factsOf(key).share < 120;
/** Only 特定群体 takes words in the place of its √. */
export const takesWords = (key: ColumnKey): boolean => key === "audience:specific_groups";
