/** Which rows of the table are drawn, and how a cell is brought into sight. */
import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from "vue";

import { measured, rowsNear, type RowRange } from "@/shared/composables/visibleRows";

import { blockAt } from "../rows";
import { lineKey, type Spot } from "./sheet";
import type { useSheet } from "./useSheet";

/** The drawn rows change by so many at once, so that not every step of scrolling draws. */
const STRIDE = 4;
/** A cell that is taller than the view is in sight when so much of it is. */
const ENOUGH_PX = 60;
/** So far a shared cell is drawn whole where rows are as tall as their text; else its text would stretch them. */
const WHOLE_ROWS = 60;

export function useViewport(
  box: Ref<HTMLElement | null>,
  table: Ref<HTMLElement | null>,
  isFull: Ref<boolean>,
  sheet: ReturnType<typeof useSheet>,
) {
  const seen = shallowRef<RowRange>({ from: 0, to: 30 });
  const room = ref(800);
  const wide = ref(false);
  const headerHeight = ref(60);
  const scrolledLeft = ref(0);

  const drawn = computed<RowRange>(() => {
    const count = sheet.sheet.value.lines.length;
    const range = { from: Math.min(seen.value.from, count), to: Math.min(seen.value.to, count) };
    return isFull.value ? { from: reach(range.from, -1), to: reach(range.to - 1, 1) + 1 } : range;
  });

  /** The first or last line of the shared cells that a line is in. */
  function reach(line: number, direction: 1 | -1): number {
    const at = sheet.sheet.value.lines[line];
    if (!at?.row) return line;
    let far = line;
    for (const column of sheet.columns.value) {
      if (column.isOfGroup) continue;
      const block = blockAt(at.group, column.index, at.at);
      if (block.span > WHOLE_ROWS) continue;
      const top = line - at.at + block.top;
      far = direction < 0 ? Math.min(far, top) : Math.max(far, top + block.span - 1);
    }
    return far;
  }

  /** Where the rows begin in what is scrolled. */
  const bodyTop = (): number => (table.value?.offsetTop ?? 0) + headerHeight.value;

  function update(): void {
    const scroller = box.value;
    if (!scroller) return;
    headerHeight.value = table.value?.querySelector("thead")?.offsetHeight ?? headerHeight.value;
    scrolledLeft.value = scroller.scrollLeft;
    const top = scroller.scrollTop - bodyTop();
    const next = rowsNear(sheet.offsets.value, top, scroller.clientHeight, { stride: STRIDE });
    if (next.from !== seen.value.from || next.to !== seen.value.to) seen.value = next;
  }

  function* drawnRows(body: HTMLElement) {
    for (const element of body.querySelectorAll<HTMLElement>("tr[data-line]")) {
      const row = Number(element.dataset.line);
      const line = sheet.sheet.value.lines[row];
      if (line) yield { key: lineKey(line), row, height: element.getBoundingClientRect().height };
    }
  }

  /** Learns how tall rows have come out; what is seen stays where it is. */
  function measure(): void {
    const scroller = box.value;
    if (!isFull.value || !scroller || !table.value) return;
    const top = scroller.scrollTop - bodyTop();
    const found = measured(drawnRows(table.value), sheet.measured.value, sheet.offsets.value, top);
    if (found.isSame) return void (wanted = null);
    sheet.measured.value = found.heights;
    if (found.grown !== 0) scroller.scrollTop += found.grown;
    // Now that it is known how tall the rows are, what was to be seen may be elsewhere.
    const again = wanted;
    if (again) void nextTick(() => show(again));
  }

  /** The spot that was asked for last, until the rows around it are measured. */
  let wanted: Spot | null = null;

  /** Scrolls no further than needed, and never under the header or under frozen columns. */
  function show(spot: Spot): void {
    const scroller = box.value;
    if (!scroller) return;
    wanted = isFull.value ? spot : null;
    const at = sheet.placeOf(spot);
    const top = scroller.scrollTop - bodyTop() + headerHeight.value;
    const height = scroller.clientHeight - headerHeight.value;
    const visible = Math.min(at.top + at.height, top + height) - Math.max(at.top, top);
    if (at.height <= height || visible < ENOUGH_PX) {
      if (at.top < top || at.height > height) scroller.scrollTop += at.top - top;
      else if (at.top + at.height > top + height - 2) scroller.scrollTop += at.top + at.height - top - height + 2;
    }
    const column = sheet.columns.value[spot.column];
    if (column && column.frozenAt === null) {
      const left = scroller.scrollLeft + sheet.frozenWidth.value;
      const right = scroller.scrollLeft + scroller.clientWidth;
      if (at.left < left) scroller.scrollLeft += at.left - left;
      else if (at.left + at.width > right) scroller.scrollLeft += Math.min(at.left + at.width - right, at.left - left);
    }
    update();
  }

  const observer = new ResizeObserver(() => {
    room.value = box.value?.clientWidth ?? room.value;
    wide.value = innerWidth >= 1700;
    update();
  });
  onMounted(() => {
    if (box.value) observer.observe(box.value);
    update();
  });
  onBeforeUnmount(() => observer.disconnect());

  watch([room, isFull, wide, sheet.widthKey], () => (sheet.measured.value = new Map()));
  watch([sheet.offsets, table], () => void nextTick(update), { flush: "post" });
  watch([drawn, sheet.sheet, sheet.measured], measure, { flush: "post" });

  return { drawn, room, wide, headerHeight, scrolledLeft, update, show };
}
