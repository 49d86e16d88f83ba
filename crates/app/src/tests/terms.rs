//! Vocabularies and findings.

use super::*;
use crate::wire::{Severity, Term};

fn column(key: &str) -> ColumnKey {
    key.parse().unwrap()
}

fn suggested(app: &App, id: &Id, key: &str, typed: &str) -> Vec<String> {
    app.suggest(id, &column(key), typed).unwrap().into_iter().map(|term| term.text).collect()
}

fn rename(app: &App, id: &Id, key: &str, from: &str, to: &str) -> Result<Change, AppError> {
    let (column, from, to) = (column(key), from.to_owned(), to.to_owned());
    app.edit(id, EditRequest::RenameTerm { column, from, to }, false)
}

/// In how many cells of the catalogue a term stands.
fn uses(app: &App, id: &Id, key: &str, term: &str) -> usize {
    let terms = app.terms(id, &column(key)).unwrap();
    terms.into_iter().find(|known| known.text == term).map_or(0, |known| known.items.len())
}

const LIMIT: &str = "信息形成或者变更之日起20个工作日内";

#[test]
fn nothing_typed_suggests_what_is_most_used_in_this_catalogue_first() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    office.sample("zhongwei-social-insurance");
    let terms = office.app.suggest(&id, &column("time_limit"), "").unwrap();
    assert_eq!(terms.len(), 12);
    assert_eq!((terms[0].text.as_str(), terms[0].uses), ("信息形成（更改）之日起20个工作日内", 14));
    assert_eq!((terms[1].text.as_str(), terms[1].uses, terms[1].uses_elsewhere), (LIMIT, 11, 88));
    let here = terms.iter().take_while(|term| term.uses > 0).count();
    assert!(terms[here..].iter().all(|term| term.uses == 0));
}

#[test]
fn terms_are_found_by_characters_and_by_pinyin_and_the_very_text_is_left_out() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let term = |typed: &str| -> Option<Term> {
        let found = office.app.suggest(&id, &column("time_limit"), typed).unwrap();
        found.into_iter().find(|term| term.text == LIMIT)
    };
    assert_eq!(term("或者变更").unwrap().mark, Some((4, 4)));
    assert_eq!(term("xxxchz").unwrap().mark, None);
    assert_eq!(term("xinxixingcheng").unwrap().uses, 11);
    assert!(term(LIMIT).is_none() && term("不在").is_none());
}

#[test]
fn a_basis_is_suggested_as_citations_and_standard_laws_come_last() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let laws = suggested(&office.app, &id, "basis", "社会保险法");
    let with_number =
        "《中华人民共和国社会保险法》（2018年第十三届全国人民代表大会常务委员会第七次会议修正）";
    assert_eq!(laws, ["《社会保险法》", with_number, "《中华人民共和国社会保险法》"]);
    let national = suggested(&office.app, &id, "basis", "jyf");
    assert!(national.contains(&"《中华人民共和国教育法》".to_owned()), "{national:?}");
}

#[test]
fn a_term_is_known_as_soon_as_it_is_typed_and_forgotten_with_its_catalogue() {
    let office = Office::new();
    let (id, other) = (office.sample("yinchuan-hrss-2020"), office.sample("yinchuan-hrss-2020"));
    let item = first_item(&office.app.open(&other).unwrap()).id.clone();
    let known = || suggested(&office.app, &id, "disclosing_body", "数据局");
    assert!(known().is_empty());
    office.app.edit(&other, set_text(&item, "disclosing_body", "市数据局"), false).unwrap();
    assert_eq!(known(), ["市数据局"]);
    let colleague = office.colleague();
    colleague.edit(&other, set_text(&item, "disclosing_body", "县数据局"), false).unwrap();
    assert_eq!(known(), ["县数据局"]);
    office.app.delete(&other).unwrap();
    assert!(known().is_empty());
}

#[test]
fn what_is_each_items_own_has_no_vocabulary_and_boxes_need_none() {
    let office = Office::new();
    let (boxes, lines) = (office.sample("zhongwei-hrss-2022"), office.sample("jalaid-social-insurance"));
    for key in ["item", "content", "group", "method:proactive", "channels"] {
        assert!(suggested(&office.app, &boxes, key, "").is_empty(), "{key}");
    }
    let labels = suggested(&office.app, &lines, "channels", "");
    assert_eq!(labels[..4], ["政府网站", "政务服务中心", "基层公共服务平台", "中卫市人民政府门户网站"]);
    assert!(suggested(&office.app, &lines, "channels", "gbds").contains(&"广播电视".to_owned()));
}

