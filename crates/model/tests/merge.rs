//! Two states of a catalogue made one: nothing is lost, and what contradicts is told.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod some_edits;

use std::collections::{BTreeSet, HashSet};

use mulu_model::{
    Catalogue, ColumnKey, Edit, Group, HeadingField, Id, Item, Part, TextField, Value,
    diff::{Difference, ItemPlace, diff},
    merge::{Conflict, Contested, MergeSide, Merged, merge},
};
use proptest::{collection::vec, prelude::*};

use some_edits::{Step, catalogue, edit, step};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// Few groups of few items, so that two sides often meet.
fn small() -> Catalogue {
    let mut catalogue = catalogue();
    let items: Vec<Item> = catalogue.items().map(|(_, item)| item.clone()).collect();
    let parted = items.iter().find(|item| !item.parts.is_empty()).unwrap();
    let mut items = items.iter().take(8).chain([parted]).cloned();
    catalogue.groups.truncate(3);
    for group in &mut catalogue.groups {
        group.items = items.by_ref().take(3).collect();
    }
    catalogue
}

fn edited(catalogue: &Catalogue, steps: &[Step], side: &str) -> Catalogue {
    let mut edited = catalogue.clone();
    for (serial, step) in steps.iter().enumerate() {
        if let Some(edit) = edit(step, &edited, &format!("{side}-{serial}")) {
            edited.apply(&edit).unwrap();
        }
    }
    edited
}

/// The same conflict with the sides changed over.
fn turned(conflict: &Conflict) -> Conflict {
    fn turn<T: Clone>(of: &Contested<T>) -> Contested<T> {
        Contested { base: of.base.clone(), ours: of.theirs.clone(), theirs: of.ours.clone() }
    }
    let other = |side: MergeSide| if side == MergeSide::Ours { MergeSide::Theirs } else { MergeSide::Ours };
    let mut conflict = conflict.clone();
    match &mut conflict {
        Conflict::Heading { values, .. } => *values = turn(values),
        Conflict::Template(templates) => **templates = turn(templates),
        Conflict::GroupName { names, .. } => *names = turn(names),
        Conflict::GroupPlace { places, .. } => *places = turn(places),
        Conflict::ItemPlace { places, .. } => *places = turn(places),
        Conflict::GroupRemoved { by, .. } | Conflict::ItemRemoved { by, .. } => *by = other(*by),
        Conflict::Cell { values, .. } => **values = turn(values),
        Conflict::Rows { rows, .. } => **rows = turn(rows),
    }
    conflict
}

fn rows(item: &Item) -> Vec<Part> {
    match item.parts.as_slice() {
        [] => vec![Part { content: item.texts[TextField::Content].clone(), channels: item.channels.clone() }],
        parts => parts.to_vec(),
    }
}

/// What the conflicts are about.
#[derive(Default)]
struct Contradicted {
    headings: Vec<HeadingField>,
    template: bool,
    groups: HashSet<Id>,
    removed_items: HashSet<Id>,
    places: HashSet<Id>,
    rows: HashSet<Id>,
    cells: HashSet<(Id, Option<usize>, ColumnKey)>,
}

impl Contradicted {
    fn by(conflicts: &[Conflict]) -> Self {
        let mut found = Self::default();
        for conflict in conflicts.iter().cloned() {
            match conflict {
                Conflict::Heading { field, .. } => found.headings.push(field),
                Conflict::Template(_) => found.template = true,
                Conflict::GroupName { group, .. }
                | Conflict::GroupPlace { group, .. }
                | Conflict::GroupRemoved { group, .. } => drop(found.groups.insert(group)),
                Conflict::ItemPlace { item, .. } => drop(found.places.insert(item)),
                Conflict::ItemRemoved { item, .. } => drop(found.removed_items.insert(item)),
                Conflict::Cell { item, part, column, .. } => drop(found.cells.insert((item, part, column))),
                Conflict::Rows { item, .. } => drop(found.rows.insert(item)),
            }
        }
        found
    }
}

