/** What does not hold of signatures, digests and the chain: which version, which step, what. */
import type { ProofFault, ProofProblem, SealedPart } from "@/platform";

import { fill, table } from "./table";

const faultSentences: Record<ProofFault, string> = table.faults;

/** What of a library is sealed, as users know it. */
const partNames: Record<SealedPart, string> = table.parts;

/** What does not hold, after the version and the step where it was found. */
export function proofSentence({ version, step, part, fault }: ProofProblem): string {
  const { units, proof } = table;
  const sentence =
    part === null
      ? faultSentences[fault]
      : fill(proof.of_part, { part: partNames[part], fault: faultSentences[fault] });
  const place =
    (version === null ? "" : fill(units.version, { number: version })) +
    (step === null ? "" : fill(units.step, { number: step }));
  return place === "" ? sentence : fill(proof.at_place, { place, fault: sentence });
}

export const proofWords = {
  broken: `${table.verdicts.fails}，数据可能被改动过。`,
  /** What to do where a catalogue does not hold, and where the whole library does not. */
  adviceOnCatalogue:
    "可以查看和导出，不能签名。请关闭本软件，用备份的目录库文件换回现在的文件；没有备份的，把本目录导出为JSON再导入，作为新的一份送审。",
  adviceOnLibrary:
    "所有目录都可以查看和导出，不能签名。请关闭本软件，用备份的目录库文件换回现在的文件；没有备份的，把各份目录导出为JSON，移走目录库文件，重新登记人员后再导入。",
  /** What did hold. */
  holds: (versions: number, steps: number) => `已核对${versions}个版本、${steps}次签名，数据未被改动。`,
  nothingYet: "还没有签名。送审以后，每一步的签名列在这里。",
};

/** What belongs to all catalogues together. */
const OF_LIBRARY: readonly SealedPart[] = ["schema", "bin", "people", "people_log", "keys", "settings", "templates"];

/** What to do about what does not hold in this library. */
export const adviceOn = (faults: readonly ProofProblem[]): string =>
  faults.some(({ part }) => part !== null && OF_LIBRARY.includes(part))
    ? proofWords.adviceOnLibrary
    : proofWords.adviceOnCatalogue;

/** What forbids signing; warnings are only told. */
export const faultsOf = (problems: readonly ProofProblem[]): ProofProblem[] =>
  problems.filter((each) => !each.is_warning);
export const warningsOf = (problems: readonly ProofProblem[]): ProofProblem[] =>
  problems.filter((each) => each.is_warning);
