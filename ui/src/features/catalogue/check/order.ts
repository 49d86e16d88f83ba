/** Findings in the order in which they are worked off. */
import type { Finding, Id } from "@/platform";

import type { Selection } from "../store";
import type { ItemPlace } from "../view";

/** Errors first, then from the first item to the last. */
export function inOrder(findings: Finding[], places: ReadonlyMap<Id, ItemPlace>): Finding[] {
  const number = (finding: Finding): number => places.get(finding.item)?.number ?? 0;
  const rank = (finding: Finding): number => (finding.severity === "error" ? 0 : 1);
  return findings
    .filter((finding) => places.has(finding.item))
    .sort((a, b) => rank(a) - rank(b) || number(a) - number(b));
}

/** Which finding the selected cell has, or -1. */
export const findingAt = (findings: Finding[], chosen: Selection): number =>
  findings.findIndex(
    (each) =>
      chosen.kind === "item" &&
      each.item === chosen.item &&
      each.column === chosen.column &&
      (each.part ?? chosen.part) === chosen.part,
  );
