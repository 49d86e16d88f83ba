/** The columns of a table: what each is taken for, what else it could be, and how wide it is drawn. */
import type { ColumnKey, ColumnUse, ImportColumn, ImportView, MarkKind } from "@/platform";
import {
  factsOf,
  familyOf,
  isChannels,
  isItemNumber,
  isMark,
  isName,
  isNumber,
  isTextField,
  labelOf,
  levelColumn,
  nameBetween,
  ownColumn,
  printedAt,
  standardColumns,
} from "@/shared/columns";
import { columnLabel } from "@/shared/words/edits";
import { useWords as words } from "@/shared/words/import";
import { columnName } from "@/shared/words/template";

/** A column as it is shown, whether it was mapped or not. */
export interface ShownColumn {
  /** Its place, from 1. */
  position: number;
  letter: string;
  /** Its header in one line. */
  header: string;
  use: ColumnUse;
  confidence: ImportColumn["confidence"];
}

/** A, B … Z, AA, as spreadsheets count. */
export function letterOf(position: number): string {
  const rest = (position - 1) % 26;
  const before = Math.floor((position - 1) / 26);
  return (before > 0 ? letterOf(before) : "") + String.fromCharCode(65 + rest);
}

export function columnsOf(view: ImportView, table: number): ShownColumn[] {
  const known = new Map(
    view.columns.filter((column) => column.table === table).map((column) => [column.position, column]),
  );
  return Array.from({ length: view.tables[table - 1]?.columns ?? 0 }, (_, at) => {
    const column = known.get(at + 1);
    const header = [...new Set((column?.header ?? []).map((word) => word.trim()).filter(Boolean))].join(" ");
    return {
      position: at + 1,
      letter: letterOf(at + 1),
      header,
      use: column?.use_as ?? { kind: "nothing" },
      confidence: column?.confidence ?? "certain",
    };
  });
}

/** What a column of the catalogue is called. */
export function labelIn(view: ImportView, key: ColumnKey): string {
  if (isItemNumber(key)) return words.itemNumber;
  const column = view.template.columns.find((each) => each.key === key);
  return column && columnLabel(column) ? columnLabel(column) : columnName(key);
}

/** What a column is called among others of its kind: a √ without the words above it. */
export const shortLabelIn = (view: ImportView, key: ColumnKey): string =>
  isMark(key)
    ? (view.template.columns.find((each) => each.key === key)?.header.at(-1) ?? labelIn(view, key))
    : labelIn(view, key);

/** The last word of a header, as the name of what has no other. */
const lastWord = (column: ShownColumn): string => column.header.split(" ").at(-1) || words.column(column.letter);

/** What a column is taken for, in the few words that fit above it. */
export function useName(use: ColumnUse, view: ImportView): string {
  switch (use.kind) {
    case "column":
      return isMark(use.key) ? markName(use.key, view) : plainName(use.key);
    case "words":
      return words.words[use.of];
    case "channel":
      return use.label;
    case "nothing":
      return words.none;
  }
}

/** A column of √ has room for four characters: that something is made public is said above all of them. */
function markName(key: ColumnKey, view: ImportView): string {
  const name = view.template.columns.find((each) => each.key === key)?.header.at(-1) ?? columnName(key);
  return name.length > 4 ? name.replace(words.published, "") : name;
}

function plainName(key: ColumnKey): string {
  if (isItemNumber(key)) return words.itemNumber;
  return isOwn(key) ? words.ownNamed(labelOf(key)) : columnName(key);
}

/** Numbers and names of items have the same words above them in forms. */

/** Whether it is a column of the body's own. */
const isOwn = (key: ColumnKey): boolean => familyOf(key) === "custom";

export interface UseChoice {
  value: string;
  text: string;
  use: ColumnUse;
}

const NAMES = [...standardColumns.filter((key) => isNumber(key) || isName(key)), nameBetween(1), nameBetween(2)].sort(
  byPrinting,
);
const TEXTS = standardColumns.filter((key) => isTextField(key) || isChannels(key));
/** The families of the keys of √ columns. */
const MARKS: Record<Exclude<MarkKind, "levels">, string> = {
  audience: "audience",
  method: "method",
  aspects: "aspect",
};

