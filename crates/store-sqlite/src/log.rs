//! The edit log, and what undo and redo read from it.
//!
//! From the newest row back: an edit or a redo can be taken back, unless an undo after it has done so; an undo
//! can be made again, unless a redo after it has done so or an edit came in between. The walk ends at the first
//! row that counts, so its cost does not grow with the log.

use mulu_model::{
    Id,
    library::{LoggedStep, NewStep},
    log::{LogRow, StepKind},
};
use rusqlite::{Connection, Row, params};

use crate::{
    error::Fault,
    row::{stored_time, text},
};

pub(crate) fn append(
    connection: &Connection,
    catalogue: &Id,
    revision: u32,
    step: &NewStep<'_>,
) -> Result<(), Fault> {
    let sql = "INSERT INTO edit_log (catalogue, revision, at, actor, kind, edit, inverse, joined)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    connection.prepare_cached(sql)?.execute(params![
        catalogue.as_str(),
        revision,
        stored_time(step.at),
        step.actor,
        step.kind.as_str(),
        serde_json::to_string(step.edit)?,
        serde_json::to_string(step.inverse)?,
        step.joined,
    ])?;
    Ok(())
}

/// Appends a row that another PC has written.
pub(crate) fn append_row(connection: &Connection, catalogue: &Id, row: &LogRow) -> Result<(), Fault> {
    let LogRow { revision, at, actor, kind, edit, inverse, joined } = row;
    let step = NewStep { kind: *kind, edit, inverse, at: *at, actor, joined: *joined };
    append(connection, catalogue, *revision, &step)
}

/// The rows that led beyond a revision, in order.
pub(crate) fn since(connection: &Connection, catalogue: &Id, revision: u32) -> Result<Vec<LogRow>, Fault> {
    let sql = "SELECT kind, revision, at, actor, edit, inverse, joined FROM edit_log
               WHERE catalogue = ?1 AND revision > ?2 ORDER BY revision";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![catalogue.as_str(), revision])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let LoggedStep { kind, revision, at, actor, edit, inverse } = read_step(row)?;
        found.push(LogRow { revision, at, actor, kind, edit, inverse, joined: row.get(6)? });
    }
    Ok(found)
}

pub(crate) fn done(connection: &Connection, catalogue: &Id, limit: usize) -> Result<Vec<LoggedStep>, Fault> {
    let mut taken_back = 0_u32;
    let found = walk(connection, catalogue, limit, |kind| match kind {
        StepKind::Undo => {
            taken_back += 1;
            Walk::On
        }
        StepKind::Edit | StepKind::Redo if taken_back > 0 => {
            taken_back -= 1;
            Walk::On
        }
        StepKind::Edit | StepKind::Redo => Walk::Found,
    })?;
    found.into_iter().map(|seq| step(connection, seq)).collect()
}

pub(crate) fn undone(
    connection: &Connection,
    catalogue: &Id,
    limit: usize,
) -> Result<Vec<LoggedStep>, Fault> {
    let mut made_again = 0_u32;
    let found = walk(connection, catalogue, limit, |kind| match kind {
        StepKind::Edit => Walk::End,
        StepKind::Redo => {
            made_again += 1;
            Walk::On
        }
        StepKind::Undo if made_again > 0 => {
            made_again -= 1;
            Walk::On
        }
        StepKind::Undo => Walk::Found,
    })?;
    // What an undo has done is the inverse of what is to be done again.
    let turned = |step: LoggedStep| LoggedStep { edit: step.inverse, inverse: step.edit, ..step };
    found.into_iter().map(|seq| Ok(turned(step(connection, seq)?))).collect()
}

/// What to do after looking at a row.
enum Walk {
    On,
    Found,
    End,
}

/// Goes from the newest row back and returns those that `look` finds, at most `limit`. Rows with which a later one
/// is joined are passed over: that one stands for them.
fn walk(
    connection: &Connection,
    catalogue: &Id,
    limit: usize,
    mut look: impl FnMut(StepKind) -> Walk,
) -> Result<Vec<i64>, Fault> {
    let sql = "SELECT seq, kind, joined FROM edit_log WHERE catalogue = ?1 ORDER BY revision DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([catalogue.as_str()])?;
    let mut found = Vec::new();
    let mut is_stood_for = false;
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        let kind = kind_of(text(row, 1)?)?;
        if std::mem::replace(&mut is_stood_for, row.get(2)?) {
            continue;
        }
        match look(kind) {
            Walk::On => {}
            Walk::Found => found.push(row.get(0)?),
            Walk::End => break,
        }
    }
    Ok(found)
}

fn step(connection: &Connection, seq: i64) -> Result<LoggedStep, Fault> {
    let sql = "SELECT kind, revision, at, actor, edit, inverse FROM edit_log WHERE seq = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([seq])?;
    read_step(rows.next()?.ok_or_else(|| Fault::Damaged(format!("no step {seq}")))?)
}

fn kind_of(word: &str) -> Result<StepKind, Fault> {
    StepKind::from_word(word).ok_or_else(|| Fault::Damaged(format!("step of kind {word:?}")))
}

/// Kind, revision, time, actor, edit and inverse.
fn read_step(row: &Row<'_>) -> Result<LoggedStep, Fault> {
    Ok(LoggedStep {
        kind: kind_of(text(row, 0)?)?,
        revision: row.get(1)?,
        at: text(row, 2)?.parse()?,
        actor: row.get(3)?,
        edit: serde_json::from_str(text(row, 4)?)?,
        inverse: serde_json::from_str(text(row, 5)?)?,
    })
}
