//! What text has lost of a table: cells cut by a page, and cells that were merged with the one above.

use std::collections::{BTreeSet, HashMap};

use mulu_model::{ColumnKey, TextField};

use super::{
    entry::Entry,
    mapping::{Mapping, Shows},
};
use crate::{
    Finding, FindingKind, Severity,
    lexicon::{
        look::{TICKED, UNTICKED},
        text::{folded, is_blank, is_chinese, squashed},
    },
};

/// How many rows below a cell its rest is looked for.
const REACH: usize = 3;
/// How many bytes are looked for at most that stand at the end of a page and again at the beginning of the next.
const OVERLAP: usize = 90;

/// A text and its rest, put together. What was printed at the page's end and again at the next one's beginning is
/// left out once and handed back.
pub(crate) fn joined(above: &str, rest: &str) -> (String, Option<String>) {
    if rest.starts_with(TICKED) || rest.starts_with(UNTICKED) {
        return (format!("{above}\n{rest}"), None);
    }
    let (end, begin) = (squashed(above), squashed(rest));
    if begin.chars().count() > 3 && end.ends_with(&begin) {
        return (above.to_owned(), Some(begin));
    }
    let starts: Vec<usize> =
        begin.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= OVERLAP).collect();
    let overlap = starts.iter().rev().find(|length| end.ends_with(&begin[..**length]));
    let Some(overlap) = overlap.filter(|length| begin[..**length].chars().all(is_chinese)) else {
        return (format!("{above}{rest}"), None);
    };
    let mut left_out = begin[..*overlap].chars().count();
    let kept: String = rest
        .chars()
        .skip_while(|c| {
            let skip = left_out > 0;
            left_out -= usize::from(skip && !is_blank(*c));
            skip
        })
        .collect();
    (format!("{above}{kept}"), Some(begin[..*overlap].to_owned()))
}

/// The columns in which text loses merged cells.
fn shared_columns(mapping: &Mapping) -> Vec<usize> {
    use TextField::{Basis, Content, DisclosingBody, TimeLimit};
    let is_shared = |shows: &Shows| {
        matches!(
            shows,
            Shows::Key(ColumnKey::Channels | ColumnKey::Text(Basis | Content | DisclosingBody | TimeLimit))
        )
    };
    (0..mapping.columns.len()).filter(|column| is_shared(&mapping.columns[*column].shows)).collect()
}

/// Puts cells together of which a part stands further down, where the whole is known from elsewhere in the column.
pub(crate) fn join_cells(entries: &mut [Entry], mapping: &Mapping, at: usize, findings: &mut Vec<Finding>) {
    let groups = group_counts(entries, mapping);
    for column in shared_columns(mapping) {
        let mut known: HashMap<String, usize> = HashMap::new();
        for value in entries.iter().filter_map(|entry| entry.values[column].as_ref()) {
            *known.entry(squashed(&value.text)).or_default() += 1;
        }
        // Only what stands twice can tell that two cells are one; most pairs are of no length that could.
        let lengths: BTreeSet<usize> =
            known.iter().filter(|(_, times)| **times > 1).map(|(text, _)| text.len()).collect();
        for index in 0..entries.len() {
            if entries[index].values[column].is_none() {
                continue;
            }
            let below = (index + 1..entries.len().min(index + 1 + REACH))
                .find(|below| entries[*below].values[column].is_some());
            let Some(below) = below.filter(|below| groups[*below] == groups[index]) else { continue };
            let (Some(above), Some(rest)) = (&entries[index].values[column], &entries[below].values[column])
            else {
                continue;
            };
            let longest = bare_length(&above.text) + bare_length(&rest.text);
            if lengths.range(longest.saturating_sub(OVERLAP)..=longest).next().is_none() {
                continue;
            }
            let times = |text: &str| known.get(&squashed(text)).copied().unwrap_or(0);
            let (times_above, times_rest) = (times(&above.text), times(&rest.text));
            let is_lines = mapping.columns[column].shows == Shows::Key(ColumnKey::Channels);
            let whole = if is_lines {
                format!("{}\n{}", above.text, rest.text)
            } else {
                joined(&above.text, &rest.text).0
            };
            let times_whole = times(&whole);
            if times_whole >= 2 && times_above < times_whole && times_rest < times_whole {
                let place = Some(rest.place);
                if let Some(value) = &mut entries[index].values[column] {
                    value.text = whole;
                }
                entries[below].values[column] = None;
                let column = mapping.columns[column].shows.key();
                let kind = FindingKind::CellJoined;
                findings.push(Finding {
                    kind,
                    severity: Severity::Warning,
                    table: at,
                    place,
                    item: None,
                    column,
                });
            }
        }
    }
}

