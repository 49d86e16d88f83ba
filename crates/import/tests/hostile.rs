//! Nothing in a file makes a reader or the mapping panic: bytes at random, and real files with parts changed, cut,
//! repeated and mixed. What comes of a file is refused, or a catalogue that can be kept. `PROPTEST_CASES` sets how
//! many are tried; 20,000 take some minutes.

#![allow(clippy::unwrap_used)]

use std::{
    io::{Cursor, Read, Write},
    ops::Range,
};

use mulu_import::{Document, clean_up, draft, find_all, read, read_html, read_text, unfold};
use mulu_model::{Id, exchange};
use proptest::{collection::vec, prelude::*, sample::select};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// A change of bytes. Positions are shares of the length, so that they fit any file.
#[derive(Debug, Clone)]
enum Change {
    Set(f64, u8),
    Number(f64, u32),
    Insert(f64, Vec<u8>),
    Remove(f64, f64),
    Repeat(f64, f64),
    Cut(f64),
    /// Puts an element of markup where another begins, and takes it away from where it was.
    Move(f64, f64),
    /// Puts an element of markup also where another begins.
    Copy(f64, f64),
}

/// What the formats are made of, to be put where it does not belong.
const WORDS: [&str; 36] = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td rowspan=0>",
    "<td colspan=99999 rowspan=3>",
    "</td>",
    "<li>",
    "<br>",
    "<input type=checkbox checked>",
    "<style>",
    "<!--StartFragment-->",
    "&#x10ffff;",
    "&amp",
    "\"",
    "\t",
    "|",
    "\n",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tc>",
    "</w:tc>",
    "<w:tr>",
    "<w:vMerge/>",
    "<w:gridSpan w:val=\"4294967295\"/>",
    "<w:sdt><w14:checkbox/>",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c t=\"s\"><v>99</v></c>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<row r=\"4294967295\">",
    "<c r=\"ZZZZZZZ9\"/>",
    "table:number-rows-repeated=\"4294967295\" ",
    "table:number-columns-spanned=\"4294967295\" ",
    "_x000D_",
    "☒",
    "\u{f052}",
];

