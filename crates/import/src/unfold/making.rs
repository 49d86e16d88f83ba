//! Lines of text and the cells that are made of them.

use crate::Cell;

/// A line of the table: what stands before its first tab and after it.
pub(super) struct Line<'a> {
    pub(super) before: Option<&'a Cell>,
    pub(super) after: Option<&'a Cell>,
}

/// The text of a cell without the white space around it; empty for none.
pub(super) fn text(cell: Option<&Cell>) -> &str {
    cell.map_or("", |cell| cell.text.trim())
}

/// A cell to be: its lines.
#[derive(Default)]
pub(super) struct Making<'a> {
    pub(super) first: Option<&'a Cell>,
    pub(super) text: String,
}

impl<'a> Making<'a> {
    pub(super) fn of(cell: Option<&'a Cell>) -> Self {
        Self { first: cell, text: text(cell).to_owned() }
    }

    pub(super) fn add(&mut self, line: &str) {
        self.text.push('\n');
        self.text.push_str(line);
    }
}
