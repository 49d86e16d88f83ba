/** What can be done with groups and items: add, duplicate, move, delete. */
import { watch } from "vue";

import { common } from "@/shared/words/common";
import { catalogueWords as words } from "@/shared/words/catalogue";
import { useToast } from "@/shared/composables/toast";
import type { Change, EditRequest, Id } from "@/platform";

import { useCatalogue } from "./store";

export function useActs() {
  const catalogue = useCatalogue();
  const toast = useToast();

  const groups = () => catalogue.view?.groups ?? [];

  const followed = (change: Change | undefined): boolean => {
    if (change) catalogue.follow(change);
    return change !== undefined;
  };

  /** Adds an item below the selected one, or at the end of the selected group. */
  async function addItem(): Promise<boolean> {
    const place = catalogue.selectedItem;
    const group = catalogue.selectedGroup ?? groups().at(-1);
    if (!group) return addGroup();
    const at = place ? place.index + 1 : group.items.length;
    const change = await catalogue.request({ kind: "add_item", group: group.id, at, name: words.newItem, cells: [] });
    const added = change && catalogue.view?.groups.find((each) => each.id === group.id)?.items[at];
    if (added) catalogue.selectItem(added.id, "item");
    return added !== undefined;
  }

  /** Adds a group below the selected one. */
  async function addGroup(): Promise<boolean> {
    const selected = groups().findIndex((group) => group.id === catalogue.selectedGroup?.id);
    const at = selected < 0 ? groups().length : selected + 1;
    const change = await catalogue.request({ kind: "add_group", at, name: words.newGroup });
    const added = change && groups()[at];
    if (added) catalogue.selectGroup(added.id);
    return added !== undefined;
  }

  async function duplicateItem(): Promise<boolean> {
    const place = catalogue.selectedItem;
    if (!place) return false;
    const before = place.group.items[place.index + 1]?.id ?? null;
    const request: EditRequest = { kind: "copy_items", items: [place.item.id], group: place.group.id, before };
    return followed(await catalogue.request(request));
  }

  /** Deletes the selected item or group; a message offers to take it back. */
  async function removeSelected(): Promise<void> {
    const place = catalogue.selectedItem;
    if (!place) return removeGroup();
    const change = await catalogue.request({ kind: "remove_items", items: [place.item.id] });
    if (change) offerUndo(words.removedItem(place.number, place.item.name || common.untitledItem));
  }

  async function removeGroup(): Promise<void> {
    const group = catalogue.selectedGroup;
    if (!group) return;
    const change = await catalogue.request({ kind: "remove_group", group: group.id });
    if (change) offerUndo(words.removedGroup(group.name || common.untitledGroup, group.items.length));
  }

  function offerUndo(text: string): void {
    const offer = { text, action: { name: common.undo, run: () => catalogue.undo() } };
    toast.show(offer);
    // After the next change 撤销 would take back that one.
    const stop = watch(
      () => catalogue.view,
      () => {
        stop();
        if (toast.current === offer) toast.clear();
      },
    );
  }

  /** Moves the selected item or group up (-1) or down (1). An item at the edge goes on into the next group. */
  async function move(step: -1 | 1): Promise<void> {
    const place = catalogue.selectedItem;
    if (!place) return moveGroup(step);
    const to = place.index + step;
    if (to >= 0 && to < place.group.items.length) {
      const before = place.group.items[step < 0 ? to : to + 1]?.id ?? null;
      await catalogue.request({ kind: "move_items", items: [place.item.id], group: place.group.id, before });
    } else {
      await moveToGroup(step, step < 0 ? "end" : "start");
    }
  }

  async function moveGroup(step: -1 | 1): Promise<void> {
    const group = catalogue.selectedGroup;
    const to = group ? groups().indexOf(group) + step : -1;
    if (group && to >= 0 && to < groups().length) await catalogue.request({ kind: "move_group", group: group.id, to });
  }

  /** Moves the selected item into the group before (-1) or after (1) its own. */
  async function moveToGroup(step: -1 | 1, where: "start" | "end" = "end"): Promise<void> {
    const place = catalogue.selectedItem;
    const group = place && groups()[place.groupIndex + step];
    if (!group) return;
    const before = (where === "start" ? group.items[0]?.id : undefined) ?? null;
    await catalogue.request({ kind: "move_items", items: [place.item.id], group: group.id, before });
  }

  async function renameGroup(group: Id, name: string): Promise<void> {
    if (name !== catalogue.groupName(group)) await catalogue.request({ kind: "rename_group", group, name });
  }

  return { addItem, addGroup, duplicateItem, removeSelected, move, moveToGroup, renameGroup };
}
