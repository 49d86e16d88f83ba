/** The legal basis that is being typed, among those that a cell lists. */
import { entriesOf } from "../cells";

const SEPARATORS = /[；;、，,\s]+$/;
const NUMBER = /^\s*\d{1,2}[.．]\s*/;

/** Where in a text the citation at the caret begins and ends, without its number and what separates it from the next. */
export function citationAt(text: string, caret: number): { from: number; to: number } {
  let at = 0;
  for (const entry of entriesOf(text)) {
    const start = text.indexOf(entry, at);
    at = start + entry.length;
    const from = start + (NUMBER.exec(entry)?.[0].length ?? 0);
    const to = start + entry.replace(SEPARATORS, "").length;
    if (start <= caret && caret <= to) return { from, to };
  }
  return { from: caret, to: caret };
}
