//! Typing that goes on, the history, and going back in it.

use mulu_model::TextField;
use proptest::{collection::vec, prelude::*, sample::Index};

use super::*;

fn type_into(office: &Office, id: &Id, item: &Id, text: &str) -> Change {
    office.app.edit(id, set_text(item, "basis", text), true).unwrap()
}

fn title(text: &str) -> EditRequest {
    EditRequest::SetHeading { field: HeadingField::Title, value: text.to_owned() }
}

fn names(steps: &[HistoryStep]) -> Vec<&EditName> {
    steps.iter().map(|step| &step.name).collect()
}

#[test]
fn typing_that_goes_on_is_taken_back_at_once() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let before = office.app.open(&id).unwrap();
    let item = first_item(&before).id.clone();
    office.app.edit(&id, set_text(&item, "basis", "甲"), false).unwrap();
    type_into(&office, &id, &item, "甲乙");
    let last = type_into(&office, &id, &item, "甲乙丙");
    assert_eq!(last.groups[0].items[0].texts[TextField::Basis], "甲乙丙");
    assert_eq!(office.app.history(&id).unwrap().done.len(), 1);
    office.app.undo(&id).unwrap();
    assert_eq!(office.app.open(&id).unwrap().groups, before.groups);
    assert_eq!(office.app.undo(&id), Err(AppError::NothingToUndo));
    assert_eq!(office.app.redo(&id).unwrap().groups[0].items[0].texts[TextField::Basis], "甲乙丙");
}

#[test]
fn only_what_sets_the_same_places_goes_on() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let view = office.app.open(&id).unwrap();
    let (first, second) = (view.groups[0].items[0].id.clone(), view.groups[0].items[1].id.clone());
    type_into(&office, &id, &first, "甲");
    type_into(&office, &id, &second, "甲");
    office.app.edit(&id, title("甲"), true).unwrap();
    office.app.edit(&id, EditRequest::RemoveItems { items: vec![second] }, true).unwrap();
    assert_eq!(office.app.history(&id).unwrap().done.len(), 4);
    office.app.undo(&id).unwrap();
    office.app.edit(&id, title("乙"), true).unwrap();
    assert_eq!(office.app.history(&id).unwrap().done.len(), 4, "nothing goes on with what an undo has left");
    office.app.edit(&id, title("丙"), true).unwrap();
    assert_eq!(office.app.history(&id).unwrap().done.len(), 4);
}

#[test]
fn typing_back_what_was_there_is_an_undo() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let before = office.app.open(&id).unwrap();
    let item = first_item(&before);
    type_into(&office, &id, &item.id, "甲");
    let back = type_into(&office, &id, &item.id, &item.texts[TextField::Basis]);
    assert_eq!(back.state.undo, None);
    assert!(back.state.redo.is_some());
    assert_eq!(office.app.open(&id).unwrap().groups, before.groups);
    assert_eq!(office.app.redo(&id).unwrap().groups[0].items[0].texts[TextField::Basis], "甲");
}

#[test]
fn the_history_lists_what_was_done_and_undone_also_of_items_that_are_gone() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let view = office.app.open(&id).unwrap();
    let item = first_item(&view);
    office.app.edit(&id, set_text(&item.id, "basis", "甲"), false).unwrap();
    office.app.edit(&id, EditRequest::RemoveGroup { group: view.groups[0].id.clone() }, false).unwrap();
    office.app.edit(&id, title("一"), false).unwrap();
    office.app.edit(&id, title("二"), false).unwrap();
    office.app.undo(&id).unwrap();
    let history = office.app.history(&id).unwrap();
    let set_cell = EditName::SetCell { column: "basis".parse().unwrap(), item: item.name.clone() };
    let remove = EditName::RemoveGroup { name: view.groups[0].name.clone() };
    let set_title = EditName::SetHeading { field: HeadingField::Title };
    assert_eq!(names(&history.done), [&set_title, &remove, &set_cell]);
    assert_eq!(names(&history.undone), [&set_title]);
    assert!(!history.has_more);
    assert!(history.done.iter().all(|step| step.actor == "clerk" && !step.at.is_empty()));
    let change = office.app.undo(&id).unwrap();
    assert_eq!(change.state.undo, Some(remove));
}

#[test]
fn the_history_says_where_it_lists_no_further() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    for number in 0..301 {
        office.app.edit(&id, title(&number.to_string()), false).unwrap();
    }
    let history = office.app.history(&id).unwrap();
    assert_eq!((history.done.len(), history.has_more), (300, true));
    office.app.undo(&id).unwrap();
    assert!(!office.app.history(&id).unwrap().has_more);
}

