//! One item out of two that have one origin, cell by cell.

use std::collections::BTreeSet;

use super::conflict::{Conflict, Contested};
use crate::{
    catalogue::Item,
    column::{ColumnKey, TextField},
    diff::{rows, shared_columns},
    edit::Value,
};

/// The item with what each side has changed; what both have changed differently is as in the origin.
pub(super) fn merge_item(items: &Contested<&Item>, conflicts: &mut Vec<Conflict>) -> Item {
    if let Some(item) = items.settle() {
        return (*item).clone();
    }
    let mut merged = items.base.clone();
    let columns: BTreeSet<ColumnKey> = [(items.base, items.ours), (items.base, items.theirs)]
        .into_iter()
        .flat_map(|(old, new)| shared_columns(old, new))
        .collect();
    for column in columns {
        merge_cell(items, &mut merged, None, column, conflicts);
    }
    let row_counts = items.map(|item| item.parts.len());
    if row_counts.ours != row_counts.base || row_counts.theirs != row_counts.base {
        merge_rows(items, &mut merged, conflicts);
        return merged;
    }
    let parts = (0..row_counts.base).map(Some);
    for part in parts.chain((row_counts.base == 0).then_some(None)) {
        for column in [ColumnKey::Text(TextField::Content), ColumnKey::Channels] {
            merge_cell(items, &mut merged, part, column, conflicts);
        }
    }
    merged
}

fn merge_cell(
    items: &Contested<&Item>,
    merged: &mut Item,
    part: Option<usize>,
    column: ColumnKey,
    conflicts: &mut Vec<Conflict>,
) {
    let cells = items.map(|item| item.cell(part.unwrap_or(0), &column));
    let settled = cells.settle().copied().flatten();
    if settled.is_some() && settled == cells.base {
        return;
    }
    // A cell that takes no value, which no edit could have made, is for somebody to look at.
    if settled.is_some_and(|cell| merged.set_cell(part, &column, &cell.into()).is_ok()) {
        return;
    }
    if let Contested { base: Some(base), ours: Some(ours), theirs: Some(theirs) } = cells {
        let values = Contested { base: Value::from(base), ours: ours.into(), theirs: theirs.into() };
        conflicts.push(Conflict::Cell { item: merged.id.clone(), part, column, values: Box::new(values) });
    }
}

fn merge_rows(items: &Contested<&Item>, merged: &mut Item, conflicts: &mut Vec<Conflict>) {
    let whole = items.map(|item| (&item.parts, &item.texts[TextField::Content], &item.channels));
    if let Some((parts, content, channels)) = whole.settle() {
        merged.parts.clone_from(parts);
        merged.texts[TextField::Content].clone_from(content);
        merged.channels.clone_from(channels);
    } else {
        let rows = Box::new(items.map(|item| rows(item)));
        conflicts.push(Conflict::Rows { item: merged.id.clone(), rows });
    }
}
