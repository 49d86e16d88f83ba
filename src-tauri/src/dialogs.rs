//! The system's file dialogs. Tests of the window cannot reach those, so a debug build lets environment
//! variables answer in their place; a release build has no such thing.

use std::path::{Path, PathBuf};

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

/// Asks which files to open, of several kinds that have one name; none when the user thinks better of it.
pub(crate) fn open_several(app: &AppHandle, kinds: &str, extensions: &[&str]) -> Vec<PathBuf> {
    if let Some(answer) = answer_of_test("MULU_TEST_OPEN") {
        return files_named(&answer, extensions);
    }
    let chosen = app.dialog().file().add_filter(kinds, extensions).blocking_pick_files();
    chosen.into_iter().flatten().filter_map(|path| path.into_path().ok()).collect()
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

/// The files of these kinds that are named as a test says, whatever their extension.
fn files_named(answer: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let is_meant = |path: &PathBuf| {
        let kind = path.extension().and_then(|kind| kind.to_str());
        path.file_stem() == answer.file_name() && kind.is_some_and(|kind| extensions.contains(&kind))
    };
    let entries = answer.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten();
    let mut found: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_meant).collect();
    found.sort();
    found
}
