//! What the window sees of a hand-off file.

use std::collections::HashMap;

use mulu_form::revision::{self, Comparison};
use mulu_model::{
    Catalogue, ColumnKey, Edit, Id, Item, Part, TextField, Value,
    diff::ItemPlace,
    exchange::read_canonical,
    log::LogRow,
    merge::{Conflict, MergeSide, Merged},
    signoff::{Handoff, actor_name},
};
use mulu_signoff::{Introduction, Problem, fingerprint};

use super::relation::{Compared, Meeting};
use crate::{
    error::from::count,
    signing::proof_problem,
    wire::{ConflictView, HandoffView, IntroductionView, SideView},
};

pub(super) fn handoff(
    handoff: &Handoff,
    introductions: &[Introduction],
    compared: &Compared,
    problems: &[Problem],
) -> HandoffView {
    let cover = &handoff.cover;
    let theirs = read_canonical(&handoff.content);
    let conflicts = match &compared.meeting {
        Meeting::Merge { merged, ours, theirs } => {
            let scene = Scene::new(merged, ours, theirs, compared);
            merged.conflicts.iter().map(|conflict| scene.conflict(conflict)).collect()
        }
        _ => Vec::new(),
    };
    HandoffView {
        title: theirs.map(|catalogue| catalogue.heading.title).unwrap_or_default(),
        stage: cover.stage,
        version: cover.version,
        sender: cover.sender.name.clone(),
        unit: cover.sender.unit.clone(),
        sent_at: cover.sent_at.to_string(),
        relation: compared.relation,
        introductions: introductions.iter().filter_map(introduction).collect(),
        conflicts,
        problems: problems.iter().map(proof_problem).collect(),
    }
}

fn introduction(introduction: &Introduction) -> Option<IntroductionView> {
    let (key, known) = match introduction {
        Introduction::Stranger(key) => (key, None),
        Introduction::OtherKey { key, known } => (key, Some(known)),
        Introduction::Nameless(_) => return None,
    };
    Some(IntroductionView {
        name: key.name.clone(),
        unit: key.unit.clone(),
        fingerprint: fingerprint(&key.public_key),
        known_fingerprint: known.map(|known| fingerprint(&known.public_key)),
    })
}

/// Both sides, to look things up in.
struct Scene<'a> {
    merged: &'a Merged,
    comparison: Comparison<'a>,
    ours: &'a Catalogue,
    theirs: &'a Catalogue,
    numbers: HashMap<&'a Id, usize>,
    our_rows: &'a [LogRow],
    their_rows: &'a [LogRow],
}

/// What stands on each side; `None` where the item or group is gone.
type Texts = [Option<String>; 2];

impl<'a> Scene<'a> {
    fn new(merged: &'a Merged, ours: &'a Catalogue, theirs: &'a Catalogue, compared: &'a Compared) -> Self {
        Self {
            merged,
            comparison: Comparison::new(ours, theirs),
            ours,
            theirs,
            numbers: (1..).zip(ours.items()).map(|(number, (_, item))| (&item.id, number)).collect(),
            our_rows: &compared.our_rows,
            their_rows: &compared.their_rows,
        }
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictView {
        let (item, name, label, [ours, theirs]) = self.told(conflict);
        let side = |text, rows: &[LogRow]| {
            let last = last_change(rows, conflict);
            SideView {
                text,
                by: last.map(|row| actor_name(&row.actor).to_owned()).unwrap_or_default(),
                at: last.map(|row| row.at.to_string()).unwrap_or_default(),
            }
        };
        ConflictView {
            number: item.and_then(|item| self.numbers.get(item)).map(|number| count(*number)),
            name,
            label,
            ours: side(ours, self.our_rows),
            theirs: side(theirs, self.their_rows),
        }
    }

    /// The item, what it is about, the column or field, and the texts.
    fn told<'b>(&self, conflict: &'b Conflict) -> (Option<&'b Id>, String, String, Texts) {
        match conflict {
            Conflict::Heading { field, values } => (
                None,
                String::new(),
                revision::heading_label(*field).to_owned(),
                [Some(values.ours.clone()), Some(values.theirs.clone())],
            ),
            Conflict::Template(values) => {
                let words = |template: &mulu_model::Template| {
                    template
                        .columns
                        .iter()
                        .map(|column| column.header.join("/"))
                        .collect::<Vec<_>>()
                        .join("、")
                };
                let texts = [Some(words(&values.ours)), Some(words(&values.theirs))];
                (None, String::new(), String::new(), texts)
            }
            Conflict::GroupName { group: _, names } => {
                let label = self.comparison.label(&ColumnKey::Group, None);
                let texts = [Some(names.ours.clone()), Some(names.theirs.clone())];
                (None, names.base.clone(), label, texts)
            }
            Conflict::GroupPlace { group, places } => {
                let text = |place: Option<usize>| place.map(|at| (at + 1).to_string());
                let texts = [text(places.ours), text(places.theirs)];
                (None, self.group(group), String::new(), texts)
            }
            Conflict::GroupRemoved { group, by } => {
                let name = self.group(group);
                (None, name.clone(), String::new(), gone(*by, name))
            }
            Conflict::ItemPlace { item, places } => {
                let text = |place: &Option<ItemPlace>| {
                    place.as_ref().map(|place| format!("{} {}", self.group(&place.group), place.at + 1))
                };
                let texts = [text(&places.ours), text(&places.theirs)];
                (Some(item), self.item(item), String::new(), texts)
            }
            Conflict::ItemRemoved { item, by, kept, .. } => {
                (Some(item), kept.name.clone(), String::new(), gone(*by, summary(kept)))
            }
            Conflict::Cell { item, part, column, values } => {
                let text = |value: &Value| Some(self.text(value));
                let label = self.comparison.label(column, *part);
                (Some(item), self.item(item), label, [text(&values.ours), text(&values.theirs)])
            }
            Conflict::Rows { item, rows } => {
                let label = self.comparison.label(&ColumnKey::Text(TextField::Content), None);
                (Some(item), self.item(item), label, [Some(lines(&rows.ours)), Some(lines(&rows.theirs))])
            }
        }
    }

