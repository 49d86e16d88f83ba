//! Files of the user's: read within limits, written wholly or not at all.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use mulu_model::limits;

use crate::{AppError, ExchangeProblem, error::from};

/// A file that somebody gives: where it is, or what it holds, as where it was dropped on a page.
#[derive(Debug, Clone, Copy)]
pub enum GivenFile<'a> {
    /// Where it is.
    Path(&'a Path),
    /// What it holds.
    Content {
        /// Its name; errors call it so.
        name: &'a Path,
        /// What it holds.
        bytes: &'a [u8],
    },
}

impl<'a> GivenFile<'a> {
    /// Its path, or only its name.
    pub(crate) fn path(&self) -> &'a Path {
        match self {
            Self::Path(path) => path,
            Self::Content { name, .. } => name,
        }
    }

    /// What it holds.
    ///
    /// # Errors
    /// As [`read_limited`].
    pub(crate) fn bytes(&self) -> Result<Cow<'a, [u8]>, AppError> {
        match self {
            Self::Path(path) => read_limited(path).map(Cow::Owned),
            Self::Content { bytes, .. } => Ok(Cow::Borrowed(bytes)),
        }
    }
}

impl<'a, P: AsRef<Path> + ?Sized> From<&'a P> for GivenFile<'a> {
    fn from(path: &'a P) -> Self {
        Self::Path(path.as_ref())
    }
}

/// Reads a file of at most [`limits::FILE_BYTES`].
///
/// # Errors
/// One of the codes for files, with the path; [`ExchangeProblem::TooLarge`] for a larger file.
pub fn read_limited(path: &Path) -> Result<Vec<u8>, AppError> {
    let fail = |error| from::io(path, &error);
    let metadata = fs::metadata(path).map_err(fail)?;
    // Opening a folder succeeds on some systems and is "not allowed" on others.
    if metadata.is_dir() {
        return Err(fail(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    // What is no file on a disk has no size before it has been read.
    if metadata.len() <= limits::FILE_BYTES {
        File::open(path).map_err(fail)?.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes).map_err(fail)?;
    }
    if metadata.len().max(bytes.len() as u64) > limits::FILE_BYTES {
        let path = path.display().to_string();
        return Err(AppError::BadExchangeFile { path, problem: ExchangeProblem::TooLarge });
    }
    Ok(bytes)
}

/// Puts `bytes` into the file at `path`: into a new file beside it first, which then takes its place. At every
/// moment there is the old file or the new one. What is no file on a disk, such as a device, is written to
/// directly.
///
/// # Errors
/// One of the codes for files, with the path; a file that was there stays as it was.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let fail = |error| from::io(path, &error);
    let mut target = path.to_owned();
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(fail(io::ErrorKind::IsADirectory.into())),
        Ok(metadata) if !metadata.is_file() => return fs::write(path, bytes).map_err(fail),
        // Replacing needs no right to write to the file itself, but who made it read-only meant it.
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(fail(io::ErrorKind::PermissionDenied.into()));
        }
        // What a link points to is replaced, not the link.
        Ok(_) => target = fs::canonicalize(path).map_err(fail)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(fail(error)),
    }
    let folder = folder_of(&target);
    if !folder.exists() {
        return Err(from::io(&folder, &io::ErrorKind::NotFound.into()));
    }
    replace(&target, &folder, bytes).map_err(fail)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn replace(target: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mulu-");
    // Temporary files are private by default; this one is to be like any file the user makes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(target) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    // The name is in the folder: that, too, must reach the disk. Only Unix lets a folder be opened for it.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn text(path: &Path) -> String {
        path.display().to_string()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("目录 终稿.json");
        write_atomically(&path, b"one").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(read_limited(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["目录 终稿.json"]);
    }

    #[test]
    fn a_folder_in_the_place_of_the_file_is_told() {
        let folder = TempDir::new().unwrap();
        let path = text(folder.path());
        let error = AppError::IsAFolder { path };
        assert_eq!(write_atomically(folder.path(), b"x"), Err(error.clone()));
        assert_eq!(read_limited(folder.path()), Err(error));
    }

    #[test]
    fn a_missing_folder_is_told_by_its_own_path() {
        let folder = TempDir::new().unwrap();
        let missing = folder.path().join("没有");
        let error = AppError::FileNotFound { path: text(&missing) };
        assert_eq!(write_atomically(&missing.join("a.json"), b"x"), Err(error));
    }

    #[test]
    fn a_read_only_file_stays_as_it_is() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(write_atomically(&path, b"new"), Err(AppError::NotAllowed { path: text(&path) }));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_rights() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = TempDir::new().unwrap();
        let (new, plain) = (folder.path().join("new"), folder.path().join("plain"));
        write_atomically(&new, b"x").unwrap();
        fs::write(&plain, "x").unwrap();
        assert_eq!(mode(&new), mode(&plain));
        fs::set_permissions(&plain, fs::Permissions::from_mode(0o640)).unwrap();
        write_atomically(&plain, b"y").unwrap();
        assert_eq!(mode(&plain), 0o640);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("full.json");
        std::os::unix::fs::symlink("/dev/full", &path).unwrap();
        assert_eq!(write_atomically(&path, b"x"), Err(AppError::DiskFull { path: text(&path) }));
        assert!(!fs::metadata("/dev/full").unwrap().is_file(), "a device is never replaced");
    }
}