#[test]
fn the_list_of_terms_has_those_of_this_catalogue_with_their_items_and_then_the_others() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    office.sample("jalaid-social-insurance");
    let terms = office.app.terms(&id, &column("basis")).unwrap();
    let here = terms.iter().take_while(|term| !term.items.is_empty()).count();
    assert!(terms[..here].is_sorted_by_key(|term| std::cmp::Reverse(term.items.len())));
    assert!(terms[here..].iter().all(|term| term.items.is_empty() && term.uses_elsewhere > 0));
    let law = terms.iter().find(|term| term.text == "《社会保险法》").unwrap();
    assert_eq!((law.items.len(), law.uses_elsewhere), (7, 77));
}

#[test]
fn a_term_is_renamed_wherever_it_stands_as_one_step() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let before = office.app.open(&id).unwrap();
    let change = rename(&office.app, &id, "disclosing_body", "中卫市人力资源和社会保障局", "中卫市人社局");
    assert_eq!(change.unwrap().state.undo, Some(EditName::Several { act: Act::RenameTerm, count: 42 }));
    assert_eq!(uses(&office.app, &id, "disclosing_body", "中卫市人社局"), 42);
    rename(&office.app, &id, "basis", "《社会保险法》", "《中华人民共和国社会保险法》").unwrap();
    assert_eq!(uses(&office.app, &id, "basis", "《社会保险法》"), 0);
    office.app.undo(&id).unwrap();
    office.app.undo(&id).unwrap();
    assert_eq!(office.app.open(&id).unwrap().groups, before.groups);
}

#[test]
fn a_box_is_renamed_in_the_template_with_the_cells_that_tick_it() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    rename(&office.app, &id, "channels", "其他", "其他渠道").unwrap();
    let view = office.app.open(&id).unwrap();
    assert_eq!(view.template.channel_options.last().unwrap(), "其他渠道");
    assert_eq!(view.template.channel_options_with_note.last().unwrap(), "其他渠道");
    assert_eq!(uses(&office.app, &id, "channels", "其他渠道"), 2);
    let change = office.app.undo(&id).unwrap();
    assert_eq!(change.shape.unwrap().template.channel_options.last().unwrap(), "其他");
}

#[test]
fn a_term_cannot_become_empty_nor_be_renamed_where_there_are_none() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    for (key, to) in [("basis", " "), ("content", "甲"), ("group", "甲")] {
        let refused = rename(&office.app, &id, key, "《中华人民共和国政府信息公开条例》", to);
        assert!(matches!(refused, Err(AppError::BadRequest { .. })), "{key}: {refused:?}");
    }
}

#[test]
fn a_term_is_renamed_in_all_other_catalogues_each_with_its_own_undo() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let other = office.sample("zhongwei-social-insurance");
    let bin = office.sample("jalaid-social-insurance");
    office.app.delete(&bin).unwrap();
    let elsewhere = |from, to| office.app.rename_term_elsewhere(&id, &column("basis"), from, to);
    let before = office.app.open(&other).unwrap();
    assert_eq!(elsewhere("《社会保险法》", "《中华人民共和国社会保险法》"), Ok(85));
    assert_eq!(uses(&office.app, &other, "basis", "《社会保险法》"), 0);
    assert_eq!(uses(&office.app, &id, "basis", "《社会保险法》"), 7, "this catalogue is not touched");
    let undone = office.app.undo(&other).unwrap();
    assert_eq!(undone.state.redo, Some(EditName::Several { act: Act::RenameTerm, count: 85 }));
    assert_eq!(office.app.open(&other).unwrap().groups, before.groups);
    assert_eq!(elsewhere("《没有的法》", "《甲法》"), Ok(0));
}

#[test]
fn findings_are_of_the_catalogue_as_it_is_now_and_no_more_than_can_be_read() {
    let office = Office::new();
    let id = office.sample("yinchuan-hrss-2020");
    assert_eq!(office.app.findings(&id), Ok(Vec::new()));
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.edit(&id, set_text(&item, "basis", ""), false).unwrap();
    let found = office.app.findings(&id).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0].item, &found[0].column, found[0].severity),
        (&item, &column("basis"), Severity::Error)
    );
    let group = office.app.open(&id).unwrap().groups[0].id.clone();
    let add =
        |_| EditRequest::AddItem { group: group.clone(), at: 0, name: String::new(), cells: Vec::new() };
    let many = EditRequest::Several { act: Act::Copy, requests: (0..1_000).map(add).collect() };
    office.app.edit(&id, many, false).unwrap();
    assert_eq!(office.app.findings(&id).unwrap().len(), 5_000);
}
