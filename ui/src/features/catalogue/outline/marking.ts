/** Which items are selected in the outline: one by one, a range, or in addition. */
import type { Id } from "@/platform";

import { useCatalogue } from "../store";
import { itemsBetween, type Line } from "./lines";

export function useMarking(lines: () => Line[]) {
  const catalogue = useCatalogue();
  /** Where a range begins. */
  let anchor: Id | null = null;

  function only(line: Line): void {
    if (line.kind === "item") catalogue.selectItem(line.item.id);
    else if (line.kind === "group") catalogue.selectGroup(line.group.id);
    else catalogue.select({ kind: "heading" });
    catalogue.mark([]);
    anchor = line.kind === "item" ? line.item.id : null;
  }

  /** Selects all items from where the range begins to this one. */
  function upTo(item: Id): void {
    const chosen = catalogue.selection;
    const from = anchor && catalogue.places.has(anchor) ? anchor : chosen.kind === "item" ? chosen.item : item;
    catalogue.selectItem(item);
    catalogue.mark(itemsBetween(lines(), from, item));
    anchor = from;
  }

  /** Adds an item to those that are selected, or takes it from them. */
  function toggle(item: Id): void {
    const before = catalogue.selectedItems.map((place) => place.item.id);
    const after = before.includes(item) ? before.filter((id) => id !== item) : [...before, item];
    const active = after.includes(item) ? item : after.at(-1);
    if (active === undefined) return;
    catalogue.selectItem(active);
    catalogue.mark(after);
    anchor = active;
  }

  function all(): void {
    const [first] = catalogue.places.keys();
    if (first === undefined) return;
    if (catalogue.selection.kind !== "item") catalogue.selectItem(first);
    catalogue.mark(catalogue.places.keys());
  }

  return { only, upTo, toggle, all };
}
