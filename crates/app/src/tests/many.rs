//! Changes of many items as one step, each with its undo.

use mulu_model::{Part, TextField};

use super::*;
use crate::wire::{NewCell, PickFrom};

/// A catalogue that is shown, and what the window shows of it.
struct Screen {
    office: Office,
    id: Id,
    first: CatalogueView,
    shown: Vec<GroupView>,
}

impl Screen {
    fn new(sample: &str) -> Self {
        let office = Office::new();
        let id = office.sample(sample);
        let first = office.app.open(&id).unwrap();
        Self { office, id, shown: first.groups.clone(), first }
    }

    /// Makes a change; takes it back and makes it again to see that both lead where they should.
    fn edit(&mut self, request: EditRequest) -> Change {
        let before = self.shown.clone();
        let change = self.office.app.edit(&self.id, request, false).unwrap();
        show(&mut self.shown, &change);
        let after = self.shown.clone();
        assert_eq!(after, self.loaded(), "the change brings all that is new");
        show(&mut self.shown, &self.office.app.undo(&self.id).unwrap());
        assert_eq!(self.shown, before, "one undo takes it back");
        show(&mut self.shown, &self.office.app.redo(&self.id).unwrap());
        assert_eq!(self.shown, after, "redo makes it again");
        change
    }

    fn refuse(&self, request: EditRequest) -> AppError {
        let error = self.office.app.edit(&self.id, request, false).unwrap_err();
        assert_eq!(self.shown, self.loaded(), "what is refused changes nothing");
        error
    }

    fn loaded(&self) -> Vec<GroupView> {
        self.office.colleague().open(&self.id).unwrap().groups
    }

    /// Names of the items of a group.
    fn names(&self, group: usize) -> Vec<&str> {
        self.shown[group].items.iter().map(|item| item.name.as_str()).collect()
    }

    fn ids(&self, group: usize, items: &[usize]) -> Vec<Id> {
        items.iter().map(|at| self.shown[group].items[*at].id.clone()).collect()
    }

    fn group(&self, group: usize) -> Id {
        self.shown[group].id.clone()
    }
}

fn several(act: Act, count: u32) -> Option<EditName> {
    Some(EditName::Several { act, count })
}

fn some_names(view: &[GroupView], group: usize) -> Vec<String> {
    view[group].items.iter().map(|item| item.name.clone()).collect()
}

#[test]
fn items_of_several_groups_are_deleted_in_one_step() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let items = [screen.ids(0, &[0, 2]), screen.ids(2, &[1])].concat();
    let change = screen.edit(EditRequest::RemoveItems { items: items.clone() });
    assert_eq!(change.state.undo, several(Act::Remove, 3));
    assert!(screen.shown.iter().flat_map(|group| &group.items).all(|item| !items.contains(&item.id)));
    let nowhere = vec![items[0].clone()];
    assert_eq!(screen.refuse(EditRequest::RemoveItems { items: nowhere }), AppError::NoSuchPlace);
}

#[test]
fn one_deleted_item_keeps_its_name_in_the_history() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let name = screen.names(0)[1].to_owned();
    let change = screen.edit(EditRequest::RemoveItems { items: screen.ids(0, &[1]) });
    assert_eq!(change.state.undo, Some(EditName::RemoveItem { name }));
}

#[test]
fn moved_items_stand_together_in_their_old_order_before_the_one_named() {
    let groups = Screen::new("yinchuan-hrss-2020").first.groups;
    let size = groups[0].items.len();
    assert_eq!(size, 4);
    // Which items of group 0 are moved, and before which of its items.
    for (moved, before) in [
        (vec![0, 1], Some(3)),
        (vec![2, 0], Some(1)),
        (vec![1, 3], Some(0)),
        (vec![0, 2], None),
        (vec![0, 2, 3], Some(2)),
        (vec![1], Some(1)),
    ] {
        let mut screen = Screen::new("yinchuan-hrss-2020");
        let names = some_names(&groups, 0);
        let border = before.unwrap_or(size);
        let is_moved = |at: &usize| moved.contains(at);
        let mut expected: Vec<_> = (0..border).filter(|at| !is_moved(at)).collect();
        expected.extend((0..size).filter(is_moved));
        expected.extend((border..size).filter(|at| !is_moved(at)));
        let request = EditRequest::MoveItems {
            items: screen.ids(0, &moved),
            group: screen.group(0),
            before: before.map(|at| screen.ids(0, &[at]).remove(0)),
        };
        if expected.iter().copied().eq(0..size) {
            let change = screen.office.app.edit(&screen.id, request, false).unwrap();
            assert_eq!(change.state.undo, None, "nothing was moved");
            continue;
        }
        screen.edit(request);
        let expected: Vec<_> = expected.iter().map(|at| names[*at].as_str()).collect();
        assert_eq!(screen.names(0), expected, "{moved:?} before {before:?}");
    }
}

