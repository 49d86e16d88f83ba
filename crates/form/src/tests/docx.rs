//! The Word document: its table against the layout, its pages, and that every part is well-formed.

use mulu_model::{Catalogue, Column, Date};
use quick_xml::{Reader, XmlVersion, events::Event};

use super::{approved, catalogues, form, stamp::member};
use crate::{Form, Paper, WriteError, docx, laid::lines_of_boxes, sheet::Kind, unwatched};

const DATE: Date = Date::constant(2022, 12, 18);
const TEXT: &str = "word/document.xml";

fn written(form: &Form) -> Vec<u8> {
    docx::write(form, DATE, &mut unwatched).unwrap()
}

fn part(form: &Form, name: &str) -> String {
    String::from_utf8(member(&written(form), name).unwrap()).unwrap()
}

/// A cell as the file has it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Cell {
    columns: usize,
    /// For a cell of several rows, whether it begins here.
    begins: Option<bool>,
    text: String,
}

/// A row as the file has it.
#[derive(Debug, Default)]
struct Row {
    is_header: bool,
    is_whole: bool,
    is_kept_with_next: bool,
    /// In points.
    height: Option<f32>,
    cells: Vec<Cell>,
}

fn rows(xml: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        let event = reader.read_event().unwrap();
        let row = rows.last_mut();
        match &event {
            Event::Start(e) | Event::Empty(e) => {
                let value = |name: &str| e.try_get_attribute(name).unwrap().map(|a| a.value.into_owned());
                let number = || value("w:val").unwrap().parse::<usize>().unwrap();
                match (e.name().as_ref(), row) {
                    ("w:tr", _) => rows.push(Row::default()),
                    ("w:tblHeader", Some(row)) => row.is_header = true,
                    ("w:cantSplit", Some(row)) => row.is_whole = true,
                    ("w:keepNext", Some(row)) => row.is_kept_with_next = true,
                    ("w:trHeight", Some(row)) => row.height = Some(number() as f32 / 20.0),
                    ("w:tc", Some(row)) => row.cells.push(Cell { columns: 1, ..Cell::default() }),
                    ("w:gridSpan", Some(row)) => row.cells.last_mut().unwrap().columns = number(),
                    ("w:vMerge", Some(row)) => {
                        row.cells.last_mut().unwrap().begins = Some(value("w:val").is_some());
                    }
                    ("w:br", Some(row)) => row.cells.last_mut().unwrap().text.push('\n'),
                    _ => {}
                }
            }
            Event::Text(text) => {
                if let Some(cell) = row.and_then(|row| row.cells.last_mut()) {
                    cell.text.push_str(&text.xml_content(XmlVersion::Implicit1_0));
                }
            }
            Event::GeneralRef(reference) => {
                let known = [("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\"")];
                let text = known
                    .into_iter()
                    .find(|(name, _)| *name == reference.xml_content(XmlVersion::Implicit1_0))
                    .unwrap()
                    .1;
                if let Some(cell) = row.and_then(|row| row.cells.last_mut()) {
                    cell.text.push_str(text);
                }
            }
            Event::Eof => return rows,
            _ => {}
        }
    }
}

/// The cells that the rows of the layout's table must have.
fn expected(form: &Form) -> Vec<Vec<Cell>> {
    let text = |column: usize, cell: &crate::sheet::Cell| match form.sheet.columns[column].kind {
        Kind::Boxes => {
            let laid = form.cells[column].iter().find(|laid| laid.first == cell.first).unwrap();
            lines_of_boxes(&cell.text, laid)
        }
        _ => cell.text.to_string(),
    };
    let mut rows = vec![Vec::new(); form.sheet.rows.len()];
    for (column, cells) in form.sheet.cells.iter().enumerate() {
        for cell in cells {
            for row in cell.rows() {
                let is_first = row == cell.first;
                let text = if is_first { text(column, cell) } else { String::new() };
                rows[row].push(Cell { columns: 1, begins: (cell.span > 1).then_some(is_first), text });
            }
        }
    }
    rows
}

#[test]
fn every_row_has_the_cells_of_the_layout_with_their_texts_and_merges() {
    let real = catalogues::REAL.map(|(name, _)| catalogues::real(name));
    for catalogue in real.into_iter().chain([catalogues::difficult()]) {
        for paper in [Paper::A3, Paper::A4] {
            let form = form(&catalogue, paper);
            let rows = rows(&part(&form, TEXT));
            let depth = form.sheet.header_depth;
            assert_eq!(rows.len(), depth + form.sheet.rows.len());
            for (row, expected) in rows[depth..].iter().zip(expected(&form)) {
                assert_eq!(row.cells, expected);
            }
        }
    }
}

