//! What can go wrong with a library, as facts; sentences are made elsewhere.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use mulu_model::{Id, signoff::Stage};
use rusqlite::ErrorCode;

use crate::migrations::NEWEST;

/// Why the library could not do something. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file or its folder cannot be reached, read or written.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The library file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is something else: no SQLite file, or another program's.
    #[error("{path}: not a library", path = path.display())]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// The library was written by a newer program.
    #[error("{path}: schema {found} is newer than {known}", path = path.display())]
    Newer {
        /// The library file.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// The library is damaged.
    #[error("{path}: damaged: {detail}", path = path.display())]
    Damaged {
        /// The library file.
        path: PathBuf,
        /// What is damaged, for logs.
        detail: String,
    },
    /// Another process holds the library for longer than we wait.
    #[error("{path}: busy", path = path.display())]
    Busy {
        /// The library file.
        path: PathBuf,
    },
    /// There is no such catalogue, or it is in the bin.
    #[error("no catalogue {id}")]
    NoCatalogue {
        /// What was asked for.
        id: Id,
    },
    /// No such template is kept.
    #[error("no template {id}")]
    NoTemplate {
        /// What was asked for.
        id: Id,
    },
    /// The catalogue has been changed by somebody else since it was loaded.
    #[error("catalogue {id} is no longer at revision {expected}")]
    Stale {
        /// The catalogue.
        id: Id,
        /// The revision that the change was made for.
        expected: u32,
    },
    /// The catalogue has been submitted or approved, so that nobody can change it.
    #[error("catalogue {id} is {stage:?}")]
    Submitted {
        /// The catalogue.
        id: Id,
        /// Where it stands.
        stage: Stage,
    },
    /// There is no such person.
    #[error("no person {id}")]
    NoPerson {
        /// Who was asked for.
        id: Id,
    },
    /// SQLite failed in another way.
    #[error("{path}: {source}", path = path.display())]
    Sqlite {
        /// The library file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

/// A failure inside the crate, before the file it happened to is added.
#[derive(Debug)]
pub(crate) enum Fault {
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// The schema is newer than ours.
    Newer(u32),
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
    pub(crate) fn at(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        match self {
            Self::Sqlite(source) => from_sqlite(path, source),
            Self::Newer(found) => StoreError::Newer { path, found, known: NEWEST },
            Self::Damaged(detail) => StoreError::Damaged { path, detail },
            Self::ReadOnly => StoreError::Io { path, source: ErrorKind::PermissionDenied.into() },
            Self::NoCatalogue(id) => StoreError::NoCatalogue { id },
            Self::NoTemplate(id) => StoreError::NoTemplate { id },
            Self::Stale { id, expected } => StoreError::Stale { id, expected },
            Self::Submitted { id, stage } => StoreError::Submitted { id, stage },
            Self::NoPerson(id) => StoreError::NoPerson { id },
        }
    }
}

/// Says what a failure of SQLite means.
fn from_sqlite(path: PathBuf, source: rusqlite::Error) -> StoreError {
    match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::Damaged { path, detail: source.to_string() }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
            StoreError::Busy { path }
        }
        Some(ErrorCode::DiskFull) => StoreError::Io { path, source: ErrorKind::StorageFull.into() },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            StoreError::Io { path, source: ErrorKind::PermissionDenied.into() }
        }
        Some(ErrorCode::CannotOpen) => StoreError::Io { source: why_not_open(&path), path },
        _ => StoreError::Sqlite { path, source },
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