    /// A cell's value in words.
    fn text(&self, value: &Value) -> String {
        let (_, runs) = self.comparison.cells(value, value);
        runs.into_iter().map(|run| run.text).collect()
    }

    fn group(&self, id: &Id) -> String {
        let catalogues = [self.ours, self.theirs, &self.merged.catalogue];
        let mut groups = catalogues.iter().flat_map(|catalogue| &catalogue.groups);
        groups.find(|group| group.id == *id).map(|group| group.name.clone()).unwrap_or_default()
    }

    fn item(&self, id: &Id) -> String {
        let catalogues = [self.ours, self.theirs, &self.merged.catalogue];
        catalogues
            .iter()
            .find_map(|catalogue| catalogue.item(id))
            .map(|it| it.name.clone())
            .unwrap_or_default()
    }
}

/// What one side has taken out is nothing there.
fn gone(by: MergeSide, text: String) -> Texts {
    match by {
        MergeSide::Ours => [None, Some(text)],
        MergeSide::Theirs => [Some(text), None],
    }
}

fn summary(item: &Item) -> String {
    let content = item.whole_content();
    if content.is_empty() { item.name.clone() } else { format!("{}\n{content}", item.name) }
}

fn lines(rows: &[Part]) -> String {
    rows.iter().map(|row| row.content.as_str()).collect::<Vec<_>>().join("\n")
}

/// The last row that has changed what a conflict is about, or something of the same item or group.
fn last_change<'a>(rows: &'a [LogRow], conflict: &Conflict) -> Option<&'a LogRow> {
    let exactly = rows.iter().rev().find(|row| sets(&row.edit, conflict));
    exactly.or_else(|| rows.iter().rev().find(|row| touches(row, conflict)))
}

fn sets(edit: &Edit, conflict: &Conflict) -> bool {
    match (edit, conflict) {
        (Edit::Several { edits, .. }, conflict) => edits.iter().any(|edit| sets(edit, conflict)),
        (Edit::SetHeading { field: set, .. }, Conflict::Heading { field, .. }) => set == field,
        (
            Edit::SetCell { item: set_item, column: set_column, part: set_part, .. },
            Conflict::Cell { item, column, part, .. },
        ) => (set_item, set_column, set_part) == (item, column, part),
        _ => false,
    }
}

fn touches(row: &LogRow, conflict: &Conflict) -> bool {
    let footprint = row.edit.footprint(&row.inverse);
    match conflict {
        Conflict::Heading { .. } => footprint.heading,
        Conflict::Template(_) => footprint.template,
        Conflict::GroupName { group, .. } | Conflict::GroupRemoved { group, .. } => {
            footprint.groups.contains(group)
        }
        Conflict::GroupPlace { .. } => footprint.group_order,
        Conflict::ItemPlace { item, .. } => !footprint.orders.is_empty() || footprint.items.contains(item),
        Conflict::ItemRemoved { item, .. } | Conflict::Cell { item, .. } | Conflict::Rows { item, .. } => {
            footprint.items.contains(item)
        }
    }
}