#[test]
fn items_of_two_groups_are_moved_to_a_third() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let (a, b) = (screen.ids(0, &[1]), screen.ids(2, &[0]));
    let border = screen.ids(1, &[0]).remove(0);
    let items = [b.clone(), a.clone()].concat();
    let change = screen.edit(EditRequest::MoveItems { items, group: screen.group(1), before: Some(border) });
    assert_eq!(change.state.undo, several(Act::Move, 2));
    assert_eq!(screen.ids(1, &[0, 1]), [a, b].concat());
    assert!(change.groups.iter().all(|group| group.items.is_empty()), "the window knows what was moved");
}

#[test]
fn copied_items_are_the_same_under_new_identities() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let items = screen.ids(0, &[1, 0]);
    let last = screen.shown.len() - 1;
    let end = screen.shown[last].items.len();
    let change = screen.edit(EditRequest::CopyItems { items, group: screen.group(last), before: None });
    assert_eq!(change.state.undo, several(Act::Copy, 2));
    for (copy, original) in screen.shown[last].items[end..].iter().zip(&screen.shown[0].items) {
        assert_ne!(copy.id, original.id);
        assert_eq!(Item { id: original.id.clone(), ..copy.clone() }, *original);
    }
}

#[test]
fn a_duplicated_group_stands_right_below_the_original() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let change = screen.edit(EditRequest::DuplicateGroup { group: screen.group(0) });
    assert_eq!(screen.names(0), screen.names(1));
    assert_eq!(screen.shown[0].name, screen.shown[1].name);
    assert_ne!(screen.group(0), screen.group(1));
    assert_eq!(change.focus, Some(Focus::Group { group: screen.group(1) }));
}

#[test]
fn a_group_is_put_into_another_order_and_only_into_a_whole_one() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let mut order: Vec<Id> = screen.shown[0].items.iter().map(|item| item.id.clone()).collect();
    order.reverse();
    let group = screen.group(0);
    let change = screen.edit(EditRequest::OrderItems { group: group.clone(), items: order.clone() });
    assert_eq!(change.state.undo, several(Act::Sort, order.len().try_into().unwrap()));
    assert!(screen.shown[0].items.iter().map(|item| &item.id).eq(&order));
    order[0] = order[1].clone();
    let twice = screen.refuse(EditRequest::OrderItems { group: group.clone(), items: order.clone() });
    assert!(matches!(twice, AppError::BadRequest { .. }));
    order.pop();
    let short = screen.refuse(EditRequest::OrderItems { group, items: order });
    assert!(matches!(short, AppError::BadRequest { .. }));
}

#[test]
fn joined_items_are_one_with_a_row_for_each_of_their_rows() {
    let mut screen = Screen::new("zhongwei-social-insurance");
    let has_parts = |group: &GroupView| group.items[0].parts.len() == 3;
    let group = screen.shown.iter().position(has_parts).unwrap();
    // Another one beside it.
    let items = screen.ids(2, &[0]);
    screen.edit(EditRequest::CopyItems { items, group: screen.group(group), before: None });
    let items = screen.ids(group, &[1, 0]);
    let rows = |item: &Item| match item.parts.as_slice() {
        [] => vec![Part { content: item.texts[TextField::Content].clone(), channels: item.channels.clone() }],
        parts => parts.to_vec(),
    };
    let [first, second] = [0, 1].map(|at| screen.shown[group].items[at].clone());
    let change = screen.edit(EditRequest::JoinItems { items });
    assert_eq!(change.state.undo, several(Act::Join, 2));
    let joined = &screen.shown[group].items[0];
    assert_eq!(screen.shown[group].items.len(), 1);
    assert_eq!(joined.parts, [rows(&first), rows(&second)].concat());
    assert_eq!((joined.name.as_str(), joined.texts[TextField::Content].as_str()), (first.name.as_str(), ""));
    let apart = [screen.ids(0, &[0]), screen.ids(1, &[0])].concat();
    assert_eq!(screen.refuse(EditRequest::JoinItems { items: apart }), AppError::NoSuchPlace);
    let alone = screen.refuse(EditRequest::JoinItems { items: screen.ids(0, &[0]) });
    assert!(matches!(alone, AppError::BadRequest { .. }));
}

