/** What can be done with groups and items: add, duplicate, move, order, split, join, delete. */
import { watch } from "vue";

import { common } from "@/shared/words/common";
import { catalogueWords } from "@/shared/words/catalogue";
import { columnLabel } from "@/shared/words/edits";
import { structureWords as words } from "@/shared/words/structure";
import { useToast } from "@/shared/composables/toast";
import type { EditRequest, GroupView, Id } from "@/platform";
import { textOf } from "@/shared/cells";
import { CONTENT, ITEM } from "@/shared/columns";

import {
  asParts,
  behind,
  contentLines,
  joinedParts,
  lostByJoining,
  nextGroup,
  oneStep,
  ordered,
  type Destination,
  type Order,
} from "./moves";
import { useCatalogue } from "./store";

export function useActs() {
  const catalogue = useCatalogue();
  const toast = useToast();

  const groups = (): GroupView[] => catalogue.view?.groups ?? [];
  const selectedIds = (): Id[] => catalogue.selectedItems.map((place) => place.item.id);

  /** Does it, and selects what it was about. */
  async function done(request: EditRequest): Promise<boolean> {
    const change = await catalogue.request(request);
    if (change) catalogue.follow(change);
    return change !== undefined;
  }

  /** Adds an item below the selected ones, or at the end of the selected group. */
  async function addItem(): Promise<boolean> {
    const place = catalogue.selectedItems.at(-1);
    const group = place?.group ?? catalogue.selectedGroup ?? groups().at(-1);
    if (!group) return addGroup();
    const at = place ? place.index + 1 : group.items.length;
    const change = await catalogue.request({
      kind: "add_item",
      group: group.id,
      at,
      name: catalogueWords.newItem,
      cells: [],
    });
    const added = change && groups().find((each) => each.id === group.id)?.items[at];
    if (added) catalogue.selectItem(added.id, ITEM);
    return added !== undefined;
  }

  /** Adds a group below the selected one. */
  async function addGroup(): Promise<boolean> {
    const selected = groups().findIndex((group) => group.id === catalogue.selectedGroup?.id);
    const at = selected < 0 ? groups().length : selected + 1;
    const change = await catalogue.request({ kind: "add_group", at, name: catalogueWords.newGroup });
    const added = change && groups()[at];
    if (added) catalogue.selectGroup(added.id);
    return added !== undefined;
  }

  /** Puts copies of the selected items below them, or of the selected group behind it. */
  async function duplicate(): Promise<boolean> {
    const last = catalogue.selectedItems.at(-1);
    if (last) return copyTo(selectedIds(), behind(last));
    const group = catalogue.selectedGroup;
    return group ? duplicateGroup(group.id) : false;
  }

  const duplicateGroup = (group: Id): Promise<boolean> => done({ kind: "duplicate_group", group });
  const copyTo = (items: Id[], to: Destination): Promise<boolean> => done({ kind: "copy_items", items, ...to });

  /** Moves items, which stay what is selected. */
  async function moveTo(items: Id[], to: Destination): Promise<void> {
    await catalogue.request({ kind: "move_items", items, ...to });
  }

  const moveGroupTo = async (group: Id, to: number): Promise<void> => {
    if (to >= 0 && to < groups().length) await catalogue.request({ kind: "move_group", group, to });
  };

  /** Deletes the selected items or the selected group; a message offers to take it back. */
  async function removeSelected(): Promise<void> {
    const removed = catalogue.selectedItems;
    const [first] = removed;
    if (!first) return removeGroup();
    if (!(await catalogue.request({ kind: "remove_items", items: selectedIds() }))) return;
    catalogue.mark([]);
    offerUndo(
      removed.length === 1
        ? words.removedItem(first.number, first.item.name || common.untitledItem)
        : words.removedItems(removed.length),
    );
  }

  async function removeGroup(): Promise<void> {
    const group = catalogue.selection.kind === "group" ? catalogue.selectedGroup : undefined;
    if (!group) return;
    const change = await catalogue.request({ kind: "remove_group", group: group.id });
    if (change) offerUndo(words.removedGroup(group.name || common.untitledGroup, group.items.length));
  }

  /** Says what was done, and offers to take it back as long as that is the last change. */
  function offerUndo(text: string): void {
    const offer = { text, action: { name: common.undo, run: () => catalogue.undo() } };
    toast.show(offer);
    const stop = watch(
      () => catalogue.view,
      () => {
        stop();
        if (toast.current === offer) toast.clear();
      },
    );
  }

  /** Moves the selected items or the selected group up (-1) or down (1). */
  async function move(step: -1 | 1): Promise<void> {
    const to = oneStep(catalogue.selectedItems, groups(), step);
    if (to) return moveTo(selectedIds(), to);
    const group = catalogue.selection.kind === "group" ? catalogue.selectedGroup : undefined;
    if (group) await moveGroupTo(group.id, groups().indexOf(group) + step);
  }

  /** Moves the selected items into the group before (-1) or after (1) their own. */
  async function moveToGroup(step: -1 | 1): Promise<void> {
    const to = nextGroup(catalogue.selectedItems, groups(), step);
    if (to) await moveTo(selectedIds(), to);
  }

  /** Puts the items of the selected group, or of that of the selected item, into another order. */
  async function sort(order: Order): Promise<void> {
    const group = catalogue.selectedGroup;
    const items = group && ordered(group, order);
    if (group && items) await catalogue.request({ kind: "order_items", group: group.id, items });
  }

  /** Whether the selected items can become one: there are several, of one group. */
  function canJoin(): boolean {
    const [first, second] = catalogue.selectedItems;
    return second !== undefined && catalogue.selectedItems.every((place) => place.group === first?.group);
  }

  /** Joins the selected items; a message says what of them has gone, and offers to take it back. */
  async function joinItems(): Promise<void> {
    const joined = catalogue.selectedItems;
    const [first] = joined;
    if (!first || !canJoin()) return;
    const lost = lostByJoining(
      joined.map((place) => place.item),
      catalogue.columns,
    );
    if (!(await done({ kind: "join_items", items: selectedIds() }))) return;
    catalogue.mark([]);
    offerUndo(
      words.joinedItems(joined.length, first.number, first.item.name || common.untitledItem, lost.map(columnLabel)),
    );
  }

  /** Makes an item of one row one of two rows, or of one for each line of its content. */
  async function split(how: "two" | "lines"): Promise<void> {
    const item = catalogue.selectedItem?.item;
    if (!item || item.parts.length > 0) return;
    const parts =
      how === "lines"
        ? asParts(item, contentLines(item))
        : [...asParts(item, [textOf(item, CONTENT)]), { content: "", channels: [] }];
    await catalogue.request({ kind: "set_parts", item: item.id, parts, content: "", channels: [] });
  }

  /** Makes an item of several rows one of one row. */
  async function joinParts(): Promise<void> {
    const item = catalogue.selectedItem?.item;
    if (item && item.parts.length > 0)
      await catalogue.request({ kind: "set_parts", item: item.id, parts: [], ...joinedParts(item) });
  }

  async function renameGroup(group: Id, name: string): Promise<void> {
    if (name !== catalogue.groupName(group)) await catalogue.request({ kind: "rename_group", group, name });
  }

  return {
    addItem,
    addGroup,
    duplicate,
    duplicateGroup,
    copyTo,
    moveTo,
    moveGroupTo,
    removeSelected,
    move,
    moveToGroup,
    sort,
    canJoin,
    joinItems,
    split,
    joinParts,
    renameGroup,
    offerUndo,
  };
}
