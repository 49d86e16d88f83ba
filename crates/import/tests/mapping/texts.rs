//! Tables as text, as they are copied out of web pages: what was merged is lost, and each program that makes text of a
//! table does it in its own way.

use mulu_import::{Draft, draft, find_all, read_text, unfold};

use crate::{laid::ids, styles::shown};

const TOP: &str =
    "序号 公开事项 公开内容（要素） 公开依据 公开时限 公开主体 公开渠道和载体 公开对象 公开方式 公开层级";
const BOTTOM: &str = "一级事项 二级事项 全社会 特定群体 主动 依申请 县级 乡级";
const FIRST: &str =
    "1 社会救助 低保对象名单 名单与金额 《社会救助暂行办法》 20个工作日内 某乡人民政府 ■政府网站 √ _ √ _ _ √";
/// Its group stands merged in the row above.
const SECOND: &str = "2 低保办事指南 材料与流程 《社会救助暂行办法》 及时 某乡人民政府 ■政府网站 √ _ √ _ √ _";

fn read(text: &str) -> Draft {
    let document = unfold(read_text(text).unwrap());
    let found = find_all(&document).unwrap();
    let tables: Vec<_> = found.iter().map(|(at, mapping)| (&document.tables[*at], mapping)).collect();
    draft(&tables, None, &mut ids())
}

/// The cells of a line; `_` is one without text.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split(' ').map(|cell| if cell == "_" { "" } else { cell })
}

#[test]
fn both_rows_of_the_header_have_lost_their_empty_cells() {
    let line = |line: &str| cells(line).collect::<Vec<_>>().join(" | ");
    let text = [TOP, BOTTOM, FIRST, SECOND].map(|row| format!("| {} |", line(row))).join("\n");
    insta::assert_snapshot!(shown(&read(&text)));
}

#[test]
fn each_cell_ends_with_a_bar_and_its_line() {
    let lines = |line: &str| cells(line).map(|cell| format!("{cell} |\n")).collect::<String>();
    let rows = [TOP, BOTTOM, FIRST, SECOND].map(lines).join("||||\n");
    insta::assert_snapshot!(shown(&read(&format!("某乡公开目录\n{rows}要素说明：\n本目录由乡政府编制。\n"))));
}

#[test]
fn a_bar_stands_on_a_line_of_its_own_between_two_cells() {
    let lines = |line: &str| {
        cells(line)
            .map(|cell| if cell.is_empty() { "|\n".to_owned() } else { format!("{cell}\n|\n") })
            .collect::<String>()
    };
    insta::assert_snapshot!(shown(&read(&[TOP, BOTTOM, FIRST, SECOND].map(lines).concat())));
}

#[test]
fn a_row_goes_over_lines_where_its_cells_are_empty() {
    let line = |line: &str| {
        cells(line)
            .map(|cell| if cell.is_empty() { "\n".to_owned() } else { format!(" {cell} ") })
            .collect::<Vec<_>>()
            .join("|")
    };
    let rows = [TOP, BOTTOM, FIRST, SECOND].map(|row| format!("{}|\n", line(row)));
    insta::assert_snapshot!(shown(&read(&rows.concat())));
}

#[test]
fn each_line_is_a_cell_and_boxes_go_over_lines() {
    let line = |line: &str| {
        cells(line).filter(|cell| !cell.is_empty()).map(|cell| format!("{cell}\n\n")).collect::<String>()
    };
    let text = [TOP, BOTTOM, FIRST, SECOND].map(line).concat();
    let text = text.replace("■政府网站\n\n", "■政府网站\n\n■惠民平台\n\n");
    insta::assert_snapshot!(shown(&read(&text)));
}

#[test]
fn rows_begin_with_a_bar_and_are_broken_after_any() {
    let text = "| 某旗公开事项目录 | ||||\n\
        | 公开事项 | 公开内容 |\n公开 时限 | 公开渠道和载体 | 公开对象 | 责任科室 |\n||\n\
        | 一级事项 | 二级事项 | 三级事项 | 全社会 |\n特定 群体 |\n|||||\n\
        | 政策 | 文件 | 正文及附件清单。 |\n及时 | ■政府网站 | √ | 综合组 | ||\n\
        | 解读 | 解读材料 | 3日内 | ■政府网站 |\n√ | 综合组 | ||\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn every_row_has_lost_its_empty_cells_before_a_text() {
    let text = "| 一级事项 | 二级事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 | 全社会 | 特定群体 | 网站所属栏目 |\n\
        | 政策 | 文件 | 正文及附件清单。 | 及时 | √ | √ | 首页/政策 |\n\
        | 政策 | 解读 | 材料 | 及时 | √ | √ | 首页/解读 |\n\
        | 机构 | 职能 | 职责 | 长期 | √ | √ | 首页/机构 |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn categories_and_items_stand_below_one_header_of_a_web_page() {
    let text = "<p>主动公开事项表</p><table><tr><td>序号</td><td colspan=2>公开类别及事项</td><td>公开内容</td></tr>\
        <tr><td>1</td><td rowspan=2>机构职能</td><td>机构概况</td><td>主要职责</td></tr>\
        <tr><td>2</td><td>机构领导</td><td>姓名、分工</td></tr>\
        <tr><td>3</td><td>规划计划</td><td>专项规划</td><td>规划全文</td></tr></table>";
    let document = mulu_import::read_html(text).unwrap();
    let mapping = mulu_import::find(&document.tables[0]).unwrap();
    insta::assert_snapshot!(shown(&draft(&[(&document.tables[0], &mapping)], None, &mut ids())));
}
