//! Undo and redo, and the log they are read from.

use std::slice;

use mulu_model::{
    Act, Catalogue, Channel, ColumnKey, Edit, Group, Item, Mark, Method, Part, Value,
    exchange::canonical_bytes,
    library::{LibraryError, LoggedStep, NewStep, prelude::*},
    log::StepKind,
};
use proptest::{
    collection::vec,
    prelude::any,
    prop_assert, prop_assert_eq,
    test_runner::{Config, TestCaseError, TestRunner},
};

use crate::{
    Place,
    desk::{Desk, at, id, sample, set_title},
};

/// An edit made of arbitrary numbers that fits the catalogue; `None` where there is nothing to edit.
fn some_edit(catalogue: &Catalogue, numbers: [usize; 4], serial: usize) -> Option<Edit> {
    let [kind, a, b, c] = numbers;
    let text = format!("文字{a}");
    let new_item = |n: &str| Item::new(id(&format!("item{serial}{n}")), text.clone());
    if kind % 10 == 0 {
        let at = a % (catalogue.groups.len() + 1);
        let group = Group {
            id: id(&format!("group{serial}")),
            name: text.clone(),
            items: vec![new_item("a"), new_item("b")],
        };
        return Some(Edit::InsertGroup { at, group });
    }
    if kind % 10 == 1 {
        return Some(set_title(&text));
    }
    let at_group = a % catalogue.groups.len().max(1);
    let group = catalogue.groups.get(at_group)?;
    let target = catalogue.groups.get(b % catalogue.groups.len())?;
    match kind % 10 {
        2 => return Some(Edit::RemoveGroup { group: group.id.clone() }),
        3 => return Some(Edit::MoveGroup { group: group.id.clone(), to: b % catalogue.groups.len() }),
        4 => return Some(Edit::RenameGroup { group: group.id.clone(), name: text }),
        5 => {
            let at = c % (group.items.len() + 1);
            return Some(Edit::InsertItem { group: group.id.clone(), at, item: Box::new(new_item("")) });
        }
        _ => {}
    }
    let item = group.items.get(c % group.items.len().max(1))?;
    Some(match kind % 10 {
        6 => Edit::RemoveItem { item: item.id.clone() },
        7 => {
            let room = target.items.len() + usize::from(target.id != group.id);
            Edit::MoveItem { item: item.id.clone(), group: target.id.clone(), to: c % room }
        }
        8 => {
            let channels = vec![Channel { label: "其他".to_owned(), note: text.clone() }];
            let parts = vec![Part { content: text, channels }; 2];
            Edit::SetParts { item: item.id.clone(), parts, content: String::new(), channels: Vec::new() }
        }
        _ => {
            let column = ColumnKey::Mark(Mark::Method(Method::OnApplication));
            let value = Value::Mark { on: b % 2 == 0, note: String::new() };
            let mark = Edit::SetCell { item: item.id.clone(), part: None, column, value };
            Edit::Several { act: Act::default(), edits: vec![mark, set_title(&text)] }
        }
    })
}

/// Whatever is edited, the library agrees with memory, and undo and redo go back and forth.
pub fn whatever_is_edited_the_library_agrees_with_memory<P: Place>(make: impl Fn() -> P) {
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let steps = vec(any::<[usize; 4]>(), 1..25);
    TestRunner::new(config).run(&steps, |steps| agrees_with_memory(make(), steps)).unwrap();
}

fn agrees_with_memory<P: Place>(place: P, steps: Vec<[usize; 4]>) -> Result<(), TestCaseError> {
    let mut desk = Desk::new(place);
    let first = canonical_bytes(&desk.catalogue);
    let mut edits = 0;
    for (serial, numbers) in steps.into_iter().enumerate() {
        if let Some(edit) = some_edit(&desk.catalogue, numbers, serial) {
            desk.edit(&edit);
            edits += 1;
        }
        prop_assert_eq!(desk.stored(), desk.catalogue.clone());
    }
    let last = canonical_bytes(&desk.catalogue);
    for _ in 0..edits {
        prop_assert!(desk.undo());
    }
    prop_assert!(!desk.undo());
    prop_assert_eq!(&canonical_bytes(&desk.stored()), &first);

    desk.reopen();
    for _ in 0..edits {
        prop_assert!(desk.redo());
    }
    prop_assert!(!desk.redo());
    prop_assert_eq!(&canonical_bytes(&desk.stored()), &last);

    desk.reopen();
    while desk.undo() {}
    prop_assert_eq!(&canonical_bytes(&desk.stored()), &first);
    Ok(())
}

