/** Words of taking documents of others in: the check of one, where it goes, and many at once. */
import type { CatalogueSummary, Flaw, MarkKind } from "@/platform";

import { stageWords } from "./common";
import { versionName } from "./states";

/** The ways in. */
export const incomingWords = {
  kinds: "表格、文档和目录文件",
  reading: (name: string) => `正在读取${name}`,
  file: (name: string) => `“${name}”`,
  pasted: "粘贴的表格",
  drop: "松开鼠标，导入拖来的文件",
  dropHint: "可以一次拖来几个：XLSX、XLS、ODS、DOCX、HTML、CSV、TXT",
  notAFile: "拖来的不是文件，没有导入。请从文件夹中拖来表格文件，或复制表格后在这里按Ctrl+V。",
  oneAtATime: "一次只能把一个文件导入到本目录。请只选一个；要把几个文件各作一份目录，请在目录库中导入。",
  nothingPasted: "剪贴板里没有表格或文字。请先在Excel、WPS、Word或网页中复制表格，再到这里按Ctrl+V。",
  taken: (title: string, items: number) => `已导入“${title}”，${items}项`,
};

const places = (row: number | null, last: number | null): string => {
  if (row === null) return "全表";
  return last !== null && last > row ? `第${row}行至第${last}行` : `第${row}行`;
};

export const importWords = {
  title: "导入表格",
  steps: ["选择文件", "核对栏目和内容", "导入"],
  stepsLabel: "导入的步骤",
  leave: "返回目录库",
  leaveToBatch: "返回文件列表",
  back: "上一步",
  next: (items: number) => `导入${items}项`,
  facts: (kind: string, tables: number, groups: number, items: number) =>
    `${kind}${tables > 0 ? `，${tables}个表` : ""}，找到${groups}个一级事项、${items}个二级事项`,
  exchange: "目录文件",
  counts: {
    rows: "行",
    items: "项",
    groups: "一级事项",
    boxes: "勾选框",
    repeated: "行重复表头，略去",
    leftOut: "项不导入",
  },
  template: "按模板",
  asFound: "按文件自带的栏目",
  ofCatalogue: (title: string) => `所选目录的栏目：${title}`,
  ofTemplate: (name: string, columns: number) => `${name}（${columns}栏）`,
  onlyFlagged: "只看要核对的行",
  cleanUp: (count: number) => `整理文字（${count}处）`,
  cleanUpChosen: (chosen: number, count: number) => `整理文字（已选${chosen}处，共${count}处）`,
  undo: "撤销上一处改动",
  undone: "已撤销上一处改动",
  mapping: "对应",
  mappingOf: (letter: string, header: string) => `${letter}列${header ? `“${header}”` : ""}对应的栏目`,
  toCheck: "请核对",
  status: (columns: number, unsure: number, none: number) =>
    [
      unsure === 0 ? `${columns}栏全部对应` : `${columns}栏中有${unsure}栏请核对，标“?”`,
      none > 0 ? `${none}栏不导入` : "",
      "绿色为按表头自动对应，单击可改",
    ]
      .filter(Boolean)
      .join("；"),
  untouched: "原文件不会被改动",
  grid: "原表",
  folded: (first: number, last: number, items: number) => `${places(first, last)}　${items}项，无须核对，已折叠`,
  unfold: "展开",
  skipped: {
    repeated: (first: number, last: number) => `${places(first, last)}　重复的表头，导入时略去`,
    blank: (first: number, last: number) => `${places(first, last)}　空行，导入时略去`,
    both: (first: number, last: number) => `${places(first, last)}　重复的表头和空行，导入时略去`,
  },
  isLeftOut: "不导入",
  tables: "文件中的表",
  tableName: (name: string, number: number) => name || `表${number}`,
  tableRows: (rows: number) => `${rows}行`,
  hiddenTable: "隐藏",
  takeTable: (name: string) => `导入“${name}”`,
  notTaken: "这个表没有选上，勾选后才会导入。右键某行可作为表头。",
  position: (row: number, column: string) => `第${row}行${column}列`,
  standsIn: (column: string) => `原表在${column}列`,
  unread: "没有归入任何一栏，不导入",
  shifted: "原表这一行没有与表头对齐，各格已按内容移到相应的栏目之下",
  filledFrom: (row: number) => `按第${row}行内容填入`,
  filledFromAbove: "按上一项填入",
  rowMenu: (row: number) => `第${row}行的菜单`,
  keys: { rowMenu: "行的菜单", column: "改栏目", finding: "下一处" },
  looking: "正在按新的选择重读",
  loading: "正在读取各行",
};

