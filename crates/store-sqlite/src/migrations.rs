//! From any older schema to the newest, step by step. A step and its version are one transaction: after a power
//! cut the library has the old schema or the new one, nothing between.

use rusqlite::{Connection, TransactionBehavior};

use crate::{error::Fault, seals};

/// Marks the file as a library of this program (`mulu` in ASCII); at offset 68 of the file.
pub(crate) const APPLICATION_ID: u32 = u32::from_be_bytes(*b"mulu");

/// The `n`-th step makes schema `n + 1` out of schema `n`. Steps are only ever added.
const STEPS: &[&str] = &[
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
];

/// The schema with which seals begin.
const SEALED: u32 = 4;

/// The newest schema known here.
pub(crate) const NEWEST: u32 = STEPS.len() as u32;

/// Brings the schema up to the newest one, and gives the connection the functions that it needs. An empty file is
/// schema 0.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    seals::register(connection)?;
    if schema_version(connection)? == NEWEST {
        return Ok(());
    }
    for (version, step) in (1..).zip(STEPS) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        // Asked inside the transaction: another process may just have done it.
        if schema_version(&transaction)? >= version {
            continue;
        }
        transaction.execute_batch(step)?;
        if version == SEALED {
            seals::begin(&transaction)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// The schema of the library.
pub(crate) fn schema_version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use mulu_model::Id;

    use super::*;

    /// A library with some content, as each schema had it; a new schema adds a file here.
    const FIXTURES: &[&str] = &[
        include_str!("../fixtures/schema-1.sql"),
        include_str!("../fixtures/schema-2.sql"),
        include_str!("../fixtures/schema-3.sql"),
        include_str!("../fixtures/schema-4.sql"),
    ];

    /// Tables, triggers and indexes, by name.
    fn shape(connection: &Connection) -> Vec<(String, Option<String>)> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_old_schema_becomes_the_newest_and_keeps_its_rows() {
        let mut new = Connection::open_in_memory().unwrap();
        migrate(&mut new).unwrap();
        assert_eq!(FIXTURES.len(), STEPS.len(), "each schema has its fixture");
        for (version, fixture) in (1..).zip(FIXTURES) {
            let mut old = Connection::open_in_memory().unwrap();
            seals::register(&old).unwrap();
            old.execute_batch(fixture).unwrap();
            assert_eq!(schema_version(&old).unwrap(), version);
            migrate(&mut old).unwrap();
            assert_eq!(schema_version(&old).unwrap(), NEWEST);
            assert_eq!(shape(&old), shape(&new), "schema {version}");
            assert!(
                seals::unsealed(&old, &seals::shape(&new).unwrap()).unwrap().is_empty(),
                "schema {version}"
            );
            assert!(
                seals::unsealed_of(&old, &Id::new("c1").unwrap()).unwrap().is_empty(),
                "schema {version}"
            );
            let rows = |table: &str| -> u32 {
                old.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
            };
            assert_eq!(["catalogues", "groups", "items", "edit_log"].map(rows), [1, 1, 2, 1]);
        }
    }

    #[test]
    fn a_step_that_fails_leaves_no_trace() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE items (x)").unwrap();
        assert!(migrate(&mut connection).is_err());
        assert_eq!(schema_version(&connection).unwrap(), 0);
        assert_eq!(shape(&connection).len(), 1);
    }
}