/// How files begin that are looked into further.
const BEGINNINGS: [&[u8]; 5] =
    [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<table>", b"\xff\xfe", b"\xef\xbb\xbf"];

fn change() -> impl Strategy<Value = Change> {
    let share = || 0.0..1.0f64;
    let few = || (0.0..1.0f64).prop_map(|share| share * share * share);
    prop_oneof![
        4 => (share(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        2 => (share(), prop_oneof![Just(0), Just(u32::MAX), Just(0x8000), any::<u32>()])
            .prop_map(|(at, number)| Change::Number(at, number)),
        3 => (share(), select(&WORDS[..])).prop_map(|(at, word)| Change::Insert(at, word.as_bytes().to_vec())),
        1 => (share(), vec(any::<u8>(), 1..20)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        2 => (share(), few()).prop_map(|(at, part)| Change::Remove(at, part)),
        2 => (share(), few()).prop_map(|(at, part)| Change::Repeat(at, part)),
        1 => share().prop_map(Change::Cut),
        3 => (share(), share()).prop_map(|(from, to)| Change::Move(from, to)),
        3 => (share(), share()).prop_map(|(from, to)| Change::Copy(from, to)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |share: f64| (share * bytes.len() as f64) as usize;
        match change {
            Change::Set(at, byte) => {
                let at = place(*at);
                if let Some(old) = bytes.get_mut(at) {
                    *old = *byte;
                }
            }
            Change::Number(at, number) => {
                let at = place(*at);
                if let Some(old) = bytes.get_mut(at..at + 4) {
                    old.copy_from_slice(&number.to_le_bytes());
                }
            }
            Change::Insert(at, more) => {
                let at = place(*at);
                bytes.splice(at..at, more.iter().copied());
            }
            Change::Remove(at, part) => {
                let (at, count) = (place(*at), place(*part));
                bytes.drain(at..(at + count).min(bytes.len()));
            }
            Change::Repeat(at, part) => {
                let (at, count) = (place(*at), place(*part));
                let again = bytes[at..(at + count).min(bytes.len())].to_vec();
                bytes.splice(at..at, again);
            }
            Change::Cut(at) => bytes.truncate(place(*at)),
            Change::Move(from, to) | Change::Copy(from, to) => {
                let Some(element) = element(&bytes, place(*from)) else { continue };
                let to = next_tag(&bytes, place(*to));
                let content = bytes[element.clone()].to_vec();
                let is_outside = !element.contains(&to);
                if matches!(change, Change::Move(..)) && is_outside {
                    bytes.drain(element.clone());
                }
                let gone = if to >= element.end { element.len() } else { 0 };
                let to = if matches!(change, Change::Move(..)) && is_outside { to - gone } else { to };
                bytes.splice(to..to, content);
            }
        }
    }
    bytes
}

/// Where the next tag begins.
fn next_tag(bytes: &[u8], at: usize) -> usize {
    let is_tag = |pair: &[u8]| pair[0] == b'<' && pair[1].is_ascii_alphabetic();
    bytes[at..].windows(2).position(is_tag).map_or(bytes.len(), |distance| at + distance)
}

/// The element that begins next, as far as the end of the first of its name.
fn element(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let start = next_tag(bytes, at);
    let name = bytes.get(start + 1..)?.split(|byte| b" />\n".contains(byte)).next()?;
    let end = [b"</", name, b">"].concat();
    let length = bytes[start..].windows(end.len()).position(|window| window == end)?;
    Some(start..start + length + end.len())
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A packed file with one of its parts changed, so that the change gets past the check sums.
fn repacked(bytes: &[u8], part: usize, changes: &[Change]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let part = part % archive.len();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if index == part {
            content = changed(content, changes);
        }
        writer.start_file(entry.name().unwrap(), options).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What holds of every document that is read.
fn check(document: &Document) {
    assert!(!document.tables.is_empty());
    for table in &document.tables {
        let grid = &table.grid;
        let mut taken = std::collections::HashSet::new();
        for cell in &grid.cells {
            assert!(cell.row_span >= 1 && cell.column_span >= 1, "{cell:?}");
            assert!(cell.row + cell.row_span <= grid.rows, "{cell:?} of {} rows", grid.rows);
            assert!(cell.column + cell.column_span <= grid.columns, "{cell:?} of {} columns", grid.columns);
            assert!(taken.insert((cell.row, cell.column)), "{cell:?} twice");
            if cell.row_span * cell.column_span > 1 && cell.row_span * cell.column_span < 1_000 {
                for row in cell.row..cell.row + cell.row_span {
                    for column in cell.column..cell.column + cell.column_span {
                        let is_own = (row, column) == (cell.row, cell.column);
                        assert!(is_own || taken.insert((row, column)), "{cell:?} covers {row},{column}");
                    }
                }
            }
        }
        assert!(grid.cells.iter().any(|cell| !cell.text.is_empty()));
        assert!(grid.cells.is_sorted_by_key(|cell| (cell.row, cell.column)));
    }
}

fn try_read(bytes: &[u8], name: &str) {
    if let Ok(document) = read(bytes, name) {
        check(&document);
        try_map(document);
    }
}

/// What is found in a document is a catalogue that can be written down and read again.
fn try_map(document: Document) {
    let document = unfold(document);
    let Ok(found) = find_all(&document) else { return };
    let tables: Vec<_> = found.iter().map(|(index, mapping)| (&document.tables[*index], mapping)).collect();
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        Id::new(&format!("x{count}")).unwrap()
    };
    let draft = draft(&tables, None, &mut new_id);
    let again = exchange::read(&exchange::write(&draft.catalogue), &mut new_id);
    assert_eq!(again.unwrap(), draft.catalogue);
    clean_up(&draft.catalogue);
}

/// A real catalogue as an office program has saved it.
fn saved(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/it/fixtures/libreoffice");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

/// The text in an encoding that files have.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    let units = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    match encoding {
        "utf-16le" => [b"\xff\xfe".as_slice(), &units(u16::to_le_bytes)].concat(),
        "utf-16be" => [b"\xfe\xff".as_slice(), &units(u16::to_be_bytes)].concat(),
        "gb18030" => encoding_rs::GB18030.encode(text).0.into_owned(),
        _ => text.as_bytes().to_vec(),
    }
}

proptest! {
    #[test]
    fn bytes_at_random_are_read_or_refused(bytes in vec(any::<u8>(), 0..2_000), name in select(&["", "a.csv", "a.html"][..])) {
        try_read(&bytes, name);
    }

    #[test]
    fn bytes_at_random_behind_a_real_beginning_are_read_or_refused(
        begin in select(&BEGINNINGS[..]),
        bytes in vec(any::<u8>(), 0..4_000),
    ) {
        try_read(&[begin, &bytes].concat(), "");
    }

    #[test]
    fn files_with_bytes_changed_are_read_or_refused(
        name in select(&["book.xlsx", "book.xls", "book.ods", "book.html", "letter.docx", "page.docx", "lines.csv"][..]),
        changes in vec(change(), 1..6),
    ) {
        try_read(&changed(fixture(name), &changes), name);
    }

    #[test]
    fn workbooks_of_97_with_bytes_changed_are_read_or_refused(changes in vec(change(), 1..12)) {
        try_read(&changed(fixture("book.xls"), &changes), "book.xls");
    }

    #[test]
    fn packed_files_with_a_part_changed_are_read_or_refused(
        name in select(&["book.xlsx", "book.ods", "letter.docx", "page.docx"][..]),
        part in 0usize..40,
        changes in vec(change(), 1..8),
    ) {
        try_read(&repacked(&fixture(name), part, &changes), name);
    }

    #[test]
    fn the_main_part_of_packed_files_changed_is_read_or_refused(
        (name, main) in select(&[("book.xlsx", "xl/worksheets/sheet1.xml"), ("book.ods", "content.xml"), ("letter.docx", "word/document.xml"), ("page.docx", "word/document.xml")][..]),
        changes in vec(change(), 1..8),
    ) {
        let bytes = fixture(name);
        let archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let part = archive.index_for_name(main).unwrap();
        try_read(&repacked(&bytes, part, &changes), name);
    }

    #[test]
    fn web_pages_of_pieces_are_read_or_refused(
        pieces in vec(prop_oneof![3 => select(&WORDS[..]).prop_map(str::to_owned), 1 => ".{0,6}"], 0..80),
    ) {
        if let Ok(document) = read_html(&pieces.concat()) {
            check(&document);
        }
    }

    #[test]
    fn texts_of_pieces_are_read_or_refused(
        pieces in vec(prop_oneof![3 => select(&WORDS[..]).prop_map(str::to_owned), 1 => ".{0,6}"], 0..80),
    ) {
        let text = pieces.concat();
        if let Ok(document) = read_text(&text) {
            check(&document);
        }
        try_read(text.as_bytes(), "a.csv");
    }
}

proptest! {
    // Whole catalogues take their time.
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 8,
        ..ProptestConfig::default()
    })]

    #[test]
    fn real_catalogues_with_bytes_changed_are_refused_or_can_be_kept(
        name in select(&[
            "workbook/yinchuan-hrss-2020.xls",
            "workbook/zhongwei-social-insurance.xls",
            "workbook/yinchuan-hrss-2020.html",
            "document/zhongwei-social-insurance.html",
        ][..]),
        changes in vec(change(), 1..6),
    ) {
        try_read(&changed(saved(name), &changes), name);
    }

    #[test]
    fn real_catalogues_with_their_main_part_changed_are_refused_or_can_be_kept(
        (name, main) in select(&[
            ("workbook/zhongwei-social-insurance.xlsx", "xl/worksheets/sheet1.xml"),
            ("workbook/yinchuan-hrss-2020.xlsx", "xl/sharedStrings.xml"),
            ("workbook/yinchuan-hrss-2020.ods", "content.xml"),
            ("document/zhongwei-social-insurance.docx", "word/document.xml"),
        ][..]),
        changes in vec(change(), 1..6),
    ) {
        let bytes = saved(name);
        let archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let part = archive.index_for_name(main).unwrap();
        try_read(&repacked(&bytes, part, &changes), name);
    }

    #[test]
    fn real_texts_in_any_encoding_changed_are_refused_or_can_be_kept(
        name in select(&["jalaid-social-insurance.txt", "yinchuan-hrss-2020.txt", "zhongwei-social-insurance.txt"][..]),
        encoding in select(&["utf-8", "utf-16le", "utf-16be", "gb18030"][..]),
        changes in vec(change(), 1..6),
    ) {
        let text = String::from_utf8(fixture(name)).unwrap();
        try_read(&changed(encoded(&text, encoding), &changes), name);
    }
}
