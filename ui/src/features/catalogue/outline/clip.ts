/** Groups and items that were cut or copied in the outline, to be put in somewhere else. */
import { defineStore } from "pinia";
import { computed, shallowRef } from "vue";

import type { Id } from "@/platform";
import { useToast } from "@/shared/composables/toast";
import { common } from "@/shared/words/common";
import { structureWords as words } from "@/shared/words/structure";

import { useActs } from "../acts";
import { behind, type Destination } from "../moves";
import { useCatalogue } from "../store";

interface Clip {
  how: "cut" | "copy";
  what: "items" | "group";
  ids: Id[];
}

export const useOutlineClip = defineStore("outline-clip", () => {
  const catalogue = useCatalogue();
  const acts = useActs();
  const toast = useToast();
  const clip = shallowRef<Clip | null>(null);

  /** What is cut is shown pale until it is put in. */
  const cut = computed<ReadonlySet<Id>>(() => new Set(clip.value?.how === "cut" ? clip.value.ids : []));

  function take(how: Clip["how"]): void {
    const items = catalogue.selectedItems.map((place) => place.item.id);
    const group = catalogue.selection.kind === "group" ? catalogue.selectedGroup : undefined;
    if (items.length > 0) {
      clip.value = { how, what: "items", ids: items };
      toast.show({ text: how === "cut" ? words.cutItems(items.length) : words.copiedItems(items.length) });
    } else if (group) {
      const name = group.name || common.untitledGroup;
      clip.value = { how, what: "group", ids: [group.id] };
      toast.show({ text: how === "cut" ? words.cutGroup(name) : words.copiedGroup(name) });
    }
  }

  /** Below the selected items, or at the end of the selected group. */
  function destination(): Destination | null {
    const place = catalogue.selectedItems.at(-1);
    if (place) return behind(place);
    return catalogue.selectedGroup ? { group: catalogue.selectedGroup.id, before: null } : null;
  }

  async function put(): Promise<void> {
    const taken = clip.value;
    if (!taken) return;
    if (taken.how === "cut") clip.value = null;
    await (taken.what === "items" ? putItems(taken) : putGroup(taken));
  }

  async function putItems(taken: Clip): Promise<void> {
    const to = destination();
    const items = taken.ids.filter((id) => catalogue.places.has(id));
    if (!to || items.length === 0) return;
    await (taken.how === "cut" ? acts.moveTo(items, to) : acts.copyTo(items, to));
  }

  /** A group that was cut goes behind the selected one; a copy of it behind itself. */
  async function putGroup(taken: Clip): Promise<void> {
    const groups = catalogue.view?.groups ?? [];
    const [from, at] = [taken.ids[0], catalogue.selectedGroup?.id].map((id) =>
      groups.findIndex((group) => group.id === id),
    );
    const group = groups[from ?? -1];
    if (!group || from === undefined || at === undefined || at < 0) return;
    if (taken.how === "copy") await acts.duplicateGroup(group.id);
    else await acts.moveGroupTo(group.id, at < from ? at + 1 : at);
  }

  function drop(): boolean {
    const had = clip.value !== null;
    clip.value = null;
    return had;
  }

  return { cut, take, put, drop };
});
