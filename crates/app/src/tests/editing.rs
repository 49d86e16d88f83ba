//! Making, changing, undoing; two programs on one library.

use super::*;
use mulu_model::TextField;

fn text_of(app: &App, id: &Id, item: &Id, column: &str) -> String {
    let column: ColumnKey = column.parse().unwrap();
    let view = app.open(id).unwrap();
    let item =
        view.groups.iter().flat_map(|group| &group.items).find(|other| other.id == *item).unwrap().clone();
    match item.cell(0, &column) {
        Some(mulu_model::Cell::Text(text)) => text.to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_catalogue_from_a_starting_point_has_fresh_identities_todays_date_and_the_given_heading() {
    let office = Office::new();
    let create = |title, unit| {
        office.app.create_from_source("zhongwei-hrss-2022", SourceKind::StartingPoint, title, unit).unwrap()
    };
    let own = office.app.open(&create("", "")).unwrap();
    let given = office.app.open(&create("某局目录", "某局")).unwrap();
    assert_eq!(own.heading.title, "中卫市人力资源和社会保障局政务公开清单目录");
    assert_eq!((given.heading.title.as_str(), given.heading.responsible_unit.as_str()), ("某局目录", "某局"));
    assert_eq!(given.heading.prepared_at, Some(Date::constant(2026, 9, 21)));
    assert_eq!(own.groups.len(), given.groups.len());
    assert_ne!(first_item(&own).id, first_item(&given).id);
    let library = office.app.library_view().unwrap();
    assert_eq!(library.catalogues.iter().map(|summary| summary.items).collect::<Vec<_>>(), [42, 42]);
}

#[test]
fn a_catalogue_from_a_template_has_its_columns_and_nothing_else() {
    let office = Office::new();
    let id = office.app.create_from_source("national-13-labels", SourceKind::Template, "新目录", "").unwrap();
    let view = office.app.open(&id).unwrap();
    assert!(view.groups.is_empty());
    assert_eq!(view.template.channel_options.len(), 13);
    assert_eq!(view.state.statistics, "政府信息：主动公开一级事项0项，二级事项0项；依申请公开二级事项0项");
    let unknown = office.app.create_from_source("nowhere", SourceKind::Template, "", "");
    assert_eq!(unknown, Err(AppError::NoSource { id: "nowhere".to_owned() }));
}

#[test]
fn a_new_group_and_item_are_filled_in_named_and_taken_back_step_by_step() {
    let office = Office::new();
    let id = office.app.create_from_source("national-13-labels", SourceKind::Template, "新目录", "").unwrap();
    let app = &office.app;
    let change = app.edit(&id, EditRequest::AddGroup { at: 0, name: "概况信息".to_owned() }, false).unwrap();
    let group = change.groups[0].id.clone();
    assert_eq!(change.focus, Some(Focus::Group { group: group.clone() }));
    assert_eq!(change.state.undo, Some(EditName::AddGroup { name: "概况信息".to_owned() }));
    let add =
        EditRequest::AddItem {
            group: group.clone(), at: 0, name: "机构信息".to_owned(), cells: Vec::new()
        };
    let item = app.edit(&id, add, false).unwrap().groups[0].items[0].id.clone();
    let change = app.edit(&id, set_text(&item, "content", "机构职能"), false).unwrap();
    let content: ColumnKey = "content".parse().unwrap();
    assert_eq!(change.focus, Some(Focus::Item { item: item.clone(), column: Some(content.clone()) }));
    assert_eq!(change.state.undo, Some(EditName::SetCell { column: content, item: "机构信息".to_owned() }));
    let removed = app.edit(&id, EditRequest::RemoveItems { items: vec![item] }, false).unwrap();
    assert_eq!(removed.state.undo, Some(EditName::RemoveItem { name: "机构信息".to_owned() }));
    assert_eq!(removed.focus, Some(Focus::Group { group }));
    let back = app.undo(&id).unwrap();
    assert_eq!(back.groups[0].items[0].texts[TextField::Content], "机构职能");
    assert_eq!(back.state.redo, Some(EditName::RemoveItem { name: "机构信息".to_owned() }));
    for _ in 0..3 {
        app.undo(&id).unwrap();
    }
    assert_eq!(app.undo(&id), Err(AppError::NothingToUndo));
    assert!(app.open(&id).unwrap().groups.is_empty());
    for _ in 0..4 {
        app.redo(&id).unwrap();
    }
    assert_eq!(app.redo(&id), Err(AppError::NothingToUndo));
}

#[test]
fn a_change_shows_exactly_the_groups_that_it_touched() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let view = office.app.open(&id).unwrap();
    let (from, to) = (&view.groups[0], &view.groups[2]);
    let ids = |change: &Change| change.groups.iter().map(|group| group.id.clone()).collect::<Vec<_>>();
    let change = office.app.edit(&id, set_text(&from.items[0].id, "basis", "新依据"), false).unwrap();
    assert_eq!(ids(&change), std::slice::from_ref(&from.id));
    let item = from.items[0].id.clone();
    let change = office
        .app
        .edit(
            &id,
            EditRequest::MoveItems {
                items: vec![item],
                group: to.id.clone(),
                before: Some(to.items[0].id.clone()),
            },
            false,
        )
        .unwrap();
    assert_eq!(ids(&change), [from.id.clone(), to.id.clone()]);
    assert_eq!(change.places.unwrap()[1].first_item as usize, from.items.len());
    let gone = office.app.edit(&id, EditRequest::RemoveGroup { group: to.id.clone() }, false).unwrap();
    assert!(gone.groups.is_empty());
    assert_eq!(gone.places.unwrap().len(), view.places.len() - 1);
}

#[test]
fn what_the_window_shows_after_changes_is_what_it_would_load_anew() {
    let office = Office::new();
    let id = office.sample("zhongwei-social-insurance");
    let view = office.app.open(&id).unwrap();
    let mut shown: Vec<GroupView> = view.groups.clone();
    let last = view.groups.last().unwrap();
    let item = last.items[0].id.clone();
    let requests = [
        set_text(&item, "content", "改"),
        EditRequest::CopyItems { items: vec![item.clone()], group: last.id.clone(), before: None },
        EditRequest::MoveGroup { group: last.id.clone(), to: 0 },
        EditRequest::MoveItems { items: vec![item], group: view.groups[0].id.clone(), before: None },
        EditRequest::RenameGroup { group: last.id.clone(), name: "改名".to_owned() },
        EditRequest::SetHeading { field: HeadingField::PreparedAt, value: "2026-01-31".to_owned() },
    ];
    for request in requests {
        show(&mut shown, &office.app.edit(&id, request, false).unwrap());
        assert_eq!(shown, office.colleague().open(&id).unwrap().groups);
    }
    while let Ok(change) = office.app.undo(&id) {
        show(&mut shown, &change);
        assert_eq!(shown, office.colleague().open(&id).unwrap().groups);
    }
    assert_eq!(shown, view.groups);
}

#[test]
fn a_cell_of_one_row_of_an_item_changes_that_row_only() {
    let office = Office::new();
    let id = office.sample("zhongwei-social-insurance");
    let view = office.app.open(&id).unwrap();
    let item = view.groups.iter().flat_map(|group| &group.items).find(|item| item.parts.len() == 3).unwrap();
    let channels = vec![Channel { label: "政府网站".to_owned(), note: String::new() }];
    let cell = |part| CellEdit {
        item: item.id.clone(),
        part,
        column: ColumnKey::Channels,
        value: Value::Channels { channels: channels.clone() },
    };
    let whole = EditRequest::SetCells { act: Act::SetCells, cells: vec![cell(None)] };
    assert_eq!(office.app.edit(&id, whole, false), Err(AppError::NoSuchPlace));
    let change = office
        .app
        .edit(&id, EditRequest::SetCells { act: Act::SetCells, cells: vec![cell(Some(1))] }, false)
        .unwrap();
    let after = change.groups[0].items.iter().find(|other| other.id == item.id).unwrap();
    let mut expected = item.clone();
    expected.parts[1].channels = channels;
    assert_eq!(*after, expected);
}

#[test]
fn a_change_that_changes_nothing_leaves_no_trace() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let view = office.app.open(&id).unwrap();
    let item = first_item(&view);
    let change = office
        .app
        .edit(&id, set_text(&item.id, "basis", &item.texts[TextField::Basis].clone()), false)
        .unwrap();
    assert_eq!((change.state.revision, change.state.undo), (0, None));
}

