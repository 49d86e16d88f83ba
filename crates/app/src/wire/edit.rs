//! What the window asks to be changed.

use mulu_model::{Act, Channel, ColumnKey, HeadingField, Id, Part, Template, Value};
use serde::Deserialize;

use super::{Find, PickFrom};

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
        /// What this is called where it is more than one cell.
        act: Act,
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
    /// Put a copy of a group right after it.
    DuplicateGroup {
        /// Which one.
        group: Id,
    },
    /// Add an item.
    AddItem {
        /// To which group.
        group: Id,
        /// Before which position in it.
        at: u32,
        /// Its name.
        name: String,
        /// What else it holds from the beginning.
        cells: Vec<NewCell>,
    },
    /// Put copies of items into a group, in the order in which they stand in the catalogue.
    CopyItems {
        /// Which ones.
        items: Vec<Id>,
        /// Into which group.
        group: Id,
        /// Before which of its items; none means its end.
        before: Option<Id>,
    },
    /// Delete items.
    RemoveItems {
        /// Which ones.
        items: Vec<Id>,
    },
    /// Move items, which then stand together in the order in which they stood in the catalogue.
    MoveItems {
        /// Which ones.
        items: Vec<Id>,
        /// To which group.
        group: Id,
        /// Before which of its items; none means its end. One of those that are moved means: where it stands.
        before: Option<Id>,
    },
    /// Put the items of a group into another order.
    OrderItems {
        /// Which group.
        group: Id,
        /// All its items in their new order.
        items: Vec<Id>,
    },
    /// Make one item of several of a group: the first, with a row for each of their rows.
    JoinItems {
        /// Which ones.
        items: Vec<Id>,
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
    /// Give the catalogue another template. What it does not show is kept.
    SetTemplate {
        /// The template.
        template: Template,
    },
    /// Replace what is found.
    Replace {
        /// What is looked for.
        find: Find,
        /// What shall stand in its place; with a pattern `$1` is what its first group has matched.
        replacement: String,
        /// The hits to be left as they are, by [`Hit::index`](super::Hit::index).
        skip: Vec<u32>,
    },
    /// Put another term in the place of one, wherever it stands in this catalogue. Where the other stands
    /// already in the same cell it is not repeated.
    RenameTerm {
        /// The column whose vocabulary it belongs to.
        column: ColumnKey,
        /// The term.
        from: String,
        /// What shall stand in its place.
        to: String,
    },
    /// Add items of another catalogue, each into the group of the same name, which is added where it is missing.
    PickItems {
        /// From where.
        from: PickFrom,
        /// Which items.
        items: Vec<Id>,
        /// Into this group instead.
        group: Option<Id>,
    },
    /// Several changes as one step. Each is worked out for the catalogue as it is before all of them.
    Several {
        /// What this is called.
        act: Act,
        /// The changes.
        requests: Vec<EditRequest>,
    },
}

/// What a new item holds in a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NewCell {
    /// The column.
    pub column: ColumnKey,
    /// What it shall hold.
    pub value: Value,
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
