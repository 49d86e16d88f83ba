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

#[test]
fn every_row_is_filled_up_with_bars_and_broken_where_its_cells_are() {
    let text = "某乡养老服务公开目录 | ||||||||\n\
        序号 | 公开事项 | 公开内容\n(要素) | 公开\n时限 | 公开渠道 | 公开对象 | 责任科室 | ||\n\
        一级\n事项 |\n二级事项 |\n全社会 | 特定\n群体 |\n|||||\n\
        1 | 养老服务 | 高龄津贴 | 发放标准;\n发放名单 | 每季度 | ■政府网站\n□公示栏 |\n√ |\n| 民政办 |\n\
        2 | 老年食堂 | 地址 | 及时 | □政府网站\n■公示栏 |\n√ |\n| 民政办 | |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn blank_lines_stand_between_cells_of_several_lines_and_paragraphs() {
    let text = "首页 > 某县公安局 > 标准目录\n\n户籍领域公开目录\n\n序号\n\n公开事项\n\n公开内容\n\n(要素)\n\n公开依据\n\n\
        公开\n\n时限\n\n公开主体\n\n公开渠道\n\n和载体\n\n公开对象\n\n一级\n\n事项\n\n二级事项\n\n全社会\n\n特定群众\n\n\
        1\n\n出生\n登记\n\n出生\n登记\n\n1.条件\n\n2.材料\n\n3.流程\n\n1.《户口登记条例》\n\n2.《政府信息公开条例》\n\n\
        20个工作日内\n\n县公安局\n\n政府网站\n\n办事窗口公示栏\n\n\n\n\
        2\n\n迁移登记\n\n迁出\n\n政策依据；\n\n补贴结果\n\n《户口登记条例》\n\n20个工作日内\n\n县公安局\n\n政府网站\n\n\n\n\
        7\n\n死亡注销\n\n材料\n\n《户口登记条例》\n\n20个工作日内\n\n县公安局\n\n政府网站\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn words_of_a_line_are_cells_and_boxes_go_over_lines() {
    let text = "某镇帮扶领域公开目录\n\
        序号 公开事项 公开内容（要素） 公开依据 公开时限 公开主体 公开渠道和载体\n一级事项 二级事项\n\
        1 政策文件 规范性文件 各级文件 《政府信息公开条例》 20个工作日内 镇人民政府 ■政府网站      □政府公报\n\
        □两微一端      ■公示栏\n\
        2 帮扶对象 识别结果 对象名单 《政府信息公开条例》 20个工作日内 镇人民政府 □政府网站      □政府公报\n\
        □两微一端      ■公示栏\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn a_header_is_printed_again_among_cells_of_one_line_each() {
    let header = "序号 |\n公开事项 |\n公开内容 |\n公开时限 |\n公开方式 |\n一级 |\n二级 |\n主动 |\n依申请 |\n";
    let first = "1 |\n许可 |\n取水许可 |\n结果 |\n7个工作日内 |\n√ |\n|\n";
    let second = "2 |\n许可 |\n采砂许可 |\n结果 |\n7个工作日内 |\n√ |\n|\n";
    insta::assert_snapshot!(shown(&read(&format!("某局公开目录\n{header}{first}{header}{second}"))));
}

#[test]
fn a_cell_of_boxes_goes_over_rows_of_its_own() {
    let text = "| 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |\n\
        | 1 | 许可证 | 名称 | 及时 | ■政府网站 □政府公报 |\n\
        | □两微一端 ■公示栏 |\n| □其他 |\n\
        | 2 | 抽检 | 结果 | 及时 | |\n\
        | 3 | 处罚 | 决定书 | 7个工作日内 | □政府网站 ■政府公报 |\n\
        | □两微一端 □公示栏 |\n| ■其他 |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn words_of_the_header_go_on_in_its_second_row_and_levels_have_names_of_their_own() {
    let text = "| 序号 | 公开事项 | 公开内容 | 公开 | 公开 | 公开渠道 | 公开层级 | 公开方式 |\n\
        | 一级事项 | 二级事项 | （要素） | 时限 | 主体 | 县级 | 镇街 | 村 | 主动 | 依申请 |\n\
        | 1 | 文化 | 展览 | 时间 | 及时 | 文化站 | ■政府网站 □公示栏 | √ | √ | | √ | |\n\
        | 2 | 文化 | 讲座 | 地点 | 及时 | 文化站 | □政府网站 ■公示栏 | | √ | √ | √ | |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn numbers_that_no_header_names_stand_before_the_items() {
    let text = "| 公开事项 | 公开内容 | 公开依据 | 公开时限 |\n| 一级事项 | 二级事项 |\n\
        | 政策 | 1 | 法律法规 | 全文 | 《安全生产法》 | 及时 |\n\
        | 2 | 部门规章 | 全文 | 《安全生产法》 | 及时 |\n\
        | 3 | 标准 | 全文 | 《安全生产法》 | 及时 |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn no_row_has_any_tick() {
    let text = "序号\n\n公开事项\n\n公开内容\n\n公开时限\n\n公开主体\n\n公开方式\n\n主动\n\n依申请\n\n\
        1\n\n领导信息\n\n姓名\n\n及时\n\n办公室\n\n\n\n2\n\n机构信息\n\n职责\n\n及时\n\n办公室\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn both_rows_of_the_header_are_one_and_a_word_in_it_is_wrong() {
    let text = "| 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 | 公开方式 | 一级事项 | 二级事项 | 主动 | 依申请 | 县级 | 乡级 |\n\
        | 1 | 文化 | 展览 | 时间 | 及时 | √ | | √ | |\n\
        | 2 | 文化 | 讲座 | 地点 | 及时 | | √ | | √ |\n";
    insta::assert_snapshot!(shown(&read(text)));
}

#[test]
fn empty_fields_were_lost_on_both_sides_of_the_channels() {
    let text = "| 序号 | 事项名称 | 公开内容 | 公开主体 | 公开方式 | 公开渠道 | 公开对象 | |||\n\
        | 一级事项 | 二级事项 | 主动 | 依申请 | 全社会 | 特定群体 | ||||\n\
        | 1 | 政策 | 法律法规 | 全文 | 县应急局 | √ | ■政府网站 □公示栏 | √ | ||\n\
        | 2 | 政策 | 标准 | 全文 | 县应急局 | √ | ■政府网站 □公示栏 | √ | ||\n";
    insta::assert_snapshot!(shown(&read(text)));
}
