/** Where one was in each catalogue, so that it opens there again. Kept on this machine, apart from the library. */
import type { Id } from "@/platform";

const KEY = "last-places";
const REMEMBERED = 50;

/** Catalogue and item, the last visited at the end. */
type Places = [catalogue: Id, item: Id][];

function places(): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each): each is [Id, Id] => Array.isArray(each) && each.length === 2) : [];
  } catch {
    return [];
  }
}

/** Remembers the item one has come to; empty where none was selected. */
export function rememberPlace(catalogue: Id, item: Id): void {
  const others = places().filter(([id]) => id !== catalogue);
  localStorage.setItem(KEY, JSON.stringify([...others, [catalogue, item]].slice(-REMEMBERED)));
}

/** The item that was selected last in a catalogue. */
export const lastPlaceIn = (catalogue: Id): Id | undefined => places().find(([id]) => id === catalogue)?.[1];

/** The catalogue one was in last. */
export const lastCatalogue = (): Id | undefined => places().at(-1)?.[0];
