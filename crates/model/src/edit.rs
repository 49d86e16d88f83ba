//! The one way to change a catalogue. Applying an [`Edit`] gives the edit that takes it back; undo, redo,
//! history and crash safety are all read from a log of these pairs.

mod apply;
mod cell;
pub(crate) mod check;
mod footprint;
mod joining;
mod places;

pub use footprint::Footprint;

use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Cell, Group, HeadingField, Item, Part},
    channel::Channel,
    column::ColumnKey,
    id::Id,
    limits,
    template::{Template, TemplateError},
};

/// A change of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Sets a field above the table.
    SetHeading {
        /// Which one.
        field: HeadingField,
        /// Its new text; for the date `YYYY-MM-DD` or nothing.
        value: String,
    },
    /// Replaces the template. Values that its columns do not show stay in the items.
    SetTemplate {
        /// The new template.
        template: Template,
    },
    /// Puts a group, with its items, before the `at`-th.
    InsertGroup {
        /// Position from 0; as many as there are groups means the end.
        at: usize,
        /// The group.
        group: Group,
    },
    /// Takes a group out, with its items.
    RemoveGroup {
        /// Which one.
        group: Id,
    },
    /// Moves a group so that it stands at `to`.
    MoveGroup {
        /// Which one.
        group: Id,
        /// Its position afterwards, from 0.
        to: usize,
    },
    /// Gives a group another name.
    RenameGroup {
        /// Which one.
        group: Id,
        /// Its new name.
        name: String,
    },
    /// Puts an item into a group before the `at`-th.
    InsertItem {
        /// The group.
        group: Id,
        /// Position in the group from 0; as many as there are items means the end.
        at: usize,
        /// The item.
        item: Box<Item>,
    },
    /// Takes an item out.
    RemoveItem {
        /// Which one.
        item: Id,
    },
    /// Moves an item so that it stands at `to` in `group`, which may be another than its own.
    MoveItem {
        /// Which one.
        item: Id,
        /// The group it goes to.
        group: Id,
        /// Its position in that group afterwards, from 0.
        to: usize,
    },
    /// Puts the items of a group into another order.
    OrderItems {
        /// Which group.
        group: Id,
        /// All its items in their new order.
        items: Vec<Id>,
    },
    /// Sets one cell of an item.
    SetCell {
        /// Which item.
        item: Id,
        /// Which of its rows; `None` for an item without parts and for what its parts share.
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
        /// What it shall hold.
        value: Value,
    },
    /// Replaces the rows of an item: splits it, joins it, reorders them. The item's own content and channels
    /// come along, because an item has either those or parts.
    SetParts {
        /// Which item.
        item: Id,
        /// Its rows; none for an item of one row.
        parts: Vec<Part>,
        /// The content of an item without parts.
        content: String,
        /// The channels of an item without parts.
        channels: Vec<Channel>,
    },
    /// Several changes as one, in order. If one of them cannot be made, none is.
    Several {
        /// What they are called together.
        #[serde(default)]
        act: Act,
        /// The changes.
        edits: Vec<Edit>,
    },
}

/// What 撤销 calls several changes that were made as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Cells were set.
    #[default]
    SetCells,
    /// Cells were filled from the one above.
    FillDown,
    /// Cells were emptied.
    Clear,
    /// What was copied was put in.
    Paste,
    /// Words found were replaced.
    Replace,
    /// A term was put in the place of another.
    RenameTerm,
    /// Items were put into another order.
    Sort,
    /// Items were moved.
    Move,
    /// Items were deleted.
    Remove,
    /// Items were copied.
    Copy,
    /// Items of another catalogue were added.
    Pick,
    /// Items were joined to one.
    Join,
    /// A document was taken in.
    Import,
}

/// What a cell can be set to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Value {
    /// For columns of text and names.
    Text {
        /// The text.
        text: String,
    },
    /// For 公开渠道和载体.
    Channels {
        /// What is ticked.
        channels: Vec<Channel>,
    },
    /// For columns of √.
    Mark {
        /// Whether it is set.
        on: bool,
        /// Words in its place; only 特定群体 takes them.
        note: String,
    },
}

impl From<Cell<'_>> for Value {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Text(text) => Self::Text { text: text.to_owned() },
            Cell::Channels(channels) => Self::Channels { channels: channels.to_vec() },
            Cell::Mark { on, note } => Self::Mark { on, note: note.to_owned() },
        }
    }
}

/// Why a change cannot be made. The catalogue is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such group.
    #[error("no group {0}")]
    NoGroup(Id),
    /// There is no such item.
    #[error("no item {0}")]
    NoItem(Id),
    /// The item has no such row, or the column is not one that rows have of their own.
    #[error("item {item} has no cell {column} in row {part:?}")]
    NoCell {
        /// The item.
        item: Id,
        /// The row asked for.
        part: Option<usize>,
        /// The column asked for.
        column: ColumnKey,
    },
    /// The value is of another kind than the column holds.
    #[error("column {0} does not hold such a value")]
    WrongValue(ColumnKey),
    /// The identity is there already.
    #[error("{0} is there already")]
    DuplicateId(Id),
    /// An order names an item twice, or leaves one out.
    #[error("no order of the items of {0}")]
    NotAnOrder(Id),
    /// A position lies behind the end.
    #[error("position {at} of {len}")]
    Position {
        /// The position asked for.
        at: usize,
        /// How many there are.
        len: usize,
    },
    /// The text is longer than [`limits::TEXT_CHARS`].
    #[error("text longer than {max} characters", max = limits::TEXT_CHARS)]
    TextTooLong,
    /// There would be more groups, items, channels or rows than [`limits`] allow.
    #[error("more than {max}")]
    TooMany {
        /// The limit.
        max: usize,
    },
    /// The text is not a date.
    #[error("not a date: {0:?}")]
    NotADate(String),
    /// No edits lead to the state that was wanted.
    #[error("no edits lead from one state to the other")]
    NotReached,
    /// The template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
}
