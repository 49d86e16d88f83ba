/** What stands in a cell of an item. Columns are known by their keys only. */
import type { Channel, ColumnKey, Item, Template, Value } from "@/platform";

const MARK = /^(audience|method|aspect|level):(.+)$/;

export const isMark = (key: ColumnKey): boolean => MARK.test(key);

/** Whether the column holds one merged cell for each group. */
export const isGroupColumn = (key: ColumnKey, template: Template): boolean =>
  key === "group" || (key === "number" && template.numbering.group !== "none");

/** Only 特定群体 takes words in the place of its √. */
export const takesWords = (key: ColumnKey): boolean => key === "audience:specific_groups";

/** What stands in a cell. */
export function cellValue(item: Item, part: number, key: ColumnKey): Value {
  const mark = MARK.exec(key);
  if (mark) return markValue(item, mark[1] ?? "", mark[2] ?? "");
  const row = item.parts[part];
  if (key === "channels") return { kind: "channels", channels: row?.channels ?? item.channels };
  return { kind: "text", text: textOf(item, row?.content, key) };
}

function textOf(item: Item, partContent: string | undefined, key: ColumnKey): string {
  switch (key) {
    case "item":
      return item.name;
    case "content":
      return partContent ?? item.content;
    case "basis":
    case "time_limit":
    case "disclosing_body":
    case "website_section":
    case "remarks":
      return item[key];
  }
  const [kind, name = ""] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  if (kind === "sub") return item.path[Number(name) - 1] ?? "";
  return item.custom[name] ?? "";
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
