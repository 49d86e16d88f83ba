/** Names in the sign-off line that were typed and that no step stands behind. On paper the program says so too. */
import type { HeadingField, SignoffView } from "@/platform";

const NAMES: readonly HeadingField[] = ["preparer", "reviewer", "approver"];

/** Of a catalogue that is being prepared: only 送审 writes a name there, the preparer's. All others are put in by the steps. */
export function typedNames(signoff: Pick<SignoffView, "stage" | "steps">, nameOf: (field: HeadingField) => string): HeadingField[] {
  if (signoff.stage !== "preparing") return [];
  const submitted = signoff.steps.findLast((step) => step.action === "submit")?.name;
  return NAMES.filter((field) => nameOf(field) !== "" && !(field === "preparer" && nameOf(field) === submitted));
}
