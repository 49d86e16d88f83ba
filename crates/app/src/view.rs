//! From a catalogue to what the catalogue screen shows. What the window would have to work out (numbers, merged
//! cells, header cells, statistics) is worked out here, so that there is one way to do it.

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Column, ColumnKey, Footprint, Group, GroupNumbering, Item, Statistics, Template,
    library::{LoggedStep, Summary},
    table,
};

use crate::{
    error::from::count,
    name::{Names, edit_name},
    wire::{
        CatalogueState, CatalogueSummary, GroupChange, GroupPlace, GroupView, HeaderCell, PickGroup,
        PickItem, Shape,
    },
};

/// What the list says without asking for the steps.
pub(crate) fn summary(summary: Summary) -> CatalogueSummary {
    CatalogueSummary {
        id: summary.id,
        title: summary.title,
        responsible_unit: summary.responsible_unit,
        prepared_at: summary.prepared_at,
        stage: summary.stage,
        version: summary.version,
        is_sent_back: false,
        open_remarks: 0,
        stage_since: None,
        check_code: None,
        groups: summary.groups,
        items: summary.items,
        changed_at: summary.changed_at.to_string(),
        deleted_at: summary.deleted_at.map(|at| at.to_string()),
    }
}

/// How many characters of an item's content are shown where items are picked.
const PICKED_CONTENT: usize = 80;

pub(crate) fn pick_group(group: &Group) -> PickGroup {
    let item = |item: &Item| PickItem {
        id: item.id.clone(),
        name: item.name.clone(),
        content: item.whole_content().chars().take(PICKED_CONTENT).collect(),
    };
    PickGroup {
        id: group.id.clone(),
        name: group.name.clone(),
        items: group.items.iter().map(item).collect(),
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
    GroupView {
        id: group.id.clone(),
        name: group.name.clone(),
        spans: spans(template, group),
        items: group.items.clone(),
    }
}

fn spans(template: &Template, group: &Group) -> Vec<Vec<u32>> {
    // Which cells are merged does not depend on the items' numbers.
    let rows = table::rows(group, 1);
    let column =
        |column: &Column| table::spans(template, &rows, &column.key).into_iter().map(count).collect();
    template.columns.iter().map(column).collect()
}

/// The groups in which a change may have changed anything, each with no more than that.
pub(crate) fn group_changes(catalogue: &Catalogue, footprint: &Footprint) -> Vec<GroupChange> {
    let template = &catalogue.template;
    let may_merge_otherwise = footprint.may_merge_otherwise(template);
    let change = |group: &Group| {
        let is_touched = |item: &&Item| footprint.items.contains(&item.id);
        let items: Vec<Item> = match footprint.items.is_empty() {
            true => Vec::new(),
            false => group.items.iter().filter(is_touched).cloned().collect(),
        };
        let has_new_order = footprint.orders.contains(&group.id);
        let has_new_spans = footprint.template || has_new_order || (may_merge_otherwise && !items.is_empty());
        let is_changed = has_new_spans || !items.is_empty() || footprint.groups.contains(&group.id);
        is_changed.then(|| GroupChange {
            id: group.id.clone(),
            name: group.name.clone(),
            order: has_new_order.then(|| group.items.iter().map(|item| item.id.clone()).collect()),
            items,
            spans: has_new_spans.then(|| spans(template, group)),
        })
    };
    catalogue.groups.iter().filter_map(change).collect()
}

/// The shape of the table, where a change may have changed it.
pub(crate) fn shape(catalogue: &Catalogue, footprint: &Footprint) -> Option<Shape> {
    let template = &catalogue.template;
    footprint.template.then(|| Shape { template: template.clone(), header: header(template) })
}

pub(crate) fn state(
    catalogue: &Catalogue,
    revision: u32,
    saved_at: Timestamp,
    undo: Option<&LoggedStep>,
    redo: Option<&LoggedStep>,
) -> CatalogueState {
    let names = Names::of(catalogue);
    let name = |step: &LoggedStep| edit_name(&step.edit, &step.inverse, &names);
    CatalogueState {
        revision,
        statistics: Statistics::of(catalogue).to_string(),
        undo: undo.map(name),
        redo: redo.map(name),
        saved_at: saved_at.to_string(),
    }
}
