//! Why something was changed, as the sign-off tells it: what was asked and then changed, and what was said of a finding
//! that stays. Nothing is guessed; where nobody has said anything the table leaves room for a pen.

use mulu_model::{
    diff::Difference,
    signoff::{EntryKind, Excuse, RemarkEntry, RemarkPlace, threads},
};

/// 理由 of the changes between two states.
#[derive(Default)]
pub(crate) struct Reasons {
    /// The remarks that led to a change, with the words of who asked.
    asked: Vec<(RemarkPlace, String)>,
    /// The reasons for findings that are left in the newer state.
    excuses: Vec<Excuse>,
}

impl Reasons {
    /// From a log of remarks that had `old` entries at the one state and has `new` entries at the other.
    pub(crate) fn new(log: &[RemarkEntry], old: usize, new: usize, excuses: Vec<Excuse>) -> Self {
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

    /// What was said of the whole and then changed; empty where nobody has said anything.
    pub(crate) fn of_the_whole(&self) -> String {
        let whole = self.asked.iter().filter(|(place, _)| *place == RemarkPlace::Whole);
        whole.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// What is known of one change; empty where nobody has said anything.
    pub(crate) fn of(&self, difference: &Difference) -> String {
        let asked = self.asked.iter().filter(|(place, _)| is_about(place, difference)).map(|(_, text)| text);
        let excuses =
            self.excuses.iter().filter(|excuse| is_of(excuse, difference)).map(|excuse| &excuse.reason);
        asked.chain(excuses).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

fn is_answer(entry: &RemarkEntry) -> bool {
    matches!(entry.kind, EntryKind::Changed | EntryKind::NotChanged)
}

/// Whether a remark on this place can have led to the change. One on the whole says nothing of a single change.
fn is_about(place: &RemarkPlace, difference: &Difference) -> bool {
    match (place, difference) {
        (RemarkPlace::Whole, _) => false,
        (
            RemarkPlace::Cell { item, part, column },
            Difference::Cell { item: changed, part: row, column: of, .. },
        ) => (item, part, column) == (changed, row, of),
        // Whoever asks about a cell may have led to an item being split, or taken out.
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
