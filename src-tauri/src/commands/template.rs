//! Templates: read, kept, taken in and given out.

use std::path::Path;

use mulu_app::{
    AppError, default_file_name,
    wire::{ExportFormat, ExportedFile, HiddenData, NamedTemplate, SourceKind},
};
use mulu_model::{Id, Template};
use tauri::{AppHandle, State};

use crate::{dialogs, session::Session};

/// The template of a starting point or of that name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn template(
    session: State<'_, Session>,
    id: &str,
    kind: SourceKind,
) -> Result<NamedTemplate, AppError> {
    session.app()?.template(id, kind)
}

/// Keeps a template in the library for other catalogues.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_template(
    session: State<'_, Session>,
    name: &str,
    template: Template,
) -> Result<Id, AppError> {
    session.app()?.keep_template(name, &template)
}

/// Takes a template out of the library.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_template(session: State<'_, Session>, id: Id) -> Result<(), AppError> {
    session.app()?.remove_template(&id)
}

/// Takes a template file into the library.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn import_template(session: State<'_, Session>, path: &str) -> Result<Id, AppError> {
    session.app()?.import_template(Path::new(path))
}

/// Asks where to put a template; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_template_path(app: AppHandle, name: &str) -> Option<String> {
    let file_name = default_file_name(name, ExportFormat::Json.extension());
    let chosen = dialogs::save_as(&app, &file_name, ExportFormat::Json.extension());
    chosen.map(|path| path.display().to_string())
}

/// Writes a template into a file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_template(
    session: State<'_, Session>,
    name: &str,
    template: Template,
    path: &str,
) -> Result<ExportedFile, AppError> {
    session.app()?.export_template(name, &template, Path::new(path))
}

/// The data of a catalogue that a template would not show.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn hidden_by(
    session: State<'_, Session>,
    id: Id,
    template: Template,
) -> Result<Vec<HiddenData>, AppError> {
    session.app()?.hidden_by(&id, &template)
}
