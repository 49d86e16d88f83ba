//! The catalogue screen.

use mulu_app::{
    AppError,
    wire::{CatalogueView, Change, EditRequest},
};
use mulu_model::Id;
use tauri::State;

use crate::session::Session;

/// Everything the catalogue screen shows.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_catalogue(session: State<'_, Session>, id: Id) -> Result<CatalogueView, AppError> {
    session.app()?.open(&id)
}

/// Changes a catalogue; on disk when this returns.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit(session: State<'_, Session>, id: Id, request: EditRequest) -> Result<Change, AppError> {
    session.app()?.edit(&id, request)
}

/// Takes the last change back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo(session: State<'_, Session>, id: Id) -> Result<Change, AppError> {
    session.app()?.undo(&id)
}

/// Makes the change again that was last taken back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn redo(session: State<'_, Session>, id: Id) -> Result<Change, AppError> {
    session.app()?.redo(&id)
}
