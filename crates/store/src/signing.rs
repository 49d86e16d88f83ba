//! Signed steps: records, what they were made on, and remarks. All of a step is one transaction.

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Digest, Id,
    log::LogRow,
    signoff::{Record, RemarkEntry, Stage, Version},
};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    NewStep, Store, StoreError, catalogues, error::Fault, log, people::bodies, stored_time, text, write,
};

/// What is added to a catalogue's way.
#[derive(Debug, Clone, Copy)]
pub struct NewRecords<'a> {
    /// Signed steps, after those that are there; none where only remarks are made.
    pub records: &'a [Record],
    /// What they were made on; what is there already is passed over.
    pub versions: &'a [Version],
    /// Entries of the log of remarks, after those that are there.
    pub remarks: &'a [RemarkEntry],
    /// Changes of the catalogue that come with the steps from another PC; written where the steps let it be prepared.
    pub edits: &'a [NewStep<'a>],
    /// The catalogue after those changes.
    pub after: &'a Catalogue,
    /// When.
    pub at: Timestamp,
}

/// A catalogue from another PC that is new here.
#[derive(Debug, Clone, Copy)]
pub struct NewArrival<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// Its revision there.
    pub revision: u32,
    /// The edit log that came along.
    pub log: &'a [LogRow],
    /// Its records.
    pub records: &'a [Record],
    /// What they were made on.
    pub versions: &'a [Version],
    /// Its remarks.
    pub remarks: &'a [RemarkEntry],
    /// When it came.
    pub at: Timestamp,
}

