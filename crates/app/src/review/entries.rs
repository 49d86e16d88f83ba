//! From the differences of two catalogues to what the review screen walks through.

use std::collections::HashMap;

use mulu_form::revision::{self, Comparison};
use mulu_model::{
    Catalogue, ColumnKey, Group, Id, Item, TextField, Value,
    diff::{Difference, diff},
};

use crate::{
    error::from::count,
    wire::{Fate, ReviewCell, ReviewEntry, Run},
};

/// How much has changed.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) changed: u32,
    pub(crate) added: u32,
    pub(crate) removed: u32,
    pub(crate) moved: u32,
}

/// Where an item stands in one of the two catalogues.
#[derive(Clone, Copy)]
struct Stand<'a> {
    group: &'a Group,
    item: &'a Item,
    /// Its position from 0 over the whole catalogue.
    at: usize,
}

type Stands<'a> = HashMap<&'a Id, Stand<'a>>;

/// Gives the reason of a difference; an empty one where none is known.
type ReasonOf<'a> = &'a dyn Fn(&Difference) -> String;

/// What has changed above the table, in the template and of groups, then the items in the order of the new state; what
/// is gone stands behind what stood before it.
pub(crate) fn entries(old: &Catalogue, new: &Catalogue, reason: ReasonOf<'_>) -> (Vec<ReviewEntry>, Counts) {
    let comparison = Comparison::new(old, new);
    let (before, after) = (stands(old), stands(new));
    let mut counts = Counts::default();
    let mut whole: Vec<ReviewEntry> = Vec::new();
    // Each item with its changes; differences of one item come one after the other.
    let mut items: Vec<((usize, usize), ReviewEntry)> = Vec::new();
    for difference in diff(old, new) {
        let Some(id) = item_of(&difference) else {
            let about = about_the_whole(&comparison, &difference);
            match whole.last_mut() {
                // What stands above the table is one thing.
                Some(last) if is_above(last) && is_above(&about) => last.cells.extend(about.cells),
                _ => whole.push(about),
            }
            continue;
        };
        match &difference {
            Difference::ItemRemoved { .. } => {
                let Some(was) = before.get(id) else { continue };
                let cells = filled(&comparison, old, was.item, true);
                let entry = ReviewEntry { reason: reason(&difference), ..entry(Fate::Removed, was, cells) };
                items.push((place_of_gone(old, was, &after), entry));
                counts.removed += 1;
            }
            Difference::ItemAdded { .. } => {
                let Some(is) = after.get(id) else { continue };
                let cells = filled(&comparison, new, is.item, false);
                let entry = ReviewEntry { reason: reason(&difference), ..entry(Fate::Added, is, cells) };
                items.push(((is.at + 1, 0), entry));
                counts.added += 1;
            }
            _ => {
                let Some(is) = after.get(id) else { continue };
                if items.last().is_none_or(|(_, entry)| entry.item.as_ref() != Some(id)) {
                    items.push(((is.at + 1, 0), entry(Fate::Changed, is, Vec::new())));
                }
                let Some((_, entry)) = items.last_mut() else { continue };
                match &difference {
                    Difference::ItemMoved { from, .. } => {
                        entry.fate = Fate::Moved;
                        entry.reason = reason(&difference);
                        let was_in = before.get(id).filter(|_| from.group != is.group.id);
                        entry.from_group = was_in.map(|was| was.group.name.clone());
                        counts.moved += 1;
                    }
                    difference => {
                        let cell = changed(&comparison, difference).into_iter();
                        let with_reason = |cell| ReviewCell { reason: reason(difference), ..cell };
                        entry.cells.extend(cell.map(with_reason));
                    }
                }
            }
        }
    }
    items.sort_by_key(|(place, _)| *place);
    whole.extend(items.into_iter().map(|(_, entry)| entry));
    let is_changed = |entry: &&ReviewEntry| !matches!(entry.fate, Fate::Added | Fate::Removed);
    counts.changed = count(whole.iter().filter(is_changed).map(|entry| entry.cells.len()).sum());
    (whole, counts)
}

fn stands(catalogue: &Catalogue) -> Stands<'_> {
    let items = catalogue.items().enumerate();
    items.map(|(at, (group, item))| (&item.id, Stand { group, item, at })).collect()
}

/// Behind the nearest item that stood before it and is still there.
fn place_of_gone(old: &Catalogue, was: &Stand<'_>, after: &Stands<'_>) -> (usize, usize) {
    let before = was.group.items.iter().take_while(|item| item.id != was.item.id);
    let neighbour = before.filter_map(|item| after.get(&item.id)).last();
    let neighbour = neighbour.or_else(|| {
        // The first of its group stands where the group begins.
        let earlier = old.groups.iter().take_while(|group| group.id != was.group.id);
        earlier.flat_map(|group| &group.items).filter_map(|item| after.get(&item.id)).last()
    });
    (neighbour.map_or(0, |stand| stand.at + 1), was.at + 1)
}

