//! The body of a table, row by row: what stands under which column, and what the row is.

use std::collections::HashSet;

use mulu_model::{ColumnKey, TextField};

use super::{
    Mapping, Shows,
    align::{Circumstances, Part, Target, align},
    kind::{self, Look, TICKED, UNTICKED, look},
    lines,
    rows::{Field, Rows},
    text::{self, balance, folded, squashed, tidy},
};
use crate::{Finding, FindingKind, Place, Severity, Table};

/// A text under a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value {
    /// The text, tidied.
    pub(crate) text: String,
    /// Whether the cell begins in this row; otherwise it reaches into it from above.
    pub(crate) is_first: bool,
    /// Where the cell stands.
    pub(crate) place: Place,
}

/// A row of the body.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Which row of the grid.
    pub(crate) row: usize,
    /// The whole row, as a place.
    pub(crate) place: Place,
    /// What it is.
    pub(crate) kind: RowKind,
    /// What stands under each column of the mapping.
    pub(crate) values: Vec<Option<Value>>,
    /// How many fields stand between the texts around the columns for √, less the columns there; `None` where no
    /// text stands to the right of them.
    pub(crate) surplus: Option<Surplus>,
}

/// The stretch of a row in which the columns for √ are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Surplus {
    /// The first column of the stretch, as index.
    pub(crate) first: usize,
    /// How many columns it has.
    pub(crate) columns: usize,
    /// How many fields.
    pub(crate) fields: usize,
    /// Whether the text to the left of it stands below its header.
    pub(crate) is_in_line: bool,
    /// Which of the fields hold a √, with their places.
    pub(crate) ticks: Vec<(usize, Place)>,
}

/// What a row of the body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A row with a name: the first of an item.
    Item,
    /// A row below, of the same item.
    Further,
    /// The rest of the row above, cut off by a page.
    Rest,
    /// A line that names a group.
    GroupLine(String),
}

/// The rows of a table and what else was in its body.
pub(crate) struct Body {
    /// The rows, top down.
    pub(crate) records: Vec<Record>,
    /// Lines of text among or below the rows.
    pub(crate) lines: Vec<(String, Place)>,
}

/// Reads the body of a table.
pub(crate) fn read(table: &Table, rows: &Rows<'_>, mapping: &Mapping, at: usize, findings: &mut Vec<Finding>) -> Body {
    let mut reader = Reader {
        rows,
        mapping,
        at,
        headers: header_texts(table, rows, mapping),
        full_boxes: usual_boxes(rows, mapping),
        has_spare: has_spare(rows, mapping),
        expected: 1,
        body: Body { records: Vec::new(), lines: Vec::new() },
        findings,
    };
    for row in mapping.body.clone() {
        reader.row(row);
    }
    reader.body
}

/// The header's rows and the lines above it, as they come again on further pages.
fn header_texts(table: &Table, rows: &Rows<'_>, mapping: &Mapping) -> HashSet<String> {
    let lines = table.above.iter().map(|line| folded(line));
    let rows = (0..mapping.header.end).map(|row| folded_row(rows.row(row)));
    lines.chain(rows).filter(|text| !text.is_empty()).collect()
}

/// A title that is printed again says （续） or not.
fn without_continued(folded: &str) -> &str {
    folded.strip_suffix("(续)").or_else(|| folded.strip_suffix("(续表)")).unwrap_or(folded)
}

