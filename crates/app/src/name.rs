//! What a change is called, and where it is to be seen.

use std::collections::HashMap;

use mulu_model::{Act, Catalogue, Edit, Id, library::LoggedStep};

use crate::{
    error::from::count,
    wire::{EditName, Focus},
};

/// The names of groups and items, for changes that know only identities.
pub(crate) struct Names<'a> {
    catalogue: &'a Catalogue,
    gone: HashMap<&'a Id, &'a str>,
}

impl<'a> Names<'a> {
    /// Those of the catalogue.
    pub(crate) fn of(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, gone: HashMap::new() }
    }

    /// Those of the catalogue, and those that one of `steps` has brought in or taken out.
    pub(crate) fn with_gone(catalogue: &'a Catalogue, steps: impl Iterator<Item = &'a LoggedStep>) -> Self {
        let mut names = Self::of(catalogue);
        for step in steps {
            names.learn(&step.edit);
            names.learn(&step.inverse);
        }
        names
    }

    fn learn(&mut self, edit: &'a Edit) {
        match edit {
            Edit::InsertGroup { group, .. } => {
                self.gone.insert(&group.id, &group.name);
                self.gone.extend(group.items.iter().map(|item| (&item.id, item.name.as_str())));
            }
            Edit::InsertItem { item, .. } => {
                self.gone.insert(&item.id, &item.name);
            }
            Edit::Several { edits, .. } => edits.iter().for_each(|edit| self.learn(edit)),
            _ => {}
        }
    }

    fn group(&self, id: &Id) -> String {
        let group = self.catalogue.groups.iter().find(|group| group.id == *id);
        group
            .map(|group| group.name.as_str())
            .or_else(|| self.gone.get(id).copied())
            .unwrap_or_default()
            .to_owned()
    }

    fn item(&self, id: &Id) -> String {
        let item = self.catalogue.item(id);
        item.map(|item| item.name.as_str())
            .or_else(|| self.gone.get(id).copied())
            .unwrap_or_default()
            .to_owned()
    }
}

/// The name of a change for 撤销 and 重做. What an edit takes out is named from its inverse, everything else
/// from the catalogue.
pub(crate) fn edit_name(edit: &Edit, inverse: &Edit, names: &Names<'_>) -> EditName {
    match edit {
        Edit::SetHeading { field, .. } => EditName::SetHeading { field: *field },
        Edit::SetTemplate { .. } => EditName::SetTemplate,
        Edit::InsertGroup { group, .. } => EditName::AddGroup { name: group.name.clone() },
        Edit::RemoveGroup { group } => EditName::RemoveGroup {
            name: match inverse {
                Edit::InsertGroup { group, .. } => group.name.clone(),
                _ => names.group(group),
            },
        },
        Edit::MoveGroup { group, .. } => EditName::MoveGroup { name: names.group(group) },
        Edit::RenameGroup { name, .. } => EditName::RenameGroup { name: name.clone() },
        Edit::InsertItem { item, .. } => EditName::AddItem { name: item.name.clone() },
        Edit::RemoveItem { item } => EditName::RemoveItem {
            name: match inverse {
                Edit::InsertItem { item, .. } => item.name.clone(),
                _ => names.item(item),
            },
        },
        Edit::MoveItem { item, .. } => EditName::MoveItem { name: names.item(item) },
        Edit::OrderItems { items, .. } => EditName::Several { act: Act::Sort, count: count(items.len()) },
        Edit::SetCell { item, column, .. } => {
            EditName::SetCell { column: column.clone(), item: names.item(item) }
        }
        Edit::SetParts { item, .. } => EditName::SetParts { item: names.item(item) },
        // A template that comes first is what was changed; the cells only follow its options' new names.
        Edit::Several { edits, .. } if matches!(edits.first(), Some(Edit::SetTemplate { .. })) => {
            EditName::SetTemplate
        }
        Edit::Several { act, edits } => {
            EditName::Several { act: *act, count: count(edits.iter().map(|edit| weight(*act, edit)).sum()) }
        }
    }
}

/// How much an edit counts for among several. What is picked are items, also where they come in a group.
fn weight(act: Act, edit: &Edit) -> usize {
    match edit {
        Edit::InsertGroup { group, .. } if act == Act::Pick => group.items.len(),
        _ => 1,
    }
}

/// What to show after `edit` has been made; what was taken out leaves its group to be shown.
pub(crate) fn focus(edit: &Edit, inverse: &Edit) -> Option<Focus> {
    match edit {
        Edit::SetHeading { .. } | Edit::SetTemplate { .. } | Edit::RemoveGroup { .. } => None,
        Edit::InsertGroup { group, .. } => Some(Focus::Group { group: group.id.clone() }),
        Edit::MoveGroup { group, .. } | Edit::RenameGroup { group, .. } | Edit::OrderItems { group, .. } => {
            Some(Focus::Group { group: group.clone() })
        }
        Edit::InsertItem { item, .. } => Some(Focus::Item { item: item.id.clone(), column: None }),
        Edit::RemoveItem { .. } => match inverse {
            Edit::InsertItem { group, .. } => Some(Focus::Group { group: group.clone() }),
            _ => None,
        },
        Edit::MoveItem { item, .. } | Edit::SetParts { item, .. } => {
            Some(Focus::Item { item: item.clone(), column: None })
        }
        Edit::SetCell { item, column, .. } => {
            Some(Focus::Item { item: item.clone(), column: Some(column.clone()) })
        }
        // The inverse of several changes has theirs from the last to the first.
        Edit::Several { edits, .. } => match inverse {
            Edit::Several { edits: inverses, .. } => focus(edits.first()?, inverses.last()?),
            _ => None,
        },
    }
}
