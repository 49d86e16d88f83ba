//! The header's cells as paths: which words stand above each column.

use std::ops::Range;

use super::rows::{Field, Rows};
use crate::lexicon::{
    header::top_of_header,
    look,
    text::{one_line, squashed},
    words::{MarkKind, Word, known},
};

/// A column below the header.
pub(crate) struct Leaf {
    /// Which column of the grid.
    pub(crate) position: usize,
    /// The words above it, top down.
    pub(crate) path: Vec<String>,
    /// Whether the column to its left stands below the very same cells.
    pub(crate) is_repeated: bool,
}

/// The columns below the header, from left to right, those without any header included.
pub(crate) fn leaves(rows: &Rows<'_>, header: &Range<usize>) -> Vec<Leaf> {
    let put_together = match header.len() {
        1 => in_one_row(rows, header),
        2 => packed(rows, header).or_else(|| stacked(rows, header)),
        _ => None,
    };
    if let Some(leaves) = put_together {
        return leaves;
    }
    let header_width = header.clone().map(|row| rows.width(row)).max().unwrap_or(0);
    let body_width = (header.end..rows.len()).take(300).map(|row| rows.width(row)).max().unwrap_or(0);
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut cells_before: Vec<usize> = Vec::new();
    for position in 0..header_width.max(body_width) {
        let mut cells: Vec<(usize, String)> = Vec::new();
        for row in header.clone() {
            let field = rows.at(row, position).or_else(|| parent(rows, header, row, position));
            if let Some(field) = field
                && !cells.iter().any(|(index, _)| *index == field.index)
                && !is_counter(rows, header, row)
            {
                cells.push((field.index, word(&field.cell.text)));
            }
        }
        let indices: Vec<usize> = cells.iter().map(|(index, _)| *index).collect();
        let is_repeated = !indices.is_empty() && indices == cells_before;
        cells_before = indices;
        leaves.push(Leaf { position, path: cells.into_iter().map(|(_, word)| word).collect(), is_repeated });
    }
    leaves
}

/// A header word as one line, Chinese words without the blanks that spread them over a narrow cell.
fn word(text: &str) -> String {
    if look::has_chinese(text) { squashed(text) } else { one_line(text) }
}

/// Whether a row of the header only counts the columns.
fn is_counter(rows: &Rows<'_>, header: &Range<usize>, row: usize) -> bool {
    row > header.start
        && rows.row(row).len() >= 3
        && rows.row(row).iter().all(|field| {
            squashed(&field.cell.text).chars().count() <= 2 && !look::has_chinese(&field.cell.text)
        })
}

/// Where headers have no merged cells, an empty field above a word belongs to the word to its left.
fn parent<'a>(rows: &Rows<'a>, header: &Range<usize>, row: usize, position: usize) -> Option<Field<'a>> {
    let is_above_words = (row + 1..header.end).any(|below| rows.at(below, position).is_some());
    if !is_above_words || is_counter(rows, header, row + 1) {
        return None;
    }
    let left = rows.row(row).iter().rev().find(|field| field.cell.column < position)?;
    let heads = (row + 1..header.end)
        .any(|below| rows.at(below, left.cell.column).is_some_and(|f| f.index != left.index));
    let is_parent =
        matches!(known(&left.cell.text), Some((Word::Marks(_) | Word::Name(_) | Word::Channels, _)) | None);
    (heads && is_parent).then_some(*left)
}

/// A header whose first row was written without empty fields, as cells in reading order: each of its words stands
/// above one empty field of the second row or above the words that belong to it.
fn packed(rows: &Rows<'_>, header: &Range<usize>) -> Option<Vec<Leaf>> {
    let (top, bottom) = (header.start, header.start + 1);
    let words: Vec<String> = rows.row(top).iter().map(|field| word(&field.cell.text)).collect();
    let is_gapless = rows.row(top).iter().enumerate().all(|(at, field)| {
        field.cell.column == at && field.cell.column_span <= 1 && field.cell.row_span <= 1
    });
    let width = rows.width(bottom);
    let below = |position: usize| rows.at(bottom, position).map(|field| word(&field.cell.text));
    // A text column with a word below it shows that the rows are out of line.
    let is_out_of_line = words.iter().enumerate().any(|(at, word)| {
        matches!(known(word), Some((Word::Text(_) | Word::Number, _))) && below(at).is_some()
    });
    if !is_gapless || !is_out_of_line || width <= words.len() {
        return None;
    }
    let mut leaves = Vec::new();
    let mut position = 0;
    for (at, top) in words.iter().enumerate() {
        let wanted = known(top).map(|(word, _)| word);
        let next = words.get(at + 1).and_then(|word| known(word)).map(|(word, _)| word);
        let start = position;
        while let Some(word) =
            below(position).filter(|word| belongs(word, wanted.as_ref(), next.as_ref(), position > start))
        {
            leaves.push(Leaf { position, path: vec![top.clone(), word], is_repeated: false });
            position += 1;
        }
        if position == start {
            if below(position).is_some() {
                return None;
            }
            leaves.push(Leaf { position, path: vec![top.clone()], is_repeated: false });
            position += 1;
        }
    }
    (position >= width).then_some(leaves)
}

