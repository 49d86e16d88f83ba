//! Which rows of a table are its header.

use std::ops::Range;

use mulu_model::limits;

use super::rows::Rows;
use crate::lexicon::{
    look::{self, Look, look},
    text::{number, squashed},
    words::{Word, known},
};

/// Rows that are searched for a header.
const SEARCHED: usize = 300;

/// The rows of the first header in the table.
pub(crate) fn find(rows: &Rows<'_>) -> Option<Range<usize>> {
    let searched = rows.len().min(SEARCHED);
    let sure = (0..searched).find(|row| score(rows, *row) >= 3);
    let row = sure.or_else(|| (0..searched).find(|row| is_small_header(rows, *row)))?;
    Some(first_row(rows, row)..end_row(rows, row))
}

/// How many different things the row's cells say that headers say.
fn score(rows: &Rows<'_>, row: usize) -> usize {
    words_of(rows, row).len()
}

fn words_of(rows: &Rows<'_>, row: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for field in rows.row(row).iter().filter(|field| field.is_first) {
        if let Some((word, _)) = known(&field.cell.text)
            && !words.contains(&word)
        {
            words.push(word);
        }
    }
    words
}

/// A header of two columns: a name and a text, and nothing that is not short.
fn is_small_header(rows: &Rows<'_>, row: usize) -> bool {
    let words = words_of(rows, row);
    let has_name = words.iter().any(|word| matches!(word, Word::Name(_)));
    let has_text = words.iter().any(|word| matches!(word, Word::Text(_) | Word::Channels));
    has_name && has_text && words.len() * 2 >= rows.row(row).len()
}

/// A row of wider words may stand above the row that was recognized.
fn first_row(rows: &Rows<'_>, found: usize) -> usize {
    let is_above = |row: usize| {
        let fields = rows.row(row);
        let short = |text: &str| text.chars().count() <= 20 && !text.contains(['：', ':', '。']);
        fields.len() >= 2
            && fields.iter().all(|field| short(&field.cell.text) && number(&field.cell.text).is_none())
            && fields.iter().any(|field| known(&field.cell.text).is_some())
            && fields.iter().any(|field| field.cell.column_span > 1 || field.cell.row_span > 1)
    };
    let mut first = found;
    while first > 0 && found + 1 - first < limits::HEADER_DEPTH && is_above(first - 1) {
        first -= 1;
    }
    first
}

/// The header goes down as far as its merged cells do, and over rows that hold only what headers say.
fn end_row(rows: &Rows<'_>, found: usize) -> usize {
    let reach = rows.row(found).iter().filter(|field| known(&field.cell.text).is_some());
    let reach = reach
        .map(|field| field.cell.row.saturating_add(field.cell.row_span.max(1)))
        .max()
        .unwrap_or(found + 1);
    let mut end = reach.clamp(found + 1, found + limits::HEADER_DEPTH).min(rows.len());
    while end < rows.len() && end < found + limits::HEADER_DEPTH && goes_on(rows, end) {
        end += 1;
    }
    // 1 2 3 4 … below the header counts the columns.
    if end < rows.len() && counts_columns(rows, end) { end + 1 } else { end }
}

/// Whether a row below the header's first goes on with it.
fn goes_on(rows: &Rows<'_>, row: usize) -> bool {
    let fields: Vec<_> = rows.row(row).iter().filter(|field| field.is_first).collect();
    let says = |text: &str| known(text).is_some() || look::names_place(text) && text.chars().count() <= 24;
    let holds_data = |text: &str| {
        text.chars().count() > 30
            || matches!(look(text), Look::Mark | Look::Number | Look::Boxes | Look::Basis | Look::Time)
    };
    let said = fields.iter().filter(|field| says(&field.cell.text)).count();
    said > 0 && said * 5 >= fields.len() * 3 && !fields.iter().any(|field| holds_data(&field.cell.text))
}

fn counts_columns(rows: &Rows<'_>, row: usize) -> bool {
    let numbers: Option<Vec<u32>> = rows.row(row).iter().map(|f| circled(&f.cell.text)).collect();
    numbers.is_some_and(|numbers| numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
}

fn circled(text: &str) -> Option<u32> {
    let bare = squashed(text);
    match bare.chars().next() {
        Some(c @ '①'..='⑳') if bare.chars().count() == 1 => Some(u32::from(c) - u32::from('①') + 1),
        _ => number(&bare).map(|(value, _)| value),
    }
}