/// Whether what one side has changed is in the merged catalogue or told as a conflict.
fn survives(difference: &Difference, base: &Catalogue, merged: &Catalogue, told: &Contradicted) -> bool {
    let group = |id: &Id| merged.groups.iter().find(|group| group.id == *id);
    let item_told = |id: &Id| told.removed_items.contains(id);
    match difference {
        Difference::Heading { field, new, .. } => {
            told.headings.contains(field) || merged.heading.get(*field) == *new
        }
        Difference::Template => told.template || merged.template != base.template,
        Difference::GroupRemoved { group: id, .. } => told.groups.contains(id) || group(id).is_none(),
        Difference::GroupAdded { group: id, name } => group(id).is_some_and(|group| group.name == *name),
        Difference::GroupRenamed { group: id, new, .. } => {
            told.groups.contains(id) || group(id).is_some_and(|group| group.name == *new)
        }
        Difference::GroupMoved { group: id, .. } => told.groups.contains(id) || group(id).is_some(),
        Difference::ItemRemoved { item, from } => {
            // What went with a group that is back is back with it.
            merged.item(item).is_none() || item_told(item) || told.groups.contains(&from.group)
        }
        Difference::ItemAdded { item, to } => {
            merged.item_position(item).is_some_and(|(g, _)| merged.groups[g].id == to.group)
        }
        Difference::ItemMoved { item, to, .. } => {
            item_told(item)
                || told.places.contains(item)
                || merged.item_position(item).is_some_and(|(g, _)| merged.groups[g].id == to.group)
        }
        Difference::Cell { item, part, column, new, .. } => {
            item_told(item)
                || told.cells.contains(&(item.clone(), *part, column.clone()))
                || (column.is_of_part() && told.rows.contains(item))
                || merged.item(item).unwrap().cell(part.unwrap_or(0), column).map(Value::from).as_ref()
                    == Some(new)
        }
        Difference::Parts { item, new, .. } => {
            item_told(item) || told.rows.contains(item) || rows(merged.item(item).unwrap()) == *new
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_survives_or_is_told_and_the_sides_can_be_changed_over(
        one in vec(step(), 1..10),
        other in vec(step(), 1..10),
    ) {
        let base = small();
        let (ours, theirs) = (edited(&base, &one, "o"), edited(&base, &other, "t"));
        let Merged { catalogue: merged, conflicts } = merge(&base, &ours, &theirs);
        let told = Contradicted::by(&conflicts);
        for side in [&ours, &theirs] {
            for difference in diff(&base, side) {
                prop_assert!(survives(&difference, &base, &merged, &told), "lost: {difference:?}\n{conflicts:#?}");
            }
        }
        // Nothing comes from nowhere.
        let known: BTreeSet<&Id> = [&base, &ours, &theirs]
            .into_iter()
            .flat_map(|catalogue| catalogue.items().map(|(_, item)| &item.id))
            .collect();
        let items: Vec<&Id> = merged.items().map(|(_, item)| &item.id).collect();
        prop_assert!(items.iter().all(|id| known.contains(id)));
        prop_assert_eq!(items.iter().collect::<BTreeSet<_>>().len(), items.len(), "an item is there twice");
        for difference in diff(&base, &merged) {
            if let Difference::Cell { item, part, column, .. } = difference {
                prop_assert!(!told.cells.contains(&(item, part, column)), "a contested cell is as in the origin");
            }
        }
        let turned_over = merge(&base, &theirs, &ours);
        prop_assert_eq!(turned_over.catalogue, merged);
        prop_assert_eq!(turned_over.conflicts.iter().map(turned).collect::<Vec<_>>(), conflicts);
    }

    #[test]
    fn what_one_side_has_done_is_taken_over_whole(steps in vec(step(), 1..15)) {
        let base = small();
        let edited = edited(&base, &steps, "o");
        for (ours, theirs) in [(&edited, &base), (&base, &edited), (&edited, &edited)] {
            let Merged { catalogue, conflicts } = merge(&base, ours, theirs);
            prop_assert_eq!(conflicts, []);
            prop_assert_eq!(&catalogue, &edited);
        }
    }

    #[test]
    fn edits_in_different_groups_never_contradict(one in vec(step(), 1..10), other in vec(step(), 1..10)) {
        // Each side knows one half of the catalogue only.
        let base = small();
        let half = |range: std::ops::Range<usize>, steps: &[Step], side: &str| {
            let part = Catalogue { groups: base.groups[range].to_vec(), ..base.clone() };
            let inside: Vec<_> = steps.iter().filter(|step| within(step)).cloned().collect();
            edited(&part, &inside, side).groups
        };
        let (first, last) = (half(0..1, &one, "o"), half(1..3, &other, "t"));
        let with = |groups: [&[Group]; 2]| Catalogue { groups: groups.concat(), ..base.clone() };
        let ours = with([&first, &base.groups[1..]]);
        let theirs = with([&base.groups[..1], &last]);
        let expected = with([&first, &last]);
        prop_assert_eq!(merge(&base, &ours, &theirs), Merged { catalogue: expected, conflicts: Vec::new() });
    }
}

/// Whether a step stays inside the groups it finds.
fn within(step: &Step) -> bool {
    match step {
        Step::Heading(_) | Step::DropColumn(_) | Step::AddGroup(..) | Step::RemoveGroup(_) => false,
        Step::Several(steps) => steps.iter().all(within),
        _ => true,
    }
}

fn with(catalogue: &Catalogue, edits: &[Edit]) -> Catalogue {
    let mut edited = catalogue.clone();
    edited.apply_all(edits).unwrap();
    edited
}

fn set_basis(item: &Item, text: &str) -> Edit {
    let column = ColumnKey::Text(TextField::Basis);
    Edit::SetCell { item: item.id.clone(), part: None, column, value: Value::Text { text: text.to_owned() } }
}

#[test]
fn one_cell_set_on_both_sides_is_one_conflict_with_three_values() {
    let base = small();
    let item = &base.groups[0].items[0];
    let ours = with(
        &base,
        &[
            set_basis(item, "甲法"),
            Edit::RenameGroup { group: base.groups[1].id.clone(), name: "新名".to_owned() },
        ],
    );
    let theirs = with(&base, &[set_basis(item, "乙法"), set_basis(&base.groups[0].items[1], "丙法")]);
    let merged = merge(&base, &ours, &theirs);
    let text = |text: &str| Value::Text { text: text.to_owned() };
    let values =
        Contested { base: text(&item.texts[TextField::Basis]), ours: text("甲法"), theirs: text("乙法") };
    let column = ColumnKey::Text(TextField::Basis);
    let expected = Conflict::Cell { item: item.id.clone(), part: None, column, values: Box::new(values) };
    assert_eq!(merged.conflicts, [expected]);
    assert_eq!(merged.catalogue.groups[0].items[0], *item);
    assert_eq!(merged.catalogue.groups[0].items[1].texts[TextField::Basis], "丙法");
    assert_eq!(merged.catalogue.groups[1].name, "新名");
}

#[test]
fn an_item_deleted_here_and_changed_there_stays_and_is_told() {
    let base = small();
    let item = &base.groups[0].items[0];
    let ours = with(&base, &[Edit::RemoveItem { item: item.id.clone() }]);
    let theirs = with(&base, &[set_basis(item, "乙法")]);
    let merged = merge(&base, &ours, &theirs);
    let kept = Box::new(theirs.groups[0].items[0].clone());
    let kept_at = ItemPlace { group: base.groups[0].id.clone(), at: 0 };
    let expected = Conflict::ItemRemoved { item: item.id.clone(), by: MergeSide::Ours, kept, kept_at };
    assert_eq!(merged, Merged { catalogue: base, conflicts: vec![expected] });
}

#[test]
fn a_group_deleted_here_and_added_to_there_comes_back_with_its_items() {
    let base = small();
    let group = &base.groups[0];
    let ours = with(&base, &[Edit::RemoveGroup { group: group.id.clone() }]);
    let added = Item::new(id("added"), "新事项".to_owned());
    let theirs = with(&base, &[Edit::InsertItem { group: group.id.clone(), at: 1, item: Box::new(added) }]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, [Conflict::GroupRemoved { group: group.id.clone(), by: MergeSide::Ours }]);
    assert_eq!(merged.catalogue, theirs);
}

#[test]
fn what_both_add_behind_one_item_stands_there_in_one_order() {
    let base = small();
    let group = base.groups[0].id.clone();
    let add = |name: &str| {
        let item = Box::new(Item::new(id(name), name.to_owned()));
        Edit::InsertItem { group: group.clone(), at: 1, item }
    };
    let ours = with(&base, &[add("b2"), add("b1")]);
    let theirs = with(&base, &[add("a2"), add("a1")]);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(merged.conflicts, []);
        let ids: Vec<_> = merged.catalogue.groups[0].items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids[1..5], ["a1", "a2", "b1", "b2"]);
    }
}