export const rowMenuWords = {
  header: (rows: number) => (rows === 1 ? "作为表头（1行）" : `与下面${rows - 1}行一起作为表头`),
  leaveOut: "不导入此项",
  takeBack: "恢复导入此项",
  beginGroup: "从此项起为新的一级事项…",
  renameGroup: "一级事项改名…",
  join: "并入上一个一级事项",
  restore: "撤回对此项的改动",
};

export const groupDialogWords = {
  title: "从此项起为新的一级事项",
  titleOfRename: "一级事项改名",
  label: "一级事项名称",
  hint: "此项和同一个一级事项中后面各项归入新的一级事项。",
  missing: "请填写名称。",
  ok: "确定",
};

/** Groups of what a column can be. */
export const useWords = {
  names: "事项",
  itemNumber: "事项编号",
  /** What the names of ways to publish end with. */
  published: /公开$/,
  texts: "内容",
  audience: "公开对象",
  method: "公开方式",
  aspects: "所属“五公开”类型",
  levels: "公开层级",
  own: "自设栏目",
  channel: "只有“√”的某一渠道",
  none: "不导入",
  words: {
    audience: "公开对象（写文字）",
    method: "公开方式（写文字）",
    aspects: "“五公开”类型（写文字）",
    levels: "公开层级（写文字）",
  } satisfies Record<MarkKind, string>,
  ownNamed: (label: string) => `自设“${label}”`,
  channelNamed: (label: string) => `渠道“${label}”`,
  column: (letter: string) => `第${letter}列`,
};

export const findingWords = {
  title: "需要核对",
  all: (count: number) => `全部 ${count}`,
  errors: (count: number) => `须选定 ${count}`,
  warnings: (count: number) => `提醒 ${count}`,
  infos: (count: number) => `说明 ${count}`,
  hint: "没有选定的格导入后留空，不会替您猜",
  none: "没有要核对的地方。",
  noneOfKind: "没有这一类。",
  place: (table: string, row: number | null, column: string) =>
    [table, row === null ? "" : places(row, null), column].filter(Boolean).join("　") || "全表",
  tick: (column: string) => `勾选${column}`,
  ticked: "勾选",
  leaveEmpty: "留空待填",
  makeEmpty: "改为留空",
  leaveOut: "不导入此项",
  look: "查看",
  takeBack: "撤回",
  done: {
    ticked: (columns: string) => `已选定${columns}`,
    empty: "已改为留空",
    left: "已定：留空待填",
    leftOut: "已定：不导入",
  },
  list: "需要核对的地方",
};

export const cleaningWords = {
  title: "整理文字",
  intro: "只改选中的各处，原文件不会被改动。栏目或各行再有改动时，选中的会清空，须重新选。",
  flaws: {
    space: "汉字之间的空格",
    punctuation: "半角标点改为全角",
    line_break: "词中的换行",
    script: "繁体字改为简体",
  } satisfies Record<Flaw, string>,
  all: "全选",
  count: (chosen: number, count: number) => `已选${chosen}处，共${count}处`,
  before: "原文",
  after: "改为",
  title_: "标题",
  group: "一级事项",
  item: (number: number) => `第${number}项`,
  apply: (count: number) => (count === 0 ? "不作整理" : `导入时整理${count}处`),
  cleared: "栏目或各行有改动，选中的文字整理已清空，须重新选。",
  none: "没有可以整理的文字。",
};

