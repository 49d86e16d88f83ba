//! Finding and replacing.

use super::*;
use crate::wire::{Find, Found};
use mulu_model::TextField;

fn words(text: &str) -> Find {
    Find {
        text: text.to_owned(),
        is_pattern: false,
        match_case: false,
        columns: Vec::new(),
        items: Vec::new(),
    }
}

fn pattern(text: &str) -> Find {
    Find { is_pattern: true, ..words(text) }
}

fn in_columns(find: Find, columns: &[&str]) -> Find {
    Find { columns: columns.iter().map(|key| key.parse().unwrap()).collect(), ..find }
}

fn replace(find: Find, replacement: &str, skip: &[u32]) -> EditRequest {
    EditRequest::Replace { find, replacement: replacement.to_owned(), skip: skip.to_vec() }
}

/// Such as `basis: 前[找]后`.
fn lines(found: &Found) -> Vec<String> {
    let line = |hit: &crate::wire::Hit| format!("{}: {}[{}]{}", hit.column, hit.before, hit.text, hit.after);
    found.hits.iter().map(line).collect()
}

/// A small catalogue on the national template: two groups, one item each.
fn small(office: &Office) -> (Id, Vec<Id>) {
    let id = office.app.create_from_source("national-13-labels", SourceKind::Template, "", "").unwrap();
    let mut items = Vec::new();
    for (at, name) in [(0, "财务信息"), (1, "预算信息")] {
        let add = EditRequest::AddGroup { at, name: name.to_owned() };
        let group = office.app.edit(&id, add, false).unwrap().groups[0].id.clone();
        let name = format!("{name}A");
        let add = EditRequest::AddItem { group, at: 0, name, cells: Vec::new() };
        items.push(office.app.edit(&id, add, false).unwrap().groups[0].items[0].id.clone());
    }
    let note = Channel { label: "其他".to_owned(), note: "信息屏".to_owned() };
    let cells = vec![
        cell_edit(&items[0], "content", "预算\n2023年信息，2024年信息"),
        cell_edit(&items[1], "basis", "《a法》"),
        CellEdit {
            item: items[1].clone(),
            part: None,
            column: ColumnKey::Channels,
            value: Value::Channels { channels: vec![note] },
        },
    ];
    office.app.edit(&id, EditRequest::SetCells { act: Act::Paste, cells }, false).unwrap();
    (id, items)
}

#[test]
fn words_are_found_top_down_and_from_left_to_right_in_names_texts_and_notes() {
    let office = Office::new();
    let (id, items) = small(&office);
    let found = office.app.find(&id, &words("信息"), "情况").unwrap();
    let expected = [
        "group: 财务[信息]",
        "item: 财务[信息]A",
        "content: 预算\n2023年[信息]，2024年信息",
        "content: 预算\n2023年信息，2024年[信息]",
        "group: 预算[信息]",
        "item: 预算[信息]A",
        "channels: [信息]屏",
    ];
    assert_eq!(lines(&found), expected);
    assert_eq!(found.total, 7);
    assert!(found.hits.iter().enumerate().all(|(index, hit)| hit.index as usize == index));
    assert!(found.hits.iter().all(|hit| hit.replacement == "情况"));
    assert_eq!((found.hits[0].item.clone(), found.hits[6].item.as_ref()), (None, Some(&items[1])));
}

#[test]
fn columns_and_items_narrow_the_search() {
    let office = Office::new();
    let (id, items) = small(&office);
    let find = |find: Find| lines(&office.app.find(&id, &find, "").unwrap());
    assert_eq!(find(in_columns(words("信息"), &["group"])), ["group: 财务[信息]", "group: 预算[信息]"]);
    assert_eq!(find(in_columns(words("信息"), &["basis"])), [""; 0]);
    let second = Find { items: vec![items[1].clone()], ..words("信息") };
    assert_eq!(find(second), ["item: 预算[信息]A", "channels: [信息]屏"]);
    assert_eq!(find(words("其他")), [""; 0], "a box is no word");
}

#[test]
fn capital_letters_differ_only_if_asked_and_words_are_no_pattern() {
    let office = Office::new();
    let (id, _) = small(&office);
    let total = |find: Find| office.app.find(&id, &find, "").unwrap().total;
    assert_eq!(total(words("a")), 3);
    assert_eq!(total(Find { match_case: true, ..words("a") }), 1);
    assert_eq!(total(words("信.")), 0);
    assert_eq!(total(pattern("信.")), 7);
    assert_eq!((total(words("")), total(pattern("x*")), total(pattern("^"))), (0, 0, 0));
    assert_eq!(total(pattern("^2023")), 1, "a line of a cell begins where the line does");
}