#[test]
fn a_new_item_holds_what_it_is_given() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let cell = |column: &str, value| NewCell { column: column.parse().unwrap(), value };
    let cells = vec![
        cell("basis", Value::Text { text: "某办法".to_owned() }),
        cell("method:proactive", Value::Mark { on: true, note: String::new() }),
    ];
    let add = |cells| EditRequest::AddItem {
        group: screen.first.groups[1].id.clone(),
        at: 0,
        name: "新".to_owned(),
        cells,
    };
    let (good, bad) = (add(cells), add(vec![cell("number", Value::Text { text: "1".to_owned() })]));
    let change = screen.edit(good);
    assert_eq!(change.state.undo, Some(EditName::AddItem { name: "新".to_owned() }));
    let item = &screen.shown[1].items[0];
    assert_eq!((item.texts[TextField::Basis].as_str(), item.method.len()), ("某办法", 1));
    assert_eq!(screen.refuse(bad), AppError::NoSuchPlace);
}

#[test]
fn several_requests_are_one_step_under_one_name() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let item = screen.ids(0, &[0]).remove(0);
    let requests = vec![
        set_text(&item, "basis", "甲"),
        EditRequest::SetCells {
            act: Act::SetCells,
            cells: screen.ids(1, &[0, 1]).into_iter().map(|item| cell_edit(&item, "remarks", "乙")).collect(),
        },
        EditRequest::AddGroup { at: 0, name: "粘贴来的".to_owned() },
    ];
    let change = screen.edit(EditRequest::Several { act: Act::Paste, requests });
    assert_eq!(change.state.undo, several(Act::Paste, 4));
    let half = vec![set_text(&item, "basis", "丙"), set_text(&item, "number", "1")];
    assert_eq!(
        screen.refuse(EditRequest::Several { act: Act::Paste, requests: half }),
        AppError::NoSuchPlace
    );
}

#[test]
fn a_template_can_be_changed_and_what_it_does_not_show_is_kept() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let mut template = screen.first.template.clone();
    template.columns.retain(|column| column.key.to_string() != "basis");
    let change = screen.edit(EditRequest::SetTemplate { template: template.clone() });
    assert_eq!(change.state.undo, Some(EditName::SetTemplate));
    let shape = change.shape.unwrap();
    assert_eq!(shape.template, template);
    assert!(shape.header.iter().all(|cell| !cell.text.contains("依据")));
    assert_eq!(screen.shown[0].items, screen.first.groups[0].items);
    assert_eq!(screen.shown[0].spans.len(), template.columns.len());
    template.columns.clear();
    let none = screen.refuse(EditRequest::SetTemplate { template });
    assert!(matches!(none, AppError::BadTemplate { .. }));
}

#[test]
fn a_template_with_the_cells_that_follow_it_is_one_change_of_the_template() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let mut template = screen.first.template.clone();
    template.channel_options[0] = "门户网站".to_owned();
    let item = &screen.first.groups[0].items[0];
    let channels = vec![Channel { label: "门户网站".to_owned(), note: String::new() }];
    let cell = CellEdit {
        item: item.id.clone(),
        part: None,
        column: "channels".parse().unwrap(),
        value: Value::Channels { channels: channels.clone() },
    };
    let requests = vec![
        EditRequest::SetTemplate { template },
        EditRequest::SetCells { act: Act::RenameTerm, cells: vec![cell] },
    ];
    let change = screen.edit(EditRequest::Several { act: Act::RenameTerm, requests });
    assert_eq!(change.state.undo, Some(EditName::SetTemplate));
    assert_eq!(screen.shown[0].items[0].channels, channels);
}

#[test]
fn picked_items_go_into_the_group_of_their_name_or_into_the_one_chosen() {
    let mut screen = Screen::new("zhongwei-hrss-2022");
    let other = screen.office.sample("zhongwei-hrss-2022");
    let source = screen.office.app.open(&other).unwrap();
    screen
        .office
        .app
        .edit(
            &other,
            EditRequest::RenameGroup { group: source.groups[1].id.clone(), name: "别处的".to_owned() },
            false,
        )
        .unwrap();
    let items: Vec<Id> = [&source.groups[0].items[0], &source.groups[0].items[1], &source.groups[1].items[0]]
        .map(|item| item.id.clone())
        .to_vec();
    let pick = |group| EditRequest::PickItems {
        from: PickFrom::Catalogue { id: other.clone() },
        items: items.clone(),
        group,
    };
    let change = screen.edit(pick(None));
    assert_eq!(change.state.undo, several(Act::Pick, 3));
    let size = source.groups[0].items.len();
    assert_eq!(screen.names(0)[size..], screen.names(0)[..2]);
    let added = screen.shown.last().unwrap();
    assert_eq!((added.name.as_str(), added.items.len()), ("别处的", 1));
    let own: Vec<_> = screen.shown.iter().flat_map(|group| &group.items).map(|item| &item.id).collect();
    assert!(items.iter().all(|item| !own.contains(&item)), "they have identities of their own");
    let target = screen.group(1);
    let before = screen.shown[1].items.len();
    screen.edit(pick(Some(target)));
    assert_eq!(screen.shown[1].items.len(), before + 3);
}
