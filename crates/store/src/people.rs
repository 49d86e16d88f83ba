//! The people of the workplace, the log of what was done to them, and all keys that are known.

use jiff::Timestamp;
use mulu_model::{
    Id,
    signoff::{KnownKey, Person, SealedKey, Tries},
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::{Store, StoreError, error::Fault, stored_time, text};

/// A person of this workplace as the library keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPerson {
    /// What everybody may know.
    pub person: Person,
    /// The signing key under the PIN.
    pub sealed_key: SealedKey,
    /// Wrong PINs in a row.
    pub tries: Tries,
}

/// What was done to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeopleAct {
    /// Added.
    Added,
    /// Given another name, unit or other roles.
    Changed,
    /// Put out of use.
    Removed,
    /// Put into use again.
    Returned,
    /// The person has chosen another PIN; the key is the same.
    PinChanged,
    /// Somebody in charge has given them a new PIN, and with it a new key.
    KeyReset,
    /// A person elsewhere was trusted by the fingerprint.
    Trusted,
}

/// A row of the log of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleEntry {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Id,
    /// To whom.
    pub person: Id,
    /// What.
    pub act: PeopleAct,
}

impl Store {
    /// The people of the workplace, also those not in use, by identity.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet, here as in all that follows.
    pub fn people(&self) -> Result<Vec<KeptPerson>, StoreError> {
        people(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    /// Keeps a person, new or changed, with a row of the log. A key that is not known yet becomes known as theirs.
    ///
    /// # Errors
    /// What writing can meet; nothing was written then.
    pub fn keep_person(&mut self, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), StoreError> {
        keep(&mut self.connection, kept, entry).map_err(|fault| fault.at(&self.path))
    }

    /// Keeps how many wrong PINs there were in a row, and when the last was.
    ///
    /// # Errors
    /// [`StoreError::NoPerson`]
    pub fn keep_tries(&mut self, person: &Id, tries: Tries) -> Result<(), StoreError> {
        keep_tries(&self.connection, person, tries).map_err(|fault| fault.at(&self.path))
    }

    /// What was done to people, first to last.
    ///
    /// # Errors
    /// As [`Store::people`].
    pub fn people_log(&self) -> Result<Vec<PeopleEntry>, StoreError> {
        bodies(&self.connection, "SELECT body FROM people_log ORDER BY seq", &[])
            .map_err(|fault| fault.at(&self.path))
    }

    /// All keys that are trusted here.
    ///
    /// # Errors
    /// As [`Store::people`].
    pub fn keys(&self) -> Result<Vec<KnownKey>, StoreError> {
        bodies(&self.connection, "SELECT body FROM keys ORDER BY public_key", &[])
            .map_err(|fault| fault.at(&self.path))
    }

    /// Trusts the key of a person elsewhere, with a row of the log.
    ///
    /// # Errors
    /// What writing can meet, also where the key is known already; nothing was written then.
    pub fn trust(&mut self, key: &KnownKey, entry: &PeopleEntry) -> Result<(), StoreError> {
        trust(&mut self.connection, key, entry).map_err(|fault| fault.at(&self.path))
    }
}

fn people(connection: &Connection) -> Result<Vec<KeptPerson>, Fault> {
    let mut statement = connection
        .prepare("SELECT body, sealed_key, failed_tries, last_try_at, id FROM people ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut people = Vec::new();
    while let Some(row) = rows.next()? {
        let last_at = row.get::<_, Option<String>>(3)?.map(|at| at.parse()).transpose()?;
        let person: Person = serde_json::from_str(text(row, 0)?)?;
        if person.id.as_str() != text(row, 4)? {
            return Err(Fault::Damaged(format!("person {} is kept as another", person.id)));
        }
        people.push(KeptPerson {
            person,
            sealed_key: serde_json::from_str(text(row, 1)?)?,
            tries: Tries { failed: row.get(2)?, last_at },
        });
    }
    Ok(people)
}

fn keep(connection: &mut Connection, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), Fault> {
    let KeptPerson { person, sealed_key, tries } = kept;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let sql =
        "INSERT INTO people (id, body, sealed_key, failed_tries, last_try_at) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET body = excluded.body, sealed_key = excluded.sealed_key,
                   failed_tries = excluded.failed_tries, last_try_at = excluded.last_try_at";
    let last_at = tries.last_at.map(stored_time);
    let (body, sealed_key) = (serde_json::to_string(person)?, serde_json::to_string(sealed_key)?);
    transaction.execute(sql, params![person.id.as_str(), body, sealed_key, tries.failed, last_at])?;
    let public_key = String::from(person.public_key.clone());
    let sql = "SELECT body FROM keys WHERE public_key = ?1";
    let known = transaction.query_row(sql, [&public_key], |row| row.get::<_, String>(0)).optional()?;
    if known.is_none() {
        let key = KnownKey {
            public_key: person.public_key.clone(),
            person: person.id.clone(),
            name: person.name.clone(),
            unit: person.unit.clone(),
            since: entry.at,
            is_foreign: false,
        };
        add_key(&transaction, &key)?;
    }
    append(&transaction, entry)?;
    Ok(transaction.commit()?)
}

fn keep_tries(connection: &Connection, person: &Id, tries: Tries) -> Result<(), Fault> {
    let sql = "UPDATE people SET failed_tries = ?2, last_try_at = ?3 WHERE id = ?1";
    let last_at = tries.last_at.map(stored_time);
    match connection.execute(sql, params![person.as_str(), tries.failed, last_at])? {
        0 => Err(Fault::NoPerson(person.clone())),
        _ => Ok(()),
    }
}

fn trust(connection: &mut Connection, key: &KnownKey, entry: &PeopleEntry) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    add_key(&transaction, key)?;
    append(&transaction, entry)?;
    Ok(transaction.commit()?)
}

fn add_key(connection: &Connection, key: &KnownKey) -> Result<(), Fault> {
    let public_key = String::from(key.public_key.clone());
    let sql = "INSERT INTO keys (public_key, body) VALUES (?1, ?2)";
    connection.execute(sql, [public_key, serde_json::to_string(key)?])?;
    Ok(())
}

fn append(connection: &Connection, entry: &PeopleEntry) -> Result<(), Fault> {
    let sql = "INSERT INTO people_log (seq, body) SELECT coalesce(max(seq), 0) + 1, ?1 FROM people_log";
    connection.execute(sql, [serde_json::to_string(entry)?])?;
    Ok(())
}

/// The values of rows that hold one each.
pub(crate) fn bodies<T: for<'de> Deserialize<'de>>(
    connection: &Connection,
    sql: &str,
    of: &[&str],
) -> Result<Vec<T>, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(of))?;
    let mut values = Vec::new();
    while let Some(row) = rows.next()? {
        values.push(serde_json::from_str(text(row, 0)?)?);
    }
    Ok(values)
}
