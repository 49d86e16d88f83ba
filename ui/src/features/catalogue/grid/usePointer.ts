/** What the mouse does in the table. The focus stays in the field that lies over the active cell. */
import { onBeforeUnmount } from "vue";
import { isNumber } from "@/shared/columns";

import { isMark } from "../cells";
import { useCatalogue } from "../store";
import type { Area } from "./selection";
import { blockOf, type Spot } from "./sheet";
import type { useCellActs } from "./useCellActs";
import type { useEditor } from "./editor";
import type { useSelection } from "./useSelection";
import type { useSheet } from "./useSheet";

export interface PointerHost {
  table: ReturnType<typeof useSheet>;
  selection: ReturnType<typeof useSelection>;
  acts: ReturnType<typeof useCellActs>;
  editor: ReturnType<typeof useEditor>;
  /** Opens a cell for writing. */
  open: (spot: Spot) => void;
  addItem: (group: string) => void;
}

const closest = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;

function spotUnder(event: Event): Spot | null {
  const cell = closest(event, "td[data-column]");
  const row = cell?.closest<HTMLElement>("tr[data-line]");
  return cell && row ? { line: Number(row.dataset.line), column: Number(cell.dataset.column) } : null;
}

export function usePointer({ table, selection, acts, editor, open, addItem }: PointerHost) {
  const catalogue = useCatalogue();
  let pressed: Spot | null = null;
  let dragged = false;
  let isPlain = false;
  /** What is being filled from while its handle is dragged. */
  let filling: Area | null = null;

  const columnAt = (spot: Spot): string => table.columns.value[spot.column]?.column.key ?? "";
  /** The number of an item stands for its row. */
  const isRowNumber = (spot: Spot): boolean => isNumber(columnAt(spot)) && table.rowAt(spot) !== null;

  function down(event: MouseEvent): void {
    const header = closest(event, "th[data-header]");
    const spot = spotUnder(event);
    const handle = closest(event, ".fill-handle");
    if (event.button !== 0 || closest(event, "button, .cell-editor") || (!spot && !header && !handle)) return;
    event.preventDefault();
    editor.leave();
    if (handle) return startFilling();
    if (header) return selectColumn(Number(header.dataset.header), event.shiftKey);
    if (!spot) return;
    pressed = spot;
    dragged = false;
    isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    window.addEventListener("mouseup", up, { once: true });
    if (event.shiftKey) selection.extendTo(farEnd(spot));
    else if (event.ctrlKey || event.metaKey) selection.addAt(spot, () => table.select(spot));
    else if (isRowNumber(spot)) selectRow(spot);
    else {
      selection.drop();
      table.select(spot);
    }
  }

  /** The whole row of an item, with all its parts. */
  function selectRow(spot: Spot): void {
    const block = blockOf(table.sheet.value, spot);
    table.select(spot);
    selection.setArea({ line: block.top, column: 0 }, { line: block.top + block.span - 1, column: lastColumn() }, true);
  }

  function selectColumn(column: number, extend: boolean): void {
    const from = (extend && table.cursor.value?.column) || column;
    if (!extend) table.select({ line: 0, column });
    selection.setArea({ line: 0, column: from }, { line: table.sheet.value.lines.length - 1, column }, true);
  }

  const lastColumn = (): number => table.columns.value.length - 1;
  /** From a row's number one goes on by whole rows. */
  const farEnd = (spot: Spot): Spot => (isRowNumber(spot) ? { ...spot, column: lastColumn() } : spot);

  function startFilling(): void {
    filling = selection.all.value.at(-1) ?? null;
    window.addEventListener("mouseup", up, { once: true });
  }

  /** Shows how far the handle has been dragged; it fills downwards. */
  function stretch(event: MouseEvent, from: Area): void {
    const spot = spotUnder(event);
    if (!spot) return;
    const block = blockOf(table.sheet.value, { line: spot.line, column: from.left });
    const bottom = Math.max(from.bottom, block.top + block.span - 1);
    selection.setArea({ line: from.top, column: from.left }, { line: bottom, column: from.right }, true);
  }

  function over(event: MouseEvent): void {
    if (filling) return stretch(event, filling);
    const spot = pressed && spotUnder(event);
    if (!spot || !pressed || (spot.line === pressed.line && spot.column === pressed.column && !dragged)) return;
    dragged = true;
    if (isRowNumber(pressed)) selection.setArea({ ...pressed, column: 0 }, { ...spot, column: lastColumn() }, true);
    else selection.extendTo(spot);
  }

  function up(): void {
    if (filling) acts.fillFrom(filling);
    filling = null;
    pressed = null;
  }

  function click(event: MouseEvent): void {
    const add = closest(event, "[data-act=add-item]");
    const spot = spotUnder(event);
    const line = spot && table.sheet.value.lines[spot.line];
    if (add && line) return addItem(line.group.id);
    if (spot && isPlain && !dragged && isMark(columnAt(spot)) && line?.row && !catalogue.isReadOnly) acts.toggleMarks();
  }

  function doubleClick(event: MouseEvent): void {
    const spot = spotUnder(event);
    if (spot && !isMark(columnAt(spot))) open(spot);
  }

  onBeforeUnmount(() => window.removeEventListener("mouseup", up));

  return { down, over, click, doubleClick };
}
