//! What differs between two states of a catalogue, or between a catalogue and the one of which it was copied.
//! Groups and items are matched by identity and not by position, so that a move is one move.

mod edits;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::{
    catalogue::{Catalogue, Group, HeadingField, Item, Part},
    column::{Aspect, Audience, ColumnKey, Mark, Method, TextField},
    edit::Value,
    id::Id,
};

pub use edits::{edit_between, edits_between};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A field above the table.
    Heading {
        /// Which one.
        field: HeadingField,
        /// What it held.
        old: String,
        /// What it holds.
        new: String,
    },
    /// The template.
    Template,
    /// A group that only the old catalogue has. Its items are differences of their own.
    GroupRemoved {
        /// Which one.
        group: Id,
        /// Its name.
        name: String,
    },
    /// A group that only the new catalogue has. Its items are differences of their own.
    GroupAdded {
        /// Which one.
        group: Id,
        /// Its name.
        name: String,
    },
    /// A group with another name.
    GroupRenamed {
        /// Which one.
        group: Id,
        /// Its name in the old catalogue.
        old: String,
        /// Its name in the new one.
        new: String,
    },
    /// A group that stands elsewhere among those that both catalogues have.
    GroupMoved {
        /// Which one.
        group: Id,
        /// Its position from 0 in the old catalogue.
        from: usize,
        /// Its position in the new one.
        to: usize,
    },
    /// An item that only the old catalogue has.
    ItemRemoved {
        /// Which one.
        item: Id,
        /// Where it stood.
        from: ItemPlace,
    },
    /// An item that only the new catalogue has.
    ItemAdded {
        /// Which one.
        item: Id,
        /// Where it stands.
        to: ItemPlace,
    },
    /// An item that stands in another group, or elsewhere among those that its group has in both catalogues.
    ItemMoved {
        /// Which one.
        item: Id,
        /// Where it stood.
        from: ItemPlace,
        /// Where it stands.
        to: ItemPlace,
    },
    /// A cell of an item.
    Cell {
        /// The item.
        item: Id,
        /// Which of its rows; `None` for an item without parts and for what its parts share.
        part: Option<usize>,
        /// The column, whether or not a template shows it.
        column: ColumnKey,
        /// What it held.
        old: Value,
        /// What it holds.
        new: Value,
    },
    /// The rows of an item, where their number differs.
    Parts {
        /// The item.
        item: Id,
        /// Its rows in the old catalogue; for an item without parts its one row.
        old: Vec<Part>,
        /// Its rows in the new one.
        new: Vec<Part>,
    },
}

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPlace {
    /// Its group.
    pub group: Id,
    /// Its position in the group, from 0.
    pub at: usize,
}

/// All that differs: the heading, the template, then groups, then items that are gone, then the others in the order
/// of the new catalogue.
pub fn diff(old: &Catalogue, new: &Catalogue) -> Vec<Difference> {
    let mut found = Vec::new();
    diff_heading(old, new, &mut found);
    if old.template != new.template {
        found.push(Difference::Template);
    }
    diff_groups(old, new, &mut found);
    diff_items(old, new, &mut found);
    found
}

/// All fields above the table, in their order there.
pub(crate) const HEADING_FIELDS: [HeadingField; 6] = [
    HeadingField::Title,
    HeadingField::ResponsibleUnit,
    HeadingField::Preparer,
    HeadingField::Reviewer,
    HeadingField::Approver,
    HeadingField::PreparedAt,
];

fn diff_heading(old: &Catalogue, new: &Catalogue, found: &mut Vec<Difference>) {
    for field in HEADING_FIELDS {
        let (old, new) = (old.heading.get(field), new.heading.get(field));
        if old != new {
            found.push(Difference::Heading { field, old, new });
        }
    }
}

fn diff_groups(old: &Catalogue, new: &Catalogue, found: &mut Vec<Difference>) {
    let before: HashMap<&Id, (usize, &Group)> =
        old.groups.iter().enumerate().map(|(at, group)| (&group.id, (at, group))).collect();
    let after: HashSet<&Id> = new.groups.iter().map(|group| &group.id).collect();
    for Group { id, name, .. } in old.groups.iter().filter(|group| !after.contains(&group.id)) {
        found.push(Difference::GroupRemoved { group: id.clone(), name: name.clone() });
    }
    let positions = new.groups.iter().filter_map(|group| Some(before.get(&group.id)?.0));
    let kept = longest_rise(&positions.collect::<Vec<_>>());
    for (to, Group { id, name, .. }) in new.groups.iter().enumerate() {
        let group = id.clone();
        let Some((from, was)) = before.get(id) else {
            found.push(Difference::GroupAdded { group, name: name.clone() });
            continue;
        };
        if was.name != *name {
            let (old, new) = (was.name.clone(), name.clone());
            found.push(Difference::GroupRenamed { group: group.clone(), old, new });
        }
        if !kept.contains(from) {
            found.push(Difference::GroupMoved { group, from: *from, to });
        }
    }
}

