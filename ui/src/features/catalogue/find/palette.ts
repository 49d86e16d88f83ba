/** Finding one of many by its number, by words of its name or text, or by the pinyin initials of its name. */
import { pinyinInitials } from "@/shared/words/pinyin";

export interface PaletteEntry {
  id: string;
  number: string;
  name: string;
  /** What else is searched, and shown in part. */
  text: string;
}

/** What fits, best first: the number, then the beginning of the name, the name, its initials, the text. */
export function matching(entries: PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return entries;
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry, wanted) }));
  return ranked
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map((each) => each.entry);
}

function rankOf(entry: PaletteEntry, wanted: string): number {
  const name = entry.name.toLowerCase();
  if (entry.number === wanted) return 6;
  if (name.startsWith(wanted)) return 5;
  if (name.includes(wanted)) return 4;
  const initials = pinyinInitials(entry.name);
  if (initials.startsWith(wanted)) return 3;
  if (initials.includes(wanted)) return 2;
  return entry.text.toLowerCase().includes(wanted) ? 1 : 0;
}
