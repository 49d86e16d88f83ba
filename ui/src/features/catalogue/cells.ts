/** What stands in a cell of an item, and how cells are told apart. */
import type { CellEdit, Channel, Column, ColumnKey, Id, Item, Template, Value } from "@/platform";

import { channelText } from "@/shared/cells";
import { isChannels, isMark, isNumber, isOfPart, takesWords } from "@/shared/columns";

export { cellValue, channelText, isGroupColumn } from "@/shared/cells";
export { isComputed, isMark, isOfPart, takesWords } from "@/shared/columns";

/** Whether words can be typed into the cells of a column. */
export function takesTyping(key: ColumnKey, template: Template): boolean {
  if (isMark(key)) return takesWords(key);
  return isChannels(key) ? template.channel_options.length === 0 : !isNumber(key);
}

/** The words of a cell as they are typed and changed. */
export function typedText(value: Value): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "channels":
      return channelLines(value.channels);
    case "mark":
      return value.note;
  }
}

/** What a cell holds after these words were typed into it. */
export function valueTyped(before: Value, text: string): Value {
  switch (before.kind) {
    case "text":
      return { kind: "text", text };
    case "channels":
      return { kind: "channels", channels: channelsFromLines(text, before.channels) };
    case "mark":
      return { kind: "mark", on: before.on || text !== "", note: text };
  }
}

/** Which part an edit of the cell names: none for items of one row and for what parts share. */
export const partOf = (item: Item, part: number, key: ColumnKey): number | null =>
  item.parts.length && isOfPart(key) ? part : null;

/** An empty value of the kind that the column holds. */
export function emptyValue(key: ColumnKey): Value {
  if (isMark(key)) return { kind: "mark", on: false, note: "" };
  return isChannels(key) ? { kind: "channels", channels: [] } : { kind: "text", text: "" };
}

export const textIn = (value: Value): string => (value.kind === "text" ? value.text : "");

export const channelsIn = (value: Value): Channel[] => (value.kind === "channels" ? value.channels : []);

/** A cell's value in words, for its name and tooltip. */
export function valueInWords(value: Value, ticked: string, notTicked: string): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "channels":
      return value.channels.map(channelText).join("、");
    case "mark":
      return value.note || (value.on ? ticked : notTicked);
  }
}

/** Ticks or unticks a box; what is ticked stays in the order of the options. */
export function toggleChannel(channels: Channel[], label: string, options: string[]): Channel[] {
  if (channels.some((channel) => channel.label === label)) return channels.filter((channel) => channel.label !== label);
  const place = (channel: Channel): number => {
    const at = options.indexOf(channel.label);
    return at < 0 ? options.length : at;
  };
  return [...channels, { label, note: "" }].sort((a, b) => place(a) - place(b));
}

/** One line for each channel, where a template has no boxes. */
export const channelLines = (channels: Channel[]): string => channels.map(channelText).join("\n");

/** Lines as channels; a line that is as it was keeps its channel, note included. */
export function channelsFromLines(lines: string, before: Channel[]): Channel[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => before.find((channel) => channelText(channel) === line) ?? { label: line, note: "" });
}

/** Identifies a cell among what waits to be saved. */
export const cellKey = (cell: Pick<CellEdit, "item" | "part" | "column">): string =>
  `${cell.item}|${cell.part ?? ""}|${cell.column}`;

/** A cell of the table. */
export interface CellPlace {
  item: Id;
  part: number;
  column: ColumnKey;
}

export const columnIndex = (columns: Column[], key: ColumnKey): number =>
  columns.findIndex((column) => column.key === key);