#[test]
fn an_item_moved_to_two_groups_stays_where_it_was_and_is_told() {
    let base = small();
    let item = base.groups[0].items[0].id.clone();
    let to = |g: usize| Edit::MoveItem { item: item.clone(), group: base.groups[g].id.clone(), to: 0 };
    let merged = merge(&base, &with(&base, &[to(1)]), &with(&base, &[to(2)]));
    let at = |g: usize| Some(ItemPlace { group: base.groups[g].id.clone(), at: 0 });
    let places = Contested { base: at(0), ours: at(1), theirs: at(2) };
    assert_eq!(merged.conflicts, [Conflict::ItemPlace { item: item.clone(), places }]);
    assert_eq!(merged.catalogue, base);
}

#[test]
fn ten_thousand_items_changed_on_both_sides_are_merged_without_a_conflict() {
    let base = many(10_000);
    let items: Vec<Item> = base.items().map(|(_, item)| item.clone()).collect();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    for group in &mut ours.groups {
        group.items.rotate_left(1);
        group.items.iter_mut().for_each(|item| item.texts[TextField::Basis].push('甲'));
    }
    for group in &mut theirs.groups {
        group.items.swap(3, 7);
        group.items.iter_mut().for_each(|item| item.texts[TextField::Remarks].push('乙'));
    }
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.catalogue.item_count(), items.len());
    assert!(merged.catalogue.items().all(|(_, item)| item.texts[TextField::Basis].ends_with('甲')
        && item.texts[TextField::Remarks].ends_with('乙')));
}

