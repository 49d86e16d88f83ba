//! 意见: what a checker asks and a preparer answers.
//!
//! Remarks are a log that is only appended to, so that each step can name how much of it had been written and what
//! that was; [`threads`] reads the remarks from it.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Facts, Role, Stage};
use crate::{
    column::{ColumnKey, words},
    edit::{EditError, check::check_text},
    id::Id,
};

/// What a remark is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "place", rename_all = "snake_case", deny_unknown_fields)]
pub enum RemarkPlace {
    /// The whole catalogue.
    Whole,
    /// An item.
    Item {
        /// Which one; it may be gone by now.
        item: Id,
    },
    /// A cell of an item.
    Cell {
        /// The item; it may be gone by now.
        item: Id,
        /// Which of its rows, as in [`Edit::SetCell`](crate::Edit::SetCell).
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
    },
}

words! {
    /// What an entry of a remark does.
    EntryKind {
        /// Asks, for the first time or again.
        Asked = "asked",
        /// Answers: 已修改.
        Changed = "changed",
        /// Answers: 未修改, because of what the text says.
        NotChanged = "not_changed",
        /// Closes it: 已了结.
        Closed = "closed",
    }
}

/// An entry of the log of remarks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkEntry {
    /// The remark to which it belongs.
    pub remark: Id,
    /// What that is about; the same in all its entries.
    pub place: RemarkPlace,
    /// By whom.
    pub by: Id,
    /// When.
    pub at: Timestamp,
    /// What it does.
    pub kind: EntryKind,
    /// What it says.
    pub text: String,
}

/// 意见: a question on a place and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its identity.
    pub id: Id,
    /// What it is about.
    pub place: RemarkPlace,
    /// What was said, in the order in which it was; never empty.
    pub entries: Vec<RemarkEntry>,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkState {
    /// It waits for an answer.
    Open,
    /// It is answered and waits for the checker.
    Answered,
    /// 已了结
    Closed,
}

/// Why an entry cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemarkRefusal {
    /// At this stage nobody makes such entries.
    #[error("no such entry at {stage:?}")]
    NotNow {
        /// Where the catalogue stands.
        stage: Stage,
    },
    /// The person does not have the role.
    #[error("needs the role {role:?}")]
    NotInRole {
        /// The role that is needed.
        role: Role,
    },
    /// There is no such remark to be answered or closed.
    #[error("no remark {0}")]
    NoRemark(Id),
    /// The remark is closed.
    #[error("the remark is closed")]
    Closed,
    /// A question, and a reason for changing nothing, need words.
    #[error("no words")]
    NoWords,
    /// The text is longer than a cell may be.
    #[error("the text is too long")]
    TextTooLong,
    /// The remark is about another place.
    #[error("the remark is about another place")]
    OtherPlace,
}

impl Remark {
    /// Whose turn it is.
    pub fn state(&self) -> RemarkState {
        match self.entries.last().map(|entry| entry.kind) {
            Some(EntryKind::Asked) | None => RemarkState::Open,
            Some(EntryKind::Changed | EntryKind::NotChanged) => RemarkState::Answered,
            Some(EntryKind::Closed) => RemarkState::Closed,
        }
    }
}

impl Facts {
    /// With what the remarks say.
    #[must_use]
    pub fn with_remarks(mut self, remarks: &[Remark]) -> Self {
        let count =
            |wanted: fn(RemarkState) -> bool| remarks.iter().filter(|remark| wanted(remark.state())).count();
        self.unanswered_remarks = count(|state| state == RemarkState::Open);
        self.unclosed_remarks = count(|state| state != RemarkState::Closed);
        self
    }
}

/// The remarks of a log, in the order in which they were first made.
pub fn threads(log: &[RemarkEntry]) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    let mut places: HashMap<&Id, usize> = HashMap::new();
    for entry in log {
        let at = *places.entry(&entry.remark).or_insert(remarks.len());
        match remarks.get_mut(at) {
            Some(remark) => remark.entries.push(entry.clone()),
            None => remarks.push(Remark {
                id: entry.remark.clone(),
                place: entry.place.clone(),
                entries: vec![entry.clone()],
            }),
        }
    }
    remarks
}

/// Whether somebody with these roles may make an entry while the catalogue stands there. `remark` is what it belongs
/// to, and none for the first entry of a new one.
///
/// Who checks may ask, ask again and close; who prepares may answer, and answer otherwise until it is closed.
///
/// # Errors
/// [`RemarkRefusal`]
pub fn check_entry(
    remark: Option<&Remark>,
    entry: &RemarkEntry,
    stage: Stage,
    roles: &BTreeSet<Role>,
) -> Result<(), RemarkRefusal> {
    let is_answer = matches!(entry.kind, EntryKind::Changed | EntryKind::NotChanged);
    let role = match stage {
        Stage::Preparing if is_answer => Some(Role::Preparer),
        stage if !is_answer => stage.checker(),
        _ => None,
    };
    let role = role.ok_or(RemarkRefusal::NotNow { stage })?;
    if !roles.contains(&role) {
        return Err(RemarkRefusal::NotInRole { role });
    }
    match remark {
        None if entry.kind != EntryKind::Asked => {
            return Err(RemarkRefusal::NoRemark(entry.remark.clone()));
        }
        Some(remark) if remark.place != entry.place => return Err(RemarkRefusal::OtherPlace),
        Some(remark) if entry.kind != EntryKind::Asked && remark.state() == RemarkState::Closed => {
            return Err(RemarkRefusal::Closed);
        }
        _ => {}
    }
    let needs_words = matches!(entry.kind, EntryKind::Asked | EntryKind::NotChanged);
    if needs_words && entry.text.trim().is_empty() {
        return Err(RemarkRefusal::NoWords);
    }
    check_text(&entry.text).map_err(|_: EditError| RemarkRefusal::TextTooLong)
}
