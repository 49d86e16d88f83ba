//! Which terms stand in which cells.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

use mulu_model::{Catalogue, Cell, Citations, ColumnKey, Id, Item, TermKind, TextField, limits};

/// Terms with the number of cells in which they stand.
pub(crate) type Uses = HashMap<String, u32>;

/// A cell of an item.
pub(crate) struct Place<'a> {
    pub(crate) item: &'a Item,
    /// The row of an item that has several, where the column is one that rows have of their own.
    pub(crate) part: Option<usize>,
    pub(crate) cell: Cell<'a>,
}

/// All cells of a column, top down.
pub(crate) fn cells<'a>(catalogue: &'a Catalogue, column: &ColumnKey) -> impl Iterator<Item = Place<'a>> {
    let of_item = move |item: &'a Item| {
        let has_parts = column.is_of_part() && !item.parts.is_empty();
        let rows = if has_parts { item.parts.len() } else { 1 };
        (0..rows).filter_map(move |row| {
            Some(Place { item, part: has_parts.then_some(row), cell: item.cell(row, column)? })
        })
    };
    catalogue.items().flat_map(move |(_, item)| of_item(item))
}

/// How often each term stands in a column.
pub(crate) fn uses(catalogue: &Catalogue, column: &ColumnKey) -> Uses {
    // Texts are many times the same, and telling equal ones is cheaper than taking them apart.
    let mut texts: HashMap<Cow<'_, str>, u32> = HashMap::new();
    for Place { cell, .. } in cells(catalogue, column) {
        match cell {
            Cell::Text(text) if !text.is_empty() => *texts.entry(text.into()).or_default() += 1,
            Cell::Channels(_) => {
                for term in terms(column, cell) {
                    *texts.entry(term).or_default() += 1;
                }
            }
            _ => {}
        }
    }
    let mut uses = Uses::new();
    for (text, cells) in texts {
        for term in in_text(column, text) {
            *uses.entry(term.into_owned()).or_default() += cells;
        }
    }
    uses
}

/// How often each term stands in each column that has a vocabulary.
pub(crate) fn all_uses(catalogue: &Catalogue) -> HashMap<ColumnKey, Uses> {
    let own: BTreeSet<&String> = catalogue.items().flat_map(|(_, item)| item.custom.keys()).collect();
    let fields = TextField::ALL.iter().copied().map(ColumnKey::Text);
    let columns = fields.filter(|column| column.facts().terms.is_some()).chain([ColumnKey::Channels]);
    let columns = columns.chain((1..=limits::SUB_LEVELS).map(ColumnKey::Sub));
    let columns = columns.chain(own.into_iter().cloned().map(ColumnKey::Custom));
    columns.map(|column| (column.clone(), uses(catalogue, &column))).collect()
}

/// The terms of a column with the items in which they stand, in the order of their first places.
pub(crate) fn places(catalogue: &Catalogue, column: &ColumnKey) -> Vec<(String, Vec<Id>)> {
    let mut found: Vec<(String, Vec<Id>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for Place { item, cell, .. } in cells(catalogue, column) {
        for term in terms(column, cell) {
            let index = *known.entry(term.into_owned()).or_insert_with_key(|term| {
                found.push((term.clone(), Vec::new()));
                found.len() - 1
            });
            let items = &mut found[index].1;
            // A label that stands in two rows of an item stands in one item.
            if items.last() != Some(&item.id) {
                items.push(item.id.clone());
            }
        }
    }
    found
}

/// The terms in a cell, each once.
fn terms<'a>(column: &ColumnKey, cell: Cell<'a>) -> Vec<Cow<'a, str>> {
    match cell {
        Cell::Text(text) => in_text(column, text.into()),
        Cell::Channels(channels) => {
            let labels = channels.iter().map(|channel| channel.label.as_str());
            once(labels.filter(|label| !label.trim().is_empty()).map(Cow::Borrowed))
        }
        Cell::Mark { .. } => Vec::new(),
    }
}

fn in_text<'a>(column: &ColumnKey, text: Cow<'a, str>) -> Vec<Cow<'a, str>> {
    match column.facts().terms {
        Some(TermKind::Citation) => {
            let citations = Citations::of(&text);
            once(citations.texts().filter(|citation| !citation.is_empty()).map(|text| text.to_owned().into()))
        }
        Some(TermKind::Whole | TermKind::Label) if !text.trim().is_empty() => vec![match text {
            Cow::Borrowed(text) => text.trim().into(),
            Cow::Owned(text) => text.trim().to_owned().into(),
        }],
        _ => Vec::new(),
    }
}

fn once<'a>(terms: impl Iterator<Item = Cow<'a, str>>) -> Vec<Cow<'a, str>> {
    let mut seen = Vec::new();
    for term in terms {
        if !seen.contains(&term) {
            seen.push(term);
        }
    }
    seen
}
