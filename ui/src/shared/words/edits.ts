/** What changes are called in 撤销 and 重做. */
import type { Act, Column, EditName, HeadingField } from "@/platform";
import { isMark } from "@/shared/columns";

export const headingLabels: Record<HeadingField, string> = {
  title: "标题",
  responsible_unit: "责任单位",
  preparer: "填表人",
  reviewer: "复核人",
  approver: "审签人",
  prepared_at: "填表时间",
};

/** What a column is called in sentences: its header, for a √ column with the words above it. */
export function columnLabel(column: Column): string {
  const last = column.header.at(-1) ?? "";
  return isMark(column.key) && column.header.length > 1 ? `${column.header[0]}“${last}”` : last;
}

const severalSentences: Record<Act, (count: number) => string> = {
  set_cells: (count) => `修改${count}格`,
  fill_down: (count) => `向下填充${count}格`,
  clear: (count) => `清空${count}格`,
  paste: (count) => `粘贴${count}格`,
  replace: (count) => `替换${count}处`,
  rename_term: (count) => `统一用语${count}处`,
  sort: () => "排序",
  move: (count) => `移动${count}项`,
  remove: (count) => `删除${count}项`,
  copy: (count) => `复制${count}项`,
  pick: (count) => `选入${count}项`,
  join: () => "合并事项",
  import: (count) => `导入表格，${count}处`,
};

export function editSentence(name: EditName, columns: Column[]): string {
  switch (name.kind) {
    case "set_heading":
      return `修改${headingLabels[name.field]}`;
    case "set_cell": {
      const column = columns.find((each) => each.key === name.column);
      return `修改“${name.item}”的${column ? columnLabel(column) : "内容"}`;
    }
    case "several":
      return severalSentences[name.act](name.count);
    case "add_group":
      return `增加一级事项“${name.name}”`;
    case "remove_group":
      return `删除一级事项“${name.name}”`;
    case "move_group":
      return `移动一级事项“${name.name}”`;
    case "rename_group":
      return `一级事项改名为“${name.name}”`;
    case "add_item":
      return `增加二级事项“${name.name}”`;
    case "remove_item":
      return `删除二级事项“${name.name}”`;
    case "move_item":
      return `移动二级事项“${name.name}”`;
    case "set_parts":
      return `调整“${name.item}”的分行`;
    case "set_template":
      return "修改栏目设置";
  }
}

export const undoSentence = (name: EditName | null, columns: Column[]): string =>
  name ? `撤销：${editSentence(name, columns)}` : "没有可撤销的改动";

export const redoSentence = (name: EditName | null, columns: Column[]): string =>
  name ? `重做：${editSentence(name, columns)}` : "没有可重做的改动";
