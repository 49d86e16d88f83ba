//! What a merge results in, and what both sides have changed differently.

use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Catalogue, HeadingField, Item, Part},
    column::ColumnKey,
    diff::ItemPlace,
    edit::Value,
    id::Id,
    template::Template,
};

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What both sides agree on, and the origin's state of everything else.
    pub catalogue: Catalogue,
    /// What the sides do not agree on: the heading, the template, groups, then items in the merged order.
    pub conflicts: Vec<Conflict>,
}

/// One of the two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum MergeSide {
    /// The first: what is here.
    Ours,
    /// The second: what came from elsewhere.
    Theirs,
}

/// What a thing was, and what it is on each side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested<T> {
    /// In the origin; for what both sides have added, an empty one.
    pub base: T,
    /// On the first side.
    pub ours: T,
    /// On the second.
    pub theirs: T,
}

/// What both sides have changed differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// A field above the table.
    Heading {
        /// Which one.
        field: HeadingField,
        /// What it holds.
        values: Contested<String>,
    },
    /// The template, as a whole.
    Template(Box<Contested<Template>>),
    /// A group's name.
    GroupName {
        /// Which group.
        group: Id,
        /// Its name.
        names: Contested<String>,
    },
    /// Both have moved a group, to different places.
    GroupPlace {
        /// Which group.
        group: Id,
        /// Its position from 0.
        places: Contested<Option<usize>>,
    },
    /// One side has removed a group, and the other has changed it or put something into it. It is there, with what
    /// it held.
    GroupRemoved {
        /// Which group.
        group: Id,
        /// Who has removed it.
        by: MergeSide,
    },
    /// Both have moved an item, to different places.
    ItemPlace {
        /// Which item.
        item: Id,
        /// Where it stands.
        places: Contested<Option<ItemPlace>>,
    },
    /// One side has removed an item, and the other has changed or moved it. It is there as it was.
    ItemRemoved {
        /// Which item.
        item: Id,
        /// Who has removed it.
        by: MergeSide,
        /// The item as the other side has it.
        kept: Box<Item>,
        /// Where it stands there.
        kept_at: ItemPlace,
    },
    /// A cell of an item.
    Cell {
        /// The item.
        item: Id,
        /// Which of its rows, as in [`Edit::SetCell`](crate::Edit::SetCell).
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
        /// What it holds.
        values: Box<Contested<Value>>,
    },
    /// The rows of an item, where their number is not everywhere the same.
    Rows {
        /// The item.
        item: Id,
        /// Its rows; for an item without parts its one row.
        rows: Box<Contested<Vec<Part>>>,
    },
}

impl<T: PartialEq> Contested<T> {
    /// The value on which both agree or which only one has changed; `None` where both have changed it differently.
    pub(super) fn settle(&self) -> Option<&T> {
        if self.ours == self.theirs || self.theirs == self.base {
            Some(&self.ours)
        } else if self.ours == self.base {
            Some(&self.theirs)
        } else {
            None
        }
    }
}

impl<T> Contested<T> {
    /// Applies `of` to each of the three.
    pub(super) fn map<'a, U>(&'a self, mut of: impl FnMut(&'a T) -> U) -> Contested<U> {
        Contested { base: of(&self.base), ours: of(&self.ours), theirs: of(&self.theirs) }
    }
}
