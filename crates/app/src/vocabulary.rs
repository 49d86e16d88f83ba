//! Vocabularies: the terms that recur in a column, learned from all catalogues of the library.

use mulu_model::{Catalogue, ColumnKey, Edit};

use crate::AppError;

/// The edit that puts `to` in the place of `from` wherever it stands.
pub(crate) fn rename(
    _catalogue: &Catalogue,
    _column: &ColumnKey,
    _from: &str,
    _to: &str,
) -> Result<Edit, AppError> {
    Err(AppError::NoSuchPlace)
}
