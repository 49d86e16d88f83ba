/** Of documents of others: why one was not read, and what was odd in one that was. */
import type {
  ColumnKey,
  DocumentFormat,
  DocumentProblem,
  FindingKind,
  LooksLike,
  Measure,
  SeenTable,
} from "@/platform";

export const documentKinds: Record<DocumentFormat, string> = {
  xlsx: "Excel工作簿",
  xls: "Excel工作簿",
  ods: "OpenDocument电子表格",
  docx: "Word文档",
  html: "网页",
  csv: "CSV文件",
  text: "文本文件",
};

const PICK = "请选用XLSX、XLS、ODS、DOCX、HTML、CSV、TXT或JSON文件。";

const strangers: Record<LooksLike, string> = {
  picture: "它其实是图片，其中的文字读不出来。请改用原来的表格文件。",
  pdf: "它其实是PDF文件，不能直接读取。请改用原来的表格文件，或把其中的文字复制到文本文件后再导入。",
  ofd: "它其实是OFD文件，不能直接读取。请改用原来的表格文件，或把其中的文字复制到文本文件后再导入。",
  archive: "它其实是压缩包。请先解压，再选用其中的表格文件。",
  executable: `它其实是程序，不是表格文件。${PICK}`,
  doc97: "它是旧版Word或WPS文字的文档。请在原程序中另存为DOCX后再导入。",
  rtf: "它是RTF文档。请在Word或WPS中另存为DOCX后再导入。",
  presentation: `它是演示文稿，不是表格文件。${PICK}`,
  open_document_text: "它是OpenDocument文字文档。请另存为DOCX后再导入。",
  binary_workbook: "它是二进制的Excel工作簿。请另存为XLSX后再导入。",
  old_workbook: "它是Excel 97以前的工作簿。请另存为XLSX后再导入。",
  xml: "它是XML文件。请在原程序中另存为XLSX后再导入。",
  web_archive: "它是单一文件的网页。请另存为HTML后再导入。",
  database: `它是数据库，不是表格文件。${PICK}`,
  unknown: `不认识这种文件。${PICK}`,
};

const MEGABYTE = 1024 * 1024;

function tooLarge(what: Measure, limit: number): string {
  const megabytes = Math.floor(limit / MEGABYTE);
  const amounts: Record<Measure, string> = {
    file_bytes: `文件超过${megabytes}MB`,
    tags: `行和单元格（含空的）超过${limit}个`,
    unpacked_bytes: `解压后的内容超过${megabytes}MB`,
    entries: `内部的文件超过${limit}个`,
    depth: `内容的嵌套超过${limit}层`,
    text_chars: `一格的文字超过${limit}个字`,
    text_bytes: `全部文字超过${megabytes}MB`,
    cells: `格子超过${limit}个`,
    lines: `文字超过${limit}行`,
    rows: `一个表格超过${limit}行`,
    columns: `一个表格超过${limit}列`,
    tables: `表格超过${limit}个`,
  };
  return `${amounts[what]}。请只保留目录表格，另存后再导入。`;
}

/** How many tables are named in a sentence. */
const NAMED = 3;

function seen(table: SeenTable): string {
  const name = table.name ? `“${table.name}”` : "";
  const first = table.first
    .filter(Boolean)
    .slice(0, NAMED)
    .map((text) => `“${text.slice(0, 12)}”`);
  return `${name}${table.rows}行${table.columns}列${first.length ? `，开头是${first.join("、")}` : ""}`;
}

export function documentProblem(problem: DocumentProblem): string {
  switch (problem.kind) {
    case "empty":
      return "文件是空的。请核对是否选错了文件。";
    case "encrypted":
      return "文件设有打开密码。请在原程序中取消密码，另存后再导入。";
    case "truncated":
      return "文件不完整，可能是复制或下载时中断。请重新取得完整的文件。";
    case "damaged":
      return `它不是完好的${documentKinds[problem.format]}。请用原程序打开，另存一份后再导入。`;
    case "not_a_document":
      return strangers[problem.looks_like];
    case "too_large":
      return tooLarge(problem.what, problem.limit);
    case "no_table":
      return problem.lines > 0
        ? `它是${documentKinds[problem.format]}，其中有${problem.lines}行文字，但没有表格。请选用含有目录表格的文件。`
        : `它是${documentKinds[problem.format]}，其中没有表格。请选用含有目录表格的文件。`;
    case "no_catalogue":
      return `其中没有政务公开目录的表格；现有${problem.tables.length}个表格：${problem.tables.slice(0, NAMED).map(seen).join("；")}。表头须有“二级事项”“公开内容”等栏目。`;
    case "no_such_table":
      return `只有${problem.tables}个表格，没有第${problem.asked}个。请另选。`;
  }
}

const header = (text: string): string => (text.trim() ? `“${text}”` : "没有表头的一栏");

const names = (columns: readonly ColumnKey[], label: (column: ColumnKey) => string): string =>
  columns.map(label).join("、");

/** 统计行: what it says, and what the rows say. */
function statistics({ stated, counted }: Extract<FindingKind, { kind: "statistics_disagree" }>): string {
  const counts = ["一级事项", "主动公开的二级事项", "依申请公开的二级事项"];
  const differences = counts.flatMap((name, at) =>
    stated[at] == null || stated[at] === counted[at] ? [] : [`${name}写为${stated[at]}项，实有${counted[at]}项`],
  );
  return `统计行与表中各行不符：${differences.join("；")}。导入后按实有项数计算，请核实。`;
}

