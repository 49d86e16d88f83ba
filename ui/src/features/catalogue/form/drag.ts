/** Where a row that is dragged in a list would stand. */

/** Its place among the rows, from where the middles of all rows are and how far down the pointer is. */
export const dropIndex = (middles: number[], y: number, from: number): number =>
  middles.filter((middle, index) => index !== from && middle < y).length;
