//! Values separated by commas, semicolons, tabs or bars, in quotation marks where they hold such signs themselves.

use super::{
    error::{Fault, Measure},
    limits,
    mark::without_tags,
    sheet::{Area, Budget, Sheet},
};
use crate::document::{Place, Table};

/// Separators, the more usual first.
const DELIMITERS: [char; 4] = [',', '\t', ';', '|'];
/// Fields of a record that are kept; more than columns may be, as empty ones do not count.
const MOST_FIELDS: usize = 2 * limits::COLUMNS;
/// Bytes by which the separator is found.
const SAMPLE: usize = 1 << 16;

/// Reads the values; `None` if all are blank.
pub(super) fn read(text: &str) -> Result<Option<Table>, Fault> {
    let mut sheet = Sheet::default();
    let mut budget = Budget::default();
    let delimiter = delimiter(text);
    let delimiter = delimiter.map_or(DELIMITERS[0], |(delimiter, _)| delimiter);
    for (row, record) in (0u32..).zip(Records::new(text, delimiter)) {
        budget.line()?;
        if record.is_cut {
            return Err(Fault::TooLarge(Measure::Columns));
        }
        for (column, field) in (0u32..).zip(&record.fields) {
            let place = Place { row: record.line, column: column.saturating_add(1) };
            sheet.put_area(&mut budget, Area::field(row, column), &without_tags(field), false, place)?;
        }
    }
    sheet.finish(String::new(), false)
}

/// The separator that stands most often in records cut into equally many fields, and what share of all records these
/// are in hundredths; `None` if every record is a single field.
///
/// Separators are counted and not records: one that does not divide the table at all, but begins each text with
/// several lines, cuts their lines into more records of two fields than the table has rows.
pub(super) fn delimiter(text: &str) -> Option<(char, usize)> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let found = DELIMITERS.iter().filter_map(|&delimiter| {
        let records = Records::new(&text[..end], delimiter).filter(|record| !record.is_blank());
        let mut counts: Vec<usize> = records.map(|record| record.fields.len()).collect();
        counts.sort_unstable();
        let alike = counts.chunk_by(|a, b| a == b).max_by_key(|alike| alike.len() * (alike[0] - 1))?;
        let separators = alike.len() * (alike[0] - 1);
        (separators > 0).then_some((separators, delimiter, alike.len() * 100 / counts.len()))
    });
    // Of equals the more usual, which stands first.
    let best = found.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    Some((best.1, best.2))
}

/// The fields of one record.
pub(super) struct Record {
    pub(super) fields: Vec<String>,
    /// The line on which it begins, from 1.
    pub(super) line: u32,
    /// Whether there are more fields with text than are kept.
    pub(super) is_cut: bool,
}

impl Record {
    pub(super) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }
}

/// Takes a text apart into records. Quotation marks around a field keep separators and line breaks in it, and two
/// of them are one; a mark that nothing closes is a character like others, and so is every later one.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    line: u32,
    has_quotes: bool,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter, line: 1, has_quotes: true }
    }

    /// The field at the beginning of what is left, and whether a field of the same record follows.
    fn field(&mut self) -> (String, bool) {
        if self.has_quotes && self.rest.starts_with('"') {
            match self.quoted() {
                Some(text) => {
                    let is_followed = self.separator();
                    return (text, is_followed);
                }
                None => self.has_quotes = false,
            }
        }
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let field = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        (field, self.separator())
    }

    /// A field in quotation marks; `None` if nothing closes them.
    fn quoted(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut rest = &self.rest[1..];
        loop {
            let (part, after) = rest.split_once('"')?;
            text.push_str(part);
            if text.len() > 4 * limits::TEXT_CHARS {
                return None;
            }
            if let Some(after) = after.strip_prefix('"') {
                text.push('"');
                rest = after;
            } else if after.is_empty() || after.starts_with([self.delimiter, '\n', '\r']) {
                self.line += text.matches('\n').count() as u32;
                self.rest = after;
                return Some(text);
            } else {
                text.push('"');
                rest = after;
            }
        }
    }

    /// Passes over what ends a field. Says whether it was a separator.
    fn separator(&mut self) -> bool {
        if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return true;
        }
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        if let Some(rest) = rest {
            self.rest = rest;
            self.line += 1;
        }
        false
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut fields = Vec::new();
        let mut is_cut = false;
        loop {
            let (field, is_followed) = self.field();
            if fields.len() < MOST_FIELDS {
                fields.push(field);
            } else {
                is_cut |= !field.trim().is_empty();
            }
            if !is_followed {
                return Some(Record { fields, line, is_cut });
            }
        }
    }
}
