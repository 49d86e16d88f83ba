//! Reasons for findings, while a catalogue is being prepared.

use mulu_model::{Id, signoff::Excuse};
use rusqlite::Connection;

use crate::{Store, StoreError, error::Fault, people::bodies};

impl Store {
    /// The reasons that have been given for findings of a catalogue; some of the findings may be gone.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet.
    pub fn excuses(&self, catalogue: &Id) -> Result<Vec<Excuse>, StoreError> {
        let sql = "SELECT body FROM excuses WHERE catalogue = ?1 ORDER BY finding";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    /// Keeps the reason for a finding in the place of an earlier one; an empty reason takes that away.
    ///
    /// # Errors
    /// What writing can meet.
    pub fn excuse(&mut self, catalogue: &Id, excuse: &Excuse) -> Result<(), StoreError> {
        keep(&self.connection, catalogue, excuse).map_err(|fault| fault.at(&self.path))
    }
}

fn keep(connection: &Connection, catalogue: &Id, excuse: &Excuse) -> Result<(), Fault> {
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
