//! What differs between two states of a catalogue.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod some_edits;

use std::collections::{HashMap, HashSet};

use mulu_model::{
    Act, Catalogue, Channel, ColumnKey, Edit, HeadingField, Id, Item, Part, TextField, Value,
    diff::{Difference, ItemPlace, diff},
};
use proptest::{collection::vec, prelude::*, sample::Index};

use some_edits::{Step, catalogue, edit, step};

fn edited(catalogue: &Catalogue, steps: &[Step]) -> Catalogue {
    let mut edited = catalogue.clone();
    for (serial, step) in steps.iter().enumerate() {
        if let Some(edit) = edit(step, &edited, &serial.to_string()) {
            edited.apply(&edit).unwrap();
        }
    }
    edited
}

fn item(catalogue: &Catalogue, id: &Id) -> Item {
    catalogue.item(id).unwrap().clone()
}

/// Takes over what the differences say of an item itself.
fn take_over(item: &mut Item, difference: &Difference) {
    match difference {
        Difference::Cell { part, column, old, new, .. } => {
            assert_eq!(item.set_cell(*part, column, new).unwrap(), *old);
        }
        Difference::Parts { old, new, .. } => {
            assert_eq!(rows(item), *old);
            match new.as_slice() {
                [row] => {
                    item.parts.clear();
                    (item.texts[TextField::Content], item.channels) =
                        (row.content.clone(), row.channels.clone());
                }
                rows => {
                    item.parts = rows.to_vec();
                    (item.texts[TextField::Content], item.channels) = (String::new(), Vec::new());
                }
            }
        }
        _ => {}
    }
}

fn rows(item: &Item) -> Vec<Part> {
    match item.parts.as_slice() {
        [] => vec![Part { content: item.texts[TextField::Content].clone(), channels: item.channels.clone() }],
        parts => parts.to_vec(),
    }
}