#[test]
fn header_rows_repeat_and_have_the_merges_of_the_template() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let rows = rows(&part(&form, TEXT));
    assert_eq!(rows.iter().filter(|row| row.is_header).count(), 2);
    let line = |row: &Row| {
        let cell = |cell: &Cell| {
            let merge = match cell.begins {
                None => "",
                Some(true) => "┬",
                Some(false) => "┴",
            };
            format!(
                "{}{}{merge}",
                cell.text,
                if cell.columns > 1 { format!("×{}", cell.columns) } else { String::new() }
            )
        };
        row.cells.iter().map(cell).collect::<Vec<_>>().join("|")
    };
    assert!(rows[0].is_header && rows[1].is_header);
    insta::assert_snapshot!(format!("{}\n{}", line(&rows[0]), line(&rows[1])), @r"
    序号┬|公开事项×3|公开内容 (要素)┬|公开依据┬|公开时限┬|公开主体┬|公开渠道和载体┬|公开对象×2|公开方式×2|备注┬
    ┴|一级事项|二级事项×2|┴|┴|┴|┴|┴|全社会|特定群体|主动公开|依申请|┴
    ");
}

#[test]
fn the_columns_are_as_wide_as_they_were_laid_out() {
    for paper in [Paper::A3, Paper::A4] {
        let form = form(&catalogues::real("zhongwei-social-insurance"), paper);
        let xml = part(&form, TEXT);
        let widths: Vec<f32> = xml
            .split("<w:gridCol w:w=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().parse::<f32>().unwrap() / 20.0)
            .collect();
        assert_eq!(widths.len(), form.sheet.columns.len());
        for (width, edges) in widths.iter().zip(form.edges.windows(2)) {
            assert!((width - (edges[1] - edges[0])).abs() <= 0.1, "{width} {edges:?}");
        }
        assert!((widths.iter().sum::<f32>() - form.measures.table_width()).abs() <= 0.1);
    }
}

#[test]
fn rows_are_as_high_as_their_lines_and_those_that_a_page_can_hold_are_kept_together() {
    let form = form(&catalogues::difficult(), Paper::A4);
    let rows = rows(&part(&form, TEXT));
    let (depth, text) = (form.sheet.header_depth, &form.measures.text);
    let mut taller = 0;
    for (index, row) in rows[depth..].iter().enumerate() {
        let single = form.cells.iter().flatten().filter(|laid| laid.first == index && laid.span == 1);
        let needed = single.map(|laid| text.height(laid.lines.len())).fold(0.0, f32::max);
        assert_eq!(row.is_whole, row.height.is_some());
        match row.height {
            Some(height) => assert!(height + 0.1 >= needed, "row {index}: {height} of {needed}"),
            None => taller += 1,
        }
    }
    assert!(taller > 0 && taller < rows.len() / 2, "{taller} of {} rows are taller than a page", rows.len());
}

#[test]
fn rows_that_a_merged_text_needs_stay_on_one_page() {
    let form = form(&catalogues::real("zhongwei-social-insurance"), Paper::A3);
    let rows = rows(&part(&form, TEXT));
    let rows = &rows[form.sheet.header_depth..];
    let mut kept = vec![false; rows.len()];
    for laid in form.cells.iter().flatten() {
        let needed = form.measures.text.height(laid.lines.len());
        let above = |row: usize| rows[laid.first..=row].iter().map(|row| row.height.unwrap()).sum::<f32>();
        let last = (laid.first..laid.end()).find(|row| above(*row) + 0.5 >= needed).unwrap();
        kept[laid.first..last].fill(true);
    }
    let found: Vec<bool> = rows.iter().map(|row| row.is_kept_with_next).collect();
    assert_eq!(found, kept);
    assert!(kept.contains(&true) && kept.contains(&false));
}

#[test]
fn the_paper_lies_on_its_side_with_the_margins_of_the_form() {
    for (paper, size) in
        [(Paper::A3, "w:w=\"23811\" w:h=\"16838\""), (Paper::A4, "w:w=\"16838\" w:h=\"11906\"")]
    {
        let form = form(&catalogues::real("yinchuan-hrss-2020"), paper);
        let xml = part(&form, TEXT);
        let side = (form.measures.side * 20.0).round();
        assert!(xml.contains(&format!("<w:pgSz {size} w:orient=\"landscape\"/>")));
        assert!(xml.contains(&format!("w:left=\"{side}\"")) && xml.contains(&format!("w:right=\"{side}\"")));
    }
}

/// The names of all parts.
fn names(file: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

#[test]
fn every_part_is_well_formed_and_markup_in_texts_is_text() {
    const TEXT_OF_ALL_KINDS: &str = "<w:p/>&\"本\"\u{fffe}\u{ffff}\u{0}\u{b}\u{feff} 一  二 ";
    let mut catalogue = catalogues::difficult();
    catalogue.heading.title = TEXT_OF_ALL_KINDS.to_owned();
    catalogue.heading.responsible_unit = TEXT_OF_ALL_KINDS.to_owned();
    catalogue.groups[0].name = TEXT_OF_ALL_KINDS.to_owned();
    catalogue.template.columns[0].header = vec![TEXT_OF_ALL_KINDS.to_owned()];
    for form in [form(&catalogue, Paper::A3), approved(&catalogue, Paper::A3)] {
        let file = written(&form);
        let parts: Vec<String> = names(&file).into_iter().filter(|name| !name.ends_with(".bmp")).collect();
        for name in &parts {
            let xml = String::from_utf8(member(&file, name).unwrap()).unwrap();
            assert!(!xml.contains(['\u{fffe}', '\u{ffff}', '\u{0}', '\u{b}']), "{name}");
            let mut reader = Reader::from_str(&xml);
            while !matches!(reader.read_event().unwrap(), Event::Eof) {}
        }
        let rows = rows(&part(&form, TEXT));
        assert_eq!(rows[0].cells[0].text, "<w:p/>&\"本\"\n\u{feff} 一  二 ");
    }
}

#[test]
fn whatever_a_part_links_to_is_there_and_has_a_type() {
    for form in [form(&catalogues::difficult(), Paper::A3), approved(&catalogues::difficult(), Paper::A3)] {
        let file = written(&form);
        let all = names(&file);
        let types = part(&form, "[Content_Types].xml");
        for links in all.iter().filter(|name| name.ends_with(".rels")) {
            let folder = links.split_once("_rels/").unwrap().0;
            for target in part(&form, links).split("Target=\"").skip(1) {
                let target = format!("{folder}{}", target.split('"').next().unwrap());
                assert!(all.contains(&target), "{links}: {target}");
                assert!(target.ends_with(".bmp") || types.contains(&format!("\"/{target}\"")), "{target}");
            }
        }
    }
}

#[test]
fn pages_say_of_a_form_what_paper_says() {
    let catalogue = catalogues::real("zhongwei-hrss-2022");
    let draft = form(&catalogue, Paper::A3);
    for number in 1..=2 {
        assert!(part(&draft, &format!("word/header{number}.xml")).contains("草稿"));
        let foot = part(&draft, &format!("word/footer{number}.xml"));
        assert!(
            foot.contains("未审签，不得对外发布")
                && foot.contains("\"PAGE\"")
                && foot.contains("\"NUMPAGES\"")
        );
    }
    let title = "中卫市人力资源和社会保障局政务公开清单目录";
    assert!(!part(&draft, "word/header1.xml").contains(title), "the first page has its title");
    assert!(part(&draft, "word/header2.xml").contains(title));
    let stamped = approved(&catalogue, Paper::A3);
    for number in 1..=2 {
        assert!(!part(&stamped, &format!("word/header{number}.xml")).contains("草稿"));
        let foot = part(&stamped, &format!("word/footer{number}.xml"));
        assert!(
            foot.contains("版本号：第2版　核对码：7KQF-M3XD-9TWA-R4HC") && foot.contains("r:embed=\"rCode\"")
        );
    }
}

#[test]
fn a_table_with_more_columns_than_word_takes_is_refused() {
    let with_columns = |count: usize| -> Catalogue {
        let mut catalogue = catalogues::real("zhongwei-hrss-2022");
        let own = |number: usize| Column {
            key: format!("custom:栏{number}").parse().unwrap(),
            header: vec![format!("栏{number}")],
        };
        let missing = count - catalogue.template.columns.len();
        catalogue.template.columns.extend((0..missing).map(own));
        catalogue
    };
    let write = |count| docx::write(&form(&with_columns(count), Paper::A3), DATE, &mut unwatched);
    assert!(write(63).is_ok());
    assert!(matches!(write(64), Err(WriteError::TooManyColumns { columns: 64 })));
}
