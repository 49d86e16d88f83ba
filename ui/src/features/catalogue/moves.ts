/** Where items go when they are moved or put into an order. Nothing here changes anything. */
import type { Channel, Column, GroupView, Id, Item, Part } from "@/platform";

import { textOf } from "@/shared/cells";
import { CONTENT, TIME_LIMIT } from "@/shared/columns";

import { cellValue, isComputed, isOfPart } from "./cells";
import type { ItemPlace } from "./view";

/** Before which item of which group; `null` is the group's end. */
export interface Destination {
  group: Id;
  before: Id | null;
}

/** Where items go that are moved up (-1) or down (1) by one. At the edge of their group they go on into the next. */
export function oneStep(moved: ItemPlace[], groups: GroupView[], step: -1 | 1): Destination | null {
  const edge = step < 0 ? moved[0] : moved.at(-1);
  if (!edge) return null;
  const beyond = edge.index + step;
  if (beyond >= 0 && beyond < edge.group.items.length) {
    return { group: edge.group.id, before: edge.group.items[step < 0 ? beyond : beyond + 1]?.id ?? null };
  }
  return nextGroup(moved, groups, step, step < 0 ? "end" : "start");
}

/** The group before (-1) or after (1) that of the items. */
export function nextGroup(
  moved: ItemPlace[],
  groups: GroupView[],
  step: -1 | 1,
  where: "start" | "end" = "end",
): Destination | null {
  const edge = step < 0 ? moved[0] : moved.at(-1);
  const group = edge && groups[edge.groupIndex + step];
  if (!group) return null;
  return { group: group.id, before: where === "start" ? (group.items[0]?.id ?? null) : null };
}

/** Right behind an item. */
export const behind = (place: ItemPlace): Destination => ({
  group: place.group.id,
  before: place.group.items[place.index + 1]?.id ?? null,
});

export type Order = "name" | "limit" | "reversed";

/** By pinyin, with the numbers in a text by their size. */
const collator = new Intl.Collator("zh", { numeric: true });

/** The items of a group in another order; `null` where it is theirs already. Empty texts go to the end. */
export function ordered(group: GroupView, order: Order): Id[] | null {
  const before = group.items.map((item) => item.id);
  const after =
    order === "reversed"
      ? [...before].reverse()
      : sortedBy(group.items, (item) => (order === "name" ? item.name : textOf(item, TIME_LIMIT)));
  return after.every((id, at) => id === before[at]) ? null : after;
}

function sortedBy(items: Item[], textOf: (item: Item) => string): Id[] {
  const emptyLast = (item: Item): number => (textOf(item) === "" ? 1 : 0);
  return [...items]
    .sort((a, b) => emptyLast(a) - emptyLast(b) || collator.compare(textOf(a), textOf(b)))
    .map((item) => item.id);
}

/** The lines of an item's content that hold something. */
export const contentLines = (item: Item): string[] =>
  textOf(item, CONTENT)
    .split("\n")
    .filter((line) => line.trim() !== "");

/** An item of one row as one of several: a row for each of the texts, all with the channels that it had. */
export const asParts = (item: Item, contents: string[]): Part[] =>
  contents.map((content) => ({ content, channels: item.channels.map((channel) => ({ ...channel })) }));

/** The rows of an item as one: their contents line by line, and every channel once. */
export function joinedParts(item: Item): { content: string; channels: Channel[] } {
  const channels: Channel[] = [];
  for (const channel of item.parts.flatMap((part) => part.channels)) {
    const known = channels.findIndex((each) => each.label === channel.label);
    const same = channels[known];
    if (!same) channels.push(channel);
    else if (same.note === "") channels[known] = channel;
    else if (
      channel.note !== "" &&
      !channels.some((each) => each.label === channel.label && each.note === channel.note)
    )
      channels.push(channel);
  }
  const content = item.parts
    .map((part) => part.content)
    .filter((text) => text !== "")
    .join("\n");
  return { content, channels };
}

/** The columns in which something goes when items become one: rows keep what is theirs, of all else the first item's stays. */
export function lostByJoining([first, ...others]: Item[], columns: Column[]): Column[] {
  const textOf = (item: Item, { key }: Column): string => JSON.stringify(cellValue(item, 0, key));
  const holds = (item: Item, { key }: Column): boolean => {
    const value = cellValue(item, 0, key);
    return value.kind === "text" ? value.text !== "" : value.kind === "mark" && value.on;
  };
  const goes = (column: Column): boolean =>
    first !== undefined && others.some((item) => holds(item, column) && textOf(item, column) !== textOf(first, column));
  return columns.filter((column) => !isComputed(column.key) && !isOfPart(column.key) && goes(column));
}
