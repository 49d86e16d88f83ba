//! The rules that stand in the way of 送审.

use mulu_model::{Catalogue, Channel, ColumnKey, Edit, Id, Item, Method, Part, TextField};

use super::{REAL, read};
use crate::{CellFinding, Problem, Severity, sign_off};

/// The catalogue of 2022 with nothing but its first group, whose items are filled well, changed a little.
fn with(change: impl FnOnce(&mut Catalogue)) -> Vec<(String, Problem)> {
    let mut catalogue = read(REAL[0].1);
    catalogue.groups.truncate(1);
    change(&mut catalogue);
    sign_off(&catalogue).into_iter().map(|finding| (place(&finding, &catalogue), finding.problem)).collect()
}

/// Such as `2 content[1]`: the item's number, the column, the part.
fn place(finding: &CellFinding, catalogue: &Catalogue) -> String {
    let index = catalogue.items().position(|(_, item)| item.id == finding.item).unwrap();
    let part = finding.part.map(|part| format!("[{part}]")).unwrap_or_default();
    format!("{} {}{part}", index + 1, finding.column)
}

fn first(catalogue: &mut Catalogue) -> &mut Item {
    &mut catalogue.groups[0].items[0]
}

fn channel(label: &str, note: &str) -> Channel {
    Channel { label: label.to_owned(), note: note.to_owned() }
}

fn found(place: &str, problem: Problem) -> Vec<(String, Problem)> {
    vec![(place.to_owned(), problem)]
}

/// Takes a column out of the template.
fn without(catalogue: &mut Catalogue, key: &str) {
    let key: ColumnKey = key.parse().unwrap();
    catalogue.template.columns.retain(|column| column.key != key);
}

#[test]
fn what_is_filled_well_has_no_findings() {
    assert_eq!(with(|_| ()), []);
}

#[test]
fn every_column_that_must_be_filled_is_missed_and_no_other() {
    let empty = with(|catalogue| {
        let item = first(catalogue);
        *item = Item { method: item.method.clone(), ..Item::new(item.id.clone(), " \n".to_owned()) };
        without(catalogue, "channels");
    });
    let places: Vec<_> = empty.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["1 item", "1 content", "1 basis", "1 time_limit", "1 disclosing_body"]);
    assert!(empty.iter().all(|(_, problem)| *problem == Problem::Empty));
    let hidden = with(|catalogue| {
        first(catalogue).texts[TextField::Basis].clear();
        without(catalogue, "basis");
    });
    assert_eq!(hidden, [], "what no column shows is not asked for");
}

#[test]
fn content_and_channels_of_an_item_in_rows_are_looked_for_in_its_rows() {
    let parts = |contents: [&str; 2], labels: [&str; 2]| {
        let part = |(content, label): (&str, &str)| Part {
            content: content.to_owned(),
            channels: vec![channel(label, "")],
        };
        contents.into_iter().zip(labels).map(part).collect::<Vec<_>>()
    };
    let split = |parts: Vec<Part>| {
        with(|catalogue| {
            let item = first(catalogue);
            (item.texts[TextField::Content], item.channels, item.parts) = (String::new(), Vec::new(), parts);
        })
    };
    assert_eq!(split(parts(["甲", "乙"], ["报刊", "报刊"])), []);
    assert_eq!(split(parts(["甲", ""], ["报刊", "报刊"])), found("1 content[1]", Problem::Empty));
    let label = "其他".to_owned();
    assert_eq!(
        split(parts(["甲", "乙"], ["其他", "报刊"])),
        found("1 channels[0]", Problem::NoNote { label })
    );
    let mut bare = parts(["甲", "乙"], ["报刊", "报刊"]);
    bare[1].channels.clear();
    assert_eq!(split(bare), found("1 channels[1]", Problem::NoChannel));
}

#[test]
fn one_method_must_be_ticked_where_there_are_both_columns() {
    let set = |methods: &'static [Method]| {
        move |catalogue: &mut Catalogue| first(catalogue).method = methods.iter().copied().collect()
    };
    assert_eq!(with(set(&[])), found("1 method:proactive", Problem::NoMethod));
    assert_eq!(with(set(Method::ALL)), found("1 method:proactive", Problem::BothMethods));
    assert_eq!(with(set(&[Method::OnApplication])), []);
    let one_column = with(|catalogue| {
        first(catalogue).method.clear();
        without(catalogue, "method:on_application");
    });
    assert_eq!(one_column, []);
}

#[test]
fn a_channel_must_be_ticked_or_written_and_its_note_given() {
    let set = |channels: Vec<Channel>| with(|catalogue| first(catalogue).channels = channels);
    let label = || "精准推送".to_owned();
    assert_eq!(set(vec![]), found("1 channels", Problem::NoChannel));
    assert_eq!(set(vec![channel(" ", "")]), found("1 channels", Problem::NoChannel));
    assert_eq!(set(vec![channel(&label(), " ")]), found("1 channels", Problem::NoNote { label: label() }));
    assert_eq!(set(vec![channel(&label(), "短信")]), []);
    let no_column = with(|catalogue| {
        first(catalogue).channels.clear();
        without(catalogue, "channels");
    });
    assert_eq!(no_column, []);
}

#[test]
fn the_later_of_two_items_with_one_name_in_a_group_is_told() {
    let rename = |catalogue: &mut Catalogue, item: usize, name: &str| {
        let item = catalogue.groups[0].items[item].id.clone();
        let value = mulu_model::Value::Text { text: name.to_owned() };
        catalogue.apply(&Edit::SetCell { item, part: None, column: ColumnKey::Item, value }).unwrap();
    };
    let twice = with(|catalogue| {
        rename(catalogue, 0, "机构信息");
        rename(catalogue, 2, " 机构信息");
    });
    assert_eq!(twice, found("3 item", Problem::SameName { number: 1 }));
    assert_eq!(twice[0].1.severity(), Severity::Warning);
    let under_other_names = with(|catalogue| {
        rename(catalogue, 0, "机构信息");
        rename(catalogue, 2, "机构信息");
        catalogue.groups[0].items[2].path = vec!["直属单位".to_owned()];
    });
    assert_eq!(under_other_names, []);
    let in_other_groups = with(|catalogue| {
        let mut other = catalogue.groups[0].clone();
        other.id = Id::new("other").unwrap();
        catalogue.groups.push(other);
    });
    assert_eq!(in_other_groups, []);
}

#[test]
fn the_findings_of_the_real_catalogues_are_as_they_were() {
    for (name, bytes) in REAL {
        let catalogue = read(bytes);
        let line = |finding: &CellFinding| format!("{}: {:?}\n", place(finding, &catalogue), finding.problem);
        insta::assert_snapshot!(name, sign_off(&catalogue).iter().map(line).collect::<String>());
    }
}
