/** The catalogue as the screen holds it, and how a change from the program alters it. */
import type { CatalogueView, Change, GroupView, Id, Item } from "@/platform";

/**
 * The view after a change, or `null` when the change speaks of groups that the view does not have and it
 * must be loaded anew. Groups that did not change stay the same objects, so that the table redraws only others.
 */
export function applyChange(view: CatalogueView, change: Change): CatalogueView | null {
  const known = new Map(view.groups.map((group) => [group.id, group]));
  for (const group of change.groups) known.set(group.id, group);
  const groups: GroupView[] = [];
  for (const place of change.places) {
    const group = known.get(place.id);
    if (!group) return null;
    groups.push(group);
  }
  return { ...view, heading: change.heading, places: change.places, groups, state: change.state };
}

/** Where an item stands. */
export interface ItemPlace {
  item: Item;
  group: GroupView;
  groupIndex: number;
  /** Position in its group from 0. */
  index: number;
  /** Number over the whole catalogue from 1. */
  number: number;
}

/** Every item's place, by its identity. */
export function itemPlaces(view: CatalogueView): Map<Id, ItemPlace> {
  const places = new Map<Id, ItemPlace>();
  view.groups.forEach((group, groupIndex) => {
    const first = view.places[groupIndex]?.first_item ?? 1;
    group.items.forEach((item, index) => places.set(item.id, { item, group, groupIndex, index, number: first + index }));
  });
  return places;
}