/// A catalogue with so many items.
fn many(items: usize) -> Catalogue {
    let mut base = catalogue();
    let sample = base.groups[0].items[0].clone();
    base.groups = (0..items / 100)
        .map(|g| Group {
            id: id(&format!("g{g}")),
            name: format!("事项{g}"),
            items: (0..100).map(|i| Item { id: id(&format!("i{g}-{i}")), ..sample.clone() }).collect(),
        })
        .collect();
    base
}

#[test]
fn moves_of_different_items_on_both_sides_are_both_made() {
    let base = catalogue();
    let group = base.groups.iter().max_by_key(|group| group.items.len()).unwrap();
    let to = |from: usize, to: usize| Edit::MoveItem {
        item: group.items[from].id.clone(),
        group: group.id.clone(),
        to,
    };
    let (first, second) = (to(1, 8), to(15, 4));
    let merged =
        merge(&base, &with(&base, std::slice::from_ref(&first)), &with(&base, std::slice::from_ref(&second)));
    assert_eq!(merged.conflicts, []);
    let order = |catalogue: &Catalogue| -> Vec<Id> {
        let group = catalogue.groups.iter().find(|other| other.id == group.id).unwrap();
        group.items.iter().map(|item| item.id.clone()).collect()
    };
    let merged = order(&merged.catalogue);
    let after = |moved: usize, before: usize| {
        let at = merged.iter().position(|id| *id == group.items[moved].id).unwrap();
        assert_eq!(merged[at - 1], group.items[before].id);
    };
    after(1, 8);
    after(15, 3);
}
