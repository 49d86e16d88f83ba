//! Puts the fields of a row under the columns of a header where the two are out of line, as text has them: cells
//! that were left out, empty ones too many, one cell written as two. The best way to lay the fields below the
//! columns in their order is found by what fits best, column by column.

use mulu_model::{ColumnKey, TextField};

use super::mapping::Shows;
use crate::lexicon::{
    look::Look,
    text::{self, leading_number},
};

/// A field of the row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    /// Its text; empty for an empty field.
    pub(crate) text: &'a str,
    /// What it looks like.
    pub(crate) look: Look,
}

/// What is known of the row beside its fields.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Circumstances {
    /// The number that the next item should have, where items have numbers of their own.
    pub(crate) expected: Option<u32>,
    /// Whether the row is the rest of the one above.
    pub(crate) is_rest: bool,
    /// Whether rows of this table are known to have empty fields too many.
    pub(crate) has_spare: bool,
    /// Whether it is the first row, so that nothing can be merged with what stands above.
    pub(crate) is_first: bool,
}

/// A column to be laid under.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    /// What it shows.
    pub(crate) shows: &'a Shows,
    /// Where it stands in the grid.
    pub(crate) position: usize,
}

/// How much better another way must be than to leave every field where it stands.
const MARGIN: f32 = 0.5;
const NOT_PLACED: f32 = -8.0;
const BAD: f32 = -9.0;
/// Characters that the rest of a cell has at most which was written as another one.
const PIECE: usize = 3;
/// What it costs that a row with a number has no name.
const NO_NAME: f32 = -3.0;

