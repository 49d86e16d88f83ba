//! The system's file dialogs. Tests of the window cannot reach those, so a debug build lets environment
//! variables answer in their place; a release build has no such thing.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// Asks where to save; `None` when the user thinks better of it.
pub(crate) fn save_as(app: &AppHandle, file_name: &str, extension: &str) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test("MULU_TEST_SAVE_AS") {
        return Some(answer.with_extension(extension));
    }
    let chosen = dialog(app, extension).set_file_name(file_name).blocking_save_file()?;
    chosen.into_path().ok()
}

/// Asks which file to open; `None` when the user thinks better of it.
pub(crate) fn open(app: &AppHandle, extension: &str) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test("MULU_TEST_OPEN") {
        return Some(answer.with_extension(extension));
    }
    dialog(app, extension).blocking_pick_file()?.into_path().ok()
}

fn dialog(app: &AppHandle, extension: &str) -> FileDialogBuilder<tauri::Wry> {
    app.dialog().file().add_filter(extension.to_uppercase(), &[extension])
}

#[cfg(debug_assertions)]
fn answer_of_test(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

#[cfg(not(debug_assertions))]
fn answer_of_test(_variable: &str) -> Option<PathBuf> {
    None
}
