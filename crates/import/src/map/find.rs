//! Where the catalogues of a document are.

use std::ops::Range;

use mulu_model::{ColumnKey, TextField};

use super::{
    columns, header,
    mapping::{MappedColumn, Mapping, Shows},
    rows::Rows,
};
use crate::{
    Document, Table,
    lexicon::{
        text::{self, one_line, squashed},
        words,
    },
};

/// No table of the document is a catalogue. The facts say what was found instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoCatalogue {
    /// The tables that there are; none where there is no text at all.
    pub tables: Vec<Seen>,
}

/// A table at a glance, as it can be named to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The name of its sheet, perhaps empty.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
    /// The texts of its first row with several cells, or of its first row; at most eight.
    pub first: Vec<String>,
    /// The words of catalogue headers that it has.
    pub known: Vec<String>,
}

/// The catalogue in a table: its header, its columns, its body. `None` where no row is a catalogue's header.
pub fn find(table: &Table) -> Option<Mapping> {
    let rows = Rows::of(table);
    let header = header::find(&rows)?;
    Some(columns::map(&rows, header))
}

/// The table read with these rows as its header, whatever they say.
pub fn with_header(table: &Table, header: Range<usize>) -> Mapping {
    let rows = Rows::of(table);
    let end = header.end.min(rows.len());
    columns::map(&rows, header.start.min(end)..end)
}

/// Whether a table without a header goes on with the catalogue before it, as a page break makes it: it is as wide, or
/// only lacks columns at its end that are often empty, and has numbers where that one has.
fn goes_on(mapping: &Mapping, before: &Table, table: &Table) -> bool {
    let (wide, width) = (before.grid.columns, table.grid.columns);
    let is_often_empty = |column: &MappedColumn| {
        matches!(column.shows, Shows::Key(ColumnKey::Mark(_) | ColumnKey::Custom(_)))
            || column.shows == Shows::Key(ColumnKey::Text(TextField::Remarks))
    };
    let mut lacking = mapping.columns.iter().filter(|column| column.position >= width);
    let has_number = || {
        let number = mapping.column(&ColumnKey::Number).map(|column| column.position);
        let mut cells = table.grid.cells.iter().filter(|cell| Some(cell.column) == number);
        cells.any(|cell| text::number(&cell.text).is_some())
    };
    !mapping.is_loose && (width == wide || width < wide && lacking.all(is_often_empty) && has_number())
}

/// The tables of a document that are catalogues, by index. A table without a header that is as wide as the
/// catalogue before it, as a page break makes it, goes on with that one's columns.
pub fn find_all(document: &Document) -> Result<Vec<(usize, Mapping)>, NoCatalogue> {
    let mut found: Vec<(usize, Mapping)> = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        if let Some(mapping) = find(table) {
            found.push((index, mapping));
        } else if let Some((before, mapping)) = found.last()
            && *before + 1 == index
            && goes_on(mapping, &document.tables[*before], table)
        {
            let mapping = mapping.continued(table);
            found.push((index, mapping));
        }
    }
    // A list of contents beside catalogues has names and nothing of what is published.
    let says_more =
        |mapping: &Mapping| mapping.columns.iter().any(|column| shows_more_than_names(&column.shows));
    if found.iter().any(|(_, mapping)| says_more(mapping)) {
        found.retain(|(_, mapping)| says_more(mapping));
    }
    if found.is_empty() {
        Err(NoCatalogue { tables: document.tables.iter().map(Seen::of).collect() })
    } else {
        Ok(found)
    }
}

/// Whether a column is one of those that a list of contents does not have.
fn shows_more_than_names(shows: &Shows) -> bool {
    use TextField::{Remarks, WebsiteSection};
    match shows {
        Shows::Key(ColumnKey::Text(field)) => !matches!(field, Remarks | WebsiteSection),
        Shows::Key(ColumnKey::Channels | ColumnKey::Mark(_)) | Shows::Words(_) | Shows::Channel(_) => true,
        Shows::Key(_) | Shows::Ignored => false,
    }
}

impl Seen {
    /// What there is to see of a table.
    pub fn of(table: &Table) -> Self {
        let rows = Rows::of(table);
        let first = (0..rows.len().min(100)).find(|row| rows.row(*row).len() > 1).unwrap_or(0);
        let texts = rows.row(first).iter().take(8).map(|field| one_line(&field.cell.text));
        let known = (0..rows.len().min(100))
            .flat_map(|row| rows.row(row))
            .filter(|field| field.is_first && words::known(&field.cell.text).is_some());
        let mut known: Vec<String> = known.map(|field| squashed(&field.cell.text)).collect();
        known.sort();
        known.dedup();
        known.truncate(20);
        Self {
            name: table.name.clone(),
            rows: table.grid.rows,
            columns: table.grid.columns,
            first: texts.collect(),
            known,
        }
    }
}
