//! The people of the workplace, the log of what was done to them, and all keys that are known.

use mulu_model::{
    Id,
    library::{KeptPerson, LibraryError, People, PeopleEntry},
    signoff::{KnownKey, Person, Tries},
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::{
    error::Fault,
    row::{bodies, stored_time, text},
    store::Store,
};

impl People for Store {
    fn people(&self) -> Result<Vec<KeptPerson>, LibraryError> {
        people(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    fn keep_person(&mut self, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), LibraryError> {
        keep(&mut self.connection, kept, entry).map_err(|fault| fault.at(&self.path))
    }

    fn keep_tries(&mut self, person: &Id, tries: Tries) -> Result<(), LibraryError> {
        keep_tries(&self.connection, person, tries).map_err(|fault| fault.at(&self.path))
    }

    fn people_log(&self) -> Result<Vec<PeopleEntry>, LibraryError> {
        bodies(&self.connection, "SELECT body FROM people_log ORDER BY seq", &[])
            .map_err(|fault| fault.at(&self.path))
    }

    fn keys(&self) -> Result<Vec<KnownKey>, LibraryError> {
        bodies(&self.connection, "SELECT body FROM keys ORDER BY public_key", &[])
            .map_err(|fault| fault.at(&self.path))
    }

    fn trust(&mut self, key: &KnownKey, entry: &PeopleEntry) -> Result<(), LibraryError> {
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
