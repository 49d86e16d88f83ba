//! How a table is read as a catalogue.

use std::ops::Range;

use mulu_model::ColumnKey;
use serde::Serialize;

use super::rows::Rows;
use crate::{Table, lexicon::words::MarkKind};

/// How a table is read as a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The rows of the header; empty where the table goes on with the columns of another.
    pub header: Range<usize>,
    /// The rows below it.
    pub body: Range<usize>,
    /// The columns, from left to right.
    pub columns: Vec<MappedColumn>,
    /// Whether the table has no merged cell at all, as text has it: then its rows may be out of line with the
    /// header, and an empty cell may be one with the cell above.
    pub is_loose: bool,
}

/// A column of a table as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// Which column of the grid, from 0.
    pub position: usize,
    /// The header cells above it, top down; empty where it has none.
    pub header: Vec<String>,
    /// What its cells are taken for.
    pub shows: Shows,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What the cells of a column are taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// A column of the catalogue.
    Key(ColumnKey),
    /// Words in place of several columns of √: 主动公开, 县级.
    Words(MarkKind),
    /// A √ for one channel, by its label.
    Channel(String),
    /// Nothing; the column is left out.
    Ignored,
}

/// How sure it is what a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Told from its cells only.
    Guess,
    /// Its header contains a known word.
    Likely,
    /// Its header is a known word.
    Certain,
}

impl Mapping {
    /// The column that shows this.
    pub fn column(&self, key: &ColumnKey) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.shows == Shows::Key(key.clone()))
    }

    /// The mapping of a table without a header that goes on with the columns of this one.
    #[must_use]
    pub fn continued(&self, table: &Table) -> Self {
        let rows = Rows::of(table);
        Self { header: 0..0, body: 0..rows.len(), columns: self.columns.clone(), is_loose: !rows.has_spans }
    }
}

impl Shows {
    /// The column of the catalogue, if it is one; columns for single channels are one together.
    pub(crate) fn key(&self) -> Option<ColumnKey> {
        match self {
            Self::Key(key) => Some(key.clone()),
            Self::Channel(_) => Some(ColumnKey::Channels),
            Self::Words(_) | Self::Ignored => None,
        }
    }
}
