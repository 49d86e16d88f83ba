//! The contract with the window: what crosses between Rust and TypeScript. The bindings in
//! `ui/src/platform/bindings.ts` are generated from these types; a test fails when they differ.
//!
//! Numbers are `u32`, because JavaScript cannot hold all of `u64`; times are ISO 8601 texts in UTC.

use mulu_model::{Channel, ColumnKey, Heading, HeadingField, Id, Item, Part, Template, Value};
use serde::{Deserialize, Serialize};

/// What the library screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct LibraryView {
    /// The file in which everything is kept.
    pub place: String,
    /// The catalogues, last changed first.
    pub catalogues: Vec<CatalogueSummary>,
    /// The catalogues in the bin, last deleted first.
    pub bin: Vec<CatalogueSummary>,
    /// What a new catalogue can be made from.
    pub sources: Vec<Source>,
    /// The program's version.
    pub version: String,
}

/// A catalogue in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CatalogueSummary {
    /// Its identity.
    pub id: Id,
    /// 标题
    pub title: String,
    /// 责任单位
    pub responsible_unit: String,
    /// 填表时间 as `YYYY-MM-DD`, or empty.
    pub prepared_at: String,
    /// How far the sign-off is.
    pub stage: Stage,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// When it was last changed.
    pub changed_at: String,
    /// When it was put into the bin.
    pub deleted_at: Option<String>,
}

/// 签审状态: how far the sign-off of a catalogue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 填表中
    Preparing,
}

/// Something that a new catalogue can be made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Source {
    /// The name by which it is asked for.
    pub id: String,
    /// Whether it comes with items.
    pub kind: SourceKind,
    /// Its name for users.
    pub name: String,
    /// One sentence about it.
    pub description: String,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// Number of columns.
    pub columns: u32,
}

/// The kinds of [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// 样例目录: a whole catalogue to start from.
    StartingPoint,
    /// 空白模板: columns without items.
    Template,
}

/// An open catalogue with everything the catalogue screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CatalogueView {
    /// Its identity.
    pub id: Id,
    /// Title and sign-off line.
    pub heading: Heading,
    /// The shape of the table.
    pub template: Template,
    /// The header cells of the table in reading order.
    pub header: Vec<HeaderCell>,
    /// How far the sign-off is.
    pub stage: Stage,
    /// The order of the groups, with their numbers.
    pub places: Vec<GroupPlace>,
    /// The groups, top down.
    pub groups: Vec<GroupView>,
    /// What follows from them.
    pub state: CatalogueState,
}

/// What every change of a catalogue can change besides the groups themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CatalogueState {
    /// Counts up with every edit, undo and redo.
    pub revision: u32,
    /// The statistics line, computed.
    pub statistics: String,
    /// What 撤销 would take back.
    pub undo: Option<EditName>,
    /// What 重做 would make again.
    pub redo: Option<EditName>,
    /// When the last change was written to disk.
    pub saved_at: String,
}

/// A cell of the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct HeaderCell {
    /// Its text.
    pub text: String,
    /// Its row from 0.
    pub row: u32,
    /// Its first column from 0.
    pub column: u32,
    /// How many rows it covers.
    pub row_span: u32,
    /// How many columns it covers.
    pub column_span: u32,
}

/// A group as the table shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GroupView {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its items, top down. An item takes as many rows as it has parts, at least one.
    pub items: Vec<Item>,
    /// For each column how many rows each cell covers; 0 for a cell covered from above.
    pub spans: Vec<Vec<u32>>,
}

/// A group in the order of groups, with what its position gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GroupPlace {
    /// The group.
    pub id: Id,
    /// Its number as 序号 prints it; empty where groups have none.
    pub number: String,
    /// The number of its first item over the whole catalogue, from 1.
    pub first_item: u32,
}

/// What an edit, an undo or a redo has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Change {
    /// All groups in order.
    pub places: Vec<GroupPlace>,
    /// The groups that changed, whole.
    pub groups: Vec<GroupView>,
    /// Title and sign-off line.
    pub heading: Heading,
    /// The item or group the change was about, to be shown.
    pub focus: Option<Focus>,
    /// What follows.
    pub state: CatalogueState,
}

/// Where a change happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Focus {
    /// In a group.
    Group {
        /// Its identity.
        group: Id,
    },
    /// In an item.
    Item {
        /// Its identity.
        item: Id,
        /// The column, where it was one cell.
        column: Option<ColumnKey>,
    },
}

