//! 流转文件: what goes from one PC to another.

use std::path::Path;

use mulu_app::{
    AppError, HANDOFF_EXTENSION, default_file_name,
    wire::{ExportedFile, HandoffView, MergeSide, TakenIn},
};
use mulu_model::Id;
use serde::Deserialize;
use tauri::{AppHandle, State, ipc::Request};

use super::body::{dropped, header};
use crate::{dialogs, session::Session};

/// Writes a catalogue with all that proves where it stands, signed by the one who is working.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn write_handoff(
    session: State<'_, Session>,
    id: Id,
    path: &str,
    pin: &str,
) -> Result<ExportedFile, AppError> {
    session.app()?.write_handoff(&id, Path::new(path), pin)
}

/// What a hand-off file is; nothing is taken in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn look_at_handoff(session: State<'_, Session>, path: &str) -> Result<HandoffView, AppError> {
    session.app()?.look_at_handoff(Path::new(path))
}

/// Takes a hand-off file in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_in_handoff(
    session: State<'_, Session>,
    path: &str,
    trusted: Vec<String>,
    sides: Vec<MergeSide>,
) -> Result<TakenIn, AppError> {
    session.app()?.take_in_handoff(Path::new(path), &trusted, &sides)
}

/// What a hand-off file is that was dropped; its name stands in the header `name`.
#[tauri::command(async)]
pub(crate) fn look_at_handoff_bytes(
    session: State<'_, Session>,
    request: Request<'_>,
) -> Result<HandoffView, AppError> {
    session.app()?.look_at_handoff_bytes(&header(&request, "name"), dropped(&request)?)
}

/// What was decided about a hand-off file, as the header `decisions` has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decisions {
    trusted: Vec<String>,
    sides: Vec<MergeSide>,
}

/// Takes a hand-off file in that was dropped.
#[tauri::command(async)]
pub(crate) fn take_in_handoff_bytes(
    session: State<'_, Session>,
    request: Request<'_>,
) -> Result<TakenIn, AppError> {
    let Decisions { trusted, sides } = serde_json::from_str(&header(&request, "decisions"))
        .map_err(|error| AppError::BadRequest { detail: error.to_string() })?;
    session.app()?.take_in_handoff_bytes(&header(&request, "name"), dropped(&request)?, &trusted, &sides)
}

/// Asks where to put a hand-off file; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_handoff_path(
    app: AppHandle,
    session: State<'_, Session>,
    id: Id,
) -> Result<Option<String>, AppError> {
    let name = default_file_name(&session.app()?.title(&id)?, HANDOFF_EXTENSION);
    Ok(dialogs::save_as(&app, &name, HANDOFF_EXTENSION).map(|path| path.display().to_string()))
}

/// Asks which hand-off file to open; `None` when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_handoff_file(app: AppHandle) -> Option<String> {
    dialogs::open(&app, HANDOFF_EXTENSION).map(|path| path.display().to_string())
}
