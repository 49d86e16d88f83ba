/** Which rows of a long table are drawn: those that can be seen, and some around them. */

import { rowAt } from "@/shared/offsets";

/** Rows that are drawn, `end` excluded. */
export interface RowRange {
  start: number;
  end: number;
}

/** Rows drawn above and below what can be seen, in pixels: a turn of the wheel must not outrun the drawing. */
const AROUND_PX = 500;
/** The range moves by so many rows at once, so that not every step of scrolling draws. */
const STRIDE = 4;

/** The rows to draw where a view of that height begins at `top`. */
export function rowsInView(offsets: Float64Array, top: number, height: number): RowRange {
  const count = offsets.length - 1;
  if (count <= 0) return { start: 0, end: 0 };
  const first = rowAt(offsets, top - AROUND_PX);
  const last = rowAt(offsets, top + height + AROUND_PX);
  const start = first - (first % STRIDE);
  return { start, end: Math.min(count, (Math.floor(last / STRIDE) + 1) * STRIDE) };
}
