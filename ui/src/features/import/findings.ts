/** What is said of a document that is taken in: how it is shown, and what can be done about it at once. */
import type { ColumnKey, ImportFinding, ImportSeverity, ImportView } from "@/platform";
import { GROUP } from "@/shared/columns";
import { findingWords, importWords } from "@/shared/words/import";

import { answerAt, changeAt, withCells, withLeft, withRow, type Draft } from "./choice";
import { labelIn, useName } from "./columns";

/** A finding with the name by which it is known over several looks. */
export interface Found extends ImportFinding {
  key: string;
}

const ORDER: Record<ImportSeverity, number> = { error: 0, warning: 1, info: 2 };

/** What must be decided first, the rest in the order of the document. */
export function inOrder(findings: readonly ImportFinding[]): Found[] {
  const seen = new Map<string, number>();
  const named = findings.map((finding) => {
    const name = JSON.stringify([finding.place, finding.column, finding.found]);
    const again = seen.get(name) ?? 0;
    seen.set(name, again + 1);
    return { ...finding, key: `${name}${again || ""}` };
  });
  const place = ({ place: at, row }: Found): number => at.table * 1e7 + (row ?? -1);
  return named.sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || place(a) - place(b));
}

export const countOf = (findings: readonly Found[], severity: ImportSeverity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** What one can do about a finding with one click. */
export type Action =
  | { kind: "tick"; column: ColumnKey }
  /** What is empty stays so, and that is decided. */
  | { kind: "leave_empty" }
  /** What was put there is taken out again. */
  | { kind: "make_empty"; columns: ColumnKey[] }
  | { kind: "leave_out" };

/** The columns that were filled from elsewhere. */
function filled({ found, column }: Found): ColumnKey[] {
  switch (found.kind) {
    case "taken_from_above":
    case "mark_moved":
      return found.columns;
    case "ditto":
    case "cell_joined":
    case "rows_differ":
    case "row_joined":
      return column === null || column === GROUP ? [] : [column];
    default:
      return [];
  }
}

/** The columns of which one may be the √'s. */
function open({ found, column }: Found): ColumnKey[] {
  if (found.kind === "mark_undecided") return found.columns;
  return found.kind === "mark_unreadable" && column !== null ? [column] : [];
}

export function actionsOf(finding: Found): Action[] {
  const { found, severity, row } = finding;
  if (row === null) return severity === "error" ? [{ kind: "leave_empty" }] : [];
  const columns = filled(finding);
  if (columns.length > 0) return [{ kind: "make_empty", columns }];
  if (found.kind === "hidden_row") return [{ kind: "leave_out" }];
  const ticks = open(finding).map((column): Action => ({ kind: "tick", column }));
  return severity === "error" ? [...ticks, { kind: "leave_empty" }] : ticks;
}

/** What was decided about a finding; `null` while it is open. */
export type Decision =
  { kind: "ticked"; columns: ColumnKey[] } | { kind: "empty" } | { kind: "left" } | { kind: "left_out" };

export function decisionOf(finding: Found, draft: Draft): Decision | null {
  const { row, place } = finding;
  if (row !== null) {
    if (changeAt(draft, place.table, row)?.kind === "leave_out") return { kind: "left_out" };
    const ticked = open(finding).filter((column) => answerAt(draft, place.table, row, column) === "ticked");
    if (ticked.length > 0) return { kind: "ticked", columns: ticked };
    const columns = filled(finding);
    if (columns.length > 0 && columns.every((column) => answerAt(draft, place.table, row, column) === "empty"))
      return { kind: "empty" };
  }
  return draft.left.includes(finding.key) ? { kind: "left" } : null;
}

/** The errors that nobody has decided. */
export const undecided = (findings: readonly Found[], draft: Draft): Found[] =>
  findings.filter((finding) => finding.severity === "error" && !decisionOf(finding, draft));

export function decided(draft: Draft, finding: Found, action: Action): Draft {
  const {
    row,
    place: { table },
  } = finding;
  switch (action.kind) {
    case "tick": {
      if (row === null) return draft;
      const isOn = answerAt(draft, table, row, action.column) === "ticked";
      return withLeft(withCells(draft, table, row, [action.column], isOn ? null : "ticked"), finding.key, false);
    }
    case "leave_empty":
      return withLeft(takenBack(draft, finding), finding.key, true);
    case "make_empty":
      return row === null ? draft : withCells(draft, table, row, action.columns, "empty");
    case "leave_out":
      return row === null ? draft : withRow(draft, table, row, { kind: "leave_out" });
  }
}

export function takenBack(draft: Draft, finding: Found): Draft {
  const {
    row,
    place: { table },
  } = finding;
  const without = withLeft(draft, finding.key, false);
  if (row === null) return without;
  const cells = withCells(without, table, row, [...open(finding), ...filled(finding)], null);
  return changeAt(cells, table, row)?.kind === "leave_out" ? withRow(cells, table, row, null) : cells;
}

/** Where a finding is: the table where there are several, the row, the column or what columns belong to. */
export function placeWords({ place, column, found }: Found, view: ImportView): string {
  const several = view.tables.length > 1;
  const table = several ? importWords.tableName(view.tables[place.table - 1]?.name ?? "", place.table) : "";
  return findingWords.place(
    table,
    place.row,
    column !== null ? labelIn(view, column) : "columns" in found ? kindsOf(found.columns, view) : headerAt(place, view),
  );
}

/** What several columns have in common: the words above them. */
function kindsOf(columns: readonly ColumnKey[], view: ImportView): string {
  const heads = columns.map(
    (key) => view.template.columns.find((each) => each.key === key)?.header[0] ?? labelIn(view, key),
  );
  const names = [...new Set(heads)];
  return names.length > 2 ? `${names.slice(0, 2).join("、")}…` : names.join("、");
}

function headerAt({ table, column }: Found["place"], view: ImportView): string {
  const at =
    column === null ? undefined : view.columns.find((each) => each.table === table && each.position === column);
  return at && at.use_as.kind !== "nothing" ? useName(at.use_as, view) : "";
}

/** The column of the table in which a finding is shown, from 1. */
export function positionOf({ place, column }: Found, view: ImportView): number | null {
  const key = column;
  const of =
    key === null ? undefined : view.columns.find((each) => each.table === place.table && each.keys.includes(key));
  return of?.position ?? place.column;
}
