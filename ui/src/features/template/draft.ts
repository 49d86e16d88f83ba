/** A template while it is being worked on: plain values and the operations that make the next value of one. */
import type { CellEdit, Channel, Column, ColumnKey, EditRequest, GroupView, Id, Numbering, Template } from "@/platform";
import { levelNames } from "@/platform/columns";
import {
  CHANNELS,
  factsOf,
  familyOf,
  isComputed,
  isName,
  isNumber,
  labelOf,
  printedAt,
  standardColumns,
} from "@/shared/columns";
import { standardHeader, templateWords } from "@/shared/words/template";

import { headerCells } from "./picture";

/** A column of the table, or one that could be shown at this place. */
export interface DraftColumn extends Column {
  on: boolean;
}

/** A box of 公开渠道和载体. */
export interface DraftOption {
  name: string;
  takesNote: boolean;
  /** Under which name items have ticked it; `null` for a new one. */
  was: string | null;
}

export interface Draft {
  id: string;
  columns: DraftColumn[];
  /** Whether channels are boxes to tick; otherwise they are free lines. */
  boxes: boolean;
  options: DraftOption[];
  numbering: Numbering;
  mergeEqual: ColumnKey[];
  signOffLine: boolean;
  statisticsLine: boolean;
}

/** As many rows of header cells a column may have. */
export const HEADER_DEPTH = 3;
/** As many levels of names may stand between a group and its item. */
const SUB_LEVELS = 4;
/** Columns with the names between a group and its item, and those of 公开层级. */
const [SUB, LEVEL] = ["sub", "level"];

export function draftOf(template: Template): Draft {
  return {
    id: template.id,
    columns: template.columns.map((column) => ({ ...column, on: true })),
    boxes: template.channel_options.length > 0,
    options: template.channel_options.map((name) => ({
      name,
      takesNote: template.channel_options_with_note.includes(name),
      was: name,
    })),
    numbering: template.numbering,
    mergeEqual: template.merge_equal,
    signOffLine: template.sign_off_line,
    statisticsLine: template.statistics_line,
  };
}

export const shownColumns = (draft: Draft): DraftColumn[] => draft.columns.filter((column) => column.on);

export function templateOf(draft: Draft): Template {
  const columns = shownColumns(draft).map(({ key, header }) => ({ key, header: header.map((word) => word.trim()) }));
  const options = draft.boxes ? draft.options.map((option) => ({ ...option, name: option.name.trim() })) : [];
  return {
    id: draft.id,
    columns,
    channel_options: options.map((option) => option.name),
    channel_options_with_note: options.filter((option) => option.takesNote).map((option) => option.name),
    levels: columns.filter((column) => familyOf(column.key) === LEVEL).map((column) => labelOf(column.key)),
    numbering: draft.numbering,
    merge_equal: columns.map((column) => column.key).filter((key) => draft.mergeEqual.includes(key)),
    sign_off_line: draft.signOffLine,
    statistics_line: draft.statisticsLine,
  };
}

/** Begins anew with another template; what only the draft shows stays at hand, not shown. */
export function startFrom(draft: Draft, template: Template): Draft {
  const next = draftOf(template);
  const others = draft.columns.filter((column) => !next.columns.some((each) => each.key === column.key));
  return others.reduce((whole, column) => insert(whole, { ...column, on: false }), next);
}

// Columns

export function setShown(draft: Draft, key: ColumnKey, on: boolean): Draft {
  const next = withColumns(draft, (column) => (column.key === key ? { ...column, on } : column));
  return familyOf(key) === SUB ? nameLevels(next) : next;
}

/** Moves a column to before the column that stands at `to` now; the number of columns means the end. */
export function moveColumn(draft: Draft, key: ColumnKey, to: number): Draft {
  const moved = draft.columns.find((column) => column.key === key);
  if (!moved) return draft;
  const before = draft.columns.slice(0, Math.max(0, to)).filter((column) => column !== moved);
  const after = draft.columns.slice(Math.max(0, to)).filter((column) => column !== moved);
  return { ...draft, columns: [...before, moved, ...after] };
}

