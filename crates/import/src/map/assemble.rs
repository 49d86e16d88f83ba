//! Puts the rows together that belong to one item.

use std::collections::BTreeSet;

use mulu_model::ColumnKey;

use super::{
    body::{Record, RowKind},
    entry::Entry,
    mapping::{Mapping, Shows},
    restore,
};
use crate::{
    Finding, FindingKind, Place, Severity,
    lexicon::look::{Look, look},
};

/// Puts the rows together that belong to one item.
pub(super) fn assemble(
    records: Vec<Record>,
    mapping: &Mapping,
    at: usize,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut group_line = None;
    for record in records {
        match (&record.kind, entries.last_mut()) {
            (RowKind::GroupLine(name), _) => group_line = Some(name.clone()),
            (RowKind::Rest, Some(_)) => {
                let above = entry_of_rest(&entries, &record, mapping);
                join_rest(&mut entries[above], record, mapping, at, findings);
            }
            (RowKind::Further, Some(entry)) => {
                let name =
                    mapping.columns.iter().position(|column| column.shows == Shows::Key(ColumnKey::Item));
                if name.is_none_or(|name| record.values[name].is_none())
                    && record.values.iter().any(Option::is_some)
                {
                    let kind = FindingKind::RowWithoutName;
                    let severity = Severity::Warning;
                    findings.push(Finding {
                        kind,
                        severity,
                        table: at,
                        place: Some(record.place),
                        item: None,
                        column: None,
                    });
                }
                entry.further.push(record);
            }
            _ => entries.push(Entry {
                table: at,
                row: record.row,
                place: record.place,
                group_line: group_line.take(),
                group_rest: String::new(),
                values: record.values,
                further: Vec::new(),
                surplus: record.surplus,
                ticked: None,
                taken: BTreeSet::new(),
            }),
        }
    }
    entries
}

/// Which entry a rest belongs to: the last; boxes that go on, to the last that has any, because its cell may be merged
/// over all below it.
fn entry_of_rest(entries: &[Entry], rest: &Record, mapping: &Mapping) -> usize {
    let last = entries.len() - 1;
    let channels = mapping.columns.iter().position(|c| c.shows == Shows::Key(ColumnKey::Channels));
    let is_only =
        |column: usize| rest.values.iter().enumerate().all(|(at, value)| at == column || value.is_none());
    let with_channels = channels.filter(|column| is_only(*column)).and_then(|column| {
        entries.iter().rposition(|entry| entry.values[column].is_some() || !entry.further.is_empty())
    });
    with_channels.unwrap_or(last)
}

/// Joins the rest of a row to the row.
fn join_rest(entry: &mut Entry, record: Record, mapping: &Mapping, at: usize, findings: &mut Vec<Finding>) {
    let mut tell = |kind: FindingKind, severity: Severity, place: Place, column: Option<ColumnKey>| {
        findings.push(Finding { kind, severity, table: at, place: Some(place), item: None, column });
    };
    let is_boxes = record.values.iter().flatten().all(|value| look(&value.text) == Look::Boxes);
    let severity = if is_boxes { Severity::Info } else { Severity::Warning };
    tell(FindingKind::RowJoined, severity, record.place, None);
    let row = entry.further.last_mut().map_or(&mut entry.values, |further| &mut further.values);
    for (column, value) in record.values.into_iter().enumerate() {
        let Some(rest) = value.filter(|value| value.is_first) else { continue };
        let shows = &mapping.columns[column].shows;
        if *shows == Shows::Key(ColumnKey::Group) {
            entry.group_rest.push_str(&rest.text);
            continue;
        }
        let Some(above) = &mut row[column] else {
            row[column] = Some(rest);
            continue;
        };
        let (whole, twice) = restore::joined(&above.text, &rest.text);
        above.text = whole;
        if let Some(text) = twice {
            tell(FindingKind::PrintedTwice { text }, Severity::Warning, rest.place, shows.key());
        }
    }
}
