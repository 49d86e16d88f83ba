/**
 * The words that the window shares with the command line: `assets/words`, a key for each value that may cross.
 * `{name}` in a sentence stands for the fact of that name. Where the two programs must say different things, because
 * what to do next is different, the entry has a sentence for each.
 */
import documents from "../../../../assets/words/documents.json";
import errors from "../../../../assets/words/errors.json";
import review from "../../../../assets/words/review.json";
import rules from "../../../../assets/words/rules.json";
import signoff from "../../../../assets/words/signoff.json";
import units from "../../../../assets/words/units.json";

export const table = { ...documents, ...errors, ...review, ...rules, ...signoff, ...units };

/** One sentence for both programs, or one for each. */
export type Entry = string | { window: string; command: string };

/** The sentence of the window with its placeholders filled. A placeholder without a fact stays, and a test fails. */
export function fill(entry: Entry, facts: object = {}): string {
  const sentence = typeof entry === "string" ? entry : entry.window;
  const known = new Map<string, unknown>(Object.entries(facts));
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(known.get(name) ?? placeholder));
}
