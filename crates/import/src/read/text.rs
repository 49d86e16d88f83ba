//! Plain text: what was copied out of a PDF, left by a converter, or put on the clipboard beside HTML.
//!
//! A line with tabs or bars is a row of fields; any other line is a row with one cell. Blank lines stay empty rows,
//! for where each line is a cell they are all that tells rows apart; for the same reason a blank field of a divided
//! line is a cell without text.

use super::{
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
    let has_fields =
        text.contains('\t') || text.contains('|') && text.lines().any(|line| bars(line).is_some());
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
    } else {
        for (line, number) in text.lines().zip(1u32..) {
            rows.line(line, number)?;
        }
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
        match bars(line) {
            Some(inner) if is_rule(inner) => Ok(()),
            Some(inner) => self.fields(unescaped(inner).split('|'), number),
            None => self.fields([line].into_iter(), number),
        }
    }

    fn fields<'a>(&mut self, fields: impl Iterator<Item = &'a str>, number: u32) -> Result<(), Fault> {
        if self.row as usize >= limits::LINES {
            return Err(Fault::TooLarge(Measure::Lines));
        }
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

/// What stands between the outer bars of a line that bars divide into fields.
fn bars(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('|').map(|inner| inner.strip_suffix('|').unwrap_or(inner));
    match inner {
        Some(inner) => Some(inner),
        None => (line.matches('|').count() >= 2).then_some(line),
    }
}

/// A line that only rules off the header of a table: `---|:--:`.
fn is_rule(inner: &str) -> bool {
    inner.contains('-') && inner.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '+'))
}

/// A bar that Markdown has as part of a text becomes the full-width one, which divides nothing.
fn unescaped(inner: &str) -> String {
    inner.replace("\\|", "｜")
}
