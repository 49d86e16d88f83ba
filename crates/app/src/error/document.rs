//! Why a document of others was not read.

use std::path::Path;

use mulu_import::{Format, LooksLike, Measure, NoCatalogue, ReadError, Seen};
use serde::Serialize;

use super::{AppError, from::count};

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DocumentProblem {
    /// It has no bytes, or nothing but white space.
    Empty,
    /// A password is needed to open it.
    Encrypted {
        /// What it is inside, where that is known.
        format: Option<Format>,
    },
    /// It ends before its content does.
    Truncated {
        /// What it began as, where that is known.
        format: Option<Format>,
    },
    /// Its parts contradict its format.
    Damaged {
        /// What it should be.
        format: Format,
    },
    /// It is a file of another kind, whatever its name says.
    NotADocument {
        /// What its content says.
        looks_like: LooksLike,
    },
    /// Something in it is larger than any catalogue.
    TooLarge {
        /// What is too large.
        what: Measure,
        /// How large it may be.
        limit: u32,
    },
    /// It can be read, but holds no table.
    NoTable {
        /// What it is.
        format: Format,
        /// How many lines of text it has instead.
        lines: u32,
    },
    /// None of its tables is a catalogue.
    NoCatalogue {
        /// What was looked at instead.
        tables: Vec<SeenTable>,
    },
    /// It has no table of this number.
    NoSuchTable {
        /// The number, from 1.
        asked: u32,
        /// How many tables there are.
        tables: u32,
    },
}

/// A table that is no catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SeenTable {
    /// The name of its sheet, perhaps empty.
    pub name: String,
    /// How many rows it has.
    pub rows: u32,
    /// How many columns it has.
    pub columns: u32,
    /// The first texts in it, at most eight.
    pub first: Vec<String>,
    /// The words of catalogue headers that it has.
    pub known: Vec<String>,
}

/// The refusal of the document `path`.
pub(crate) fn refused(path: &Path, problem: DocumentProblem) -> AppError {
    AppError::BadDocument { path: path.display().to_string(), problem }
}

impl From<ReadError> for DocumentProblem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Empty => Self::Empty,
            ReadError::Encrypted { format } => Self::Encrypted { format },
            ReadError::Truncated { format } => Self::Truncated { format },
            ReadError::Damaged { format } => Self::Damaged { format },
            ReadError::NotADocument { looks_like } => Self::NotADocument { looks_like },
            ReadError::TooLarge { what, limit } => {
                Self::TooLarge { what, limit: u32::try_from(limit).unwrap_or(u32::MAX) }
            }
            ReadError::NoTable { format, lines } => Self::NoTable { format, lines: count(lines) },
        }
    }
}

impl From<NoCatalogue> for DocumentProblem {
    fn from(none: NoCatalogue) -> Self {
        let seen = |Seen { name, rows, columns, first, known }| SeenTable {
            name,
            rows: count(rows),
            columns: count(columns),
            first,
            known,
        };
        Self::NoCatalogue { tables: none.tables.into_iter().map(seen).collect() }
    }
}