/// A header of which both rows were written without empty fields: the words of the second row stand, in their order,
/// below those words of the first that can have any.
fn stacked(rows: &Rows<'_>, header: &Range<usize>) -> Option<Vec<Leaf>> {
    let (top, bottom) = (gapless(rows, header.start)?, gapless(rows, header.start + 1)?);
    let is_out_of_line = top.iter().zip(&bottom).any(|(above, below)| {
        matches!(known(above), Some((Word::Text(_) | Word::Number, _)))
            && !belongs_alone(below, above)
            && !is_bracketed(below)
    });
    if is_out_of_line { laid_below(&top, &bottom) } else { None }
}

/// A header whose two rows were written as one: the words at its end stand below others, and no row is as wide as it.
fn in_one_row(rows: &Rows<'_>, header: &Range<usize>) -> Option<Vec<Leaf>> {
    let words = gapless(rows, header.start)?;
    let texts: Vec<&str> = words.iter().map(String::as_str).collect();
    let (top, bottom) = words.split_at(top_of_header(&texts));
    let leaves = if bottom.is_empty() { None } else { laid_below(top, bottom) }?;
    let width = (header.end..rows.len()).take(300).map(|row| rows.width(row)).max().unwrap_or(0);
    (width <= leaves.len()).then_some(leaves)
}

/// The words of a row that has neither empty fields nor merged cells.
fn gapless(rows: &Rows<'_>, row: usize) -> Option<Vec<String>> {
    let fields = rows.row(row);
    let is_gapless = fields.iter().enumerate().all(|(at, field)| {
        field.cell.column == at && field.cell.column_span <= 1 && field.cell.row_span <= 1
    });
    is_gapless.then(|| fields.iter().map(|field| word(&field.cell.text)).collect())
}

/// Lays words, in their order, below those that can have any; `None` if some are left.
fn laid_below(top: &[String], bottom: &[String]) -> Option<Vec<Leaf>> {
    let mut below = bottom.iter().peekable();
    let mut leaves: Vec<Leaf> = Vec::new();
    for (at, word) in top.iter().enumerate() {
        let position = leaves.len();
        // Levels stand below a second 公开方式, which was written in place of 公开层级.
        let is_second = top[..at].contains(word);
        let belongs = |own: &str| belongs_alone(own, word) || is_second && is_level_below_marks(own, word);
        while let Some(own) = below.next_if(|own| belongs(own)) {
            let path = vec![word.clone(), own.clone()];
            leaves.push(Leaf { position: leaves.len(), path, is_repeated: false });
        }
        if leaves.len() == position {
            let rest = below.next_if(|rest| completes(rest, word));
            let whole = rest.map_or_else(|| word.clone(), |rest| format!("{word}{rest}"));
            leaves.push(Leaf { position, path: vec![whole], is_repeated: false });
        }
    }
    below.next().is_none().then_some(leaves)
}

fn is_level_below_marks(word: &str, parent: &str) -> bool {
    matches!(known(word), Some((Word::Mark(mulu_model::Mark::Level(_)), _)))
        && matches!(known(parent), Some((Word::Marks(_), _)))
}

/// Whether a word of the second row is the rest of one of the first, that was written in two rows.
fn completes(rest: &str, word: &str) -> bool {
    let is_whole = |text: &str| matches!(known(text), Some((_, true)));
    is_whole(&format!("{word}{rest}")) && (!is_whole(rest) || !is_whole(word) || is_bracketed(rest))
}

/// Whether a word stands in brackets as a whole.
pub(super) fn is_bracketed(word: &str) -> bool {
    word.starts_with(['(', '（']) && word.ends_with([')', '）'])
}

/// Whether a word is one of those that stand below another, whatever stands beside that.
fn belongs_alone(word: &str, parent: &str) -> bool {
    match (known(parent), known(word)) {
        (Some((Word::Marks(kind), _)), Some((Word::Mark(mark), _))) => MarkKind::of(&mark) == kind,
        (Some((Word::Name(None), _)), Some((Word::Name(_), _))) => true,
        // Levels have many names: 镇街, 村.
        (Some((Word::Marks(MarkKind::Levels), _)), None) => !is_bracketed(word),
        _ => false,
    }
}

/// Whether a word of the second row belongs below a word of the first, rather than below the next one.
fn belongs(word: &str, parent: Option<&Word>, next: Option<&Word>, is_after_first: bool) -> bool {
    let fits = |parent: Option<&Word>| match (parent, known(word)) {
        (Some(Word::Marks(kind)), Some((Word::Mark(mark), _))) => MarkKind::of(&mark) == *kind,
        (Some(Word::Name(_)), Some((Word::Name(_), _))) | (Some(Word::Channels), None) => true,
        _ => false,
    };
    let can_have = matches!(parent, Some(Word::Marks(_) | Word::Name(_) | Word::Channels) | None);
    can_have
        && (fits(parent)
            || !fits(next) && (!is_after_first || matches!(parent, Some(Word::Marks(MarkKind::Levels)))))
}
