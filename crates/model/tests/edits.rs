//! Any edits, taken back one by one, give the first catalogue again; made once more, the last.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod some_edits;

use mulu_model::{
    Act, Audience, Channel, ColumnKey, Edit, EditError, HeadingField, Id, Mark, Method, TextField, Value,
    exchange,
};
use proptest::{collection::vec, prelude::*};

use some_edits::{catalogue, edit, step};

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_can_be_taken_back_and_made_again(steps in vec(step(), 1..25)) {
        let first = catalogue();
        let mut catalogue = first.clone();
        let mut undo = Vec::new();
        for (serial, step) in steps.iter().enumerate() {
            if let Some(edit) = edit(step, &catalogue, &serial.to_string()) {
                undo.push(catalogue.apply(&edit).unwrap());
            }
        }
        let last = catalogue.clone();
        let redo: Vec<Edit> = undo.iter().rev().map(|edit| catalogue.apply(edit).unwrap()).collect();
        prop_assert_eq!(&catalogue, &first);
        prop_assert_eq!(exchange::canonical_bytes(&catalogue), exchange::canonical_bytes(&first));
        for edit in redo.iter().rev() {
            catalogue.apply(edit).unwrap();
        }
        prop_assert_eq!(&catalogue, &last);
    }

    #[test]
    fn of_several_edits_all_are_made_or_none(steps in vec(step(), 1..25)) {
        let mut catalogue = catalogue();
        let first = catalogue.clone();
        let mut edits = Vec::new();
        for (serial, step) in steps.iter().enumerate() {
            if let Some(edit) = edit(step, &catalogue, &serial.to_string()) {
                catalogue.apply(&edit).unwrap();
                edits.push(edit);
            }
        }
        let mut at_once = first.clone();
        let inverse = at_once.apply(&Edit::Several { act: Act::default(), edits: edits.clone() }).unwrap();
        prop_assert_eq!(&at_once, &catalogue);
        at_once.apply(&inverse).unwrap();
        prop_assert_eq!(&at_once, &first);
        edits.push(Edit::RemoveItem { item: Id::new("nobody").unwrap() });
        let refused = at_once.apply(&Edit::Several { act: Act::default(), edits });
        prop_assert!(refused.is_err());
        prop_assert_eq!(&at_once, &first);
    }

    #[test]
    fn edited_catalogues_survive_the_exchange_format(steps in vec(step(), 1..15)) {
        let mut catalogue = catalogue();
        for (serial, step) in steps.iter().enumerate() {
            if let Some(edit) = edit(step, &catalogue, &serial.to_string()) {
                catalogue.apply(&edit).unwrap();
            }
        }
        let mut never = || -> Id { panic!("an identity was made anew") };
        let read = exchange::read(&exchange::write(&catalogue), &mut never).unwrap();
        prop_assert_eq!(exchange::canonical_bytes(&read), exchange::canonical_bytes(&catalogue));
    }

    #[test]
    fn canonical_bytes_hold_all_that_is_kept_so_that_their_digest_covers_it(steps in vec(step(), 1..15)) {
        let mut catalogue = catalogue();
        for (serial, step) in steps.iter().enumerate() {
            if let Some(edit) = edit(step, &catalogue, &serial.to_string()) {
                catalogue.apply(&edit).unwrap();
            }
        }
        let mut never = || -> Id { panic!("an identity was made anew") };
        let mut read = exchange::read(&exchange::canonical_bytes(&catalogue), &mut never).unwrap();
        // Ticks have the order of the options wherever they are shown.
        for catalogue in [&mut catalogue, &mut read] {
            let template = catalogue.template.clone();
            let items = catalogue.groups.iter_mut().flat_map(|group| &mut group.items);
            let in_order = |channels: &mut Vec<Channel>| *channels = template.in_option_order(channels).into_iter().cloned().collect();
            for item in items {
                item.parts.iter_mut().map(|part| &mut part.channels).chain([&mut item.channels]).for_each(in_order);
            }
        }
        prop_assert_eq!(read, catalogue);
    }

    #[test]
    fn edits_survive_being_written_to_the_log(steps in vec(step(), 1..10)) {
        let mut catalogue = catalogue();
        for (serial, step) in steps.iter().enumerate() {
            if let Some(edit) = edit(step, &catalogue, &serial.to_string()) {
                let inverse = catalogue.apply(&edit).unwrap();
                for edit in [edit, inverse] {
                    let text = serde_json::to_string(&edit).unwrap();
                    prop_assert_eq!(serde_json::from_str::<Edit>(&text).unwrap(), edit);
                }
            }
        }
    }
}

