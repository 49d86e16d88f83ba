/** What is selected in the table: the cell of the cursor, and with Shift and Ctrl whole areas of cells. */
import { computed, shallowRef, watch, type Ref } from "vue";

import type { ColumnKey } from "@/platform";
import { gridWords as words } from "@/shared/words/grid";

import { cellKey, isComputed, partOf, type CellPlace } from "../cells";
import { useCatalogue, type Selection } from "../store";
import { areaBetween, sameArea, type Area } from "./selection";
import { blockOf, lineKey, type Sheet, type Spot } from "./sheet";

/** A spot that stays the same when rows above it come or go. */
interface Anchor {
  line: string;
  column: ColumnKey;
}

/** Two corners; rows of their own are not grown over merged cells. */
interface Corners {
  from: Anchor;
  to: Anchor;
  isExact: boolean;
}

interface Areas {
  /** The cursor that they were selected from; another cursor ends them. */
  of: Selection;
  list: Corners[];
}

export function useSelection(sheet: Ref<Sheet>, cursor: Ref<Spot | null>) {
  const catalogue = useCatalogue();
  const chosen = shallowRef<Areas | null>(null);

  const lines = computed(() => new Map(sheet.value.lines.map((line, at) => [lineKey(line), at])));

  function anchorAt(spot: Spot): Anchor | null {
    const line = sheet.value.lines[spot.line];
    const column = sheet.value.columns[spot.column];
    return line && column ? { line: lineKey(line), column: column.column.key } : null;
  }

  function spotAt(anchor: Anchor): Spot | null {
    const line = lines.value.get(anchor.line);
    const column = sheet.value.columns.findIndex((each) => each.column.key === anchor.column);
    return line === undefined || column < 0 ? null : { line, column };
  }

  function areaOf(corners: Corners): Area[] {
    const [from, to] = [spotAt(corners.from), spotAt(corners.to)];
    if (!from || !to) return [];
    if (!corners.isExact) return [areaBetween(sheet.value, from, to)];
    return [
      {
        top: Math.min(from.line, to.line),
        bottom: Math.max(from.line, to.line),
        left: Math.min(from.column, to.column),
        right: Math.max(from.column, to.column),
      },
    ];
  }

  const cursorArea = computed<Area | null>(() => {
    if (!cursor.value) return null;
    const block = blockOf(sheet.value, cursor.value);
    const { column } = cursor.value;
    return { top: block.top, bottom: block.top + block.span - 1, left: column, right: column };
  });

  /** Areas of more than the cell of the cursor; none where that is all. */
  const areas = computed<Area[]>(() => {
    if (!chosen.value || chosen.value.of !== catalogue.selection) return [];
    const found = chosen.value.list.flatMap(areaOf);
    const only = found.length === 1 ? found[0] : undefined;
    return only && cursorArea.value && sameArea(only, cursorArea.value) ? [] : found;
  });

  /** The selected areas; the cell of the cursor where there are no others. */
  const all = computed<Area[]>(() => (areas.value.length ? areas.value : cursorArea.value ? [cursorArea.value] : []));

  /** What is selected besides one cell. */
  const inWords = computed(() => {
    const [only] = areas.value;
    if (areas.value.length > 1) return words.selectedAreas(areas.value.length);
    if (only) return words.selectedCells(only.bottom - only.top + 1, only.right - only.left + 1);
    const block = cursorArea.value;
    if (!block || block.top === block.bottom || catalogue.selection.kind !== "item") return "";
    const items = new Set(sheet.value.lines.slice(block.top, block.bottom + 1).map((line) => line.row?.item));
    return items.size > 1 ? words.selectedShared(items.size) : "";
  });

  /** The cursor whose areas are marked; marks that were made elsewhere are not touched. */
  let markedOf: Selection | null = null;

  watch(
    areas,
    (now) => {
      const items = new Set(
        now.flatMap((area) =>
          sheet.value.lines.slice(area.top, area.bottom + 1).flatMap((line) => line.row?.item.id ?? []),
        ),
      );
      if (items.size > 1) catalogue.mark(items);
      else if (markedOf === catalogue.selection) catalogue.mark([]);
      markedOf = items.size > 1 ? catalogue.selection : null;
    },
    { flush: "sync" },
  );

  /** Moves the far corner of the last area; the cursor stays. */
  function extendTo(spot: Spot): void {
    const from = cursor.value && anchorAt(cursor.value);
    const to = anchorAt(spot);
    if (!from || !to) return;
    const others = current().slice(0, -1);
    chosen.value = { of: catalogue.selection, list: [...others, { from, to, isExact: false }] };
  }

  /** The far corner of the last area, from where Shift and an arrow go on. */
  function farSpot(): Spot | null {
    const last = current().at(-1);
    return (last && spotAt(last.to)) ?? cursor.value;
  }

  const current = (): Corners[] => (chosen.value?.of === catalogue.selection ? chosen.value.list : []);

  /** Keeps what is selected and, after `move` has put the cursor elsewhere, begins another area there. */
  function addAt(spot: Spot, move: () => void): void {
    const own = cursor.value && anchorAt(cursor.value);
    const before = current().length ? current() : own ? [{ from: own, to: own, isExact: false }] : [];
    move();
    const at = anchorAt(spot);
    if (at) chosen.value = { of: catalogue.selection, list: [...before, { from: at, to: at, isExact: false }] };
  }

  /** Selects from one spot to another; `isExact` does not grow over merged cells. */
  function setArea(from: Spot, to: Spot, isExact: boolean): void {
    const [a, b] = [anchorAt(from), anchorAt(to)];
    if (a && b) chosen.value = { of: catalogue.selection, list: [{ from: a, to: b, isExact }] };
  }

  function drop(): void {
    chosen.value = null;
  }

  /** An area that stays on its cells when others come or go. */
  function pinned(area: Area): () => Area | null {
    const from = anchorAt({ line: area.top, column: area.left });
    const to = anchorAt({ line: area.bottom, column: area.right });
    return () => (from && to && areaOf({ from, to, isExact: true })[0]) || null;
  }

  /** The cells that can be filled in the areas, each once, with the item whose they are. */
  function cellsIn(wanted: Area[]): CellPlace[] {
    const seen = new Map<string, CellPlace>();
    for (const area of wanted) {
      for (const line of sheet.value.lines.slice(area.top, area.bottom + 1)) {
        for (const { column } of sheet.value.columns.slice(area.left, area.right + 1)) {
          if (!line.row || isComputed(column.key)) continue;
          const { item, part } = line.row;
          const key = cellKey({ item: item.id, part: partOf(item, part, column.key), column: column.key });
          if (!seen.has(key)) seen.set(key, { item: item.id, part, column: column.key });
        }
      }
    }
    return [...seen.values()];
  }

  return { areas, all, inWords, extendTo, farSpot, addAt, setArea, drop, pinned, cellsIn };
}
