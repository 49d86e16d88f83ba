//! The cases of `cases.json`: for each rule a change that it finds, and a change like it that it does not; where the
//! finding can be put right, the text that then stands in the cell.

use std::collections::{HashMap, HashSet};

use mulu_model::{Catalogue, Channel, Edit, HeadingField, Id, Value};
use serde::Deserialize;

use super::{CLEAN, context, key, line, read};
use crate::{Finding, Place, check};

#[derive(Debug, Deserialize)]
pub(super) struct Case {
    pub(super) rule: String,
    base: String,
    bad: Vec<Change>,
    near: Vec<Change>,
    fixed: Option<String>,
}

/// A change of a clean catalogue; items and groups by their positions.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Change {
    Text {
        item: usize,
        column: String,
        text: String,
    },
    Mark {
        item: usize,
        mark: String,
        on: bool,
        #[serde(default)]
        note: String,
    },
    Channels {
        item: usize,
        channels: Vec<String>,
    },
    Heading {
        heading: HeadingField,
        text: String,
    },
    All {
        all: String,
        text: String,
    },
    RenameGroup {
        rename_group: usize,
        name: String,
    },
    EmptyGroup {
        empty_group: String,
    },
    Copy {
        copy: usize,
        group: usize,
    },
    DropColumn {
        drop_column: String,
    },
    Options {
        options: Vec<String>,
    },
    Option {
        option: [String; 2],
    },
    Header {
        header: [String; 2],
    },
}

pub(super) fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

fn changed(base: &str, changes: &[Change]) -> Catalogue {
    let bytes = CLEAN.iter().find(|(name, _)| *name == base).unwrap().1;
    let mut catalogue = read(bytes);
    changes.iter().for_each(|change| change.make(&mut catalogue));
    catalogue
}

impl Change {
    fn make(&self, catalogue: &mut Catalogue) {
        let id = |catalogue: &Catalogue, index: usize| catalogue.items().nth(index).unwrap().1.id.clone();
        let set =
            |item: Id, column: &str, value| Edit::SetCell { item, part: None, column: key(column), value };
        let edits = match self {
            Self::Text { item, column, text } => {
                vec![set(id(catalogue, *item), column, Value::Text { text: text.clone() })]
            }
            Self::Mark { item, mark, on, note } => {
                vec![set(id(catalogue, *item), mark, Value::Mark { on: *on, note: note.clone() })]
            }
            Self::Channels { item, channels } => {
                let channels = channels.iter().map(|text| channel(text)).collect();
                vec![set(id(catalogue, *item), "channels", Value::Channels { channels })]
            }
            Self::Heading { heading, text } => {
                vec![Edit::SetHeading { field: *heading, value: text.clone() }]
            }
            Self::All { all, text } => {
                let ids = catalogue.items().map(|(_, item)| item.id.clone());
                ids.map(|item| set(item, all, Value::Text { text: text.clone() })).collect()
            }
            Self::RenameGroup { rename_group, name } => {
                let group = catalogue.groups[*rename_group].id.clone();
                vec![Edit::RenameGroup { group, name: name.clone() }]
            }
            Self::EmptyGroup { empty_group } => {
                let group = mulu_model::Group {
                    id: Id::new("new").unwrap(),
                    name: empty_group.clone(),
                    items: Vec::new(),
                };
                vec![Edit::InsertGroup { at: 0, group }]
            }
            Self::Copy { copy, group } => {
                let mut item = catalogue.items().nth(*copy).unwrap().1.clone();
                item.id = Id::new("copy").unwrap();
                let group = &catalogue.groups[*group];
                let at = group.items.len();
                vec![Edit::InsertItem { group: group.id.clone(), at, item: Box::new(item) }]
            }
            _ => return self.make_in_template(catalogue),
        };
        edits.iter().for_each(|edit| _ = catalogue.apply(edit).unwrap());
    }

