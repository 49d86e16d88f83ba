//! From decided conflicts to ordinary edits.

use std::collections::{HashMap, HashSet};

use mulu_model::{
    Catalogue, Edit, EditError, Group, Id, Value,
    diff::{Difference, diff},
    merge::{Conflict, Contested, Merged, Side as By},
};

use crate::{AppError, wire::Side};

/// The merged catalogue with each conflict decided.
pub(super) fn decide(merged: &Merged, sides: &[Side]) -> Result<Catalogue, AppError> {
    let mut catalogue = merged.catalogue.clone();
    let decided: Vec<_> = merged.conflicts.iter().zip(sides.iter().copied()).collect();
    // An item that somebody wants to stay keeps its group.
    let kept: HashSet<&Id> =
        decided.iter().filter_map(|(conflict, side)| kept_item(conflict, *side)).collect();
    // Items first: a group that goes may go with them.
    for (conflict, side) in decided.into_iter().rev() {
        for edit in edits_for(&catalogue, conflict, side, &kept) {
            match catalogue.apply(&edit) {
                // It went with something else that was decided to go.
                Ok(_) | Err(EditError::NoItem(_) | EditError::NoGroup(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(catalogue)
}

fn is_remover(side: Side, by: By) -> bool {
    matches!((side, by), (Side::Ours, By::Ours) | (Side::Theirs, By::Theirs))
}

fn kept_item(conflict: &Conflict, side: Side) -> Option<&Id> {
    match conflict {
        Conflict::ItemRemoved { item, by, .. } if !is_remover(side, *by) => Some(item),
        _ => None,
    }
}

fn edits_for(catalogue: &Catalogue, conflict: &Conflict, side: Side, kept: &HashSet<&Id>) -> Vec<Edit> {
    fn pick<T>(values: &Contested<T>, side: Side) -> &T {
        match side {
            Side::Ours => &values.ours,
            Side::Theirs => &values.theirs,
        }
    }
    match conflict {
        Conflict::Heading { field, values } => {
            vec![Edit::SetHeading { field: *field, value: pick(values, side).clone() }]
        }
        Conflict::Template(values) => vec![Edit::SetTemplate { template: pick(values, side).clone() }],
        Conflict::GroupName { group, names } => {
            vec![Edit::RenameGroup { group: group.clone(), name: pick(names, side).clone() }]
        }
        Conflict::GroupPlace { group, places } => {
            let last = catalogue.groups.len().saturating_sub(1);
            let to = pick(places, side).map(|at| at.min(last));
            to.map(|to| Edit::MoveGroup { group: group.clone(), to }).into_iter().collect()
        }
        Conflict::GroupRemoved { group, by } => {
            let found = catalogue.groups.iter().find(|found| found.id == *group);
            let stays = found.is_none_or(|group| group.items.iter().any(|item| kept.contains(&item.id)));
            match is_remover(side, *by) && !stays {
                true => vec![Edit::RemoveGroup { group: group.clone() }],
                false => Vec::new(),
            }
        }
        Conflict::ItemPlace { item, places } => {
            let place = pick(places, side).clone();
            place.and_then(|place| move_to(catalogue, item, &place.group, place.at)).into_iter().collect()
        }
        Conflict::ItemRemoved { item, by, kept, kept_at } => {
            let remove = Edit::RemoveItem { item: item.clone() };
            if is_remover(side, *by) {
                return vec![remove];
            }
            let stands_in = catalogue.items().find(|(_, it)| it.id == *item).map(|(group, _)| group);
            let wanted = catalogue.groups.iter().find(|group| group.id == kept_at.group).or(stands_in);
            let Some(group) = wanted else { return Vec::new() };
            let others = group.items.iter().filter(|it| it.id != *item).count();
            let insert =
                Edit::InsertItem { group: group.id.clone(), at: kept_at.at.min(others), item: kept.clone() };
            if stands_in.is_some() { vec![remove, insert] } else { vec![insert] }
        }
        Conflict::Cell { item, part, column, values } => vec![Edit::SetCell {
            item: item.clone(),
            part: *part,
            column: column.clone(),
            value: pick(values, side).clone(),
        }],
        Conflict::Rows { item, rows } => {
            let rows = pick(rows, side).clone();
            vec![match <[_; 1]>::try_from(rows) {
                Ok([only]) => Edit::SetParts {
                    item: item.clone(),
                    parts: Vec::new(),
                    content: only.content,
                    channels: only.channels,
                },
                Err(parts) => {
                    Edit::SetParts { item: item.clone(), parts, content: String::new(), channels: Vec::new() }
                }
            }]
        }
    }
}

fn move_to(catalogue: &Catalogue, item: &Id, group: &Id, at: usize) -> Option<Edit> {
    let target = catalogue.groups.iter().find(|found| found.id == *group)?;
    let others = target.items.iter().filter(|it| it.id != *item).count();
    Some(Edit::MoveItem { item: item.clone(), group: group.clone(), to: at.min(others) })
}

/// Edits by which one state becomes another, matched by identity.
pub(crate) fn edits_between(old: &Catalogue, new: &Catalogue) -> Result<Vec<Edit>, AppError> {
    let mut made = Made { now: old.clone(), edits: Vec::new() };
    let differences = diff(old, new);
    for difference in &differences {
        match difference {
            Difference::Heading { field, new, .. } => {
                made.make(Edit::SetHeading { field: *field, value: new.clone() })?;
            }
            Difference::Template => made.make(Edit::SetTemplate { template: new.template.clone() })?,
            Difference::GroupRenamed { group, new, .. } => {
                made.make(Edit::RenameGroup { group: group.clone(), name: new.clone() })?;
            }
            _ => {}
        }
    }
    for Group { id, name, .. } in new.groups.iter().filter(|group| old.group_position(&group.id).is_none()) {
        let group = Group { id: id.clone(), name: name.clone(), items: Vec::new() };
        made.make(Edit::InsertGroup { at: made.now.groups.len(), group })?;
    }
    made.members(old, new)?;
    let is_gone = |group: &&Group| new.group_position(&group.id).is_none();
    for group in old.groups.iter().filter(is_gone) {
        made.make(Edit::RemoveGroup { group: group.id.clone() })?;
    }
    for (to, group) in new.groups.iter().enumerate() {
        if made.now.group_position(&group.id) != Some(to) {
            made.make(Edit::MoveGroup { group: group.id.clone(), to })?;
        }
    }
    let items: HashMap<&Id, _> = new.items().map(|(_, item)| (&item.id, item)).collect();
    for difference in &differences {
        match difference {
            Difference::Cell { item, part, column, new, .. } => made.make(Edit::SetCell {
                item: item.clone(),
                part: *part,
                column: column.clone(),
                value: Value::clone(new),
            })?,
            Difference::Parts { item, .. } => {
                let Some(is) = items.get(item) else { continue };
                made.make(Edit::SetParts {
                    item: item.clone(),
                    parts: is.parts.clone(),
                    content: is.content.clone(),
                    channels: is.channels.clone(),
                })?;
            }
            _ => {}
        }
    }
    match made.now == *new {
        true => Ok(made.edits),
        false => Err(AppError::BadRequest { detail: "no edits lead from one state to the other".to_owned() }),
    }
}

/// Edits, with what they have made so far.
struct Made {
    now: Catalogue,
    edits: Vec<Edit>,
}

impl Made {
    fn make(&mut self, edit: Edit) -> Result<(), AppError> {
        self.now.apply(&edit)?;
        self.edits.push(edit);
        Ok(())
    }

    /// Puts each item into its group and each group's items into their order.
    fn members(&mut self, old: &Catalogue, new: &Catalogue) -> Result<(), AppError> {
        let stands_in: HashMap<&Id, &Id> = old.items().map(|(group, item)| (&item.id, &group.id)).collect();
        let wanted: HashSet<&Id> = new.items().map(|(_, item)| &item.id).collect();
        for (_, item) in old.items().filter(|(_, item)| !wanted.contains(&item.id)) {
            self.make(Edit::RemoveItem { item: item.id.clone() })?;
        }
        for group in &new.groups {
            for item in &group.items {
                let at = self.now.groups.iter().find(|is| is.id == group.id).map_or(0, |is| is.items.len());
                let group = group.id.clone();
                match stands_in.get(&item.id) {
                    Some(was) if **was == group => {}
                    Some(_) => self.make(Edit::MoveItem { item: item.id.clone(), group, to: at })?,
                    None => self.make(Edit::InsertItem { group, at, item: Box::new(item.clone()) })?,
                }
            }
        }
        // Only now has every group what it shall have, and nothing else.
        for group in &new.groups {
            let items: Vec<Id> = group.items.iter().map(|item| item.id.clone()).collect();
            let is = self.now.groups.iter().find(|is| is.id == group.id);
            if is.is_some_and(|is| !is.items.iter().map(|item| &item.id).eq(items.iter())) {
                self.make(Edit::OrderItems { group: group.id.clone(), items })?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
