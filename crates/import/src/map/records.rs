//! The body of a table, row by row: what stands under which column, and what the row is.

use std::collections::HashSet;

use mulu_model::{ColumnKey, TextField, limits};

use super::{
    body::{Body, Laid, Reader, Record, RowKind, Value},
    heading::{is_heading, is_sign_off},
    mapping::{Mapping, Shows},
    rows::{Field, Rows},
    unaligned::{has_spare, usual_boxes},
};
use crate::{
    Finding, FindingKind, Place, Severity, Table,
    lexicon::{
        lines, look,
        text::{self, balance, folded, squashed, tidy},
        words,
    },
};

/// Reads the body of a table.
pub(crate) fn read(
    table: &Table,
    rows: &Rows<'_>,
    mapping: &Mapping,
    at: usize,
    findings: &mut Vec<Finding>,
) -> Body {
    let headers = header_texts(table, rows, mapping);
    let mut reader = Reader {
        rows,
        mapping,
        at,
        header_bytes: headers.iter().map(String::len).max().unwrap_or(0) * 2 + 16,
        headers,
        full_boxes: usual_boxes(rows, mapping),
        has_spare: has_spare(rows, mapping),
        expected: 1,
        body: Body { records: Vec::new(), lines: Vec::new(), laid: Laid::new() },
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

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        let fields = self.rows.row(row);
        let begins = || fields.iter().filter(|field| field.is_first);
        // A row in which no cell begins belongs to the item above and says nothing.
        let Some(first) = begins().next().copied() else { return };
        let place = Place { row: first.cell.place.row, column: 0 };
        if self.is_printed_again(fields) || is_rule(fields) || self.is_header_again(fields) {
            return;
        }
        if begins().all(|field| field.cell.is_hidden) {
            self.tell(FindingKind::HiddenRow, Severity::Warning, place, None);
        }
        if is_divided_line(fields) {
            let texts = begins().map(|field| tidy(&field.cell.text)).collect::<Vec<_>>();
            return self.body.lines.push((texts.join("  "), row, place));
        }
        if fields.len() == 1 && self.is_line(&first) {
            return self.line(row, &first);
        }
        let mut record = Record { row, place, kind: RowKind::Item, values: Vec::new(), surplus: None };
        if self.mapping.is_loose {
            self.unaligned(fields, &mut record)
        } else {
            self.spanned(row, &mut record)
        }
        record.kind = self.kind(&record);
        self.count(&record);
        self.body.records.push(record);
    }

    /// Whether the row is one of the header's, or one of the lines above it.
    fn is_printed_again(&self, fields: &[Field<'_>]) -> bool {
        let length: usize = fields.iter().map(|field| field.cell.text.len()).sum();
        // Folding takes time, and most rows are longer than any header.
        length <= self.header_bytes && self.headers.contains(without_continued(&folded_row(fields)))
    }

    /// Whether the row says nothing but what headers say.
    fn is_header_again(&self, fields: &[Field<'_>]) -> bool {
        let known = || fields.iter().filter_map(|field| words::known(&field.cell.text));
        let exact = known().filter(|(_, is_exact)| *is_exact).count();
        exact >= 3 && known().count() == fields.len() && exact * 5 >= fields.len() * 4
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
        is_wide || is_at_left && (lines::is_note(text) || is_heading(text) || lines::is_section(text))
    }

    fn line(&mut self, row: usize, field: &Field<'_>) {
        let text = tidy(&field.cell.text);
        let has_groups = self.mapping.column(&ColumnKey::Group).is_some();
        let place = field.cell.place;
        if lines::is_note(&text) || is_heading(&text) || has_groups {
            self.body.lines.push((text, row, place));
            return;
        }
        let name = text::leading_number(&text).map_or(text.as_str(), |(_, name)| name).to_owned();
        let kind = RowKind::GroupLine(name);
        self.body.records.push(Record {
            row,
            place,
            kind,
            values: vec![None; self.mapping.columns.len()],
            surplus: None,
        });
    }

    /// A row of a table with merged cells: every cell stands where it belongs.
    fn spanned(&mut self, row: usize, record: &mut Record) {
        for column in &self.mapping.columns {
            let field = self.rows.at(row, column.position);
            let is_name =
                matches!(column.shows, Shows::Key(ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item));
            let value = field.filter(|field| field.cell.column == column.position || is_name).map(|field| {
                Value { text: tidy(&field.cell.text), is_first: field.is_first, place: field.cell.place }
            });
            record.values.push(value);
        }
        let is_mark = |shows: &Shows| matches!(shows, Shows::Key(ColumnKey::Mark(_)));
        let mut undecided: Vec<std::ops::Range<usize>> = Vec::new();
        for field in self.rows.row(row).iter().filter(|field| field.is_first) {
            let reach = field.cell.column..field.cell.column + field.cell.column_span.max(1);
            let mut covered = self.mapping.columns.iter().filter(|column| reach.contains(&column.position));
            let first = covered.next();
            let own = |shows: &Shows| {
                !matches!(
                    shows,
                    Shows::Key(
                        ColumnKey::Group
                            | ColumnKey::Sub(_)
                            | ColumnKey::Item
                            | ColumnKey::ItemNumber
                            | ColumnKey::Number
                    ) | Shows::Ignored
                )
            };
            let is_tick = look::is_tick(&field.cell.text);
            match first {
                Some(first)
                    if is_tick
                        && is_mark(&first.shows)
                        && covered.clone().any(|column| is_mark(&column.shows)) =>
                {
                    let columns = std::iter::once(first)
                        .chain(covered)
                        .filter_map(|column| column.shows.key())
                        .collect();
                    undecided.push(reach.clone());
                    self.tell(
                        FindingKind::MarkUndecided { columns },
                        Severity::Error,
                        field.cell.place,
                        None,
                    );
                }
                None => {
                    let kind = FindingKind::TextWithoutColumn { text: tidy(&field.cell.text) };
                    self.tell(kind, Severity::Error, field.cell.place, None);
                }
                Some(first) if covered.any(|column| own(&column.shows)) => {
                    let key = first.shows.key();
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
        // Where the lowest name is empty, the one above it is the item's.
        if (1..=limits::SUB_LEVELS).any(|level| begins(&ColumnKey::Sub(level))) {
            return RowKind::Item;
        }
        let others = record.values.iter().enumerate().filter(|(column, value)| {
            let shows = &self.mapping.columns[*column].shows;
            let is_upper =
                matches!(shows, Shows::Key(ColumnKey::Group | ColumnKey::Number | ColumnKey::Sub(_)));
            !is_upper && value.as_ref().is_some_and(|value| value.is_first)
        });
        if others.count() == 0 {
            if let Some(group) = self.value(record, &ColumnKey::Group).filter(|group| group.is_first) {
                return RowKind::GroupLine(group.text.clone());
            }
            return RowKind::Further;
        }
        if begins(&ColumnKey::ItemNumber)
            || begins(&ColumnKey::Number) && begins(&ColumnKey::Text(TextField::Content))
        {
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
        let number = number
            .map(|(value, _)| value)
            .or_else(|| glued.map(|(value, _)| value).filter(|n| *n == self.expected));
        self.expected = number.unwrap_or(self.expected).saturating_add(1);
    }
}

/// Whether a row of several cells is a line of text all the same: who signed it off, a sum, a note after its 注.
fn is_divided_line(fields: &[Field<'_>]) -> bool {
    let mut begins = fields.iter().filter(|field| field.is_first).map(|field| field.cell.text.as_str());
    let Some(first) = begins.next().filter(|_| fields.len() > 1) else { return false };
    let others: Vec<&str> = begins.collect();
    let signs = others.iter().filter(|text| is_sign_off(text)).count();
    let is_sum = lines::is_sum(first) && others.iter().all(|text| !look::has_chinese(text));
    is_sum
        || is_sign_off(first) && signs * 2 + 1 >= others.len()
        || lines::is_note(first) && others.len() == 1 && squashed(first).chars().count() <= 4
}

/// A row of dashes, with which text draws a line.
fn is_rule(fields: &[Field<'_>]) -> bool {
    fields.iter().all(|field| {
        let bare = squashed(&field.cell.text);
        bare.chars().all(|c| matches!(c, '-' | '=' | '_' | '—' | '─' | '+' | ':' | '|'))
            && (fields.len() > 2 || bare.len() > 2)
    }) && !look::has_chinese(&fields[0].cell.text)
}
