//! From what the window asks to the edit that does it.

use mulu_model::{Act, Catalogue, Edit, Group, Id, Item};

use crate::{
    AppError, search, vocabulary,
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
        EditRequest::SetCells { act, cells } => set_cells(act, cells),
        EditRequest::AddGroup { at, name } => {
            Edit::InsertGroup { at: at as usize, group: Group { id: new_id(), name, items: Vec::new() } }
        }
        EditRequest::RemoveGroup { group } => Edit::RemoveGroup { group },
        EditRequest::MoveGroup { group, to } => Edit::MoveGroup { group, to: to as usize },
        EditRequest::RenameGroup { group, name } => Edit::RenameGroup { group, name },
        EditRequest::AddItem { group, at, name, cells: _ } => {
            Edit::InsertItem { group, at: at as usize, item: Box::new(Item::new(new_id(), name)) }
        }
        EditRequest::SetParts { item, parts, content, channels } => {
            Edit::SetParts { item, parts, content, channels }
        }
        EditRequest::SetTemplate { template } => Edit::SetTemplate { template },
        EditRequest::Replace { find, replacement, skip } => {
            search::replace(catalogue, &find, &replacement, &skip)?
        }
        EditRequest::RenameTerm { column, from, to } => vocabulary::rename(catalogue, &column, &from, &to)?,
        EditRequest::DuplicateGroup { .. }
        | EditRequest::CopyItems { .. }
        | EditRequest::RemoveItems { .. }
        | EditRequest::MoveItems { .. }
        | EditRequest::OrderItems { .. }
        | EditRequest::JoinItems { .. }
        | EditRequest::PickItems { .. }
        | EditRequest::Several { .. } => return Err(AppError::NoSuchPlace),
    })
}

fn set_cells(act: Act, cells: Vec<CellEdit>) -> Edit {
    let set_cell = |CellEdit { item, part, column, value }| {
        let part = part.map(|part| part as usize);
        Edit::SetCell { item, part, column, value }
    };
    let mut edits: Vec<_> = cells.into_iter().map(set_cell).collect();
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => {
            edits.extend(last);
            Edit::Several { act, edits }
        }
    }
}
