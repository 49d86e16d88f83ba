/** What several items have in common in a column, and the cells that make them all the same there. */
import type { CellEdit, Channel, Column, ColumnKey, Item, Value } from "@/platform";
import { CHANNELS } from "@/shared/columns";

import { cellValue, channelsIn, isOfPart, partOf, textIn, toggleChannel } from "../cells";
import { added, citationsOf, edited, joined, removed } from "../citations";
import { markCells } from "./marks";

export interface Place {
  item: Item;
  part: number;
}

/** The cells of a column: one of each item, or of each of its rows. */
export function placesIn(items: Item[], column: ColumnKey): Place[] {
  return items.flatMap((item) =>
    isOfPart(column) && item.parts.length ? item.parts.map((_, part) => ({ item, part })) : [{ item, part: 0 }],
  );
}

const valueIn = (place: Place, column: ColumnKey): Value => cellValue(place.item, place.part, column);

const cell = (place: Place, column: ColumnKey, value: Value): CellEdit => ({
  item: place.item.id,
  part: partOf(place.item, place.part, column),
  column,
  value,
});

/** The text that all have; `null` where they differ. */
export function commonText(items: Item[], column: ColumnKey): string | null {
  const texts = new Set(placesIn(items, column).map((place) => textIn(valueIn(place, column))));
  return texts.size > 1 ? null : ([...texts][0] ?? "");
}

export const textCells = (items: Item[], column: ColumnKey, text: string): CellEdit[] =>
  placesIn(items, column)
    .filter((place) => textIn(valueIn(place, column)) !== text)
    .map((place) => cell(place, column, { kind: "text", text }));

/** What is ticked in all, with the note that all have there, and the labels that are ticked in some only. */
export function commonChannels(items: Item[]): { channels: Channel[]; some: string[] } {
  const places = placesIn(items, CHANNELS);
  const byLabel = new Map<string, Channel[]>();
  for (const channel of places.flatMap((place) => channelsIn(valueIn(place, CHANNELS)))) {
    byLabel.set(channel.label, [...(byLabel.get(channel.label) ?? []), channel]);
  }
  const found = [...byLabel].map(([label, channels]) => ({ label, channels }));
  return {
    channels: found
      .filter((each) => each.channels.length === places.length)
      .map(({ label, channels }) => ({
        label,
        note: channels.every((one) => one.note === channels[0]?.note) ? (channels[0]?.note ?? "") : "",
      })),
    some: found.filter((each) => each.channels.length < places.length).map((each) => each.label),
  };
}

/** The cells in which what was changed of the common channels changes; all others stay ticked as they are. */
export function channelCells(items: Item[], before: Channel[], after: Channel[], options: string[]): CellEdit[] {
  const gone = before
    .filter((channel) => !after.some((each) => each.label === channel.label))
    .map((channel) => channel.label);
  const changed = after.filter(
    (channel) => !before.some((each) => each.label === channel.label && each.note === channel.note),
  );
  return placesIn(items, CHANNELS).flatMap((place) => {
    const own = channelsIn(valueIn(place, CHANNELS));
    let next = own.filter((channel) => !gone.includes(channel.label));
    for (const channel of changed) {
      const isNew = !before.some((each) => each.label === channel.label);
      if (!next.some((each) => each.label === channel.label)) next = toggleChannel(next, channel.label, options);
      // A box that some have ticked already keeps their notes when the others get it too.
      else if (isNew && channel.note === "") continue;
      next = next.map((each) => (each.label === channel.label ? channel : each));
    }
    return JSON.stringify(next) === JSON.stringify(own)
      ? []
      : [cell(place, CHANNELS, { kind: "channels", channels: next })];
  });
}

/** Whether a √ is set in all, in none or in some, and the words that all have in its place. */
export function commonMark(items: Item[], column: ColumnKey): { value: Value; isSome: boolean } {
  const marks = items.map((item) => cellValue(item, 0, column)).filter((value) => value.kind === "mark");
  const on = marks.filter((mark) => mark.on).length;
  const note = marks.every((mark) => mark.note === marks[0]?.note) ? (marks[0]?.note ?? "") : "";
  return { value: { kind: "mark", on: on === marks.length, note }, isSome: on > 0 && on < marks.length };
}

export const manyMarkCells = (items: Item[], columns: Column[], column: ColumnKey, value: Value): CellEdit[] =>
  items
    .flatMap((item) => markCells(item, columns, column, value).map((edit) => ({ edit, item })))
    .filter(({ edit, item }) => JSON.stringify(cellValue(item, 0, edit.column)) !== JSON.stringify(edit.value))
    .map(({ edit }) => edit);

/** The citations that all texts have, in the order of the first. */
export function commonCitations(texts: string[]): string[] {
  const lists = [...new Set(texts)].map((text) => citationsOf(text)?.texts ?? []);
  return (lists[0] ?? []).filter((citation) => lists.every((list) => list.includes(citation)));
}

/** A text in which the citations `before` have become `after`; its other citations stay. Free text stays as it is. */
export function withCitations(text: string, before: string[], after: string[], separator: string): string {
  const changed = before.flatMap((citation, index) => (after[index] === citation ? [] : [index]));
  const only = before.length === after.length && changed.length === 1 ? changed[0] : undefined;
  let citations = citationsOf(text);
  if (!citations) return text;
  const at = (citation: string | undefined): number =>
    citation === undefined ? -1 : (citations?.texts.indexOf(citation) ?? -1);
  if (only !== undefined && at(after[only]) < 0) return joined(edited(citations, at(before[only]), after[only] ?? ""));
  for (const citation of before)
    if (!after.includes(citation) && at(citation) >= 0) citations = removed(citations, at(citation));
  for (const citation of after)
    if (!before.includes(citation) && at(citation) < 0) citations = added(citations, citation, separator);
  return joined(citations);
}
