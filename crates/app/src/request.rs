//! From what the window asks to the edit that does it.

mod items;

use std::collections::BTreeMap;

use mulu_model::{Act, Catalogue, Edit, Group, Id, Item};

use crate::{
    AppError,
    wire::{CellEdit, EditRequest, NewCell, PickFrom},
};

/// What requests are worked out from.
pub(crate) struct Requests<'a> {
    /// The catalogue, as it is before the change.
    pub(crate) catalogue: &'a Catalogue,
    /// Makes identities for what comes in new.
    pub(crate) new_id: &'a mut dyn FnMut() -> Id,
    /// Gives the catalogue from which items are picked.
    pub(crate) pick_from: &'a dyn Fn(&PickFrom) -> Result<Catalogue, AppError>,
}

impl Requests<'_> {
    /// The edit that does what is asked.
    ///
    /// # Errors
    /// [`AppError::NoSuchPlace`] where an item to be read is not there, [`AppError::BadRequest`]; everything else
    /// is for the edit to find.
    pub(crate) fn edit(&mut self, request: EditRequest) -> Result<Edit, AppError> {
        let catalogue = self.catalogue;
        Ok(match request {
            EditRequest::SetHeading { field, value } => Edit::SetHeading { field, value },
            EditRequest::SetCells { act, cells } => {
                items::one_or_several(act, cells.into_iter().map(set_cell).collect())
            }
            EditRequest::AddGroup { at, name } => {
                let group = Group { id: (self.new_id)(), name, items: Vec::new() };
                Edit::InsertGroup { at: at as usize, group }
            }
            EditRequest::RemoveGroup { group } => Edit::RemoveGroup { group },
            EditRequest::MoveGroup { group, to } => Edit::MoveGroup { group, to: to as usize },
            EditRequest::RenameGroup { group, name } => Edit::RenameGroup { group, name },
            EditRequest::DuplicateGroup { group } => self.duplicate_group(&group)?,
            EditRequest::AddItem { group, at, name, cells } => {
                let item = Box::new(self.new_item(name, &cells)?);
                Edit::InsertItem { group, at: at as usize, item }
            }
            EditRequest::CopyItems { items, group, before } => {
                self.copy_items(&items, &group, before.as_ref())?
            }
            EditRequest::RemoveItems { items } => items::remove(catalogue, &items)?,
            EditRequest::MoveItems { items, group, before } => {
                items::move_to(catalogue, &items, &group, before.as_ref())?
            }
            EditRequest::OrderItems { group, items } => Edit::OrderItems { group, items },
            EditRequest::JoinItems { items } => items::join(catalogue, &items)?,
            EditRequest::SetParts { item, parts, content, channels } => {
                Edit::SetParts { item, parts, content, channels }
            }
            EditRequest::SetTemplate { template } => Edit::SetTemplate { template },
            EditRequest::Replace { find, replacement, skip } => {
                mulu_terms::replace(catalogue, &find, &replacement, &skip)?
            }
            EditRequest::RenameTerm { column, from, to } => {
                mulu_terms::rename(catalogue, &column, &from, &to)?
            }
            EditRequest::PickItems { from, items, group } => {
                self.pick_items(&from, &items, group.as_ref())?
            }
            EditRequest::Several { act, requests } => self.several(act, requests)?,
        })
    }

    /// The edits of all requests in one row, so that their number is what users count.
    fn several(&mut self, act: Act, requests: Vec<EditRequest>) -> Result<Edit, AppError> {
        let mut all = Vec::with_capacity(requests.len());
        for request in requests {
            match self.edit(request)? {
                Edit::Several { edits, .. } => all.extend(edits),
                edit => all.push(edit),
            }
        }
        Ok(Edit::Several { act, edits: all })
    }

    fn new_item(&mut self, name: String, cells: &[NewCell]) -> Result<Item, AppError> {
        let mut item = Item::new((self.new_id)(), name);
        for NewCell { column, value } in cells {
            item.set_cell(None, column, value)?;
        }
        Ok(item)
    }

    fn duplicate_group(&mut self, group: &Id) -> Result<Edit, AppError> {
        let at = self.catalogue.group_position(group).ok_or(AppError::NoSuchPlace)?;
        let original = &self.catalogue.groups[at];
        let items = original.items.iter().map(|item| self.copy_of(item)).collect();
        let group = Group { id: (self.new_id)(), name: original.name.clone(), items };
        Ok(Edit::InsertGroup { at: at + 1, group })
    }

    fn copy_items(&mut self, items: &[Id], group: &Id, before: Option<&Id>) -> Result<Edit, AppError> {
        let target = items::group(self.catalogue, group)?;
        let first = items::position(target, before)?;
        let copies = items::chosen(self.catalogue, items)?.into_iter().zip(first..).map(|(place, at)| {
            let item = Box::new(self.copy_of(place.item));
            Edit::InsertItem { group: group.clone(), at, item }
        });
        Ok(items::one_or_several(Act::Copy, copies.collect()))
    }

    fn pick_items(&mut self, from: &PickFrom, items: &[Id], group: Option<&Id>) -> Result<Edit, AppError> {
        let source = (self.pick_from)(from)?;
        let into = group.map(|group| items::group(self.catalogue, group)).transpose()?;
        let mut picked: Vec<(&Group, Vec<Item>)> = Vec::new();
        for place in items::chosen(&source, items)? {
            let item = self.copy_of(place.item);
            match picked.last_mut() {
                Some((group, items)) if group.id == place.group.id => items.push(item),
                _ => picked.push((place.group, vec![item])),
            }
        }
        let mut ends: BTreeMap<&Id, usize> = BTreeMap::new();
        let mut edits = Vec::with_capacity(items.len());
        for (from_group, items) in picked {
            let named = || self.catalogue.groups.iter().find(|group| group.name == from_group.name);
            let Some(target) = into.or_else(named) else {
                let group = Group { id: (self.new_id)(), name: from_group.name.clone(), items };
                let added = edits.iter().filter(|edit| matches!(edit, Edit::InsertGroup { .. })).count();
                edits.push(Edit::InsertGroup { at: self.catalogue.groups.len() + added, group });
                continue;
            };
            let end = ends.entry(&target.id).or_insert(target.items.len());
            for item in items {
                edits.push(Edit::InsertItem { group: target.id.clone(), at: *end, item: Box::new(item) });
                *end += 1;
            }
        }
        Ok(Edit::Several { act: Act::Pick, edits })
    }

    fn copy_of(&mut self, item: &Item) -> Item {
        Item { id: (self.new_id)(), ..item.clone() }
    }
}

fn set_cell(CellEdit { item, part, column, value }: CellEdit) -> Edit {
    Edit::SetCell { item, part: part.map(|part| part as usize), column, value }
}
