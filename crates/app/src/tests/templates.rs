//! Templates: kept, taken in, given out, and what they do not show.

use std::fs;

use mulu_model::Template;

use super::*;
use crate::{TemplateProblem, wire::Source};

fn own(app: &App) -> Vec<Source> {
    let sources = app.library_view().unwrap().sources;
    sources.into_iter().filter(|source| source.kind == SourceKind::OwnTemplate).collect()
}

fn shipped(office: &Office, name: &str) -> Template {
    office.app.template(name, SourceKind::Template).unwrap().template
}

/// Without the column of that key.
fn without(mut template: Template, key: &str) -> Template {
    let key: ColumnKey = key.parse().unwrap();
    template.columns.retain(|column| column.key != key);
    template
}

#[test]
fn a_template_that_is_kept_can_be_chosen_until_it_is_taken_out() {
    let office = Office::new();
    let template = without(shipped(&office, "national-13-labels"), "remarks");
    let id = office.app.keep_template(" 本局样式 ", &template).unwrap();
    let source = own(&office.app).remove(0);
    assert_eq!((source.id.as_str(), source.name.as_str()), (id.as_str(), "本局样式"));
    assert_eq!(source.columns as usize, template.columns.len());
    let kept = office.colleague().template(&source.id, SourceKind::OwnTemplate).unwrap();
    assert_eq!((kept.name.as_str(), &kept.template), ("本局样式", &template));
    let create = || office.app.create_from_source(&source.id, SourceKind::OwnTemplate, "新目录", "某局");
    let view = office.app.open(&create().unwrap()).unwrap();
    assert_eq!((&view.template, view.groups.len(), view.heading.title.as_str()), (&template, 0, "新目录"));
    office.app.remove_template(&id).unwrap();
    assert!(own(&office.app).is_empty());
    let gone = AppError::NoSource { id: source.id.clone() };
    assert_eq!(create(), Err(gone.clone()));
    assert_eq!(office.app.remove_template(&id), Err(gone));
}

#[test]
fn templates_of_starting_points_and_those_that_ship_can_be_looked_at() {
    let office = Office::new();
    let name = |source, kind| office.app.template(source, kind).map(|named| named.name);
    let national = name("national-13-labels", SourceKind::Template).unwrap();
    assert_eq!(national, "基层政务公开标准目录（国家通用样式）");
    let starting_point = name("zhongwei-hrss-2022", SourceKind::StartingPoint).unwrap();
    assert_eq!(starting_point, "中卫市人力资源和社会保障局政务公开清单目录");
    let none = Err(AppError::NoSource { id: "nowhere".to_owned() });
    assert_eq!(name("nowhere", SourceKind::OwnTemplate), none);
    assert_eq!(name("nowhere", SourceKind::Template), none);
}

#[test]
fn a_template_that_is_none_is_not_kept() {
    let office = Office::new();
    let template = shipped(&office, "national-13-labels");
    let bad = without(template.clone(), "item");
    let problem = TemplateProblem::NoItemColumn;
    assert_eq!(office.app.keep_template("样式", &bad), Err(AppError::BadTemplate { problem }));
    assert!(matches!(office.app.keep_template(" ", &template), Err(AppError::BadRequest { .. })));
    assert!(own(&office.app).is_empty());
}

#[test]
fn a_template_goes_through_a_file_to_another_library() {
    let (office, other) = (Office::new(), Office::new());
    let template = shipped(&office, "yinchuan-hrss-2020");
    let path = office.path("样式.json");
    let written = office.app.export_template("本局样式", &template, &path).unwrap();
    assert_eq!(u64::from(written.bytes), fs::metadata(&path).unwrap().len());
    let id = other.app.import_template(&path).unwrap();
    let kept = other.app.template(id.as_str(), SourceKind::OwnTemplate).unwrap();
    assert_eq!((kept.name.as_str(), kept.template), ("本局样式", template));
}

#[test]
fn files_that_are_no_template_are_refused() {
    let office = Office::new();
    let refused = office.app.import_template(&asset("zhongwei-hrss-2022"));
    assert!(matches!(refused, Err(AppError::BadExchangeFile { .. })), "{refused:?}");
    let missing = office.path("没有.json");
    let path = missing.display().to_string();
    assert_eq!(office.app.import_template(&missing), Err(AppError::FileNotFound { path }));
    assert!(own(&office.app).is_empty());
}

#[test]
fn what_a_template_does_not_show_is_told_with_the_number_of_cells() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let hidden = |template: &Template| -> Vec<(String, u32)> {
        let hidden = office.app.hidden_by(&id, template).unwrap();
        hidden.into_iter().map(|data| (data.column.to_string(), data.cells)).collect()
    };
    let own = office.app.open(&id).unwrap().template;
    assert_eq!(hidden(&own), []);
    let fewer = ["group", "basis", "channels", "method:proactive", "method:on_application", "remarks"];
    let fewer = fewer.into_iter().fold(own, without);
    let expected = [("group", 6), ("basis", 42), ("channels", 42), ("method:proactive", 42)];
    assert_eq!(hidden(&fewer), expected.map(|(key, cells)| (key.to_owned(), cells)));
}

#[test]
fn parts_names_words_and_own_columns_are_hidden_data_too() {
    let office = Office::new();
    let id = office.sample("zhongwei-social-insurance");
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    let words = Value::Mark { on: false, note: "参保人".to_owned() };
    let column = "audience:specific_groups".parse().unwrap();
    let cells = vec![
        cell_edit(&item, "sub:1", "甲类"),
        cell_edit(&item, "custom:责任科室", "办公室"),
        CellEdit { item, part: None, column, value: words },
    ];
    office.app.edit(&id, EditRequest::SetCells { act: Act::Paste, cells }, false).unwrap();
    let template = office.app.open(&id).unwrap().template;
    let keys = ["content", "audience:specific_groups", "level:市级"];
    let hidden = office.app.hidden_by(&id, &keys.into_iter().fold(template, without)).unwrap();
    let cells = |key: &str| hidden.iter().find(|data| data.column.to_string() == key).map(|data| data.cells);
    let view = office.app.open(&id).unwrap();
    let rows: usize = view.groups.iter().flat_map(|group| &group.items).map(Item::row_count).sum();
    assert_eq!(cells("content"), Some(u32::try_from(rows).unwrap()));
    assert_eq!((cells("sub:1"), cells("custom:责任科室"), cells("level:市级")), (Some(1), Some(1), Some(90)));
    let specific = view.groups.iter().flat_map(|group| &group.items).filter(|item| {
        item.audience.contains(&mulu_model::Audience::SpecificGroups) || !item.audience_note.is_empty()
    });
    assert_eq!(cells("audience:specific_groups"), Some(u32::try_from(specific.count()).unwrap()));
}
