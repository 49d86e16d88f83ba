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
mod outside;
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

/// Whether a text is a whole word of headers, so that pieces that make it are one. Levels are none: what two of them
/// make looks like another.
pub(crate) fn is_one_word(text: &str) -> bool {
    use mulu_model::Mark;
    let known = words::known(text);
    known.is_some_and(|(word, is_exact)| is_exact && !matches!(word, words::Word::Mark(Mark::Level(_))))
}

/// Of the words of a header in reading order, how many stand in its first row: all, unless those at the end belong
/// below words of the first row.
pub(crate) fn top_of_header(words: &[&str]) -> usize {
    use words::Word;
    let words: Vec<Option<Word>> =
        words.iter().map(|word| words::known(word).map(|(word, _)| word)).collect();
    let is_below = |word: &Option<Word>| matches!(word, Some(Word::Name(Some(_)) | Word::Mark(_)));
    let is_upper = |word: &Option<Word>| word.is_some() && !is_below(word);
    let from = words.iter().rposition(is_upper).map_or(0, |last| last + 1);
    let Some(top) = words[from..].iter().position(is_below).map(|first| from + first) else {
        return words.len();
    };
    let (upper, below) = words.split_at(top);
    let has = |words: &[Option<Word>], wanted: fn(&Word) -> bool| words.iter().flatten().any(wanted);
    let have_names = !has(below, |word| matches!(word, Word::Name(_)))
        || has(upper, |word| matches!(word, Word::Name(None)));
    let have_marks = !has(below, |word| matches!(word, Word::Mark(_)))
        || has(upper, |word| matches!(word, Word::Marks(_)));
    if below.len() >= 2 && have_names && have_marks { top } else { words.len() }
}

/// How many columns a header with these words has, in reading order, that are not for √.
pub(crate) fn columns_without_marks(words: &[&str]) -> usize {
    use words::Word;
    let (top, bottom) = words.split_at(top_of_header(words));
    let is_of_marks = |word: &&&str| matches!(words::known(word), Some((Word::Marks(_) | Word::Mark(_), _)));
    let is_name = |word: &&&str| matches!(words::known(word), Some((Word::Name(_), _)));
    let names = bottom.iter().filter(is_name).count();
    // One name of the first row stands above those of the second.
    top.iter().filter(|word| !is_of_marks(word)).count() + names - usize::from(names > 0)
}

/// Whether a text is a √ alone.
pub(crate) fn is_tick(text: &str) -> bool {
    kind::is_tick(text)
}

/// Whether a text says what boxes mean.
pub(crate) fn says_legend(text: &str) -> bool {
    heading::channel_legend(text)
}

/// Whether a text names places where information is published.
pub(crate) fn names_places(text: &str) -> bool {
    kind::look(text) == kind::Look::Places
}

/// Whether a text closes a bracket that another one leaves open.
pub(crate) fn closes(open: &str, text: &str) -> bool {
    text::balance(open).opens && text::balance(text).closes
}

/// The number of the last line of a numbered list: 2 in `1.对象 2.流程`.
pub(crate) fn listed(text: &str) -> Option<u32> {
    text::list(text).last().map(|(number, _)| *number)
}

/// The number with which a line of a numbered list begins.
pub(crate) fn list_number(text: &str) -> Option<u32> {
    text::list_number(text).map(|(number, _)| number)
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

/// Whether a table without a header goes on with the catalogue before it, as a page break makes it: it is as wide, or
/// only lacks columns at its end that are often empty, and has numbers where that one has.
fn goes_on(mapping: &Mapping, before: &Table, table: &Table) -> bool {
    let (wide, width) = (before.grid.columns, table.grid.columns);
    let is_often_empty = |column: &MappedColumn| {
        matches!(column.shows, Shows::Key(ColumnKey::Mark(_) | ColumnKey::Custom(_)))
            || column.shows == Shows::Key(ColumnKey::Text(mulu_model::TextField::Remarks))
    };
    let mut lacking = mapping.columns.iter().filter(|column| column.position >= width);
    let has_number = || {
        let number = mapping.column(&ColumnKey::Number).map(|column| column.position);
        let mut cells = table.grid.cells.iter().filter(|cell| Some(cell.column) == number);
        cells.any(|cell| number_of(&cell.text).is_some())
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
    use mulu_model::TextField::{Remarks, WebsiteSection};
    match shows {
        Shows::Key(ColumnKey::Text(field)) => !matches!(field, Remarks | WebsiteSection),
        Shows::Key(ColumnKey::Channels | ColumnKey::Mark(_)) | Shows::Words(_) | Shows::Channel(_) => true,
        Shows::Key(_) | Shows::Ignored => false,
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