#[test]
fn requests_that_cannot_be_met_are_told_apart_and_change_nothing() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let view = office.app.open(&id).unwrap();
    let item = first_item(&view).id.clone();
    let nowhere = Id::new("nowhere").unwrap();
    let date = EditRequest::SetHeading { field: HeadingField::PreparedAt, value: "去年".to_owned() };
    let cases = [
        (set_text(&nowhere, "basis", "x"), AppError::NoSuchPlace),
        (EditRequest::RemoveGroup { group: nowhere.clone() }, AppError::NoSuchPlace),
        (EditRequest::AddGroup { at: 999, name: String::new() }, AppError::NoSuchPlace),
        (EditRequest::RemoveItems { items: vec![nowhere.clone()] }, AppError::NoSuchPlace),
        (set_text(&item, "basis", &"长".repeat(100_001)), AppError::TextTooLong { max: 100_000 }),
        (date, AppError::NotADate { text: "去年".to_owned() }),
    ];
    for (request, error) in cases {
        assert_eq!(office.app.edit(&id, request, false), Err(error));
    }
    assert_eq!(office.app.open(&id).unwrap(), view);
    let missing = AppError::NoCatalogue { id: nowhere.to_string() };
    assert_eq!(office.app.open(&nowhere), Err(missing.clone()));
    assert_eq!(office.app.undo(&nowhere), Err(missing));
}

