/** Where a text and its cleaned form differ, with some words before, so that it is seen on one line. */
import type { Run } from "@/platform";

/** Characters that are shown before the first difference. */
const BEFORE = 8;
/** So many characters may differ before the texts are alike again. */
const APART = 8;

const BREAK = "↵";
const BLANK = "␣";

/** Changed text as it is shown on a line: what cannot be seen has a sign. */
const visible = (text: string): string => text.replaceAll("\n", BREAK).replaceAll(/[ \u3000\u00a0\t]/g, BLANK);

/** The shortest way to where both texts go on alike: how many characters of each lie between. */
function apart(old: readonly string[], next: readonly string[], from: number, to: number): [number, number] {
  for (let both = 1; both <= 2 * APART; both += 1) {
    for (let skipped = both; skipped >= 0; skipped -= 1) {
      const other = both - skipped;
      const [one, two] = [old[from + skipped], next[to + other]];
      if (one === two && (one !== undefined || (from + skipped === old.length && to + other === next.length)))
        return [skipped, other];
    }
  }
  return [old.length - from, next.length - to];
}

export function aroundChange(before: string, after: string): { before: Run[]; after: Run[] } {
  const [old, next] = [[...before], [...after]];
  const runs: { before: Run[]; after: Run[] } = { before: [], after: [] };
  const put = (side: Run[], text: string, is_changed: boolean): void => {
    const last = side.at(-1);
    if (last?.is_changed === is_changed) last.text += text;
    else if (text) side.push({ text, is_changed });
  };
  for (let from = 0, to = 0; from < old.length || to < next.length;) {
    if (old[from] === next[to]) {
      put(runs.before, old[from] ?? "", false);
      put(runs.after, next[to] ?? "", false);
      from += 1;
      to += 1;
      continue;
    }
    const [gone, come] = apart(old, next, from, to);
    put(runs.before, visible(old.slice(from, from + gone).join("")), true);
    put(runs.after, visible(next.slice(to, to + come).join("")), true);
    from += gone;
    to += come;
  }
  return { before: shortened(runs.before), after: shortened(runs.after) };
}

/** Without what stands far before the first difference; on one line. */
function shortened(runs: Run[]): Run[] {
  return runs.map((run, at) => {
    const text = run.is_changed ? run.text : run.text.replaceAll("\n", BREAK);
    const characters = [...text];
    return at === 0 && !run.is_changed && characters.length > BEFORE
      ? { ...run, text: `…${characters.slice(-BEFORE).join("")}` }
      : { ...run, text };
  });
}
