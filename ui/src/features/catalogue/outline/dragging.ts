/** Dragging lines of the outline with the pointer. Escape gives it up; near the edges the list scrolls. */
import { onBeforeUnmount, shallowRef, type Ref } from "vue";

import { LINE_PX, type Drop } from "./lines";

/** A press that moves less is a click. */
const BEGINS_PX = 4;
const EDGE_PX = 28;
const SCROLL_PX = 8;

export interface Dragged {
  /** What it is called beside the pointer. */
  label: string;
  /** What dropping does at a height in lines. */
  dropAt: (height: number) => Drop | null;
}

export interface DragState {
  label: string;
  x: number;
  y: number;
  drop: Drop | null;
}

/**
 * @param scroller the list whose lines are dragged
 * @param begin what is dragged when the drag begins at a line
 * @param done told where it was dropped
 */
export function useDragging(
  scroller: Readonly<Ref<HTMLElement | null>>,
  begin: (row: number) => Dragged | null,
  done: (drop: Drop) => void,
) {
  const state = shallowRef<DragState | null>(null);
  let press: { row: number; x: number; y: number; pointer: number } | null = null;
  let dragged: Dragged | null = null;
  let frame = 0;
  let hasDragged = false;

  function down(event: PointerEvent, row: number): void {
    hasDragged = false;
    if (event.button !== 0 || (event.target as HTMLElement).closest("button, input")) return;
    press = { row, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key, true);
  }

  function move(event: PointerEvent): void {
    if (!press) return;
    if (!dragged) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < BEGINS_PX) return;
      dragged = begin(press.row);
      if (!dragged) return stop();
      hasDragged = true;
      scroller.value?.setPointerCapture(press.pointer);
      frame = requestAnimationFrame(scrollAtEdge);
    }
    point(event.clientX, event.clientY);
  }

  function point(x: number, y: number): void {
    const box = scroller.value;
    if (!box || !dragged) return;
    const height = (y - box.getBoundingClientRect().top + box.scrollTop) / LINE_PX;
    state.value = { label: dragged.label, x, y, drop: dragged.dropAt(height) };
  }

  function scrollAtEdge(): void {
    const box = scroller.value;
    const at = state.value;
    if (!dragged || !box) return;
    if (at) {
      const area = box.getBoundingClientRect();
      const by = at.y < area.top + EDGE_PX ? -SCROLL_PX : at.y > area.bottom - EDGE_PX ? SCROLL_PX : 0;
      const before = box.scrollTop;
      if (by !== 0) box.scrollTop += by;
      if (box.scrollTop !== before) point(at.x, at.y);
    }
    frame = requestAnimationFrame(scrollAtEdge);
  }

  function up(event: PointerEvent): void {
    if (dragged) point(event.clientX, event.clientY);
    const drop = state.value?.drop;
    stop();
    if (drop) done(drop);
  }

  const cancel = (): void => stop();

  function key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !dragged) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  }

  function stop(): void {
    if (press && scroller.value?.hasPointerCapture(press.pointer)) scroller.value.releasePointerCapture(press.pointer);
    cancelAnimationFrame(frame);
    press = null;
    dragged = null;
    state.value = null;
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", key, true);
  }

  onBeforeUnmount(stop);

  /** Whether the press that a click ends has dragged something. */
  const wasDrag = (): boolean => hasDragged;

  return { state, down, wasDrag };
}