#[test]
fn what_a_colleague_has_changed_is_shown_before_it_is_changed_again() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    let colleague = office.colleague();
    colleague.open(&id).unwrap();
    colleague.edit(&id, set_text(&item, "basis", "同事改的"), false).unwrap();
    assert_eq!(
        office.app.edit(&id, set_text(&item, "basis", "我改的"), false),
        Err(AppError::ChangedElsewhere)
    );
    assert_eq!(text_of(&office.app, &id, &item, "basis"), "同事改的");
    office.app.edit(&id, set_text(&item, "basis", "我改的"), false).unwrap();
    assert_eq!(colleague.undo(&id), Err(AppError::ChangedElsewhere));
    assert_eq!(text_of(&colleague, &id, &item, "basis"), "我改的");
}

#[test]
fn looking_something_up_does_not_hide_what_a_colleague_has_changed() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    let colleague = office.colleague();
    colleague.open(&id).unwrap();
    colleague.edit(&id, set_text(&item, "basis", "同事改的"), false).unwrap();
    office.app.history(&id).unwrap();
    office.app.findings(&id).unwrap();
    assert_eq!(
        office.app.edit(&id, set_text(&item, "basis", "我改的"), false),
        Err(AppError::ChangedElsewhere)
    );
}

#[test]
fn undo_is_there_after_a_restart() {
    let mut office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    let before = office.app.open(&id).unwrap();
    office.app.edit(&id, set_text(&first_item(&before).id, "basis", "改"), false).unwrap();
    office.app = office.colleague();
    office.app.undo(&id).unwrap();
    assert_eq!(office.app.open(&id).unwrap().groups, before.groups);
}

#[test]
fn a_deleted_catalogue_is_in_the_bin_until_it_is_taken_out() {
    let office = Office::new();
    let id = office.sample("jalaid-social-insurance");
    let before = office.app.open(&id).unwrap();
    office.app.delete(&id).unwrap();
    let library = office.app.library_view().unwrap();
    assert!(library.catalogues.is_empty());
    assert_eq!(library.bin.iter().map(|summary| &summary.id).collect::<Vec<_>>(), [&id]);
    assert_eq!(office.app.open(&id), Err(AppError::NoCatalogue { id: id.to_string() }));
    office.app.restore(&id).unwrap();
    assert_eq!(office.app.open(&id).unwrap(), before);
}

#[test]
fn the_number_of_a_group_is_empty_where_items_are_numbered() {
    let office = Office::new();
    let number = |name| office.app.open(&office.sample(name)).unwrap().places[1].number.clone();
    assert_eq!(number("zhongwei-hrss-2022"), "二");
    assert_eq!(number("jalaid-social-insurance"), "");
}
