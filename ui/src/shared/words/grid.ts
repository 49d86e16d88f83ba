/** Words of the table. */
import type { Severity } from "@/platform";

const severities: Record<Severity, string> = { error: "错误", warning: "提醒", info: "提示" };

export const gridWords = {
  finding: (severity: Severity, sentence: string) => `${severities[severity]}：${sentence}`,
  fillHandle: "向下拖动填充",
  tick: "√",
  channelSeparator: "、",
  selectedCells: (rows: number, columns: number) => `已选${rows}×${columns}格`,
  selectedAreas: (count: number) => `已选${count}处`,
  selectedShared: (items: number) => `已选1个合并格，${items}项共用`,
};

/** How ticks and boxes are written in the tables of other programs. */
export const tickWords = {
  ticked: /^(√|✓|✔|☑|☒|■|●|▲|⊙|v|x|y|1|t|是|有|选|对)$/i,
  notTicked: /^(|□|☐|○|×|✗|✘|0|n|\/|-|—|——|否|无|口)$/i,
  box: /([■☑☒√✓✔□☐口])\s*([^■☑☒√✓✔□☐口\n]+)/g,
  anyBox: /[■☑☒√✓✔□☐]/,
  emptyBox: /[□☐口]/,
  /** One word written in two ways. */
  sameWord: (text: string) => text.replace("其它", "其他"),
};

export const pasteWords = {
  heading: "粘贴前请核对",
  size: (rows: number, columns: number) => `剪贴板中的内容有${rows}行${columns}列。`,
  differs: (rows: number, columns: number) => `选定区域是${rows}行${columns}列，大小不同。`,
  rest: (rows: number) => `目录末尾放不下其中${rows}行，可另增${rows}项二级事项。`,
  beyond: (columns: number) => `右边放不下其中${columns}列，这些列不粘贴。`,
  misfits: (count: number) => `有${count}格的内容与栏目不符，不粘贴，原有内容保留。`,
  item: "事项",
  newItem: "新增",
  misfit: "与栏目不符",
  more: (rows: number) => `另有${rows}行，没有列出。`,
  asItIs: "按原样粘贴",
  inside: "只填入选定区域",
  add: (count: number) => `粘贴并另增${count}项`,
  cancel: "取消",
};

export const columnMenuWords = {
  label: "栏目",
  resize: "拖动调整列宽，双击适合窗口",
  wider: "加宽",
  narrower: "变窄",
  fit: "本栏适合窗口",
  fitAll: "全部适合窗口",
  freeze: "冻结到本栏",
  thaw: "取消冻结",
  hide: "隐藏本栏",
  showAll: (count: number) => (count > 0 ? `显示隐藏的${count}栏` : "显示隐藏的栏目"),
  hidden: (count: number) => `已隐藏${count}栏，显示`,
};

export const gridKeyWords = {
  typing: "正在填写",
  doneDown: "完成并下移",
  right: "右移",
  giveUp: "放弃修改",
  fillDown: "向下填充",
  clear: "清空",
};
