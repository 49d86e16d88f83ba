//! What a file is read as, before its catalogue is taken.

use mulu_import::{Confidence, FindingKind, Format, Severity};
use mulu_model::ColumnKey;
use serde::Serialize;

/// A file as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportView {
    /// What the file is; `None` is an exchange file, which is either right or refused.
    pub format: Option<Format>,
    /// Its tables, in its order; an exchange file has none to choose from.
    pub tables: Vec<ImportTable>,
    /// The columns of the tables that were taken, table by table, left to right.
    pub columns: Vec<ImportColumn>,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// What was odd, by table and place.
    pub findings: Vec<ImportFinding>,
}

/// A table of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportTable {
    /// The name of its sheet; empty where the format has none.
    pub name: String,
    /// Whether its sheet is hidden.
    pub is_hidden: bool,
    /// How many rows it has.
    pub rows: u32,
    /// How many columns it has.
    pub columns: u32,
    /// The first texts in it, at most eight.
    pub first: Vec<String>,
    /// Whether it was taken for a catalogue, or for a part of one.
    pub is_taken: bool,
}

/// A column of a table, and what its cells were taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportColumn {
    /// The table, counted from 1.
    pub table: u32,
    /// Its place in the table, counted from 1.
    pub position: u32,
    /// Its header cells, top down; empty where it has none.
    pub header: Vec<String>,
    /// The columns of the catalogue that it became: none where it was left out, several where it holds words in
    /// place of several columns of √.
    pub keys: Vec<ColumnKey>,
    /// The channel for which its cells are ticked, where that is all it says.
    pub channel: Option<String>,
    /// How sure that is.
    pub confidence: Confidence,
}

/// Something that a person should know who takes the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportFinding {
    /// What it is.
    pub found: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub place: ImportPlace,
    /// The item it is about.
    pub item: Option<ImportItem>,
    /// The column it is about.
    pub column: Option<ColumnKey>,
}

/// A place in a document, as its own program would count it: all from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportPlace {
    /// The table.
    pub table: u32,
    /// Row or line; `None` is the whole table.
    pub row: Option<u32>,
    /// Column or cell; `None` is the whole row.
    pub column: Option<u32>,
}

/// An item that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportItem {
    /// Its position over the whole catalogue, from 0.
    pub index: u32,
    /// The name of its group.
    pub group: String,
    /// Its name.
    pub name: String,
}
