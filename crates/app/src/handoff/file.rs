//! Hand-off files: read, and proved. Where there is no library to take one into, it is proved by the keys that it
//! brings itself, as a library does that sees all of them for the first time.

use std::path::Path;

use jiff::Timestamp;
use mulu_model::signoff::{Handoff, KnownKey};
use mulu_signoff::{Introduction, Problem, introductions, verify_handoff};
use mulu_store_sqlite::{HandoffError, read_handoff};

use crate::{AppError, ExchangeProblem, HandoffProblem, Host, file::GivenFile};

/// How every SQLite database begins.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// Whether the bytes are a hand-off file, or another database, which [`proved`] refuses.
pub(crate) fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(DATABASE)
}

/// The keys in a hand-off file as if all of them were trusted.
pub(crate) fn own_keys(file: &Handoff, host: &dyn Host) -> Vec<KnownKey> {
    with_introduced(Vec::new(), &introductions(file, &[]), host.now())
}

/// The hand-off file of these bytes, which came from `path`.
///
/// # Errors
/// [`AppError::BadHandoff`], also where anything in it does not hold.
pub(crate) fn proved(path: &Path, bytes: &[u8], host: &dyn Host) -> Result<Handoff, AppError> {
    let file = read(GivenFile::Content { name: path, bytes })?;
    if holds(&verify_handoff(&file, &own_keys(&file, host))) {
        return Ok(file);
    }
    Err(AppError::BadHandoff { path: path.display().to_string(), problem: HandoffProblem::Altered })
}

/// Reads a hand-off file.
pub(crate) fn read(file: GivenFile<'_>) -> Result<Handoff, AppError> {
    let too_large = |error| match error {
        AppError::BadExchangeFile { path, problem: ExchangeProblem::TooLarge } => {
            AppError::BadHandoff { path, problem: HandoffProblem::TooLarge }
        }
        error => error,
    };
    read_handoff(&file.bytes().map_err(too_large)?).map_err(|error| bad(file.path(), &error))
}

pub(super) fn bad(path: &Path, error: &HandoffError) -> AppError {
    let problem = match error {
        HandoffError::NotAHandoff => HandoffProblem::NotAHandoff,
        HandoffError::Newer { .. } => HandoffProblem::Newer,
        HandoffError::Damaged { .. } => HandoffProblem::Damaged,
        HandoffError::TooMany { .. } | HandoffError::TooLarge { .. } => HandoffProblem::TooLarge,
    };
    AppError::BadHandoff { path: path.display().to_string(), problem }
}

/// The keys that are known, with those in the file as if they were trusted.
pub(super) fn with_introduced(
    mut known: Vec<KnownKey>,
    introductions: &[Introduction],
    now: Timestamp,
) -> Vec<KnownKey> {
    known.extend(new_keys(introductions, now));
    known
}

pub(super) fn new_keys(introductions: &[Introduction], now: Timestamp) -> impl Iterator<Item = KnownKey> {
    introductions.iter().filter_map(move |introduction| match introduction {
        Introduction::Stranger(key) | Introduction::OtherKey { key, .. } => {
            Some(KnownKey { since: now, is_foreign: true, ..key.clone() })
        }
        Introduction::Nameless(_) => None,
    })
}

/// Whether nothing is found but warnings.
pub(crate) fn holds(problems: &[Problem]) -> bool {
    problems.iter().all(|problem| problem.fault.is_warning())
}
