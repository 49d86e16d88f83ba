//! What a failure of SQLite or of the file means for a library.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use mulu_model::{Id, library::LibraryError, signoff::Stage};
use rusqlite::ErrorCode;

/// A failure inside the crate, before the file it happened to is added.
#[derive(Debug)]
pub(crate) enum Fault {
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// The schema is newer than ours.
    Newer { found: u32, known: u32 },
    /// What is stored does not fit together.
    Damaged(String),
    /// The file or folder cannot be written.
    ReadOnly,
    /// There is no such catalogue, or it is in the bin.
    NoCatalogue(Id),
    /// No such template is kept.
    NoTemplate(Id),
    /// The catalogue is at another revision.
    Stale { id: Id, expected: u32 },
    /// The catalogue cannot be changed now.
    Submitted { id: Id, stage: Stage },
    /// There is no such person.
    NoPerson(Id),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<mulu_model::InvalidId> for Fault {
    fn from(error: mulu_model::InvalidId) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<jiff::Error> for Fault {
    fn from(error: jiff::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl Fault {
    /// The failure with the file it happened to.
    pub(crate) fn at(self, path: &Path) -> LibraryError {
        let path = path.to_owned();
        match self {
            Self::Sqlite(source) => from_sqlite(path, source),
            Self::Newer { found, known } => LibraryError::Newer { path, found, known },
            Self::Damaged(detail) => LibraryError::Damaged { path, detail },
            Self::ReadOnly => LibraryError::Io { path, source: ErrorKind::PermissionDenied.into() },
            Self::NoCatalogue(id) => LibraryError::NoCatalogue { id },
            Self::NoTemplate(id) => LibraryError::NoTemplate { id },
            Self::Stale { id, expected } => LibraryError::Stale { id, expected },
            Self::Submitted { id, stage } => LibraryError::Submitted { id, stage },
            Self::NoPerson(id) => LibraryError::NoPerson { id },
        }
    }
}

/// Says what a failure of SQLite means.
fn from_sqlite(path: PathBuf, source: rusqlite::Error) -> LibraryError {
    match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            LibraryError::Damaged { path, detail: source.to_string() }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
            LibraryError::Busy { path }
        }
        Some(ErrorCode::DiskFull) => LibraryError::Io { path, source: ErrorKind::StorageFull.into() },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            LibraryError::Io { path, source: ErrorKind::PermissionDenied.into() }
        }
        Some(ErrorCode::CannotOpen) => LibraryError::Io { source: why_not_open(&path), path },
        _ => LibraryError::Database { path, source: Box::new(source) },
    }
}

/// SQLite only says that it cannot open a file; the system says why.
fn why_not_open(path: &Path) -> io::Error {
    match std::fs::OpenOptions::new().read(true).write(true).open(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => error,
        // The file opens or could be made, so it is the files beside it that cannot be.
        _ => ErrorKind::PermissionDenied.into(),
    }
}
