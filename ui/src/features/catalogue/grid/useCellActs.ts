/** What is done to all selected cells at once: tick, clear, fill down, the same entry. Each is one step of 撤销. */
import { computed, type Ref } from "vue";

import type { Act, CellEdit, Value } from "@/platform";
import { isChannels } from "@/shared/columns";

import {
  channelsIn,
  emptyValue,
  isMark,
  partOf,
  takesTyping,
  toggleChannel,
  valueTyped,
  type CellPlace,
} from "../cells";
import { markCells } from "../form/marks";
import { useCatalogue } from "../store";
import type { Area } from "./selection";
import { blockOf, type Sheet, type Spot } from "./sheet";
import type { useSelection } from "./useSelection";

export function useCellActs(sheet: Ref<Sheet>, cursor: Ref<Spot | null>, selection: ReturnType<typeof useSelection>) {
  const catalogue = useCatalogue();
  const template = computed(() => catalogue.view?.template);
  let last: (() => unknown) | null = null;

  /** The cells that an act is for; the cell of the cursor stands for all items that share it. */
  const cells = (): CellPlace[] => selection.cellsIn(selection.all.value);

  const valueAt = (place: CellPlace): Value | null => {
    const item = catalogue.places.get(place.item)?.item;
    return item ? catalogue.valueOf(item, place.part, place.column) : null;
  };

  function edits(places: CellPlace[], value: (now: Value, place: CellPlace) => Value | null): CellEdit[] {
    return places.flatMap((place) => {
      const item = catalogue.places.get(place.item)?.item;
      const next = item && value(catalogue.valueOf(item, place.part, place.column), place);
      return next
        ? [{ item: place.item, part: partOf(item, place.part, place.column), column: place.column, value: next }]
        : [];
    });
  }

  async function send(act: Act, changed: CellEdit[]): Promise<void> {
    if (changed.length) await catalogue.request({ kind: "set_cells", act, cells: changed });
  }

  /** Does something now, and again when F4 asks for it. */
  function repeatable<T>(act: () => T): T {
    last = act;
    return act();
  }

  const repeat = (): void => void last?.();

  let turn: Promise<unknown> = Promise.resolve();

  /** What a key toggles is reckoned from what the keys before it have made, however quickly they follow. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  }

  /** The kind of column that the cursor stands in; the others of a selection are left alone. */
  const sameKind = (place: CellPlace): boolean => {
    const column = cursor.value && sheet.value.columns[cursor.value.column]?.column.key;
    return !!column && (isMark(column) ? isMark(place.column) : place.column === column);
  };

  /** Ticks the selected √, or unticks them where the one of the cursor is ticked. */
  function toggleMarks(): void {
    const at = cursorPlace();
    const marks = (): CellPlace[] => cells().filter((place) => isMark(place.column));
    const places = marks();
    void inTurn(async () => {
      const now = at && valueAt(at);
      if (now?.kind !== "mark") return;
      const on = !now.on;
      const set = (where: CellPlace[]): Promise<void> => {
        const changed = edits(where, (value) =>
          value.kind === "mark" ? { ...value, on, note: on ? value.note : "" } : null,
        );
        return send("set_cells", changed.flatMap(withOpposite));
      };
      last = () => set(marks());
      await set(places);
    });
  }

  /** Of the two 公开方式 one goes off when the other goes on. */
  function withOpposite(edit: CellEdit): CellEdit[] {
    const item = catalogue.places.get(edit.item)?.item;
    return item ? markCells(item, catalogue.columns, edit.column, edit.value) : [];
  }

  /** Ticks or unticks a box in the selected cells, as it is wanted in that of the cursor. Tells whether it is ticked now. */
  async function toggleBox(index: number): Promise<boolean> {
    const options = template.value?.channel_options ?? [];
    const label = options[index];
    const at = cursorPlace();
    const boxes = (): CellPlace[] => cells().filter((place) => isChannels(place.column));
    const places = boxes();
    return inTurn(async () => {
      const now = at && valueAt(at);
      if (!label || now?.kind !== "channels") return false;
      const has = (value: Value): boolean => channelsIn(value).some((channel) => channel.label === label);
      const on = !has(now);
      const set = (where: CellPlace[]): Promise<void> =>
        send(
          "set_cells",
          edits(where, (value) => {
            if (value.kind !== "channels" || has(value) === on) return null;
            return { kind: "channels", channels: toggleChannel(channelsIn(value), label, options) };
          }),
        );
      last = () => set(boxes());
      await set(places);
      return on;
    });
  }

  function clear(): void {
    repeatable(
      () =>
        void send(
          "clear",
          edits(cells(), (_, place) => emptyValue(place.column)),
        ),
    );
  }

  /** The same entry for all selected cells of the column, as typed into the one of the cursor. */
  function setAll(text: string): void {
    repeatable(
      () =>
        void send(
          "set_cells",
          edits(cells().filter(sameKind), (now, place) => textValue(now, place, text)),
        ),
    );
  }

  const textValue = (now: Value, place: CellPlace, text: string): Value | null =>
    template.value && takesTyping(place.column, template.value) ? valueTyped(now, text) : null;

  /** Fills the selected cells from the first row of each area; one row from the cell above it. */
  function fillDown(): void {
    repeatable(() => void send("fill_down", selection.all.value.flatMap(filled)));
  }

  function filled(area: Area): CellEdit[] {
    const found: CellEdit[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const first = blockOf(sheet.value, { line: area.top, column });
      const isOneRow = first.top + first.span > area.bottom;
      const from = isOneRow ? first.top - 1 : first.top;
      const source = selection.cellsIn([{ ...area, top: from, bottom: from, left: column, right: column }])[0];
      const value = source && valueAt(source);
      if (!value || from < 0) continue;
      const top = isOneRow ? area.top : first.top + first.span;
      found.push(...edits(selection.cellsIn([{ ...area, top, left: column, right: column }]), () => value));
    }
    return found;
  }

  /** Fills the selected area with the rows of its upper part, again and again. */
  function fillFrom(source: Area): void {
    const area = selection.all.value.at(-1);
    if (!area || area.bottom <= source.bottom) return;
    const height = source.bottom - source.top + 1;
    const below = Array.from({ length: area.bottom - source.bottom }, (_, at) => source.bottom + 1 + at);
    const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
    const cellAt = (line: number, column: number): CellPlace | undefined =>
      selection.cellsIn([{ top: line, bottom: line, left: column, right: column }])[0];
    const changed = below.flatMap((line) =>
      columns.flatMap((column) => {
        const from = cellAt(source.top + ((line - source.top) % height), column);
        const to = cellAt(line, column);
        const value = from && valueAt(from);
        return to && value ? edits([to], () => value) : [];
      }),
    );
    void send("fill_down", changed);
  }

  function cursorPlace(): CellPlace | null {
    const now = catalogue.selection;
    return now.kind === "item" ? { item: now.item, part: now.part, column: now.column } : null;
  }

  /** Remembers an entry typed into one cell for F4. */
  function remember(text: string): void {
    last = () =>
      void send(
        "set_cells",
        edits(cells(), (now, place) => textValue(now, place, text)),
      );
  }

  return { toggleMarks, toggleBox, clear, setAll, fillDown, fillFrom, repeat, remember, repeatable, send, valueAt };
}
