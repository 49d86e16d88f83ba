/** What a pasted block of texts would set in the table, and what of it does not fit. */
import type { CellEdit, Channel, Column, ColumnKey, EditRequest, Item, NewCell, Template, Value } from "@/platform";
import { isChannels, isName, ITEM } from "@/shared/columns";
import { tickWords } from "@/shared/words/grid";

import { cellKey, channelsFromLines, isComputed, isMark, partOf, takesWords } from "../cells";
import type { TextBlock } from "./clipboard";
import type { Area } from "./selection";
import type { Sheet } from "./sheet";

/** A text and the cell that it was meant for. */
export interface PastedCell {
  item: Item;
  part: number;
  column: Column;
  text: string;
  /** `null` where the text cannot stand in the column. */
  value: Value | null;
}

export interface PastePlan {
  /** Rows and columns of what is pasted. */
  height: number;
  width: number;
  /** The cells of the table that it reaches, row by row. */
  rows: PastedCell[][];
  /** The rows below the last line of the table. */
  rest: { column: Column; text: string; value: Value | null }[][];
  /** How many columns reach over the right edge. */
  beyond: number;
}

/** What a text means in a column; `null` where it means nothing there. */
export function valueOfText(text: string, column: ColumnKey, template: Template): Value | null {
  const words = text.trim();
  if (isMark(column)) {
    if (tickWords.ticked.test(words)) return { kind: "mark", on: true, note: "" };
    if (tickWords.notTicked.test(words)) return { kind: "mark", on: false, note: "" };
    return takesWords(column) ? { kind: "mark", on: true, note: words } : null;
  }
  if (isChannels(column)) return channelsOfText(words, template);
  return { kind: "text", text: isName(column) ? words.replace(/\s*\n\s*/g, "") : words };
}

function channelsOfText(text: string, template: Template): Value | null {
  const options = template.channel_options;
  if (options.length === 0) return { kind: "channels", channels: channelsFromLines(text, []) };
  const boxes = tickWords.anyBox.test(text) ? [...text.matchAll(tickWords.box)] : [];
  const labels = boxes.length
    ? boxes.flatMap(([, box = "", label = ""]) => (tickWords.emptyBox.test(box) ? [] : [label]))
    : text.split(/[、；;，,\n]/);
  const found = labels
    .map((label) => label.trim().replace(/[、；;，,。_＿\s]+$/, ""))
    .filter(Boolean)
    .map((label) => channelOf(label, template));
  const channels = found.filter((channel) => channel !== null);
  if (channels.length < found.length) return null;
  const distinct = new Map(channels.map((channel) => [channel.label, channel]));
  return { kind: "channels", channels: options.flatMap((option) => distinct.get(option) ?? []) };
}

const plain = (label: string): string => tickWords.sameWord(label.replace(/[\s（）()/／]/g, ""));

/** The box of a label, with what stands behind it as its note. */
function channelOf(text: string, template: Template): Channel | null {
  const whole = template.channel_options.find((option) => plain(option) === plain(text));
  if (whole) return { label: whole, note: "" };
  const [, label = "", note = ""] = /^(.+?)\s*[：:（(]\s*(.*?)[）)]?$/.exec(text) ?? [];
  const noted = template.channel_options_with_note.find((option) => plain(option) === plain(label));
  return noted ? { label: noted, note } : null;
}

/** Lays a block onto the table from the first cell of an area on. One value, or a block that fits several times, fills the area. */
export function planPaste(block: TextBlock, area: Area, sheet: Sheet, template: Template): PastePlan {
  const size = { height: block.length, width: block[0]?.length ?? 0 };
  const high = area.bottom - area.top + 1;
  const wide = area.right - area.left + 1;
  const isTiled = high % size.height === 0 && wide % size.width === 0;
  const [height, width] = isTiled ? [high, wide] : [size.height, size.width];
  const columns = sheet.columns.slice(area.left, area.left + width).map((shown) => shown.column);
  const lines = sheet.lines.slice(area.top).filter((line) => line.row !== null);
  const textAt = (row: number, column: number): string => block[row % size.height]?.[column % size.width] ?? "";

  const seen = new Set<string>();
  const rows: PastePlan["rows"] = [];
  const rest: PastePlan["rest"] = [];
  for (let at = 0; at < height; at += 1) {
    const row = lines[at]?.row;
    const texts = columns.flatMap((column, position) => {
      if (isComputed(column.key)) return [];
      const text = textAt(at, position);
      return [{ column, text, value: valueOfText(text, column.key, template) }];
    });
    if (!row) {
      rest.push(texts);
      continue;
    }
    const isNew = ({ column }: { column: Column }): boolean => {
      const key = cellKey({ item: row.item.id, part: partOf(row.item, row.part, column.key), column: column.key });
      return !seen.has(key) && !!seen.add(key);
    };
    rows.push(texts.filter(isNew).map((each) => ({ ...each, item: row.item, part: row.part })));
  }
  return { height, width, rows, rest, beyond: Math.max(0, width - columns.length) };
}

/** The same, but only inside an area. */
export function within(plan: PastePlan, area: Area, sheet: Sheet): PastePlan {
  const columns = new Set(sheet.columns.slice(area.left, area.right + 1).map((shown) => shown.column));
  const rows = plan.rows
    .slice(0, area.bottom - area.top + 1)
    .map((row) => row.filter((cell) => columns.has(cell.column)));
  return { ...plan, rows, rest: [], beyond: 0 };
}

export const misfits = (plan: PastePlan): PastedCell[] => plan.rows.flat().filter((cell) => cell.value === null);

/** What the plan sets; what does not fit is left out. */
export const editsOf = (plan: PastePlan): CellEdit[] =>
  plan.rows
    .flat()
    .flatMap(({ item, part, column, value }) =>
      value ? [{ item: item.id, part: partOf(item, part, column.key), column: column.key, value }] : [],
    );

/** Puts the block in as one step; with `group` the rows below the table become new items at its end. */
export function pasteRequest(
  plan: PastePlan,
  group: { id: string; items: Item[] } | null,
  newName: string,
): EditRequest {
  const set: EditRequest = { kind: "set_cells", act: "paste", cells: editsOf(plan) };
  if (!group || plan.rest.length === 0) return set;
  const added = plan.rest.map((texts, index): EditRequest => {
    const name = texts.find((each) => each.column.key === ITEM)?.text || newName;
    const cells = texts.flatMap(({ column, value }): NewCell[] =>
      value && column.key !== ITEM ? [{ column: column.key, value }] : [],
    );
    return { kind: "add_item", group: group.id, at: group.items.length + index, name, cells };
  });
  return { kind: "several", act: "paste", requests: set.cells.length ? [set, ...added] : added };
}