#[test]
fn an_edit_that_cannot_be_made_changes_nothing() {
    let first = catalogue();
    let mut catalogue = first.clone();
    let item = catalogue.groups[0].items[0].id.clone();
    let known = catalogue.groups[0].clone();
    let text = |text: &str| Value::Text { text: text.to_owned() };
    let set =
        |column: ColumnKey, value: Value| Edit::SetCell { item: item.clone(), part: None, column, value };
    let nobody = Id::new("nobody").unwrap();
    let method = ColumnKey::Mark(Mark::Method(Method::Proactive));
    let wrong = [
        (set(ColumnKey::Number, text("1")), "number"),
        (set(ColumnKey::Channels, text("网站")), "text for boxes"),
        (set(method, Value::Mark { on: true, note: "词".to_owned() }), "words for a √"),
        (set(ColumnKey::Text(TextField::Basis), text(&"长".repeat(100_001))), "too long"),
        (Edit::RemoveItem { item: nobody.clone() }, "no item"),
        (Edit::MoveItem { item: item.clone(), group: known.id.clone(), to: 99 }, "behind the end"),
        (Edit::InsertGroup { at: 0, group: known }, "there already"),
        (Edit::SetHeading { field: HeadingField::PreparedAt, value: "明天".to_owned() }, "no date"),
        (
            Edit::Several {
                act: Act::default(),
                edits: vec![
                    set(ColumnKey::Item, text("新名")),
                    Edit::RenameGroup { group: nobody, name: "甲".to_owned() },
                ],
            },
            "second of two",
        ),
    ];
    for (edit, what) in wrong {
        assert!(catalogue.apply(&edit).is_err(), "{what}");
        assert_eq!(catalogue, first, "{what}");
    }
}

#[test]
fn words_may_stand_in_place_of_a_tick_for_specific_groups() {
    let mut catalogue = catalogue();
    let item = catalogue.groups[0].items[0].id.clone();
    let column = ColumnKey::Mark(Mark::Audience(Audience::SpecificGroups));
    let value = Value::Mark { on: false, note: "参保职工".to_owned() };
    catalogue.apply(&Edit::SetCell { item, part: None, column, value }).unwrap();
    assert_eq!(catalogue.groups[0].items[0].audience_note, "参保职工");
}

#[test]
fn content_of_an_item_with_parts_is_addressed_by_part() {
    let mut catalogue = catalogue();
    let parted = catalogue.items().map(|(_, item)| item).find(|item| !item.parts.is_empty()).unwrap();
    let item = parted.id.clone();
    let column = ColumnKey::Text(TextField::Content);
    let set = |part| Edit::SetCell {
        item: item.clone(),
        part,
        column: column.clone(),
        value: Value::Text { text: "新内容".to_owned() },
    };
    assert!(matches!(catalogue.apply(&set(None)), Err(EditError::NoCell { .. })));
    assert!(matches!(
        catalogue.apply(&set(Some(3))),
        Err(EditError::WrongValue(_) | EditError::NoCell { .. })
    ));
    catalogue.apply(&set(Some(1))).unwrap();
    assert_eq!(catalogue.item(&item).unwrap().parts[1].content, "新内容");
}
