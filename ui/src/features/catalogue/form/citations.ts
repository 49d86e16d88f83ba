/**
 * 公开依据 as a list of citations. A text is taken apart so that it can be put together again to the byte: what
 * stands between citations is kept with them, and only what the user changes changes.
 */
import { entriesOf } from "../cells";

/** One citation of a text: `《甲法》（国务院令第1号）` without number and separator. */
export interface Citation {
  text: string;
  /** What follows it in the text: separator, line break, 。 at the end. */
  after: string;
}

export interface Citations {
  /** What stands before the first. */
  before: string;
  rows: Citation[];
  /** What follows the numbers, where citations are numbered from 1: `.` in `1.《甲法》`. */
  numbered: string | null;
}

const SEPARATOR = "；";
const TAIL = /[；;、，,。.\s]+$/;
const NUMBER = /^(\d{1,2})([.．]\s*)/;

/** A citation as typed, without what separates it from its neighbours. */
export const bare = (typed: string): string => typed.trim().replace(TAIL, "");

/** The citations of a text; `null` where it cannot be taken apart and stays free text. */
export function citationsOf(text: string): Citations | null {
  const rows: Citation[] = [];
  let at = 0;
  let before = "";
  for (const entry of entriesOf(text)) {
    const from = text.indexOf(entry, at);
    if (from < 0) return null;
    const last = rows.at(-1);
    if (last) last.after += text.slice(at, from);
    else before = text.slice(0, from);
    at = from + entry.length;
    const words = entry.replace(TAIL, "");
    if (words === "") return null;
    rows.push({ text: words, after: entry.slice(words.length) });
  }
  const last = rows.at(-1);
  if (last) last.after += text.slice(at);
  else before = text;
  const found = withoutNumbers({ before, rows, numbered: null });
  return joined(found) === text ? found : null;
}

/** Takes the numbers off where every citation has its own. */
function withoutNumbers(found: Citations): Citations {
  const numbers = found.rows.map((row) => NUMBER.exec(row.text));
  const style = numbers[0]?.[2] ?? null;
  const isNumbered = style !== null && numbers.every((number, index) => number?.[1] === String(index + 1) && number[2] === style);
  if (!isNumbered) return found;
  const rows = found.rows.map((row, index) => ({ ...row, text: row.text.slice(numbers[index]?.[0].length) }));
  return rows.some((row) => row.text === "") ? found : { ...found, rows, numbered: style };
}

/** The text that the citations make. Those that are empty are left out. */
export function joined(citations: Citations): string {
  const empty = citations.rows.findIndex((row) => row.text === "");
  if (empty >= 0) return joined(removed(citations, empty));
  const { before, rows, numbered } = citations;
  const number = (index: number): string => (numbered === null ? "" : `${index + 1}${numbered}`);
  return before + rows.map((row, index) => number(index) + row.text + glue(row, rows[index + 1])).join("");
}

/** Two citations stand together without a separator only where they can be told apart again. */
function glue(row: Citation, next: Citation | undefined): string {
  if (row.after !== "" || !next) return row.after;
  return /[》）)]$/.test(row.text) && next.text.startsWith("《") ? "" : SEPARATOR;
}

export function edited(citations: Citations, index: number, text: string): Citations {
  return { ...citations, rows: citations.rows.map((row, at) => (at === index ? { ...row, text } : row)) };
}

/** Without one; what ends the text still ends it. */
export function removed(citations: Citations, index: number): Citations {
  const end = citations.rows.at(-1)?.after ?? "";
  const rows = citations.rows.filter((_, at) => at !== index);
  const isLast = index === rows.length;
  return { ...citations, rows: rows.map((row, at) => (isLast && at === rows.length - 1 ? { ...row, after: end } : row)) };
}

/** One at another place; separators stay where they are. */
export function moved(citations: Citations, from: number, to: number): Citations {
  const texts = citations.rows.map((row) => row.text);
  const [taken] = texts.splice(from, 1);
  if (taken === undefined) return citations;
  texts.splice(to, 0, taken);
  return { ...citations, rows: citations.rows.map((row, at) => ({ ...row, text: texts[at] ?? row.text })) };
}

/** With one more at the end, after the separator that the text uses, else after `usual`. */
export function added(citations: Citations, text: string, usual: string): Citations {
  const last = citations.rows.at(-1);
  if (!last) return { before: "", rows: [{ text, after: "" }], numbered: null };
  const isOpen = /[；;、，,\n]/.test(last.after);
  const between = isOpen ? last.after : (mostUsed(separatorsOf(citations)) ?? usual);
  const rows = citations.rows.map((row) => (row === last ? { ...row, after: between } : row));
  return { ...citations, rows: [...rows, { text, after: isOpen ? "" : last.after }] };
}

const separatorsOf = (citations: Citations): string[] => citations.rows.slice(0, -1).map((row) => row.after);

/** The separator that most of the texts use. */
export function usualSeparator(texts: Iterable<string>): string {
  const found: string[] = [];
  for (const text of texts) {
    const citations = citationsOf(text);
    // Numbered lists have line breaks that others have not.
    if (citations && citations.numbered === null) found.push(...separatorsOf(citations));
  }
  return mostUsed(found) ?? SEPARATOR;
}

function mostUsed(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
