//! What edits touch, so that saving and showing a change costs what the change costs and not the whole catalogue.

use std::collections::BTreeSet;

use super::Edit;
use crate::{column::ColumnKey, id::Id, template::Template};

/// What edits touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footprint {
    /// A field above the table was set.
    pub heading: bool,
    /// The template was replaced.
    pub template: bool,
    /// Groups are new, gone or in another order.
    pub group_order: bool,
    /// Groups that are new, gone, renamed, or whose items are others or in another order.
    pub groups: BTreeSet<Id>,
    /// Those of [`groups`](Self::groups) that are new, or whose items are others or in another order.
    pub orders: BTreeSet<Id>,
    /// Items that are new, gone or changed.
    pub items: BTreeSet<Id>,
    /// The columns of which cells were set.
    pub columns: BTreeSet<ColumnKey>,
    /// The rows of an item were replaced.
    pub rows: bool,
}

impl Edit {
    /// What the edit touches; `inverse` is what [`Catalogue::apply`](crate::Catalogue::apply) gave for it.
    pub fn footprint(&self, inverse: &Self) -> Footprint {
        let mut footprint = Footprint::default();
        footprint.add(self, inverse);
        footprint
    }
}

impl Footprint {
    /// Adds what another edit touches.
    pub fn add(&mut self, edit: &Edit, inverse: &Edit) {
        self.touch(edit);
        self.touch(inverse);
    }

    /// Whether the merged cells in the groups of changed items may be others than before.
    pub fn may_merge_otherwise(&self, template: &Template) -> bool {
        self.rows || template.merge_equal.iter().any(|column| self.columns.contains(column))
    }

    /// Whether the order of the groups or the numbers in them may be others than before.
    pub fn may_number_otherwise(&self) -> bool {
        self.template || self.group_order || !self.orders.is_empty()
    }

    fn touch(&mut self, edit: &Edit) {
        match edit {
            Edit::SetHeading { .. } => self.heading = true,
            Edit::SetTemplate { .. } => self.template = true,
            Edit::InsertGroup { group, .. } => {
                self.group_order = true;
                self.order_of(&group.id);
                self.items.extend(group.items.iter().map(|item| item.id.clone()));
            }
            // Which group is gone is said by the inverse.
            Edit::RemoveGroup { .. } | Edit::MoveGroup { .. } => self.group_order = true,
            Edit::RenameGroup { group, .. } => {
                self.groups.insert(group.clone());
            }
            Edit::InsertItem { group, item, .. } => {
                self.order_of(group);
                self.items.insert(item.id.clone());
            }
            Edit::MoveItem { group, .. } | Edit::OrderItems { group, .. } => self.order_of(group),
            Edit::RemoveItem { item } => {
                self.items.insert(item.clone());
            }
            Edit::SetCell { item, column, .. } => {
                self.items.insert(item.clone());
                if !self.columns.contains(column) {
                    self.columns.insert(column.clone());
                }
            }
            Edit::SetParts { item, .. } => {
                self.items.insert(item.clone());
                self.rows = true;
            }
            Edit::Several { edits, .. } => edits.iter().for_each(|edit| self.touch(edit)),
        }
    }

    fn order_of(&mut self, group: &Id) {
        self.groups.insert(group.clone());
        self.orders.insert(group.clone());
    }
}
