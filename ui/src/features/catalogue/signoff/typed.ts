/** Names in the sign-off line that were typed and that no step stands behind. On paper the program says so too. */
import type { HeadingField, SignoffView } from "@/platform";

const NAMES: readonly HeadingField[] = ["preparer", "reviewer", "approver"];

/** Of a catalogue that is being prepared: only 送审 writes a name there, the preparer's. All others are put in by the steps. */
export function typedNames(
  signoff: Pick<SignoffView, "stage" | "steps">,
  nameOf: (field: HeadingField) => string,
): HeadingField[] {
  if (signoff.stage !== "preparing") return [];
  const submitted = signoff.steps.findLast((step) => step.action === "submit")?.name;
  return NAMES.filter((field) => nameOf(field) !== "" && !(field === "preparer" && nameOf(field) === submitted));
}

/** Who has signed a step of a catalogue that is on its way or approved, as the form is printed; empty before. */
export function signedName({ stage, steps }: Pick<SignoffView, "stage" | "steps">, field: HeadingField): string {
  const action = ({ reviewer: "review", approver: "approve" } as const)[field as "reviewer"];
  if (stage === "preparing" || !action) return "";
  const submitted = steps.findLastIndex((step) => step.action === "submit");
  return steps.slice(submitted).findLast((step) => step.action === action)?.name ?? "";
}
