/** Of documents of others: why one was not read, and what was odd in one that was. */
import type {
  ColumnKey,
  DocumentFormat,
  DocumentProblem,
  FindingKind,
  LooksLike,
  Measure,
  SeenTable,
} from "@/platform";

import { fill, table } from "./table";

export const documentKinds: Record<DocumentFormat, string> = table.formats;
const strangers: Record<LooksLike, string> = table.strangers;
const measures: Record<Measure, string> = table.measures;
const problems: Record<DocumentProblem["kind"], string> = table.problems;
const findings: Record<FindingKind["kind"], string> = table.findings;
const { pieces, seen } = table;

const MEGABYTE = 1024 * 1024;
/** How many tables are named in a sentence, and how many of their first texts. */
const NAMED_TABLES = 3;
const NAMED_TEXTS = 4;
/** Longer texts of a table are cut. */
const TEXT_CHARS = 12;

const shortened = (text: string): string => (text.length > TEXT_CHARS ? `${text.slice(0, TEXT_CHARS)}…` : text);

function seenTable({ name, rows, columns, first }: SeenTable): string {
  const texts = first.filter(Boolean).slice(0, NAMED_TEXTS).map(shortened);
  const begins = texts.length > 0 ? fill(seen.begins, { first: texts.join("、") }) : "";
  return fill(seen.table, { name: name ? `“${shortened(name)}”` : "", rows, columns }) + begins;
}

function seenTables(tables: readonly SeenTable[]): string {
  const more = tables.length > NAMED_TABLES ? seen.more : "";
  return tables.slice(0, NAMED_TABLES).map(seenTable).join("、") + more;
}

/** What is wrong with a document, as a sentence that its name may stand before. */
export function documentProblem(problem: DocumentProblem): string {
  switch (problem.kind) {
    case "damaged":
      return fill(problems.damaged, { format: documentKinds[problem.format] });
    case "not_a_document":
      return fill(problems.not_a_document, { stranger: strangers[problem.looks_like] });
    case "too_large": {
      const { what, limit } = problem;
      return fill(problems.too_large, {
        amount: fill(measures[what], { limit, megabytes: Math.floor(limit / MEGABYTE) }),
      });
    }
    case "no_table":
      return fill(problem.lines > 0 ? table.problems.no_table_but_lines : problems.no_table, {
        format: documentKinds[problem.format],
        lines: problem.lines,
      });
    case "no_catalogue":
      return fill(problems.no_catalogue, { tables: seenTables(problem.tables) });
    default:
      return fill(problems[problem.kind], problem);
  }
}

/** What the statistics line says, and what the rows say. */
function differences({ stated, counted }: Extract<FindingKind, { kind: "statistics_disagree" }>): string {
  const names = [pieces.proactive_groups, pieces.proactive_items, pieces.items_on_application];
  return names
    .flatMap((name, at) =>
      stated[at] == null || stated[at] === counted[at]
        ? []
        : [fill(pieces.difference, { name, stated: stated[at], counted: counted[at] })],
    )
    .join("；");
}

function findingEntry(found: FindingKind): string {
  switch (found.kind) {
    case "number_jump":
      return found.found === 1 ? table.findings.number_jump_to_one : findings.number_jump;
    case "ditto":
      return found.row === null ? findings.ditto : table.findings.ditto_of_row;
    case "mark_undecided":
      return found.columns.length > 0 ? findings.mark_undecided : table.findings.mark_undecided_of_none;
    default:
      return findings[found.kind];
  }
}

const quoted = (text: string): string => `“${text}”`;

/** What is to be known of a place in a document; `label` names a column. */
export function documentFinding(
  found: FindingKind,
  column: ColumnKey | null,
  label: (column: ColumnKey) => string,
): string {
  return fill(findingEntry(found), {
    ...found,
    column: column === null ? pieces.no_column : quoted(label(column)),
    columns: "columns" in found ? found.columns.map((each) => quoted(label(each))).join("、") : "",
    header: "header" in found && found.header.trim() ? quoted(found.header) : pieces.no_header,
    differences: found.kind === "statistics_disagree" ? differences(found) : "",
  });
}
