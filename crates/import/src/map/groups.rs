//! The names of groups and items: repeated, merged, cut, doubled, or empty below the first.

use std::collections::HashSet;

use mulu_model::{ColumnKey, limits};

use super::{
    body::Value,
    entry::Entry,
    mapping::{Mapping, Shows},
};
use crate::{
    Finding, FindingKind, Place, Severity,
    lexicon::{
        look::ditto,
        text::{folded, leading_number, number, one_line, squashed},
    },
};

/// The names of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// Which group it belongs to, counted from 0.
    pub(crate) group: usize,
    /// The group's name.
    pub(crate) group_name: String,
    /// The names between group and item.
    pub(crate) path: Vec<String>,
    /// The item's name.
    pub(crate) name: String,
    /// The number that stood in one cell with the name.
    pub(crate) glued: Option<u32>,
}

/// Names every entry.
pub(crate) fn name(entries: &[Entry], mappings: &[&Mapping], findings: &mut Vec<Finding>) -> Vec<Named> {
    let mut namer = Namer { mappings, findings, groups: Vec::new(), path: Vec::new(), expected: 1 };
    let mut named: Vec<Named> = entries.iter().map(|entry| namer.entry(entry)).collect();
    let groups = namer.groups;
    let whole = merged_pieces(&groups, findings);
    let can_have = entries.iter().any(|entry| entry.group_line.is_some())
        || mappings.iter().any(|m| m.column(&ColumnKey::Group).is_some());
    tell_of_groups(&groups, &whole, can_have, findings);
    for named in &mut named {
        let target = whole[named.group];
        named.group_name.clone_from(&groups[target].0);
        named.group = target;
    }
    renumber(&mut named);
    named
}

/// Groups are counted without gaps again.
fn renumber(named: &mut [Named]) {
    let mut count = 0;
    let mut before: Option<usize> = None;
    for named in named {
        if before.is_some_and(|before| before != named.group) {
            count += 1;
        }
        before = Some(named.group);
        named.group = count;
    }
}

struct Namer<'a, 'f> {
    mappings: &'a [&'a Mapping],
    findings: &'f mut Vec<Finding>,
    groups: Vec<(String, usize, Place)>,
    path: Vec<String>,
    expected: u32,
}

impl Namer<'_, '_> {
    fn value<'e>(&self, entry: &'e Entry, key: &ColumnKey) -> Option<&'e Value> {
        let column = self.mappings[entry.table]
            .columns
            .iter()
            .position(|column| column.shows == Shows::Key(key.clone()))?;
        entry.values[column].as_ref()
    }

    fn entry(&mut self, entry: &Entry) -> Named {
        let is_new = self.group(entry);
        self.path(entry, is_new);
        let (mut name, glued) = self.item(entry);
        let mut path = self.path.clone();
        while path.last().is_some_and(String::is_empty) {
            path.pop();
        }
        // The lowest name that a row has is the item's.
        let lowest = self.value(entry, &ColumnKey::Sub(path.len())).is_some_and(|value| value.is_first);
        if name.is_empty() && lowest {
            name = path.pop().unwrap_or_default();
        }
        Named { group: self.groups.len() - 1, group_name: String::new(), path, name, glued }
    }

    /// Whether the entry begins a new group.
    fn group(&mut self, entry: &Entry) -> bool {
        let value = self.value(entry, &ColumnKey::Group);
        let text = value.map(|value| one_line(&value.text)).unwrap_or_default();
        let is_ditto = ditto(&text).is_some();
        let mut name = if is_ditto { String::new() } else { text };
        name.push_str(&one_line(&entry.group_rest));
        if name.is_empty() {
            name = entry.group_line.clone().map(|line| one_line(&line)).unwrap_or_default();
        }
        let name = self.once(without_continued(&name), entry);
        let is_same = match self.groups.last() {
            None => false,
            Some(_) if name.is_empty() => true,
            Some((current, ..)) => folded(current) == folded(&name),
        };
        if !is_same {
            self.groups.push((name, entry.table, entry.place));
        }
        !is_same
    }

    /// A name that stands twice in its cell, as where two pages overlap.
    fn once(&mut self, name: String, entry: &Entry) -> String {
        let bare: Vec<char> = squashed(&name).chars().collect();
        let (first, second) = bare.split_at(bare.len() / 2);
        if bare.len() < 4 || first != second {
            return name;
        }
        let once: String = first.iter().collect();
        let kind = FindingKind::NameDoubled { name: once.clone() };
        self.tell(kind, Severity::Warning, entry, ColumnKey::Group);
        once
    }

    fn path(&mut self, entry: &Entry, is_new_group: bool) {
        let levels = (1..=limits::SUB_LEVELS)
            .filter(|level| self.mappings[entry.table].column(&ColumnKey::Sub(*level)).is_some())
            .count();
        self.path.resize(levels, String::new());
        // Below a name that changed, an empty cell is empty.
        let mut is_new = is_new_group;
        let upper =
            [ColumnKey::Group, ColumnKey::Item].map(|key| self.value(entry, &key).map(|value| value.place));
        for level in 0..levels {
            let value = self.value(entry, &ColumnKey::Sub(level + 1));
            let is_own = value.is_some_and(|value| !upper.contains(&Some(value.place)));
            let text = value.filter(|_| is_own).map(|value| without_continued(&one_line(&value.text)));
            match text.filter(|text| ditto(text).is_none()) {
                Some(text) => {
                    is_new |= folded(&self.path[level]) != folded(&text);
                    self.path[level] = text;
                }
                None if is_new || value.is_some() && !is_own => self.path[level].clear(),
                None => {}
            }
        }
    }

    fn item(&mut self, entry: &Entry) -> (String, Option<u32>) {
        let text = self
            .value(entry, &ColumnKey::Item)
            .map(|value| without_continued(&one_line(&value.text)))
            .unwrap_or_default();
        let mapping = self.mappings[entry.table];
        let own = self.value(entry, &ColumnKey::ItemNumber).and_then(|value| number(&value.text));
        let next = self.expected;
        self.expected = own.map_or(next, |(value, _)| value).saturating_add(1);
        if own.is_some() || mapping.column(&ColumnKey::ItemNumber).is_none() {
            return (text, None);
        }
        match leading_number(&text) {
            Some((value, rest)) if value == next => {
                let rest = rest.to_owned();
                self.tell(FindingKind::NumberGlued { number: value }, Severity::Info, entry, ColumnKey::Item);
                (rest, Some(value))
            }
            _ => (text, None),
        }
    }

    fn tell(&mut self, kind: FindingKind, severity: Severity, entry: &Entry, column: ColumnKey) {
        let place = Some(entry.place);
        self.findings.push(Finding {
            kind,
            severity,
            table: entry.table,
            place,
            item: None,
            column: Some(column),
        });
    }
}

