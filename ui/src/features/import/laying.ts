/** Where cells are shown that do not stand where they belong, and what is said in a cell of what was put there. */
import type { ColumnKey, ImportCell, ImportView } from "@/platform";
import { isMark } from "@/shared/columns";

import { gridWords } from "@/shared/words/grid";
import { importWords as words } from "@/shared/words/import";

import type { Draft } from "./choice";
import { letterOf } from "./columns";
import { decisionOf, positionOf, type Found } from "./findings";
import type { ShownRow } from "./rows";

export const isMoved = ({ position, from, is_unread }: ImportCell): boolean => position !== from || is_unread;

/** The tooltip of a cell: where it stands in the document, and its text where the cell may cut it. */
export function cellTitle(cell: ImportCell): string | undefined {
  const parts = [
    cell.is_unread ? words.unread : cell.position !== cell.from ? words.standsIn(letterOf(cell.from)) : "",
    cell.text.length > 8 ? cell.text : "",
  ];
  return parts.filter(Boolean).join("\n") || undefined;
}

/** The column of the table in which a finding is shown, from 1: the cell it is about may have been laid elsewhere. */
export function shownAt(finding: Found, rows: readonly ShownRow[], view: ImportView): number | null {
  const position = positionOf(finding, view);
  if (finding.column !== null || position === null || finding.row === null) return position;
  return rows[finding.row]?.cells.find(({ from }) => from === position)?.position ?? position;
}

/** The rows with each √ that somebody has decided under the column that it was decided for. */
export function withDecided(
  rows: readonly ShownRow[],
  findings: readonly Found[],
  draft: Draft,
  view: ImportView,
): readonly ShownRow[] {
  const changed = new Map<number, ShownRow>();
  for (const finding of findings) {
    if (finding.row === null || finding.place.column === null || finding.found.kind !== "mark_undecided") continue;
    const row = changed.get(finding.row) ?? rows[finding.row];
    const decision = decisionOf(finding, draft);
    if (!row || !decision) continue;
    const [key] = decision.kind === "ticked" ? decision.columns : [];
    const position = view.columns.find(
      (column) => column.table === finding.place.table && key !== undefined && column.keys.includes(key),
    )?.position;
    const isTaken = row.cells.some((cell) => cell.position === position && cell.from !== finding.place.column);
    const cells = row.cells.map((cell): ImportCell => {
      if (cell.from !== finding.place.column) return cell;
      return position === undefined || isTaken
        ? { ...cell, is_unread: decision.kind === "left" }
        : { ...cell, position };
    });
    changed.set(finding.row, { ...row, cells });
  }
  return changed.size === 0 ? rows : rows.map((row) => changed.get(row.row) ?? row);
}

export const noteKey = (row: number, position: number): string => `${row}:${position}`;

/** The columns that were filled from elsewhere, each with what is said there: a √ has room for itself only. */
function filled({ found, place, column }: Found): [ColumnKey, string][] {
  if (found.kind === "taken_from_above")
    return found.columns.map((key) => [key, isMark(key) ? gridWords.tick : words.filledFromAbove]);
  if (found.kind !== "ditto" || found.row === null || found.row === place.row || !column) return [];
  return [[column, isMark(column) ? gridWords.tick : words.filledFrom(found.row)]];
}

/** What stands in cells that were filled from elsewhere: 同上, and empty ones. */
export function notesOf(findings: readonly Found[], draft: Draft, view: ImportView): Map<string, string> {
  const notes = new Map<string, string>();
  for (const finding of findings) {
    if (finding.row === null || decisionOf(finding, draft)) continue;
    for (const [column, note] of filled(finding)) {
      const position = positionOf({ ...finding, column }, view);
      if (position !== null) notes.set(noteKey(finding.row, position), note);
    }
  }
  return notes;
}

/** The columns of the table where something is said of a row: a √ that may belong to several is said of all of them. */
export function placesOf(finding: Found, rows: readonly ShownRow[], view: ImportView): number[] {
  const { found } = finding;
  const open =
    found.kind === "mark_undecided" ? found.columns.map((column) => positionOf({ ...finding, column }, view)) : [];
  const places = [shownAt(finding, rows, view) ?? 0, ...open.filter((position) => position !== null)];
  return [...new Set(open.length > 0 ? places.filter((position) => position > 0) : places)];
}
