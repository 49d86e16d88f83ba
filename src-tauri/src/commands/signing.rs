//! The sign-off of a catalogue: its steps, what is said about it, and its proof.

use mulu_app::{
    AppError,
    wire::{Action, CodeAnswer, ExcuseView, RemarkRequest, SignoffView},
};
use mulu_model::Id;
use tauri::State;

use crate::session::Session;

/// All that is to be known of the sign-off of a catalogue.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn signoff(session: State<'_, Session>, id: Id) -> Result<SignoffView, AppError> {
    session.app()?.signoff(&id)
}

/// Takes a step, signed by the one who is working; 退回 may come with an opinion on the whole.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_step(
    session: State<'_, Session>,
    id: Id,
    action: Action,
    opinion: &str,
    pin: &str,
) -> Result<SignoffView, AppError> {
    session.app()?.take_step(&id, action, opinion, pin)
}

/// Makes an entry in the log of remarks.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remark(
    session: State<'_, Session>,
    id: Id,
    request: RemarkRequest,
) -> Result<SignoffView, AppError> {
    session.app()?.remark(&id, request)
}

/// Says why a finding is left as it is.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn excuse(
    session: State<'_, Session>,
    id: Id,
    excuse: ExcuseView,
) -> Result<SignoffView, AppError> {
    session.app()?.excuse(&id, excuse)
}

/// What a printed check code belongs to.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check_code(session: State<'_, Session>, code: &str) -> Result<CodeAnswer, AppError> {
    session.app()?.check_code(code)
}
