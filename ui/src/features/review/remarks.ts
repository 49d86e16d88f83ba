/** The remarks of a place, and what can be done with them. */
import type { EntryKind, Id, RemarkRequest, RemarkSpot, RemarkView, SignoffView } from "@/platform";
import { common } from "@/shared/words/common";
import { reviewWords, spotWords } from "@/shared/words/review";

import { spotKey, type ItemNames } from "./lines";

export const remarksAt = (remarks: readonly RemarkView[], spot: RemarkSpot): RemarkView[] =>
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
  remarksAt(remarks, spot).findLast((remark) => remark.state !== "closed");

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

/** Whether who is working may ask and close: who may send back may. */
export function mayRemark(signoff: SignoffView | null): boolean {
  const option = signoff?.options.find((each) => each.action === "send_back");
  if (!option) return false;
  return !["no_person", "not_in_role", "not_now"].includes(option.refusal?.kind ?? "");
}

/** Whether the catalogue stands where remarks are made at all. */
export const isRemarkTime = (signoff: SignoffView | null): boolean =>
  signoff !== null && ["secrecy_review", "in_review", "in_approval"].includes(signoff.stage);

/** A place in words: what it is on, and which of its columns. */
export function spotText(
  spot: RemarkSpot,
  items: ItemNames,
  columnOf: (key: string) => string,
): { place: string; name: string; column: string } {
  if (spot.item === null) return { place: reviewWords.whole, name: "", column: "" };
  const item = items.get(spot.item);
  const column = spot.column === null ? "" : columnOf(spot.column);
  return {
    place: item ? spotWords.item(item.number) : spotWords.gone,
    name: item ? item.name || common.untitledItem : "",
    column: spot.part === null ? column : `${column}${spotWords.row(spot.part)}`,
  };
}