/// Undo and redo go through the edits as through a stack.
pub fn undo_and_redo_go_through_the_edits_as_through_a_stack<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let title = |desk: &Desk<P>| desk.stored().heading.title;
    for text in ["一", "二", "三"] {
        desk.edit(&set_title(text));
    }
    desk.undo();
    desk.undo();
    assert_eq!(title(&desk), "一");
    desk.redo();
    assert_eq!(title(&desk), "二");
    desk.undo();
    desk.redo();
    desk.redo();
    assert_eq!(title(&desk), "三");
    assert!(!desk.redo());
    desk.undo();
    desk.edit(&set_title("四"));
    assert!(!desk.redo(), "a new edit empties redo");
    desk.undo();
    assert_eq!(title(&desk), "二");
    desk.undo();
    desk.undo();
    assert!(!desk.undo());
    assert_eq!(title(&desk), sample().heading.title);
}

/// Joined rows are one step.
pub fn joined_rows_are_one_step<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    desk.edit(&set_title("前"));
    desk.edit(&set_title("字"));
    let before_both = set_title("前");
    for text in ["字字", "字字字"] {
        let edit = set_title(text);
        desk.catalogue.apply(&edit).unwrap();
        let step = NewStep {
            kind: StepKind::Edit,
            edit: &edit,
            inverse: &before_both,
            at: at(2),
            actor: "clerk",
            joined: true,
        };
        desk.revision =
            desk.library.apply(&desk.id, desk.revision, slice::from_ref(&step), &desk.catalogue).unwrap();
    }
    let titles = |steps: Vec<LoggedStep>| steps.into_iter().map(|step| step.edit).collect::<Vec<_>>();
    assert_eq!(titles(desk.library.done(&desk.id, 9).unwrap()), [set_title("字字字"), set_title("前")]);
    desk.undo();
    assert_eq!(desk.stored().heading.title, "前");
    assert_eq!(titles(desk.library.done(&desk.id, 9).unwrap()), [set_title("前")]);
    assert_eq!(titles(desk.library.undone(&desk.id, 9).unwrap()), [set_title("字字字")]);
    desk.reopen();
    desk.redo();
    assert_eq!(desk.stored().heading.title, "字字字");
    desk.undo();
    desk.undo();
    assert_eq!(desk.stored().heading.title, sample().heading.title);
    assert!(!desk.undo());
}

/// Several steps are written all or none.
pub fn several_steps_are_written_all_or_none<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let titles = ["一", "二", "三"].map(set_title);
    let inverses = titles.each_ref().map(|edit| desk.catalogue.apply(edit).unwrap());
    let step = |(edit, inverse)| NewStep {
        kind: StepKind::Edit,
        edit,
        inverse,
        at: at(1),
        actor: "",
        joined: false,
    };
    let steps: Vec<_> = titles.iter().zip(&inverses).map(step).collect();
    assert!(matches!(
        desk.library.apply(&desk.id, 7, &steps, &desk.catalogue),
        Err(LibraryError::Stale { expected: 7, .. })
    ));
    assert!(desk.library.done(&desk.id, 1).unwrap().is_empty());
    assert_eq!(desk.library.apply(&desk.id, 0, &steps, &desk.catalogue).unwrap(), 3);
    assert_eq!(desk.stored(), desk.catalogue);
    assert_eq!(desk.library.done(&desk.id, 2).unwrap().len(), 2);
    assert_eq!(desk.library.done(&desk.id, 9).unwrap().len(), 3);
}

/// Undo concerns one catalogue and not its neighbours.
pub fn undo_concerns_one_catalogue_and_not_its_neighbours<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let other = id("c2");
    desk.library.create(&other, &desk.catalogue, None, at(0)).unwrap();
    desk.edit(&set_title("甲"));
    assert!(desk.library.done(&other, 1).unwrap().is_empty());
    assert!(desk.library.done(&desk.id, 1).unwrap().len() == 1);
}
