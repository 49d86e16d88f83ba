//! Two edit logs of one catalogue, kept on two PCs: where they part, and how one takes over what the other has.

use jiff::Timestamp;

use super::{LogRow, StepKind, first_state, rows_before, state_after};
use crate::{catalogue::Catalogue, diff::edit_between, edit::EditError};

/// The last state that both sides had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonState {
    /// The state.
    pub state: Catalogue,
    /// The rows of our log after it.
    pub our_rows: Vec<LogRow>,
    /// The rows of the other log after it.
    pub their_rows: Vec<LogRow>,
}

/// The last state that both sides had: where their logs part, else where the other log begins if that state was here.
/// `None` where the logs do not tell. Each side is given as what it is now, with the rows that led there.
pub fn last_common_state(
    (ours, our_rows): (&Catalogue, &[LogRow]),
    (theirs, their_rows): (&Catalogue, &[LogRow]),
) -> Option<CommonState> {
    if let Some((here, there)) = last_common_row(our_rows, their_rows)
        && let Some(state) = state_after(theirs.clone(), their_rows, there)
    {
        let (our_rows, their_rows) = (our_rows[here..].to_vec(), their_rows[there..].to_vec());
        return Some(CommonState { state, our_rows, their_rows });
    }
    let state = first_state(theirs.clone(), their_rows);
    let here = rows_before(ours.clone(), our_rows, |ours| *ours == state)?;
    Some(CommonState { state, our_rows: our_rows[here..].to_vec(), their_rows: their_rows.to_vec() })
}

/// How many rows each log has up to the last row that both have.
fn last_common_row(ours: &[LogRow], theirs: &[LogRow]) -> Option<(usize, usize)> {
    // Most often they go on from our last row.
    let last = theirs.iter().rposition(|row| ours.last().is_some_and(|last| is_same_row(last, row)));
    if let Some(at) = last {
        return Some((ours.len(), at + 1));
    }
    theirs.iter().enumerate().rev().find_map(|(at, row)| {
        let here = ours.iter().rposition(|our| is_same_row(our, row))?;
        Some((here + 1, at + 1))
    })
}

/// Whether it is the same row, whatever revision it has on the other side.
fn is_same_row(a: &LogRow, b: &LogRow) -> bool {
    (a.at, &a.actor, a.kind, &a.edit) == (b.at, &b.actor, b.kind, &b.edit)
}

/// The rows by which `ours` becomes `theirs`, from `rows` of the other log; where those do not lead there, one row that
/// does. `None` where the other log has no row to take it from.
///
/// # Errors
/// [`EditError`] where `theirs` is a state that no edits make.
pub fn replayed_rows(
    ours: &Catalogue,
    theirs: &Catalogue,
    rows: &[LogRow],
) -> Result<Option<Vec<LogRow>>, EditError> {
    if ours == theirs {
        return Ok(Some(Vec::new()));
    }
    let mut now = ours.clone();
    let leads_there = rows.iter().all(|row| now.apply(&row.edit).is_ok()) && now == *theirs;
    if leads_there {
        return beginning_at(ours, rows).map(Some);
    }
    let Some(last) = rows.last() else { return Ok(None) };
    let edit = edit_between(ours, theirs)?;
    let inverse = ours.clone().apply(&edit)?;
    Ok(Some(vec![LogRow { edit, inverse, kind: StepKind::Edit, joined: false, ..last.clone() }]))
}

/// The rows as they are made here. The first ones may be joined with rows that are not among them: taken back, they
/// lead to `ours` and not to the state before those.
fn beginning_at(ours: &Catalogue, rows: &[LogRow]) -> Result<Vec<LogRow>, EditError> {
    let mut rows = rows.to_vec();
    let mut now = ours.clone();
    for (at, row) in rows.iter_mut().enumerate().take_while(|(_, row)| row.joined) {
        now.apply(&row.edit)?;
        row.inverse = edit_between(&now, ours)?;
        row.joined = at > 0;
    }
    Ok(rows)
}

/// The rows, one step together, by which `ours` becomes `decided`, what two sides were merged to. The last of
/// `their_rows` is among them, word for word, so that the two logs meet there and neither side is asked again.
///
/// # Errors
/// [`EditError`] where `decided` is a state that no edits make.
pub fn decision_rows(
    (ours, theirs, decided): (&Catalogue, &Catalogue, &Catalogue),
    their_rows: &[LogRow],
    actor: &str,
    at: Timestamp,
) -> Result<Vec<LogRow>, EditError> {
    let row = |from, to, joined| -> Result<LogRow, EditError> {
        let (edit, inverse) = (edit_between(from, to)?, edit_between(to, ours)?);
        Ok(LogRow { revision: 0, at, actor: actor.to_owned(), kind: StepKind::Edit, edit, inverse, joined })
    };
    let before_last = |last: &LogRow| {
        let before = state_after(theirs.clone(), their_rows, their_rows.len() - 1)?;
        Some((last.clone(), before))
    };
    let Some((last, before)) = their_rows.last().and_then(before_last) else {
        return Ok(vec![row(ours, decided, false)?]);
    };
    let there = row(ours, &before, false)?;
    let meeting = LogRow { inverse: edit_between(theirs, ours)?, joined: true, ..last };
    Ok(vec![there, meeting, row(theirs, decided, true)?])
}