/** Moves a column one place up (-1) or down (1). */
export function stepColumn(draft: Draft, key: ColumnKey, step: -1 | 1): Draft {
  const at = draft.columns.findIndex((column) => column.key === key);
  return moveColumn(draft, key, step < 0 ? at - 1 : at + 2);
}

/** The standard columns that are not in the list, and the next level of names. */
export function columnsToAdd(draft: Draft): ColumnKey[] {
  const levels = draft.columns.filter((column) => familyOf(column.key) === SUB).length;
  const next = levels < SUB_LEVELS ? [`${SUB}:${levels + 1}`] : [];
  return [...standardColumns, ...next].filter((key) => !draft.columns.some((column) => column.key === key));
}

/** Shows a column: the one that is in the list, or a new one where forms print it. */
export function addColumn(draft: Draft, key: ColumnKey): Draft {
  if (draft.columns.some((column) => column.key === key)) return setShown(draft, key, true);
  const next = insert(draft, { key, header: standardHeader(key), on: true });
  return familyOf(key) === SUB ? nameLevels(next) : next;
}

/** Where forms print a column, to compare with others; the levels of names follow one another. */
const rank = (key: ColumnKey): number => printedAt(key) + (familyOf(key) === SUB ? Number(labelOf(key)) / 10 : 0);

function insert(draft: Draft, column: DraftColumn): Draft {
  const last = draft.columns.findLastIndex((each) => rank(each.key) <= rank(column.key));
  return { ...draft, columns: draft.columns.toSpliced(last + 1, 0, column) };
}

/** Numbers the names of the levels anew: the item's is the deepest. Headers with words of their own stay. */
function nameLevels(draft: Draft): Draft {
  const subs = shownColumns(draft).filter((column) => familyOf(column.key) === SUB);
  const level = (key: ColumnKey): number =>
    isOfItem(key) ? subs.length + 1 : subs.findIndex((column) => column.key === key) + 1;
  return withColumns(draft, (column) => {
    const name = levelNames[level(column.key)];
    const isLevel = level(column.key) > 0 && levelNames.includes(column.header.at(-1) ?? "");
    return isLevel && name ? { ...column, header: [...column.header.slice(0, -1), name] } : column;
  });
}

/** Whether the column has the name or the number of the item itself. */
const isOfItem = (key: ColumnKey): boolean =>
  factsOf(key).owner === "item" && !familyOf(key) && (isName(key) || isNumber(key));

const withColumns = (draft: Draft, next: (column: DraftColumn) => DraftColumn): Draft => ({
  ...draft,
  columns: draft.columns.map(next),
});

// Header words

/** The columns that share a header cell of a column; also those not shown that would. */
export function sharing(draft: Draft, key: ColumnKey, level: number): ColumnKey[] {
  const shown = shownColumns(draft);
  const at = shown.findIndex((column) => column.key === key);
  const cell = headerCells(shown).find(
    (each) => each.row === level && each.column <= at && at < each.column + each.column_span,
  );
  const keys = cell ? shown.slice(cell.column, cell.column + cell.column_span).map((column) => column.key) : [];
  const path = shown[at]?.header.slice(0, level + 1);
  const isUpper = path !== undefined && level + 1 < (shown[at]?.header.length ?? 0);
  const hidden = draft.columns.filter((column) => !column.on && isUpper && startsWith(column.header, path));
  return [...keys, ...hidden.map((column) => column.key)];
}

const startsWith = (header: string[], path: string[]): boolean =>
  header.length > path.length && path.every((word, index) => header[index] === word);

export const setHeader = (draft: Draft, keys: ColumnKey[], level: number, text: string): Draft =>
  withColumns(draft, (column) =>
    keys.includes(column.key)
      ? { ...column, header: column.header.map((word, index) => (index === level ? text : word)) }
      : column,
  );

/** Puts a header cell above those of a column: that of a neighbour, if there is one to share. */
export function addHeaderLevel(draft: Draft, key: ColumnKey): Draft {
  const shown = shownColumns(draft);
  const at = shown.findIndex((column) => column.key === key);
  const neighbour = [shown[at - 1], shown[at + 1]].find((column) => column && column.header.length > 1);
  const upper = neighbour?.header[0] ?? templateWords.newUpper;
  return withColumns(draft, (column) =>
    column.key === key && column.header.length < HEADER_DEPTH
      ? { ...column, header: [upper, ...column.header] }
      : column,
  );
}

