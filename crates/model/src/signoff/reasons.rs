//! 理由: why something was changed, as people have said it during sign-off. A reason is a remark that was answered with
//! a change, or what was said about a finding that stays. Nothing is guessed; where nobody has said anything, the table
//! leaves room for a pen.

use super::{EntryKind, Excuse, RemarkEntry, RemarkPlace, threads};
use crate::diff::Difference;

/// 理由 of the changes between two states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeReasons {
    /// The remarks that led to a change, with what was asked.
    asked: Vec<(RemarkPlace, String)>,
    /// The reasons for findings that are left in the newer state.
    excuses: Vec<Excuse>,
}

impl ChangeReasons {
    /// Reads them from a log of remarks that had `old` entries at the older state and `new` entries at the newer one.
    /// `excuses` are the reasons for findings that are left in the newer state.
    pub fn new(log: &[RemarkEntry], old: usize, new: usize, excuses: Vec<Excuse>) -> Self {
        let between = log.get(old..new).unwrap_or_default();
        let remarks = threads(log.get(..new).unwrap_or(log)).into_iter().filter(|remark| {
            let answer = remark.entries.iter().rfind(|entry| is_answer(entry));
            answer.is_some_and(|answer| answer.kind == EntryKind::Changed && between.contains(answer))
        });
        let words = |entries: &[RemarkEntry]| {
            let asked = entries.iter().filter(|entry| entry.kind == EntryKind::Asked);
            asked.map(|entry| entry.text.trim()).collect::<Vec<_>>().join("\n")
        };
        Self { asked: remarks.map(|remark| (remark.place, words(&remark.entries))).collect(), excuses }
    }

    /// What was said of the whole and led to a change; empty where nobody has said anything.
    pub fn of_the_whole(&self) -> String {
        let whole = self.asked.iter().filter(|(place, _)| *place == RemarkPlace::Whole);
        whole.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The reasons for one change; empty where nobody has said anything.
    pub fn of(&self, difference: &Difference) -> String {
        let asked = self.asked.iter().filter(|(place, _)| is_about(place, difference)).map(|(_, text)| text);
        let excuses =
            self.excuses.iter().filter(|excuse| is_of(excuse, difference)).map(|excuse| &excuse.reason);
        asked.chain(excuses).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

fn is_answer(entry: &RemarkEntry) -> bool {
    matches!(entry.kind, EntryKind::Changed | EntryKind::NotChanged)
}

/// Whether a remark on this place can have led to the change. A remark on the whole says nothing about one change.
fn is_about(place: &RemarkPlace, difference: &Difference) -> bool {
    match (place, difference) {
        (RemarkPlace::Whole, _) => false,
        (
            RemarkPlace::Cell { item, part, column },
            Difference::Cell { item: changed, part: row, column: of, .. },
        ) => (item, part, column) == (changed, row, of),
        // A question about a cell can lead to its item being split or removed.
        (
            RemarkPlace::Cell { item, .. },
            Difference::ItemRemoved { item: changed, .. } | Difference::Parts { item: changed, .. },
        ) => item == changed,
        (
            RemarkPlace::Item { item },
            Difference::Cell { item: changed, .. }
            | Difference::Parts { item: changed, .. }
            | Difference::ItemAdded { item: changed, .. }
            | Difference::ItemMoved { item: changed, .. }
            | Difference::ItemRemoved { item: changed, .. },
        ) => item == changed,
        _ => false,
    }
}

fn is_of(excuse: &Excuse, difference: &Difference) -> bool {
    match difference {
        Difference::Cell { item, part, column, .. } => {
            excuse.item.as_ref() == Some(item)
                && excuse.part == *part
                && excuse.column.as_ref() == Some(column)
        }
        _ => false,
    }
}
