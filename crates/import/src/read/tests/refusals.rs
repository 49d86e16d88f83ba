use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::{compound, letter, packed, workbook, workbook_of};
use crate::{Format, LooksLike, Measure, ReadError, read, read_html};

fn looks_like(bytes: &[u8]) -> LooksLike {
    match read(bytes, "目录.xlsx") {
        Err(ReadError::NotADocument { looks_like }) => looks_like,
        other => panic!("{other:?}"),
    }
}

fn too_large(bytes: &[u8]) -> Measure {
    match read(bytes, "") {
        Err(ReadError::TooLarge { what, .. }) => what,
        other => panic!("{:?}", other.map(|document| document.tables.len())),
    }
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for bytes in [&b""[..], b" \r\n", b"\0\0\0\0"] {
        assert_eq!(read(bytes, "目录.xlsx"), Err(ReadError::Empty));
    }
}

#[test]
fn other_files_are_recognised_whatever_their_name() {
    let cases: [(&[u8], LooksLike); 13] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", LooksLike::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", LooksLike::Picture),
        (b"%PDF-1.7\n", LooksLike::Pdf),
        (b"{\\rtf1\\ansi", LooksLike::Rtf),
        (b"Rar!\x1a\x07\x01\0", LooksLike::Archive),
        (b"MZ\x90\0\x03\0\0\0", LooksLike::Executable),
        (b"SQLite format 3\0", LooksLike::Database),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            LooksLike::Xml,
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", LooksLike::WebArchive),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", LooksLike::Unknown),
        (&packed(&[("a.txt", "x")]), LooksLike::Archive),
        (&packed(&[("OFD.xml", "<ofd/>")]), LooksLike::Ofd),
        (&packed(&[("mimetype", "application/vnd.oasis.opendocument.text")]), LooksLike::OpenDocumentText),
    ];
    for (bytes, expected) in cases {
        assert_eq!(looks_like(bytes), expected);
    }
}

#[test]
fn compound_files_are_told_apart_by_their_streams() {
    assert_eq!(looks_like(&compound("WordDocument", b"x")), LooksLike::Doc97);
    assert_eq!(looks_like(&compound("PowerPoint Document", b"x")), LooksLike::Presentation);
    assert_eq!(looks_like(&compound("Book", b"x")), LooksLike::OldWorkbook);
    let encrypted = read(&compound("EncryptedPackage", b"x"), "目录.docx");
    assert_eq!(encrypted, Err(ReadError::Encrypted { format: Some(Format::Docx) }));
}

#[test]
fn a_workbook_of_97_with_a_password_is_encrypted() {
    let begin = [0x09, 0x08, 0x04, 0, 0, 6, 5, 0];
    let pass = [0x2f, 0, 2, 0, 1, 0];
    let bytes = compound("Workbook", &[&begin[..], &pass].concat());
    assert_eq!(read(&bytes, ""), Err(ReadError::Encrypted { format: Some(Format::Xls) }));
}

#[test]
fn a_packed_file_with_a_password_is_encrypted() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"<workbook/>").unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    // The flag stands in the entry's own header and in the directory.
    bytes[6] |= 1;
    let directory = bytes.windows(4).position(|sign| sign == b"PK\x01\x02").unwrap();
    bytes[directory + 8] |= 1;
    assert_eq!(read(&bytes, "目录.xlsx"), Err(ReadError::Encrypted { format: Some(Format::Xlsx) }));
}

#[test]
fn a_file_that_was_cut_is_truncated() {
    let whole = workbook("<worksheet><row><c><v>1</v></c></row></worksheet>");
    let half = &whole[..whole.len() / 2];
    assert_eq!(read(half, "目录.xlsx"), Err(ReadError::Truncated { format: Some(Format::Xlsx) }));
    let path = format!("{}/tests/fixtures/book.xls", env!("CARGO_MANIFEST_DIR"));
    let whole = std::fs::read(path).unwrap();
    assert!(matches!(
        read(&whole[..whole.len() / 2], "目录.xls"),
        Err(ReadError::Truncated { .. } | ReadError::Damaged { .. })
    ));
    let open = workbook("<worksheet><row><c><v>1</v></c>");
    assert_eq!(read(&open, ""), Err(ReadError::Truncated { format: Some(Format::Xlsx) }));
}

