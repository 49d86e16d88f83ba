//! What has changed between two states of a catalogue.

use std::path::Path;

use mulu_app::{
    AppError, default_file_name,
    wire::{ExportFormat, ExportedFile, Paper, ReviewView, StateOf},
};
use mulu_model::Id;
use tauri::{AppHandle, State};

use crate::{dialogs, session::Session};

/// What has changed from `old` to `new`. Where `old` is not given: from the last approved version, else from
/// what it was copied from, else from nothing.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review(
    session: State<'_, Session>,
    id: Id,
    from: Option<StateOf>,
    to: StateOf,
) -> Result<ReviewView, AppError> {
    session.app()?.review(&id, from, to)
}

/// Writes the 修订对照表 of two states as PDF or XLSX.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_revision_table(
    session: State<'_, Session>,
    id: Id,
    from: StateOf,
    to: StateOf,
    format: ExportFormat,
    paper: Paper,
    path: &str,
) -> Result<ExportedFile, AppError> {
    session.app()?.export_revision_table(&id, from, to, format, paper, Path::new(path))
}

/// Writes an approved version into a file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_version(
    session: State<'_, Session>,
    id: Id,
    number: u32,
    format: ExportFormat,
    paper: Paper,
    path: &str,
) -> Result<ExportedFile, AppError> {
    session.app()?.export_version(&id, number, format, paper, Path::new(path))
}

/// Asks where to put a file named so; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_table_path(app: AppHandle, name: &str, format: ExportFormat) -> Option<String> {
    let extension = format.extension();
    dialogs::save_as(&app, &default_file_name(name, extension), extension)
        .map(|path| path.display().to_string())
}
