//! Changes of many items at once.

use std::collections::HashSet;

use mulu_model::{Act, Catalogue, Edit, Group, Id, Item, Part, TextField};

use crate::AppError;

/// An item with its place.
pub(super) struct Place<'a> {
    pub(super) group: &'a Group,
    /// Its position in the group.
    pub(super) at: usize,
    pub(super) item: &'a Item,
}

/// The items with these identities, in the order in which they stand in the catalogue.
pub(super) fn chosen<'a>(catalogue: &'a Catalogue, items: &[Id]) -> Result<Vec<Place<'a>>, AppError> {
    let wanted: HashSet<&Id> = items.iter().collect();
    let places = catalogue
        .groups
        .iter()
        .flat_map(|group| group.items.iter().enumerate().map(move |(at, item)| Place { group, at, item }));
    let found: Vec<_> = places.filter(|place| wanted.contains(&place.item.id)).collect();
    if found.len() == wanted.len() { Ok(found) } else { Err(AppError::NoSuchPlace) }
}

pub(super) fn group<'a>(catalogue: &'a Catalogue, id: &Id) -> Result<&'a Group, AppError> {
    catalogue.groups.iter().find(|group| group.id == *id).ok_or(AppError::NoSuchPlace)
}

/// Where `before` stands in the group; its end for none.
pub(super) fn position(group: &Group, before: Option<&Id>) -> Result<usize, AppError> {
    let Some(before) = before else { return Ok(group.items.len()) };
    group.items.iter().position(|item| item.id == *before).ok_or(AppError::NoSuchPlace)
}

pub(super) fn remove(catalogue: &Catalogue, items: &[Id]) -> Result<Edit, AppError> {
    // From the last to the first: each leaves the places of those still to be removed as they are.
    let places = chosen(catalogue, items)?.into_iter().rev();
    Ok(one_or_several(
        Act::Remove,
        places.map(|place| Edit::RemoveItem { item: place.item.id.clone() }).collect(),
    ))
}

/// Moves items so that they stand together, in the order in which they stood, before one of `group` or at its end.
pub(super) fn move_to(
    catalogue: &Catalogue,
    items: &[Id],
    group_id: &Id,
    before: Option<&Id>,
) -> Result<Edit, AppError> {
    let target = group(catalogue, group_id)?;
    let border = position(target, before)?;
    let places = chosen(catalogue, items)?;
    let stands_above = |place: &Place<'_>| place.group.id == target.id && place.at < border;
    // One after the other goes right before the border: what is above it then are those that stay above it,
    // those that have been moved, and those above it that are still to be moved.
    let mut above = border;
    let edit = |place: Place<'_>| {
        if stands_above(&place) {
            above -= 1;
        }
        let to = above;
        above += 1;
        Edit::MoveItem { item: place.item.id.clone(), group: target.id.clone(), to }
    };
    Ok(one_or_several(Act::Move, places.into_iter().map(edit).collect()))
}

/// Makes one item of several: the first, with a row for each of their rows.
pub(super) fn join(catalogue: &Catalogue, items: &[Id]) -> Result<Edit, AppError> {
    let places = chosen(catalogue, items)?;
    let Some((first, others)) = places.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Err(AppError::BadRequest { detail: "one item cannot be joined".to_owned() });
    };
    if others.iter().any(|place| place.group.id != first.group.id) {
        return Err(AppError::NoSuchPlace);
    }
    let parts = places.iter().flat_map(|place| rows(place.item)).collect();
    let item = first.item.id.clone();
    let mut edits = vec![Edit::SetParts { item, parts, content: String::new(), channels: Vec::new() }];
    edits.extend(others.iter().rev().map(|place| Edit::RemoveItem { item: place.item.id.clone() }));
    Ok(Edit::Several { act: Act::Join, edits })
}

fn rows(item: &Item) -> Vec<Part> {
    if item.parts.is_empty() {
        return vec![Part {
            content: item.texts[TextField::Content].clone(),
            channels: item.channels.clone(),
        }];
    }
    item.parts.clone()
}

/// One change keeps the name of what it is; more are called `act` together.
pub(super) fn one_or_several(act: Act, mut edits: Vec<Edit>) -> Edit {
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => {
            edits.extend(last);
            Edit::Several { act, edits }
        }
    }
}
