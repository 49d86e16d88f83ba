//! An open library.

use std::path::PathBuf;

use rusqlite::Connection;

/// A library in an SQLite file.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}
