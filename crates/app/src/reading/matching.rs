//! A catalogue that was read, as the next state of one that is there: groups and items are found again by identity,
//! else by name.

use std::collections::{BTreeSet, HashMap, HashSet};

use mulu_model::{Catalogue, ColumnKey, HeadingField, Id, Item, TextField};

/// The next state of `here` that `read` says, and how many items were found again. `shown` are the columns that the
/// document has; what it does not show stays as it is here. Without, it shows everything.
pub(super) fn next_state(
    here: &Catalogue,
    read: Catalogue,
    shown: Option<&BTreeSet<ColumnKey>>,
) -> (Catalogue, usize) {
    let mut next = read;
    next.template = here.template.clone();
    for field in HEADING_FIELDS {
        let is_empty = next.heading.get(field).is_empty();
        if is_empty {
            keep_heading(&mut next, here, field);
        }
    }
    let groups = found_groups(here, &next);
    let items = found_items(here, &next, &groups);
    let known: HashMap<&Id, &Item> = here.items().map(|(_, item)| (&item.id, item)).collect();
    for group in &mut next.groups {
        if let Some(id) = groups.get(&group.id) {
            group.id = id.clone();
        }
        for item in &mut group.items {
            let Some(was) = items.get(&item.id).and_then(|id| known.get(id)) else { continue };
            *item = match shown {
                Some(shown) => updated(was, item, shown),
                None => Item { id: was.id.clone(), ..item.clone() },
            };
        }
    }
    (next, items.len())
}

const HEADING_FIELDS: [HeadingField; 6] = [
    HeadingField::Title,
    HeadingField::ResponsibleUnit,
    HeadingField::Preparer,
    HeadingField::Reviewer,
    HeadingField::Approver,
    HeadingField::PreparedAt,
];

fn keep_heading(next: &mut Catalogue, here: &Catalogue, field: HeadingField) {
    let (heading, was) = (&mut next.heading, &here.heading);
    match field {
        HeadingField::Title => heading.title.clone_from(&was.title),
        HeadingField::ResponsibleUnit => heading.responsible_unit.clone_from(&was.responsible_unit),
        HeadingField::Preparer => heading.preparer.clone_from(&was.preparer),
        HeadingField::Reviewer => heading.reviewer.clone_from(&was.reviewer),
        HeadingField::Approver => heading.approver.clone_from(&was.approver),
        HeadingField::PreparedAt => heading.prepared_at = was.prepared_at,
    }
}

