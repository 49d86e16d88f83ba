/** The table of the open catalogue, where the cursor stands in it, and where its rows and columns are on the screen. */
import { computed, shallowRef, type Ref } from "vue";

import type { ColumnKey } from "@/platform";
import { textOf } from "@/shared/cells";
import { GROUP, isTextField } from "@/shared/columns";
import { offsetsOf } from "@/shared/offsets";

import type { Row } from "../rows";
import { isGroupColumn } from "../cells";
import { useCatalogue } from "../store";
import { rowHeight } from "./cell";
import { useColumnLayout } from "./layout";
import { blockOf, lineKey, lineOfItem, linesOf, shownHeader, type Sheet, type ShownColumn, type Spot } from "./sheet";
import { columnWidths } from "./widths";

export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function useSheet(room: Ref<number>, lines: Ref<number>, lineHeight: Ref<number>) {
  const catalogue = useCatalogue();
  const layout = useColumnLayout();
  const groups = computed(() => catalogue.view?.groups ?? []);
  const empty = computed(() => {
    const items = groups.value.flatMap((group) => group.items);
    const isEmpty = (key: ColumnKey): boolean => isTextField(key) && items.every((item) => textOf(item, key) === "");
    return new Set((catalogue.view?.template.columns ?? []).map((column) => column.key).filter(isEmpty));
  });

  const columns = computed<ShownColumn[]>(() => {
    const template = catalogue.view?.template;
    if (!template) return [];
    const { widths: own, hidden, frozen } = layout.layout;
    const shown = template.columns.flatMap((column, index) => (hidden.includes(column.key) ? [] : [{ column, index }]));
    const widths = columnWidths(
      shown.map(({ column }) => column),
      { template, room: room.value, empty: empty.value, items: catalogue.places.size, own },
    );
    const isWide = widths.reduce((sum, width) => sum + width, 0) > room.value;
    const lastFrozen = isWide ? shown.findIndex(({ column }) => column.key === frozen) : -1;
    let left = 0;
    return shown.map(({ column, index }, position) => {
      const width = widths[position] ?? 0;
      left += width;
      return {
        column,
        index,
        width,
        isOfGroup: isGroupColumn(column.key, template),
        frozenAt: position <= lastFrozen ? left - width : null,
      };
    });
  });
  const header = computed(() => shownHeader(catalogue.view?.header ?? [], columns.value));
  const headerRows = computed(() => Math.max(1, ...header.value.map((cell) => cell.row + cell.row_span)));
  const sheet = computed<Sheet>(() => ({ ...linesOf(groups.value), columns: columns.value }));

  /** Where columns begin, and where the last one ends. */
  const lefts = computed(() => {
    const starts = [0];
    for (const column of columns.value) starts.push((starts.at(-1) ?? 0) + column.width);
    return starts;
  });
  const widthKey = computed(() => columns.value.map((column) => column.width).join());
  /** How much of the width stays while the rest scrolls sideways. */
  const frozenWidth = computed(() =>
    Math.max(0, ...columns.value.map((column) => (column.frozenAt === null ? 0 : column.frozenAt + column.width))),
  );
  const width = computed(() => lefts.value.at(-1) ?? 0);

  /** Heights that only drawing tells, where rows are as tall as their text; by the key of their line. */
  const measured = shallowRef(new Map<string, number>());
  const offsets = computed(() => {
    const usual = rowHeight(lines.value, lineHeight.value);
    const known = lines.value === 0 ? measured.value : null;
    const all = sheet.value.lines;
    return offsetsOf((at) => {
      const line = all[at];
      return (known && line && known.get(lineKey(line))) || usual;
    }, all.length);
  });

  const cursor = computed<Spot | null>(() => {
    const chosen = catalogue.selection;
    if (chosen.kind === "heading") return null;
    const column = Math.max(
      0,
      columns.value.findIndex((each) => each.column.key === chosen.column),
    );
    if (chosen.kind === "item") {
      const place = catalogue.places.get(chosen.item);
      return place ? { line: lineOfItem(sheet.value, place, chosen.part), column } : null;
    }
    const group = groups.value.findIndex((each) => each.id === chosen.group);
    return group < 0 ? null : { line: sheet.value.starts[group] ?? 0, column };
  });

  /** Where the cell of a spot is drawn, in pixels of the table below its header. */
  function placeOf(spot: Spot): Place {
    const block = blockOf(sheet.value, spot);
    const column = columns.value[spot.column];
    const top = offsets.value[block.top] ?? 0;
    const isEmptyGroup = sheet.value.lines[spot.line]?.row === null;
    return {
      left: isEmptyGroup ? 0 : (lefts.value[spot.column] ?? 0),
      top,
      width: isEmptyGroup ? width.value : (column?.width ?? 0),
      height: (offsets.value[block.top + block.span] ?? top) - top,
    };
  }

  /** The row of a spot; none where the spot is a group's. */
  function rowAt(spot: Spot): Row | null {
    return sheet.value.columns[spot.column]?.isOfGroup ? null : (sheet.value.lines[spot.line]?.row ?? null);
  }

  /** Selects the cell of a spot; the whole group where it has only one for it. */
  function select(spot: Spot): void {
    const line = sheet.value.lines[spot.line];
    const column = columns.value[spot.column];
    if (!line || !column) return;
    const row = rowAt(spot);
    if (row) catalogue.selectItem(row.item.id, column.column.key, row.part);
    else catalogue.selectGroup(line.group.id, line.row ? column.column.key : GROUP);
  }

  return {
    sheet,
    columns,
    header,
    headerRows,
    width,
    widthKey,
    frozenWidth,
    offsets,
    measured,
    cursor,
    placeOf,
    rowAt,
    select,
  };
}
