//! Tables written down for tests.

use mulu_import::{Cell, Document, Format, Grid, Place, Table};
use mulu_model::Id;

/// Identities that count: x1, x2 …
pub(crate) fn ids() -> impl FnMut() -> Id {
    let mut count = 0;
    move || {
        count += 1;
        Id::new(&format!("x{count}")).unwrap()
    }
}

/// A document of one table.
pub(crate) fn document(table: Table) -> Document {
    Document { format: Format::Text, tables: vec![table] }
}

/// A table from rows of texts; empty texts are no cells.
pub(crate) fn grid<'a>(rows: impl IntoIterator<Item = (u32, Vec<&'a str>)>) -> Table {
    let mut grid = Grid::default();
    for (row, (line, fields)) in rows.into_iter().enumerate() {
        grid.rows = row + 1;
        grid.columns = grid.columns.max(fields.len());
        for (column, text) in fields.into_iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            grid.cells.push(Cell {
                row,
                column,
                row_span: 1,
                column_span: 1,
                text: text.to_owned(),
                is_hidden: false,
                place: Place { row: line, column: column as u32 + 1 },
            });
        }
    }
    Table { grid, ..Table::default() }
}

/// A table in rows of cells between `|`. `<` goes on with the cell to the left, `^` with the one above; `/` is a line
/// break, `#` at the beginning of a row hides it. Lines without `|` are a cell in the first column over all columns.
pub(crate) fn table(rows: &str) -> Table {
    let lines: Vec<&str> = rows.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let split = |line: &str| -> Vec<String> {
        let line = line.trim_start_matches('#').trim();
        line.trim_start_matches('|')
            .trim_end_matches('|')
            .split('|')
            .map(|field| field.trim().to_owned())
            .collect()
    };
    let width = lines.iter().map(|line| split(line).len()).max().unwrap_or(0);
    let mut cells: Vec<Cell> = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        let is_hidden = line.starts_with('#');
        if !line.contains('|') {
            let place = Place { row: row as u32 + 1, column: 1 };
            let text = line.trim_start_matches('#').trim().replace("//", "\n");
            cells.push(Cell { row, column: 0, row_span: 1, column_span: width, text, is_hidden, place });
            continue;
        }
        for (column, field) in split(line).into_iter().enumerate() {
            let covers = |cell: &&mut Cell, row: usize, column: usize| {
                (cell.row..cell.row + cell.row_span).contains(&row)
                    && (cell.column..cell.column + cell.column_span).contains(&column)
            };
            match field.as_str() {
                "" => {}
                "<" => {
                    if let Some(cell) = cells.iter_mut().rev().find(|cell| covers(cell, row, column - 1)) {
                        cell.column_span = cell.column_span.max(column - cell.column + 1);
                    }
                }
                "^" => {
                    if let Some(cell) = cells.iter_mut().rev().find(|cell| covers(cell, row - 1, column)) {
                        cell.row_span = cell.row_span.max(row - cell.row + 1);
                    }
                }
                text => cells.push(Cell {
                    row,
                    column,
                    row_span: 1,
                    column_span: 1,
                    text: text.replace("//", "\n"),
                    is_hidden,
                    place: Place { row: row as u32 + 1, column: column as u32 + 1 },
                }),
            }
        }
    }
    Table { grid: Grid { rows: lines.len(), columns: width, cells }, ..Table::default() }
}

/// A document as text, as it was converted: fields between tabs or `|`, other lines as one field.
pub(crate) fn text(source: &str) -> Table {
    let source = tags(source);
    let lines: Vec<(u32, &str)> = (1..).zip(source.lines()).collect();
    // A blank line is an empty row, a blank field of a divided line a cell without text.
    let rows = lines.iter().map(|(number, line)| {
        let separator = if line.contains('\t') { '\t' } else { '|' };
        (*number, line.split(separator).map(str::trim).collect::<Vec<_>>())
    });
    let mut table = grid(rows.clone());
    for (row, (number, fields)) in rows.enumerate().filter(|(_, (_, fields))| fields.len() > 1) {
        for (column, _) in fields.iter().enumerate().filter(|(_, field)| field.is_empty()) {
            let place = Place { row: number, column: column as u32 + 1 };
            table.grid.cells.push(Cell {
                row,
                column,
                row_span: 1,
                column_span: 1,
                place,
                ..Cell::default()
            });
        }
    }
    table.grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    table
}

/// Check boxes as characters, other tags away.
fn tags(source: &str) -> String {
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = rest.find('>').filter(|_| is_tag).map_or(1, |end| end + 1);
        match &rest[..end] {
            tag if tag.starts_with("<input") => {
                text.push_str(if tag.contains("checked") { "☑" } else { "□" })
            }
            "<" => text.push('<'),
            _ => {}
        }
        rest = &rest[end..];
    }
    text + rest
}
