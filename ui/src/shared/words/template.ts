/** Words of the template designer. */
import type { ColumnKey, GroupNumbering, ItemNumbering } from "@/platform";
import { levelNames } from "@/platform/columns";
import { factsOf, familyOf, isMark, isName, isNumber, labelOf } from "@/shared/columns";

/** The header that a column has where nobody has given it another. */
export function standardHeader(key: ColumnKey): string[] {
  const { header } = factsOf(key);
  if (!familyOf(key) || header.length > 1) return [...header];
  return [...header, isName(key) ? (levelNames[Number(labelOf(key))] ?? "") : labelOf(key)];
}

/** A column's header in one line. */
export const headerLine = (header: string[]): { above: string; name: string } => ({
  above: header.slice(0, -1).join(" · "),
  name: header.at(-1) ?? "",
});

/** What a column that can be added is called in a list. */
export function columnName(key: ColumnKey): string {
  const { above, name } = headerLine(standardHeader(key));
  if (isName(key) && familyOf(key)) return `中间一级事项${labelOf(key)}`;
  // Numbers and names of items have the same words above them.
  if (isNumber(key) && above) return `${name}编号`;
  return isMark(key) ? `${above}“${name}”` : name;
}

export const templateWords = {
  title: (catalogue: string) => `栏目设置：${catalogue}`,
  hint: "只改表格的样子，已填的内容不会丢失。应用后是一步，可以撤销",
  back: "返回目录",
  cancel: "取消",
  apply: "应用",
  columns: "栏目",
  columnCount: (on: number) => `${on}栏`,
  addColumn: "增加栏目",
  addLevel: "公开层级…",
  addCustom: "自设栏目…",
  turnOn: (name: string) => `显示“${name}”`,
  mustStay: "每项须有名称，这一栏不能去掉",
  moveUp: "上移",
  moveDown: "下移",
  dragHint: "拖动可改变先后",
  pictureName: "表头和前几行的样子",
  chooseColumn: "选定左边的一个栏目，或单击表头。",
  off: "本栏不显示。已填的内容仍保留。",
  show: "显示本栏",
  header: "表头文字",
  upper: "上层",
  lower: "本层",
  shared: (count: number) => `${count}栏共用`,
  addHeaderLevel: "加一层",
  removeHeaderLevel: "去掉上层",
  newUpper: "公开信息",
  merge: "相邻的相同内容合并成一格",
  mergeHint: "只在同一个一级事项内合并，打印和导出时同样。",
  channels: "填写方式",
  channelKinds: { boxes: "勾选框", lines: "按行填写" },
  linesHint: "每行写一个渠道，不用勾选框。",
  options: "渠道选项",
  optionCount: (count: number) => `${count}个`,
  optionName: (number: number) => `第${number}个渠道的名称`,
  takesNote: "可注明",
  takesNoteTitle: "勾选后可注明内容，如网站名称",
  addOption: "增加渠道",
  removeOption: "去掉",
  newOption: "新渠道",
  renamed: (from: string) => `原名“${from}”，应用时各项一同改名`,
  removedOptions: (names: string[]) => `已去掉${names.map((name) => `“${name}”`).join("")}。已勾选的仍保留在各项中。`,
  table: "整张表",
  groupNumbers: "一级事项编号",
  itemNumbers: "二级事项编号",
  groupNumbering: { chinese: "一二三", arabic: "123", none: "不编号" } satisfies Record<GroupNumbering, string>,
  itemNumbering: { running: "连续编号", none: "不编号" } satisfies Record<ItemNumbering, string>,
  lines: "标题下方",
  signOffLine: "签审栏",
  statisticsLine: "统计行",
  signOffSample: ["责任单位", "填表人", "复核人", "审签人", "填表时间"],
  paper: "纸张",
  paperHint: "属本机设置，马上生效",
  hiddenNone: "已填的内容全部显示。",
  hiddenUnknown: "改好后会列出不再显示的内容。",
  hiddenSome: "不再显示、仍保留：",
  hidden: (name: string, cells: number) => `${name} ${cells}格`,
  showAgain: "显示",
  startFrom: "从其他模板开始",
  startedFrom: (name: string) => `已换成“${name}”的栏目设置`,
  keep: "存为模板",
  keepTitle: "存为模板",
  keepHint: "供以后新建目录时使用，只存栏目设置，不存事项。",
  templateName: "模板名称",
  suggestedName: (catalogue: string) => `${catalogue.replace(/[（(]?\d{4}年[度版]?[）)]?/, "") || "本单位"}模板`,
  kept: (name: string) => `已存为模板“${name}”，新建目录时可用`,
  confirmKeep: "存为模板",
  export: "导出模板文件",
  import: "导入模板文件",
  newLevel: { title: "增加公开层级", label: "层级名称", hint: "如：市级、县级、乡（镇）级" },
  newCustom: { title: "增加自设栏目", label: "栏目名称", hint: "如：责任科室、联系电话" },
  add: "增加",
  alreadyThere: (name: string) => `已有栏目“${name}”。请另起名称。`,
  nameMissing: "请填写名称。",
  undo: "撤销这里的上一步",
  redo: "重做",
  leaveTitle: "栏目设置的改动还没有应用",
  leaveText: "现在离开，这里的改动就不要了；目录保持原样。",
  leave: "不要这些改动",
  stay: "接着改",
  applied: "已改好栏目设置，按Ctrl+Z可以撤销。",
  sampleGroup: "一级事项名称",
  sampleItem: "二级事项名称",
  position: (at: number, count: number) => `第${at}栏，共${count}栏`,
  keys: { space: "空格", choose: "选择", toggle: "显示或不显示", move: "改变先后", panes: "换区", apply: "应用" },
};

/** What the picture prints in a cell of channels: all boxes, as the form prints them. */
export const boxText = (name: string, ticked: boolean, note: string): string =>
  `${ticked ? "☑" : "□"}${name}${note ? `：${note}` : ""}`;

/** Numbers of groups up to 九十九, as 序号 prints them. */
export function chineseNumber(number: number): string {
  const digits = "零一二三四五六七八九";
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits.charAt(number);
  if (tens > 9) return String(number);
  return `${tens > 1 ? digits.charAt(tens) : ""}十${ones > 0 ? digits.charAt(ones) : ""}`;
}

export const tick = "√";
