/** Whose turn it is with a catalogue, and what comes next. */
import type { CatalogueSummary, PersonView } from "@/platform";
import { onlyOneWith, roleOf } from "@/shared/signoff";
import { turnWords as words } from "@/shared/words/library";

export type Turn = "mine" | "others" | "approved";

type Standing = Pick<CatalogueSummary, "stage" | "is_sent_back" | "open_remarks" | "stage_since" | "check_code">;

/** Whose turn it is, by the roles of who is working. */
export function turnOf(catalogue: Pick<Standing, "stage">, me: PersonView | null): Turn {
  const role = roleOf(catalogue.stage);
  if (!role) return "approved";
  return me?.roles.includes(role) ? "mine" : "others";
}

/** How urgent a catalogue is for who has it: sent back, to be checked, to be filled in. */
const urgency = ({ stage, is_sent_back }: Pick<Standing, "stage" | "is_sent_back">): number =>
  stage !== "preparing" ? 1 : is_sent_back ? 0 : 2;

/** What waits for who is working, most urgent first; of what is to be checked, what has waited longest. */
export function waitingFor<T extends Standing>(catalogues: readonly T[], me: PersonView | null): T[] {
  const mine = catalogues.filter((each) => turnOf(each, me) === "mine");
  const since = (each: T): string => (urgency(each) === 1 ? (each.stage_since ?? "") : "");
  return mine.sort((a, b) => urgency(a) - urgency(b) || since(a).localeCompare(since(b)));
}

const DAY_MS = 86_400_000;

/** Whole days since a moment; 0 where there is none. */
export function daysSince(moment: string | null, now: number): number {
  const at = moment ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(at) ? 0 : Math.max(0, Math.floor((now - at) / DAY_MS));
}

/** What comes next, in words. */
export function nextStep(catalogue: Standing, people: readonly PersonView[], now: number): string {
  const { stage } = catalogue;
  if (stage === "approved") return catalogue.check_code ? words.code(catalogue.check_code) : "";
  if (stage === "preparing") {
    if (!catalogue.is_sent_back) return words.prepare;
    return catalogue.open_remarks > 0 ? words.sentBack(catalogue.open_remarks) : words.answered;
  }
  return words.waits(stage, onlyOneWith(roleOf(stage), people), daysSince(catalogue.stage_since, now));
}

/** What opening it is called, for who is working. */
export function openWord(catalogue: Standing, turn: Turn): string {
  if (catalogue.stage === "preparing")
    return catalogue.is_sent_back && catalogue.open_remarks > 0 ? words.answer : words.fill;
  if (turn !== "mine") return words.look;
  return words.check[catalogue.stage] ?? words.look;
}
