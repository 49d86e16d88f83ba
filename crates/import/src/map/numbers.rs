//! 序号: what it counts, in which numerals, and where it jumps. Numbers themselves are never kept; the catalogue
//! counts anew.

use mulu_model::{ColumnKey, GroupNumbering, ItemNumbering, Numbering};

use super::{
    entry::Entry,
    groups::Named,
    mapping::{Mapping, Shows},
};
use crate::{Finding, FindingKind, Severity, lexicon::text::number};

/// A number that stands in the table.
struct Seen {
    entry: usize,
    value: u32,
    is_chinese: bool,
}

/// Finds out what is numbered, and tells of numbers that do not follow one another.
pub(crate) fn read(
    entries: &[Entry],
    named: &[Named],
    mappings: &[&Mapping],
    findings: &mut Vec<Finding>,
) -> Numbering {
    let in_front = numbers(entries, mappings, &ColumnKey::Number);
    let mut of_items = numbers(entries, mappings, &ColumnKey::ItemNumber);
    for (entry, named) in named.iter().enumerate() {
        if let Some(value) = named.glued {
            of_items.push(Seen { entry, value, is_chinese: false });
        }
    }
    of_items.sort_by_key(|seen| seen.entry);
    let has_item_numbers = mappings.iter().any(|mapping| mapping.column(&ColumnKey::ItemNumber).is_some());
    let groups = named.last().map_or(0, |named| named.group + 1);
    let has_groups = mappings.iter().any(|mapping| mapping.column(&ColumnKey::Group).is_some());
    let is_of_groups = || steps(&in_front, |group| named[group].group) >= steps(&in_front, |entry| entry);
    let is_on_each = in_front.len() > groups && in_front.len() * 10 >= entries.len() * 8;
    let counts_items =
        !has_item_numbers && !in_front.is_empty() && (!has_groups || is_on_each && !is_of_groups());
    if counts_items {
        tell_of_items(&in_front, entries, named, &ColumnKey::Number, findings);
        return Numbering { group: GroupNumbering::None, item: ItemNumbering::Running };
    }
    tell_of_groups(&in_front, entries, named, findings);
    tell_of_items(&of_items, entries, named, &ColumnKey::ItemNumber, findings);
    let is_chinese = in_front.iter().any(|seen| seen.is_chinese);
    let has_number = mappings.iter().any(|mapping| mapping.column(&ColumnKey::Number).is_some());
    let group = match (has_number, is_chinese) {
        (false, _) if has_item_numbers => GroupNumbering::None,
        (_, true) => GroupNumbering::Chinese,
        _ => NO_NUMBERS.group,
    };
    Numbering { group, item: if has_item_numbers { ItemNumbering::Running } else { ItemNumbering::None } }
}

/// How many numbers follow the one before as they should if they counted these things: the same for the same thing,
/// one more for the next.
fn steps(seen: &[Seen], counted: impl Fn(usize) -> usize) -> usize {
    let follows = |pair: &&[Seen]| {
        let is_next = counted(pair[0].entry) != counted(pair[1].entry);
        pair[1].value == pair[0].value.saturating_add(u32::from(is_next))
    };
    seen.windows(2).filter(follows).count()
}

/// The numbers of a column, each where its cell begins.
fn numbers(entries: &[Entry], mappings: &[&Mapping], key: &ColumnKey) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let columns = &mappings[entry.table].columns;
        let Some(column) = columns.iter().position(|column| column.shows == Shows::Key(key.clone())) else {
            continue;
        };
        let value = entry.values[column].as_ref().filter(|value| value.is_first);
        if let Some((value, is_chinese)) = value.and_then(|value| number(&value.text)) {
            seen.push(Seen { entry: index, value, is_chinese });
        }
    }
    seen
}

fn tell_of_items(
    seen: &[Seen],
    entries: &[Entry],
    named: &[Named],
    column: &ColumnKey,
    findings: &mut Vec<Finding>,
) {
    let restarts = seen.windows(2).filter(|pair| pair[1].value == 1).collect::<Vec<_>>();
    let is_other = |pair: &&&[Seen]| {
        named[pair[0].entry].group != named[pair[1].entry].group
            || entries[pair[0].entry].table != entries[pair[1].entry].table
    };
    let at_groups = restarts.iter().filter(is_other).count();
    let is_per_group = at_groups > 0 && at_groups == restarts.len();
    if is_per_group {
        findings.push(Finding::of_table(
            FindingKind::NumbersRestart,
            Severity::Info,
            entries.first().map_or(0, |entry| entry.table),
        ));
    }
    let mut expected = 1;
    for seen in seen {
        if seen.value != expected && !(is_per_group && seen.value == 1) {
            jump(seen, expected, &entries[seen.entry], column.clone(), findings);
        }
        expected = seen.value.saturating_add(1);
    }
}

fn tell_of_groups(seen: &[Seen], entries: &[Entry], named: &[Named], findings: &mut Vec<Finding>) {
    let mut before: Option<(usize, u32)> = None;
    let mut table = None;
    for seen in seen {
        let group = named[seen.entry].group;
        // A further table may count anew.
        let begins = table.replace(entries[seen.entry].table) != Some(entries[seen.entry].table);
        let expected = match before {
            _ if begins && seen.value == 1 => 1,
            None => 1,
            // The number is printed again where its group goes on.
            Some((known, value)) if known == group => value,
            Some((_, value)) => value.saturating_add(1),
        };
        if seen.value != expected {
            jump(seen, expected, &entries[seen.entry], ColumnKey::Number, findings);
        }
        before = Some((group, seen.value));
    }
}

fn jump(seen: &Seen, expected: u32, entry: &Entry, column: ColumnKey, findings: &mut Vec<Finding>) {
    let kind = FindingKind::NumberJump { expected, found: seen.value };
    let place = Some(entry.place);
    findings.push(Finding {
        kind,
        severity: Severity::Warning,
        table: entry.table,
        place,
        item: None,
        column: Some(column),
    });
}

/// Numbers as a template without any has them.
const NO_NUMBERS: Numbering = Numbering { group: GroupNumbering::Arabic, item: ItemNumbering::None };