/** What is to be known of a place in a document; `label` names a column. */
export function documentFinding(
  found: FindingKind,
  column: ColumnKey | null,
  label: (column: ColumnKey) => string,
): string {
  const ofColumn = column === null ? "" : label(column);
  switch (found.kind) {
    case "own_column":
      return `${header(found.header)}不是目录的常用栏目，作为自设栏目保留。`;
    case "column_repeated":
      return `${header(found.header)}与前面的一栏内容相同，作为自设栏目保留。请核对对应的栏目。`;
    case "column_guessed":
      return `${header(found.header)}没有写明是什么，按各行内容对应为“${ofColumn}”。请核对。`;
    case "hidden_table":
      return "这个表所在的工作表是隐藏的，仍然读入。不需要，可不选这个表。";
    case "hidden_row":
      return "这一行是隐藏的，仍然读入。不需要，可不导入。";
    case "hidden_column":
      return `${header(found.header)}这一栏是隐藏的，仍然读入。不需要，可改为不导入。`;
    case "row_shifted":
      return "各格与表头没有对齐，已按内容归入相应的栏目。请核对。";
    case "row_joined":
      return "这一行是上一行被分页截断的部分，已接回上一行。请核对。";
    case "printed_twice":
      return `分页处把“${found.text}”印了两遍，只保留一遍。请核对。`;
    case "cell_joined":
      return `${ofColumn}的文字断在下面一行，已按本栏别处相同的文字接上。请核对。`;
    case "row_without_name":
      return "这一行没有事项名称，作为上一项的分行。请核对。";
    case "item_without_name":
      return "这一项有序号，没有名称，名称留空。请导入后补上。";
    case "text_without_column":
      return `“${found.text}”不在任何一栏之下，没有读入。请对照原表补上。`;
    case "cell_over_columns":
      return "一格横跨几栏，文字归入其中第一栏。请核对。";
    case "number_glued":
      return `序号${found.number}与名称写在一格，已经分开。`;
    case "number_jump":
      return `序号不连续：此处应为${found.expected}，原表是${found.found}。请核对有无漏项。`;
    case "numbers_restart":
      return "原表的序号在每个一级事项内重新编号，导入后连续编号。";
    case "name_joined":
      return `名称分写在几格，合为“${found.name}”。请核对。`;
    case "name_doubled":
      return `名称“${found.name}”在格内写了两遍，只保留一遍。`;
    case "group_again":
      return `一级事项“${found.name}”前面已有，此处另作一个。请核对是否应当合并。`;
    case "no_groups":
      return "原表没有写明一级事项，各项放在一个没有名称的一级事项中。请导入后补上名称。";
    case "ditto":
      return found.row === null
        ? `“同上”按所指的内容填入${ofColumn}；不对可改为留空。`
        : `“同上”按第${found.row}行${ofColumn}填入；不对可改为留空。`;
    case "ditto_of_nothing":
      return `${ofColumn}写的是“同上”，前面没有所指的内容，已留空。请对照原表补上。`;
    case "taken_from_above":
      return `${names(found.columns, label)}在原表中是空格，按与上一项合并的单元格填入；不对可改为留空。`;
    case "text_cut":
      return `${ofColumn}的括号不成对，文字可能被截断。请对照原表核实。`;
    case "rows_differ":
      return `本项各行的${ofColumn}不同，已合在一起。请核对。`;
    case "mark_unreadable":
      return `应打“√”的格写的是“${found.text}”，看不出是否勾选，没有勾选。请选定，或留空待填。`;
    case "mark_undecided":
      return found.columns.length > 0
        ? `有“√”落在${names(found.columns, label)}之间，不能确定是哪一栏。请选定，或留空待填。`
        : "有一个“√”不能确定是哪一栏。请对照原表，导入后勾选。";
    case "marks_missing":
      return `${names(found.columns, label)}各栏没有一个“√”，可能在转换文字时丢失。请对照原表补上，或留空待填。`;
    case "mark_moved":
      return `“√”与表头没有对齐，按全表的情况勾选了${names(found.columns, label)}；不对可改为留空。`;
    case "nothing_ticked":
      return `${ofColumn || "公开渠道和载体"}的方框都没有勾选。请对照原表核实。`;
    case "channel_legend":
      return `原表注明“${found.text}”，“□”不表示不采用。请核对公开渠道和载体。`;
    case "channel_unknown":
      return `渠道“${found.label}”不在模板的选项中，照原文保留。请核对。`;
    case "mixed_script":
      return `简体文字中有繁体字“${found.characters}”，照原文保留。可在“整理文字”中改正。`;
    case "statistics_disagree":
      return statistics(found);
    case "date_unclear":
      return `填表时间“${found.text}”看不出是哪一天，已留空。请导入后补上。`;
    case "line":
      return `表外的文字“${found.text}”在目录中没有位置，没有读入。`;
    case "text_too_long":
      return "文字超过一格的上限，多出的部分没有读入。请删减原文后再导入，或导入后补上。";
    case "too_many_rows":
      return "行数超过一份目录的上限，多出的部分没有读入。请拆成几份后再导入。";
  }
}
