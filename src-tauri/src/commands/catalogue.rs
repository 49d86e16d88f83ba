//! The catalogue screen.

use mulu_app::{
    AppError,
    wire::{CatalogueView, Change, EditRequest, History},
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

/// Changes a catalogue; on disk when this returns. What goes on with the change before, as typing into one cell
/// does, is one step with it in 撤销.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn edit(
    session: State<'_, Session>,
    id: Id,
    request: EditRequest,
    goes_on: bool,
) -> Result<Change, AppError> {
    session.app()?.edit(&id, request, goes_on)
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

/// What can be gone back to.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn history(session: State<'_, Session>, id: Id) -> Result<History, AppError> {
    session.app()?.history(&id)
}

/// Takes back as many steps as `steps` says where it is negative, else makes so many again.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn go_to(session: State<'_, Session>, id: Id, steps: i32) -> Result<CatalogueView, AppError> {
    session.app()?.go_to(&id, steps)
}
