/** What of the help is shown for what is typed. */
import { shownKeys } from "@/shared/composables/keys";
import { helpSections, howTos, type HelpSection } from "@/shared/words/help";

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
    .map((section) => ({
      ...section,
      keys: section.keys.filter((row) => has(section.name, row.does, ...row.keys.map(shownKeys))),
    }))
    .filter((section) => section.keys.length > 0);
  return { sections, howTos: howTos.filter((each) => has(each.question, each.answer)) };
}
