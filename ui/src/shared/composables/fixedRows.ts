/** Which rows of a long list are worth drawing. All rows have one height. */
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from "vue";

/** Rows drawn beyond the edges, so that a small scroll shows no gap. */
const BEYOND = 8;

/** The rows that are in sight, with some more; `to` is the row after the last. */
export function rowsInSight(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): { from: number; to: number } {
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight), count) - BEYOND);
  return { from, to: Math.min(count, Math.ceil((top + height) / rowHeight) + BEYOND) };
}

/** How far to scroll so that a row is in sight, or `null` where it is already. */
export function scrollFor(row: number, top: number, height: number, rowHeight: number): number | null {
  if (row * rowHeight < top) return row * rowHeight;
  if ((row + 1) * rowHeight > top + height) return (row + 1) * rowHeight - height;
  return null;
}

export function useFixedRows(scroller: Readonly<Ref<HTMLElement | null>>, count: Ref<number>, rowHeight: number) {
  const top = ref(0);
  const height = ref(0);
  const sight = computed(() => rowsInSight(top.value, height.value, rowHeight, count.value));
  const rows = computed(() =>
    Array.from({ length: Math.max(0, sight.value.to - sight.value.from) }, (_, at) => sight.value.from + at),
  );
  const total = computed(() => count.value * rowHeight);

  const observer = new ResizeObserver(() => {
    height.value = scroller.value?.clientHeight ?? 0;
    top.value = scroller.value?.scrollTop ?? 0;
  });
  onMounted(() => scroller.value && observer.observe(scroller.value));
  onBeforeUnmount(() => observer.disconnect());

  /** To be told of every scroll. */
  function scrolled(): void {
    top.value = scroller.value?.scrollTop ?? 0;
  }

  /** Brings a row into sight, and no further than needed. */
  function reveal(row: number): void {
    const box = scroller.value;
    if (!box || row < 0) return;
    const to = scrollFor(row, box.scrollTop, box.clientHeight, rowHeight);
    if (to === null) return;
    // The list may just have become longer; the page knows its new height only after it is drawn.
    box.scrollTop = to;
    scrolled();
  }

  return { rows, total, scrolled, reveal };
}