#[test]
fn a_file_without_any_text_has_no_table() {
    assert_eq!(
        read(&workbook("<worksheet/>"), ""),
        Err(ReadError::NoTable { format: Format::Xlsx, lines: 0 })
    );
    assert_eq!(read(&letter(""), ""), Err(ReadError::NoTable { format: Format::Docx, lines: 0 }));
}

#[test]
fn entities_of_a_document_type_expand_to_nothing() {
    let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
    let sheet = format!("{bomb}<worksheet><row><c t='str'><v>甲&b;&c;&lt;&#20057;</v></c></row></worksheet>");
    let document = read(&workbook(&sheet), "").unwrap();
    assert_eq!(document.tables[0].grid.cells[0].text, "甲<乙");
}

#[test]
fn elements_too_deep_are_refused() {
    let deep = "<x>".repeat(2_000);
    assert_eq!(too_large(&workbook(&format!("<worksheet>{deep}"))), Measure::Depth);
}

#[test]
fn a_bomb_is_refused_before_it_has_unpacked() {
    // Half a gigabyte of blanks packs to half a megabyte.
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    writer.start_file("word/document.xml", options).unwrap();
    let blanks = vec![b' '; 1 << 20];
    writer.write_all(b"<w:document>").unwrap();
    for _ in 0..520 {
        writer.write_all(&blanks).unwrap();
        writer.write_all(b"<w:p/>").unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(too_large(&bytes), Measure::UnpackedBytes);
}

#[test]
fn more_tags_than_any_sheet_has_are_refused_although_they_hold_nothing() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    writer.start_file("word/document.xml", options).unwrap();
    writer.write_all(b"<w:document>").unwrap();
    // In comments, where they are passed over quickly.
    let comment = format!("<!--{}-->", "<".repeat(1 << 20));
    for _ in 0..20 {
        writer.write_all(comment.as_bytes()).unwrap();
    }
    writer.write_all(b"<w:p/></w:document>").unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(too_large(&bytes), Measure::Tags);
}

#[test]
fn a_cell_larger_than_any_catalogue_holds_is_refused() {
    let long = "长".repeat(100_001);
    let cell = format!("<worksheet><row><c t='str'><v>{long}</v></c></row></worksheet>");
    assert_eq!(too_large(&workbook(&cell)), Measure::TextChars);
    assert_eq!(too_large(format!("<table><tr><td>{long}<td>1</table>").as_bytes()), Measure::TextChars);
    assert_eq!(too_large(format!("1,{long}").as_bytes()), Measure::TextChars);
}

#[test]
fn more_columns_than_any_catalogue_has_are_refused() {
    let cells = "<c><v>1</v></c>".repeat(16_384);
    assert_eq!(too_large(&workbook(&format!("<worksheet><row>{cells}</row></worksheet>"))), Measure::Columns);
    assert_eq!(too_large("1,".repeat(16_384).as_bytes()), Measure::Columns);
    assert_eq!(too_large(format!("<table><tr>{}", "<td>1".repeat(16_384)).as_bytes()), Measure::Columns);
}

#[test]
fn one_text_shown_in_a_million_cells_is_refused() {
    let text = "长".repeat(50_000);
    let cells = "<c t='s'><v>0</v></c>".repeat(2_000);
    let bytes = workbook_of(
        &format!("<worksheet><row>{cells}</row></worksheet>"),
        &format!("<sst><si><t>{text}</t></si></sst>"),
    );
    assert_eq!(too_large(&bytes), Measure::TextBytes);
}

#[test]
fn a_page_larger_than_any_is_refused() {
    let page = format!("<table><tr><td>{}", " ".repeat(64 << 20));
    assert!(matches!(read_html(&page), Err(ReadError::TooLarge { what: Measure::FileBytes, .. })));
}

#[test]
fn a_sheet_of_nothing_but_formatted_rows_costs_little() {
    let rows: String =
        (1..=50_000).map(|row| format!("<row r='{row}'><c r='A{row}' s='1'/></row>")).collect();
    let text = "<row r='2'><c r='B2'><v>1</v></c></row>";
    let document = read(&workbook(&format!("<worksheet>{text}{rows}</worksheet>")), "").unwrap();
    assert_eq!((document.tables[0].grid.rows, document.tables[0].grid.columns), (1, 1));
}

#[test]
fn a_tag_without_end_is_refused_before_it_fills_the_memory() {
    let name = "x".repeat(5 << 20);
    assert_eq!(
        too_large(&workbook(&format!("<worksheet><row name='{name}'/></worksheet>"))),
        Measure::TextChars
    );
}