function byPrinting(a: ColumnKey, b: ColumnKey): number {
  return printedAt(a) - printedAt(b);
}

export const valueOf = (use: ColumnUse): string => JSON.stringify([use.kind, Object.values(use).slice(1)]);

const choice = (use: ColumnUse, text: string): UseChoice => ({ value: valueOf(use), text, use });
const ofKey = (key: ColumnKey): UseChoice => choice({ kind: "column", key }, plainName(key));
const ofWords = (of: MarkKind): UseChoice => choice({ kind: "words", of }, words.words[of]);

/** Everything that a column can be, by kind; what it is now is always among it. */
export function choicesFor(column: ShownColumn, view: ImportView): { label: string; choices: UseChoice[] }[] {
  const own = lastWord(column);
  const inTemplate = view.template.columns.map(({ key }) => key);
  const customs = new Set([...inTemplate.filter((key) => isOwn(key)), ownColumn(own)]);
  const levels = new Set([
    ...view.template.levels,
    ...(column.use.kind === "column" && familyOf(column.use.key) === "level" ? [] : [own]),
  ]);
  const channels = new Set([...view.template.channel_options, own]);
  const marks = (of: Exclude<MarkKind, "levels">): UseChoice[] => [
    ...standardColumns.filter((key) => familyOf(key) === MARKS[of]).map(ofKey),
    ofWords(of),
  ];
  const groups = [
    {
      label: words.names,
      choices: [...new Set([...NAMES, ...inTemplate.filter((key) => familyOf(key) === "sub")])].map(ofKey),
    },
    { label: words.texts, choices: TEXTS.map(ofKey) },
    { label: words.audience, choices: marks("audience") },
    { label: words.method, choices: marks("method") },
    { label: words.aspects, choices: marks("aspects") },
    { label: words.levels, choices: [...[...levels].map((label) => ofKey(levelColumn(label))), ofWords("levels")] },
    { label: words.own, choices: [...customs].map(ofKey) },
    {
      label: words.channel,
      choices: [...channels].map((label) => choice({ kind: "channel", label }, words.channelNamed(label))),
    },
  ];
  const isThere = groups.some(({ choices }) => choices.some(({ value }) => value === valueOf(column.use)));
  if (!isThere && column.use.kind !== "nothing") groups[0]?.choices.push(choice(column.use, useName(column.use, view)));
  return groups;
}

interface Width {
  /** In pixels; a column without a share of the rest has only this. */
  least: number;
  share: number;
}

const NARROW: Width = { least: 36, share: 0 };
const OTHER: Width = { least: 76, share: 50 };

/** Numbers and marks need little; long texts get what is left. */
function ofColumn(key: ColumnKey): Width {
  const { kind, share } = factsOf(key);
  switch (kind) {
    case "mark":
      return NARROW;
    case "number":
      return isItemNumber(key) ? { least: 52, share: 0 } : NARROW;
    case "channels":
      return { least: 126, share: 140 };
    default:
      return { least: share > 100 ? 112 : 76, share: Math.max(share, 40) };
  }
}

function widthOf(use: ColumnUse): Width {
  if (use.kind === "nothing") return { least: 46, share: 0 };
  if (use.kind === "channel") return { least: 60, share: 0 };
  if (use.kind === "words") return OTHER;
  return ofColumn(use.key);
}

/** Widths in pixels that fill the place; where it is too narrow, the least ones, and the table scrolls sideways. */
export function widthsFor(columns: readonly ShownColumn[], place: number): number[] {
  const wanted = columns.map(({ use }) => widthOf(use));
  const rest = Math.max(0, place - wanted.reduce((sum, { least }) => sum + least, 0));
  const shares = wanted.reduce((sum, { share }) => sum + share, 0);
  if (shares === 0) return wanted.map(({ least }) => least + Math.floor(rest / Math.max(1, wanted.length)));
  return wanted.map(({ least, share }) => least + Math.floor((rest * share) / shares));
}

/** The columns that were not known for certain. */
export const unsure = (columns: readonly ShownColumn[]): number =>
  columns.filter(({ confidence }) => confidence !== "certain").length;