/// Identities in order, without those that are named.
fn order<'a>(ids: impl Iterator<Item = &'a Id>, without: &HashSet<Id>) -> Vec<Id> {
    ids.filter(|id| !without.contains(id)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_catalogues_do_not_differ(steps in vec(step(), 0..15)) {
        let one = edited(&catalogue(), &steps);
        prop_assert_eq!(diff(&one, &one.clone()), []);
    }

    #[test]
    fn one_moved_item_is_one_move(which in any::<Index>(), to_group in any::<Index>(), to in any::<Index>()) {
        let old = catalogue();
        let mut new = old.clone();
        let items: Vec<Id> = old.items().map(|(_, item)| item.id.clone()).collect();
        let id = &items[which.index(items.len())];
        let (from_group, from) = old.item_position(id).unwrap();
        let target = to_group.index(old.groups.len());
        let room = old.groups[target].items.len() + usize::from(target != from_group);
        let to = to.index(room);
        let group = old.groups[target].id.clone();
        new.apply(&Edit::MoveItem { item: id.clone(), group: group.clone(), to }).unwrap();
        let found = diff(&old, &new);
        if new == old {
            prop_assert_eq!(found, []);
        } else if target == from_group && to.abs_diff(from) == 1 {
            // Of two neighbours that change places either can be said to have moved.
            let is_move = matches!(found.as_slice(), [Difference::ItemMoved { .. }]);
            prop_assert!(is_move, "{:?}", found);
        } else {
            let from = ItemPlace { group: old.groups[from_group].id.clone(), at: from };
            prop_assert_eq!(found, [Difference::ItemMoved { item: id.clone(), from, to: ItemPlace { group, at: to } }]);
        }
    }

    #[test]
    fn moves_are_never_more_than_were_made(moves in vec((any::<Index>(), any::<Index>(), any::<Index>()), 1..12)) {
        let old = catalogue();
        let steps: Vec<_> = moves.into_iter().map(|(item, group, to)| Step::MoveItem(item, group, to)).collect();
        let found = diff(&old, &edited(&old, &steps));
        prop_assert!(found.len() <= steps.len(), "{} moves for {}", found.len(), steps.len());
        let all_moves = found.iter().all(|difference| matches!(difference, Difference::ItemMoved { .. }));
        prop_assert!(all_moves, "{:?}", found);
    }

    #[test]
    fn the_differences_lead_from_the_old_catalogue_to_the_new(
        before in vec(step(), 0..6),
        steps in vec(step(), 1..12),
    ) {
        let old = edited(&catalogue(), &before);
        let new = {
            let mut new = old.clone();
            for (serial, step) in steps.iter().enumerate() {
                if let Some(edit) = edit(step, &new, &format!("later-{serial}")) {
                    new.apply(&edit).unwrap();
                }
            }
            new
        };
        let found = diff(&old, &new);
        let mut heading = old.heading.clone();
        let mut template_differs = false;
        let (mut groups_apart, mut items_apart) = (HashSet::new(), HashSet::new());
        let mut names: HashMap<Id, String> = old.groups.iter().map(|g| (g.id.clone(), g.name.clone())).collect();
        let mut items: HashMap<Id, Item> = old.items().map(|(_, item)| (item.id.clone(), item.clone())).collect();
        let place_of = |catalogue: &Catalogue, id: &Id| {
            let (group, at) = catalogue.item_position(id).unwrap();
            ItemPlace { group: catalogue.groups[group].id.clone(), at }
        };
        for difference in &found {
            match difference {
                Difference::Heading { field: HeadingField::Title, old, new } => {
                    prop_assert_eq!(&std::mem::replace(&mut heading.title, new.clone()), old);
                }
                Difference::Heading { .. } => prop_assert!(false, "only the title was set"),
                Difference::Template => template_differs = true,
                Difference::GroupRemoved { group, name } => {
                    prop_assert_eq!(names.remove(group), Some(name.clone()));
                    groups_apart.insert(group.clone());
                }
                Difference::GroupAdded { group, name } => {
                    prop_assert_eq!(names.insert(group.clone(), name.clone()), None);
                    groups_apart.insert(group.clone());
                }
                Difference::GroupRenamed { group, old, new } => {
                    prop_assert_eq!(names.insert(group.clone(), new.clone()), Some(old.clone()));
                }
                Difference::GroupMoved { group, from, to } => {
                    prop_assert_eq!(old.group_position(group), Some(*from));
                    prop_assert_eq!(new.group_position(group), Some(*to));
                    groups_apart.insert(group.clone());
                }
                Difference::ItemRemoved { item, from } => {
                    prop_assert_eq!(&place_of(&old, item), from);
                    items.remove(item);
                    items_apart.insert(item.clone());
                }
                Difference::ItemAdded { item: id, to } => {
                    prop_assert_eq!(&place_of(&new, id), to);
                    prop_assert!(items.insert(id.clone(), item(&new, id)).is_none());
                    items_apart.insert(id.clone());
                }
                Difference::ItemMoved { item, from, to } => {
                    prop_assert_eq!(&place_of(&old, item), from);
                    prop_assert_eq!(&place_of(&new, item), to);
                    items_apart.insert(item.clone());
                }
                Difference::Cell { item, .. } | Difference::Parts { item, .. } => {
                    take_over(items.get_mut(item).unwrap(), difference);
                }
            }
        }
        prop_assert_eq!(&heading, &new.heading);
        prop_assert_eq!(template_differs, old.template != new.template);
        prop_assert_eq!(names, new.groups.iter().map(|g| (g.id.clone(), g.name.clone())).collect());
        let one_row = |mut item: Item| {
            // An item of one part holds what one without parts holds.
            if let [row] = item.parts.as_slice() {
                (item.texts[TextField::Content], item.channels) = (row.content.clone(), row.channels.clone());
                item.parts.clear();
            }
            item
        };
        for (_, item) in new.items() {
            prop_assert_eq!(one_row(items.remove(&item.id).unwrap()), one_row(item.clone()));
        }
        prop_assert!(items.is_empty());
        let group_ids = |catalogue: &Catalogue| order(catalogue.groups.iter().map(|group| &group.id), &groups_apart);
        prop_assert_eq!(group_ids(&old), group_ids(&new), "the others stand in their old order");
        for group in &new.groups {
            let Some(was) = old.groups.iter().find(|other| other.id == group.id) else { continue };
            let items = |items: &[Item]| order(items.iter().map(|item| &item.id), &items_apart);
            prop_assert_eq!(items(&was.items), items(&group.items), "the others stand in their old order");
        }
    }
}

#[test]
fn each_cell_that_was_changed_is_told_with_what_it_held() {
    let old = catalogue();
    let mut new = old.clone();
    let parted = old.items().map(|(_, item)| item).find(|item| item.parts.len() == 3).unwrap();
    let plain = &old.groups[0].items[0];
    let text = |text: &str| Value::Text { text: text.to_owned() };
    let content = ColumnKey::Text(TextField::Content);
    let own: ColumnKey = "custom:科室".parse().unwrap();
    let cells = [
        (
            plain,
            None,
            ColumnKey::Text(TextField::Basis),
            text(&plain.texts[TextField::Basis]),
            text("新依据"),
        ),
        (plain, None, own, text(""), text("甲科")),
        (parted, Some(1), content, text(&parted.parts[1].content), text("新内容")),
    ];
    for (item, part, column, _, value) in &cells {
        let edit = Edit::SetCell {
            item: item.id.clone(),
            part: *part,
            column: column.clone(),
            value: value.clone(),
        };
        new.apply(&edit).unwrap();
    }
    let expected = cells.map(|(item, part, column, old, new)| Difference::Cell {
        item: item.id.clone(),
        part,
        column,
        old,
        new,
    });
    assert_eq!(diff(&old, &new), expected);
}

#[test]
fn rows_of_another_number_are_told_as_a_whole() {
    let old = catalogue();
    let mut new = old.clone();
    let plain = &old.groups[0].items[0];
    let channels = vec![Channel { label: "其他".to_owned(), note: String::new() }];
    let parts = vec![Part { content: "甲".to_owned(), channels }; 2];
    let split = Edit::SetParts {
        item: plain.id.clone(),
        parts: parts.clone(),
        content: String::new(),
        channels: Vec::new(),
    };
    new.apply(&Edit::Several { act: Act::default(), edits: vec![split] }).unwrap();
    let expected = Difference::Parts { item: plain.id.clone(), old: rows(plain), new: parts };
    assert_eq!(diff(&old, &new), [expected]);
}
