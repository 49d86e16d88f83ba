//! 合并: two states of a catalogue that have one origin become one.
//!
//! Groups and items are matched by identity. What one side alone has changed is taken over; where both have changed
//! the same thing differently the merged catalogue holds what the origin had, and a [`Conflict`] says what each side
//! wants. Conflicts are settled by ordinary edits. Which side is called ours makes no difference to the result.

mod cells;
mod decide;
mod members;
mod order;

use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Catalogue, Group, Heading, HeadingField, Item, Part},
    column::ColumnKey,
    date::parse_date,
    diff::{HEADING_FIELDS, ItemPlace},
    edit::Value,
    id::Id,
    template::Template,
};

use members::Members;

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

/// Merges two states that go back to `base`.
pub fn merge(base: &Catalogue, ours: &Catalogue, theirs: &Catalogue) -> Merged {
    let mut conflicts = Vec::new();
    let three = Contested { base, ours, theirs };
    let heading = merge_heading(&three, &mut conflicts);
    let templates = three.map(|catalogue| &catalogue.template);
    let template = templates.settle().copied().unwrap_or_else(|| {
        conflicts.push(Conflict::Template(Box::new(templates.map(|template| (*template).clone()))));
        &base.template
    });
    let members = Members::of(&three);
    let mut item_conflicts = Vec::new();
    let groups = members.group_order(&mut conflicts).into_iter().map(|id| Group {
        name: members.group_name(&id, &mut conflicts),
        items: members.items(&id, &mut item_conflicts),
        id,
    });
    let groups = groups.collect();
    conflicts.append(&mut item_conflicts);
    Merged { catalogue: Catalogue { heading, template: template.clone(), groups }, conflicts }
}

fn merge_heading(three: &Contested<&Catalogue>, conflicts: &mut Vec<Conflict>) -> Heading {
    let mut settled = |field| {
        let values = three.map(|catalogue| catalogue.heading.get(field));
        values.settle().cloned().unwrap_or_else(|| {
            let base = values.base.clone();
            conflicts.push(Conflict::Heading { field, values });
            base
        })
    };
    let [title, responsible_unit, preparer, reviewer, approver, prepared_at] =
        HEADING_FIELDS.map(&mut settled);
    let prepared_at = parse_date(&prepared_at);
    Heading { title, responsible_unit, preparer, reviewer, approver, prepared_at }
}

impl<T: PartialEq> Contested<T> {
    /// The value on which both agree or which only one has changed; `None` where both have changed it differently.
    fn settle(&self) -> Option<&T> {
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
    fn map<'a, U>(&'a self, mut of: impl FnMut(&'a T) -> U) -> Contested<U> {
        Contested { base: of(&self.base), ours: of(&self.ours), theirs: of(&self.theirs) }
    }
}
