/** The picture of a template: header cells as the form prints them, and a few rows of the catalogue below. */
import type { CatalogueView, Column, ColumnKey, GroupView, HeaderCell, Item, Template } from "@/platform";
import { cellValue, isGroupColumn } from "@/shared/cells";
import { isMark } from "@/shared/columns";
import { boxText, chineseNumber, templateWords, tick } from "@/shared/words/template";

/**
 * The header cells in reading order, as the program works them out for a catalogue: neighbours whose headers begin
 * alike share those cells, and a column with fewer cells stretches its last one down.
 */
export function headerCells(columns: Column[]): HeaderCell[] {
  const depth = Math.max(1, ...columns.map((column) => column.header.length));
  const cells: HeaderCell[] = [];
  for (let row = 0; row < depth; row += 1) {
    let at = 0;
    while (at < columns.length) {
      const path = columns[at]?.header ?? [];
      const text = path[row];
      if (text === undefined) {
        at += 1;
        continue;
      }
      const isLast = row + 1 === path.length;
      const shares = (other: string[]): boolean =>
        (isLast ? other.length === path.length : other.length > row + 1) &&
        path.slice(0, row + 1).every((word, index) => other[index] === word);
      let end = at + 1;
      while (end < columns.length && shares(columns[end]?.header ?? [])) end += 1;
      cells.push({ text, row, column: at, row_span: isLast ? depth - row : 1, column_span: end - at });
      at = end;
    }
  }
  return cells;
}

/** A cell of the picture. */
export interface PictureCell {
  key: ColumnKey;
  text: string;
  /** How many rows it covers. */
  span: number;
  kind: "number" | "group" | "mark" | "text";
}

/** So many rows of the first groups are drawn. */
const ROWS_OF_GROUP = [3, 2];

interface PictureRow {
  item: Item;
  part: number;
  number: number;
}

/** The rows of the picture, each with the cells that begin in it. */
export function pictureRows(
  view: CatalogueView,
  template: Template,
  renamed: ReadonlyMap<string, string>,
): PictureCell[][] {
  const groups = view.groups.filter((group) => group.items.length > 0).slice(0, ROWS_OF_GROUP.length);
  if (groups.length === 0) return [sampleRow(template)];
  return groups.flatMap((group, index) => {
    const place = view.groups.indexOf(group);
    return groupRows(group, ROWS_OF_GROUP[index] ?? 1, {
      place,
      first: view.places[place]?.first_item ?? 1,
      template,
      renamed,
    });
  });
}

interface Facts {
  /** The group's position. */
  place: number;
  /** The number of its first item. */
  first: number;
  template: Template;
  renamed: ReadonlyMap<string, string>;
}

function groupRows(group: GroupView, count: number, facts: Facts): PictureCell[][] {
  const rows: PictureRow[] = group.items
    .flatMap((item, index) =>
      Array.from({ length: Math.max(1, item.parts.length) }, (_, part) => ({
        item,
        part,
        number: facts.first + index,
      })),
    )
    .slice(0, count);
  const spans = facts.template.columns.map((column) => spansOf(column.key, rows, facts));
  return rows.map((row, at) =>
    facts.template.columns.flatMap(({ key }, index) => {
      const span = spans[index]?.[at] ?? 1;
      return span === 0
        ? []
        : [{ key, span, kind: kindOf(key, facts.template), text: textOf(key, row, group.name, facts) }];
    }),
  );
}

/** How many rows each cell covers; 0 for one that is covered from above. */
function spansOf(key: ColumnKey, rows: PictureRow[], facts: Facts): number[] {
  const joins = (above: PictureRow, below: PictureRow): boolean => {
    if (isGroupColumn(key, facts.template)) return true;
    if (above.item === below.item && key !== "content" && key !== "channels") return true;
    const text = textOf(key, below, "", facts);
    return facts.template.merge_equal.includes(key) && text !== "" && textOf(key, above, "", facts) === text;
  };
  const spans = rows.map(() => 0);
  let top = 0;
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (above && !joins(above, row)) top = at;
    spans[top] = (spans[top] ?? 0) + 1;
  });
  return spans;
}

function kindOf(key: ColumnKey, template: Template): PictureCell["kind"] {
  if (key === "number" || key === "item_number") return "number";
  if (isGroupColumn(key, template)) return "group";
  return isMark(key) ? "mark" : "text";
}

function textOf(key: ColumnKey, row: PictureRow, group: string, facts: Facts): string {
  const { numbering } = facts.template;
  const itemNumber = numbering.item === "running" ? String(row.number) : "";
  if (key === "group") return group;
  if (key === "item_number") return itemNumber;
  if (key === "number") {
    if (numbering.group === "none") return itemNumber;
    return numbering.group === "chinese" ? chineseNumber(facts.place + 1) : String(facts.place + 1);
  }
  const value = cellValue(row.item, row.part, key);
  if (value.kind === "text") return value.text;
  if (value.kind === "mark") return value.note || (value.on ? tick : "");
  const ticked = value.channels.map((channel) => ({
    ...channel,
    label: facts.renamed.get(channel.label) ?? channel.label,
  }));
  const options = facts.template.channel_options;
  if (options.length === 0)
    return ticked.map((channel) => (channel.note ? `${channel.label}：${channel.note}` : channel.label)).join("\n");
  const strangers = ticked.map((channel) => channel.label).filter((label) => !options.includes(label));
  return [...options, ...strangers]
    .map((label) => {
      const channel = ticked.find((each) => each.label === label);
      return boxText(label, channel !== undefined, channel?.note ?? "");
    })
    .join(" ");
}

/** A row for a catalogue that has none. */
function sampleRow(template: Template): PictureCell[] {
  const texts: Record<string, string> = {
    group: templateWords.sampleGroup,
    item: templateWords.sampleItem,
    item_number: "1",
  };
  const numbers = { chinese: chineseNumber(1), arabic: "1", none: template.numbering.item === "running" ? "1" : "" };
  return template.columns.map(({ key }) => ({
    key,
    span: 1,
    kind: kindOf(key, template),
    text:
      key === "number"
        ? numbers[template.numbering.group]
        : key === "channels"
          ? template.channel_options.map((option) => boxText(option, false, "")).join(" ")
          : (texts[key] ?? ""),
  }));
}

/** Shares of the room for words; columns that are not named here get the last. */
const SHARES: Record<string, number> = {
  item: 1,
  content: 1.4,
  basis: 1.5,
  time_limit: 1.1,
  disclosing_body: 0.9,
  channels: 1.7,
};
const OTHER_SHARE = 0.8;
const LEAST_WORDS = 48;
const NARROW: Record<string, number> = { number: 28, item_number: 26, group: 54 };

/** The columns' widths in pixels; they add up to the room, or to more where it is too small. */
export function pictureWidths(columns: Column[], room: number): number[] {
  const fixed = columns.map(({ key }) => (isMark(key) ? 28 : NARROW[key]));
  const share = (key: ColumnKey): number => SHARES[key] ?? OTHER_SHARE;
  const rest = room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const shares = columns.reduce((sum, { key }, index) => sum + (fixed[index] === undefined ? share(key) : 0), 0);
  return columns.map(
    ({ key }, index) => fixed[index] ?? Math.max(LEAST_WORDS, Math.floor((rest * share(key)) / Math.max(shares, 1))),
  );
}
