//! What a change is called, and where it is to be seen.

use mulu_model::{Act, Catalogue, Edit, Id};

use crate::{
    error::from::count,
    wire::{EditName, Focus},
};

/// The name of a change for 撤销 and 重做. What an edit takes out is named from its inverse, everything else
/// from the catalogue.
pub(crate) fn edit_name(edit: &Edit, inverse: &Edit, catalogue: &Catalogue) -> EditName {
    match edit {
        Edit::SetHeading { field, .. } => EditName::SetHeading { field: *field },
        Edit::SetTemplate { .. } => EditName::SetTemplate,
        Edit::InsertGroup { group, .. } => EditName::AddGroup { name: group.name.clone() },
        Edit::RemoveGroup { group } => EditName::RemoveGroup {
            name: match inverse {
                Edit::InsertGroup { group, .. } => group.name.clone(),
                _ => group_name(group, catalogue),
            },
        },
        Edit::MoveGroup { group, .. } => EditName::MoveGroup { name: group_name(group, catalogue) },
        Edit::RenameGroup { name, .. } => EditName::RenameGroup { name: name.clone() },
        Edit::InsertItem { item, .. } => EditName::AddItem { name: item.name.clone() },
        Edit::RemoveItem { item } => EditName::RemoveItem {
            name: match inverse {
                Edit::InsertItem { item, .. } => item.name.clone(),
                _ => item_name(item, catalogue),
            },
        },
        Edit::MoveItem { item, .. } => EditName::MoveItem { name: item_name(item, catalogue) },
        Edit::OrderItems { items, .. } => EditName::Several { act: Act::Sort, count: count(items.len()) },
        Edit::SetCell { item, column, .. } => {
            EditName::SetCell { column: column.clone(), item: item_name(item, catalogue) }
        }
        Edit::SetParts { item, .. } => EditName::SetParts { item: item_name(item, catalogue) },
        Edit::Several { act, edits } => EditName::Several { act: *act, count: count(edits.len()) },
    }
}

fn group_name(id: &Id, catalogue: &Catalogue) -> String {
    let group = catalogue.groups.iter().find(|group| group.id == *id);
    group.map(|group| group.name.clone()).unwrap_or_default()
}

fn item_name(id: &Id, catalogue: &Catalogue) -> String {
    catalogue.item(id).map(|item| item.name.clone()).unwrap_or_default()
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