impl Store {
    /// The signed steps of a catalogue, in order.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet, here as in all that follows.
    pub fn records(&self, catalogue: &Id) -> Result<Vec<Record>, StoreError> {
        let sql = "SELECT body FROM records WHERE catalogue = ?1 ORDER BY seq";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    /// What the steps of a catalogue were made on, by version. Nothing is proved: the digests are those it is kept as.
    ///
    /// # Errors
    /// As [`Store::records`].
    pub fn versions(&self, catalogue: &Id) -> Result<Vec<Version>, StoreError> {
        versions(&self.connection, catalogue).map_err(|fault| fault.at(&self.path))
    }

    /// The log of a catalogue's remarks.
    ///
    /// # Errors
    /// As [`Store::records`].
    pub fn remarks(&self, catalogue: &Id) -> Result<Vec<RemarkEntry>, StoreError> {
        let sql = "SELECT body FROM remarks WHERE catalogue = ?1 ORDER BY seq";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    /// The rows of the edit log that led beyond a revision, in order.
    ///
    /// # Errors
    /// As [`Store::records`].
    pub fn log_since(&self, catalogue: &Id, revision: u32) -> Result<Vec<LogRow>, StoreError> {
        log::since(&self.connection, catalogue, revision).map_err(|fault| fault.at(&self.path))
    }

    /// Writes steps that have been signed, with what they were made on, and remarks. `expected` is the revision that
    /// the catalogue has. Returns the revision that it has afterwards.
    ///
    /// # Errors
    /// [`StoreError::Stale`] where the library has another revision or other steps, [`StoreError::Submitted`] where
    /// edits come and no step lets the catalogue be prepared, [`StoreError::NoCatalogue`], and what writing can meet;
    /// nothing was written then.
    pub fn sign(&mut self, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, StoreError> {
        sign(&mut self.connection, id, expected, new).map_err(|fault| fault.at(&self.path))
    }

    /// Puts a catalogue from another PC into the library, with all that proves where it stands.
    ///
    /// # Errors
    /// What writing can meet, also where there is such a catalogue; nothing was written then.
    pub fn arrive(&mut self, id: &Id, new: &NewArrival<'_>) -> Result<(), StoreError> {
        arrive(&mut self.connection, id, new).map_err(|fault| fault.at(&self.path))
    }
}

fn versions(connection: &Connection, catalogue: &Id) -> Result<Vec<Version>, Fault> {
    let sql = "SELECT number, digest, content FROM versions WHERE catalogue = ?1 ORDER BY number, digest";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([catalogue.as_str()])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let digest = Digest::try_from(text(row, 1)?.to_owned()).map_err(|e| Fault::Damaged(e.to_string()))?;
        versions.push(Version { number: row.get(0)?, digest, content: row.get(2)? });
    }
    Ok(versions)
}

fn sign(connection: &mut Connection, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let stale = || Fault::Stale { id: id.clone(), expected };
    if catalogues::revision(&transaction, id)? != expected {
        return Err(stale());
    }
    let last: u32 = transaction.query_row(
        "SELECT coalesce(max(seq), 0) FROM records WHERE catalogue = ?1",
        [id.as_str()],
        |row| row.get(0),
    )?;
    if new.records.first().is_some_and(|record| Some(record.statement.seq) != last.checked_add(1)) {
        return Err(stale());
    }
    put_versions(&transaction, id, new.versions)?;
    put_remarks(&transaction, id, new.remarks)?;
    // Edits are made after the last step that lets the catalogue be prepared.
    let prepared = new.records.iter().rposition(|record| record.statement.stage == Stage::Preparing);
    let split = if new.edits.is_empty() { 0 } else { prepared.map_or(0, |at| at + 1) };
    let (before, after) = new.records.split_at(split);
    put_records(&transaction, id, before, new.at)?;
    let revision = write::apply_within(&transaction, id, expected, new.edits, new.after)?;
    put_records(&transaction, id, after, new.at)?;
    transaction.commit()?;
    Ok(revision)
}

fn arrive(connection: &mut Connection, id: &Id, new: &NewArrival<'_>) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    write::create_within(&transaction, id, new.catalogue, None, new.revision, new.at)?;
    new.log.iter().try_for_each(|row| log::append_row(&transaction, id, row))?;
    put_versions(&transaction, id, new.versions)?;
    put_remarks(&transaction, id, new.remarks)?;
    put_records(&transaction, id, new.records, new.at)?;
    Ok(transaction.commit()?)
}

/// Appends records and puts the catalogue where the last one leads.
fn put_records(connection: &Connection, id: &Id, records: &[Record], at: Timestamp) -> Result<(), Fault> {
    let sql = "INSERT INTO records (catalogue, seq, body) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(sql)?;
    for record in records {
        statement.execute(params![id.as_str(), record.statement.seq, serde_json::to_string(record)?])?;
    }
    let Some(Record { statement: last, .. }) = records.last() else { return Ok(()) };
    let sql = "UPDATE catalogues SET stage = ?2, version = ?3, changed_at = ?4 WHERE id = ?1";
    connection.execute(sql, params![id.as_str(), last.stage.as_str(), last.version, stored_time(at)])?;
    Ok(())
}

fn put_versions(connection: &Connection, id: &Id, versions: &[Version]) -> Result<(), Fault> {
    let sql = "INSERT INTO versions (catalogue, number, digest, content) SELECT ?1, ?2, ?3, ?4
               WHERE NOT EXISTS (SELECT 1 FROM versions WHERE catalogue = ?1 AND number = ?2 AND digest = ?3)";
    let mut statement = connection.prepare_cached(sql)?;
    for Version { number, digest, content } in versions {
        statement.execute(params![id.as_str(), number, digest.to_string(), content])?;
    }
    Ok(())
}

fn put_remarks(connection: &Connection, id: &Id, remarks: &[RemarkEntry]) -> Result<(), Fault> {
    let sql = "INSERT INTO remarks (catalogue, seq, body)
               SELECT ?1, coalesce(max(seq), 0) + 1, ?2 FROM remarks WHERE catalogue = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    for entry in remarks {
        statement.execute([id.as_str(), &serde_json::to_string(entry)?])?;
    }
    Ok(())
}
