/** 批注: what is asked about a place of a catalogue and answered there; in order, by place, and what can be said. */
import type {
  ColumnKey,
  EntryKind,
  Id,
  RemarkRequest,
  RemarkSpot,
  RemarkTurn,
  RemarkView,
  SignoffView,
  Stage,
} from "@/platform";
import { ITEM } from "@/shared/columns";
import { common } from "@/shared/words/common";
import { remarkWords } from "@/shared/words/remarks";
import { spotWords } from "@/shared/words/review";

export const spotKey = (spot: RemarkSpot): string => `${spot.item ?? ""} ${spot.part ?? ""} ${spot.column ?? ""}`;

const RANK: Record<RemarkTurn, number> = { open: 0, answered: 1, closed: 2 };

/** What waits for an answer first, what is closed last. */
export const inTurn = (remarks: readonly RemarkView[]): RemarkView[] =>
  [...remarks].sort((a, b) => RANK[a.state] - RANK[b.state]);

export const openCount = (remarks: readonly RemarkView[]): number =>
  remarks.filter((remark) => remark.state === "open").length;

/** What can be said to a remark at a stage; whether this person may say it, the program decides. */
export function entriesFor(stage: Stage, state: RemarkTurn): EntryKind[] {
  if (state === "closed" || stage === "approved") return [];
  if (stage === "preparing") return ["changed", "not_changed"];
  return state === "answered" ? ["closed", "asked"] : ["asked", "closed"];
}

/** Whether another remark can be made. */
export const canAsk = (stage: Stage): boolean => stage !== "preparing" && stage !== "approved";

/** The place of the cell at which a remark is shown: a remark on a whole item at its name. */
export const cellOf = (spot: RemarkSpot): RemarkSpot => ({ ...spot, column: spot.column ?? ITEM });

export type RemarksByCell = ReadonlyMap<string, readonly RemarkView[]>;

/** The remarks that are not closed, by cell. */
export function byCell(remarks: readonly RemarkView[]): RemarksByCell {
  const found = new Map<string, RemarkView[]>();
  for (const remark of remarks) {
    if (remark.place.item === null || remark.state === "closed") continue;
    const key = spotKey(cellOf(remark.place));
    found.set(key, [...(found.get(key) ?? []), remark]);
  }
  return found;
}

/** The remarks of a cell. One that names no row counts for all rows of the item. */
export function remarksAt(
  cells: RemarksByCell,
  item: Id,
  part: number | null,
  column: ColumnKey,
): readonly RemarkView[] {
  if (cells.size === 0) return [];
  const whole = cells.get(spotKey({ item, part: null, column })) ?? [];
  return part === null ? whole : [...whole, ...(cells.get(spotKey({ item, part, column })) ?? [])];
}

/** The remarks of exactly this place. */
export const remarksOn = (remarks: readonly RemarkView[], spot: RemarkSpot): RemarkView[] =>
  remarks.filter((remark) => spotKey(remark.place) === spotKey(spot));

/** How many remarks each place has. */
export function countsBySpot(remarks: readonly RemarkView[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { place, entries } of remarks)
    counts.set(
      spotKey(place),
      (counts.get(spotKey(place)) ?? 0) + entries.filter((entry) => entry.kind !== "closed").length,
    );
  return counts;
}

/** The remark that a question at a place goes on with: the last one that is not closed. */
export const goesOn = (remarks: readonly RemarkView[], spot: RemarkSpot): RemarkView | undefined =>
  remarksOn(remarks, spot).findLast((remark) => remark.state !== "closed");

/** What was asked of a remark since it was answered last. */
export function asked({ entries }: RemarkView): string {
  const answer = entries.findLastIndex((entry) => entry.kind === "changed" || entry.kind === "not_changed");
  return entries
    .slice(answer + 1)
    .filter((entry) => entry.kind === "asked")
    .map((entry) => entry.text)
    .join("\n");
}

/** A question at a place. */
export const question = (remarks: readonly RemarkView[], spot: RemarkSpot, text: string): RemarkRequest =>
  entryOf(goesOn(remarks, spot)?.id ?? null, spot, "asked", text);

export const entryOf = (remark: Id | null, place: RemarkSpot, kind: EntryKind, text: string): RemarkRequest => ({
  remark,
  place,
  kind,
  text,
});

/** Whether the person at work may ask and close, as everyone may who can send back. */
export function mayRemark(signoff: SignoffView | null): boolean {
  const option = signoff?.options.find((each) => each.action === "send_back");
  if (!option) return false;
  return !["no_person", "not_in_role", "not_now"].includes(option.refusal?.kind ?? "");
}

/** A place in words: what it is on, and which of its columns. */
export function spotText(
  spot: RemarkSpot,
  items: ReadonlyMap<Id, { number: number; name: string }>,
  columnOf: (key: string) => string,
): { place: string; name: string; column: string } {
  if (spot.item === null) return { place: remarkWords.whole, name: "", column: "" };
  const item = items.get(spot.item);
  const column = spot.column === null ? "" : columnOf(spot.column);
  return {
    place: item ? spotWords.item(item.number) : remarkWords.gone,
    name: item ? item.name || common.untitledItem : "",
    column: spot.part === null ? column : `${column}${spotWords.row(spot.part)}`,
  };
}
