//! One mapping for whatever was read: which rows of a table are its header, what each column shows, where the
//! body is. What [`find`] says can be corrected before [`draft`](crate::draft) makes the catalogue of it.

mod align;
mod build;
mod channels;
mod columns;
mod draft;
mod fits;
mod groups;
mod header;
mod heading;
mod kind;
mod lines;
mod loose;
mod marks;
mod mend;
mod numbers;
mod records;
mod roles;
mod rows;
mod script;
mod shape;
mod text;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use mulu_model::ColumnKey;
use serde::Serialize;

pub use draft::{Draft, Source, draft};
pub use roles::RowRole;
pub use words::Kind;

use crate::{Document, Table};

pub(crate) use script::simplified;
pub(crate) use text::{is_blank, is_chinese};

/// Whether a text is 序号 and its like.
pub(crate) fn says_number(text: &str) -> bool {
    matches!(words::known(text), Some((words::Word::Number, _)))
}

/// Whether a text says what headers say.
pub(crate) fn says_header(text: &str) -> bool {
    words::known(text).is_some()
}

/// Of the words of a header in reading order, how many stand in its first row: all, unless words at the end belong
/// below others.
pub(crate) fn top_of_header(words: &[&str]) -> usize {
    let is_below = |word: &&&str| {
        matches!(words::known(word), Some((words::Word::Name(Some(_)) | words::Word::Mark(_), _)))
    };
    let below = words.iter().rev().take_while(is_below).count();
    let top = words.len() - below;
    let has_upper = |upper: fn(&words::Word) -> bool| {
        words[..top].iter().any(|word| words::known(word).is_some_and(|(word, _)| upper(&word)))
    };
    let is_name = |word: &words::Word| matches!(word, words::Word::Name(None));
    let is_marks = |word: &words::Word| matches!(word, words::Word::Marks(_));
    if below >= 2 && (has_upper(is_name) || has_upper(is_marks)) { top } else { words.len() }
}

/// Whether a line is a note below the table.
pub(crate) fn is_note(text: &str) -> bool {
    lines::is_note(text)
}

/// Whether a text is boxes with their labels.
pub(crate) fn is_boxes(text: &str) -> bool {
    kind::look(text) == kind::Look::Boxes
}

/// Whether a text is what columns for √ stand under.
pub(crate) fn heads_marks(text: &str) -> bool {
    matches!(words::known(text), Some((words::Word::Marks(_), _)))
}

/// The number that a text is.
pub(crate) fn number_of(text: &str) -> Option<u32> {
    text::number(text).map(|(value, _)| value)
}

/// How a table is read as a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The rows of the header; empty where the table goes on with the columns of another.
    pub header: Range<usize>,
    /// The rows below it.
    pub body: Range<usize>,
    /// The columns, from left to right.
    pub columns: Vec<MappedColumn>,
    /// Whether the table has no merged cell at all, as text has it: then its rows may be out of line with the
    /// header, and an empty cell may be one with the cell above.
    pub is_loose: bool,
}

/// A column of a table as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// Which column of the grid, from 0.
    pub position: usize,
    /// The header cells above it, top down; empty where it has none.
    pub header: Vec<String>,
    /// What its cells are taken for.
    pub shows: Shows,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What the cells of a column are taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// A column of the catalogue.
    Key(ColumnKey),
    /// Words in place of several columns of √: 主动公开, 县级.
    Words(Kind),
    /// A √ for one channel, by its label.
    Channel(String),
    /// Nothing; the column is left out.
    Ignored,
}

/// How sure it is what a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Told from its cells only.
    Guess,
    /// Its header contains a known word.
    Likely,
    /// Its header is a known word.
    Certain,
}

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

impl Mapping {
    /// The column that shows this.
    pub fn column(&self, key: &ColumnKey) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.shows == Shows::Key(key.clone()))
    }

    /// The mapping of a table without a header that goes on with the columns of this one.
    #[must_use]
    pub fn continued(&self, table: &Table) -> Self {
        let rows = rows::Rows::of(table);
        Self { header: 0..0, body: 0..rows.len(), columns: self.columns.clone(), is_loose: !rows.has_spans }
    }
}

/// The catalogue in a table: its header, its columns, its body. `None` where no row is a catalogue's header.
pub fn find(table: &Table) -> Option<Mapping> {
    let rows = rows::Rows::of(table);
    let header = header::find(&rows)?;
    Some(columns::map(&rows, header))
}

/// The table read with these rows as its header, whatever they say.
pub fn with_header(table: &Table, header: Range<usize>) -> Mapping {
    let rows = rows::Rows::of(table);
    let end = header.end.min(rows.len());
    columns::map(&rows, header.start.min(end)..end)
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
            && document.tables[*before].grid.columns == table.grid.columns
            && !mapping.is_loose
        {
            let mapping = mapping.continued(table);
            found.push((index, mapping));
        }
    }
    if found.is_empty() {
        Err(NoCatalogue { tables: document.tables.iter().map(Seen::of).collect() })
    } else {
        Ok(found)
    }
}

impl Seen {
    /// What there is to see of a table.
    pub fn of(table: &Table) -> Self {
        let rows = rows::Rows::of(table);
        let first = (0..rows.len().min(100)).find(|row| rows.row(*row).len() > 1).unwrap_or(0);
        let texts = rows.row(first).iter().take(8).map(|field| text::one_line(&field.cell.text));
        let known = (0..rows.len().min(100))
            .flat_map(|row| rows.row(row))
            .filter(|field| field.is_first && words::known(&field.cell.text).is_some());
        let mut known: Vec<String> = known.map(|field| text::squashed(&field.cell.text)).collect();
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
