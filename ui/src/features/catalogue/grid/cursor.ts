/** Where the keys lead the cursor of the table. A merged cell is one step. */
import { blockOf, type Sheet, type Spot } from "./sheet";

export type Step =
  | "up"
  | "down"
  | "left"
  | "right"
  | "rowStart"
  | "rowEnd"
  | "pageUp"
  | "pageDown"
  | "first"
  | "last"
  | "previousGroup"
  | "nextGroup";

const PAGE_ROWS = 6;

/** The spot after a step; `null` where there is nothing to stand on. */
export function moveSpot(from: Spot | null, step: Step, sheet: Sheet): Spot | null {
  if (sheet.lines.length === 0) return null;
  const at = from ?? { line: 0, column: 0 };
  const lastColumn = sheet.columns.length - 1;
  switch (step) {
    case "left":
      return { ...at, column: Math.max(0, at.column - 1) };
    case "right":
      return { ...at, column: Math.min(lastColumn, at.column + 1) };
    case "rowStart":
      return { ...at, column: 0 };
    case "rowEnd":
      return { ...at, column: lastColumn };
    case "first":
      return { line: 0, column: 0 };
    case "last":
      return { line: sheet.lines.length - 1, column: lastColumn };
    case "previousGroup":
      return { ...at, line: groupAbove(at.line, sheet) };
    case "nextGroup":
      return { ...at, line: sheet.starts[groupOf(at.line, sheet) + 1] ?? at.line };
    case "up":
      return above(at, sheet);
    case "down":
      return below(at, sheet);
    case "pageUp":
      return repeat(at, (spot) => above(spot, sheet));
    case "pageDown":
      return repeat(at, (spot) => below(spot, sheet));
  }
}

const groupOf = (line: number, sheet: Sheet): number => sheet.lines[line]?.groupIndex ?? 0;

/** The start of the group one is in, or, there, of the one before. */
function groupAbove(line: number, sheet: Sheet): number {
  const group = groupOf(line, sheet);
  const start = sheet.starts[group] ?? 0;
  return line > start ? start : (sheet.starts[group - 1] ?? 0);
}

function repeat(from: Spot, step: (spot: Spot) => Spot): Spot {
  let at = from;
  for (let count = 0; count < PAGE_ROWS; count += 1) at = step(at);
  return at;
}

const above = (at: Spot, sheet: Sheet): Spot => ({ ...at, line: Math.max(0, blockOf(sheet, at).top - 1) });

function below(at: Spot, sheet: Sheet): Spot {
  const block = blockOf(sheet, at);
  const next = block.top + block.span;
  return next < sheet.lines.length ? { ...at, line: next } : at;
}
