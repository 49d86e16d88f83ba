//! Making edits, each with the edit that takes it back.

use std::collections::{HashMap, HashSet};

use super::{
    Edit, EditError, Value,
    check::{check_count, check_item, check_position, check_rows, check_text},
    places::Places,
};
use crate::{
    catalogue::{Catalogue, Group, HeadingField, Item, Part},
    channel::Channel,
    column::{ColumnKey, TextField},
    date::parse_date,
    id::Id,
    limits,
};

impl Catalogue {
    /// Makes the change and returns the edit that takes it back.
    ///
    /// On an error the catalogue is as it was; [`EditError`] says what stood in the way.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, EditError> {
        Editor { catalogue: self, places: Places::default() }.apply(edit)
    }

    /// Makes changes one after the other, or none of them, and returns what takes each of them back.
    pub fn apply_all(&mut self, edits: &[Edit]) -> Result<Vec<Edit>, EditError> {
        Editor { catalogue: self, places: Places::default() }.apply_all(edits)
    }
}

/// A catalogue that is being changed.
struct Editor<'a> {
    catalogue: &'a mut Catalogue,
    places: Places,
}

impl Editor<'_> {
    fn apply(&mut self, edit: &Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::SetHeading { field, value } => self.set_heading(*field, value),
            Edit::SetTemplate { template } => {
                template.validate()?;
                let old = std::mem::replace(&mut self.catalogue.template, template.clone());
                Ok(Edit::SetTemplate { template: old })
            }
            Edit::InsertGroup { at, group } => self.insert_group(*at, group),
            Edit::RemoveGroup { group } => {
                let at = self.find_group(group)?;
                self.places.forget();
                Ok(Edit::InsertGroup { at, group: self.catalogue.groups.remove(at) })
            }
            Edit::MoveGroup { group, to } => self.move_group(group, *to),
            Edit::RenameGroup { group, name } => {
                check_text(name)?;
                let at = self.find_group(group)?;
                let old = std::mem::replace(&mut self.catalogue.groups[at].name, name.clone());
                Ok(Edit::RenameGroup { group: group.clone(), name: old })
            }
            Edit::InsertItem { group, at, item } => self.insert_item(group, *at, item),
            Edit::RemoveItem { item } => {
                let (g, at) = self.find_item(item)?;
                let group = &mut self.catalogue.groups[g];
                let removed = Box::new(group.items.remove(at));
                self.places.remove(item);
                Ok(Edit::InsertItem { group: group.id.clone(), at, item: removed })
            }
            Edit::MoveItem { item, group, to } => self.move_item(item, group, *to),
            Edit::OrderItems { group, items } => self.order_items(group, items),
            Edit::SetCell { item, part, column, value } => self.set_cell(item, *part, column, value),
            Edit::SetParts { item, parts, content, channels } => {
                self.set_parts(item, parts, content, channels)
            }
            Edit::Several { act, edits } => {
                let mut inverses = self.apply_all(edits)?;
                inverses.reverse();
                Ok(Edit::Several { act: *act, edits: inverses })
            }
        }
    }

    fn apply_all(&mut self, edits: &[Edit]) -> Result<Vec<Edit>, EditError> {
        self.places.expect(edits.len());
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    for inverse in inverses.iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        Ok(inverses)
    }

    fn set_heading(&mut self, field: HeadingField, value: &str) -> Result<Edit, EditError> {
        check_text(value)?;
        let heading = &mut self.catalogue.heading;
        let old = heading.get(field);
        match field {
            HeadingField::Title => value.clone_into(&mut heading.title),
            HeadingField::ResponsibleUnit => value.clone_into(&mut heading.responsible_unit),
            HeadingField::Preparer => value.clone_into(&mut heading.preparer),
            HeadingField::Reviewer => value.clone_into(&mut heading.reviewer),
            HeadingField::Approver => value.clone_into(&mut heading.approver),
            HeadingField::PreparedAt if value.is_empty() => heading.prepared_at = None,
            HeadingField::PreparedAt => {
                let date = parse_date(value).ok_or_else(|| EditError::NotADate(value.to_owned()))?;
                heading.prepared_at = Some(date);
            }
        }
        Ok(Edit::SetHeading { field, value: old })
    }

    fn insert_group(&mut self, at: usize, group: &Group) -> Result<Edit, EditError> {
        let groups = &self.catalogue.groups;
        check_position(at, groups.len())?;
        check_count(groups.len() + 1, limits::GROUPS)?;
        check_count(self.catalogue.item_count() + group.items.len(), limits::ITEMS)?;
        check_text(&group.name)?;
        if self.catalogue.group_position(&group.id).is_some() {
            return Err(EditError::DuplicateId(group.id.clone()));
        }
        let mut ids: HashSet<&Id> = self.catalogue.items().map(|(_, item)| &item.id).collect();
        for item in &group.items {
            check_item(item)?;
            if !ids.insert(&item.id) {
                return Err(EditError::DuplicateId(item.id.clone()));
            }
        }
        self.places.forget();
        self.catalogue.groups.insert(at, group.clone());
        Ok(Edit::RemoveGroup { group: group.id.clone() })
    }

    fn move_group(&mut self, group: &Id, to: usize) -> Result<Edit, EditError> {
        let from = self.find_group(group)?;
        let groups = &mut self.catalogue.groups;
        check_position(to, groups.len() - 1)?;
        self.places.forget();
        let moved = groups.remove(from);
        groups.insert(to, moved);
        Ok(Edit::MoveGroup { group: group.clone(), to: from })
    }

    fn insert_item(&mut self, group: &Id, at: usize, item: &Item) -> Result<Edit, EditError> {
        let g = self.find_group(group)?;
        check_position(at, self.catalogue.groups[g].items.len())?;
        check_count(self.catalogue.item_count() + 1, limits::ITEMS)?;
        check_item(item)?;
        if self.places.find(self.catalogue, &item.id).is_some() {
            return Err(EditError::DuplicateId(item.id.clone()));
        }
        self.places.put(&item.id, (g, at));
        self.catalogue.groups[g].items.insert(at, item.clone());
        Ok(Edit::RemoveItem { item: item.id.clone() })
    }

    fn move_item(&mut self, item: &Id, group: &Id, to: usize) -> Result<Edit, EditError> {
        let (from_group, from) = self.find_item(item)?;
        let to_group = self.find_group(group)?;
        let groups = &mut self.catalogue.groups;
        let room = groups[to_group].items.len() - usize::from(to_group == from_group);
        check_position(to, room)?;
        self.places.put(item, (to_group, to));
        let moved = groups[from_group].items.remove(from);
        groups[to_group].items.insert(to, moved);
        Ok(Edit::MoveItem { item: item.clone(), group: groups[from_group].id.clone(), to: from })
    }

    fn order_items(&mut self, group: &Id, order: &[Id]) -> Result<Edit, EditError> {
        let g = self.find_group(group)?;
        let items = &mut self.catalogue.groups[g].items;
        let wanted: HashMap<&Id, usize> = order.iter().zip(0..).collect();
        let is_order = order.len() == items.len() && wanted.len() == items.len();
        if !is_order || items.iter().any(|item| !wanted.contains_key(&item.id)) {
            return Err(EditError::NotAnOrder(group.clone()));
        }
        self.places.forget();
        let old = items.iter().map(|item| item.id.clone()).collect();
        items.sort_by_cached_key(|item| wanted.get(&item.id).copied());
        Ok(Edit::OrderItems { group: group.clone(), items: old })
    }

    fn set_cell(
        &mut self,
        item: &Id,
        part: Option<usize>,
        column: &ColumnKey,
        value: &Value,
    ) -> Result<Edit, EditError> {
        let (g, i) = self.find_item(item)?;
        let old = self.catalogue.groups[g].items[i].set_cell(part, column, value)?;
        Ok(Edit::SetCell { item: item.clone(), part, column: column.clone(), value: old })
    }

    fn set_parts(
        &mut self,
        item: &Id,
        parts: &[Part],
        content: &str,
        channels: &[Channel],
    ) -> Result<Edit, EditError> {
        check_rows(parts, content, channels)?;
        let (g, i) = self.find_item(item)?;
        let target = &mut self.catalogue.groups[g].items[i];
        Ok(Edit::SetParts {
            item: item.clone(),
            parts: std::mem::replace(&mut target.parts, parts.to_vec()),
            content: std::mem::replace(&mut target.texts[TextField::Content], content.to_owned()),
            channels: std::mem::replace(&mut target.channels, channels.to_vec()),
        })
    }

    fn find_group(&self, id: &Id) -> Result<usize, EditError> {
        self.catalogue.group_position(id).ok_or_else(|| EditError::NoGroup(id.clone()))
    }

    fn find_item(&mut self, id: &Id) -> Result<(usize, usize), EditError> {
        self.places.find(self.catalogue, id).ok_or_else(|| EditError::NoItem(id.clone()))
    }
}
