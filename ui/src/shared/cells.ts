/** What stands in a cell of an item. */
import type { Channel, ColumnKey, Item, Template, Value } from "@/platform";

import { factsOf, familyOf, isName, isNumber, isOfPart, isTextField, labelOf, takesWords } from "./columns";

/** Whether the column holds one merged cell for each group. */
export const isGroupColumn = (key: ColumnKey, template: Template): boolean =>
  factsOf(key).owner === "group" && (!isNumber(key) || template.numbering.group !== "none");

/** What stands in a cell. */
export function cellValue(item: Item, part: number, key: ColumnKey): Value {
  const row = item.parts[part];
  switch (factsOf(key).kind) {
    case "mark":
      return markValue(item, familyOf(key), labelOf(key));
    case "channels":
      return { kind: "channels", channels: row?.channels ?? item.channels };
    default:
      return { kind: "text", text: row && isOfPart(key) ? row.content : textOf(item, key) };
  }
}

/** A text of the item, or a name of its row. */
export function textOf(item: Item, key: ColumnKey): string {
  if (isTextField(key)) return item[key] ?? "";
  if (!isName(key)) return item.custom[labelOf(key)] ?? "";
  return familyOf(key) ? (item.path[Number(labelOf(key)) - 1] ?? "") : item.name;
}

function markValue(item: Item, kind: string, word: string): Value {
  const sets: Record<string, readonly string[]> = {
    audience: item.audience,
    method: item.method,
    aspect: item.aspects,
    level: item.levels,
  };
  const note = takesWords(`${kind}:${word}`) ? item.audience_note : "";
  return { kind: "mark", on: sets[kind]?.includes(word) ?? false, note };
}

export const channelText = (channel: Channel): string =>
  channel.note ? `${channel.label}：${channel.note}` : channel.label;