#[test]
fn going_back_several_steps_is_as_many_undos_and_leads_forth_again() {
    let mut office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let first = office.app.open(&id).unwrap();
    for text in ["一", "二", "三"] {
        office.app.edit(&id, title(text), false).unwrap();
    }
    let items = vec![first_item(&first).id.clone()];
    office.app.edit(&id, EditRequest::RemoveItems { items }, false).unwrap();
    let last = office.app.open(&id).unwrap();
    let back = office.app.go_to(&id, -3).unwrap();
    assert_eq!((back.heading.title.as_str(), &back.groups), ("一", &first.groups));
    assert_eq!(back.state.revision, last.state.revision + 3, "each step has its row");
    assert_eq!(office.app.history(&id).unwrap().undone.len(), 3);
    assert_eq!(office.app.go_to(&id, -2), Err(AppError::NothingToUndo));
    assert_eq!(office.app.go_to(&id, 4), Err(AppError::NothingToUndo));
    assert_eq!(office.app.open(&id).unwrap(), back, "what is refused changes nothing");
    office.restart();
    let forth = office.app.go_to(&id, 3).unwrap();
    assert_eq!((&forth.heading, &forth.groups), (&last.heading, &last.groups));
    assert_eq!(office.app.go_to(&id, -4).unwrap().heading, first.heading);
    assert_eq!(office.app.go_to(&id, 0).unwrap().heading, first.heading);
}

/// What somebody does at the keyboard.
#[derive(Debug, Clone)]
enum Deed {
    /// Sets one of three texts; whether it goes on with the typing before.
    Type(usize, String, bool),
    Undo,
    Redo,
    GoTo(Index),
    Restart,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0..3_usize, "[一二]{0,2}", any::<bool>()).prop_map(|(place, text, on)| Deed::Type(place, text, on)),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => any::<Index>().prop_map(Deed::GoTo),
        1 => Just(Deed::Restart),
    ]
}

type Texts = [String; 3];

/// Undo and redo as two stacks of states, each with the place that was set.
#[derive(Default)]
struct Stacks {
    now: Texts,
    undo: Vec<(usize, Texts)>,
    redo: Vec<(usize, Texts)>,
    /// Whether the top of `undo` is the newest that was done.
    is_newest: bool,
}

impl Stacks {
    fn set(&mut self, place: usize, text: &str, goes_on: bool) {
        if self.now[place] == text {
            return;
        }
        let before = self.now.clone();
        text.clone_into(&mut self.now[place]);
        let top = self.undo.last().filter(|(other, _)| goes_on && self.is_newest && *other == place);
        match top {
            Some((_, first)) if *first == self.now => {
                self.undo.pop();
                self.redo = vec![(place, before)];
                self.is_newest = false;
                return;
            }
            Some(_) => {}
            None => self.undo.push((place, before)),
        }
        self.redo.clear();
        self.is_newest = true;
    }

    fn undo(&mut self) -> bool {
        let Some((place, before)) = self.undo.pop() else { return false };
        self.redo.push((place, std::mem::replace(&mut self.now, before)));
        self.is_newest = false;
        true
    }

    fn redo(&mut self) -> bool {
        let Some((place, after)) = self.redo.pop() else { return false };
        self.undo.push((place, std::mem::replace(&mut self.now, after)));
        self.is_newest = false;
        true
    }
}

/// The request that sets one of the three texts.
fn request(view: &CatalogueView, place: usize, text: &str) -> EditRequest {
    match place {
        0 => title(text),
        1 => EditRequest::RenameGroup { group: view.groups[0].id.clone(), name: text.to_owned() },
        _ => {
            let items = view.groups[0].items.iter().take(2);
            EditRequest::SetCells {
                act: Act::SetCells,
                cells: items.map(|item| cell_edit(&item.id, "basis", text)).collect(),
            }
        }
    }
}

fn texts(view: &CatalogueView) -> Texts {
    [
        view.heading.title.clone(),
        view.groups[0].name.clone(),
        view.groups[0].items[0].texts[TextField::Basis].clone(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_goes_back_and_forth_as_through_two_stacks(deeds in vec(deed(), 1..40)) {
        let mut office = Office::new();
        let id = office.sample("yinchuan-hrss-2020");
        let view = office.app.open(&id).unwrap();
        let mut stacks = Stacks::default();
        for place in 0..3 {
            office.app.edit(&id, request(&view, place, ""), false).unwrap();
        }
        // Nothing goes on with this one.
        office.app.edit(&id, set_text(&view.groups[1].items[0].id, "basis", "甲"), false).unwrap();
        let first = office.app.history(&id).unwrap().done.len();
        for deed in deeds {
            match &deed {
                Deed::Type(place, text, goes_on) => {
                    office.app.edit(&id, request(&view, *place, text), *goes_on).unwrap();
                    stacks.set(*place, text, *goes_on);
                }
                Deed::Undo if stacks.undo() => drop(office.app.undo(&id).unwrap()),
                Deed::Redo => prop_assert_eq!(office.app.redo(&id).is_ok(), stacks.redo()),
                Deed::GoTo(index) => {
                    let back = index.index(stacks.undo.len() + stacks.redo.len() + 1);
                    let steps = stacks.undo.len() as i32 - back as i32;
                    office.app.go_to(&id, -steps).unwrap();
                    (0..steps).for_each(|_| assert!(stacks.undo()));
                    (steps..0).for_each(|_| assert!(stacks.redo()));
                }
                Deed::Restart => office.restart(),
                Deed::Undo => {}
            }
            let view = office.app.open(&id).unwrap();
            prop_assert_eq!(texts(&view), stacks.now.clone(), "after {:?}", deed);
            let history = office.app.history(&id).unwrap();
            prop_assert_eq!(history.done.len() - first, stacks.undo.len(), "after {:?}", deed);
            prop_assert_eq!(history.undone.len(), stacks.redo.len(), "after {:?}", deed);
        }
    }
}
