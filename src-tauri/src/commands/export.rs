//! Files in and out, and what the system does with them.

use std::path::{Path, PathBuf};

use mulu_app::{
    AppError, default_file_name, unwatched,
    wire::{ExportFormat, ExportedFile, Paper, Progress},
};
use mulu_model::Id;
use tauri::{AppHandle, Manager, State, ipc::Channel};
use tauri_plugin_opener::OpenerExt;

use crate::{dialogs, session::Session};

/// Asks which exchange file to read; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_exchange_file(app: AppHandle) -> Option<String> {
    dialogs::open(&app, ExportFormat::Json.extension()).map(text)
}

/// Asks where to put a file; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_export_path(
    app: AppHandle,
    session: State<'_, Session>,
    id: Id,
    format: ExportFormat,
) -> Result<Option<String>, AppError> {
    let title = session.app()?.title(&id)?;
    let name = default_file_name(&title, format.extension());
    Ok(dialogs::save_as(&app, &name, format.extension()).map(text))
}

/// Writes a catalogue into a file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_catalogue(
    session: State<'_, Session>,
    id: Id,
    format: ExportFormat,
    paper: Paper,
    path: &str,
    on_progress: Channel<Progress>,
) -> Result<ExportedFile, AppError> {
    session.begin();
    session.app()?.export(&id, format, paper, Path::new(path), &mut |progress| {
        // A page that is gone needs no progress; the file is still wanted.
        let _ = on_progress.send(progress);
        session.goes_on()
    })
}

/// Asks the export under way to stop.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel_export(session: State<'_, Session>) {
    session.cancel();
}

/// Shows a file in the system's file manager.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn show_in_folder(app: AppHandle, path: &str) -> Result<(), AppError> {
    app.opener().reveal_item_in_dir(path).map_err(|error| failed(path, &error))
}

/// Writes the form as a PDF for printing and opens it in the system's viewer: what the window itself would
/// print is its page, not the form.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_form(
    app: AppHandle,
    session: State<'_, Session>,
    id: Id,
    paper: Paper,
) -> Result<(), AppError> {
    let use_cases = session.app()?;
    let title = use_cases.title(&id)?;
    let folder = app.path().app_cache_dir().map_err(|error| failed("", &error))?.join("print");
    std::fs::create_dir_all(&folder).map_err(|error| failed(&text(folder.clone()), &error))?;
    let path = folder.join(default_file_name(&title, ExportFormat::Pdf.extension()));
    let file = use_cases.export(&id, ExportFormat::Pdf, paper, &path, &mut unwatched)?;
    app.opener().open_path(&file.path, None::<&str>).map_err(|error| failed(&file.path, &error))
}

fn failed(path: &str, error: &dyn std::error::Error) -> AppError {
    AppError::Io { path: path.to_owned(), detail: error.to_string() }
}

fn text(path: PathBuf) -> String {
    path.to_string_lossy().into_owned()
}
