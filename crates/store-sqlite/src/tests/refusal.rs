//! Files that are refused, and stay as they are.

use std::{io, slice, time::Duration};

use mulu_model::{library::NewStep, log::StepKind};
use rusqlite::{Connection, TransactionBehavior};

use super::*;

/// Tries to open `path`; whatever happens, the folder must be as it was.
fn open_and_leave_alone(path: &Path) -> LibraryError {
    let before = snapshot(path);
    let error = Store::open_patiently(path, Duration::ZERO).unwrap_err();
    assert_eq!(snapshot(path), before, "the folder has changed");
    error
}

/// Names and contents of the files in the folder of `path`.
fn snapshot(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|entry| entry.is_file() && !entry.to_string_lossy().ends_with("-shm"))
        .map(|entry| (entry.clone(), fs::read(&entry).unwrap()))
        .collect();
    files.sort();
    files
}

/// A closed library of one catalogue.
fn closed() -> (TempDir, PathBuf) {
    let desk = desk();
    let path = desk.place.path();
    let Desk { place: Folder(folder), library, .. } = desk;
    drop(library);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "closing leaves one file");
    (folder, path)
}

#[test]
fn what_is_no_library_is_refused_and_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    for (name, content) in [("text.db", "这不是目录库".as_bytes()), ("short.db", b"SQLite format 3\0")]
    {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        assert!(matches!(open_and_leave_alone(&path), LibraryError::NotALibrary { .. }), "{name}");
    }
}

#[test]
fn a_database_of_another_program_is_refused_and_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("other.db");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE items (x); PRAGMA user_version = 1")
        .unwrap();
    assert!(matches!(open_and_leave_alone(&path), LibraryError::NotALibrary { .. }));
}

#[test]
fn a_newer_library_is_refused_and_stays_as_it_is() {
    let (_folder, path) = closed();
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    assert!(matches!(open_and_leave_alone(&path), LibraryError::Newer { found: 99, .. }));
}

#[test]
fn a_newer_library_that_was_never_closed_is_refused_and_stays_as_it_is() {
    let (folder, path) = closed();
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    // The version is in the write-ahead log only.
    let copy = folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    fs::copy(&path, copy.join("library.db")).unwrap();
    fs::copy(folder.path().join("library.db-wal"), copy.join("library.db-wal")).unwrap();
    assert!(matches!(open_and_leave_alone(&copy.join("library.db")), LibraryError::Newer { found: 99, .. }));
}

#[test]
fn a_damaged_library_is_refused_and_stays_as_it_is() {
    let (_folder, path) = closed();
    let good = fs::read(&path).unwrap();
    let mut scribbled = good.clone();
    scribbled[4096..].iter_mut().for_each(|byte| *byte = 0x5a);
    for (what, bad) in [("scribbled over", scribbled.as_slice()), ("cut short", &good[..good.len() / 2])] {
        fs::write(&path, bad).unwrap();
        let error = open_and_leave_alone(&path);
        assert!(matches!(error, LibraryError::Damaged { .. }), "{what}: {error}");
    }
}

#[test]
fn rows_that_contradict_one_another_are_damage() {
    for sql in [
        "UPDATE catalogues SET group_order = '[]'",
        "UPDATE groups SET item_order = '[\"nowhere\"]'",
        "UPDATE items SET body = '{}'",
    ] {
        let desk = desk();
        desk.library.connection.execute(sql, []).unwrap();
        assert!(matches!(desk.library.load(&desk.id), Err(LibraryError::Damaged { .. })), "{sql}");
    }
}

#[test]
fn a_folder_and_a_place_below_a_file_are_refused_with_their_path() {
    let folder = TempDir::new().unwrap();
    let is_a_folder = Store::open(folder.path()).unwrap_err();
    assert!(matches!(&is_a_folder, LibraryError::Io { path, source }
        if path == folder.path() && source.kind() == io::ErrorKind::IsADirectory));
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let below = file.join("library.db");
    assert!(matches!(Store::open(&below), Err(LibraryError::Io { path, .. }) if path == below));
}

#[test]
fn a_library_that_another_process_is_writing_is_busy() {
    let mut desk = desk();
    let mut other = Connection::open(desk.place.path()).unwrap();
    let lock = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    desk.library.connection.busy_timeout(Duration::ZERO).unwrap();
    let path = desk.place.path();
    let edit = set_title("甲");
    let inverse = desk.catalogue.apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(1), actor: "", joined: false };
    let refused = desk.library.apply(&desk.id, 0, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(LibraryError::Busy { path: busy }) if busy == path));
    lock.rollback().unwrap();
    assert_eq!(desk.library.apply(&desk.id, 0, slice::from_ref(&step), &desk.catalogue).unwrap(), 1);
}

#[test]
fn a_full_disk_is_told_and_the_edit_before_it_is_kept() {
    let mut desk = desk();
    desk.edit(&set_title("甲"));
    // SQLite reports a file that may not grow as it reports a full disk.
    let pages: u32 =
        desk.library.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    desk.library.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    let item = desk.catalogue.groups[0].items[0].clone();
    let edit = set_content(&item, &"长".repeat(50_000));
    let inverse = desk.catalogue.apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(1), actor: "", joined: false };
    let refused = desk.library.apply(&desk.id, 1, slice::from_ref(&step), &desk.catalogue);
    assert!(
        matches!(refused, Err(LibraryError::Io { source, .. }) if source.kind() == io::ErrorKind::StorageFull)
    );
    desk.catalogue.apply(&inverse).unwrap();
    assert_eq!(desk.stored(), desk.catalogue);
}
