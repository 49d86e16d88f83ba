/** Words of the dialog in which something is signed, and of each step that is signed in it. */
import type { Action } from "@/platform";

import { versionName } from "./states";

export const signWords = {
  pinOf: (name: string) => `${name}的口令`,
  other: "换人签名",
  come: "登录",
  recorded: "本步将签名并记入签审记录",
};

/** What the words of a step are made from. */
export interface StepFacts {
  version: number;
  /** Who does what next; empty where nothing follows. */
  next: string;
}

interface SignedStep {
  heading: string;
  consequence: (facts: StepFacts) => string;
  /** The button that signs it. */
  sign: string;
  /** What is said when it is done. */
  done: (facts: StepFacts) => string;
}

const whatIsSigned = "签名针对的就是下面这份内容，以后有任何改动都能查出。";

export const signedSteps: Record<Action, SignedStep> = {
  submit: {
    heading: "送审",
    consequence: ({ next }) => `送审后由${next}。办理期间只能查看，退回或撤回后才能再改。`,
    sign: "签名并送审",
    done: ({ next }) => `已送审，等待${next}。退回或通过后，目录库会提示。`,
  },
  withdraw: {
    heading: "撤回送审",
    consequence: () => "目录将回到“填表中”，可以继续改。",
    sign: "签名并撤回",
    done: () => "已撤回，可以继续填表。",
  },
  send_back: {
    heading: "退回填表人",
    consequence: () => "目录将回到“填表中”。填表人须逐条答复批注，才能再次送审。",
    sign: "签名并退回",
    done: () => "已退回，等待填表人逐条答复",
  },
  pass_secrecy_review: {
    heading: "保密审查通过",
    consequence: () => `目录将转到“待复核”。${whatIsSigned}`,
    sign: "签名并通过",
    done: () => "保密审查已通过，等待复核",
  },
  review: {
    heading: "复核通过",
    consequence: () => `目录将转到“待审签”。${whatIsSigned}`,
    sign: "签名并通过",
    done: () => "复核已通过，等待审签",
  },
  approve: {
    heading: "审签",
    consequence: () => "审签后这一版不能再改，以后要改须开始新的一版。印出的表上有签审人员、日期和核对码。",
    sign: "签名并审签",
    done: () => "已审签，印出的表上有核对码",
  },
  revise: {
    heading: "开始修订",
    consequence: ({ version }) =>
      `将以${versionName(version)}为底稿，开始填${versionName(version + 1)}。已审签的${versionName(version)}不变，随时可以查看和导出。`,
    sign: "签名并开始修订",
    done: ({ version }) => `${versionName(version)}开始修订，已审签的版本不变。`,
  },
};

/** What goes along with a signature, or is signed. */
export const alongWords = {
  submitted: "随同送出",
  signed: "签名的内容",
  remarks: "随退回送出的批注",
  catalogue: (title: string, version: number) => `《${title}》${versionName(version)}`,
  counts: (groups: number, items: number) => `一级事项${groups}项，二级事项${items}项`,
  excused: (count: number) => `填表人已说明理由的错误${count}处`,
  findings: (excused: number, warnings: number) =>
    [excused > 0 ? `已说明理由的错误${excused}处` : "没有错误", warnings > 0 ? `提醒${warnings}处` : "没有提醒"].join(
      "，",
    ),
  answered: (count: number) => `已答复的批注${count}条`,
  changes: (state: string, counts: string) => `与${state}相比：${counts}`,
  unwritten: (count: number) => `有${count}条批注写好了还没有写入，不会随同送出。`,
  writeAll: "全部写入",
  unseen: (count: number) => `还有${count}处变化没有看过。`,
};

/** 退回意见 */
export const opinionWords = {
  label: "退回意见",
  hint: "对整份目录，可不填",
  hintNeeded: "还没有批注，须写明要改什么",
  field: "写给填表人，须答复后才能再次送审",
};
