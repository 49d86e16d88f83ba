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
