//! Puts the fields of a row under the columns of a header where the two are out of line, as text has them: cells
//! that were left out, empty ones too many, one cell written as two. The best way to lay the fields below the
//! columns in their order is found by what fits best, column by column.

use mulu_model::{ColumnKey, TextField};

use super::{Shows, kind::Look, text::leading_number};

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

/// The column of each field, by index; `None` for fields that belong to none. The flag says whether the fields
/// were moved from where they stand.
pub(crate) fn align(
    fields: &[Part<'_>],
    columns: &[Target<'_>],
    around: Circumstances,
) -> (Vec<Option<usize>>, bool) {
    let standing: Vec<Option<usize>> =
        (0..fields.len()).map(|field| columns.iter().position(|column| column.position == field)).collect();
    let as_it_stands = score_of(fields, columns, &standing, around);
    let (best, way) = best_way(fields, columns, around);
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

fn best_way(fields: &[Part<'_>], columns: &[Target<'_>], around: Circumstances) -> (f32, Vec<Option<usize>>) {
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
            let is_second_half = i > 1
                && j > 0
                && fields[i - 1].look == Look::Boxes
                && fields[i - 2].look == Look::Boxes
                && is(columns[j - 1].shows, &ColumnKey::Channels);
            if is_second_half {
                offer(table[(i - 1) * width + j].0 + 2.0, Step::Join);
            }
            table[i * width + j] = best;
        }
    }
    trace(&table, fields.len(), width)
}

/// Goes back from the best end; columns right of the last field cost nothing.
fn trace(table: &[(f32, Step)], fields: usize, width: usize) -> (f32, Vec<Option<usize>>) {
    let mut end = 0;
    for j in 1..width {
        if table[fields * width + j].0 > table[fields * width + end].0 {
            end = j;
        }
    }
    let best = table[fields * width + end].0;
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

/// What it costs that a row has no field for a column.
fn without(shows: &Shows, around: Circumstances) -> f32 {
    match shows {
        _ if around.is_rest => -0.5,
        Shows::Key(ColumnKey::Item) => -4.0,
        _ => -1.0,
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
                && super::text::number(field.text).map(|(value, _)| value) == around.expected;
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
        Look::Basis if !field.text.trim_start().starts_with('《') && field.text.chars().count() <= 60 => 0.0,
        Look::Basis => -3.0,
        Look::Prose if field.text.chars().count() <= 60 => 0.0,
        Look::Prose => -3.0,
        Look::Number => -4.0,
        Look::Mark | Look::Boxes | Look::Blank => BAD,
    }
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
