/**
 * 公开依据 as a list of citations, taken apart as `model::Citations` does it (`tests/fixtures/citations.json`). A text is taken apart so that it can be put together again to the byte: what
 * stands before and behind each place stays there, and only what the user changes changes.
 */
import { chineseDigits } from "@/shared/words/numerals";

const OPENING = "《（(〔【“";
const CLOSING = "》）)〕】”";

/** Whether an entry may end before 《: behind a bracket, or a comma after one. 国务院《甲》 is one entry. */
const isWhole = (entry: string): boolean => /[》）)]$/.test(entry) || /[》）)].*[，,]$/s.test(entry);

/** Whether this is a number before 、 and no entry. */
const isNumber = (entry: string): boolean =>
  /^\d+$/.test(entry) || (entry !== "" && [...entry].every((character) => chineseDigits.includes(character)));

/** The entries of a text that lists several: 《甲》；《乙》（丙号）、《丁》 are three. */
export function entriesOf(text: string): string[] {
  const entries: string[] = [];
  let entry = "";
  let depth = 0;
  const end = (): void => {
    if (entry.trim() !== "") entries.push(entry.trim());
    entry = "";
  };
  for (const character of text) {
    if (character === "《" && depth === 0 && isWhole(entry.trimEnd())) end();
    if (OPENING.includes(character)) depth += 1;
    if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    // A bracket that was never closed does not swallow the lines below it.
    if (character === "\n") depth = 0;
    const isNumbered = character === "、" && isNumber(entry.trim());
    entry += character;
    if (depth === 0 && "；;、\n".includes(character) && !isNumbered) end();
  }
  end();
  return entries;
}

/** A text taken apart, place by place. */
export interface Citations {
  /** What stands before the citation in each place: its number, such as `1.`, or nothing. */
  leads: string[];
  /** The citations: `《甲法》（国务院令第1号）`. */
  texts: string[];
  /** What stands behind it: a separator, or the end of the text. */
  tails: string[];
}

export const NONE: Citations = { leads: [], texts: [], tails: [] };

const SEPARATOR = "；";
const LEAD = new RegExp(`^(\\d{1,9}|[${chineseDigits}]{1,3})[.．、]\\s*`);
const TAIL = /[；;、，,。\s]+$/;

/** A citation as typed, without number and without what separates it from its neighbours. */
export const bare = (typed: string): string => typed.trim().replace(LEAD, "").replace(TAIL, "");

/** The citations of a text; `null` where one would be nothing but separators, and the text stays free text. */
export function citationsOf(text: string): Citations | null {
  const found: Citations = { leads: [], texts: [], tails: [] };
  let end = 0;
  for (const entry of entriesOf(text)) {
    const start = text.indexOf(entry, end);
    const words = bare(entry);
    if (start < 0 || words === "") return null;
    const lead = LEAD.exec(entry)?.[0] ?? "";
    const before = text.slice(end, start);
    // White space between two entries goes with the separator before it.
    if (found.tails.length > 0) found.tails.push((found.tails.pop() ?? "") + before);
    found.leads.push(found.tails.length > 0 ? lead : before + lead);
    found.texts.push(words);
    found.tails.push(entry.slice(lead.length + words.length));
    end = start + entry.length;
  }
  if (found.tails.length > 0) found.tails.push((found.tails.pop() ?? "") + text.slice(end));
  return joined(found) === text ? found : null;
}

/** Where the citation at the caret begins and ends, without its number and what separates it from the next. */
export function citationAt(text: string, caret: number): { from: number; to: number } {
  let end = 0;
  for (const entry of entriesOf(text)) {
    const start = text.indexOf(entry, end);
    end = start + entry.length;
    const from = start + (LEAD.exec(entry)?.[0].length ?? 0);
    const to = start + entry.replace(TAIL, "").length;
    if (start <= caret && caret <= to) return { from, to };
  }
  return { from: caret, to: caret };
}

/** The text that the citations make. Those that are empty are left out. */
export function joined(citations: Citations): string {
  const empty = citations.texts.indexOf("");
  if (empty >= 0) return joined(removed(citations, empty));
  const { leads, texts } = citations;
  return texts.map((text, place) => leads[place] + text + tail(citations, place)).join("");
}

/** Two citations stand together without a separator only where they can be told apart again. */
function tail({ texts, tails }: Citations, place: number): string {
  const [text = "", next] = texts.slice(place, place + 2);
  if (tails[place] || next === undefined) return tails[place] ?? "";
  return /[》）)]$/.test(text) && next.startsWith("《") ? "" : SEPARATOR;
}

export const edited = (citations: Citations, place: number, text: string): Citations => ({
  ...citations,
  texts: citations.texts.with(place, text),
});

/** Without one and one separator. Numbers stay in order, and what ends the text still ends it. */
export function removed({ leads, texts, tails }: Citations, place: number): Citations {
  const isLast = place === texts.length - 1;
  return {
    leads: leads.slice(0, -1),
    texts: texts.toSpliced(place, 1),
    tails: tails.toSpliced(isLast ? Math.max(0, place - 1) : place, 1),
  };
}

/** One at another place; numbers and separators stay where they are. */
export function moved(citations: Citations, from: number, to: number): Citations {
  const taken = citations.texts.slice(from, from + 1);
  return { ...citations, texts: citations.texts.toSpliced(from, 1).toSpliced(to, 0, ...taken) };
}

/** With one more at the end, after the separator that the text uses, else after `usual`. */
export function added({ leads, texts, tails }: Citations, text: string, usual: string): Citations {
  const end = tails.at(-1);
  if (end === undefined) return { leads: [""], texts: [text], tails: [""] };
  const isOpen = /[；;、，,\n]/.test(end);
  const between = isOpen ? end : (mostUsed(tails.slice(0, -1)) ?? usual);
  return {
    leads: [...leads, nextLead(leads.at(-1) ?? "")],
    texts: [...texts, text],
    tails: [...tails.slice(0, -1), between, isOpen ? "" : end],
  };
}

/** The number after a number: `2.` after `1.`. */
function nextLead(lead: string): string {
  const number = LEAD.exec(lead.trimStart())?.[1];
  if (!number) return "";
  const next = /\d/.test(number) ? String(Number(number) + 1) : chineseDigits.charAt(chineseDigits.indexOf(number) + 1);
  return next + lead.trimStart().slice(number.length);
}

/** The separator that most of the texts use. */
export function usualSeparator(texts: Iterable<string>): string {
  const found: string[] = [];
  for (const text of texts) {
    const citations = citationsOf(text);
    // Numbered lists have line breaks that others have not.
    if (citations && !citations.leads.some((lead) => lead !== "")) found.push(...citations.tails.slice(0, -1));
  }
  return mostUsed(found) ?? SEPARATOR;
}

function mostUsed(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
