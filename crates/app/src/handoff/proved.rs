//! A hand-off file where there is no library to take it into: proved by the keys that it brings itself, as a library
//! does that sees all of them for the first time.

use std::path::Path;

use mulu_model::signoff::{Handoff, KnownKey};
use mulu_signoff::{introductions, verify_handoff};

use crate::{AppError, HandoffProblem, Host, file::GivenFile};

/// How every SQLite database begins.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// Whether the bytes are a hand-off file, or another database, which [`proved`] refuses.
pub(crate) fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(DATABASE)
}

/// The keys in a hand-off file as if all of them were trusted.
pub(crate) fn own_keys(file: &Handoff, host: &dyn Host) -> Vec<KnownKey> {
    super::with_introduced(Vec::new(), &introductions(file, &[]), host.now())
}

/// The hand-off file of these bytes, which came from `path`.
///
/// # Errors
/// [`AppError::BadHandoff`], also where anything in it does not hold.
pub(crate) fn proved(path: &Path, bytes: &[u8], host: &dyn Host) -> Result<Handoff, AppError> {
    let file = super::read(GivenFile::Content { name: path, bytes })?;
    if super::holds(&verify_handoff(&file, &own_keys(&file, host))) {
        return Ok(file);
    }
    Err(AppError::BadHandoff { path: path.display().to_string(), problem: HandoffProblem::Altered })
}