export const intoWords = {
  question: "导入到哪里",
  fresh: "新建目录",
  freshHint: (title: string) => `以“${title}”为标题，作为一份新的目录`,
  version: "作为某目录的新版本",
  versionHint: "同一目录的新一稿。逐项比较，列出改动，导入后仍可撤销",
  items: "加入某目录",
  itemsHint: "各项加到同名的一级事项之下，没有的新建一级事项",
  which: "目录",
  choose: "请选择目录",
  noCatalogue: "目录库中没有“填表中”的目录。",
  refused: (catalogue: Pick<CatalogueSummary, "stage">) =>
    catalogue.stage === "approved"
      ? `${stageWords.approved}，须先开始修订`
      : `${stageWords[catalogue.stage]}，须先撤回或等待退回`,
  option: (title: string, version: number, items: number) => `${title}（${versionName(version)}，${items}项）`,
  comparing: "正在比较",
  matched: (matched: number, items: number) => `文件中的${items}项，有${matched}项在目录中已有`,
  removedHint: (removed: number) => `目录中有${removed}项是文件中没有的，导入后将删去；导入后可以撤销。`,
  same: "文件与目录内容相同，没有改动。",
  header: { item: "二级事项", column: "栏目", before: "目录现有", after: "文件中" },
  addTo: (items: number, title: string) => `${items}项将加入“${title}”，按该目录的栏目读取。`,
  undecided: (count: number) => `还有${count}处没有选定，导入后留空，列入检查结果。`,
  cleaned: (count: number) => `导入时整理文字${count}处。`,
  summary: (groups: number, items: number, columns: number) => `${groups}个一级事项，${items}个二级事项，${columns}栏`,
  done: (items: number, undecided: number) => `已导入${items}项${undecided > 0 ? `，${undecided}处须核对` : ""}`,
  doneChanges: (changes: number, undecided: number) =>
    changes === 0
      ? "内容相同，目录没有改动"
      : `已导入，改动${changes}处${undecided > 0 ? `，${undecided}处须核对` : ""}，按Ctrl+Z可以撤销`,
  unfinished: (name: string) => `${name}还没有导入`,
  goOn: "接着核对",
};

export const batchWords = {
  title: "导入多个文件",
  sub: (files: number) => `共${files}个文件`,
  reading: (at: number, count: number) => `读第${at}个，共${count}个`,
  taking: (at: number, count: number) => `导入第${at}个，共${count}个`,
  stopped: (left: number) => `已停止，还有${left}个没有读`,
  goOn: "接着读",
  stop: "停止",
  columns: { file: "文件", title: "标题", counts: "一级 / 二级", findings: "须选定 / 提醒", state: "状态", act: "" },
  states: {
    waiting: "等待",
    reading: "正在读",
    ready: "可导入",
    check: "须核对",
    failed: "打不开",
    taken: "已导入",
    notTaken: "没有导入",
  },
  handoff: "它是流转文件，要先核对签名，不能与其他文件一起导入。请在目录库中单独打开。",
  check: "核对",
  open: "打开目录",
  chooseAll: "全选",
  choose: (name: string) => `导入“${name}”`,
  takeAll: (count: number) => `全部导入（${count}个）`,
  undecided: (count: number) => `${count}处未选定，导入后留空`,
  summary: (catalogues: number, items: number) => `已导入${catalogues}份目录，${items}项`,
  notTaken: (count: number) => `${count}个没有导入，原因列在各行`,
  toLibrary: "返回目录库",
  counted: (ready: number, check: number, failed: number) =>
    [`可导入${ready}个`, `须核对${check}个`, `打不开${failed}个`].join("，"),
  untouched: "原文件不会被改动；每个文件各成一份目录",
  left: (count: number) => `还有${count}个文件没有导入`,
  goOnWithAll: "接着办理",
  key: "选择文件",
};
