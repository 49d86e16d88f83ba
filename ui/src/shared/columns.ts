/** What the program knows of columns: the model's table, asked by key. No screen has a list of columns of its own. */
import type { ColumnFacts, ColumnKey, TextField } from "@/platform";
import { columnTable } from "@/platform/columns";

const rows = new Map<string, ColumnFacts>(columnTable.map((facts) => [facts.key, facts]));
/** The key of the row for columns of the body's own. */
const OWN = "custom:";
const ownFacts = rows.get(OWN) as ColumnFacts;

/** The kind of column that a key belongs to, where keys carry a label or a word: `level` of `level:市级`. */
export const familyOf = (key: ColumnKey): string => (key.includes(":") ? key.slice(0, key.indexOf(":")) : "");

/** What stands behind the colon of a key. */
export const labelOf = (key: ColumnKey): string => key.slice(key.indexOf(":") + 1);

/** The row of the table for a column. */
export const factsOf = (key: ColumnKey): ColumnFacts => rows.get(key) ?? rows.get(`${familyOf(key)}:`) ?? ownFacts;

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
/** Whether the column holds the running numbers of items. */
export const isItemNumber = (key: ColumnKey): boolean => isNumber(key) && factsOf(key).owner === "item";
/** Whether the column is computed, or belongs to groups, and cannot be filled for an item. */
export const isComputed = (key: ColumnKey): boolean => isNumber(key) || factsOf(key).owner === "group";
/** Whether each part of an item has its own cell in the column. */
export const isOfPart = (key: ColumnKey): boolean => factsOf(key).owner === "part";
/** The columns that screens themselves name, because they are about just these: the name of a group, of an item, … */
export const GROUP: ColumnKey = "group";
export const ITEM: ColumnKey = "item";
export const CHANNELS: ColumnKey = "channels";
/** The text of which each part of an item has its own. */
export const CONTENT: TextField = "content";
/** By it items can be put into order. */
export const TIME_LIMIT: TextField = "time_limit";
/** The n-th of the names between group and item, from 1. */
export const nameBetween = (level: number): ColumnKey => `sub:${level}`;
/** A column of the body's own, and one of 公开层级, by its label. */
export const ownColumn = (label: string): ColumnKey => OWN + label;
export const levelColumn = (label: string): ColumnKey => `level:${label}`;
/** Whether the column is one of 公开方式, which exclude one another. */
export const isMethod = (key: ColumnKey): boolean => familyOf(key) === "method";
/** Whether the column holds one of the item's texts. */
export const isTextField = (key: ColumnKey): key is TextField => factsOf(key).kind === "text" && rows.has(key);
/** Whether the texts are short as a rule: a time limit, a name, a word. */
export const isShort = (key: ColumnKey): boolean => factsOf(key).kind === "text" && factsOf(key).share < 120;
/** Whether the texts accompany what the item is about, and are set smaller in the table: who, where, a remark. */
export const isSecondary = (key: ColumnKey): boolean => factsOf(key).kind === "text" && factsOf(key).share < 100;
/** Only 特定群体 takes words in the place of its √. */
export const takesWords = (key: ColumnKey): boolean => key === "audience:specific_groups";
