/** The open catalogue: what is shown, what is selected, what is being saved. All three panes look at it. */
import { defineStore } from "pinia";
import { computed, ref, shallowReactive, shallowRef } from "vue";

import * as platform from "@/platform";
import {
  AppFailure,
  type CatalogueView,
  type CellEdit,
  type Change,
  type ColumnKey,
  type EditRequest,
  type HeadingField,
  type Id,
  type Item,
  type Value,
} from "@/platform";
import { ITEM, GROUP } from "@/shared/columns";
import { useToast } from "@/shared/composables/toast";
import { failureSentence } from "@/shared/words/errors";
import { stepWords } from "@/shared/words/steps";

import { cellKey, cellValue, columnIndex, partOf, type CellPlace } from "./cells";
import { blockAt, rowOfItem, rowsOf, type Row } from "./rows";
import { Saver, type SaveState } from "./saver";
import { applyChange, itemPlaces } from "./view";

/** What the form shows and where the cursor of the table stands. */
export type Selection =
  { kind: "heading" } | { kind: "group"; group: Id; column: ColumnKey } | ({ kind: "item" } & CellPlace);

/** Which cells an entry is for: its own, also those of other items that share it, or the whole merged block. */
export type Scope = "own" | "shared" | "block";

type CellId = Omit<CellEdit, "value">;

