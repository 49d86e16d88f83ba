/** The catalogue as the screen holds it, and how a change from the program alters it. */
import type { CatalogueView, Change, GroupChange, GroupView, Id, Item } from "@/platform";

/**
 * The view after a change, or `null` when the change speaks of groups or items that the view does not have and
 * it must be loaded anew. Groups that did not change stay the same objects, so that the table redraws only others.
 */
export function applyChange(view: CatalogueView, change: Change): CatalogueView | null {
  const items = knownItems(view, change);
  const known = new Map(view.groups.map((group) => [group.id, group]));
  for (const changed of change.groups) {
    const group = applyToGroup(known.get(changed.id), changed, items);
    if (!group) return null;
    known.set(group.id, group);
  }
  const groups: GroupView[] = [];
  const places = change.places ?? view.places;
  for (const place of places) {
    const group = known.get(place.id);
    if (!group) return null;
    groups.push(group);
  }
  return { ...view, ...change.shape, heading: change.heading, places, groups, state: change.state };
}

/** All items by identity, where an order is to be built from them; those that changed as they are now. */
function knownItems(view: CatalogueView, change: Change): Map<Id, Item> {
  const isOrdered = change.groups.some((group) => group.order !== null);
  const known = isOrdered ? view.groups.flatMap((group) => group.items) : [];
  return new Map([...known, ...change.groups.flatMap((group) => group.items)].map((item) => [item.id, item]));
}

function applyToGroup(before: GroupView | undefined, change: GroupChange, known: Map<Id, Item>): GroupView | null {
  const items = change.order
    ? change.order.map((id) => known.get(id))
    : before?.items.map((item) => known.get(item.id) ?? item);
  const spans = change.spans ?? before?.spans;
  if (!items || !spans || items.includes(undefined)) return null;
  return { id: change.id, name: change.name, items: items as Item[], spans };
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
    group.items.forEach((item, index) =>
      places.set(item.id, { item, group, groupIndex, index, number: first + index }),
    );
  });
  return places;
}
