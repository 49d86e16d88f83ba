//! Taking documents of others in.

use std::path::PathBuf;

use mulu_app::{
    AppError,
    wire::{
        DocumentSource, ImportChoice, ImportDifference, ImportInto, ImportReading, ImportRow, ImportTaken,
        ImportView, OpenDocument,
    },
};
use tauri::{AppHandle, State, ipc::Request};

use super::body::{dropped, header};
use crate::{dialogs, session::Session};

/// The files that are offered first: exchange files, hand-off files and every kind of document that is read.
const KINDS: &[&str] =
    &["xlsx", "xls", "ods", "docx", "html", "htm", "csv", "tsv", "txt", "json", "xlsm", "et", "wps", "mulu"];

/// Asks which files to take in; none when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_import_files(app: AppHandle, kinds: &str) -> Vec<String> {
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    dialogs::open_several(&app, kinds, KINDS).into_iter().map(text).collect()
}

/// Opens a document for taking in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_document(
    session: State<'_, Session>,
    source: DocumentSource,
) -> Result<OpenDocument, AppError> {
    session.app()?.open_document(&source)
}

/// Opens a document that was dropped; its name stands in the header `name`.
#[tauri::command(async)]
pub(crate) fn open_document_bytes(
    session: State<'_, Session>,
    request: Request<'_>,
) -> Result<OpenDocument, AppError> {
    session.app()?.open_document_bytes(&header(&request, "name"), dropped(&request)?)
}

/// Forgets a document.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_document(session: State<'_, Session>, document: u32) -> Result<(), AppError> {
    session.app()?.close_document(document);
    Ok(())
}

/// How a document is read with what was chosen and corrected.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_document(
    session: State<'_, Session>,
    document: u32,
    choice: ImportChoice,
) -> Result<ImportView, AppError> {
    session.app()?.look_at_document(document, &choice)
}

/// Rows of a table of a document, as they stand there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn document_rows(
    session: State<'_, Session>,
    document: u32,
    table: u32,
    first: u32,
    wanted: u32,
) -> Result<Vec<ImportRow>, AppError> {
    session.app()?.document_rows(document, table, first, wanted)
}

/// What the rows of a table of a document were taken for when it was last looked at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn document_readings(
    session: State<'_, Session>,
    document: u32,
    table: u32,
) -> Result<Vec<ImportReading>, AppError> {
    session.app()?.document_readings(document, table)
}

/// What taking a document in would change of a catalogue.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn import_difference(
    session: State<'_, Session>,
    document: u32,
    choice: ImportChoice,
    cleanings: Vec<u32>,
    into: ImportInto,
) -> Result<ImportDifference, AppError> {
    session.app()?.import_difference(document, &choice, &cleanings, &into)
}

/// Takes a document in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_document(
    session: State<'_, Session>,
    document: u32,
    choice: ImportChoice,
    cleanings: Vec<u32>,
    into: ImportInto,
) -> Result<ImportTaken, AppError> {
    session.app()?.take_document(document, &choice, &cleanings, &into)
}
