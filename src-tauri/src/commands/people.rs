//! People, who is working, and what the office has set.

use mulu_app::{
    AppError,
    wire::{OfficeView, PersonDraft, Policy},
};
use mulu_model::Id;
use tauri::State;

use crate::session::Session;

/// Who works with this library.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn office(session: State<'_, Session>) -> Result<OfficeView, AppError> {
    session.app()?.office()
}

/// Makes a person and returns the identity. The first one may be made by anybody, becomes 管理 too, and is then
/// working.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_person(
    session: State<'_, Session>,
    person: PersonDraft,
    pin: &str,
) -> Result<Id, AppError> {
    session.app()?.add_person(person, pin)
}

/// Changes name, unit, roles, or whether the person may act.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_person(
    session: State<'_, Session>,
    id: Id,
    person: PersonDraft,
) -> Result<OfficeView, AppError> {
    session.app()?.change_person(&id, person)
}

/// Gives the one who is working another PIN; the key stays.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_pin(session: State<'_, Session>, old_pin: &str, new_pin: &str) -> Result<(), AppError> {
    session.app()?.change_pin(old_pin, new_pin)
}

/// Gives a person another PIN, and with it another key.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reset_pin(session: State<'_, Session>, id: Id, pin: &str) -> Result<OfficeView, AppError> {
    session.app()?.reset_pin(&id, pin)
}

/// A person begins to work, with the PIN.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_working(session: State<'_, Session>, id: Id, pin: &str) -> Result<OfficeView, AppError> {
    session.app()?.start_working(&id, pin)
}

/// Nobody is working any more; the window also calls this after a while without a key.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stop_working(session: State<'_, Session>) -> Result<OfficeView, AppError> {
    session.app()?.stop_working()
}

/// Sets what the office wants.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_policy(session: State<'_, Session>, policy: Policy) -> Result<OfficeView, AppError> {
    session.app()?.set_policy(policy)
}
