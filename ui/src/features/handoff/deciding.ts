/** What has to be decided before a hand-off file is taken in: whose keys are trusted, and which side each cell takes. */
import type { HandoffView, IntroductionView, MergeSide } from "@/platform";
import { faultsOf } from "@/shared/words/proof";

export type Choice = MergeSide | null;

export interface Decisions {
  /** Fingerprints that were compared. */
  trusted: ReadonlySet<string>;
  /** For each conflict the side; none where nothing is chosen yet. */
  sides: readonly Choice[];
}

export const undecided = (view: HandoffView): Decisions => ({
  trusted: new Set(),
  sides: view.conflicts.map(() => null),
});

/** What is left to decide. */
export const left = (
  view: HandoffView,
  { trusted, sides }: Decisions,
): { introductions: number; conflicts: number } => ({
  introductions: view.introductions.filter((each) => !trusted.has(each.fingerprint)).length,
  conflicts: view.conflicts.filter((_, at) => !sides[at]).length,
});

/** Whether nothing stands in the way any more. */
export function mayTakeIn(view: HandoffView, decisions: Decisions, isAdministrator: boolean): boolean {
  const { introductions, conflicts } = left(view, decisions);
  return (
    introductions === 0 &&
    conflicts === 0 &&
    isSound(view) &&
    (isAdministrator || !view.introductions.some(hasOtherKey))
  );
}

/** Whether all in it holds; warnings forbid nothing. */
export const isSound = (view: HandoffView): boolean => faultsOf(view.problems).length === 0;

/** Whether the person is known here by another key. */
export const hasOtherKey = (introduction: IntroductionView): boolean => introduction.known_fingerprint !== null;

/** The sides in the order of the conflicts; nothing while one is not chosen. */
export function chosenSides(decisions: Decisions): MergeSide[] | null {
  const sides = decisions.sides.filter((side) => side !== null);
  return sides.length === decisions.sides.length ? sides : null;
}

export const withSide = (decisions: Decisions, at: number, side: MergeSide): Decisions => ({
  ...decisions,
  sides: decisions.sides.map((each, index) => (index === at ? side : each)),
});

export const withAll = (decisions: Decisions, side: MergeSide): Decisions => ({
  ...decisions,
  sides: decisions.sides.map(() => side),
});

export function withTrust(decisions: Decisions, fingerprint: string, agrees: boolean): Decisions {
  const trusted = new Set(decisions.trusted);
  if (agrees) trusted.add(fingerprint);
  else trusted.delete(fingerprint);
  return { ...decisions, trusted };
}

/** The groups of a fingerprint, as they are read aloud. */
export const groupsOf = (fingerprint: string): string[] => fingerprint.split(/[\s-]+/).filter(Boolean);
