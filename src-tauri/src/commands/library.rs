//! The library screen.

use std::path::Path;

use mulu_app::{
    AppError,
    wire::{CheckCounts, LibraryView, PickFrom, PickGroup, SourceKind},
};
use mulu_model::Id;
use tauri::State;

use crate::session::Session;

/// Why the library could not be opened; every other command fails then.
#[tauri::command]
#[specta::specta]
pub(crate) fn start_up_problem(session: State<'_, Session>) -> Option<AppError> {
    session.app().err()
}

/// What the library screen shows.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn library(session: State<'_, Session>) -> Result<LibraryView, AppError> {
    session.app()?.library_view()
}

/// How much is wrong with a catalogue of the list.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_counts(session: State<'_, Session>, id: Id) -> Result<CheckCounts, AppError> {
    session.app()?.check_counts(&id)
}

/// Makes a catalogue from a starting point or a template.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_from_source(
    session: State<'_, Session>,
    id: &str,
    kind: SourceKind,
    title: &str,
    responsible_unit: &str,
) -> Result<Id, AppError> {
    session.app()?.create_from_source(id, kind, title, responsible_unit)
}

/// Takes in an exchange file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn import_file(session: State<'_, Session>, path: &str) -> Result<Id, AppError> {
    session.app()?.import(Path::new(path))
}

/// Puts a catalogue into the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_catalogue(session: State<'_, Session>, id: Id) -> Result<(), AppError> {
    session.app()?.delete(&id)
}

/// Takes a catalogue out of the bin.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore_catalogue(session: State<'_, Session>, id: Id) -> Result<(), AppError> {
    session.app()?.restore(&id)
}

/// Makes a new catalogue out of one, for the next year: sign-off emptied, dated today.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn copy_catalogue(session: State<'_, Session>, id: Id, title: &str) -> Result<Id, AppError> {
    session.app()?.copy_catalogue(&id, title)
}

/// The items that can be picked from a catalogue or a starting point.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn items_to_pick(session: State<'_, Session>, from: PickFrom) -> Result<Vec<PickGroup>, AppError> {
    session.app()?.items_to_pick(&from)
}
