/** Stretches of text of two states: what only one side has is marked. */
import type { Run } from "@/platform";

/** What is kept of unchanged text beside a change. */
const KEPT = 16;
/** Unchanged text that is no longer than this is not shortened. */
const SHORT = 48;

export const isChanged = (runs: readonly Run[]): boolean => runs.some((run) => run.is_changed);

/**
 * Shortens the unchanged text far from any change. What is changed always stays whole, and so does a text in which
 * nothing is changed.
 */
export function shortRuns(runs: readonly Run[]): Run[] {
  if (!isChanged(runs)) return [...runs];
  return runs.map((run, at) => {
    const characters = [...run.text];
    if (run.is_changed || characters.length <= SHORT) return run;
    const head = at === 0 ? "" : characters.slice(0, KEPT).join("");
    const tail = at === runs.length - 1 ? "" : characters.slice(-KEPT).join("");
    return { text: `${head}…${tail}`, is_changed: false };
  });
}
