//! What the office has set, by name.

use mulu_model::signoff::Policy;
use rusqlite::{Connection, OptionalExtension};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Store, StoreError, error::Fault};

/// The rules of sign-off.
const POLICY: &str = "policy";

impl Store {
    /// The rules of sign-off; the strictest where nothing was set.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet.
    pub fn policy(&self) -> Result<Policy, StoreError> {
        let policy = get(&self.connection, POLICY).map_err(|fault| fault.at(&self.path))?;
        Ok(policy.unwrap_or_default())
    }

    /// Sets the rules of sign-off.
    ///
    /// # Errors
    /// What writing can meet.
    pub fn set_policy(&mut self, policy: Policy) -> Result<(), StoreError> {
        set(&self.connection, POLICY, &policy).map_err(|fault| fault.at(&self.path))
    }
}

fn get<T: DeserializeOwned>(connection: &Connection, name: &str) -> Result<Option<T>, Fault> {
    let sql = "SELECT value FROM settings WHERE name = ?1";
    let value = connection.query_row(sql, [name], |row| row.get::<_, String>(0)).optional()?;
    Ok(value.map(|value| serde_json::from_str(&value)).transpose()?)
}

fn set(connection: &Connection, name: &str, value: &impl Serialize) -> Result<(), Fault> {
    let sql =
        "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
    connection.execute(sql, [name, &serde_json::to_string(value)?])?;
    Ok(())
}
