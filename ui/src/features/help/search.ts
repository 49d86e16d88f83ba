/** What of the help is shown for what is typed, and how keys are written. */
import { helpSections, howTos, type HelpSection } from "@/shared/words/help";

const SYMBOLS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
};

/** A key as it stands on the keyboard: `Alt+ArrowUp` as `Alt+↑`. */
export function keyText(name: string): string {
  const at = name.lastIndexOf("+", name.length - 2) + 1;
  const key = name.slice(at);
  return name.slice(0, at) + (SYMBOLS[key] ?? key);
}

export interface FoundHelp {
  sections: HelpSection[];
  howTos: typeof howTos;
}

/** The rows that have every word of what is typed, in their keys or in what they do. A section's name finds it whole. */
export function findHelp(typed: string): FoundHelp {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (...texts: string[]): boolean => {
    const text = texts.join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const sections = helpSections
    .map((section) => ({ ...section, keys: section.keys.filter((row) => has(section.name, row.does, ...row.keys.map(keyText))) }))
    .filter((section) => section.keys.length > 0);
  return { sections, howTos: howTos.filter((each) => has(each.question, each.answer)) };
}
