/** The lines of the outline, what lies between two of them, and what a pointer over them means. */
import type { CatalogueView, GroupView, Id, Item } from "@/platform";

import type { Destination } from "../moves";

export const LINE_PX = 26;

export type Line =
  | { kind: "heading" }
  | { kind: "group"; group: GroupView; index: number; number: string }
  | { kind: "item"; group: GroupView; item: Item; number: number };

export function outlineLines(view: CatalogueView | null, unfolded: ReadonlySet<Id>): Line[] {
  const lines: Line[] = [{ kind: "heading" }];
  view?.groups.forEach((group, index) => {
    const place = view.places[index];
    lines.push({ kind: "group", group, index, number: place?.number ?? "" });
    if (!unfolded.has(group.id)) return;
    group.items.forEach((item, at) => lines.push({ kind: "item", group, item, number: (place?.first_item ?? 1) + at }));
  });
  return lines;
}

export const lineId = (line: Line): string =>
  line.kind === "item" ? line.item.id : line.kind === "group" ? line.group.id : "heading";

/** The items from one to another as the outline shows them, both included. */
export function itemsBetween(lines: Line[], from: Id, to: Id): Id[] {
  const ids = lines.filter((line) => line.kind === "item").map(lineId);
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (b < 0) return [];
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Where the line of insertion is drawn, and what dropping there does. */
export type Drop = { kind: "items"; at: number; to: Destination } | { kind: "group"; at: number; to: number };

/** What dropping items does at a height, which is counted in lines. */
export function dropOfItems(lines: Line[], height: number): Drop | null {
  const row = Math.max(0, Math.min(Math.floor(height), lines.length - 1));
  const line = lines[row];
  if (!line) return null;
  const isLower = height - row >= 0.5;
  if (line.kind === "heading") return startOf(lines, row + 1);
  if (line.kind === "group") {
    const isFolded = lines[row + 1]?.kind !== "item";
    const above = isLower || isFolded ? undefined : groupBefore(lines, row);
    return above ? { kind: "items", at: row, to: { group: above.id, before: null } } : startOf(lines, row);
  }
  const items = line.group.items;
  const before = isLower ? items[items.indexOf(line.item) + 1]?.id : line.item.id;
  return { kind: "items", at: isLower ? row + 1 : row, to: { group: line.group.id, before: before ?? null } };
}

/** The start of a group that is unfolded, the end of one whose items are not seen. */
function startOf(lines: Line[], row: number): Drop | null {
  const [line, first] = [lines[row], lines[row + 1]];
  if (line?.kind !== "group") return null;
  return {
    kind: "items",
    at: row + 1,
    to: { group: line.group.id, before: first?.kind === "item" ? first.item.id : null },
  };
}

const groupBefore = (lines: Line[], row: number): GroupView | undefined => {
  const line = lines[row - 1];
  return line && line.kind !== "heading" ? line.group : undefined;
};

/** What dropping a group does at a height: it goes between two groups. `from` is its position now. */
export function dropOfGroup(lines: Line[], height: number, from: number): Drop | null {
  const tops = lines.flatMap((line, row) => (line.kind === "group" ? [row] : []));
  if (tops.length === 0) return null;
  const edges = [...tops, lines.length];
  // A group is passed when the pointer is over its lower half.
  const passed = tops.filter((top, index) => height >= (top + (edges[index + 1] ?? top)) / 2).length;
  return { kind: "group", at: edges[passed] ?? lines.length, to: passed > from ? passed - 1 : passed };
}