fn folded_row(fields: &[Field<'_>]) -> String {
    fields.iter().filter(|field| field.is_first).map(|field| folded(&field.cell.text)).collect()
}

/// How many boxes most cells with boxes have.
fn usual_boxes(rows: &Rows<'_>, mapping: &Mapping) -> usize {
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
fn has_spare(rows: &Rows<'_>, mapping: &Mapping) -> bool {
    let last = mapping.columns.last().map_or(0, |column| column.position + 1);
    let is_gapless = last == mapping.columns.len();
    mapping.is_loose && (!is_gapless || mapping.body.clone().any(|row| rows.width(row) > last))
}

struct Reader<'a, 'f> {
    rows: &'a Rows<'a>,
    mapping: &'a Mapping,
    at: usize,
    headers: HashSet<String>,
    full_boxes: usize,
    has_spare: bool,
    /// The number that the next item should have.
    expected: u32,
    body: Body,
    findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        let fields = self.rows.row(row);
        let begins = || fields.iter().filter(|field| field.is_first);
        // A row in which no cell begins belongs to the item above and says nothing.
        let Some(first) = begins().next().copied() else { return };
        let place = Place { row: first.cell.place.row, column: 0 };
        if self.headers.contains(without_continued(&folded_row(fields))) || is_rule(fields) || self.is_header_again(fields) {
            return;
        }
        if begins().any(|field| field.cell.is_hidden) {
            self.tell(FindingKind::HiddenRow, Severity::Warning, place, None);
        }
        if fields.len() == 1 && self.is_line(&first) {
            return self.line(row, &first);
        }
        let mut record = Record { row, place, kind: RowKind::Item, values: Vec::new(), surplus: None };
        if self.mapping.is_loose { self.loose(fields, &mut record) } else { self.spanned(row, &mut record) }
        record.kind = self.kind(&record);
        self.count(&record);
        self.body.records.push(record);
    }

    /// Whether the row says nothing but what headers say.
    fn is_header_again(&self, fields: &[Field<'_>]) -> bool {
        let is_known = |field: &&Field<'_>| super::words::known(&field.cell.text).is_some_and(|(_, is_exact)| is_exact);
        fields.len() >= 3 && fields.iter().filter(is_known).count() == fields.len()
    }

    /// Whether the only cell of a row is a line of text rather than a cell under a column.
    fn is_line(&self, field: &Field<'_>) -> bool {
        let width = self.mapping.columns.len();
        let text = field.cell.text.trim();
        if width < 3 {
            return false;
        }
        let is_wide = field.cell.column_span >= 3.max(width * 3 / 5);
        let is_at_left = field.cell.column == 0 && field.cell.row_span <= 1;
        is_wide || is_at_left && (lines::is_note(text) || lines::is_heading(text) || lines::is_section(text))
    }

    fn line(&mut self, row: usize, field: &Field<'_>) {
        let text = tidy(&field.cell.text);
        let has_groups = self.mapping.column(&ColumnKey::Group).is_some();
        let place = field.cell.place;
        if lines::is_note(&text) || lines::is_heading(&text) || has_groups {
            self.body.lines.push((text, place));
            return;
        }
        let name = text::leading_number(&text).map_or(text.as_str(), |(_, name)| name).to_owned();
        let kind = RowKind::GroupLine(name);
        self.body.records.push(Record { row, place, kind, values: vec![None; self.mapping.columns.len()], surplus: None });
    }

    /// A row of a table with merged cells: every cell stands where it belongs.
    fn spanned(&mut self, row: usize, record: &mut Record) {
        for column in &self.mapping.columns {
            let field = self.rows.at(row, column.position);
            let is_name = matches!(column.shows, Shows::Key(ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item));
            let value = field.filter(|field| field.cell.column == column.position || is_name).map(|field| Value {
                text: tidy(&field.cell.text),
                is_first: field.is_first,
                place: field.cell.place,
            });
            record.values.push(value);
        }
        let is_mark = |shows: &Shows| matches!(shows, Shows::Key(ColumnKey::Mark(_)));
        let mut undecided: Vec<std::ops::Range<usize>> = Vec::new();
        for field in self.rows.row(row).iter().filter(|field| field.is_first) {
            let reach = field.cell.column..field.cell.column + field.cell.column_span.max(1);
            let mut covered = self.mapping.columns.iter().filter(|column| reach.contains(&column.position));
            let first = covered.next();
            let own = |shows: &Shows| !matches!(shows, Shows::Key(ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item | ColumnKey::ItemNumber | ColumnKey::Number) | Shows::Ignored);
            let is_tick = kind::is_tick(&field.cell.text);
            match first {
                Some(first) if is_tick && is_mark(&first.shows) && covered.clone().any(|column| is_mark(&column.shows)) => {
                    let columns = std::iter::once(first).chain(covered).filter_map(|column| key_of(&column.shows)).collect();
                    undecided.push(reach.clone());
                    self.tell(FindingKind::MarkUndecided { columns }, Severity::Error, field.cell.place, None);
                }
                None => {
                    let kind = FindingKind::TextWithoutColumn { text: tidy(&field.cell.text) };
                    self.tell(kind, Severity::Error, field.cell.place, None);
                }
                Some(first) if covered.any(|column| own(&column.shows)) => {
                    let key = key_of(&first.shows);
                    self.tell(FindingKind::CellOverColumns, Severity::Warning, field.cell.place, key);
                }
                Some(_) => {}
            }
        }
        for (column, value) in self.mapping.columns.iter().zip(&mut record.values) {
            if undecided.iter().any(|reach| reach.contains(&column.position)) {
                *value = None;
            }
        }
    }

    /// A row of text, whose fields may be out of line with the header.
    fn loose(&mut self, fields: &[Field<'_>], record: &mut Record) {
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
        };
        let mapping = self.mapping;
        let targets: Vec<Target<'_>> = mapping.columns.iter().map(|c| Target { shows: &c.shows, position: c.position }).collect();
        let (way, is_moved) = align(&parts, &targets, around);
        record.values = vec![None; mapping.columns.len()];
        for field in fields {
            match way[field.cell.column] {
                Some(column) => put(&mut record.values[column], field),
                None => {
                    let kind = FindingKind::TextWithoutColumn { text: tidy(&field.cell.text) };
                    self.tell(kind, Severity::Error, field.cell.place, None);
                }
            }
        }
        record.surplus = self.surplus(fields, &way);
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
        let had: usize = above.values.iter().flatten().map(|value| boxes(&value.text)).filter(|count| *count > 1).sum();
        let has: usize = parts.iter().filter(|part| part.look == Look::Boxes).map(|part| boxes(part.text)).sum();
        !has_numbers && (opens && closes || has > 0 && had > 0 && had < self.full_boxes && had + has == self.full_boxes)
    }

    /// The stretch of a loose row between the texts around its columns for √.
    fn surplus(&self, fields: &[Field<'_>], way: &[Option<usize>]) -> Option<Surplus> {
        let is_mark = |column: usize| matches!(&self.mapping.columns[column].shows, Shows::Key(ColumnKey::Mark(_)));
        let columns = 0..self.mapping.columns.len();
        let (first, last) = (columns.clone().find(|c| is_mark(*c))?, columns.rev().find(|c| is_mark(*c))?);
        let is_text = |field: &&Field<'_>| look(&field.cell.text) != Look::Mark;
        let column = |field: &Field<'_>| way[field.cell.column];
        let left = fields.iter().filter(is_text).rfind(|field| column(field).is_some_and(|c| c < first))?;
        let right = fields.iter().filter(is_text).find(|field| column(field).is_some_and(|c| c > last))?;
        let begins = column(left)? + 1;
        let ticks = fields.iter().filter(|f| f.cell.column > left.cell.column && f.cell.column < right.cell.column);
        Some(Surplus {
            first: begins,
            columns: column(right)?.checked_sub(begins)?,
            is_in_line: self.mapping.columns[begins - 1].position == left.cell.column,
            fields: right.cell.column - left.cell.column - 1,
            ticks: ticks.map(|field| (field.cell.column - left.cell.column - 1, field.cell.place)).collect(),
        })
    }

    fn value<'r>(&self, record: &'r Record, key: &ColumnKey) -> Option<&'r Value> {
        let column = self.mapping.columns.iter().position(|c| c.shows == Shows::Key(key.clone()))?;
        record.values.get(column)?.as_ref()
    }

    fn kind(&mut self, record: &Record) -> RowKind {
        if record.kind == RowKind::Rest {
            return RowKind::Rest;
        }
        match self.value(record, &ColumnKey::Item) {
            Some(name) if name.is_first => return RowKind::Item,
            Some(_) => return RowKind::Further,
            None => {}
        }
        let begins = |key: &ColumnKey| self.value(record, key).is_some_and(|value| value.is_first);
        let others = record.values.iter().enumerate().filter(|(column, value)| {
            let shows = &self.mapping.columns[*column].shows;
            let is_upper = matches!(shows, Shows::Key(ColumnKey::Group | ColumnKey::Number | ColumnKey::Sub(_)));
            !is_upper && value.as_ref().is_some_and(|value| value.is_first)
        });
        if others.count() == 0 {
            if let Some(group) = self.value(record, &ColumnKey::Group).filter(|group| group.is_first) {
                return RowKind::GroupLine(group.text.clone());
            }
            return RowKind::Further;
        }
        if begins(&ColumnKey::ItemNumber) || begins(&ColumnKey::Number) && begins(&ColumnKey::Text(TextField::Content)) {
            self.tell(FindingKind::ItemWithoutName, Severity::Error, record.place, Some(ColumnKey::Item));
            return RowKind::Item;
        }
        if self.body.records.is_empty() {
            return RowKind::Item;
        }
        if self.goes_on_above(record) { RowKind::Rest } else { RowKind::Further }
    }

    /// Whether a text of the row closes what the same column left open in the row above.
    fn goes_on_above(&self, record: &Record) -> bool {
        let Some(above) = self.body.records.last() else { return false };
        above.values.iter().zip(&record.values).any(|(above, value)| match (above, value) {
            (Some(above), Some(value)) => balance(&above.text).opens && balance(&value.text).closes,
            _ => false,
        })
    }

    fn count(&mut self, record: &Record) {
        if record.kind != RowKind::Item {
            return;
        }
        let number = self.value(record, &ColumnKey::ItemNumber).and_then(|value| text::number(&value.text));
        let glued = self.value(record, &ColumnKey::Item).and_then(|value| text::leading_number(&value.text));
        let number = number.map(|(value, _)| value).or_else(|| glued.map(|(value, _)| value).filter(|n| *n == self.expected));
        self.expected = number.unwrap_or(self.expected).saturating_add(1);
    }

    fn tell(&mut self, kind: FindingKind, severity: Severity, place: Place, column: Option<ColumnKey>) {
        self.findings.push(Finding { kind, severity, table: self.at, place: Some(place), item: None, column });
    }
}

/// The column key behind what a column is taken for.
pub(crate) fn key_of(shows: &Shows) -> Option<ColumnKey> {
    match shows {
        Shows::Key(key) => Some(key.clone()),
        Shows::Channel(_) => Some(ColumnKey::Channels),
        Shows::Words(_) | Shows::Ignored => None,
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

/// A row of dashes, with which text draws a line.
fn is_rule(fields: &[Field<'_>]) -> bool {
    fields.iter().all(|field| {
        let bare = squashed(&field.cell.text);
        bare.chars().all(|c| matches!(c, '-' | '=' | '_' | '—' | '─' | '+' | ':' | '|')) && (fields.len() > 2 || bare.len() > 2)
    }) && !kind::has_chinese(&fields[0].cell.text)
}
