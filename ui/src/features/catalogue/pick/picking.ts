/** Which items of another catalogue are picked. Plain values; the dialog shows them. */
import type { Id, PickGroup } from "@/platform";

/** Whether a group's box is ticked, partly ticked or not. */
export type TriState = "all" | "some" | "none";

/** The groups with the items that have the words in their name, their content or their group's name. */
export function filtered(groups: PickGroup[], words: string): PickGroup[] {
  const wanted = words.trim();
  if (wanted === "") return groups;
  return groups
    .map((group) => ({
      ...group,
      items: group.name.includes(wanted)
        ? group.items
        : group.items.filter((item) => `${item.name}\n${item.content}`.includes(wanted)),
    }))
    .filter((group) => group.items.length > 0);
}

export function stateOf(group: PickGroup, picked: ReadonlySet<Id>): TriState {
  const count = group.items.filter((item) => picked.has(item.id)).length;
  if (count === 0) return "none";
  return count === group.items.length ? "all" : "some";
}

/**
 * Ticks items, or unticks them where all that would be ticked are. Those that are there already by name are left
 * out, unless there are no others.
 */
export function toggleAll(items: PickGroup["items"], picked: ReadonlySet<Id>, there: ReadonlySet<string>): Set<Id> {
  const fresh = items.filter((item) => !there.has(item.name));
  const meant = fresh.length > 0 ? fresh : items;
  const next = new Set(picked);
  if (meant.every((item) => picked.has(item.id))) for (const item of items) next.delete(item.id);
  else for (const item of meant) next.add(item.id);
  return next;
}

export function toggleOne(id: Id, picked: ReadonlySet<Id>): Set<Id> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The picked items as they stand there, top down. */
export const inOrder = (groups: PickGroup[], picked: ReadonlySet<Id>): Id[] =>
  groups.flatMap((group) => group.items.map((item) => item.id).filter((id) => picked.has(id)));
