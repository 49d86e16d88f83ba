/** Where a list that floats at a field stands: below it, or above where there is more room. */

export interface Box {
  left: number;
  top: number;
  bottom: number;
  width: number;
}

export interface Room {
  width: number;
  height: number;
}

const GAP = 3;
const EDGE = 8;
/** More would cover what one is filling in; the list scrolls. */
const MOST_HEIGHT = 340;
/** With so much room below there is no need to turn the list over. */
const ENOUGH = 200;

/** Left and top in the window, and how high the list may be. */
export function placeAt(field: Box, list: Room, room: Room): { left: number; top: number; maxHeight: number } {
  const below = room.height - field.bottom - GAP - EDGE;
  const above = field.top - GAP - EDGE;
  const isBelow = list.height <= below || below >= ENOUGH || below >= above;
  const maxHeight = Math.max(0, Math.min(MOST_HEIGHT, isBelow ? below : above));
  return {
    left: Math.max(EDGE, Math.min(field.left, room.width - list.width - EDGE)),
    top: isBelow ? field.bottom + GAP : field.top - GAP - Math.min(list.height, maxHeight),
    maxHeight,
  };
}
