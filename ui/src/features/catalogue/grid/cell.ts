/** What a cell of the table shows and what it is called. */
import type { Column, Finding, GroupView, Severity, Template, Value } from "@/platform";
import { hasCitations, isChannels, isNumber } from "@/shared/columns";
import { catalogueWords as words } from "@/shared/words/catalogue";
import { columnLabel } from "@/shared/words/edits";
import { problemSentence } from "@/shared/words/findings";
import { gridWords } from "@/shared/words/grid";
import { remarkWords } from "@/shared/words/remarks";

import { channelsIn, isGroupColumn, isMark, textIn, valueInWords } from "../cells";
import { entriesOf } from "../citations";
import { worst } from "../findings";
import { blockAt, itemsOf, rowsOf, type Row } from "../rows";
import type { ShownColumn } from "./sheet";

export interface Cell {
  shown: ShownColumn;
  /** Position among the columns that are shown. */
  position: number;
  row: Row;
  /** How many rows it covers, of those that are drawn. */
  span: number;
  /** Whether it ends with the group. */
  isLast: boolean;
  kind: "group" | "number" | "mark" | "channels" | "entries" | "text";
  value: Value;
  text: string;
  entries: string[];
  /** How many items share it. */
  sharedBy: number;
  /** How many lines of text it can show; 0 for all. */
  lines: number;
  findings: Finding[];
  /** How many remarks about it are not closed. */
  remarks: number;
}

export interface RowFacts {
  group: GroupView;
  /** The row of the group. */
  at: number;
  template: Template;
  columns: ShownColumn[];
  /** Lines of text in a row; 0 for all. */
  lines: number;
  lineHeight: number;
  /** Whether the rows above it are not drawn, so that it has to show what reaches down from them. */
  isFirst: boolean;
  /** How many rows are drawn from this one on; what would reach further is cut. */
  drawn: number;
  valueOf: (row: Row, key: string) => Value;
  findingsOf: (row: Row, key: string) => Finding[];
  remarksOf: (row: Row, key: string) => number;
}

/** A merged cell of more rows is seldom seen whole. */
const TALL_ROWS = 4;

export const isTall = (cell: Cell): boolean =>
  cell.span > TALL_ROWS && (cell.kind === "text" || cell.kind === "channels");

export const rowHeight = (lines: number, lineHeight: number): number => (lines || 2) * lineHeight + 9;

function kindOf(column: Column, template: Template): Cell["kind"] {
  if (isGroupColumn(column.key, template)) return "group";
  if (isNumber(column.key)) return "number";
  if (isMark(column.key)) return "mark";
  return isChannels(column.key) ? "channels" : "text";
}

/** The cells that a row of the table draws. */
export function cellsOf(facts: RowFacts): Cell[] {
  return facts.columns.flatMap((shown, position) => {
    const covers = facts.group.spans[shown.index]?.[facts.at] ?? 1;
    if (covers === 0 && !facts.isFirst) return [];
    return [cellOf(facts, shown, position)];
  });
}

function cellOf(facts: RowFacts, shown: ShownColumn, position: number): Cell {
  const rows = rowsOf(facts.group);
  const block = blockAt(facts.group, shown.index, facts.at);
  const end = block.top + block.span;
  const span = Math.min(end - facts.at, facts.drawn);
  const row = rows[block.top] as Row;
  const key = shown.column.key;
  const kind = kindOf(shown.column, facts.template);
  const isComputed = kind === "group" || kind === "number";
  const value: Value = isComputed ? { kind: "text", text: "" } : facts.valueOf(row, key);
  const text = textIn(value);
  const sharing = block.span > 1 && !isComputed ? itemsOf(rows, block) : [row.item];
  // The sign of a shared cell takes the last line.
  const room = span * rowHeight(facts.lines, facts.lineHeight) - 9 - (sharing.length > 1 ? 14 : 0);
  const lines = facts.lines === 0 ? 0 : Math.floor(room / facts.lineHeight);
  // One row of legal bases shows the beginnings of two, so that neighbours can be told apart.
  const entries = hasCitations(key) && block.span === 1 && lines > 1 ? entriesOf(text) : [];
  return {
    shown,
    position,
    row,
    span,
    isLast: end >= rows.length,
    kind: entries.length > 1 ? "entries" : kind,
    value,
    text,
    entries,
    sharedBy: sharing.length,
    lines,
    findings: isComputed ? [] : findingsOf(facts, rows.slice(block.top, end), key),
    remarks: isComputed ? 0 : rows.slice(block.top, end).reduce((sum, each) => sum + facts.remarksOf(each, key), 0),
  };
}

const findingsOf = (facts: RowFacts, rows: Row[], key: string): Finding[] =>
  rows.flatMap((row) => facts.findingsOf(row, key));

/** How the corner of a cell is drawn; what is missing also tints it. */
export function findingClass(cell: Cell): Severity | "error missing" | null {
  const severity = worst(cell.findings);
  const isMissing = cell.findings.some(({ problem }) => ["empty", "no_method", "no_channel"].includes(problem.kind));
  return severity === "error" && isMissing ? "error missing" : severity;
}

/** The name of a cell: where it is, what it holds, whom it is shared with, what is wrong with it. */
export function cellName(cell: Cell, number: number): string {
  const said = cell.kind === "number" ? "" : valueInWords(cell.value, words.ticked, words.notTicked);
  const shared = cell.sharedBy > 1 ? [words.sharedBy(cell.sharedBy)] : [];
  const wrong = [
    ...new Set(cell.findings.map((finding) => gridWords.finding(finding.severity, problemSentence(finding.problem)))),
  ];
  const remarked = cell.remarks > 0 ? [remarkWords.badge(cell.remarks)] : [];
  return [words.cellName(number, columnLabel(cell.shown.column), said), ...shared, ...wrong, ...remarked].join("，");
}

/** The full text of what a cell shows shortened, and what is wrong with it. */
export function cellHint(cell: Cell): string | undefined {
  const wrong = [...new Set(cell.findings.map((finding) => problemSentence(finding.problem)))];
  const whole =
    cell.kind === "channels" ? valueInWords({ kind: "channels", channels: channelsIn(cell.value) }, "", "") : "";
  return [whole, ...wrong].filter(Boolean).join("\n") || undefined;
}
