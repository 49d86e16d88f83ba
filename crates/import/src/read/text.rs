//! Plain text: what was copied out of a PDF, left by a converter, or put on the clipboard beside HTML.
//!
//! A line with tabs or bars is a row of fields; any other line is a row with one cell. Blank lines stay empty rows,
//! for where each line is a cell they are all that tells rows apart; for the same reason a blank field of a divided
//! line is a cell without text.

use std::borrow::Cow;

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
    } else if has_bars_between_cells(text) {
        rows.cells_between_bars(text)?;
    } else {
        let way = Way::of(text);
        let mut lines = text.lines().zip(1u32..).peekable();
        while let Some((line, number)) = lines.next() {
            let mut whole = Cow::Borrowed(line);
            while let Some((rest, _)) = lines.next_if(|(rest, _)| way.goes_on(&whole, rest)) {
                whole.to_mut().push('\n');
                whole.to_mut().push_str(rest);
            }
            rows.line(
                if way == Way::EndWithBar { whole.strip_suffix('|').unwrap_or(&whole) } else { &whole },
                number,
            )?;
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

/// What stands between the outer bars of a line that bars divide into fields.
fn bars(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('|').map(|inner| inner.strip_suffix('|').unwrap_or(inner));
    match inner {
        Some(inner) => Some(inner),
        None => (line.matches('|').count() >= 2).then_some(line),
    }
}

/// Whether each cell ends with a bar at the end of its line, or has the bar on a line of its own below it.
fn has_bars_between_cells(text: &str) -> bool {
    let filled = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let cells = filled().filter(|line| line.ends_with('|') && line.matches('|').count() == 1).count();
    let rows =
        filled().filter(|line| line.matches('|').count() > 2 && !line.trim_matches('|').is_empty()).count();
    cells >= 8 && cells * 4 >= filled().count() && rows * 4 < cells
}

/// Where a row of fields between bars has its ends, when it may go over several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Each line is a row.
    Lines,
    /// Rows begin with a bar: a line without one at its beginning goes on with the row above it.
    BeginWithBar,
    /// Rows end with a bar and do not begin with one: a line that begins with a bar goes on with the row above it.
    EndWithBar,
}

impl Way {
    fn of(text: &str) -> Self {
        let rows: Vec<&str> =
            text.lines().map(str::trim).filter(|line| line.matches('|').count() >= 3).collect();
        let begin = rows.iter().filter(|line| line.starts_with('|')).count();
        let end = rows.iter().filter(|line| line.ends_with('|') && !line.starts_with('|')).count();
        if begin >= 3 && begin * 2 > rows.len() {
            Self::BeginWithBar
        } else if end >= 3 && end * 2 > rows.len() {
            Self::EndWithBar
        } else {
            Self::Lines
        }
    }

    /// Whether a line goes on with the row above it.
    fn goes_on(self, row: &str, line: &str) -> bool {
        let line = line.trim();
        let only_fills_up = || line.len() > 1 && line.chars().all(|c| c == '|');
        row.contains('|')
            && match self {
                Self::Lines => false,
                Self::BeginWithBar => line.contains('|') && (!line.starts_with('|') || only_fills_up()),
                Self::EndWithBar => line.starts_with('|'),
            }
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
