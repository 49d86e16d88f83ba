use super::{fixture, only, shown};
use crate::{Format, ReadError, read, read_html};

fn table(html: &str) -> Vec<String> {
    shown(only(&read_html(html).unwrap()))
}

#[test]
fn cells_span_rows_and_columns_as_in_a_browser() {
    let html = "<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>丙<td>丁<tbody><tr><td rowspan=0>戊<td>1<td>2\
                <tr><td>3<td>4<tbody><tr><td>5<td>6<td rowspan=99>7</table>";
    assert_eq!(
        table(html),
        [
            "0,0+2x1 甲",
            "0,1+1x2 乙",
            "1,1 丙",
            "1,2 丁",
            "2,0+2x1 戊",
            "2,1 1",
            "2,2 2",
            "3,1 3",
            "3,2 4",
            "4,0 5",
            "4,1 6",
            "4,2 7"
        ]
    );
}

#[test]
fn a_span_that_would_cover_a_cell_from_above_ends_before_it() {
    let html = "<table><tr><td>1<td rowspan=2>2<td>3<tr><td colspan=3>4<td>5</table>";
    assert_eq!(table(html), ["0,0 1", "0,1+2x1 2", "0,2 3", "1,0 4", "1,2 5"]);
}

#[test]
fn lines_spaces_and_boxes_are_read_as_shown() {
    let html = "<table><tr><td> 第一\n  行<br>第二&nbsp;行<p>第三</p><ul><li>甲</li><li>乙</li></ul><ol><li>丙<li>丁</ol></td>\
                <td><input type=checkbox checked>网站<input type='CHECKBOX'>公报<input type=text value=x></td></tr></table>";
    assert_eq!(table(html), ["0,0 第一 行\n第二 行\n第三\n甲\n乙\n1. 丙\n2. 丁", "0,1 ☑网站□公报"]);
}

#[test]
fn what_is_not_seen_is_no_text_and_hidden_rows_are_marked() {
    let html = "<style>td{color:red}</style><script>var a='<table>'</script><table><tr><td>甲<span style='display: none'>藏</span>\
                <!-- 注 --><td>乙<tr style='display:none'><td>丙<td>丁</table>";
    assert_eq!(table(html), ["0,0 甲", "0,1 乙", "1,0 ~丙", "1,1 ~丁"]);
}

#[test]
fn the_clipboard_of_excel_is_read_with_its_styles() {
    let html = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001000\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
                <head><meta charset=utf-8><style><!--\r\n.xl65 {mso-style-parent:style0; font-family:\"Wingdings 2\";}\r\n--></style></head>\
                <body><table border=0><col width=72 style='display:none'><col width=72>\r\n<!--StartFragment-->\r\n \
                <tr height=19><td class=xl66>1</td><td class=xl65 x:str>R</td>\r\n  <td>甲<br>\r\n  乙<span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>丙</td></tr>\
                <!--EndFragment--></table></body></html>";
    let document = read(html.as_bytes(), "").unwrap();
    assert_eq!(document.format, Format::Html);
    assert_eq!(shown(only(&document)), ["0,0 ~1", "0,1 ☑", "0,2 甲\n乙  丙"]);
}

#[test]
fn the_clipboard_of_word_is_read_with_its_symbols() {
    let html = "<html><body><!--StartFragment--><table class=MsoTableGrid><tr><td><p class=MsoNormal><span style='font-family:\"Wingdings 2\"'>R</span>网站<o:p></o:p></p>\
                <p class=MsoNormal><font face=\"Wingdings\">¨</font>公报</p></td><td><p><del cite=\"mailto:a\" datetime=\"2022\">旧</del><ins>新</ins></p></td></tr></table><!--EndFragment--></body></html>";
    assert_eq!(table(html), ["0,0 ☑网站\n□公报", "0,1 新"]);
}

#[test]
fn a_page_that_is_laid_out_by_tables_gives_the_table_within() {
    let html = "<table><tr><td>导航<td><h1>目录</h1><table><tr><td>1<td>2<tr><td>3<td>4</table><p>注<td>侧栏</table>";
    let document = read_html(html).unwrap();
    let table = only(&document);
    assert_eq!(shown(table), ["0,0 1", "0,1 2", "1,0 3", "1,1 4"]);
    assert_eq!(
        (table.above.join("|"), table.below.join("|")),
        ("导航|目录".to_owned(), "注|侧栏".to_owned())
    );
}

#[test]
fn a_table_in_a_cell_of_a_larger_one_is_text_of_the_cell() {
    let html =
        "<table><tr><td>1<td>2<td><table><tr><td>☐网站<td>☒公报<tr><td>□报刊</table><td>4<td>5</table>";
    assert_eq!(table(html), ["0,0 1", "0,1 2", "0,2 □网站 ☑公报\n□报刊", "0,3 4", "0,4 5"]);
}

#[test]
fn each_table_has_the_lines_above_it_and_the_last_one_those_below() {
    let html =
        "<p>一<table><tr><td>1<td>2</table>二<table><tr><td>标题</table><table><tr><td>3<td>4</table>三";
    let document = read_html(html).unwrap();
    let lines: Vec<_> =
        document.tables.iter().map(|table| (table.above.join("|"), table.below.join("|"))).collect();
    assert_eq!(lines, [("一".into(), String::new()), ("二|标题".into(), "三".into())]);
}

#[test]
fn html_named_as_a_workbook_is_read_as_html() {
    let document = read("<html><table><tr><td>甲<td>乙</table>".as_bytes(), "export.xls").unwrap();
    assert_eq!(document.format, Format::Html);
}

#[test]
fn elements_within_one_another_without_end_cost_nothing() {
    let deep = "<div><b><table><tr><td>".repeat(100_000);
    assert_eq!(read_html(&deep), Err(ReadError::NoTable { format: Format::Html, lines: 0 }));
    let wide = format!(
        "{}<table><tr><td>甲<td>乙{}</table>",
        "<font color=1>".repeat(100_000),
        "</i>".repeat(100_000)
    );
    assert_eq!(table(&wide), ["0,0 甲", "0,1 乙"]);
}

#[test]
fn a_page_without_a_table_is_refused() {
    assert_eq!(read_html("<p>一段话</p>"), Err(ReadError::NoTable { format: Format::Html, lines: 1 }));
}

#[test]
fn a_sheet_saved_as_a_page_is_read_with_its_spans() {
    let document = fixture("book.html");
    let cells = shown(only(&document));
    for cell in ["0,0+1x6 政务公开目录", "2,0+2x1 序号", "4,1+2x1 概况\n信息", "4,5 12.5%", "5,3 ☑"]
    {
        assert!(cells.contains(&cell.to_owned()), "{cell} in {cells:?}");
    }
}

#[test]
fn characters_are_read_by_name_and_number() {
    let html = "<table><tr><td>&#9745;&#x25a1;&radic;&#128;<td>甲&amp乙&nbsp丙&unknown;&lt;丁&gt;<td>1 < 2 && 3</table>";
    assert_eq!(table(html), ["0,0 ☑□√€", "0,1 甲&乙 丙&unknown;<丁>", "0,2 1 < 2 && 3"]);
}

#[test]
fn tags_end_where_they_end_whatever_stands_in_them() {
    let html = "<table><tr><td title='a>b' colspan = \"2\"><!-- <td> -->甲<!><![if !mso]>乙<![endif]></ ><td/>丙<br/><TD =x>丁</TD >\
                <script>if (a</b) '<td>'</script><td>戊";
    assert_eq!(table(html), ["0,0+1x2 甲乙", "0,2 丙", "0,3 丁", "0,4 戊"]);
}