/// The name without （续）.
fn without_continued(name: &str) -> String {
    let mut bare = name.trim();
    for mark in ["（续）", "(续)", "（续表）", "(续表)", "（续上页）", "（接上页）", "[续]", "【续】"]
    {
        bare = bare.strip_suffix(mark).or_else(|| bare.strip_prefix(mark)).unwrap_or(bare).trim();
    }
    bare.to_owned()
}

/// For each group, the group that it is a piece of, or itself: pieces that make the name of the next one, or of the
/// one before, when put together.
fn merged_pieces(groups: &[(String, usize, Place)], findings: &mut Vec<Finding>) -> Vec<usize> {
    let bare: Vec<String> = groups.iter().map(|(name, ..)| folded(name)).collect();
    let mut whole: Vec<usize> = (0..groups.len()).collect();
    for first in 0..groups.len() {
        let mut pieces = bare[first].clone();
        for after in first + 1..groups.len().min(first + 4) {
            pieces.push_str(&bare[after]);
            let above = first.checked_sub(1).map(|above| whole[above]).filter(|above| bare[*above] == pieces);
            let below = Some(after + 1).filter(|below| *below < groups.len() && bare[*below] == pieces);
            let Some(target) = above.or(below) else { continue };
            whole[first..=after].fill(target);
            let (name, table, _) = &groups[target];
            let kind = FindingKind::NameJoined { name: name.clone() };
            let place = Some(groups[first].2);
            let column = Some(ColumnKey::Group);
            findings.push(Finding {
                kind,
                severity: Severity::Warning,
                table: *table,
                place,
                item: None,
                column,
            });
            break;
        }
    }
    whole
}

fn tell_of_groups(
    groups: &[(String, usize, Place)],
    whole: &[usize],
    can_have: bool,
    findings: &mut Vec<Finding>,
) {
    let mut seen: HashSet<String> = HashSet::new();
    let complete = groups.iter().zip(whole).enumerate().filter(|(index, (_, whole))| **whole == *index);
    for (_, ((name, table, place), _)) in complete {
        let kind = if name.is_empty() {
            FindingKind::NoGroups
        } else if seen.insert(folded(name)) {
            continue;
        } else {
            FindingKind::GroupAgain { name: name.clone() }
        };
        let severity = match (name.is_empty(), can_have) {
            (true, true) => Severity::Error,
            (true, false) => Severity::Info,
            (false, _) => Severity::Warning,
        };
        let finding = Finding::of_table(kind, severity, *table);
        findings.push(Finding { place: Some(*place), column: Some(ColumnKey::Group), ..finding });
    }
}