/// The column of each field, by index; `None` for fields that belong to none. The flag says whether the fields
/// were moved from where they stand.
pub(crate) fn align(
    fields: &[Part<'_>],
    columns: &[Target<'_>],
    around: Circumstances,
) -> (Vec<Option<usize>>, bool) {
    let standing: Vec<Option<usize>> =
        (0..fields.len()).map(|field| columns.iter().position(|column| column.position == field)).collect();
    let first = fields.iter().map(|field| field.look).find(|look| *look != Look::Blank);
    let is_numbered = first == Some(Look::Number) && !around.is_rest;
    let item = columns.iter().position(|column| is(column.shows, &ColumnKey::Item)).filter(|_| is_numbered);
    let has_name = item.is_none_or(|item| {
        fields.iter().zip(&standing).any(|(field, column)| *column == Some(item) && field.look != Look::Blank)
    });
    let without_name = if has_name { 0.0 } else { NO_NAME };
    let as_it_stands = score_of(fields, columns, &standing, around) + without_name;
    let (best, way) = best_way(fields, columns, around, item);
    if best > as_it_stands + MARGIN { (way, true) } else { (standing, false) }
}

fn score_of(
    fields: &[Part<'_>],
    columns: &[Target<'_>],
    way: &[Option<usize>],
    around: Circumstances,
) -> f32 {
    let placed = fields.iter().zip(way).map(|(field, column)| match column {
        Some(column) => fit(field, columns[*column].shows, around),
        None if field.look == Look::Blank => 0.0,
        None => NOT_PLACED,
    });
    placed.sum()
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    Place,
    SkipColumn,
    SkipField,
    Join,
}

/// The best way and its score. A row that must have a name is to reach `item`.
fn best_way(
    fields: &[Part<'_>],
    columns: &[Target<'_>],
    around: Circumstances,
    item: Option<usize>,
) -> (f32, Vec<Option<usize>>) {
    let (height, width) = (fields.len() + 1, columns.len() + 1);
    let mut table = vec![(f32::NEG_INFINITY, Step::Start); height * width];
    table[0].0 = 0.0;
    for i in 0..height {
        for j in 0..width {
            let mut best = table[i * width + j];
            let mut offer = |score: f32, step: Step| {
                if score > best.0 {
                    best = (score, step);
                }
            };
            if i > 0 && j > 0 {
                offer(
                    table[(i - 1) * width + j - 1].0 + fit(&fields[i - 1], columns[j - 1].shows, around),
                    Step::Place,
                );
            }
            if j > 0 {
                offer(table[i * width + j - 1].0 + without(columns[j - 1].shows, around), Step::SkipColumn);
            }
            if i > 0 {
                offer(table[(i - 1) * width + j].0 + left_out(&fields[i - 1], around), Step::SkipField);
            }
            if i > 1
                && j > 0
                && let Some(score) = join(&fields[i - 2], &fields[i - 1], columns[j - 1].shows)
            {
                offer(table[(i - 1) * width + j].0 + score, Step::Join);
            }
            table[i * width + j] = best;
        }
    }
    trace(&table, fields.len(), width, item)
}

/// Goes back from the best end; columns right of the last field cost nothing.
fn trace(
    table: &[(f32, Step)],
    fields: usize,
    width: usize,
    item: Option<usize>,
) -> (f32, Vec<Option<usize>>) {
    let without_name = |end: usize| if item.is_some_and(|item| end <= item) { NO_NAME } else { 0.0 };
    let score = |end: usize| table[fields * width + end].0 + without_name(end);
    let mut end = 0;
    for j in 1..width {
        if score(j) > score(end) {
            end = j;
        }
    }
    let best = score(end);
    let mut way = vec![None; fields];
    let (mut i, mut j) = (fields, end);
    while i > 0 || j > 0 {
        match table[i * width + j].1 {
            Step::Start => break,
            Step::Place => {
                i -= 1;
                j -= 1;
                way[i] = Some(j);
            }
            Step::SkipColumn => j -= 1,
            Step::SkipField => i -= 1,
            Step::Join => {
                i -= 1;
                way[i] = Some(j - 1);
            }
        }
    }
    (best, way)
}

fn is(shows: &Shows, key: &ColumnKey) -> bool {
    matches!(shows, Shows::Key(shown) if shown == key)
}

/// What it costs that a row has no field for a column. What is merged over many rows is missing most often.
fn without(shows: &Shows, around: Circumstances) -> f32 {
    match shows {
        _ if around.is_rest => -0.5,
        Shows::Key(ColumnKey::Item) => -4.0,
        Shows::Key(ColumnKey::Group) if around.is_first => -3.0,
        Shows::Key(ColumnKey::Group | ColumnKey::Sub(_)) => -0.9,
        _ => -1.0,
    }
}

/// How well a field goes on with the one before it, where one cell was written as two; `None` where it cannot.
fn join(before: &Part<'_>, field: &Part<'_>, shows: &Shows) -> Option<f32> {
    use Look::{Basis, Body, Boxes, Name, Places, Prose, Time};
    let Shows::Key(key) = shows else { return None };
    let is_point = |part: &Part<'_>| part.text.trim_start().starts_with(['●', '·', '•', '○', '〇']);
    match (key, before.look, field.look) {
        (ColumnKey::Channels, Boxes, Boxes) => Some(2.0),
        (ColumnKey::Channels, Places, Places) => Some(0.5),
        (ColumnKey::Text(TextField::Basis), Basis, Basis) => Some(0.0),
        (ColumnKey::Text(TextField::DisclosingBody), Body, Body) => Some(0.0),
        (ColumnKey::Text(TextField::Content), Prose, Prose) => Some(-0.5),
        (ColumnKey::Text(TextField::Content), Name | Prose, Name | Prose)
            if is_point(before) && is_point(field) =>
        {
            Some(-0.5)
        }
        (ColumnKey::Text(TextField::TimeLimit), Time, Name) if field.text.chars().count() <= PIECE => {
            Some(-0.5)
        }
        _ => None,
    }
}

/// What it costs to leave a field out.
fn left_out(field: &Part<'_>, around: Circumstances) -> f32 {
    match field.look {
        Look::Blank if around.has_spare => -0.2,
        Look::Blank => -1.2,
        _ => NOT_PLACED,
    }
}

/// How well a field fits a column.
fn fit(field: &Part<'_>, shows: &Shows, around: Circumstances) -> f32 {
    let look = field.look;
    let key = match shows {
        Shows::Key(key) => key,
        Shows::Channel(_) => return mark_fit(look),
        Shows::Words(_) => {
            return if matches!(look, Look::Blank | Look::Name | Look::Body) { 0.5 } else { -2.0 };
        }
        Shows::Ignored => return 0.0,
    };
    let is_name =
        matches!(key, ColumnKey::Number | ColumnKey::ItemNumber | ColumnKey::Item | ColumnKey::Sub(_));
    if look == Look::Blank {
        return if *key == ColumnKey::Item && !around.is_rest { -2.0 } else { 0.0 };
    }
    if around.is_rest && is_name {
        return NOT_PLACED;
    }
    match key {
        ColumnKey::Number => {
            if look == Look::Number {
                3.0
            } else {
                -6.0
            }
        }
        ColumnKey::ItemNumber if look == Look::Number => {
            let is_next = around.expected.is_some()
                && text::number(field.text).map(|(value, _)| value) == around.expected;
            if is_next { 7.0 } else { 3.0 }
        }
        ColumnKey::ItemNumber => -6.0,
        ColumnKey::Item if is_glued(field.text, around.expected) => 6.0,
        ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item => name_fit(field, *key == ColumnKey::Item),
        ColumnKey::Text(field) => text_fit(look, *field),
        ColumnKey::Channels => match look {
            Look::Boxes => 4.0,
            Look::Places => 2.0,
            Look::Mark => -6.0,
            Look::Number => -4.0,
            Look::Basis | Look::Time => -3.0,
            _ => -0.5,
        },
        ColumnKey::Mark(_) => mark_fit(look),
        ColumnKey::Custom(_) => {
            if look == Look::Boxes {
                BAD
            } else {
                0.0
            }
        }
    }
}

fn is_glued(text: &str, expected: Option<u32>) -> bool {
    expected.is_some() && leading_number(text).map(|(value, _)| value) == expected
}

fn name_fit(field: &Part<'_>, is_item: bool) -> f32 {
    match field.look {
        Look::Name | Look::Body | Look::Places => {
            if is_item {
                2.0
            } else {
                1.0
            }
        }
        Look::Time => -1.0,
        // 《…》 in the middle of a name: 公民取得《收养证》的登记.
        Look::Basis if is_item && has_inner_title(field.text) => 1.0,
        Look::Basis if !field.text.trim_start().starts_with('《') && field.text.chars().count() <= 60 => 0.0,
        Look::Basis => -3.0,
        Look::Prose if field.text.chars().count() <= 60 => 0.0,
        Look::Prose => -3.0,
        Look::Number | Look::Mark | Look::Boxes | Look::Blank => BAD,
    }
}

fn has_inner_title(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 30 && !text.contains('。') && !text.starts_with('《') && !text.ends_with('》')
}

fn text_fit(look: Look, field: TextField) -> f32 {
    if matches!(look, Look::Boxes) {
        return BAD;
    }
    match (field, look) {
        (TextField::Content, Look::Basis) => -1.0,
        (TextField::Content, Look::Prose | Look::Name) => 1.0,
        (TextField::Basis, Look::Basis) => 3.0,
        (TextField::TimeLimit, Look::Time) => 3.0,
        (TextField::DisclosingBody, Look::Body) => 2.0,
        (TextField::WebsiteSection, Look::Places) => 2.0,
        (TextField::WebsiteSection, Look::Prose | Look::Basis | Look::Name | Look::Body) => 1.0,
        (TextField::Remarks, Look::Mark) => -3.0,
        (TextField::Remarks, _) => 0.0,
        (_, Look::Mark) => BAD,
        (_, Look::Number) => -3.0,
        (TextField::Basis, Look::Time) => -2.0,
        (TextField::Basis, _) => -1.0,
        (TextField::TimeLimit, Look::Basis) => -3.0,
        (TextField::TimeLimit, _) => -2.0,
        (TextField::DisclosingBody, Look::Time | Look::Basis) => -3.0,
        (TextField::DisclosingBody, Look::Prose) => -1.0,
        _ => 0.0,
    }
}

fn mark_fit(look: Look) -> f32 {
    match look {
        Look::Blank => 0.0,
        Look::Mark => 3.0,
        Look::Number => 0.0,
        Look::Boxes => BAD,
        Look::Name | Look::Body => -1.5,
        _ => -4.0,
    }
}
