//! What users see of a document that is read.

use std::collections::HashMap;

use mulu_import::{Cleaning, Document, Finding, MappedColumn, MarkKind, Seen, Shows, Spot};
use mulu_model::{Catalogue, Column, ColumnKey, Id, Template};

use super::interpreted::Interpreted;
use crate::{
    error::from::count,
    wire::{
        ColumnUse, ImportCleaning, ImportColumn, ImportFinding, ImportHeader, ImportItem, ImportPlace,
        ImportTable, ImportView,
    },
};

/// What a document was read as.
pub(super) fn of_document(document: &Document, made: &Interpreted, cleanings: &[Cleaning]) -> ImportView {
    let catalogue = &made.draft.catalogue;
    // Mappings and findings count the tables that were taken, people those of the document.
    let number = |taken_at: usize| made.taken.get(taken_at).map_or(0, |(at, _)| count(at + 1));
    let tables = document.tables.iter().enumerate().map(|(at, table)| {
        let Seen { name, rows, columns, first, .. } = Seen::of(table);
        let is_taken = made.taken.iter().any(|(taken, _)| *taken == at);
        let (rows, columns) = (count(rows), count(columns));
        ImportTable { name, is_hidden: table.is_hidden, rows, columns, first, is_taken }
    });
    let header = |(at, (_, mapping)): (usize, &(usize, mulu_import::Mapping))| ImportHeader {
        table: number(at),
        first: count(mapping.header.start),
        rows: count(mapping.header.len()),
    };
    let mapped = made.taken.iter().enumerate();
    let mapped = mapped.flat_map(|(at, (_, mapping))| mapping.columns.iter().map(move |column| (at, column)));
    let cells = made.taken.iter().flat_map(|(at, _)| &document.tables[*at].grid.cells);
    let is_box = |c: &char| matches!(c, '☑' | '□');
    let boxes: usize = cells.map(|cell| cell.text.chars().filter(is_box).count()).sum();
    let rows_as = |wanted: &dyn Fn(mulu_import::RowRole) -> bool| {
        made.draft.roles.iter().flatten().filter(|role| wanted(**role)).count()
    };
    let items = Items::of(catalogue);
    let places: Vec<_> = made.taken.iter().map(|(at, _)| rows_by_number(document, *at)).collect();
    let findings = made.draft.findings.iter().map(|found| {
        let row = found.place.and_then(|place| places.get(found.table)?.get(&place.row).copied());
        items.finding(found, number(found.table), row)
    });
    ImportView {
        format: Some(document.format),
        tables: tables.collect(),
        headers: made.taken.iter().enumerate().map(header).collect(),
        columns: mapped.map(|(at, mapped)| column(mapped, number(at), &catalogue.template)).collect(),
        title: catalogue.heading.title.clone(),
        template: catalogue.template.clone(),
        rows: count(rows_as(&is_of_body)),
        boxes: count(boxes),
        repeated: count(rows_as(&|role| role == mulu_import::RowRole::Repeated)),
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        findings: findings.collect(),
        cleanings: cleanings.iter().map(|cleaning| items.cleaning(cleaning)).collect(),
    }
}

/// What an exchange file says: it is right or was refused.
pub(super) fn of_exchange(catalogue: &Catalogue, cleanings: &[Cleaning]) -> ImportView {
    let column = |(position, column): (usize, &Column)| ImportColumn {
        table: 1,
        position: count(position + 1),
        use_as: ColumnUse::Column { key: column.key.clone() },
        header: column.header.clone(),
        keys: vec![column.key.clone()],
        channel: None,
        confidence: mulu_import::Confidence::Certain,
    };
    let items = Items::of(catalogue);
    ImportView {
        format: None,
        tables: Vec::new(),
        headers: Vec::new(),
        columns: catalogue.template.columns.iter().enumerate().map(column).collect(),
        title: catalogue.heading.title.clone(),
        template: catalogue.template.clone(),
        rows: count(catalogue.item_count()),
        boxes: 0,
        repeated: 0,
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        findings: Vec::new(),
        cleanings: cleanings.iter().map(|cleaning| items.cleaning(cleaning)).collect(),
    }
}

fn is_of_body(role: mulu_import::RowRole) -> bool {
    use mulu_import::RowRole::{Further, Group, Item, Line};
    matches!(role, Item | Further | Group | Line)
}

/// The rows of a table's grid by the numbers under which the document has them.
fn rows_by_number(document: &Document, table: usize) -> HashMap<u32, u32> {
    let cells = document.tables[table].grid.cells.iter().rev();
    cells.map(|cell| (cell.place.row, count(cell.row))).collect()
}

fn column(mapped: &MappedColumn, table: u32, template: &Template) -> ImportColumn {
    let MappedColumn { position, header, shows, confidence } = mapped;
    let channel = match shows {
        Shows::Channel(label) => Some(label.clone()),
        _ => None,
    };
    ImportColumn {
        table,
        position: count(position + 1),
        use_as: use_of(shows),
        header: header.clone(),
        keys: keys(shows, template),
        channel,
        confidence: *confidence,
    }
}

fn use_of(shows: &Shows) -> ColumnUse {
    match shows {
        Shows::Key(key) => ColumnUse::Column { key: key.clone() },
        Shows::Words(of) => ColumnUse::Words { of: *of },
        Shows::Channel(label) => ColumnUse::Channel { label: label.clone() },
        Shows::Ignored => ColumnUse::Nothing,
    }
}

/// The columns of the catalogue that a column of a document became.
pub(super) fn keys(shows: &Shows, template: &Template) -> Vec<ColumnKey> {
    match shows {
        Shows::Key(key) => vec![key.clone()],
        Shows::Words(kind) => {
            let is_of_kind =
                |key: &&ColumnKey| matches!(key, ColumnKey::Mark(mark) if MarkKind::of(mark) == *kind);
            template.columns.iter().map(|column| &column.key).filter(is_of_kind).cloned().collect()
        }
        Shows::Channel(_) => vec![ColumnKey::Channels],
        Shows::Ignored => Vec::new(),
    }
}

/// The items of a catalogue, to be named in findings.
struct Items<'a> {
    items: HashMap<&'a Id, ImportItem>,
}

impl<'a> Items<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let named = catalogue.items().enumerate().map(|(index, (group, item))| {
            let named =
                ImportItem { index: count(index), group: group.name.clone(), name: item.name.clone() };
            (&item.id, named)
        });
        Self { items: named.collect() }
    }

    fn finding(&self, found: &Finding, table: u32, row: Option<u32>) -> ImportFinding {
        let Finding { kind, severity, place, item, column, .. } = found;
        ImportFinding {
            found: kind.clone(),
            severity: *severity,
            place: ImportPlace {
                table,
                row: place.map(|place| place.row),
                column: place.map(|place| place.column).filter(|column| *column > 0),
            },
            row,
            item: item.as_ref().and_then(|id| self.items.get(id).cloned()),
            column: column.clone(),
        }
    }

    fn cleaning(&self, cleaning: &Cleaning) -> ImportCleaning {
        let (item, column) = match &cleaning.spot {
            Spot::Title => (None, None),
            Spot::Group(_) => (None, Some(ColumnKey::Group)),
            Spot::Cell { item, column, .. } => (self.items.get(item).cloned(), Some(column.clone())),
        };
        ImportCleaning {
            flaw: cleaning.flaw,
            item,
            column,
            before: cleaning.before.clone(),
            after: cleaning.after.clone(),
        }
    }
}
