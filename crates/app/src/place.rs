//! Where the library lies.

use std::path::PathBuf;

use crate::AppError;

/// The environment variable that names another place for the library, for both programs.
pub const LIBRARY_VARIABLE: &str = "MULU_LIBRARY";

/// The library file: the one asked for, else the one that `MULU_LIBRARY` names, else the user's own.
///
/// # Errors
/// [`AppError::NoDataFolder`] where the system knows no folder for the user's data.
pub fn library_path(explicit: Option<PathBuf>) -> Result<PathBuf, AppError> {
    let named = || std::env::var_os(LIBRARY_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    let own = || dirs::data_dir().map(|folder| folder.join("mulu").join("library.db"));
    explicit.or_else(named).or_else(own).ok_or(AppError::NoDataFolder)
}
