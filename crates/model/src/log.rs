//! 编辑日志: the edit log of a catalogue as data, and what can be read from it.
//!
//! A row says what was done and what takes it back. A row that is *joined* is one step with the row before it: its
//! inverse leads to the state before both. Keeping the log is the library's matter.

mod meeting;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{catalogue::Catalogue, column::words, edit::Edit};

pub use meeting::{CommonState, decision_rows, last_common_state, replayed_rows};

words! {
    /// What kind of step a row of the edit log is.
    StepKind {
        /// A new change.
        Edit = "edit",
        /// A change taken back.
        Undo = "undo",
        /// A change made again.
        Redo = "redo",
    }
}

/// A row of the edit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogRow {
    /// The revision to which it led.
    pub revision: u32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: String,
    /// Which kind of step.
    pub kind: StepKind,
    /// What was done.
    pub edit: Edit,
    /// What takes it back.
    pub inverse: Edit,
    /// Whether it is one step with the row before it.
    pub joined: bool,
}

/// Goes back from `now`, the state to which `rows` led, until a state is the one wanted. Returns how many of the rows
/// lead up to that state; `None` where there is no such state.
pub fn rows_before(
    mut now: Catalogue,
    rows: &[LogRow],
    mut is_wanted: impl FnMut(&Catalogue) -> bool,
) -> Option<usize> {
    let mut left = rows.len();
    loop {
        if is_wanted(&now) {
            return Some(left);
        }
        left = step_back(&mut now, rows, left)?;
    }
}

/// The state after the first `count` of `rows`, going back from `now`, the state to which all of them led.
fn state_after(mut now: Catalogue, rows: &[LogRow], count: usize) -> Option<Catalogue> {
    let mut left = rows.len();
    while left > count {
        left = step_back(&mut now, rows, left)?;
    }
    // Too far, where a later row is joined with an earlier one.
    for row in &rows[left..count] {
        now.apply(&row.edit).ok()?;
    }
    Some(now)
}

/// Goes back as far as the rows lead.
fn first_state(mut now: Catalogue, rows: &[LogRow]) -> Catalogue {
    let mut left = Some(rows.len());
    while let Some(rows_left) = left {
        left = step_back(&mut now, rows, rows_left);
    }
    now
}

/// Takes back the last of the first `left` rows, together with the rows with which it is joined. Returns how many rows
/// are left then; `None` where it cannot be taken back.
fn step_back(now: &mut Catalogue, rows: &[LogRow], mut left: usize) -> Option<usize> {
    left = left.checked_sub(1)?;
    now.apply(&rows[left].inverse).ok()?;
    while rows[left].joined {
        left = left.checked_sub(1)?;
    }
    Some(left)
}
