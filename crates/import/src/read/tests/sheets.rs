use super::{compound, fixture, only, packed, shown, workbook, workbook_of};
use crate::{Document, Format, Place, ReadError, read};

/// What the sheet of the fixtures shows in every format. In all of them the last column and one row are hidden.
const CELLS: [&str; 26] = [
    "0,0+1x6 政务公开目录",
    "1,0 填表时间：2022年12月18日",
    "2,0+2x1 序号",
    "2,1+1x2 公开事项",
    "2,3+2x1 公开渠道",
    "2,4+2x1 日期",
    "2,5+2x1 比例",
    "3,1 一级事项",
    "3,2 二级事项",
    "4,0 1",
    "4,1+2x1 概况\n信息",
    "4,2 机构职能",
    "4,3 ☑政府网站\n□政府公报",
    "4,4 2022年12月18日",
    "4,5 12.5%",
    "5,0 2",
    "5,2 领导信息",
    "5,3 ☑",
    "5,4 2023-01-31",
    "5,5 3",
    "6,0 ~3",
    "6,1 ~隐藏的行",
    "6,2 ~年报",
    "6,3 ~TRUE",
    "6,4 ~1,234,567.89",
    "7,6 ~隐藏的列",
];

fn check_book(document: &Document, format: Format) {
    assert_eq!(document.format, format);
    // LibreOffice keeps no text as the value of a formula when it writes an .xls.
    let kept = if format == Format::Xls { "6,2 ~0" } else { "6,2 ~年报" };
    let cells = CELLS.map(|cell| if cell == "6,2 ~年报" { kept } else { cell });
    let [table, hidden] = document.tables.as_slice() else { panic!("{} tables", document.tables.len()) };
    assert_eq!(shown(table), cells);
    assert_eq!((table.name.as_str(), table.is_hidden), ("目录", false));
    assert_eq!((hidden.name.as_str(), hidden.is_hidden), ("旧表", true));
    assert_eq!(shown(hidden), ["0,0 旧"]);
    assert_eq!(hidden.grid.cells[0].place, Place { row: 2, column: 2 });
}

#[test]
fn xlsx_is_read_as_it_is_shown() {
    check_book(&fixture("book.xlsx"), Format::Xlsx);
}

#[test]
fn xls_is_read_as_it_is_shown() {
    check_book(&fixture("book.xls"), Format::Xls);
}

#[test]
fn ods_is_read_as_it_is_shown() {
    check_book(&fixture("book.ods"), Format::Ods);
}

#[test]
fn the_format_comes_from_the_bytes_and_not_from_the_name() {
    let path = format!("{}/tests/fixtures/book.xlsx", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    for name in ["", "book.xls", "book.docx", "book.csv"] {
        check_book(&read(&bytes, name).unwrap(), Format::Xlsx);
    }
}

fn sheet(xml: &str) -> Vec<String> {
    shown(only(&read(&workbook(xml), "").unwrap()))
}

#[test]
fn cells_without_an_address_follow_one_another() {
    let rows = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>";
    assert_eq!(sheet(&format!("<worksheet>{rows}</worksheet>")), ["0,0 1", "0,1 2", "1,0 3"]);
}

#[test]
fn prefixes_of_elements_do_not_matter() {
    let xml = r#"<x:worksheet xmlns:x="y"><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:worksheet>"#;
    assert_eq!(sheet(xml), ["0,0 甲"]);
}

#[test]
fn a_formula_counts_by_its_kept_value() {
    let xml = r#"<worksheet><row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://example.invalid")</f><v>旧值</v></c></row></worksheet>"#;
    assert_eq!(sheet(xml), ["0,0 旧值"]);
}

#[test]
fn runs_are_joined_and_phonetic_runs_dropped() {
    let texts = "<sst><si><r><t>政</t></r><r><rPr><b/></rPr><t>务_x000D_\n公开</t></r><rPh sb='0' eb='1'><t>zheng</t></rPh></si></sst>";
    let bytes = workbook_of("<worksheet><row r='1'><c r='A1' t='s'><v>0</v></c></row></worksheet>", texts);
    assert_eq!(shown(only(&read(&bytes, "").unwrap())), ["0,0 政务\n公开"]);
}

#[test]
fn a_text_that_is_not_there_makes_a_file_damaged() {
    let bytes = workbook("<worksheet><row r='1'><c r='A1' t='s'><v>7</v></c></row></worksheet>");
    assert_eq!(read(&bytes, ""), Err(ReadError::Damaged { format: Format::Xlsx }));
}

#[test]
fn merged_cells_that_overlap_cover_no_field_twice() {
    let cells: String = ["A1", "B2", "C3"].map(|at| format!("<c r='{at}' t='str'><v>{at}</v></c>")).concat();
    let xml = format!(
        "<worksheet><row>{cells}</row><mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B2:C3'/>\
         <mergeCell ref='C3:D3'/><mergeCell ref='F9:A1'/></mergeCells></worksheet>"
    );
    assert_eq!(sheet(&xml), ["0,0+2x2 A1", "2,2+1x2 C3"]);
}

#[test]
fn long_runs_of_empty_rows_and_columns_are_shortened_and_places_stay_true() {
    let xml = "<worksheet><row><c r='C5'><v>1</v></c><c r='XFD1048576'><v>2</v></c></row></worksheet>";
    let document = read(&workbook(xml), "").unwrap();
    let table = only(&document);
    assert_eq!(shown(table), ["0,0 1", "17,17 2"]);
    assert_eq!((table.grid.rows, table.grid.columns), (18, 18));
    assert_eq!(table.grid.cells[1].place, Place { row: 1_048_576, column: 16_384 });
}

#[test]
fn a_merged_cell_of_a_whole_column_ends_with_the_table() {
    let xml = "<worksheet><row><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row><c r='B2'><v>3</v></c></row>\
               <mergeCells><mergeCell ref='A1:A1048576'/></mergeCells></worksheet>";
    let document = read(&workbook(xml), "").unwrap();
    assert!(only(&document).grid.rows <= 1_001);
    assert_eq!(only(&document).grid.cells.len(), 3);
}

#[test]
fn repeated_cells_of_ods_are_put_down_as_often() {
    let content = "<office:document-content><table:table table:name='表'><table:table-row table:number-rows-repeated='2'>\
                   <table:table-cell table:number-columns-repeated='2'><text:p>甲<text:s text:c='2'/>乙</text:p><text:p>丙</text:p>\
                   <office:annotation><text:p>批注</text:p></office:annotation></table:table-cell></table:table-row>\
                   <table:table-row table:number-rows-repeated='1048574'><table:table-cell table:number-columns-repeated='16384'/>\
                   </table:table-row></table:table></office:document-content>";
    let bytes =
        packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]);
    let document = read(&bytes, "").unwrap();
    let text = "甲  乙\n丙";
    assert_eq!(
        shown(only(&document)),
        [format!("0,0 {text}"), format!("0,1 {text}"), format!("1,0 {text}"), format!("1,1 {text}")]
    );
}

