/** How wide the columns of the table are: all of them fit the window, words get what marks leave. */
import type { Column, ColumnKey, Template } from "@/platform";

import { factsOf } from "@/shared/columns";

/** Narrower than this no column of words can be read; then the table scrolls sideways. */
const LEAST_WORDS = 42;

/** A column with a smaller share than this is filled now and then; while it is empty it need not be wide. */
const RARELY_FILLED = 50;

export interface WidthFacts {
  template: Template;
  /** Room for the whole table in pixels. */
  room: number;
  /** The columns in which nothing stands. */
  empty: ReadonlySet<ColumnKey>;
  /** How many items there are; their numbers need room. */
  items: number;
  /** Widths that the user has given. */
  own: Record<ColumnKey, number>;
}

function fixedWidth(key: ColumnKey, facts: WidthFacts): number | null {
  const own = facts.own[key];
  if (own !== undefined) return own;
  const { kind, owner, share } = factsOf(key);
  switch (kind) {
    case "mark":
      return 28;
    case "number":
      if (owner === "group") return facts.template.numbering.group === "none" ? 34 : 26;
      return facts.items < 1000 ? 27 : 36;
    case "channels":
      return facts.room > 1200 ? 148 : facts.template.columns.length > 15 ? 108 : 126;
    case "name":
      return owner === "group" ? (facts.room > 1200 ? 64 : 37) : null;
    case "text":
      return share < RARELY_FILLED && facts.empty.has(key) ? 26 : null;
  }
}

/** The columns' widths in pixels; they add up to the room, or to more where it is too small. */
export function columnWidths(columns: Column[], facts: WidthFacts): number[] {
  const fixed = columns.map((column) => fixedWidth(column.key, facts));
  const share = (column: Column): number => factsOf(column.key).share;
  const words = columns.filter((_, index) => fixed[index] === null);
  const shares = words.reduce((sum, column) => sum + share(column), 0);
  const rest = facts.room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const widths = columns.map(
    (column, index) => fixed[index] ?? Math.max(LEAST_WORDS, Math.floor((rest * share(column)) / shares)),
  );
  // What rounding leaves goes to the last column of words.
  const last = fixed.lastIndexOf(null);
  const left = facts.room - widths.reduce((sum, width) => sum + width, 0);
  if (left > 0 && last >= 0) widths[last] = (widths[last] ?? 0) + left;
  return widths;
}

/** A header cell narrower than this breaks its words by hand. */
export const NARROW_PX = 40;
/** Narrower than this it holds one character a line. */
const TWO_CHARACTERS_PX = 28;

/** A header in pieces for a narrow cell, none of which is broken: 依申请公开 as 依, 申请, 公开. */
export function headerPieces(text: string, width: number): string[] {
  const characters = [...text];
  if (width < TWO_CHARACTERS_PX) return characters;
  const first = characters.length % 2 ? characters.splice(0, 1) : [];
  return [...first, ...characters.flatMap((character, at) => (at % 2 ? [] : [character + characters[at + 1]]))];
}

/** How many chips of these texts fit into so many lines of a cell, measured by characters of 12 px. */
export function chipsThatFit(texts: string[], width: number, lines: number): number {
  let line = 1;
  let used = 0;
  for (const [index, text] of texts.entries()) {
    const chip = Math.min(width, text.length * 12 + 8);
    if (used > 0 && used + 2 + chip > width) {
      line += 1;
      used = 0;
    }
    if (line > lines) return index;
    used += used > 0 ? chip + 2 : chip;
  }
  return texts.length;
}