export const useCatalogue = defineStore("catalogue", () => {
  const toast = useToast();
  const view = shallowRef<CatalogueView | null>(null);
  const selection = shallowRef<Selection>({ kind: "heading" });
  /** Typed and not yet saved, by field. */
  const waiting = shallowReactive(new Map<string, EditRequest>());
  const saveState = ref<SaveState>("saved");
  const problem = ref("");
  /** The field that is being typed into, and the cells that this changes. */
  let typing: { key: string; cells: CellId[]; before: EditRequest } | null = null;

  const saver = new Saver(waiting, {
    send: (wanted, goesOn) => send(wanted, goesOn),
    report: (state, cause) => {
      saveState.value = state;
      if (state === "saved") problem.value = "";
      if (state === "failed") problem.value = failureSentence(cause);
    },
    // What was typed was typed over something else.
    mustAsk: (cause) => cause instanceof AppFailure && cause.error.code === "changed_elsewhere",
  });

  /** What is signed, or on its way, is only looked at. */
  const isReadOnly = computed(() => view.value !== null && view.value.stage !== "preparing");

  /** Tells whether it may be changed; says why not. */
  function mayChange(): boolean {
    if (isReadOnly.value && view.value) toast.show({ text: stepWords.cannotChange(view.value.stage) });
    return !isReadOnly.value;
  }

  const places = computed(() => (view.value ? itemPlaces(view.value) : new Map()) as ReturnType<typeof itemPlaces>);
  const columns = computed(() => view.value?.template.columns ?? []);
  const selectedItem = computed(() =>
    selection.value.kind === "item" ? places.value.get(selection.value.item) : undefined,
  );
  /** Items marked besides the selected one. */
  const marked = shallowRef<ReadonlySet<Id>>(new Set());
  /** The items that acts on many are for: the selected one and all that are marked, top down. */
  const selectedItems = computed(() => {
    const chosen = selection.value.kind === "item" ? selection.value.item : null;
    if (marked.value.size === 0) return selectedItem.value ? [selectedItem.value] : [];
    return [...places.value.values()].filter((place) => place.item.id === chosen || marked.value.has(place.item.id));
  });
  const selectedGroup = computed(() => {
    const chosen = selection.value;
    if (chosen.kind === "item") return selectedItem.value?.group;
    return chosen.kind === "group" ? view.value?.groups.find((group) => group.id === chosen.group) : undefined;
  });

  async function open(id: Id): Promise<void> {
    waiting.clear();
    saveState.value = "saved";
    problem.value = "";
    const again = view.value?.id === id;
    if (!again) view.value = null;
    const opened = await platform.openCatalogue(id);
    view.value = opened;
    if (again) return keepSelection(0, 0);
    const first = opened.groups.find((group) => group.items.length > 0)?.items[0];
    selection.value = first ? { kind: "item", item: first.id, part: 0, column: ITEM } : { kind: "heading" };
  }

  async function reload(): Promise<void> {
    if (view.value) show(await platform.openCatalogue(view.value.id));
  }

  /** Shows the catalogue as it is now; what is selected stays selected, or what now stands in its place. */
  function show(next: CatalogueView): void {
    const item = selectedItem.value;
    const group = view.value?.groups.findIndex((each) => each.id === selectedGroup.value?.id) ?? -1;
    view.value = next;
    keepSelection(item?.index ?? 0, group);
  }

  async function accept(change: Change): Promise<Change> {
    const next = view.value && applyChange(view.value, change);
    if (next) show(next);
    else await reload();
    return change;
  }

  const send = (request: EditRequest, goesOn = false): Promise<Change> =>
    alter((id) => platform.edit(id, request, goesOn));

  /** Has the program change the catalogue, and shows what came of it. */
  async function alter(step: (id: Id) => Promise<Change>): Promise<Change> {
    if (!view.value) throw new AppFailure({ code: "no_such_place" });
    try {
      return await accept(await step(view.value.id));
    } catch (cause) {
      if (cause instanceof AppFailure && cause.error.code === "changed_elsewhere") await reload();
      throw cause;
    }
  }

  /** What is selected may be gone after a change; then what now stands in its place is selected. */
  function keepSelection(index: number, groupIndex: number): void {
    const chosen = selection.value;
    const groups = view.value?.groups ?? [];
    if (chosen.kind === "heading" || (chosen.kind === "item" && places.value.has(chosen.item))) return;
    if (chosen.kind === "group" && groups.some((group) => group.id === chosen.group)) return;
    const group = groups[Math.max(0, Math.min(groupIndex, groups.length - 1))];
    const item = chosen.kind === "item" ? group?.items[Math.min(index, group.items.length - 1)] : undefined;
    if (item && chosen.kind === "item") selection.value = { ...chosen, item: item.id, part: 0 };
    else selection.value = group ? { kind: "group", group: group.id, column: GROUP } : { kind: "heading" };
  }

  /** Runs an act after everything typed is saved. What fails is shown and stays until solved. */
  async function act<T>(task: () => Promise<T>): Promise<T | undefined> {
    try {
      return await saver.run(task);
    } catch (cause) {
      problem.value = failureSentence(cause);
      return undefined;
    }
  }

  const request = async (wanted: EditRequest): Promise<Change | undefined> =>
    mayChange() ? act(() => send(wanted)) : undefined;

  async function stepBack(step: (id: Id) => Promise<Change>): Promise<void> {
    const before = selection.value;
    const change = await act(() => alter(step));
    // Where what was selected is gone, what stands in its place is selected already.
    if (change && selection.value === before) follow(change);
  }

  async function undo(): Promise<void> {
    if (mayChange() && (await saver.flush()) && view.value?.state.undo) await stepBack(platform.undo);
  }

  async function redo(): Promise<void> {
    if (mayChange() && (await saver.flush()) && view.value?.state.redo) await stepBack(platform.redo);
  }

  /** Goes back so many steps of the history, or forward again where the number is positive. */
  async function goTo(steps: number): Promise<void> {
    const id = view.value?.id;
    if (id && steps !== 0 && mayChange() && (await saver.flush()))
      await act(async () => show(await platform.goTo(id, steps)));
  }

  /** Selects what a change was about. */
  function follow(change: Change): void {
    const focus = change.focus;
    if (focus?.kind === "item" && places.value.has(focus.item)) selectItem(focus.item, focus.column ?? undefined);
    else if (focus?.kind === "group" && focus.group !== selectedGroup.value?.id) selectGroup(focus.group);
  }

  function select(next: Selection): void {
    if (sameSelection(next, selection.value)) return;
    // What was typed belongs to the place that is left.
    void endTyping();
    marked.value = new Set();
    selection.value = next;
  }

  /** Marks items for acts on many; selecting another place ends it. */
  function mark(items: Iterable<Id>): void {
    marked.value = new Set(items);
  }

  function selectItem(item: Id, column?: ColumnKey, part = 0): void {
    const now = selection.value;
    const same = now.kind === "item" ? now.column : ITEM;
    select({ kind: "item", item, part, column: column ?? same });
  }

  function selectGroup(group: Id, column: ColumnKey = GROUP): void {
    if (view.value?.groups.some((each) => each.id === group)) select({ kind: "group", group, column });
  }

  /** The cells that hold the same as this one and are one block in the table; this one comes first. */
  function sharedWith(item: Item, part: number, column: ColumnKey): Row[] {
    const place = places.value.get(item.id);
    const index = columnIndex(columns.value, column);
    if (!place || index < 0 || !view.value?.template.merge_equal.includes(column)) return [];
    const rows = rowsOf(place.group);
    const block = blockAt(place.group, index, rowOfItem(rows, item.id, part));
    return rows.slice(block.top, block.top + block.span);
  }

  /** What a field shows: what is typed into it, else what is saved. */
  function valueOf(item: Item, part: number, column: ColumnKey): Value {
    const typed = waiting.get(cellKey({ item: item.id, part: partOf(item, part, column), column }));
    const cell = typed?.kind === "set_cells" ? typed.cells[0] : undefined;
    return cell?.value ?? cellValue(item, part, column);
  }

  /** The cells that an entry is for; that in which it is made comes first. */
  function reach(item: Item, part: number, column: ColumnKey, scope: Scope): CellId[] {
    const own: CellId = { item: item.id, part: partOf(item, part, column), column };
    const cells = new Map([[cellKey(own), own]]);
    for (const row of scope === "own" ? [] : sharedWith(item, part, column)) {
      const cell: CellId = { item: row.item.id, part: partOf(row.item, row.part, column), column };
      if ((scope === "block" || row.item !== item) && !cells.has(cellKey(cell))) cells.set(cellKey(cell), cell);
    }
    return [...cells.values()];
  }

  /** Takes what is typed into a cell's field; it is saved when the typing pauses. */
  function type(item: Item, part: number, column: ColumnKey, value: Value, scope: Scope): void {
    if (!mayChange()) return;
    const key = cellKey({ item: item.id, part: partOf(item, part, column), column });
    // What is saved in a pause may equal the cell below; that one is still no part of what is being typed.
    if (typing?.key !== key) {
      const cells = reach(item, part, column, scope);
      typing = { key, cells, before: setting(cells, valueOf(item, part, column)) };
    }
    saver.put(key, setting(typing.cells, value));
  }

  /** Ends the typing into a field, and saves. */
  function endTyping(): Promise<boolean> {
    typing = null;
    return saver.end();
  }

  /** Ends the typing into a field, which holds again what it held before. */
  function giveUpTyping(): Promise<boolean> {
    if (typing) saver.takeBack(typing.key, typing.before);
    return endTyping();
  }

  /** Sets a cell at once. */
  function set(item: Item, part: number, column: ColumnKey, value: Value, scope: Scope): Promise<boolean> {
    typing = null;
    type(item, part, column, value, scope);
    return endTyping();
  }

  function typeHeading(field: HeadingField, value: string): void {
    if (!mayChange()) return;
    saver.put(`heading|${field}`, { kind: "set_heading", field, value });
  }

  function headingValue(field: HeadingField): string {
    const typed = waiting.get(`heading|${field}`);
    return typed?.kind === "set_heading" ? typed.value : (view.value?.heading[field] ?? "");
  }

  function typeGroupName(group: Id, name: string): void {
    if (!mayChange()) return;
    const key = `group|${group}`;
    if (typing?.key !== key)
      typing = { key, cells: [], before: { kind: "rename_group", group, name: groupName(group) } };
    saver.put(key, { kind: "rename_group", group, name });
  }

  function groupName(group: Id): string {
    const typed = waiting.get(`group|${group}`);
    return typed?.kind === "rename_group"
      ? typed.name
      : (view.value?.groups.find((each) => each.id === group)?.name ?? "");
  }

  return {
    view,
    selection,
    waiting,
    saveState,
    problem,
    isReadOnly,
    mayChange,
    places,
    columns,
    selectedItem,
    selectedItems,
    selectedGroup,
    marked,
    mark,
    open,
    reload,
    request,
    undo,
    redo,
    goTo,
    follow,
    select,
    selectItem,
    selectGroup,
    sharedWith,
    valueOf,
    type,
    set,
    endTyping,
    giveUpTyping,
    typeHeading,
    headingValue,
    typeGroupName,
    groupName,
    flush: () => saver.flush(),
    /** Saves at the user's word what could not be saved. */
    saveAgain: () => saver.again(),
    discard: () => saver.discard(),
  };
});

const setting = (cells: CellId[], value: Value): EditRequest => ({
  kind: "set_cells",
  act: "set_cells",
  cells: cells.map((cell) => ({ ...cell, value })),
});

function sameSelection(a: Selection, b: Selection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
