//! The edit log, and what undo and redo read from it.
//!
//! From the newest row back: an edit or a redo can be taken back, unless an undo after it has done so; an undo
//! can be made again, unless a redo after it has done so or an edit came in between. The walk ends at the first
//! row that counts, so its cost does not grow with the log.

use mulu_model::Id;
use rusqlite::{Connection, params};

use crate::{NewStep, Step, StepKind, error::Fault, stored_time};

impl StepKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    fn from_word(word: &str) -> Result<Self, Fault> {
        match word {
            "edit" => Ok(Self::Edit),
            "undo" => Ok(Self::Undo),
            "redo" => Ok(Self::Redo),
            _ => Err(Fault::Damaged(format!("step of kind {word:?}"))),
        }
    }
}

pub(crate) fn append(
    connection: &Connection,
    catalogue: &Id,
    revision: u32,
    step: &NewStep<'_>,
) -> Result<(), Fault> {
    let sql = "INSERT INTO edit_log (catalogue, revision, at, actor, kind, edit, inverse)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute(params![
        catalogue.as_str(),
        revision,
        stored_time(step.at),
        step.actor,
        step.kind.as_str(),
        serde_json::to_string(step.edit)?,
        serde_json::to_string(step.inverse)?,
    ])?;
    Ok(())
}

pub(crate) fn undo_top(connection: &Connection, catalogue: &Id) -> Result<Option<Step>, Fault> {
    let mut taken_back = 0_u32;
    let top = walk(connection, catalogue, |kind| match kind {
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
    top.map(|seq| step(connection, seq)).transpose()
}

pub(crate) fn redo_top(connection: &Connection, catalogue: &Id) -> Result<Option<Step>, Fault> {
    let mut made_again = 0_u32;
    let top = walk(connection, catalogue, |kind| match kind {
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
    let undone = top.map(|seq| step(connection, seq)).transpose()?;
    Ok(undone.map(|step| Step { edit: step.inverse, inverse: step.edit }))
}

/// What to do after looking at a row.
enum Walk {
    On,
    Found,
    End,
}

/// Goes from the newest row back and returns the one at which `look` stops.
fn walk(
    connection: &Connection,
    catalogue: &Id,
    mut look: impl FnMut(StepKind) -> Walk,
) -> Result<Option<i64>, Fault> {
    let sql = "SELECT seq, kind FROM edit_log WHERE catalogue = ?1 ORDER BY revision DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([catalogue.as_str()])?;
    while let Some(row) = rows.next()? {
        match look(StepKind::from_word(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?) {
            Walk::On => {}
            Walk::Found => return Ok(Some(row.get(0)?)),
            Walk::End => break,
        }
    }
    Ok(None)
}

fn step(connection: &Connection, seq: i64) -> Result<Step, Fault> {
    let mut statement = connection.prepare_cached("SELECT edit, inverse FROM edit_log WHERE seq = ?1")?;
    let (edit, inverse): (String, String) =
        statement.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Step { edit: serde_json::from_str(&edit)?, inverse: serde_json::from_str(&inverse)? })
}