fn diff_items(old: &Catalogue, new: &Catalogue, found: &mut Vec<Difference>) {
    let before: HashMap<&Id, (&Id, usize, &Item)> =
        places(old).map(|(group, at, item)| (&item.id, (group, at, item))).collect();
    let after: HashSet<&Id> = new.items().map(|(_, item)| &item.id).collect();
    let place = |group: &Id, at| ItemPlace { group: group.clone(), at };
    for (group, at, item) in places(old).filter(|(_, _, item)| !after.contains(&item.id)) {
        found.push(Difference::ItemRemoved { item: item.id.clone(), from: place(group, at) });
    }
    for group in &new.groups {
        let stayed = |item: &Item| before.get(&item.id).filter(|was| *was.0 == group.id).map(|was| was.1);
        let kept = longest_rise(&group.items.iter().filter_map(stayed).collect::<Vec<_>>());
        for (at, item) in group.items.iter().enumerate() {
            let (id, to) = (item.id.clone(), place(&group.id, at));
            let Some(&(was_in, was_at, was)) = before.get(&item.id) else {
                found.push(Difference::ItemAdded { item: id, to });
                continue;
            };
            if *was_in != group.id || !kept.contains(&was_at) {
                found.push(Difference::ItemMoved { item: id, from: place(was_in, was_at), to });
            }
            diff_cells(was, item, found);
        }
    }
}

pub(crate) fn places(catalogue: &Catalogue) -> impl Iterator<Item = (&Id, usize, &Item)> {
    let groups = catalogue.groups.iter();
    groups.flat_map(|group| group.items.iter().enumerate().map(move |(at, item)| (&group.id, at, item)))
}

fn diff_cells(old: &Item, new: &Item, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    for column in shared_columns(old, new) {
        found.extend(diff_cell(old, new, None, column));
    }
    if old.parts.len() != new.parts.len() {
        found.push(Difference::Parts { item: new.id.clone(), old: rows(old), new: rows(new) });
        return;
    }
    let parts = (0..new.parts.len()).map(Some);
    let has_parts = !new.parts.is_empty();
    for part in parts.chain((!has_parts).then_some(None)) {
        for column in [ColumnKey::Text(TextField::Content), ColumnKey::Channels] {
            found.extend(diff_cell(old, new, part, column));
        }
    }
}

fn diff_cell(old: &Item, new: &Item, part: Option<usize>, column: ColumnKey) -> Option<Difference> {
    let row = part.unwrap_or(0);
    let (before, after) = (old.cell(row, &column)?, new.cell(row, &column)?);
    (before != after).then(|| Difference::Cell {
        item: new.id.clone(),
        part,
        column,
        old: before.into(),
        new: after.into(),
    })
}

/// The rows of an item; of one without parts its one row.
pub(crate) fn rows(item: &Item) -> Vec<Part> {
    if item.parts.is_empty() {
        return vec![Part {
            content: item.texts[TextField::Content].clone(),
            channels: item.channels.clone(),
        }];
    }
    item.parts.clone()
}

/// The columns in which two items can differ, apart from those that each part has of its own.
pub(crate) fn shared_columns(old: &Item, new: &Item) -> Vec<ColumnKey> {
    let texts = TextField::ALL.iter().map(|field| ColumnKey::Text(*field)).filter(|key| !key.is_of_part());
    let levels: BTreeSet<_> = old.levels.union(&new.levels).cloned().collect();
    let labels: BTreeSet<_> = old.custom.keys().chain(new.custom.keys()).cloned().collect();
    let marks = (Audience::ALL.iter().copied().map(Mark::Audience))
        .chain(Method::ALL.iter().copied().map(Mark::Method))
        .chain(Aspect::ALL.iter().copied().map(Mark::Aspect))
        .chain(levels.into_iter().map(Mark::Level));
    (1..=old.path.len().max(new.path.len()))
        .map(ColumnKey::Sub)
        .chain([ColumnKey::Item])
        .chain(texts)
        .chain(marks.map(ColumnKey::Mark))
        .chain(labels.into_iter().map(ColumnKey::Custom))
        .collect()
}

/// The numbers of a longest rising row among `numbers`, which are all different: what stays in its order, so that
/// as few as can be have moved.
pub(crate) fn longest_rise(numbers: &[usize]) -> HashSet<usize> {
    // For each length the position of the smallest number with which a rising row of that length ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| numbers[at]).collect()
}
