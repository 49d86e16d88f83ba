//! Rows of tables without merged cells, as text has them: their fields may be out of line with the header, and a row
//! may be the rest of the one above.

use mulu_model::ColumnKey;

use super::{
    align::{Circumstances, Part, Target, align},
    body::{Reader, Record, RowKind, Surplus, Value},
    mapping::{Mapping, Shows},
    rows::{Field, Rows},
};
use crate::{
    FindingKind, Severity,
    lexicon::{
        look::{self, Look, TICKED, UNTICKED, look},
        text::{balance, tidy},
    },
};

/// How many boxes most cells with boxes have.
pub(super) fn usual_boxes(rows: &Rows<'_>, mapping: &Mapping) -> usize {
    let mut counts = std::collections::HashMap::<usize, usize>::new();
    for field in mapping.body.clone().flat_map(|row| rows.row(row)).filter(|field| field.is_first) {
        let boxes = boxes(&field.cell.text);
        if boxes > 2 {
            *counts.entry(boxes).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(boxes, count)| (*count, *boxes)).map_or(0, |(boxes, _)| boxes)
}

fn boxes(text: &str) -> usize {
    text.chars().filter(|c| TICKED.contains(c) || UNTICKED.contains(c)).count()
}

/// Whether rows are wider than the columns of the header.
pub(super) fn has_spare(rows: &Rows<'_>, mapping: &Mapping) -> bool {
    let last = mapping.columns.last().map_or(0, |column| column.position + 1);
    let is_gapless = last == mapping.columns.len();
    mapping.is_loose && (!is_gapless || mapping.body.clone().any(|row| rows.width(row) > last))
}

impl Reader<'_, '_> {
    /// A row of text, whose fields may be out of line with the header.
    pub(super) fn unaligned(&mut self, fields: &[Field<'_>], record: &mut Record) {
        let width = fields.last().map_or(0, |field| field.cell.column + 1);
        let mut parts = vec![Part { text: "", look: Look::Blank }; width];
        for field in fields {
            parts[field.cell.column] = Part { text: &field.cell.text, look: look(&field.cell.text) };
        }
        let has_numbers = self.mapping.column(&ColumnKey::ItemNumber).is_some();
        let around = Circumstances {
            expected: has_numbers.then_some(self.expected),
            is_rest: self.is_rest(&parts),
            has_spare: self.has_spare,
            is_first: self.body.records.is_empty(),
        };
        let mapping = self.mapping;
        let targets: Vec<Target<'_>> =
            mapping.columns.iter().map(|c| Target { shows: &c.shows, position: c.position }).collect();
        let (way, is_moved) = align(&parts, &targets, around);
        record.values = vec![None; mapping.columns.len()];
        for field in fields {
            let column = way[field.cell.column];
            if is_moved {
                let position = column.map(|column| mapping.columns[column].position);
                self.body.laid.insert(field.cell.place, position);
            }
            match column {
                Some(column) => put(&mut record.values[column], field),
                None => {
                    let kind = FindingKind::TextWithoutColumn { text: tidy(&field.cell.text) };
                    self.tell(kind, Severity::Error, field.cell.place, None);
                }
            }
        }
        record.surplus = self.surplus(fields, &way);
        if is_moved && record.surplus.is_none() {
            self.undecided(fields, &way, record);
        }
        if is_moved && !around.is_rest {
            self.tell(FindingKind::RowShifted, Severity::Warning, record.place, None);
        }
        if around.is_rest {
            record.kind = RowKind::Rest;
        }
    }

    /// Whether a row goes on where the row above was cut: a bracket closes that is open there, or its boxes are
    /// those that are missing there.
    fn is_rest(&self, parts: &[Part<'_>]) -> bool {
        let Some(above) = self.body.records.last() else { return false };
        let has_numbers = parts.iter().any(|part| part.look == Look::Number);
        let opens = above.values.iter().flatten().any(|value| balance(&value.text).opens);
        let closes = parts.iter().any(|part| balance(part.text).closes);
        let had: usize =
            above.values.iter().flatten().map(|value| boxes(&value.text)).filter(|count| *count > 1).sum();
        let has: usize =
            parts.iter().filter(|part| part.look == Look::Boxes).map(|part| boxes(part.text)).sum();
        // A row of nothing but boxes has no item of its own.
        let only_boxes = parts.iter().all(|part| matches!(part.look, Look::Boxes | Look::Blank))
            && self.mapping.column(&ColumnKey::Channels).is_some();
        !has_numbers
            && (opens && closes
                || only_boxes
                || has > 0 && had > 0 && had < self.full_boxes && had + has == self.full_boxes)
    }

    /// Takes away the √ of a row that has lost empty fields: where fewer fields than columns for √ stand between two
    /// texts, each √ there may belong to several columns, and so may those at the row's end.
    fn undecided(&mut self, fields: &[Field<'_>], way: &[Option<usize>], record: &mut Record) {
        let mapping = self.mapping;
        let is_mark = |column: &usize| {
            matches!(mapping.columns.get(*column).map(|c| &c.shows), Some(Shows::Key(ColumnKey::Mark(_))))
        };
        let columns: Vec<usize> = (0..mapping.columns.len()).collect();
        let runs =
            columns.chunk_by(|left, right| is_mark(left) == is_mark(right)).filter(|run| is_mark(&run[0]));
        let runs: Vec<(usize, usize)> = runs.map(|run| (run[0], run[run.len() - 1])).collect();
        // The fields between the text before a run and the text after it.
        let inner = |(first, last): (usize, usize)| {
            let column = |field: &&Field<'_>| way[field.cell.column];
            let left = fields.iter().rfind(|field| column(field).is_some_and(|c| c < first))?.cell.column;
            let right = fields.iter().find(|field| column(field).is_some_and(|c| c > last));
            Some(left + 1..right?.cell.column)
        };
        let has_lost = runs
            .iter()
            .any(|run| inner(*run).is_some_and(|inner| !inner.is_empty() && inner.len() < run.1 + 1 - run.0));
        for (first, last) in runs.into_iter().filter(|_| has_lost) {
            let ticked: Vec<usize> =
                (first..=last).filter(|column| record.values[*column].is_some()).collect();
            let spare = last + 1 - first - ticked.len();
            let is_whole = inner((first, last)).is_some_and(|inner| inner.len() > last - first);
            for (at, column) in ticked.into_iter().enumerate().filter(|_| spare > 0 && !is_whole) {
                let Some(value) = record.values[column].take() else { continue };
                let open = first + at..=first + at + spare;
                let columns = open.filter_map(|column| mapping.columns[column].shows.key()).collect();
                self.tell(FindingKind::MarkUndecided { columns }, Severity::Error, value.place, None);
            }
        }
    }

    /// The stretch of a loose row between the texts around its columns for √.
    fn surplus(&self, fields: &[Field<'_>], way: &[Option<usize>]) -> Option<Surplus> {
        let is_mark =
            |column: usize| matches!(&self.mapping.columns[column].shows, Shows::Key(ColumnKey::Mark(_)));
        let columns = 0..self.mapping.columns.len();
        let (first, last) = (columns.clone().find(|c| is_mark(*c))?, columns.rev().find(|c| is_mark(*c))?);
        let is_text = |field: &&Field<'_>| !look::is_tick(&field.cell.text);
        let column = |field: &Field<'_>| way[field.cell.column];
        let left = fields.iter().filter(is_text).rfind(|field| column(field).is_some_and(|c| c < first))?;
        let right = fields.iter().filter(is_text).find(|field| column(field).is_some_and(|c| c > last))?;
        let begins = column(left)? + 1;
        let ticks =
            fields.iter().filter(|f| f.cell.column > left.cell.column && f.cell.column < right.cell.column);
        Some(Surplus {
            first: begins,
            columns: column(right)?.checked_sub(begins)?,
            is_in_line: self.mapping.columns[begins - 1].position == left.cell.column,
            fields: right.cell.column - left.cell.column - 1,
            ticks: ticks.map(|field| (field.cell.column - left.cell.column - 1, field.cell.place)).collect(),
        })
    }
}

fn put(value: &mut Option<Value>, field: &Field<'_>) {
    let text = tidy(&field.cell.text);
    match value {
        Some(value) => {
            value.text.push('\n');
            value.text.push_str(&text);
        }
        None => *value = Some(Value { text, is_first: field.is_first, place: field.cell.place }),
    }
}
