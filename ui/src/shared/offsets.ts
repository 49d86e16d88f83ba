/** Where the rows of a long list stand, of which only those that can be seen are drawn. */

/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(heightOf: (row: number) => number, count: number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let row = 0; row < count; row += 1) offsets[row + 1] = (offsets[row] ?? 0) + heightOf(row);
  return offsets;
}

/** The row at a height; beyond the ends the first or the last one. */
export function rowAt(offsets: Float64Array, height: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
