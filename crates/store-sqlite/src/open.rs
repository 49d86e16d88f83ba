//! Opening a library, and refusing what is none without touching it.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
    time::Duration,
};

use mulu_model::library::LibraryError;
use rusqlite::{Connection, MAIN_DB, OpenFlags, config::DbConfig};

use crate::{
    error::Fault,
    migrations::{APPLICATION_ID, NEWEST, migrate, schema_version},
    store::Store,
};

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the library at `path`; makes it, and the folders above it, where there is none.
    ///
    /// # Errors
    /// [`LibraryError::NotALibrary`], [`LibraryError::Newer`] and [`LibraryError::Damaged`] for a file that cannot be
    /// used, which stays as it is; [`LibraryError::Io`] and [`LibraryError::Busy`] where it cannot be reached.
    pub fn open(path: &Path) -> Result<Self, LibraryError> {
        Self::open_patiently(path, PATIENCE)
    }

    /// As [`Store::open`], waiting at most `patience` for other processes.
    pub(crate) fn open_patiently(path: &Path, patience: Duration) -> Result<Self, LibraryError> {
        let io = |source| LibraryError::Io { path: path.to_owned(), source };
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => return Err(io(io::ErrorKind::IsADirectory.into())),
            Ok(metadata) if metadata.len() > 0 => check_header(path)?,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                folder.map_or(Ok(()), fs::create_dir_all).map_err(io)?;
            }
            Err(error) => return Err(io(error)),
        }
        let connection = connect(path, patience).map_err(|fault| fault.at(path))?;
        Ok(Self { connection, path: path.to_owned() })
    }
}

/// Looks at the first bytes of the file, before SQLite may write anything beside it.
fn check_header(path: &Path) -> Result<(), LibraryError> {
    let io = |source| LibraryError::Io { path: path.to_owned(), source };
    let not_a_library = || LibraryError::NotALibrary { path: path.to_owned() };
    let mut header = Vec::with_capacity(100);
    File::open(path).map_err(io)?.take(100).read_to_end(&mut header).map_err(io)?;
    let number = |at: usize| {
        let bytes = header.get(at..at + 4)?;
        Some(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    };
    // Offsets as in the file format of SQLite: 60 user version, 68 application id.
    let (Some(version), Some(application)) = (number(60), number(68)) else { return Err(not_a_library()) };
    if !header.starts_with(b"SQLite format 3\0") || application != APPLICATION_ID {
        return Err(not_a_library());
    }
    if version > NEWEST {
        return Err(LibraryError::Newer { path: path.to_owned(), found: version, known: NEWEST });
    }
    Ok(())
}

fn connect(path: &Path, patience: Duration) -> Result<Connection, Fault> {
    // No SQLITE_OPEN_URI: a path is a path, whatever characters it has.
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(patience)?;
    // Closing would move what another process left in the write-ahead log into the file; not before it is
    // known to be good.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_write_ahead_log(path))?;
    if connection.is_readonly(MAIN_DB)? {
        return Err(Fault::ReadOnly);
    }
    let version = schema_version(&connection)?;
    if version > NEWEST {
        return Err(Fault::Newer { found: version, known: NEWEST });
    }
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Fault::Damaged(found));
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    migrate(&mut connection)?;
    // Only now: the schema is made in one transaction of the file itself, so that a half-made library cannot be.
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

fn has_write_ahead_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|metadata| metadata.len() > 0)
}
