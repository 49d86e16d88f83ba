//! The use cases, tried on real libraries with a clock and identities that are always the same.

mod editing;
mod giving_out;

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use jiff::Timestamp;
use mulu_model::{Channel, ColumnKey, Date, HeadingField, Id, Item, Value};
use mulu_store::Store;
use tempfile::TempDir;

use super::*;
use crate::wire::{
    CatalogueView, CellEdit, Change, EditName, EditRequest, ExportFormat, Focus, GroupView, Paper, SourceKind,
};

/// Counts moments and identities up; each program has its own prefix.
struct Counter {
    prefix: &'static str,
    next: AtomicU32,
}

impl Counter {
    fn next(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }
}

impl Host for Counter {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + i64::from(self.next())).unwrap()
    }

    fn today(&self) -> Date {
        Date::constant(2026, 9, 21)
    }

    fn new_id(&self) -> Id {
        Id::new(&format!("{}{}", self.prefix, self.next())).unwrap()
    }

    fn actor(&self) -> String {
        "clerk".to_owned()
    }
}

/// A library in a folder of its own, and a program on it.
struct Office {
    folder: TempDir,
    app: App,
}

impl Office {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let app = start(&folder, "a");
        Self { folder, app }
    }

    /// Another program on the same library.
    fn colleague(&self) -> App {
        start(&self.folder, "b")
    }

    fn sample(&self, name: &str) -> Id {
        self.app.create_from_source(name, SourceKind::StartingPoint, "", "").unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn start(folder: &TempDir, prefix: &'static str) -> App {
    let store = Store::open(&folder.path().join("library.db")).unwrap();
    App::new(Box::new(store), Box::new(Counter { prefix, next: AtomicU32::new(0) }))
}

fn asset(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogues").join(format!("{name}.json"))
}

fn set_text(item: &Id, column: &str, text: &str) -> EditRequest {
    let value = Value::Text { text: text.to_owned() };
    let column = column.parse().unwrap();
    EditRequest::SetCells { cells: vec![CellEdit { item: item.clone(), part: None, column, value }] }
}

fn first_item(view: &CatalogueView) -> &Item {
    &view.groups[0].items[0]
}