#[test]
fn a_pattern_that_is_none_is_told() {
    let office = Office::new();
    let (id, _) = small(&office);
    let refused = office.app.find(&id, &pattern("(信息"), "");
    assert!(matches!(refused, Err(AppError::BadPattern { .. })), "{refused:?}");
    let refused = office.app.edit(&id, replace(pattern("(信息"), "", &[]), false);
    assert!(matches!(refused, Err(AppError::BadPattern { .. })), "{refused:?}");
}

#[test]
fn all_hits_but_those_left_out_are_replaced_as_one_step() {
    let office = Office::new();
    let (id, items) = small(&office);
    let before = office.app.open(&id).unwrap();
    let change = office.app.edit(&id, replace(words("信息"), "情况", &[1, 3]), false).unwrap();
    assert_eq!(change.state.undo, Some(EditName::Several { act: Act::Replace, count: 5 }));
    let view = office.app.open(&id).unwrap();
    assert_eq!(
        (view.groups[0].name.as_str(), view.groups[0].items[0].name.as_str()),
        ("财务情况", "财务信息A")
    );
    assert_eq!(view.groups[0].items[0].texts[TextField::Content], "预算\n2023年情况，2024年信息");
    assert_eq!(view.groups[1].items[0].id, items[1]);
    assert_eq!(view.groups[1].items[0].channels[0].note, "情况屏");
    office.app.undo(&id).unwrap();
    assert_eq!(office.app.open(&id).unwrap().groups, before.groups);
}

#[test]
fn groups_of_a_pattern_are_put_into_the_replacement_and_only_there() {
    let office = Office::new();
    let (id, _) = small(&office);
    let years = || pattern(r"(\d{4})年");
    let found = office.app.find(&id, &years(), "〔$1〕").unwrap();
    assert_eq!(
        found.hits.iter().map(|hit| hit.replacement.as_str()).collect::<Vec<_>>(),
        ["〔2023〕", "〔2024〕"]
    );
    office.app.edit(&id, replace(years(), "$1a", &[0]), false).unwrap();
    assert_eq!(
        office.app.open(&id).unwrap().groups[0].items[0].texts[TextField::Content],
        "预算\n2023年信息，2024a信息"
    );
    office.app.edit(&id, replace(words("2024a"), "$1", &[]), false).unwrap();
    assert_eq!(
        office.app.open(&id).unwrap().groups[0].items[0].texts[TextField::Content],
        "预算\n2023年信息，$1信息"
    );
}

#[test]
fn rows_of_an_item_are_looked_through_one_after_the_other() {
    let office = Office::new();
    let id = office.sample("zhongwei-social-insurance");
    let find = in_columns(pattern("."), &["content", "basis"]);
    let view = office.app.open(&id).unwrap();
    let item = view.groups.iter().flat_map(|group| &group.items).find(|item| item.parts.len() == 3).unwrap();
    let find = Find { items: vec![item.id.clone()], ..find };
    let hits = office.app.find(&id, &find, "").unwrap().hits;
    let mut rows: Vec<_> = hits.iter().map(|hit| (hit.column.to_string(), hit.part)).collect();
    rows.dedup();
    let row = |key: &str, part| (key.to_owned(), part);
    let expected =
        [row("content", Some(0)), row("basis", None), row("content", Some(1)), row("content", Some(2))];
    assert_eq!(rows, expected);
}

#[test]
fn a_line_of_which_nothing_is_left_is_no_channel() {
    let office = Office::new();
    let id = office.sample("jalaid-social-insurance");
    let find = || in_columns(words("政府网站"), &["channels"]);
    office.app.edit(&id, replace(find(), "", &[]), false).unwrap();
    let view = office.app.open(&id).unwrap();
    let labels: Vec<_> = first_item(&view).channels.iter().map(|channel| channel.label.as_str()).collect();
    assert_eq!(labels, ["政务服务中心", "基层公共服务平台"]);
}

#[test]
fn more_hits_than_a_screen_lists_are_counted() {
    let office = Office::new();
    let id = office.sample("jalaid-social-insurance");
    let found = office.app.find(&id, &pattern("."), "").unwrap();
    assert_eq!(found.hits.len(), 2_000);
    assert!(found.total > 10_000);
}
