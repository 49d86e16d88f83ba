//! The body of a table in the making: its rows, and who reads them.

use std::collections::{BTreeMap, HashSet};

use mulu_model::ColumnKey;

use super::{mapping::Mapping, rows::Rows};
use crate::{Finding, FindingKind, Place, Severity};

/// A text under a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value {
    /// The text, tidied.
    pub(crate) text: String,
    /// Whether the cell begins in this row; otherwise it reaches into it from above.
    pub(crate) is_first: bool,
    /// Where the cell stands.
    pub(crate) place: Place,
}

/// A row of the body.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Which row of the grid.
    pub(crate) row: usize,
    /// The whole row, as a place.
    pub(crate) place: Place,
    /// What it is.
    pub(crate) kind: RowKind,
    /// What stands under each column of the mapping.
    pub(crate) values: Vec<Option<Value>>,
    /// How many fields stand between the texts around the columns for √, less the columns there; `None` where no
    /// text stands to the right of them.
    pub(crate) surplus: Option<Surplus>,
}

/// The stretch of a row in which the columns for √ are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Surplus {
    /// The first column of the stretch, as index.
    pub(crate) first: usize,
    /// How many columns it has.
    pub(crate) columns: usize,
    /// How many fields.
    pub(crate) fields: usize,
    /// Whether the text to the left of it stands below its header.
    pub(crate) is_in_line: bool,
    /// Which of the fields hold a √, with their places.
    pub(crate) ticks: Vec<(usize, Place)>,
}

/// What a row of the body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A row with a name: the first of an item.
    Item,
    /// A row below, of the same item.
    Further,
    /// The rest of the row above, cut off by a page.
    Rest,
    /// A line that names a group.
    GroupLine(String),
}

/// The rows of a table and what else was in its body.
pub(crate) struct Body {
    /// The rows, top down.
    pub(crate) records: Vec<Record>,
    /// Lines of text among or below the rows, each with its row in the grid.
    pub(crate) lines: Vec<(String, usize, Place)>,
    /// Cells of rows that were out of line with the header, and where they belong.
    pub(crate) laid: Laid,
}

/// Cells by their place, and the column of the grid under which each was read; `None` for those under none.
pub(crate) type Laid = BTreeMap<Place, Option<usize>>;

/// Reads the rows of a body one after the other.
pub(super) struct Reader<'a, 'f> {
    pub(super) rows: &'a Rows<'a>,
    pub(super) mapping: &'a Mapping,
    pub(super) at: usize,
    pub(super) headers: HashSet<String>,
    /// Rows of more bytes are none of them, even with blanks and wide letters.
    pub(super) header_bytes: usize,
    pub(super) full_boxes: usize,
    pub(super) has_spare: bool,
    /// The number that the next item should have.
    pub(super) expected: u32,
    pub(super) body: Body,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    /// Tells of something in a row.
    pub(super) fn tell(
        &mut self,
        kind: FindingKind,
        severity: Severity,
        place: Place,
        column: Option<ColumnKey>,
    ) {
        self.findings.push(Finding {
            kind,
            severity,
            table: self.at,
            place: Some(place),
            item: None,
            column,
        });
    }
}
