//! 流转文件 as bytes: an SQLite database of its own kind, made and read in memory, so that reading leaves nothing beside
//! the file and needs no right to write there.
//!
//! Reading believes nothing: another schema than ours to the letter, more rows than can be, an order with a gap, or
//! bytes that are not canonical are refused. Whether what is read was signed, and by whom, is for others to prove.

use std::collections::BTreeMap;

use mulu_model::{
    HexBytes,
    exchange::read_canonical,
    limits,
    signoff::{Cover, Handoff, Version},
};
use rusqlite::{Connection, MAIN_DB, config::DbConfig, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::row::text;

/// Marks the file as a hand-off file of this program (`mulh` in ASCII); at offset 68 of the file.
const APPLICATION_ID: u32 = u32::from_be_bytes(*b"mulh");
/// The version of the file's schema.
const NEWEST: u32 = 1;
const SCHEMA: &str = include_str!("schema/handoff.sql");

/// Why bytes are no hand-off file that can be read, or could not be made.
#[derive(Debug, thiserror::Error)]
pub enum HandoffError {
    /// They are something else.
    #[error("not a hand-off file")]
    NotAHandoff,
    /// A newer program made them.
    #[error("version {found} is newer than {known}")]
    Newer {
        /// Their version.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// They are cut short, damaged, or not as this program makes them.
    #[error("damaged: {detail}")]
    Damaged {
        /// What is damaged, for logs.
        detail: String,
    },
    /// There is more in them than any real catalogue has.
    #[error("more than {max} rows of {what}")]
    TooMany {
        /// The table.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// They are more than [`limits::FILE_BYTES`].
    #[error("{bytes} bytes")]
    TooLarge {
        /// How many.
        bytes: u64,
    },
}

impl From<rusqlite::Error> for HandoffError {
    fn from(error: rusqlite::Error) -> Self {
        damaged(error.to_string())
    }
}

impl From<serde_json::Error> for HandoffError {
    fn from(error: serde_json::Error) -> Self {
        damaged(error.to_string())
    }
}

fn damaged(detail: impl Into<String>) -> HandoffError {
    HandoffError::Damaged { detail: detail.into() }
}

/// The bytes of a hand-off file.
///
/// # Errors
/// [`HandoffError::TooLarge`] for what nobody could read again.
pub fn write_handoff(handoff: &Handoff) -> Result<Vec<u8>, HandoffError> {
    let mut connection = Connection::open_in_memory()?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", NEWEST)?;
    let cover = serde_json::to_string(&handoff.cover)?;
    let signature = String::from(handoff.signature.clone());
    transaction.execute(
        "INSERT INTO cover (seq, body, signature, content) VALUES (1, ?1, ?2, ?3)",
        params![cover, signature, handoff.content],
    )?;
    for (seq, Version { number, content, .. }) in (1_i64..).zip(&handoff.versions) {
        let sql = "INSERT INTO versions (seq, number, content) VALUES (?1, ?2, ?3)";
        transaction.prepare_cached(sql)?.execute(params![seq, number, content])?;
    }
    put(&transaction, "records", &handoff.records)?;
    put(&transaction, "remarks", &handoff.remarks)?;
    put(&transaction, "people", &handoff.people)?;
    put(&transaction, "keys", &handoff.keys)?;
    put(&transaction, "edit_log", &handoff.log)?;
    transaction.commit()?;
    let bytes = connection.serialize(MAIN_DB)?.to_vec();
    check_size(&bytes)?;
    Ok(bytes)
}

fn put<T: Serialize>(connection: &Connection, table: &str, values: &[T]) -> Result<(), HandoffError> {
    let mut statement = connection.prepare(&format!("INSERT INTO {table} (seq, body) VALUES (?1, ?2)"))?;
    for (seq, value) in (1_i64..).zip(values) {
        statement.execute(params![seq, serde_json::to_string(value)?])?;
    }
    Ok(())
}

/// What the bytes of a hand-off file say.
///
/// # Errors
/// [`HandoffError`] says what they are instead, or what is wrong with them.
pub fn read_handoff(bytes: &[u8]) -> Result<Handoff, HandoffError> {
    check_size(bytes)?;
    check_header(bytes)?;
    let mut connection = Connection::open_in_memory()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true)?;
    // No view, trigger or column that computes can be in a file whose schema is ours to the letter.
    if schema_of(&connection)? != expected_schema()? {
        return Err(damaged("another schema"));
    }
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(damaged(found));
    }
    let sql = "SELECT body, signature, content FROM cover";
    check_rows(&connection, "cover", 1)?;
    let (cover, signature, content): (String, String, Vec<u8>) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    check_content(&content)?;
    Ok(Handoff {
        cover: serde_json::from_str::<Cover>(&cover)?,
        content,
        versions: versions(&connection)?,
        records: get(&connection, "records", limits::RECORDS)?,
        remarks: get(&connection, "remarks", limits::RECORDS)?,
        people: get(&connection, "people", limits::PEOPLE)?,
        keys: get(&connection, "keys", limits::PEOPLE)?,
        log: get(&connection, "edit_log", limits::LOG_ROWS)?,
        signature: HexBytes::try_from(signature).map_err(|error| damaged(error.to_string()))?,
    })
}

fn check_size(bytes: &[u8]) -> Result<(), HandoffError> {
    let bytes = bytes.len() as u64;
    if bytes > limits::FILE_BYTES { Err(HandoffError::TooLarge { bytes }) } else { Ok(()) }
}

/// Looks at the first bytes, before SQLite does; offsets as in its file format.
fn check_header(bytes: &[u8]) -> Result<(), HandoffError> {
    let number = |at: usize| {
        let bytes: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    if !bytes.starts_with(b"SQLite format 3\0") || number(68) != Some(APPLICATION_ID) {
        return Err(HandoffError::NotAHandoff);
    }
    match number(60) {
        Some(NEWEST) => Ok(()),
        Some(found) if found > NEWEST => Err(HandoffError::Newer { found, known: NEWEST }),
        _ => Err(damaged("no version")),
    }
}

fn schema_of(connection: &Connection) -> Result<BTreeMap<(String, String), Option<String>>, HandoffError> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn expected_schema() -> Result<BTreeMap<(String, String), Option<String>>, HandoffError> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    schema_of(&connection)
}

fn check_rows(connection: &Connection, table: &'static str, max: usize) -> Result<(), HandoffError> {
    let sql = format!("SELECT count(*), coalesce(min(seq), 1), coalesce(max(seq), 0) FROM {table}");
    let (count, first, last): (i64, i64, i64) =
        connection.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if usize::try_from(count).map_or(true, |count| count > max) {
        return Err(HandoffError::TooMany { what: table, max });
    }
    if (first, last) == (1, count) { Ok(()) } else { Err(damaged(format!("a gap in {table}"))) }
}

fn get<T: DeserializeOwned>(
    connection: &Connection,
    table: &'static str,
    max: usize,
) -> Result<Vec<T>, HandoffError> {
    check_rows(connection, table, max)?;
    let mut statement = connection.prepare(&format!("SELECT body FROM {table} ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let mut values = Vec::new();
    while let Some(row) = rows.next()? {
        values.push(serde_json::from_str(text(row, 0)?)?);
    }
    Ok(values)
}

fn versions(connection: &Connection) -> Result<Vec<Version>, HandoffError> {
    check_rows(connection, "versions", limits::VERSIONS)?;
    let mut statement = connection.prepare("SELECT number, content FROM versions ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let content: Vec<u8> = row.get(1)?;
        check_content(&content)?;
        versions.push(Version::new(row.get(0)?, content));
    }
    Ok(versions)
}

fn check_content(content: &[u8]) -> Result<(), HandoffError> {
    read_canonical(content).map(drop).ok_or_else(|| damaged("a catalogue that is not canonical"))
}