fn item_of(difference: &Difference) -> Option<&Id> {
    match difference {
        Difference::ItemRemoved { item, .. }
        | Difference::ItemAdded { item, .. }
        | Difference::ItemMoved { item, .. }
        | Difference::Cell { item, .. }
        | Difference::Parts { item, .. } => Some(item),
        _ => None,
    }
}

fn entry(fate: Fate, stand: &Stand<'_>, cells: Vec<ReviewCell>) -> ReviewEntry {
    ReviewEntry {
        fate,
        item: Some(stand.item.id.clone()),
        number: Some(count(stand.at + 1)),
        group: stand.group.name.clone(),
        name: stand.item.name.clone(),
        from_group: None,
        cells,
        reason: String::new(),
    }
}

/// A changed cell of an item, or its rows where their number has changed.
fn changed(comparison: &Comparison<'_>, difference: &Difference) -> Option<ReviewCell> {
    Some(match difference {
        Difference::Cell { part, column, old, new, .. } => {
            let label = comparison.label(column, *part);
            cell(Some(column.clone()), *part, label, comparison.cells(old, new))
        }
        Difference::Parts { .. } => {
            let row = comparison.row(0, difference, String::new());
            let column = Some(ColumnKey::Text(TextField::Content));
            cell(column, None, row.column, (row.before, row.after))
        }
        _ => return None,
    })
}

/// Whether the entry is about the heading or the template.
fn is_above(entry: &ReviewEntry) -> bool {
    entry.item.is_none() && entry.group.is_empty()
}

/// What of a group, the template or the heading has changed.
fn about_the_whole(comparison: &Comparison<'_>, difference: &Difference) -> ReviewEntry {
    let row = comparison.row(0, difference, String::new());
    let (fate, group, cells) = match difference {
        Difference::Heading { field, old, new } => {
            let label = revision::heading_label(*field).to_owned();
            (Fate::Changed, String::new(), vec![cell(None, None, label, revision::compare(old, new))])
        }
        Difference::GroupAdded { name, .. } => (Fate::Added, name.clone(), Vec::new()),
        Difference::GroupRemoved { name, .. } => (Fate::Removed, name.clone(), Vec::new()),
        Difference::GroupRenamed { old, new, .. } => {
            let sides = revision::compare(old, new);
            let cells = vec![cell(Some(ColumnKey::Group), None, row.column, sides)];
            (Fate::Changed, new.clone(), cells)
        }
        Difference::GroupMoved { .. } => (Fate::Moved, row.group, Vec::new()),
        _ => (Fate::Changed, String::new(), vec![cell(None, None, row.column, (row.before, row.after))]),
    };
    let (name, reason) = (String::new(), String::new());
    ReviewEntry { fate, item: None, number: None, group, name, from_group: None, cells, reason }
}

/// All cells of an item that its template shows and that hold something.
fn filled(comparison: &Comparison<'_>, catalogue: &Catalogue, item: &Item, is_gone: bool) -> Vec<ReviewCell> {
    let mut cells = Vec::new();
    for column in catalogue.template.columns.iter().map(|column| &column.key) {
        let rows = if column.is_of_part() { item.row_count() } else { 1 };
        for row in 0..rows {
            let Some(value) = item.cell(row, column).map(Value::from) else { continue };
            let nothing = nothing_like(&value);
            let part = (rows > 1).then_some(row);
            let (old, new) = if is_gone { (&value, &nothing) } else { (&nothing, &value) };
            let sides = comparison.cells(old, new);
            if !sides.0.is_empty() || !sides.1.is_empty() {
                cells.push(cell(Some(column.clone()), part, comparison.label(column, part), sides));
            }
        }
    }
    cells
}

fn nothing_like(value: &Value) -> Value {
    match value {
        Value::Text { .. } => Value::Text { text: String::new() },
        Value::Channels { .. } => Value::Channels { channels: Vec::new() },
        Value::Mark { .. } => Value::Mark { on: false, note: String::new() },
    }
}

type Sides = (Vec<revision::Run>, Vec<revision::Run>);

fn cell(column: Option<ColumnKey>, part: Option<usize>, label: String, (before, after): Sides) -> ReviewCell {
    let runs = |runs: Vec<revision::Run>| {
        let run = |run: revision::Run| Run { text: run.text, is_changed: run.is_changed };
        runs.into_iter().map(run).collect()
    };
    let (before, after) = (runs(before), runs(after));
    ReviewCell { column, part: part.map(count), label, before, after, reason: String::new() }
}
