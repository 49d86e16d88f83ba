/** What somebody has chosen and corrected of a document: changed step by step, sent as a whole each time. */
import type { CellAnswer, ColumnKey, ColumnUse, ImportChoice, ImportInto, ImportTemplate, RowChange } from "@/platform";

type Corrections = Required<NonNullable<ImportChoice["corrections"]>>;

export interface Draft {
  template: ImportTemplate;
  /** The tables that are taken, from 1; none means all that are catalogues. */
  tables: number[];
  corrections: Corrections;
  /** What is cleaned up, by its position in the view of this very choice. */
  cleanings: number[];
  /** Findings that were decided by leaving empty what is empty, by their keys. */
  left: string[];
}

export const untouched = (): Draft => ({
  template: { kind: "found" },
  tables: [],
  corrections: { headers: [], columns: [], rows: [], cells: [] },
  cleanings: [],
  left: [],
});

/** Whether nothing was chosen or corrected. */
export const isUntouched = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(untouched());

/** What is sent: a document that goes to a catalogue is read with that one's columns. */
export function choiceOf(draft: Draft, into: ImportInto): ImportChoice {
  const template: ImportTemplate = into.kind === "new_catalogue" ? draft.template : { kind: "catalogue", id: into.id };
  return { template, tables: draft.tables, corrections: draft.corrections };
}

const corrected = (draft: Draft, more: Partial<Corrections>): Draft => ({
  ...draft,
  corrections: { ...draft.corrections, ...more },
});

export const withTemplate = (draft: Draft, template: ImportTemplate): Draft => ({ ...draft, template });

export const withTables = (draft: Draft, tables: number[]): Draft => ({
  ...draft,
  tables: [...tables].sort((a, b) => a - b),
});

/** The header of a table stands elsewhere; what was said of its columns and rows before is said of other ones now. */
export function withHeader(draft: Draft, table: number, first: number, rows: number): Draft {
  const elsewhere = <T extends { table: number }>(all: T[]): T[] => all.filter((each) => each.table !== table);
  const { headers, columns, rows: changes, cells } = draft.corrections;
  const tables =
    draft.tables.length > 0 && !draft.tables.includes(table)
      ? [...draft.tables, table].sort((a, b) => a - b)
      : draft.tables;
  return corrected(
    { ...draft, tables },
    {
      headers: [...elsewhere(headers), { table, first, rows }],
      columns: elsewhere(columns),
      rows: elsewhere(changes),
      cells: elsewhere(cells),
    },
  );
}

export function withColumn(draft: Draft, table: number, position: number, use_as: ColumnUse): Draft {
  const others = draft.corrections.columns.filter((each) => each.table !== table || each.position !== position);
  return corrected(draft, { columns: [...others, { table, position, use_as }] });
}

const isAt = (at: { table: number; row: number }, table: number, row: number): boolean =>
  at.table === table && at.row === row;

export const changeAt = (draft: Draft, table: number, row: number): RowChange | null =>
  draft.corrections.rows.find((each) => isAt(each, table, row))?.change ?? null;

/** Does something with the item of a row; `null` takes back what was done. */
export function withRow(draft: Draft, table: number, row: number, change: RowChange | null): Draft {
  const others = draft.corrections.rows.filter((each) => !isAt(each, table, row));
  return corrected(draft, { rows: change ? [...others, { table, row, change }] : others });
}

export const answerAt = (draft: Draft, table: number, row: number, column: ColumnKey): CellAnswer | null =>
  draft.corrections.cells.find((each) => isAt(each, table, row) && each.column === column)?.answer ?? null;

/** Decides cells of a row; `null` takes back what was decided. */
export function withCells(
  draft: Draft,
  table: number,
  row: number,
  columns: readonly ColumnKey[],
  answer: CellAnswer | null,
): Draft {
  const others = draft.corrections.cells.filter((each) => !isAt(each, table, row) || !columns.includes(each.column));
  const decided = answer ? columns.map((column) => ({ table, row, column, answer })) : [];
  return corrected(draft, { cells: [...others, ...decided] });
}

export function withLeft(draft: Draft, finding: string, isLeft: boolean): Draft {
  const others = draft.left.filter((each) => each !== finding);
  return { ...draft, left: isLeft ? [...others, finding] : others };
}

export const withCleanings = (draft: Draft, cleanings: number[]): Draft => ({
  ...draft,
  cleanings: [...cleanings].sort((a, b) => a - b),
});

/** Whether two drafts are read alike, so that what is cleaned up in one is the same in the other. */
export const readAlike = (one: Draft, other: Draft): boolean =>
  JSON.stringify([one.template, one.tables, one.corrections]) ===
  JSON.stringify([other.template, other.tables, other.corrections]);