/// A record of an old workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

#[test]
fn records_of_an_old_workbook_are_read_by_their_kind() {
    let begin = record(0x0809, &[0, 6, 5, 0]);
    let end = record(0x000a, &[]);
    let text = |words: &str| {
        let units: Vec<u16> = words.encode_utf16().collect();
        let bytes = units.iter().flat_map(|unit| unit.to_le_bytes());
        [units.len() as u8, 0, 1].into_iter().chain(bytes).collect::<Vec<u8>>()
    };
    // A text that goes on in a second record, there with one byte for each character.
    let shared =
        [record(0x00fc, &[1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 1, 0x32, 0x75]), record(0x003c, &[0, b'B', b'C'])];
    let position = |row: u8, column: u8| vec![row, 0, column, 0, 0, 0];
    let sheet = [
        begin.clone(),
        record(0x00fd, &[position(0, 0), vec![0, 0, 0, 0]].concat()),
        record(0x0006, &[position(0, 1), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff]].concat()),
        record(0x0207, &text("年报")),
        record(0x00bd, &[1, 0, 0, 0, 0, 0, 0x0e, 0, 0, 0, 0, 0, 0x0f, 0, 0, 0, 1, 0]),
        record(0x0205, &[position(2, 0), vec![1, 0]].concat()),
        record(0x0205, &[position(2, 1), vec![0x07, 1]].concat()),
        record(0x00e5, &[1, 0, 1, 0, 2, 0, 2, 0, 3, 0]),
        end.clone(),
    ]
    .concat();
    let name = [&[1, 1], &"表".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()[..]].concat();
    let globals = |offset: u32| {
        let entry = record(0x0085, &[&offset.to_le_bytes()[..], &[0, 0], &name].concat());
        [begin.clone(), entry, shared.concat(), end.clone()].concat()
    };
    let offset = u32::try_from(globals(0).len()).unwrap();
    let bytes = compound("Workbook", &[globals(offset), sheet].concat());
    let document = read(&bytes, "").unwrap();
    let table = only(&document);
    assert_eq!(table.name, "表");
    assert_eq!(shown(table), ["0,0 甲BC", "0,1 年报", "1,0 3", "1,1 0.03", "2,0 TRUE", "2,1 #DIV/0!"]);
}

#[test]
fn check_boxes_over_a_cell_are_lines_of_its_text() {
    let shape = |column: u8, row: u8, down: u8, label: &str, checked: &str| {
        format!(
            "<v:shape><v:textbox><div><font>{label}</font></div></v:textbox><x:ClientData ObjectType='Checkbox'>\
             <x:Anchor>{column}, 2, {row}, {down}, 9, 0, 9, 0</x:Anchor>{checked}</x:ClientData></v:shape>"
        )
    };
    let ticked = "<x:Checked>1</x:Checked>";
    let note = "<v:shape><v:textbox><div>批注</div></v:textbox><x:ClientData ObjectType='Note'><x:Anchor>0, 0, 0, 0</x:Anchor></x:ClientData></v:shape>";
    let shapes = [
        shape(1, 1, 20, "公报", ""),
        shape(1, 0, 1, "网站", ticked),
        shape(1, 5, 1, "其他", ""),
        note.to_owned(),
    ];
    // Drawings often end badly.
    let drawing = format!("<xml>{}<br></xml>", shapes.concat());
    let sheet = "<worksheet><row><c r='A1'><v>1</v></c><c r='B1' t='str'><v>渠道</v></c></row><mergeCells><mergeCell ref='B1:B3'/></mergeCells></worksheet>";
    let bytes = packed(&[
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="表" r:id="r1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/vmlDrawing" Target="../drawings/a.vml"/></Relationships>"#,
        ),
        ("xl/drawings/a.vml", &drawing),
    ]);
    let document = read(&bytes, "").unwrap();
    assert_eq!(shown(only(&document)), ["0,0 1", "0,1+3x1 渠道\n☑网站\n□公报", "5,1 □其他"]);
}

#[test]
fn truth_values_that_are_shown_as_check_boxes_are_boxes() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.insert_checkbox(0, 0, true).unwrap();
    sheet.insert_checkbox(0, 1, false).unwrap();
    sheet.write_boolean(0, 2, true).unwrap();
    let document = read(&workbook.save_to_buffer().unwrap(), "").unwrap();
    assert_eq!(shown(only(&document)), ["0,0 ☑", "0,1 □", "0,2 TRUE"]);
}