/// What a change is called in 撤销 and 重做; the words are the window's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EditName {
    /// A field above the table was set.
    SetHeading {
        /// Which one.
        field: HeadingField,
    },
    /// One cell was set.
    SetCell {
        /// The column.
        column: ColumnKey,
        /// The item's name.
        item: String,
    },
    /// Several cells were set at once.
    SetCells {
        /// How many.
        count: u32,
    },
    /// A group was added.
    AddGroup {
        /// Its name.
        name: String,
    },
    /// A group was deleted.
    RemoveGroup {
        /// Its name.
        name: String,
    },
    /// A group was moved.
    MoveGroup {
        /// Its name.
        name: String,
    },
    /// A group got another name.
    RenameGroup {
        /// Its new name.
        name: String,
    },
    /// An item was added.
    AddItem {
        /// Its name.
        name: String,
    },
    /// An item was deleted.
    RemoveItem {
        /// Its name.
        name: String,
    },
    /// An item was moved.
    MoveItem {
        /// Its name.
        name: String,
    },
    /// The rows of an item were split, joined or reordered.
    SetParts {
        /// The item's name.
        item: String,
    },
    /// The template was changed.
    SetTemplate,
}

/// What the window asks to be changed. Identities of new groups and items are made by the program.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EditRequest {
    /// Set a field above the table.
    SetHeading {
        /// Which one.
        field: HeadingField,
        /// The text; the date as `YYYY-MM-DD` or empty.
        value: String,
    },
    /// Set cells, as one step.
    SetCells {
        /// The cells.
        cells: Vec<CellEdit>,
    },
    /// Add an empty group.
    AddGroup {
        /// Before which position; as many as there are groups means the end.
        at: u32,
        /// Its name.
        name: String,
    },
    /// Delete a group with its items.
    RemoveGroup {
        /// Which one.
        group: Id,
    },
    /// Move a group.
    MoveGroup {
        /// Which one.
        group: Id,
        /// Its position afterwards.
        to: u32,
    },
    /// Give a group another name.
    RenameGroup {
        /// Which one.
        group: Id,
        /// The name.
        name: String,
    },
    /// Add an empty item.
    AddItem {
        /// To which group.
        group: Id,
        /// Before which position in it.
        at: u32,
        /// Its name.
        name: String,
    },
    /// Put a copy of an item right after it.
    DuplicateItem {
        /// Which one.
        item: Id,
    },
    /// Delete an item.
    RemoveItem {
        /// Which one.
        item: Id,
    },
    /// Move an item.
    MoveItem {
        /// Which one.
        item: Id,
        /// To which group.
        group: Id,
        /// Its position in it afterwards.
        to: u32,
    },
    /// Replace the rows of an item: split it, join it.
    SetParts {
        /// Which item.
        item: Id,
        /// Its rows; none for an item of one row.
        parts: Vec<Part>,
        /// The content of an item of one row.
        content: String,
        /// The channels of an item of one row.
        channels: Vec<Channel>,
    },
}

/// A cell to be set.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CellEdit {
    /// The item.
    pub item: Id,
    /// Which of its rows, for content and channels of an item that has parts; otherwise `None`.
    pub part: Option<u32>,
    /// The column.
    pub column: ColumnKey,
    /// What it shall hold.
    pub value: Value,
}

/// A paper, always landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 420 × 297 mm
    A3,
    /// 297 × 210 mm
    A4,
}

/// The files that can be given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// The official form for print and publication.
    Pdf,
    /// The official form as a workbook.
    Xlsx,
    /// A page for the website.
    Html,
    /// Rows for other programs.
    Csv,
    /// The exchange format.
    Json,
}

/// The laid-out form, page by page fetched on demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PreviewView {
    /// Of which revision of the catalogue this is.
    pub revision: u32,
    /// Number of pages.
    pub pages: u32,
    /// Size of the text in tenths of a point.
    pub font_size: u32,
    /// Number of pages on the other paper sizes, with their text size.
    pub papers: Vec<PaperView>,
    /// Characters that no font of the program has, each once.
    pub missing_characters: Vec<String>,
}

/// What a paper size would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PaperView {
    /// The paper.
    pub paper: Paper,
    /// Number of pages.
    pub pages: u32,
    /// Size of the text in tenths of a point.
    pub font_size: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExportedFile {
    /// Its whole path.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u32,
}

/// How far a long action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Progress {
    /// What is done.
    pub done: u32,
    /// Of how much.
    pub total: u32,
}
