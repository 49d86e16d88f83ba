/** The history as one list, and how many steps lead to a line of it. */
import type { History, HistoryStep } from "@/platform";

export interface HistoryLine {
  /** What was done; `null` is how it all began. */
  step: HistoryStep | null;
  state: "undone" | "now" | "done";
  /** How many steps to go for the catalogue as it was right after this one; negative takes back. */
  steps: number;
  testid: string;
}

/** Last first: what was taken back, then what was done, then the beginning where it can be reached. */
export function historyLines(history: History): HistoryLine[] {
  const undone = history.undone.map((step, at): HistoryLine => ({
    step,
    state: "undone",
    steps: at + 1,
    testid: `history-undone-${at + 1}`,
  }));
  const done = history.done.map((step, at): HistoryLine => ({
    step,
    state: at === 0 ? "now" : "done",
    steps: 0 - at,
    testid: `history-done-${at + 1}`,
  }));
  const count = history.done.length;
  const first: HistoryLine = {
    step: null,
    state: count === 0 ? "now" : "done",
    steps: 0 - count,
    testid: "history-first",
  };
  return [...undone.reverse(), ...done, ...(history.has_more ? [] : [first])];
}
