//! From what the window asks to the edit that does it.

use mulu_model::{Catalogue, Edit, Group, Id, Item};

use crate::{
    AppError,
    wire::{CellEdit, EditRequest},
};

/// The edit of `catalogue` that does what is asked.
///
/// # Errors
/// [`AppError::NoSuchPlace`] where the item to be copied is not there; everything else is for the edit to find.
pub(crate) fn edit(
    request: EditRequest,
    catalogue: &Catalogue,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Edit, AppError> {
    Ok(match request {
        EditRequest::SetHeading { field, value } => Edit::SetHeading { field, value },
        EditRequest::SetCells { cells } => set_cells(cells),
        EditRequest::AddGroup { at, name } => {
            Edit::InsertGroup { at: at as usize, group: Group { id: new_id(), name, items: Vec::new() } }
        }
        EditRequest::RemoveGroup { group } => Edit::RemoveGroup { group },
        EditRequest::MoveGroup { group, to } => Edit::MoveGroup { group, to: to as usize },
        EditRequest::RenameGroup { group, name } => Edit::RenameGroup { group, name },
        EditRequest::AddItem { group, at, name } => {
            Edit::InsertItem { group, at: at as usize, item: Box::new(Item::new(new_id(), name)) }
        }
        EditRequest::DuplicateItem { item } => duplicate(&item, catalogue, new_id())?,
        EditRequest::RemoveItem { item } => Edit::RemoveItem { item },
        EditRequest::MoveItem { item, group, to } => Edit::MoveItem { item, group, to: to as usize },
        EditRequest::SetParts { item, parts, content, channels } => {
            Edit::SetParts { item, parts, content, channels }
        }
    })
}

fn set_cells(cells: Vec<CellEdit>) -> Edit {
    let set_cell = |CellEdit { item, part, column, value }| {
        let part = part.map(|part| part as usize);
        Edit::SetCell { item, part, column, value }
    };
    let mut edits: Vec<_> = cells.into_iter().map(set_cell).collect();
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => {
            edits.extend(last);
            Edit::Several { edits }
        }
    }
}

fn duplicate(item: &Id, catalogue: &Catalogue, id: Id) -> Result<Edit, AppError> {
    let (group, at) = catalogue.item_position(item).ok_or(AppError::NoSuchPlace)?;
    let group = &catalogue.groups[group];
    let copy = Item { id, ..group.items[at].clone() };
    Ok(Edit::InsertItem { group: group.id.clone(), at: at + 1, item: Box::new(copy) })
}
