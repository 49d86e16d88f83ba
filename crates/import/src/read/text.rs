//! Plain text: what was copied out of a PDF, left by a converter, or put on the clipboard beside HTML.
//!
//! A line with tabs or bars is a row of fields; any other line is a row with one cell. Blank lines stay empty rows,
//! for where each line is a cell they are all that tells rows apart; for the same reason a blank field of a divided
//! line is a cell without text.

use super::{
    bars,
    delimited::{self, Records},
    error::{Fault, Measure},
    limits,
    mark::without_tags,
    sheet::{Area, Budget, Sheet},
};
use crate::document::{Place, Table};

/// Of a hundred lines so many must have equally many values, for a text without tabs to be read as values.
const ALIKE: usize = 80;

/// Reads the lines; `None` if all are blank.
pub(super) fn read(text: &str) -> Result<Option<Table>, Fault> {
    let has_bars = bars::divide(text);
    let has_fields = text.contains('\t') || has_bars;
    if !has_fields && delimited::delimiter(text).is_some_and(|(_, share)| share >= ALIKE) {
        return delimited::read(text);
    }
    let mut rows = Rows::default();
    if text.contains('\t') {
        for record in Records::new(text, '\t') {
            if record.is_cut {
                return Err(Fault::TooLarge(Measure::Columns));
            }
            match record.fields.as_slice() {
                [line] => rows.line(line, record.line)?,
                fields => rows.fields(fields.iter().map(String::as_str), record.line)?,
            }
        }
    } else if !has_bars {
        text.lines().zip(1u32..).try_for_each(|(line, number)| rows.fields([line].into_iter(), number))?;
    } else if bars::stand_between_cells(text) && !bars::are_counted(text) {
        rows.cells_between_bars(text)?;
    } else {
        bars::rows(text).iter().try_for_each(|(number, row)| rows.line(row, *number))?;
    }
    rows.sheet.finish(String::new(), false)
}

#[derive(Default)]
struct Rows {
    sheet: Sheet,
    budget: Budget,
    row: u32,
}

impl Rows {
    /// A line that no tab divides.
    fn line(&mut self, line: &str, number: u32) -> Result<(), Fault> {
        match bars::inner(line) {
            Some(inner) if bars::is_rule(inner) => Ok(()),
            Some(inner) => self.fields(unescaped(inner).split('|'), number),
            None => self.fields([line].into_iter(), number),
        }
    }

    /// Cells of which each ends with a bar, and with its line: each becomes a row. A cell without text is one, because
    /// its bar says so; several bars in one line only fill a row up. Lines above the first cell and below
    /// the last are rows of their own.
    fn cells_between_bars(&mut self, text: &str) -> Result<(), Fault> {
        let is_filler = |line: &str| line.len() > 1 && line.chars().all(|c| c == '|');
        let lines = text.lines().map(|line| if is_filler(line.trim()) { "" } else { line });
        let text = lines.collect::<Vec<_>>().join("\n");
        let cells: Vec<&str> = text.split('|').collect();
        let mut number = 1;
        for (at, cell) in cells.iter().enumerate() {
            let first = number;
            number += u32::try_from(cell.matches('\n').count()).unwrap_or(0);
            let filled = (first..).zip(cell.lines()).filter(|(_, line)| !line.trim().is_empty());
            let filled: Vec<(u32, &str)> = filled.collect();
            let is_below =
                at + 1 == cells.len() && (filled.len() > 1 || at > 0 && cells[at - 1].ends_with('\n'));
            let (alone, own) = match filled.len() {
                lines if at == 0 => filled.split_at(lines.saturating_sub(1)),
                lines if is_below => filled.split_at(lines),
                _ => filled.split_at(0),
            };
            alone.iter().try_for_each(|(number, line)| self.fields([*line].into_iter(), *number))?;
            match own.first() {
                Some((number, _)) => {
                    let text: Vec<&str> = own.iter().map(|(_, line)| *line).collect();
                    self.fields([text.join("\n").as_str()].into_iter(), *number)?;
                }
                None if cell.is_empty() || at + 1 == cells.len() => {}
                None => self.blank(first)?,
            }
        }
        Ok(())
    }

    fn blank(&mut self, number: u32) -> Result<(), Fault> {
        self.room()?;
        self.sheet.put_blank(&mut self.budget, self.row, 0, Place { row: number, column: 1 })?;
        self.row += 1;
        Ok(())
    }

    fn room(&self) -> Result<(), Fault> {
        if self.row as usize >= limits::LINES { Err(Fault::TooLarge(Measure::Lines)) } else { Ok(()) }
    }

    fn fields<'a>(&mut self, fields: impl Iterator<Item = &'a str>, number: u32) -> Result<(), Fault> {
        self.room()?;
        let mut fields = fields.peekable();
        let first = fields.next();
        let is_divided = fields.peek().is_some();
        for (column, field) in (0u32..).zip(first.into_iter().chain(fields)) {
            let text = without_tags(field);
            let place = Place { row: number, column: column.saturating_add(1) };
            let (row, text) = (self.row, text.trim());
            if text.is_empty() && is_divided {
                self.sheet.put_blank(&mut self.budget, row, column, place)?;
            } else {
                self.sheet.put_area(&mut self.budget, Area::field(row, column), text, false, place)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}

/// A bar that Markdown has as part of a text becomes the full-width one, which divides nothing.
fn unescaped(inner: &str) -> String {
    inner.replace("\\|", "｜")
}
