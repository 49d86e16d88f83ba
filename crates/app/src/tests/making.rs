//! Catalogues made out of others.

use super::*;
use crate::wire::PickFrom;
use mulu_model::{TextField, library::prelude::*};

#[test]
fn a_copy_for_the_next_year_has_the_same_items_and_nobody_has_signed_it() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let app = &office.app;
    for (field, value) in [
        (HeadingField::ResponsibleUnit, "某局"),
        (HeadingField::Preparer, "甲"),
        (HeadingField::Reviewer, "乙"),
        (HeadingField::Approver, "丙"),
        (HeadingField::PreparedAt, "2025-01-31"),
    ] {
        app.edit(&id, EditRequest::SetHeading { field, value: value.to_owned() }, false).unwrap();
    }
    let old = app.open(&id).unwrap();
    let new = app.open(&app.copy_catalogue(&id, "下一年的目录").unwrap()).unwrap();
    assert_ne!(new.id, old.id);
    assert_eq!(new.groups, old.groups, "with the same identities");
    assert_eq!(new.template, old.template);
    let heading = &new.heading;
    assert_eq!((heading.title.as_str(), heading.responsible_unit.as_str()), ("下一年的目录", "某局"));
    assert_eq!([&heading.preparer, &heading.reviewer, &heading.approver], ["", "", ""]);
    assert_eq!(heading.prepared_at, None, "the old date would be wrong, and nobody has given another");
    assert_eq!((new.state.revision, new.state.undo), (0, None));
    let store = Store::open(&office.path("library.db")).unwrap();
    let summary = store.list().unwrap().into_iter().find(|summary| summary.id == new.id).unwrap();
    assert_eq!(summary.copied_from, Some(old.id));
}

#[test]
fn items_of_a_starting_point_are_picked_one_by_one() {
    let office = Office::new();
    let id = office.app.create_from_source("national-13-labels", SourceKind::Template, "新目录", "").unwrap();
    let from = || PickFrom::StartingPoint { id: "zhongwei-social-insurance".to_owned() };
    let groups = office.app.items_to_pick(&from()).unwrap();
    assert_eq!(groups.iter().map(|group| group.items.len()).sum::<usize>(), 90);
    let picked = &groups[2];
    let items = vec![picked.items[3].id.clone(), picked.items[1].id.clone()];
    let change =
        office.app.edit(&id, EditRequest::PickItems { from: from(), items, group: None }, false).unwrap();
    assert_eq!(change.state.undo, Some(EditName::Several { act: Act::Pick, count: 2 }));
    let view = office.app.open(&id).unwrap();
    assert_eq!(view.groups[0].name, picked.name);
    let names = view.groups[0].items.iter().map(|item| &item.name);
    assert!(names.eq([&picked.items[1].name, &picked.items[3].name]), "in the order of the starting point");
    assert!(view.groups[0].items[0].texts[TextField::Content].starts_with(&picked.items[1].content));
    let nowhere = PickFrom::StartingPoint { id: "nowhere".to_owned() };
    assert_eq!(office.app.items_to_pick(&nowhere), Err(AppError::NoSource { id: "nowhere".to_owned() }));
}

#[test]
fn what_can_be_picked_from_a_catalogue_of_the_library_is_what_it_has_now() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.edit(&id, set_text(&item, "item", "改过的名称"), false).unwrap();
    let groups = office.app.items_to_pick(&PickFrom::Catalogue { id }).unwrap();
    assert_eq!((&groups[0].items[0].id, groups[0].items[0].name.as_str()), (&item, "改过的名称"));
}
