use super::{fixture, letter, only, shown};
use crate::{Format, ReadError, read};

fn table(body: &str) -> Vec<String> {
    shown(only(&read(&letter(body), "").unwrap()))
}

fn cell(inner: &str) -> String {
    format!("<w:tc>{inner}</w:tc>")
}

fn text(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn a_table_is_read_with_spans_boxes_numbers_and_the_lines_around_it() {
    let document = fixture("letter.docx");
    let table = only(&document);
    assert_eq!(document.format, Format::Docx);
    assert_eq!(table.above, ["政务公开目录", "责任单位：某局\t填表人：甲"]);
    assert_eq!(table.below, ["注：以上新"]);
    assert_eq!(
        shown(table),
        [
            "0,0+2x1 序号",
            "0,1+1x2 公开事项",
            "0,3+2x1 公开渠道",
            "1,1 一级事项",
            "1,2 二级事项",
            "2,0 一、号",
            "2,1+2x1 概况\n信息",
            "2,2 机构职能",
            "2,3 ☑政府网站\n□政府公报\n☑两微一端",
            "3,0 二、号",
            "3,2 领导信息",
            "3,3 ☑广播电视\n□报刊\n☑公示栏□其他",
            "4,0 内表",
            "4,2 甲 乙\n丙 丁",
            "4,3 尾",
            "5,2 缩进",
        ]
    );
}

#[test]
fn a_document_of_another_program_is_read_with_its_spans() {
    let document = fixture("page.docx");
    let table = only(&document);
    assert_eq!(
        (table.above.as_slice(), table.below.as_slice()),
        (&["某局政务公开目录".to_owned()][..], &["注：说明".to_owned()][..])
    );
    assert!(shown(table).contains(&"2,1+3x1 概况信息".to_owned()));
    assert!(shown(table).contains(&"3,2+2x2 大格".to_owned()));
}

#[test]
fn a_table_that_only_lays_out_the_page_gives_way_to_the_one_within() {
    let inner = format!("<w:tbl><w:tr>{0}{0}</w:tr><w:tr>{0}{0}</w:tr></w:tbl>", cell(&text("内")));
    let outer =
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&format!("{}{inner}{}", text("标题"), text("注"))));
    let document = read(&letter(&outer), "").unwrap();
    assert_eq!(shown(only(&document)), ["0,0 内", "0,1 内", "1,0 内", "1,1 内"]);
    assert_eq!(
        (only(&document).above.as_slice(), only(&document).below.as_slice()),
        (&["标题".to_owned()][..], &["注".to_owned()][..])
    );
}

#[test]
fn a_cell_joined_downwards_needs_the_same_columns_as_the_one_above() {
    let start = "<w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr>";
    let next = "<w:tcPr><w:vMerge/></w:tcPr>";
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(&(start.to_owned() + &text("宽"))),
        cell(&(next.to_owned() + &text("左"))),
        cell(&text("右"))
    );
    assert_eq!(table(&body), ["0,0+1x2 宽", "1,0 左", "1,1 右"]);
}

#[test]
fn a_control_that_only_says_what_to_fill_in_is_blank() {
    let control = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let body =
        format!("<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>", cell(&text("甲")), cell(control), cell(&text("乙")));
    assert_eq!(table(&body), ["0,0 甲", "0,2 乙"]);
}

#[test]
fn a_document_of_lines_is_read_by_its_tabs() {
    let line = "<w:p><w:r><w:t>序号</w:t><w:tab/><w:t>名称</w:t></w:r></w:p>";
    assert_eq!(table(line), ["0,0 序号", "0,1 名称"]);
    assert_eq!(
        read(&letter(&text("一段话")), ""),
        Err(ReadError::NoTable { format: Format::Docx, lines: 1 })
    );
}

#[test]
fn tables_within_tables_without_end_are_text() {
    let deep = 200;
    let body = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>",
        cell(&text("甲")),
        cell(&("<w:tbl><w:tr><w:tc>".repeat(deep) + &text("深") + &"</w:tc></w:tr></w:tbl>".repeat(deep))),
        cell(&text("乙"))
    );
    assert_eq!(table(&body), ["0,0 甲", "0,1 深", "0,2 乙"]);
}