export const removeHeaderLevel = (draft: Draft, key: ColumnKey): Draft =>
  withColumns(draft, (column) =>
    column.key === key && column.header.length > 1 ? { ...column, header: column.header.slice(1) } : column,
  );

// Merging

/** Whether equal neighbours can be one cell: numbers, groups and the items' own names never are. */
export const canMerge = (key: ColumnKey): boolean => !isComputed(key) && !isOfItem(key);

export const setMerged = (draft: Draft, key: ColumnKey, on: boolean): Draft => ({
  ...draft,
  mergeEqual: on
    ? [...draft.mergeEqual.filter((each) => each !== key), key]
    : draft.mergeEqual.filter((each) => each !== key),
});

// Channel options

export const setOption = (
  draft: Draft,
  at: number,
  change: Partial<Pick<DraftOption, "name" | "takesNote">>,
): Draft => ({
  ...draft,
  options: draft.options.map((option, index) => (index === at ? { ...option, ...change } : option)),
});

/** Adds an option before 其他 and the like, which close the list and take a note; without such at the end. */
export function addOption(draft: Draft): Draft {
  const closing = draft.options.findLastIndex((option) => !option.takesNote) + 1;
  const names = draft.options.map((option) => option.name);
  let name = templateWords.newOption;
  for (let number = 2; names.includes(name); number += 1) name = `${templateWords.newOption}${number}`;
  return { ...draft, options: draft.options.toSpliced(closing, 0, { name, takesNote: false, was: null }) };
}

export const removeOption = (draft: Draft, at: number): Draft => ({
  ...draft,
  options: draft.options.toSpliced(at, 1),
});

/** Moves an option to before the one that stands at `to` now. */
export function moveOption(draft: Draft, at: number, to: number): Draft {
  const moved = draft.options[at];
  if (!moved || to < 0 || to > draft.options.length) return draft;
  const place = to > at ? to - 1 : to;
  return { ...draft, options: draft.options.toSpliced(at, 1).toSpliced(place, 0, moved) };
}

/** The options that are called otherwise now, by the name under which items have ticked them. */
export function renames(draft: Draft): Map<string, string> {
  const renamed = draft.boxes
    ? draft.options.filter((option) => option.was !== null && option.was !== option.name.trim())
    : [];
  return new Map(renamed.map((option) => [option.was ?? "", option.name.trim()]));
}

/** The cells in which a channel is called otherwise now. */
export function renamedCells(groups: GroupView[], renamed: ReadonlyMap<string, string>): CellEdit[] {
  const cells: CellEdit[] = [];
  const look = (item: Id, part: number | null, channels: Channel[]): void => {
    if (!channels.some((channel) => renamed.has(channel.label))) return;
    const next = channels.map((channel) => ({ ...channel, label: renamed.get(channel.label) ?? channel.label }));
    cells.push({ item, part, column: CHANNELS, value: { kind: "channels", channels: oncePerLabel(next) } });
  };
  for (const item of groups.flatMap((group) => group.items)) {
    if (item.parts.length) item.parts.forEach((part, index) => look(item.id, index, part.channels));
    else look(item.id, null, item.channels);
  }
  return cells;
}

const oncePerLabel = (channels: Channel[]): Channel[] =>
  channels.filter((channel, index) => channels.findIndex((each) => each.label === channel.label) === index);

/** The one step that gives a catalogue the template and its items the options' new names. */
export function requestOf(draft: Draft, groups: GroupView[]): EditRequest {
  const setTemplate: EditRequest = { kind: "set_template", template: templateOf(draft) };
  const cells = renamedCells(groups, renames(draft));
  if (cells.length === 0) return setTemplate;
  return {
    kind: "several",
    act: "rename_term",
    requests: [setTemplate, { kind: "set_cells", act: "rename_term", cells }],
  };
}

/** Whether anything would change. */
export const isSame = (a: Draft, b: Draft): boolean =>
  JSON.stringify([templateOf(a), [...renames(a)]]) === JSON.stringify([templateOf(b), [...renames(b)]]);
