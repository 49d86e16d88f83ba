/** Errors that the preparer has left as they are, with the reason: who checks has to agree to each. */
import type { ExcuseView, Finding, Problem, RemarkSpot } from "@/platform";

export interface Excused {
  spot: RemarkSpot;
  problem: Problem;
  reason: string;
}

/** The findings for which a reason was given, in the order of the findings. */
export function excusedOf(findings: readonly Finding[], excuses: readonly ExcuseView[]): Excused[] {
  return findings.flatMap(({ item, part, column, problem }) => {
    const excuse = excuses.find(
      (each) => each.rule === problem.kind && each.item === item && each.part === part && each.column === column,
    );
    return excuse ? [{ spot: { item, part, column }, problem, reason: excuse.reason }] : [];
  });
}
