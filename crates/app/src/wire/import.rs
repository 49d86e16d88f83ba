//! What a file is read as, before its catalogue is taken.

use mulu_import::{Confidence, FindingKind, Flaw, Format, MarkKind, RowRole, Severity};
use mulu_model::{ColumnKey, Id, Template};
use serde::{Deserialize, Serialize};

use super::{ReviewEntry, SourceKind};

/// A file as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportView {
    /// What the file is; `None` is an exchange file, which is either right or refused.
    pub format: Option<Format>,
    /// Its tables, in its order; an exchange file has none to choose from.
    pub tables: Vec<ImportTable>,
    /// The headers of the tables that were taken.
    pub headers: Vec<ImportHeader>,
    /// The columns of the tables that were taken, table by table, left to right.
    pub columns: Vec<ImportColumn>,
    /// 标题, as it was found.
    pub title: String,
    /// The template that the catalogue gets.
    pub template: Template,
    /// Rows below the headers that were read.
    pub rows: u32,
    /// Check boxes in them, ticked or not.
    pub boxes: u32,
    /// Rows that repeat a header on a further page; they are left out.
    pub repeated: u32,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// What was odd, by table and place.
    pub findings: Vec<ImportFinding>,
    /// What could be cleaned up in its texts, top down; nothing is done that is not chosen.
    pub cleanings: Vec<ImportCleaning>,
}

/// Where the header of a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ImportHeader {
    /// The table, counted from 1.
    pub table: u32,
    /// Its first row in the table's grid, from 0.
    pub first: u32,
    /// How many rows it has; 0 where the table goes on with the columns of the one before.
    pub rows: u32,
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
    /// What its cells were taken for.
    pub use_as: ColumnUse,
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
    /// The row of the table's grid in which it stands, from 0; `None` is the whole table.
    pub row: Option<u32>,
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

/// What the cells of a column are taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ColumnUse {
    /// A column of the catalogue.
    Column {
        /// Which one.
        key: ColumnKey,
    },
    /// Words in place of several columns of √: 主动公开, 县级.
    Words {
        /// Of which.
        of: MarkKind,
    },
    /// A √ for one channel.
    Channel {
        /// Its label.
        label: String,
    },
    /// Nothing; the column is left out.
    Nothing,
}

/// A text that could be cleaned up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportCleaning {
    /// What is wrong with it.
    pub flaw: Flaw,
    /// The item whose text it is; none for the title and the names of groups.
    pub item: Option<ImportItem>,
    /// The column; none for the title.
    pub column: Option<ColumnKey>,
    /// The text as it is.
    pub before: String,
    /// The text without this flaw.
    pub after: String,
}

/// A document that is open for taking in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OpenDocument {
    /// The number by which it is asked for.
    pub document: u32,
    /// The file's name; empty for what was pasted.
    pub name: String,
    /// How it is read without any correction.
    pub view: ImportView,
}

/// How a document shall be read: what the user has chosen and corrected. All rows are those of a table's grid, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct ImportChoice {
    /// The template that the catalogue gets.
    pub template: ImportTemplate,
    /// The tables that are taken as one, counted from 1; none chosen means all that are catalogues.
    pub tables: Vec<u32>,
    /// What was corrected.
    pub corrections: Corrections,
}

/// What a user has corrected of how a document is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct Corrections {
    /// Headers that stand elsewhere.
    pub headers: Vec<ImportHeader>,
    /// Columns that were corrected.
    pub columns: Vec<ColumnChoice>,
    /// Rows of items that were corrected.
    pub rows: Vec<RowChoice>,
    /// Cells that were decided.
    pub cells: Vec<CellChoice>,
}

/// The template of a catalogue that is taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ImportTemplate {
    /// The columns that the document has.
    #[default]
    Found,
    /// One of the program's or of the user's own.
    Kept {
        /// Its name.
        id: String,
        /// Whose.
        of: SourceKind,
    },
    /// That of a catalogue of the library.
    Catalogue {
        /// Which one.
        id: Id,
    },
}

/// A column that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ColumnChoice {
    /// The table, counted from 1.
    pub table: u32,
    /// Its place in the table, counted from 1.
    pub position: u32,
    /// What its cells are.
    pub use_as: ColumnUse,
}

/// A row that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RowChoice {
    /// The table, counted from 1.
    pub table: u32,
    /// The first row of an item.
    pub row: u32,
    /// What to do with that item.
    pub change: RowChange,
}

/// What is done with an item that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RowChange {
    /// It is not taken.
    LeaveOut,
    /// It begins a group: it and what follows it in its group. Where it begins one already, that gets the name.
    BeginGroup {
        /// The group's name.
        name: String,
    },
    /// The group that it begins goes on with the group above.
    JoinGroupAbove,
}

/// A cell that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CellChoice {
    /// The table, counted from 1.
    pub table: u32,
    /// A row of the item.
    pub row: u32,
    /// The column.
    pub column: ColumnKey,
    /// What it shall hold.
    pub answer: CellAnswer,
}

/// What a cell shall hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum CellAnswer {
    /// Nothing.
    Empty,
    /// A √.
    Ticked,
}

/// A row of a document as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportRow {
    /// Its number as the document's own program counts it; 0 where no cell begins in it.
    pub number: u32,
    /// The cells that begin in it, from left to right.
    pub cells: Vec<ImportCell>,
}

/// What a row of a document was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportReading {
    /// What it is; none in a table that is not taken.
    pub role: Option<RowRole>,
    /// The item it begins, where it begins one: its position over the whole catalogue, from 0. None where it was
    /// left out.
    pub item: Option<u32>,
    /// Whether that item begins a group.
    pub begins_group: bool,
    /// Its cells under the columns under which they were read, where they are out of line with the header.
    pub cells: Option<Vec<ImportCell>>,
}

/// A cell of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportCell {
    /// The first column in which it is shown, counted from 1.
    pub position: u32,
    /// The column in which the document has it, counted from 1.
    pub from: u32,
    /// Whether it was read under no column; then it stands in one that is free.
    pub is_unread: bool,
    /// How many rows it covers.
    pub row_span: u32,
    /// How many columns it covers.
    pub column_span: u32,
    /// Its text; long ones are shortened to [`ImportCell::SHOWN`] characters.
    pub text: String,
}

impl ImportCell {
    /// So many characters of a text are shown.
    pub const SHOWN: usize = 400;
}

/// Where a document goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ImportInto {
    /// A catalogue of its own.
    NewCatalogue,
    /// The catalogue becomes what the document says. Groups and items are matched by identity, else by name.
    Version {
        /// Which one; it must be with who prepares it.
        id: Id,
    },
    /// Its items are added to the catalogue, each to the group of the same name, which is added where it is missing.
    Items {
        /// Which one; it must be with who prepares it.
        id: Id,
    },
}

/// What taking a document in would change of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportDifference {
    /// What would change, as the review screen shows it.
    pub entries: Vec<ReviewEntry>,
    /// Items that were found again.
    pub matched: u32,
    /// Changed cells.
    pub changed: u32,
    /// New items.
    pub added: u32,
    /// Items that would be gone.
    pub removed: u32,
    /// Items that would stand elsewhere.
    pub moved: u32,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportTaken {
    /// The catalogue it is in.
    pub id: Id,
    /// How many items were read.
    pub items: u32,
    /// How many changes that was to a catalogue that was there already.
    pub changes: u32,
}
