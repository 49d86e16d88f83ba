//! Finding words and patterns in the cells of a catalogue, and replacing them.

use mulu_model::{Catalogue, Edit};

use crate::{
    AppError,
    wire::{Find, Found},
};

/// Where what is looked for stands, and what would stand there instead.
pub(crate) fn find(_catalogue: &Catalogue, _find: &Find, _replacement: &str) -> Result<Found, AppError> {
    Err(AppError::NoSuchPlace)
}

/// The edit that replaces all hits but those of `skip`.
pub(crate) fn replace(
    _catalogue: &Catalogue,
    _find: &Find,
    _replacement: &str,
    _skip: &[u32],
) -> Result<Edit, AppError> {
    Err(AppError::NoSuchPlace)
}