/// Bytes without white space.
fn bare_length(text: &str) -> usize {
    text.chars().filter(|c| !is_blank(*c)).map(char::len_utf8).sum()
}

/// Which group each entry stands in, as far as its own cells tell.
fn group_counts(entries: &[Entry], mapping: &Mapping) -> Vec<usize> {
    let group = mapping.columns.iter().position(|column| column.shows == Shows::Key(ColumnKey::Group));
    let mut current: Option<String> = None;
    let mut count = 0;
    let counts = entries.iter().map(|entry| {
        let named = group.and_then(|group| entry.values[group].as_ref()).map(|value| folded(&value.text));
        count += usize::from(entry.group_line.is_some() || named.is_some() && named != current);
        current = named.or(current.take());
        count
    });
    counts.collect()
}

/// Takes empty cells of a group's further items as one with the cell above.
pub(crate) fn take_from_above(
    entries: &mut [Entry],
    mapping: &Mapping,
    at: usize,
    findings: &mut Vec<Finding>,
) {
    let shared = shared_columns(mapping);
    let marks: Vec<usize> = (0..mapping.columns.len())
        .filter(|c| matches!(mapping.columns[*c].shows, Shows::Key(ColumnKey::Mark(_))))
        .collect();
    let groups = group_counts(entries, mapping);
    for index in 1..entries.len() {
        if groups[index] != groups[index - 1] {
            continue;
        }
        let (above, below) = entries.split_at_mut(index);
        let (above, entry) = (&above[index - 1], &mut below[0]);
        let is_name_only =
            shared.iter().all(|column| entry.values[*column].is_none()) && entry.further.is_empty();
        let mut columns: Vec<ColumnKey> = Vec::new();
        for column in shared.iter().copied() {
            // The parts of an item have contents of their own.
            let is_of_parts = mapping.columns[column].shows.key().is_some_and(|key| key.is_of_part())
                && !entry.further.is_empty();
            // What is published is each item's own, unless more than that is empty.
            let is_alone = mapping.columns[column].shows.key() == Some(ColumnKey::Text(TextField::Content))
                && shared.iter().filter(|column| entry.values[**column].is_none()).count() < 2;
            if entry.values[column].is_some() || is_of_parts || is_alone {
                continue;
            }
            let Some(mut value) = above.values[column].clone() else { continue };
            value.is_first = false;
            entry.values[column] = Some(value);
            entry.taken.insert(column);
            columns.extend(mapping.columns[column].shows.key());
        }
        let takes_marks = is_name_only && marks.iter().all(|column| entry.values[*column].is_none());
        if takes_marks {
            for column in marks.iter().copied().filter(|column| above.values[*column].is_some()) {
                entry.values[column].clone_from(&above.values[column]);
                columns.extend(mapping.columns[column].shows.key());
            }
            entry.ticked.clone_from(&above.ticked);
        }
        if !columns.is_empty() {
            let kind = FindingKind::TakenFromAbove { columns };
            let severity = if is_name_only { Severity::Info } else { Severity::Warning };
            let place = Some(entry.place);
            findings.push(Finding { kind, severity, table: at, place, item: None, column: None });
        }
    }
}
