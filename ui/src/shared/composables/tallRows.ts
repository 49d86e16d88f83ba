/** Which rows of a long list are drawn, where rows are as tall as their text. Heights are guessed until measured. */
import { computed, nextTick, onBeforeUnmount, onMounted, shallowRef, watch, type Ref } from "vue";

import { offsetsOf, rowAt } from "@/shared/offsets";

/** Rows drawn beyond the edges, in pixels: a turn of the wheel must not outrun the drawing. */
const BEYOND_PX = 500;

/** The rows to draw in a view of that height which begins at `top`; `to` is the row after the last. */
export function rowsAround(offsets: Float64Array, top: number, height: number): { from: number; to: number } {
  const count = offsets.length - 1;
  if (count <= 0) return { from: 0, to: 0 };
  return { from: rowAt(offsets, top - BEYOND_PX), to: rowAt(offsets, top + height + BEYOND_PX) + 1 };
}

/** What is seen above and below a row that is brought into sight, in pixels. */
const CONTEXT_PX = 64;

/** Where the view must begin so that what stands there is in sight, with some around it; no further than needed. */
export function topToShow(from: number, to: number, top: number, height: number): number {
  const around = Math.max(0, Math.min(CONTEXT_PX, (height - (to - from)) / 2));
  if (from - around < top || to - from > height) return Math.max(0, from - around);
  return Math.max(top, to + around - height);
}

interface Boxes {
  scroller: Readonly<Ref<HTMLElement | null>>;
  /** What holds the rows that are drawn, each with `data-row`. */
  drawn: Readonly<Ref<HTMLElement | null>>;
}

export function useTallRows<T extends { key: string }>(
  rows: () => readonly T[],
  guess: (row: T) => number,
  { scroller, drawn }: Boxes,
) {
  const measured = shallowRef(new Map<string, number>());
  const top = shallowRef(0);
  const height = shallowRef(0);
  const width = shallowRef(0);
  /** The row that was asked for last; where it is is known only when the rows around it are measured. */
  let wanted = -1;

  const offsets = computed(() => {
    const list = rows();
    return offsetsOf((at) => {
      const row = list[at];
      return row ? (measured.value.get(row.key) ?? guess(row)) : 0;
    }, list.length);
  });
  const range = computed(() => rowsAround(offsets.value, top.value, height.value));
  const shown = computed(() =>
    rows()
      .slice(range.value.from, range.value.to)
      .map((row, at) => ({ row, at: range.value.from + at })),
  );
  const total = computed(() => offsets.value.at(-1) ?? 0);
  const begin = computed(() => offsets.value[range.value.from] ?? 0);

  function scrolled(): void {
    top.value = scroller.value?.scrollTop ?? 0;
  }

  /** Learns how tall rows have come out; what is seen stays where it is. */
  function measure(): void {
    const box = scroller.value;
    if (!box || !drawn.value) return;
    const known = new Map(measured.value);
    let above = 0;
    let isOther = false;
    for (const element of drawn.value.querySelectorAll<HTMLElement>(":scope > [data-row]")) {
      const at = Number(element.dataset.row);
      const row = rows()[at];
      const tall = element.getBoundingClientRect().height;
      if (!row || tall === 0 || known.get(row.key) === tall) continue;
      isOther = true;
      known.set(row.key, tall);
      const end = offsets.value[at + 1] ?? 0;
      if (end <= box.scrollTop) above += tall - (end - (offsets.value[at] ?? 0));
    }
    if (!isOther) return void (wanted = -1);
    measured.value = known;
    if (above !== 0) box.scrollTop += above;
    const again = wanted;
    if (again >= 0) void nextTick(() => reveal(again));
  }

  /** Brings a row into sight, and no further than needed. */
  function reveal(row: number): void {
    const box = scroller.value;
    if (!box || row < 0) return;
    wanted = row;
    const [from, to] = [offsets.value[row] ?? 0, offsets.value[row + 1] ?? 0];
    box.scrollTop = topToShow(from, to, box.scrollTop, box.clientHeight);
    scrolled();
  }

  const observer = new ResizeObserver(() => {
    const box = scroller.value;
    if (!box) return;
    // Text breaks elsewhere in another width.
    if (width.value !== box.clientWidth) measured.value = new Map();
    width.value = box.clientWidth;
    height.value = box.clientHeight;
    scrolled();
    measure();
  });
  onMounted(() => {
    if (scroller.value) observer.observe(scroller.value);
    if (drawn.value) observer.observe(drawn.value);
  });
  onBeforeUnmount(() => observer.disconnect());
  watch(shown, measure, { flush: "post" });

  return { shown, total, begin, scrolled, reveal };
}
