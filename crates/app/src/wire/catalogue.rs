//! An open catalogue, and what a change does to it.

use mulu_model::{Act, ColumnKey, Heading, HeadingField, Id, Item, Template};
use serde::Serialize;

use super::Stage;

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
    /// All groups in order, where their order or their numbers may be others than before.
    pub places: Option<Vec<GroupPlace>>,
    /// What changed in the groups.
    pub groups: Vec<GroupChange>,
    /// Title and sign-off line.
    pub heading: Heading,
    /// The shape of the table, where it changed.
    pub shape: Option<Shape>,
    /// The item or group the change was about, to be shown.
    pub focus: Option<Focus>,
    /// What follows.
    pub state: CatalogueState,
}

/// A group that is new or changed; what is `None` is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GroupChange {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its items, top down.
    pub order: Option<Vec<Id>>,
    /// The items that are new or changed, whole; the window knows all others of `order`.
    pub items: Vec<Item>,
    /// As [`GroupView::spans`].
    pub spans: Option<Vec<Vec<u32>>>,
}

/// The shape of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Shape {
    /// The template.
    pub template: Template,
    /// The header cells of the table in reading order.
    pub header: Vec<HeaderCell>,
}

/// What can be gone back to, and what can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct History {
    /// What was done, last first.
    pub done: Vec<HistoryStep>,
    /// What was taken back, next to be made again first.
    pub undone: Vec<HistoryStep>,
    /// Whether there are older steps than `done` lists.
    pub has_more: bool,
}

/// A step of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct HistoryStep {
    /// What was done.
    pub name: EditName,
    /// When.
    pub at: String,
    /// By whom.
    pub actor: String,
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
    /// Several changes were made at once.
    Several {
        /// What they are called.
        act: Act,
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
