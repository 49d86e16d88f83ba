/** Which changes were looked at, for each catalogue at a step. Only an aid: kept on this machine, apart from the library. */
import type { Id } from "@/platform";

const KEY = "seen-changes";
const REMEMBERED = 10;

/** Catalogue, its last step, and the changes; the last used at the end. */
type Kept = [catalogue: Id, step: number, changes: string[]][];

function kept(): Kept {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored)
      ? stored.filter(
          (each): each is Kept[number] => Array.isArray(each) && each.length === 3 && Array.isArray(each[2]),
        )
      : [];
  } catch {
    return [];
  }
}

export const seenIn = (catalogue: Id, step: number): Set<string> =>
  new Set(kept().find(([id, at]) => id === catalogue && at === step)?.[2]);

export function rememberSeen(catalogue: Id, step: number, changes: ReadonlySet<string>): void {
  const others = kept().filter(([id]) => id !== catalogue);
  const next: Kept = [...others, [catalogue, step, [...changes]]];
  try {
    localStorage.setItem(KEY, JSON.stringify(next.slice(-REMEMBERED)));
  } catch {
    // There is no room for it; what was looked at is then known until the screen is left.
  }
}
