/** Which rows of a long table are drawn: those that can be seen, and some around them. */

/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(heights: (row: number) => number, count: number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let row = 0; row < count; row += 1) offsets[row + 1] = (offsets[row] ?? 0) + heights(row);
  return offsets;
}

/** The row at a height; rows beyond the ends are the first and the last. */
export function rowAt(offsets: Float64Array, height: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

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
