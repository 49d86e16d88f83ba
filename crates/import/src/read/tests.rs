//! What readers make of documents, format by format.

mod docx;
mod html;
mod numbers;
mod refusals;
mod sheets;
mod texts;

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{Document, Table, read};

/// A table as one line for each cell: `row,column text`, with `+rows x columns` where it spans several, and `~`
/// where it is hidden.
fn shown(table: &Table) -> Vec<String> {
    let cells = table.grid.cells.iter().map(|cell| {
        let (rows, columns) = (cell.row_span, cell.column_span);
        let span = if rows * columns > 1 { format!("+{rows}x{columns}") } else { String::new() };
        let mark = if cell.is_hidden { "~" } else { "" };
        format!("{},{}{span} {mark}{}", cell.row, cell.column, cell.text)
    });
    cells.collect()
}

/// The only table of a document.
fn only(document: &Document) -> &Table {
    let [table] = document.tables.as_slice() else { panic!("{} tables", document.tables.len()) };
    table
}

fn fixture(name: &str) -> Document {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read(path).unwrap(), name).unwrap()
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook with one sheet of this XML.
fn workbook(sheet: &str) -> Vec<u8> {
    workbook_of(sheet, "<sst/>")
}

/// A workbook with one sheet and shared texts.
fn workbook_of(sheet: &str, texts: &str) -> Vec<u8> {
    packed(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="表" r:id="r1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
    ])
}

/// A Word document with this body.
fn letter(body: &str) -> Vec<u8> {
    let whole = format!("<w:document><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", &whole)])
}

/// A compound file with one stream.
fn compound(stream: &str, content: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(content).unwrap();
    file.into_inner().into_inner()
}