/// A name without white space, so that a line break in a narrow cell makes no new item.
fn folded(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The groups that are here already: by the identity they were read with, the one they have here.
fn found_groups(here: &Catalogue, next: &Catalogue) -> HashMap<Id, Id> {
    let same: HashSet<&Id> = here.groups.iter().map(|group| &group.id).collect();
    let mut found: HashMap<Id, Id> = HashMap::new();
    let mut free: HashMap<String, Vec<&Id>> = HashMap::new();
    let kept: HashSet<&Id> =
        next.groups.iter().map(|group| &group.id).filter(|id| same.contains(id)).collect();
    for group in here.groups.iter().rev().filter(|group| !kept.contains(&group.id)) {
        free.entry(folded(&group.name)).or_default().push(&group.id);
    }
    for group in &next.groups {
        let again = match kept.contains(&group.id) {
            true => Some(&group.id),
            false => free.get_mut(&folded(&group.name)).and_then(Vec::pop),
        };
        found.extend(again.map(|id| (group.id.clone(), id.clone())));
    }
    found
}

/// The items that are here already, as [`found_groups`]: by identity, by name in their group, by a name that only one
/// of those has that are left on either side.
fn found_items(here: &Catalogue, next: &Catalogue, groups: &HashMap<Id, Id>) -> HashMap<Id, Id> {
    let same: HashSet<&Id> = here.items().map(|(_, item)| &item.id).collect();
    let mut found: HashMap<Id, Id> = HashMap::new();
    let by_identity = next.items().map(|(_, item)| &item.id).filter(|id| same.contains(id));
    found.extend(by_identity.map(|id| (id.clone(), id.clone())));
    let mut used: HashSet<Id> = found.keys().cloned().collect();
    let in_group = |group: &Id, item: &Item| (group.clone(), path_of(item));
    let mut free: HashMap<(Id, String), Vec<&Id>> = HashMap::new();
    let all: Vec<_> = here.items().collect();
    for (group, item) in all.iter().rev().filter(|(_, item)| !used.contains(&item.id)) {
        free.entry(in_group(&group.id, item)).or_default().push(&item.id);
    }
    for (group, item) in next.items() {
        let Some(here) = groups.get(&group.id).filter(|_| !found.contains_key(&item.id)) else { continue };
        if let Some(id) = free.get_mut(&in_group(here, item)).and_then(Vec::pop) {
            found.insert(item.id.clone(), id.clone());
            used.insert(id.clone());
        }
    }
    let left_here = all.iter().map(|(_, item)| *item).filter(|item| !used.contains(&item.id));
    let left_next = next.items().map(|(_, item)| item).filter(|item| !found.contains_key(&item.id));
    let (left_here, left_next) = (alone(left_here), alone(left_next));
    for (name, id) in left_next {
        if let Some(here) = left_here.get(&name) {
            found.insert(id.clone(), (*here).clone());
        }
    }
    found
}

fn path_of(item: &Item) -> String {
    item.path.iter().chain([&item.name]).map(|name| folded(name)).collect::<Vec<_>>().join("\n")
}

/// The items whose name no other one has.
fn alone<'a>(items: impl Iterator<Item = &'a Item>) -> HashMap<String, &'a Id> {
    let mut names: HashMap<String, Option<&Id>> = HashMap::new();
    for item in items {
        names.entry(folded(&item.name)).and_modify(|id| *id = None).or_insert(Some(&item.id));
    }
    names.into_iter().filter_map(|(name, id)| Some((name, id?))).collect()
}

/// The item with what the document shows of it.
fn updated(was: &Item, read: &Item, shown: &BTreeSet<ColumnKey>) -> Item {
    let mut item = was.clone();
    item.name.clone_from(&read.name);
    if shown.iter().any(|key| matches!(key, ColumnKey::Sub(_))) {
        item.path.clone_from(&read.path);
    }
    let has = |key: ColumnKey| shown.contains(&key);
    let (content, channels) = (has(ColumnKey::Text(TextField::Content)), has(ColumnKey::Channels));
    if content || channels {
        rows(&mut item, read, content, channels);
    }
    for key in shown {
        let is_of_row = matches!(key, ColumnKey::Text(TextField::Content) | ColumnKey::Channels);
        if let (false, ColumnKey::Text(_) | ColumnKey::Mark(_) | ColumnKey::Custom(_)) = (is_of_row, key)
            && let Some(cell) = read.cell(0, key)
        {
            // A column that an item cannot hold was none in the document either.
            let _ = item.set_cell(None, key, &cell.into());
        }
    }
    item
}

/// Content and channels, row by row where both have as many rows.
fn rows(item: &mut Item, read: &Item, content: bool, channels: bool) {
    if content && channels || item.parts.len() != read.parts.len() {
        item.parts.clone_from(&read.parts);
        item.texts[TextField::Content].clone_from(&read.texts[TextField::Content]);
        item.channels.clone_from(&read.channels);
        return;
    }
    for (part, read) in item.parts.iter_mut().zip(&read.parts) {
        if content {
            part.content.clone_from(&read.content);
        } else {
            part.channels.clone_from(&read.channels);
        }
    }
    if content {
        item.texts[TextField::Content].clone_from(&read.texts[TextField::Content]);
    } else {
        item.channels.clone_from(&read.channels);
    }
}
