//! Tables that were written with one cell a line, as they are copied out of PDF, put together again; and those that
//! were written for other programs, with what was merged repeated.

mod joined;

use crate::{Cell, Document, Grid, Table, map};

/// Rows that are looked at to see how a table is written.
const SAMPLE: usize = 400;

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

/// A line of the table: what stands before its first tab and after it.
struct Line<'a> {
    before: Option<&'a Cell>,
    after: Option<&'a Cell>,
}

fn unfolded(table: &Table) -> Option<Table> {
    if table.grid.columns > 2 || table.grid.rows < 8 {
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
    by_tabs(&lines).or_else(|| by_numbers(&lines)).map(|rows| put_together(table, &rows))
}

fn text(cell: Option<&Cell>) -> &str {
    cell.map_or("", |cell| cell.text.trim())
}

/// A cell to be: its lines.
#[derive(Default)]
struct Making<'a> {
    first: Option<&'a Cell>,
    text: String,
}

impl<'a> Making<'a> {
    fn of(cell: Option<&'a Cell>) -> Self {
        Self { first: cell, text: text(cell).to_owned() }
    }

    fn add(&mut self, line: &str) {
        self.text.push('\n');
        self.text.push_str(line);
    }
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

/// Lines of header words, and then items, each from its number on.
fn by_numbers<'a>(lines: &[Line<'a>]) -> Option<Vec<Vec<Making<'a>>>> {
    if lines.iter().any(|line| line.after.is_some()) {
        return None;
    }
    // Cells without text are there only where something stood between them and their neighbours.
    let cells: Vec<&Cell> = lines.iter().filter_map(|line| line.before).collect();
    let header = cells.iter().position(|cell| map::says_number(&cell.text))?;
    let width = cells[header..].iter().take_while(|cell| map::says_header(&cell.text)).count();
    if width < 4 {
        return None;
    }
    let mut rows: Vec<Vec<Making<'a>>> =
        cells[..header].iter().map(|cell| vec![Making::of(Some(cell))]).collect();
    let (top, bottom) = cells[header..header + width].split_at(map::top_of_header(
        &cells[header..header + width].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(),
    ));
    for words in [top, bottom].into_iter().filter(|words| !words.is_empty()) {
        rows.push(words.iter().map(|cell| Making::of(Some(cell))).collect());
    }
    let mut expected = 1;
    let mut is_below = false;
    for cell in &cells[header + width..] {
        let is_next = map::number_of(&cell.text) == Some(expected);
        is_below = !is_next && (is_below || map::is_note(&cell.text));
        match rows.last_mut() {
            Some(row) if !is_next && !is_below && expected > 1 => match row.last_mut() {
                // The lines of one cell with boxes.
                Some(above) if map::is_boxes(&above.text) && map::is_boxes(&cell.text) => {
                    above.add(text(Some(cell)))
                }
                _ => row.push(Making::of(Some(cell))),
            },
            _ => {
                rows.push(vec![Making::of(Some(cell))]);
                expected += u32::from(is_next);
            }
        }
    }
    (expected > 2).then_some(rows)
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