    fn make_in_template(&self, catalogue: &mut Catalogue) {
        let template = &mut catalogue.template;
        match self {
            Self::DropColumn { drop_column } => {
                template.columns.retain(|column| column.key != key(drop_column));
            }
            Self::Options { options } => {
                template.channel_options = options.clone();
                template.channel_options_with_note.clear();
            }
            Self::Option { option: [old, new] } => {
                let slot = template.channel_options.iter_mut().find(|option| *option == old).unwrap();
                slot.clone_from(new);
            }
            Self::Header { header: [column, text] } => {
                let column = template.columns.iter_mut().find(|own| own.key == key(column)).unwrap();
                column.header = vec![text.clone()];
            }
            _ => unreachable!(),
        }
    }
}

/// `其他=展览馆` is a channel with a note.
fn channel(text: &str) -> Channel {
    let (label, note) = text.split_once('=').unwrap_or((text, ""));
    Channel { label: label.to_owned(), note: note.to_owned() }
}

fn of_rule<'a>(findings: &'a [Finding], rule: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|finding| finding.rule.id == rule).collect()
}

#[test]
fn each_rule_finds_what_it_is_for_and_not_what_is_like_it() {
    let mut wrong = Vec::new();
    for case in cases() {
        let bad = changed(&case.base, &case.bad);
        if of_rule(&check(&bad, &context()), &case.rule).is_empty() {
            wrong.push(format!("not found: {case:?}"));
        }
        let near = changed(&case.base, &case.near);
        let found = check(&near, &context());
        wrong.extend(of_rule(&found, &case.rule).iter().map(|f| format!("{} {case:?}", line(f, &near))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_placeholder_of_a_sentence_has_a_fact() {
    let words = include_str!("../../../../assets/words/checks.json");
    let sentences: HashMap<String, HashMap<String, String>> = serde_json::from_str(words).unwrap();
    for case in cases() {
        let found = check(&changed(&case.base, &case.bad), &context());
        for finding in &found {
            let message = &sentences[finding.rule.id]["message"];
            let names = message.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            for name in names {
                assert!(finding.facts.iter().any(|(fact, _)| *fact == name), "{}: {name}", finding.rule.id);
            }
        }
    }
}

#[test]
fn what_puts_a_finding_right_removes_it_and_adds_none() {
    let wrong: Vec<String> =
        cases().iter().filter_map(|case| Some(format!("{}: {case:?}", tried(case)?))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the fix of a case; nothing where it has none and should have none.
fn tried(case: &Case) -> Option<String> {
    let place = |finding: &Finding| (finding.rule.id, finding.place.clone());
    let mut catalogue = changed(&case.base, &case.bad);
    let before = check(&catalogue, &context());
    let finding = (*of_rule(&before, &case.rule).first()?).clone();
    let Some(fix) = &finding.fix else {
        return case.fixed.as_ref().map(|_| "has no fix".to_owned());
    };
    catalogue.apply(fix).unwrap();
    let text = text_at(&catalogue, &finding.place);
    if case.fixed.as_ref().is_some_and(|fixed| *fixed != text) {
        return Some(format!("becomes {text:?}"));
    }
    let known: HashSet<_> = before.iter().map(place).collect();
    let after: Vec<_> = check(&catalogue, &context()).iter().map(place).collect();
    if after.contains(&place(&finding)) {
        return Some("stays".to_owned());
    }
    let added: Vec<_> = after.iter().filter(|found| !known.contains(*found)).collect();
    (!added.is_empty()).then(|| format!("adds {added:?}"))
}

/// The text of a cell; of channels their labels.
fn text_at(catalogue: &Catalogue, place: &Place) -> String {
    let Place::Cell { item, column, .. } = place else { unreachable!() };
    match catalogue.item(item).unwrap().cell(0, column).unwrap() {
        mulu_model::Cell::Text(text) => text.to_owned(),
        mulu_model::Cell::Channels(channels) => {
            channels.iter().map(|channel| channel.label.as_str()).collect::<Vec<_>>().join("、")
        }
        mulu_model::Cell::Mark { .. } => unreachable!(),
    }
}
