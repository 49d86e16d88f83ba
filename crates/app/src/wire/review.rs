//! What has changed between two states of a catalogue, cell by cell.

use mulu_model::{ColumnKey, Id};
use serde::{Deserialize, Serialize};

/// A state of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum StateOf {
    /// As it is now.
    Now,
    /// An approved version.
    Version {
        /// 版本号
        number: u32,
    },
    /// As it was at a step.
    Step {
        /// Which one, from 1.
        seq: u32,
    },
    /// The catalogue of which it is a copy, as that is now.
    CopiedFrom,
    /// Nothing: everything is new.
    Nothing,
}

/// What has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ReviewView {
    /// The state before. Asked for without one: the last approved version, else what it was copied from, else
    /// nothing.
    pub old: StateOf,
    /// The state after.
    pub new: StateOf,
    /// The last step of who is working on this catalogue, from where one can also compare; none before.
    pub last_look: Option<u32>,
    /// What can be compared, oldest first.
    pub states: Vec<StateView>,
    /// What has changed above the table and in the template, then the changed items, in the order of the new state;
    /// what is gone stands where it stood.
    pub entries: Vec<ReviewEntry>,
    /// 理由 of the changes that no one of them has: what was said of the whole; empty where nothing was.
    pub reason: String,
    /// Changed cells, those above the table too.
    pub changed: u32,
    /// New items.
    pub added: u32,
    /// Items that are gone.
    pub removed: u32,
    /// Items that stand elsewhere.
    pub moved: u32,
}

/// A state that can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StateView {
    /// Which.
    pub state: StateOf,
    /// When it was so; empty for what it was copied from.
    pub at: String,
}

/// What has changed of one item, of a group, or of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ReviewEntry {
    /// What became of it.
    pub fate: Fate,
    /// The item; none for what concerns a group or the whole.
    pub item: Option<Id>,
    /// The item's number over the whole catalogue, in the new state, and in the old one where it is gone.
    pub number: Option<u32>,
    /// The name of its group; of the group where it concerns one; empty for the whole.
    pub group: String,
    /// The item's name; empty where there is no item.
    pub name: String,
    /// Where the item stood, where it stands elsewhere now: the name of the group.
    pub from_group: Option<String>,
    /// The cells that have changed; all that are filled of a new item or one that is gone.
    pub cells: Vec<ReviewCell>,
    /// 理由 of what became of it as a whole; empty where nobody has given one.
    pub reason: String,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere; cells may have changed too.
    Moved,
    /// Cells have changed.
    Changed,
}

/// A changed cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ReviewCell {
    /// The column; none above the table.
    pub column: Option<ColumnKey>,
    /// Which of the item's rows.
    pub part: Option<u32>,
    /// What the column or the field above the table is called.
    pub label: String,
    /// What it held.
    pub before: Vec<Run>,
    /// What it holds.
    pub after: Vec<Run>,
    /// 理由 of the change; empty where nobody has given one.
    pub reason: String,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether only this side has it.
    pub is_changed: bool,
}
