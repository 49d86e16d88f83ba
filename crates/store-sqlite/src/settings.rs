//! What the office has set, by name.

use mulu_model::{
    library::{LibraryError, Settings},
    signoff::Policy,
};
use rusqlite::{Connection, OptionalExtension};
use serde::{Serialize, de::DeserializeOwned};

use crate::{error::Fault, store::Store};

/// The rules of sign-off.
const POLICY: &str = "policy";

impl Settings for Store {
    fn policy(&self) -> Result<Policy, LibraryError> {
        let policy = get(&self.connection, POLICY).map_err(|fault| fault.at(&self.path))?;
        Ok(policy.unwrap_or_default())
    }

    fn set_policy(&mut self, policy: Policy) -> Result<(), LibraryError> {
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
