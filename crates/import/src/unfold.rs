//! Tables that were written with one cell a line, as they are copied out of PDF, put together again; and those that
//! were written for other programs, with what was merged repeated.

mod joined;
mod making;
mod numbered;

use making::{Line, Making, text};

use crate::{Cell, Document, Grid, Table};

/// Rows that are looked at to see how a table is written.
const SAMPLE: usize = 400;

/// Fewer lines are no table that was written in lines.
const FEWEST_LINES: usize = 5;

/// The document with those of its tables put together that have one cell a line or repeat what was merged. All else
/// is left as it is.
#[must_use]
pub fn unfold(mut document: Document) -> Document {
    for table in &mut document.tables {
        if let Some(unfolded) = unfolded(table).or_else(|| joined::spanned(table)) {
            *table = unfolded;
        }
    }
    document
}

fn unfolded(table: &Table) -> Option<Table> {
    if table.grid.columns > 2 || table.grid.rows < FEWEST_LINES {
        return None;
    }
    let mut lines: Vec<Line<'_>> = (0..table.grid.rows).map(|_| Line { before: None, after: None }).collect();
    for cell in &table.grid.cells {
        let line = lines.get_mut(cell.row).filter(|_| cell.row_span <= 1 && cell.column_span <= 1)?;
        match cell.column {
            0 => line.before = Some(cell),
            _ => line.after = Some(cell),
        }
    }
    by_tabs(&lines).or_else(|| numbered::rows(&lines)).map(|rows| put_together(table, &rows))
}

/// Each tab begins a cell; lines without go on with it; a blank line before a tab begins a row.
fn by_tabs<'a>(lines: &[Line<'a>]) -> Option<Vec<Vec<Making<'a>>>> {
    let begins = |line: &Line<'_>| line.after.is_some() && text(line.before).is_empty();
    let is_blank =
        |line: &Line<'_>| line.before.is_none_or(|cell| cell.text.trim().is_empty()) && line.after.is_none();
    let sample = || lines.iter().take(SAMPLE).filter(|line| !is_blank(line));
    if sample().filter(|line| begins(line)).count() * 2 < sample().count()
        || sample().any(|line| line.after.is_some() && !begins(line))
    {
        return None;
    }
    let mut rows: Vec<Vec<Making<'a>>> = Vec::new();
    let mut is_after_blank = true;
    let mut has_cells = false;
    for line in lines {
        if is_blank(line) {
            is_after_blank = true;
            continue;
        }
        let row = rows.last_mut();
        match row {
            Some(row) if begins(line) && has_cells && !is_after_blank => row.push(Making::of(line.after)),
            _ if begins(line) => {
                rows.push(vec![Making::of(line.after)]);
                has_cells = true;
            }
            Some(row) if has_cells => {
                if let Some(cell) = row.last_mut() {
                    cell.add(text(line.before));
                }
            }
            _ => rows.push(vec![Making::of(line.before)]),
        }
        is_after_blank = false;
    }
    Some(rows)
}

fn put_together(table: &Table, rows: &[Vec<Making<'_>>]) -> Table {
    let mut grid =
        Grid { rows: rows.len(), columns: rows.iter().map(Vec::len).max().unwrap_or(0), cells: Vec::new() };
    for (row, cells) in rows.iter().enumerate() {
        for (column, making) in cells.iter().enumerate() {
            let Some(first) = making.first.filter(|_| !making.text.is_empty()) else { continue };
            grid.cells.push(Cell { row, column, text: making.text.clone(), ..first.clone() });
        }
    }
    Table { grid, ..table.clone() }
}
