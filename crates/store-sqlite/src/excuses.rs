//! Reasons for findings, while a catalogue is being prepared.

use mulu_model::{Id, signoff::Excuse};
use rusqlite::Connection;

use crate::error::Fault;

pub(crate) fn keep(connection: &Connection, catalogue: &Id, excuse: &Excuse) -> Result<(), Fault> {
    let Excuse { rule, item, part, column, reason } = excuse;
    let finding = serde_json::to_string(&(rule, item, part, column))?;
    if reason.is_empty() {
        let sql = "DELETE FROM excuses WHERE catalogue = ?1 AND finding = ?2";
        connection.execute(sql, [catalogue.as_str(), &finding])?;
        return Ok(());
    }
    let sql = "INSERT INTO excuses (catalogue, finding, body) VALUES (?1, ?2, ?3)
               ON CONFLICT DO UPDATE SET body = excluded.body";
    connection.execute(sql, [catalogue.as_str(), &finding, &serde_json::to_string(excuse)?])?;
    Ok(())
}
