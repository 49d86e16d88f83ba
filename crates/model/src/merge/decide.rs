//! Deciding conflicts: for each of them one side is taken.

use std::collections::HashSet;

use super::conflict::{Conflict, Contested, MergeSide, Merged};
use crate::{
    catalogue::{Catalogue, Item, Part},
    diff::ItemPlace,
    edit::{Act, Edit, EditError},
    id::Id,
};

impl Merged {
    /// The merged catalogue with each conflict decided. `sides` says which side is taken, in the order of
    /// [`conflicts`](Self::conflicts).
    ///
    /// # Errors
    /// [`EditError`] where a side holds what no edit could have made.
    pub fn decide(&self, sides: &[MergeSide]) -> Result<Catalogue, EditError> {
        let mut catalogue = self.catalogue.clone();
        let decided: Vec<_> = self.conflicts.iter().zip(sides.iter().copied()).collect();
        // An item that somebody wants to keep keeps its group.
        let kept: HashSet<&Id> =
            decided.iter().filter_map(|(conflict, side)| kept_item(conflict, *side)).collect();
        // Items first: a group that is removed may take them along.
        for (conflict, side) in decided.into_iter().rev() {
            let Some(edit) = deciding_edit(&catalogue, conflict, side, &kept) else { continue };
            match catalogue.apply(&edit) {
                // It was removed together with something else.
                Ok(_) | Err(EditError::NoItem(_) | EditError::NoGroup(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(catalogue)
    }
}

impl<T> Contested<T> {
    fn of(&self, side: MergeSide) -> &T {
        match side {
            MergeSide::Ours => &self.ours,
            MergeSide::Theirs => &self.theirs,
        }
    }
}

fn kept_item(conflict: &Conflict, side: MergeSide) -> Option<&Id> {
    match conflict {
        Conflict::ItemRemoved { item, by, .. } if side != *by => Some(item),
        _ => None,
    }
}

/// The edit that gives the catalogue what `side` has; `None` if it has that already.
fn deciding_edit(
    catalogue: &Catalogue,
    conflict: &Conflict,
    side: MergeSide,
    kept: &HashSet<&Id>,
) -> Option<Edit> {
    Some(match conflict {
        Conflict::Heading { field, values } => {
            Edit::SetHeading { field: *field, value: values.of(side).clone() }
        }
        Conflict::Template(values) => Edit::SetTemplate { template: values.of(side).clone() },
        Conflict::GroupName { group, names } => {
            Edit::RenameGroup { group: group.clone(), name: names.of(side).clone() }
        }
        Conflict::GroupPlace { group, places } => {
            let last = catalogue.groups.len().saturating_sub(1);
            Edit::MoveGroup { group: group.clone(), to: (*places.of(side))?.min(last) }
        }
        Conflict::GroupRemoved { group, by } => {
            let mut items = catalogue.group(group)?.items.iter();
            let is_removed = side == *by && !items.any(|item| kept.contains(&item.id));
            is_removed.then(|| Edit::RemoveGroup { group: group.clone() })?
        }
        Conflict::ItemPlace { item, places } => {
            let place = places.of(side).as_ref()?;
            move_item(catalogue, item, &place.group, place.at)?
        }
        Conflict::ItemRemoved { item, by, .. } if side == *by => Edit::RemoveItem { item: item.clone() },
        Conflict::ItemRemoved { item, kept, kept_at, .. } => keep_item(catalogue, item, kept, kept_at)?,
        Conflict::Cell { item, part, column, values } => Edit::SetCell {
            item: item.clone(),
            part: *part,
            column: column.clone(),
            value: values.of(side).clone(),
        },
        Conflict::Rows { item, rows } => set_rows(item, rows.of(side)),
    })
}

fn move_item(catalogue: &Catalogue, item: &Id, group: &Id, at: usize) -> Option<Edit> {
    let others = catalogue.group(group)?.items.iter().filter(|it| it.id != *item).count();
    Some(Edit::MoveItem { item: item.clone(), group: group.clone(), to: at.min(others) })
}

/// Puts an item back as the side that keeps it has it, into the group in which it stands there if that group is left.
fn keep_item(catalogue: &Catalogue, id: &Id, kept: &Item, kept_at: &ItemPlace) -> Option<Edit> {
    let here = catalogue.items().find(|(_, item)| item.id == *id).map(|(group, _)| group);
    let group = catalogue.group(&kept_at.group).or(here)?;
    let others = group.items.iter().filter(|item| item.id != *id).count();
    let remove = here.map(|_| Edit::RemoveItem { item: id.clone() });
    let at = kept_at.at.min(others);
    let insert = Edit::InsertItem { group: group.id.clone(), at, item: Box::new(kept.clone()) };
    Some(Edit::Several { act: Act::SetCells, edits: remove.into_iter().chain([insert]).collect() })
}

/// An item of one row has its content and channels itself.
fn set_rows(item: &Id, rows: &[Part]) -> Edit {
    let item = item.clone();
    match rows {
        [only] => {
            let Part { content, channels } = only.clone();
            Edit::SetParts { item, parts: Vec::new(), content, channels }
        }
        parts => Edit::SetParts { item, parts: parts.to_vec(), content: String::new(), channels: Vec::new() },
    }
}
