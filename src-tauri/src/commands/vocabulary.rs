//! Terms, and finding in the cells of a catalogue.

use mulu_app::{
    AppError,
    wire::{Find, Finding, Found, Term, TermUse},
};
use mulu_model::{ColumnKey, Id};
use tauri::State;

use crate::session::Session;

/// Terms that could be meant by what is typed into a column.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn suggest(
    session: State<'_, Session>,
    id: Id,
    column: ColumnKey,
    typed: &str,
) -> Result<Vec<Term>, AppError> {
    session.app()?.suggest(&id, &column, typed)
}

/// All terms of a column, with the places where they stand.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn terms(
    session: State<'_, Session>,
    id: Id,
    column: ColumnKey,
) -> Result<Vec<TermUse>, AppError> {
    session.app()?.terms(&id, &column)
}

/// Renames a term in all other catalogues of the library; says in how many cells.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rename_term_elsewhere(
    session: State<'_, Session>,
    id: Id,
    column: ColumnKey,
    from: &str,
    to: &str,
) -> Result<u32, AppError> {
    session.app()?.rename_term_elsewhere(&id, &column, from, to)
}

/// Finds words or a pattern, with what would stand in their place.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn find(
    session: State<'_, Session>,
    id: Id,
    find: Find,
    replacement: &str,
) -> Result<Found, AppError> {
    session.app()?.find(&id, &find, replacement)
}

/// What a check finds wrong.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn findings(session: State<'_, Session>, id: Id) -> Result<Vec<Finding>, AppError> {
    session.app()?.findings(&id)
}
