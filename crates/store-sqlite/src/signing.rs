//! Signed steps: records, what they were made on, and remarks. All of a step is one transaction.

use jiff::Timestamp;
use mulu_model::{
    Digest, Id,
    library::{LibraryError, NewArrival, NewRecords, SignedSteps},
    signoff::{Excuse, Record, RemarkEntry, Stage, Version},
};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    catalogues,
    error::Fault,
    excuses, log,
    row::{bodies, stored_time, text},
    store::Store,
    write,
};

impl SignedSteps for Store {
    fn records(&self, catalogue: &Id) -> Result<Vec<Record>, LibraryError> {
        let sql = "SELECT body FROM records WHERE catalogue = ?1 ORDER BY seq";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    fn versions(&self, catalogue: &Id) -> Result<Vec<Version>, LibraryError> {
        versions(&self.connection, catalogue).map_err(|fault| fault.at(&self.path))
    }

    fn remarks(&self, catalogue: &Id) -> Result<Vec<RemarkEntry>, LibraryError> {
        let sql = "SELECT body FROM remarks WHERE catalogue = ?1 ORDER BY seq";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    fn excuses(&self, catalogue: &Id) -> Result<Vec<Excuse>, LibraryError> {
        let sql = "SELECT body FROM excuses WHERE catalogue = ?1 ORDER BY finding";
        bodies(&self.connection, sql, &[catalogue.as_str()]).map_err(|fault| fault.at(&self.path))
    }

    fn excuse(&mut self, catalogue: &Id, excuse: &Excuse) -> Result<(), LibraryError> {
        excuses::keep(&self.connection, catalogue, excuse).map_err(|fault| fault.at(&self.path))
    }

    fn sign(&mut self, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, LibraryError> {
        sign(&mut self.connection, id, expected, new).map_err(|fault| fault.at(&self.path))
    }

    fn arrive(&mut self, id: &Id, new: &NewArrival<'_>) -> Result<(), LibraryError> {
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
