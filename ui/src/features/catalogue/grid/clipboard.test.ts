// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";

import { htmlTable, parseHtmlTable, parseTabbedText, tabbedText, trimmed } from "./clipboard";

const block = [
  ["1.职权；\n2.依据", '他说"好"', ""],
  ["甲\t乙", "", "√"],
];

describe("a block of cells", () => {
  it("comes back from text with tabs as it went out", () => {
    expect(parseTabbedText(tabbedText(block))).toEqual(block);
  });

  it("comes back from an HTML table as it went out", () => {
    expect(parseHtmlTable(htmlTable([["1.职权；\n2.依据", '<b>&"', "√"]]))).toEqual([
      ["1.职权；\n2.依据", '<b>&"', "√"],
    ]);
  });

  it("is read from the text that Excel puts on the clipboard", () => {
    expect(parseTabbedText('甲\t"一行\n二行"\r\n乙\t 7"屏\r\n')).toEqual([
      ["甲", "一行\n二行"],
      ["乙", ' 7"屏'],
    ]);
    expect(parseTabbedText("一\n\n二")).toEqual([["一"], [""], ["二"]]);
    expect(parseTabbedText("")).toEqual([[""]]);
  });

  it("loses the empty rows and columns at its end", () => {
    expect(
      trimmed([
        ["甲", "", ""],
        ["", "乙", ""],
        ["", "", ""],
      ]),
    ).toEqual([
      ["甲", ""],
      ["", "乙"],
    ]);
    expect(
      trimmed([
        ["", ""],
        ["", ""],
      ]),
    ).toEqual([[""]]);
  });
});

describe("an HTML table", () => {
  it("of Excel is read with its merged cells unfolded and its lines kept", () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-x:1}</style></head><body>
      <!--StartFragment--><table border=0><col width=72>
      <tr height=18><td rowspan=2 class=xl65>政策<br>
        文件</td><td>一</td><td colspan=2>宽</td></tr>
      <tr style='display:none'><td>隐藏</td></tr>
      <tr><td>二<span style='mso-spacerun:yes'>&nbsp; </span>三</td><td>√</td><td></td></tr>
      </table><!--EndFragment--></body></html>`;
    expect(parseHtmlTable(html)).toEqual([
      ["政策\n文件", "一", "宽", "宽"],
      ["政策\n文件", "二  三", "√", ""],
    ]);
  });

  it("of Word has a line for each paragraph, and no space where its source breaks between characters", () => {
    const html = `<table><tr><td><p class=MsoNormal><span>信息形成或者变更\n之日起20个\n工作日</span></p><p>第二段</p></td></tr></table>`;
    expect(parseHtmlTable(html)).toEqual([["信息形成或者变更之日起20个工作日\n第二段"]]);
  });

  it("inside a cell is part of that cell", () => {
    expect(parseHtmlTable("<table><tr><td><table><tr><td>内</td></tr></table></td><td>外</td></tr></table>")).toEqual([
      ["内", "外"],
    ]);
  });

  it("is not found in other HTML", () => {
    expect(parseHtmlTable("<p>只有文字</p>")).toBeNull();
  });
});
