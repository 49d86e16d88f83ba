/** Long lists of rows, of which only those near what is seen are drawn. Heights are known, or measured when drawn. */
import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from "vue";

import { offsetsOf, rowAt } from "@/shared/offsets";

/** Drawn beyond the edges, in pixels: a turn of the wheel must not outrun the drawing. */
const BEYOND_PX = 500;

/** Rows of a list; `to` is the row after the last. */
export interface RowRange {
  from: number;
  to: number;
}

/**
 * The rows to draw in a view of that height which begins at `top`. Both ends are multiples of `stride`, so that not
 * every step of scrolling draws.
 */
export function rowsNear(
  offsets: Float64Array,
  top: number,
  height: number,
  { beyond = BEYOND_PX, stride = 1 } = {},
): RowRange {
  const count = offsets.length - 1;
  if (count <= 0) return { from: 0, to: 0 };
  const first = rowAt(offsets, top - beyond);
  const last = rowAt(offsets, top + height + beyond - 1);
  return { from: first - (first % stride), to: Math.min(count, (Math.floor(last / stride) + 1) * stride) };
}

/** Where the view must begin so that a row is in sight, with `context` pixels around it; no further than needed. */
export function topToShow(from: number, to: number, top: number, height: number, context = 0): number {
  const around = Math.max(0, Math.min(context, (height - (to - from)) / 2));
  if (from - around < top || to - from > height) return Math.max(0, from - around);
  return Math.max(top, to + around - height);
}

/** The heights of rows that are drawn, by key, with those known before; and by how much all above the view has grown. */
export function measured(
  drawn: Iterable<{ key: string; row: number; height: number }>,
  known: ReadonlyMap<string, number>,
  offsets: Float64Array,
  top: number,
): { heights: Map<string, number>; grown: number; isSame: boolean } {
  const heights = new Map(known);
  let grown = 0;
  let isSame = true;
  for (const { key, row, height } of drawn) {
    if (height === 0 || known.get(key) === height) continue;
    isSame = false;
    heights.set(key, height);
    const end = offsets[row + 1] ?? 0;
    if (end <= top) grown += height - (end - (offsets[row] ?? 0));
  }
  return { heights, grown, isSame };
}

interface Rows {
  count: () => number;
  heightOf: (row: number) => number;
  /** How much of the view a head lies over, in pixels. */
  covered?: () => number;
  /** What is seen above and below a row that is brought into sight, in pixels. */
  context?: number;
}

export function useVisibleRows(scroller: Readonly<Ref<HTMLElement | null>>, of: Rows) {
  const top = ref(0);
  const height = ref(0);
  const width = ref(0);
  const offsets = computed(() => offsetsOf(of.heightOf, of.count()));
  const range = computed(() => rowsNear(offsets.value, top.value, height.value));
  const rows = computed(() =>
    Array.from({ length: range.value.to - range.value.from }, (_, at) => range.value.from + at),
  );
  const total = computed(() => offsets.value.at(-1) ?? 0);

  /** To be called on every scroll. */
  function scrolled(): void {
    top.value = scroller.value?.scrollTop ?? 0;
  }

  /** Brings a row into sight, and no further than needed. */
  function reveal(row: number): void {
    const box = scroller.value;
    if (!box || row < 0) return;
    const [from, to] = [offsets.value[row] ?? 0, offsets.value[row + 1] ?? 0];
    const room = box.clientHeight - (of.covered?.() ?? 0);
    box.scrollTop = topToShow(from, to, box.scrollTop, room, of.context);
    scrolled();
  }

  const observer = new ResizeObserver(() => {
    width.value = scroller.value?.clientWidth ?? 0;
    height.value = scroller.value?.clientHeight ?? 0;
    scrolled();
  });
  onMounted(() => scroller.value && observer.observe(scroller.value));
  onBeforeUnmount(() => observer.disconnect());

  return { offsets, range, rows, total, top, height, width, scrolled, reveal };
}

/** What is seen around a row of text that is brought into sight, in pixels. */
const CONTEXT_PX = 64;

interface Boxes {
  scroller: Readonly<Ref<HTMLElement | null>>;
  /** What holds the rows that are drawn, each with `data-row`. */
  drawn: Readonly<Ref<HTMLElement | null>>;
}

/** Rows as tall as their text. Heights are guessed until they are measured. */
export function useTallRows<T extends { key: string }>(
  list: () => readonly T[],
  guess: (row: T) => number,
  { scroller, drawn }: Boxes,
) {
  const heights = shallowRef<ReadonlyMap<string, number>>(new Map());
  const sight = useVisibleRows(scroller, {
    count: () => list().length,
    heightOf: (at) => {
      const row = list()[at];
      return row ? (heights.value.get(row.key) ?? guess(row)) : 0;
    },
    context: CONTEXT_PX,
  });
  /** The row that was asked for last; where it is is known only when the rows around it are measured. */
  let wanted = -1;

  const shown = computed(() =>
    sight.rows.value.flatMap((at) => {
      const row = list()[at];
      return row ? [{ row, at }] : [];
    }),
  );
  const begin = computed(() => sight.offsets.value[sight.range.value.from] ?? 0);

  function* drawnRows(box: HTMLElement) {
    for (const element of box.querySelectorAll<HTMLElement>(":scope > [data-row]")) {
      const at = Number(element.dataset.row);
      const row = list()[at];
      if (row) yield { key: row.key, row: at, height: element.getBoundingClientRect().height };
    }
  }

  /** Learns how tall rows have come out; what is seen stays where it is. */
  function measure(): void {
    if (!scroller.value || !drawn.value) return;
    const found = measured(drawnRows(drawn.value), heights.value, sight.offsets.value, scroller.value.scrollTop);
    if (found.isSame) return void (wanted = -1);
    heights.value = found.heights;
    if (found.grown !== 0) scroller.value.scrollTop += found.grown;
    const again = wanted;
    if (again >= 0) void nextTick(() => reveal(again));
  }

  function reveal(row: number): void {
    if (row >= 0) wanted = row;
    sight.reveal(row);
  }

  const observer = new ResizeObserver(measure);
  onMounted(() => drawn.value && observer.observe(drawn.value));
  onBeforeUnmount(() => observer.disconnect());
  // Text breaks elsewhere in another width.
  watch(sight.width, () => (heights.value = new Map()));
  watch(shown, measure, { flush: "post" });

  return { shown, total: sight.total, begin, scrolled: sight.scrolled, reveal };
}
