//! Any edits, taken back one by one, give the first catalogue again; made once more, the last.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use mulu_model::{
    Act, Audience, Catalogue, Channel, ColumnKey, Edit, EditError, Group, HeadingField, Id, Item, Mark,
    Method, Part, TextField, Value, exchange,
};
use proptest::{collection::vec, prelude::*, sample::Index};

fn catalogue() -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    };
    let text = include_bytes!("../../../assets/catalogues/zhongwei-social-insurance.json");
    exchange::read(text, &mut new_id).unwrap()
}

/// Edits by position, so that each one finds something to change in whatever catalogue it meets.
#[derive(Debug, Clone)]
enum Step {
    Heading(String),
    Cell(Index, Index, String, bool),
    AddGroup(Index, String),
    RemoveGroup(Index),
    MoveGroup(Index, Index),
    RenameGroup(Index, String),
    AddItem(Index, Index, String),
    RemoveItem(Index),
    MoveItem(Index, Index, Index),
    Parts(Index, Vec<String>),
    DropColumn(Index),
    Several(Vec<Step>),
}

fn step() -> impl Strategy<Value = Step> {
    let text = "[一二三甲乙丙0-9\n]{0,6}";
    let at = any::<Index>;
    let leaf = prop_oneof![
        text.prop_map(Step::Heading),
        (at(), at(), text, any::<bool>()).prop_map(|(a, b, c, d)| Step::Cell(a, b, c, d)),
        (at(), text).prop_map(|(a, b)| Step::AddGroup(a, b)),
        at().prop_map(Step::RemoveGroup),
        (at(), at()).prop_map(|(a, b)| Step::MoveGroup(a, b)),
        (at(), text).prop_map(|(a, b)| Step::RenameGroup(a, b)),
        (at(), at(), text).prop_map(|(a, b, c)| Step::AddItem(a, b, c)),
        at().prop_map(Step::RemoveItem),
        (at(), at(), at()).prop_map(|(a, b, c)| Step::MoveItem(a, b, c)),
        (at(), vec(text, 0..4)).prop_map(|(a, b)| Step::Parts(a, b)),
        at().prop_map(Step::DropColumn),
    ];
    leaf.prop_recursive(1, 8, 4, |inner| vec(inner, 1..4).prop_map(Step::Several))
}

/// The edit that a step means for this catalogue; `None` where there is nothing to change.
fn edit(step: &Step, catalogue: &Catalogue, serial: &str) -> Option<Edit> {
    let groups = &catalogue.groups;
    let group = |index: &Index| (!groups.is_empty()).then(|| &groups[index.index(groups.len())]);
    let items: Vec<_> = catalogue.items().collect();
    let item = |index: &Index| (!items.is_empty()).then(|| items[index.index(items.len())]);
    let new_id = |kind: &str| Id::new(&format!("{kind}-{serial}")).unwrap();
    Some(match step {
        Step::Heading(value) => Edit::SetHeading { field: HeadingField::Title, value: value.clone() },
        Step::Cell(index, column, text, on) => cell(item(index)?.1, catalogue, column, text, *on)?,
        Step::AddGroup(at, name) => Edit::InsertGroup {
            at: at.index(groups.len() + 1),
            group: Group {
                id: new_id("group"),
                name: name.clone(),
                items: vec![Item::new(new_id("first"), name.clone())],
            },
        },
        Step::RemoveGroup(index) => Edit::RemoveGroup { group: group(index)?.id.clone() },
        Step::MoveGroup(index, to) => {
            Edit::MoveGroup { group: group(index)?.id.clone(), to: to.index(groups.len()) }
        }
        Step::RenameGroup(index, name) => {
            Edit::RenameGroup { group: group(index)?.id.clone(), name: name.clone() }
        }
        Step::AddItem(index, at, name) => {
            let group = group(index)?;
            Edit::InsertItem {
                group: group.id.clone(),
                at: at.index(group.items.len() + 1),
                item: Box::new(Item::new(new_id("item"), name.clone())),
            }
        }
        Step::RemoveItem(index) => Edit::RemoveItem { item: item(index)?.1.id.clone() },
        Step::MoveItem(index, to_group, to) => {
            let (from, moved) = item(index)?;
            let target = group(to_group)?;
            let room = target.items.len() + usize::from(target.id != from.id);
            Edit::MoveItem { item: moved.id.clone(), group: target.id.clone(), to: to.index(room) }
        }
        Step::Parts(index, contents) => {
            let parts = contents.iter().map(|c| Part { content: c.clone(), channels: Vec::new() }).collect();
            Edit::SetParts {
                item: item(index)?.1.id.clone(),
                parts,
                content: String::new(),
                channels: Vec::new(),
            }
        }
        Step::DropColumn(index) => {
            let mut template = catalogue.template.clone();
            let droppable: Vec<usize> =
                (0..template.columns.len()).filter(|&c| template.columns[c].key != ColumnKey::Item).collect();
            if droppable.is_empty() {
                return None;
            }
            template.columns.remove(droppable[index.index(droppable.len())]);
            Edit::SetTemplate { template }
        }
        Step::Several(steps) => {
            // Later edits must see what earlier ones made.
            let mut scratch = catalogue.clone();
            let mut edits = Vec::new();
            for (index, step) in steps.iter().enumerate() {
                if let Some(edit) = edit(step, &scratch, &format!("{serial}-{index}")) {
                    scratch.apply(&edit).unwrap();
                    edits.push(edit);
                }
            }
            Edit::Several { act: Act::default(), edits }
        }
    })
}

fn cell(item: &Item, catalogue: &Catalogue, column: &Index, text: &str, on: bool) -> Option<Edit> {
    let columns: Vec<_> = catalogue
        .template
        .columns
        .iter()
        .map(|c| &c.key)
        .filter(|key| !matches!(key, ColumnKey::Number | ColumnKey::Group | ColumnKey::ItemNumber))
        .collect();
    let column = columns[column.index(columns.len())];
    let value = match column {
        ColumnKey::Mark(mark) => {
            Value::Mark { on, note: if mark.takes_words() { text.to_owned() } else { String::new() } }
        }
        ColumnKey::Channels => {
            let label = if on { "其他" } else { "政府网站" };
            Value::Channels { channels: vec![Channel { label: label.to_owned(), note: text.to_owned() }] }
        }
        _ => Value::Text { text: text.to_owned() },
    };
    let part = (column.is_of_part() && !item.parts.is_empty()).then_some(0);
    Some(Edit::SetCell { item: item.id.clone(), part, column: column.clone(), value })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

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
