//! What can go wrong with a library, as facts; sentences are made elsewhere.

use std::{error::Error, io, path::PathBuf};

use crate::{id::Id, signoff::Stage};

/// Why the library could not do something. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The file or its folder cannot be reached, read or written.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The library file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is something else: no database, or another program's.
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
    /// The database failed in another way.
    #[error("{path}: {source}", path = path.display())]
    Database {
        /// The library file.
        path: PathBuf,
        /// What the database says.
        source: Box<dyn Error + Send + Sync>,
    },
}
