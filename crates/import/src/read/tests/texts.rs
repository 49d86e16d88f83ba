use encoding_rs::GB18030;

use super::{fixture, only, shown};
use crate::{Document, Format, Place, ReadError, read, read_text};

fn csv(text: &str) -> Vec<String> {
    shown(only(&read(text.as_bytes(), "a.csv").unwrap()))
}

fn lines(text: &str) -> Vec<String> {
    shown(only(&read_text(text).unwrap()))
}

#[test]
fn values_in_quotation_marks_keep_separators_and_lines() {
    let document = fixture("lines.csv");
    assert_eq!(document.format, Format::Csv);
    let table = only(&document);
    assert_eq!(
        shown(table),
        [
            "0,0 序号",
            "0,1 名称",
            "0,2 内容",
            "1,0 1",
            "1,1 甲,乙",
            "1,2 第一行\n第二\"行\"",
            "2,0 2",
            "2,1 丙"
        ]
    );
    assert_eq!(table.grid.cells[6].place, Place { row: 4, column: 1 });
}

#[test]
fn the_separator_is_found() {
    for separator in [',', ';', '\t', '|'] {
        let text = format!("目录\n序号{separator}名称{separator}内容\n1{separator}甲{separator}乙、丙\n");
        assert_eq!(
            csv(&text),
            ["0,0 目录", "1,0 序号", "1,1 名称", "1,2 内容", "2,0 1", "2,1 甲", "2,2 乙、丙"]
        );
    }
}

#[test]
fn a_separator_that_only_begins_texts_of_several_lines_does_not_divide_the_table() {
    let text = "序号,名称,内容\n1,甲,\"\t=1\n\t=2\n\t=3\"\n2,乙,\"\t=4\n\t=5\"\n";
    assert_eq!(csv(text)[..5], ["0,0 序号", "0,1 名称", "0,2 内容", "1,0 1", "1,1 甲"]);
}

#[test]
fn a_mark_that_nothing_closes_is_a_character() {
    assert_eq!(csv("\"甲\",\"乙\n丙,丁\n"), ["0,0 甲", "0,1 \"乙", "1,0 丙", "1,1 丁"]);
}

#[test]
fn text_is_read_in_every_encoding() {
    let text = "序号,名称\n1,机构职能\n";
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let with_mark = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let files = [
        text.as_bytes().to_vec(),
        with_mark(b"\xef\xbb\xbf", text.as_bytes()),
        with_mark(b"\xff\xfe", &little),
        with_mark(b"\xfe\xff", &big),
        little,
        big,
        GB18030.encode(text).0.into_owned(),
    ];
    for bytes in files {
        let document = read(&bytes, "a.csv").unwrap();
        assert_eq!(shown(only(&document)), ["0,0 序号", "0,1 名称", "1,0 1", "1,1 机构职能"]);
    }
}

#[test]
fn utf8_that_was_cut_within_a_character_is_still_utf8() {
    let bytes = "序号,名称\n1,机构职能".as_bytes();
    let document = read(&bytes[..bytes.len() - 1], "a.csv").unwrap();
    assert_eq!(shown(only(&document))[0], "0,0 序号");
}

#[test]
fn lines_with_tabs_are_rows_and_other_lines_rows_of_one_cell() {
    let text = "目录\n\n序号\t名称\t\n\t内容\n换行\n";
    assert_eq!(lines(text), ["0,0 目录", "2,0 序号", "2,1 名称", "2,2 ", "3,0 ", "3,1 内容", "4,0 换行"]);
}

#[test]
fn where_each_line_is_a_cell_a_blank_cell_differs_from_a_blank_line() {
    assert_eq!(
        lines("\t1\n\t\n\t√\n\n\t2\n"),
        ["0,0 ", "0,1 1", "1,0 ", "1,1 ", "2,0 ", "2,1 √", "4,0 ", "4,1 2"]
    );
}

#[test]
fn lines_with_bars_are_rows_and_rules_are_not() {
    let text = "| 序号 | 名称 |\n|:---|---:|\n| 1 | 甲<br>乙\\|丙 |\n";
    assert_eq!(lines(text), ["0,0 序号", "0,1 名称", "1,0 1", "1,1 甲\n乙｜丙"]);
}

#[test]
fn what_a_spreadsheet_puts_on_the_clipboard_keeps_its_lines() {
    assert_eq!(
        lines("1\t\"甲\n乙\"\t丙\n2\t丁\t戊\n"),
        ["0,0 1", "0,1 甲\n乙", "0,2 丙", "1,0 2", "1,1 丁", "1,2 戊"]
    );
}

#[test]
fn check_boxes_in_text_become_characters_and_titles_in_brackets_stay() {
    let text = "1\t<ul style=\"a: b;\"> <li style=\"width: 50%;\"><input checked=\"\" type=\"checkbox\"/>网站 <li><input type=\"checkbox\"> 公报\t《实施<条例>办法》\n";
    assert_eq!(lines(text), ["0,0 1", "0,1 ☑网站 \n□ 公报", "0,2 《实施<条例>办法》"]);
}

#[test]
fn text_of_values_is_read_as_values() {
    assert_eq!(
        lines("序号,名称\n1,甲\n2,乙\n"),
        ["0,0 序号", "0,1 名称", "1,0 1", "1,1 甲", "2,0 2", "2,1 乙"]
    );
}

#[test]
fn each_line_of_one_cell_is_a_row() {
    let document = read("序号\n名称\n1\n甲\n".as_bytes(), "a.txt").unwrap();
    let Document { format, .. } = document;
    assert_eq!(format, Format::Text);
    assert_eq!(shown(only(&document)), ["0,0 序号", "1,0 名称", "2,0 1", "3,0 甲"]);
}

#[test]
fn text_without_any_characters_is_empty() {
    assert_eq!(read_text(" \n\t"), Err(ReadError::Empty));
}
