//! Values as rows hold them.

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde::Deserialize;

use crate::error::Fault;

/// A moment as it is stored: UTC, always with milliseconds, so that texts sort as times do.
pub(crate) fn stored_time(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A column's text without a copy.
pub(crate) fn text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
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
