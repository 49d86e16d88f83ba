//! The system's file dialogs. Tests of the window cannot reach those, so a debug build lets environment
//! variables answer in their place; a release build has no such thing.

use std::path::{Path, PathBuf};

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// Asks where to save a file that is called so; `None` when the user thinks better of it.
pub(crate) fn save_as(app: &AppHandle, file_name: &str) -> Option<PathBuf> {
    let extension = Path::new(file_name).extension().unwrap_or_default().to_string_lossy();
    if let Some(answer) = answer_of_test("MULU_TEST_SAVE_AS") {
        return Some(answer.with_extension(&*extension));
    }
    let dialog = app.dialog().file().add_filter(extension.to_uppercase(), &[&*extension]);
    dialog.set_file_name(file_name).blocking_save_file()?.into_path().ok()
}

/// Asks which files to open, of several kinds that have one name; none when the user thinks better of it.
pub(crate) fn open(app: &AppHandle, kinds: &str, extensions: &[String], several: bool) -> Vec<PathBuf> {
    if let Some(answer) = answer_of_test("MULU_TEST_OPEN") {
        return files_named(&answer, extensions);
    }
    let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
    let dialog = app.dialog().file().add_filter(kinds, &extensions);
    let chosen = if several {
        dialog.blocking_pick_files()
    } else {
        dialog.blocking_pick_file().map(|file| vec![file])
    };
    chosen.into_iter().flatten().filter_map(|path| path.into_path().ok()).collect()
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
fn files_named(answer: &Path, extensions: &[String]) -> Vec<PathBuf> {
    let is_meant = |path: &PathBuf| {
        let kind = path.extension().and_then(|kind| kind.to_str());
        path.file_stem() == answer.file_stem()
            && kind.is_some_and(|kind| extensions.iter().any(|extension| extension == kind))
    };
    let entries = answer.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten();
    let mut found: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_meant).collect();
    found.sort();
    found
}
