//! The edits by which one state of a catalogue becomes another.

use std::collections::{HashMap, HashSet};

use super::{Difference, diff};
use crate::{
    catalogue::{Catalogue, Group},
    column::TextField,
    edit::{Act, Edit, EditError},
    id::Id,
};

/// The edits, in order, by which `old` becomes `new`. Groups and items are matched by identity.
///
/// # Errors
/// [`EditError`] where `new` is a state that no edits make, for example one with a text that is too long.
pub fn edits_between(old: &Catalogue, new: &Catalogue) -> Result<Vec<Edit>, EditError> {
    let differences = diff(old, new);
    let mut path = Path { now: old.clone(), edits: Vec::new() };
    path.set_names(&differences, new)?;
    path.add_groups(old, new)?;
    path.place_items(old, new)?;
    path.remove_groups(old, new)?;
    path.order_groups(new)?;
    path.set_cells(&differences, new)?;
    if path.now == *new { Ok(path.edits) } else { Err(EditError::NotReached) }
}

/// The same as one edit.
///
/// # Errors
/// As [`edits_between`].
pub fn edit_between(old: &Catalogue, new: &Catalogue) -> Result<Edit, EditError> {
    Ok(Edit::Several { act: Act::SetCells, edits: edits_between(old, new)? })
}

/// The edits so far, and the state to which they lead.
struct Path {
    now: Catalogue,
    edits: Vec<Edit>,
}

impl Path {
    fn make(&mut self, edit: Edit) -> Result<(), EditError> {
        self.now.apply(&edit)?;
        self.edits.push(edit);
        Ok(())
    }

    /// The heading, the template, and the names of groups that both states have.
    fn set_names(&mut self, differences: &[Difference], new: &Catalogue) -> Result<(), EditError> {
        for difference in differences {
            match difference {
                Difference::Heading { field, new, .. } => {
                    self.make(Edit::SetHeading { field: *field, value: new.clone() })?;
                }
                Difference::Template => self.make(Edit::SetTemplate { template: new.template.clone() })?,
                Difference::GroupRenamed { group, new, .. } => {
                    self.make(Edit::RenameGroup { group: group.clone(), name: new.clone() })?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// New groups, still empty, behind the others.
    fn add_groups(&mut self, old: &Catalogue, new: &Catalogue) -> Result<(), EditError> {
        for Group { id, name, .. } in new.groups.iter().filter(|group| old.group(&group.id).is_none()) {
            let group = Group { id: id.clone(), name: name.clone(), items: Vec::new() };
            self.make(Edit::InsertGroup { at: self.now.groups.len(), group })?;
        }
        Ok(())
    }

    /// Puts each item into its group, and the items of each group into their order.
    fn place_items(&mut self, old: &Catalogue, new: &Catalogue) -> Result<(), EditError> {
        let old_groups: HashMap<&Id, &Id> = old.items().map(|(group, item)| (&item.id, &group.id)).collect();
        let wanted: HashSet<&Id> = new.items().map(|(_, item)| &item.id).collect();
        for (_, item) in old.items().filter(|(_, item)| !wanted.contains(&item.id)) {
            self.make(Edit::RemoveItem { item: item.id.clone() })?;
        }
        for group in &new.groups {
            for item in &group.items {
                let at = self.now.group(&group.id).map_or(0, |now| now.items.len());
                let group = group.id.clone();
                match old_groups.get(&item.id) {
                    Some(old) if **old == group => {}
                    Some(_) => self.make(Edit::MoveItem { item: item.id.clone(), group, to: at })?,
                    None => self.make(Edit::InsertItem { group, at, item: Box::new(item.clone()) })?,
                }
            }
        }
        // Only now does every group have all its items and no others.
        for group in &new.groups {
            let items: Vec<Id> = group.items.iter().map(|item| item.id.clone()).collect();
            let now = self.now.group(&group.id);
            if now.is_some_and(|now| !now.items.iter().map(|item| &item.id).eq(items.iter())) {
                self.make(Edit::OrderItems { group: group.id.clone(), items })?;
            }
        }
        Ok(())
    }

    fn remove_groups(&mut self, old: &Catalogue, new: &Catalogue) -> Result<(), EditError> {
        for group in old.groups.iter().filter(|group| new.group(&group.id).is_none()) {
            self.make(Edit::RemoveGroup { group: group.id.clone() })?;
        }
        Ok(())
    }

    fn order_groups(&mut self, new: &Catalogue) -> Result<(), EditError> {
        for (to, group) in new.groups.iter().enumerate() {
            if self.now.group_position(&group.id) != Some(to) {
                self.make(Edit::MoveGroup { group: group.id.clone(), to })?;
            }
        }
        Ok(())
    }

    /// The cells and rows of items that both states have.
    fn set_cells(&mut self, differences: &[Difference], new: &Catalogue) -> Result<(), EditError> {
        let items: HashMap<&Id, _> = new.items().map(|(_, item)| (&item.id, item)).collect();
        for difference in differences {
            match difference {
                Difference::Cell { item, part, column, new, .. } => self.make(Edit::SetCell {
                    item: item.clone(),
                    part: *part,
                    column: column.clone(),
                    value: new.clone(),
                })?,
                Difference::Parts { item, .. } => {
                    let Some(new) = items.get(item) else { continue };
                    self.make(Edit::SetParts {
                        item: item.clone(),
                        parts: new.parts.clone(),
                        content: new.texts[TextField::Content].clone(),
                        channels: new.channels.clone(),
                    })?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
