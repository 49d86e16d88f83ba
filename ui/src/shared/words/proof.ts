/** What does not hold of signatures, digests and the chain: which version, which step, what. */
import type { ProofFault, ProofProblem, SealedPart } from "@/platform";

const faultSentences: Record<ProofFault, string> = {
  out_of_order: "签名记录缺少、重复，或属于另一份目录。",
  broken_link: "签名记录与前一步接不上。",
  unknown_algorithm: "签名由新版软件作出，本版不能核对。请安装新版软件。",
  bad_signature: "签名核对不符，记录在签名后被改动过。",
  unknown_key: "签名所用的密钥不属于本机认识的人员。",
  key_of_another: "签名所用的密钥属于另一个人。",
  not_allowed: "按当时的状态和职责，不能办理这一步。",
  other_content: "签名的内容与送审的内容不同。",
  content_missing: "签名的内容已不在。",
  content_altered: "签名的内容在签名后被改动过。",
  unsigned: "存为版本的内容没有对应的签名。",
  remarks_altered: "当时的批注被删去或改动过。",
  other_stage: "目录所在的步骤与签名记录不符。",
  catalogue_altered: "目录内容与最后一次签名时不同，数据在签名后被改动过。",
  clock_set_back: "时间早于前一步，两台电脑的时钟可能不一致。",
  cover_altered: "流转文件或发送人的签名被改动过。",
  altered_outside: "数据被其他程序改动过。",
};

/** What of a library is sealed, as users know it. */
const partNames: Record<SealedPart, string> = {
  schema: "目录库的结构",
  bin: "回收站中的目录",
  people: "人员",
  people_log: "人员变动记录",
  keys: "已知的签名密钥",
  settings: "签审设置",
  templates: "自存模板",
  catalogue: "标题、表格样式或状态",
  groups: "一级事项",
  items: "二级事项",
  edit_log: "修改记录",
  records: "签名记录",
  versions: "各版内容",
  remarks: "批注",
  excuses: "检查结果的说明",
};

export function proofSentence({ version, step, part, fault }: ProofProblem): string {
  const place = [version === null ? "" : `第${version}版`, step === null ? "" : `第${step}步`].join("");
  const sentence = part === null ? faultSentences[fault] : `${partNames[part]}的${faultSentences[fault]}`;
  return place ? `${place}：${sentence}` : sentence;
}

export const proofWords = {
  broken: "核对不符，数据可能被改动过。",
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
