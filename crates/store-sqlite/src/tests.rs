//! What the file promises, beside what every library does.

mod refusal;
mod sealing;
mod signing;

use std::{
    fs,
    path::{Path, PathBuf},
};

use mulu_contract::{
    Place,
    desk::{at, id, set_content, set_title},
};
use mulu_model::{
    Edit, Item,
    library::{LibraryError, prelude::*},
};
use tempfile::TempDir;

use crate::Store;

/// A folder in which libraries are files.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// The library that a desk has.
    fn path(&self) -> PathBuf {
        self.0.path().join("library.db")
    }
}

impl Place for Folder {
    type Library = Store;

    fn open(&self, name: &str) -> Store {
        Store::open(&self.0.path().join(name).with_extension("db")).unwrap()
    }
}

type Desk = mulu_contract::Desk<Folder>;

fn desk() -> Desk {
    Desk::new(Folder::new())
}

mulu_contract::tests!(Folder::new);

#[test]
fn an_edit_writes_the_touched_rows_only() {
    let mut desk = desk();
    let changes = |desk: &Desk| desk.library.connection.total_changes();
    let before = changes(&desk);
    let item = desk.catalogue.groups[0].items[0].clone();
    desk.edit(&set_content(&item, "新内容"));
    // The item, the catalogue's revision, the log, each with its seal.
    assert_eq!(changes(&desk) - before, 2 * 3);
    let before = changes(&desk);
    let group = desk.catalogue.groups[0].id.clone();
    desk.edit(&Edit::InsertItem {
        group, at: 0, item: Box::new(Item::new(id("new"), "新事项".to_owned()))
    });
    // The item, its group, the catalogue's revision, the log, each with its seal.
    assert_eq!(changes(&desk) - before, 2 * 4);
}

#[test]
fn a_library_copied_while_it_is_open_has_every_edit_that_was_saved() {
    let mut desk = desk();
    let item = desk.catalogue.groups[0].items[0].clone();
    desk.edit(&set_content(&item, "断电之前"));
    let copy = desk.place.0.path().join("copy.db");
    fs::copy(desk.place.path(), &copy).unwrap();
    // What a power cut leaves: the file and its write-ahead log, never closed.
    fs::copy(desk.place.0.path().join("library.db-wal"), desk.place.0.path().join("copy.db-wal")).unwrap();
    let copy = Store::open(&copy).unwrap();
    assert_eq!(copy.load(&desk.id).unwrap().catalogue, desk.catalogue);
    assert!(copy.done(&desk.id, 1).unwrap().len() == 1);
}

#[test]
fn the_log_can_be_neither_changed_nor_shortened() {
    let mut desk = desk();
    desk.edit(&set_title("甲"));
    for sql in [
        "UPDATE edit_log SET actor = 'somebody else'",
        "DELETE FROM edit_log",
        "DELETE FROM catalogues",
        "INSERT OR REPLACE INTO edit_log SELECT seq, catalogue, revision, at, 'somebody else', kind, edit, inverse, joined FROM edit_log",
    ] {
        assert!(desk.library.connection.execute(sql, []).is_err(), "{sql}");
    }
    let (rows, actor): (u32, String) = desk
        .library
        .connection
        .query_row("SELECT count(*), max(actor) FROM edit_log", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert_eq!((rows, actor.as_str()), (1, "clerk"));
}
