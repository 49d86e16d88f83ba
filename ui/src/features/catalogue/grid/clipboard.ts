/** Blocks of cells as other programs put them on the clipboard and take them from it: HTML tables and text with tabs. */

/** Rows of cells; all rows are equally long. */
export type TextBlock = string[][];

/** Text with tabs; a cell with line breaks, tabs or quotation marks stands in quotation marks, as Excel has it. */
export function tabbedText(block: TextBlock): string {
  const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

/** An HTML table for spreadsheets and word processors. */
export function htmlTable(block: TextBlock): string {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  // Without this Excel makes a row of its own of each line.
  const lineBreak = '<br style="mso-data-placement:same-cell">';
  const cell = (text: string): string =>
    `<td style="mso-number-format:'\\@'">${escaped(text).replaceAll("\n", lineBreak)}</td>`;
  const rows = block.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<meta charset="utf-8"><table>${rows}</table>`;
}

/** Takes text with tabs apart. */
export function parseTabbedText(text: string): TextBlock {
  const rows: string[][] = [[]];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= source.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(source.slice(at));
    const end = quoted ? at + quoted[0].length : nextBreak(source, at);
    rows.at(-1)?.push(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : source.slice(at, end));
    if (source[end] === "\n") rows.push([]);
    at = end + 1;
  }
  return evenRows(rows);
}

function nextBreak(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/);
  return found < 0 ? text.length : from + found;
}

/** The table in HTML that was copied elsewhere, with merged cells unfolded; `null` where there is none. */
export function parseHtmlTable(html: string): TextBlock | null {
  const copied = new DOMParser().parseFromString(html, "text/html");
  const outermost = [...copied.querySelectorAll("table")].filter((table) => !table.parentElement?.closest("table"));
  const rows = outermost.flatMap((table) =>
    [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table && !isHidden(row)),
  );
  return rows.length ? unfolded(rows) : null;
}

const isHidden = (element: Element): boolean => /display:\s*none/i.test(element.getAttribute("style") ?? "");

/** Other programs say so of whole empty columns; more no catalogue has. */
const MOST_COLUMNS = 200;

function unfolded(rows: Element[]): TextBlock {
  const block: string[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    let column = 0;
    for (const cell of [...row.children].filter((child) => /^t[dh]$/i.test(child.tagName) && !isHidden(child))) {
      while (block[top]?.[column] !== undefined) column += 1;
      const text = textOf(cell);
      const width = spanOf(cell, "colspan", MOST_COLUMNS);
      for (let line = top; line < Math.min(rows.length, top + spanOf(cell, "rowspan", rows.length)); line += 1) {
        for (let at = column; at < column + width; at += 1) (block[line] ??= [])[at] = text;
      }
      column += width;
    }
  });
  return evenRows(block);
}

const spanOf = (cell: Element, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));

const BLOCKS = /^(p|div|li|ul|ol|h[1-6]|tr|table)$/i;

/** The text of a cell: lines where it breaks or has paragraphs, else as a browser would show it. */
function textOf(cell: Element): string {
  let text = "";
  const newLine = (): void => void (text = text === "" || text.endsWith("\n") ? text : `${text}\n`);
  const walk = (node: Node): void => {
    if (node.nodeType === 3) return void (text += collapsed(node.nodeValue ?? "", text));
    if (!("tagName" in node)) return;
    const element = node as Element;
    if (/^br$/i.test(element.tagName)) return void (text += "\n");
    if (/^(style|script)$/i.test(element.tagName) || isHidden(element)) return;
    const isBlock = BLOCKS.test(element.tagName);
    if (isBlock) newLine();
    element.childNodes.forEach(walk);
    if (isBlock) newLine();
  };
  cell.childNodes.forEach(walk);
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

const WIDE = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]";
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[ \\t]*\\n[ \\t\\n]*(?=${WIDE})`, "gu");

/** White space as a browser shows it. Where the source of the page breaks a line between Chinese words, there is none. */
function collapsed(source: string, before: string): string {
  const text = source
    .replace(/\r\n?/g, "\n")
    .replace(BETWEEN_WIDE, "")
    .replace(/[ \t\n]+/g, " ")
    .replaceAll("\u00a0", " ");
  return before === "" || before.endsWith("\n") ? text.replace(/^ /, "") : text;
}

function evenRows(rows: string[][]): TextBlock {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
}

/** Without the rows and columns at the end that hold nothing, as whole columns of a spreadsheet bring them. */
export function trimmed(block: TextBlock): TextBlock {
  const height = block.findLastIndex((row) => row.some((text) => text !== "")) + 1;
  const width = Math.max(0, ...block.map((row) => row.findLastIndex((text) => text !== "") + 1));
  // A single empty cell empties what it is put into.
  return height === 0 ? [[""]] : block.slice(0, height).map((row) => row.slice(0, width));
}
