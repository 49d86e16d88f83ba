//! From a catalogue to what the catalogue screen shows. What the window would have to work out (numbers, merged
//! cells, header cells, statistics) is worked out here, so that there is one way to do it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use mulu_model::{Catalogue, ColumnKey, Edit, Group, GroupNumbering, Id, Statistics, Template, table};
use mulu_store::{Step, Summary};

use crate::{
    error::from::count,
    name::edit_name,
    wire::{CatalogueState, CatalogueSummary, GroupChange, GroupPlace, GroupView, HeaderCell, Stage},
};

pub(crate) fn summary(summary: Summary) -> CatalogueSummary {
    CatalogueSummary {
        id: summary.id,
        title: summary.title,
        responsible_unit: summary.responsible_unit,
        prepared_at: summary.prepared_at,
        stage: Stage::Preparing,
        groups: summary.groups,
        items: summary.items,
        changed_at: summary.changed_at.to_string(),
        deleted_at: summary.deleted_at.map(|at| at.to_string()),
    }
}

pub(crate) fn header(template: &Template) -> Vec<HeaderCell> {
    let cell = |cell: table::HeaderCell| HeaderCell {
        text: cell.text,
        row: count(cell.row),
        column: count(cell.column),
        row_span: count(cell.row_span),
        column_span: count(cell.column_span),
    };
    table::header(template).into_iter().map(cell).collect()
}

pub(crate) fn places(catalogue: &Catalogue) -> Vec<GroupPlace> {
    let template = &catalogue.template;
    let has_numbers = template.numbering.group != GroupNumbering::None;
    let mut first_item = 1;
    let place = |(index, group): (usize, &Group)| {
        let number = table::number(template, &ColumnKey::Number, index, first_item);
        let number = if has_numbers { number } else { String::new() };
        let place = GroupPlace { id: group.id.clone(), number, first_item: count(first_item) };
        first_item += group.items.len();
        place
    };
    catalogue.groups.iter().enumerate().map(place).collect()
}

pub(crate) fn group(template: &Template, group: &Group) -> GroupView {
    // Which cells are merged does not depend on the items' numbers.
    let rows = table::rows(group, 1);
    let spans = template
        .columns
        .iter()
        .map(|column| table::spans(template, &rows, &column.key).into_iter().map(count).collect());
    GroupView {
        id: group.id.clone(),
        name: group.name.clone(),
        spans: spans.collect(),
        items: group.items.clone(),
    }
}

/// The groups of which a change may have changed anything, as they are now.
pub(crate) fn touched_groups(catalogue: &Catalogue, edit: &Edit, inverse: &Edit) -> Vec<GroupChange> {
    let footprint = edit.footprint(inverse);
    let holds_one_of = |group: &Group, items: &BTreeSet<Id>| {
        !items.is_empty() && group.items.iter().any(|item| items.contains(&item.id))
    };
    let touched = catalogue
        .groups
        .iter()
        .filter(|group| footprint.groups.contains(&group.id) || holds_one_of(group, &footprint.items));
    let change = |GroupView { id, name, items, spans }: GroupView| {
        let order = Some(items.iter().map(|item| item.id.clone()).collect());
        GroupChange { id, name, order, items, spans: Some(spans) }
    };
    touched.map(|touched| change(group(&catalogue.template, touched))).collect()
}

pub(crate) fn state(
    catalogue: &Catalogue,
    revision: u32,
    saved_at: Timestamp,
    undo: Option<&Step>,
    redo: Option<&Step>,
) -> CatalogueState {
    let name = |step: &Step| edit_name(&step.edit, &step.inverse, catalogue);
    CatalogueState {
        revision,
        statistics: Statistics::of(catalogue).to_string(),
        undo: undo.map(name),
        redo: redo.map(name),
        saved_at: saved_at.to_string(),
    }
}
