//! The workbook as openpyxl reads it.

use mulu_programs::Program;
use std::{collections::BTreeSet, path::Path};

use mulu_model::{Statistics, table};
use serde_json::Value;

use crate::expected::{self, BodyCell, CATALOGUES, bare};

/// A workbook as another program sees it.
struct Book {
    read: Value,
    header_row: usize,
}

impl Book {
    fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("目录 正式.xlsx");
        expected::export(name, &path);
        Self::read(&path)
    }

    fn read(path: &Path) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/read_xlsx.py");
        let output = Program::Python.command().arg(script).arg(path).output().unwrap();
        assert!(
            output.status.success(),
            "openpyxl: {} (`./xtask test` installs it)",
            String::from_utf8_lossy(&output.stderr)
        );
        let read: Value = serde_json::from_slice(&output.stdout).unwrap();
        let titles = read["print_titles"].as_str().unwrap();
        let first = titles.trim_start_matches('$').split(':').next().unwrap();
        Self { header_row: first.parse::<usize>().unwrap() - 1, read }
    }

    /// Row, column, text without white space.
    fn cells(&self) -> impl Iterator<Item = (usize, usize, String)> {
        self.read["cells"].as_array().unwrap().iter().map(|cell| {
            let number = |index: usize| usize::try_from(cell[index].as_u64().unwrap()).unwrap();
            (number(0), number(1), bare(cell[2].as_str().unwrap()))
        })
    }

    /// Row, column, rows, columns.
    fn merges(&self) -> BTreeSet<[usize; 4]> {
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let merges = self.read["merges"].as_array().unwrap().iter();
        merges.map(|merge| [0, 1, 2, 3].map(|index| number(&merge[index]))).collect()
    }
}

#[test]
fn every_cell_of_the_body_is_there_with_its_text_and_its_merges() {
    for name in CATALOGUES {
        let catalogue = expected::catalogue(name);
        let book = Book::of(name);
        let top = book.header_row + catalogue.template.header_depth();
        let merges = book.merges();
        let mut found: Vec<BodyCell> = book
            .cells()
            .filter(|(row, _, _)| *row >= top)
            .map(|(row, column, text)| {
                let merge = merges.iter().find(|merge| merge[0] == row && merge[1] == column);
                BodyCell { row: row - top, column, text, rows: merge.map_or(1, |merge| merge[2]) }
            })
            .collect();
        found.sort_by_key(|cell| (cell.column, cell.row));
        let filled: Vec<BodyCell> =
            expected::body(&catalogue).into_iter().filter(|cell| !cell.text.is_empty()).collect();
        assert_eq!(found, filled, "{name}");
        let wide = merges.iter().filter(|merge| merge[0] >= top && merge[3] > 1).count();
        assert_eq!(wide, 0, "{name}: no cell of the body spans columns");
    }
}

#[test]
fn the_header_has_the_words_and_merges_of_the_template() {
    for name in CATALOGUES {
        let catalogue = expected::catalogue(name);
        let book = Book::of(name);
        let merges = book.merges();
        for cell in table::header(&catalogue.template) {
            let (row, column) = (book.header_row + cell.row, cell.column);
            let text = book.cells().find(|found| found.0 == row && found.1 == column).map(|found| found.2);
            assert_eq!(text.as_deref(), Some(bare(&cell.text).as_str()), "{name}");
            let merge = [row, column, cell.row_span, cell.column_span];
            let merged = cell.row_span * cell.column_span > 1;
            assert_eq!(merges.contains(&merge), merged, "{name}: {}", cell.text);
        }
    }
}

#[test]
fn the_statistics_line_is_counted_anew() {
    for (name, items) in [("zhongwei-hrss-2022", 42), ("yinchuan-hrss-2020", 27)] {
        let line = Statistics::of(&expected::catalogue(name)).to_string();
        assert!(line.contains(&format!("二级事项{items}项；依申请")), "{line}");
        let found = Book::of(name).cells().any(|(row, _, text)| row < 5 && text == bare(&line));
        assert!(found, "{name}: {line}");
    }
}

#[test]
fn the_page_is_set_up_for_the_official_form() {
    for name in CATALOGUES {
        let book = Book::of(name);
        let depth = expected::catalogue(name).template.header_depth();
        assert_eq!(book.read["orientation"], "landscape");
        assert_eq!(book.read["paper"].to_string().trim_matches('"'), "8", "A3");
        assert_eq!(book.read["fit"][0], true);
        assert_eq!(book.read["fit"][2].to_string().trim_matches('"'), "0", "as many pages as it takes");
        let rows = (book.header_row + 1, book.header_row + depth);
        assert_eq!(book.read["print_titles"], format!("${}:${}", rows.0, rows.1));
        assert!(book.read["freeze"].as_str().unwrap().ends_with(&(rows.1 + 1).to_string()));
        assert!(book.read["footer"].as_str().unwrap().contains("&P"));
        assert!(book.read["header"].as_str().unwrap().contains("草稿"));
        assert_eq!(book.read["title"], expected::catalogue(name).heading.title);
    }
}

#[test]
fn text_is_never_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(expected::path("zhongwei-hrss-2022")).unwrap();
    let source = folder.path().join("公式.json");
    let changed = text
        .replace("\"name\": \"机构信息\"", "\"name\": \"=1+1\"")
        .replace("\"name\": \"领导信息\"", "\"name\": \"@SUM(A1)\"");
    assert_ne!(changed, text);
    std::fs::write(&source, changed).unwrap();
    let path = folder.path().join("公式.xlsx");
    expected::convert(&source, &path);
    let book = Book::read(&path);
    for text in ["=1+1", "@SUM(A1)"] {
        let cell = book.read["cells"].as_array().unwrap().iter().find(|cell| cell[2] == text).unwrap();
        assert_eq!(cell[3], "s", "{text} is a text");
    }
}

#[test]
fn forty_two_items_take_little_space() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("目录.xlsx");
    expected::export("zhongwei-hrss-2022", &path);
    let size = std::fs::metadata(&path).unwrap().len();
    assert!(size <= 40 * 1024, "{size} bytes");
}
