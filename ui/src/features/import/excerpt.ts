/** Where a text and its cleaned form first differ, with some words around it, so that it is seen on one line. */
import type { Run } from "@/platform";

/** Characters that are shown before the first difference. */
const BEFORE = 8;
const BREAK = "↵";
const BLANK = "␣";

/** A text as it is shown on a line: what cannot be seen has a sign. */
const visible = (text: string): string => text.replaceAll("\n", BREAK).replaceAll(/[ \u3000\t]/g, BLANK);

export function aroundChange(before: string, after: string): { before: Run[]; after: Run[] } {
  const [old, next] = [[...before], [...after]];
  let from = 0;
  while (from < Math.min(old.length, next.length) && old[from] === next[from]) from += 1;
  let end = 0;
  while (end < Math.min(old.length, next.length) - from && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const start = Math.max(0, from - BEFORE);
  const runs = (text: string[]): Run[] =>
    [
      { text: (start > 0 ? "…" : "") + text.slice(start, from).join("").replaceAll("\n", BREAK), is_changed: false },
      { text: visible(text.slice(from, text.length - end).join("")), is_changed: true },
      { text: text.slice(text.length - end).join("").replaceAll("\n", BREAK), is_changed: false },
    ].filter((run) => run.text !== "");
  return { before: runs(old), after: runs(next) };
}
