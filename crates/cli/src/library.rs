//! Libraries: found and listed.

use std::path::{Path, PathBuf};

use mulu_app::{App, AppError, library_path};

use crate::{
    output::{Failure, print, print_json},
    words,
};

/// The path of a library that must exist. A missing one is most likely a slip in the path, so it is not created.
pub(crate) fn existing_library(library: Option<PathBuf>) -> Result<PathBuf, AppError> {
    let path = library_path(library)?;
    if path.exists() { Ok(path) } else { Err(AppError::FileNotFound { path: path.display().to_string() }) }
}

pub(crate) fn list(library: &Path, json: bool) -> Result<(), Failure> {
    let catalogues = App::open_library(library)?.library_view()?.catalogues;
    if json {
        return print_json(&catalogues);
    }
    let line = |summary: &mulu_app::wire::CatalogueSummary| {
        let title = words::shown(&summary.title);
        format!("{}\t{title}\t{}\t{}\n", summary.id, summary.items, summary.changed_at)
    };
    print(&catalogues.iter().map(line).collect::<String>())
}
