/** Why a document of others was not read: what it is, and what to do. */
import type { DocumentFormat, DocumentProblem, LooksLike, Measure, SeenTable } from "@/platform";

const kinds: Record<DocumentFormat, string> = {
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
  const first = table.first.filter(Boolean).slice(0, NAMED).map((text) => `“${text.slice(0, 12)}”`);
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
      return `它不是完好的${kinds[problem.format]}。请用原程序打开，另存一份后再导入。`;
    case "not_a_document":
      return strangers[problem.looks_like];
    case "too_large":
      return tooLarge(problem.what, problem.limit);
    case "no_table":
      return problem.lines > 0
        ? `它是${kinds[problem.format]}，其中有${problem.lines}行文字，但没有表格。请选用含有目录表格的文件。`
        : `它是${kinds[problem.format]}，其中没有表格。请选用含有目录表格的文件。`;
    case "no_catalogue":
      return `其中没有政务公开目录的表格；现有${problem.tables.length}个表格：${problem.tables.slice(0, NAMED).map(seen).join("；")}。表头须有“二级事项”“公开内容”等栏目。`;
    case "no_such_table":
      return `只有${problem.tables}个表格，没有第${problem.asked}个。请另选。`;
  }
}
