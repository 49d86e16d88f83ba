//! The use cases, tried on real libraries with a clock and identities that are always the same.

mod documents;
mod editing;
mod giving_out;
mod going_back;
mod handing_off;
mod making;
mod many;
mod people;
mod searching;
mod signing;
mod taking_in;
mod templates;
mod terms;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

use jiff::Timestamp;
use mulu_model::{Act, Channel, ColumnKey, Date, HeadingField, Id, Item, Value};
use mulu_store_sqlite::Store;
use rusqlite::Connection;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::*;
use crate::wire::{
    CatalogueView, CellEdit, Change, EditName, EditRequest, ExportFormat, Focus, GroupView, HistoryStep,
    Paper, SourceKind,
};

/// Counts moments and identities up; each program has its own prefix.
struct Counter {
    prefix: &'static str,
    next: AtomicU32,
    /// How many seconds the clock has been put forward.
    shift: Arc<AtomicI64>,
}

impl Counter {
    fn next(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }
}

impl Host for Counter {
    fn now(&self) -> Timestamp {
        let shift = self.shift.load(Ordering::Relaxed);
        Timestamp::from_second(1_790_000_000 + shift + i64::from(self.next())).unwrap()
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

    fn random(&self) -> Result<Zeroizing<[u8; 32]>, AppError> {
        let mut bytes = [self.prefix.as_bytes()[0]; 32];
        bytes[..4].copy_from_slice(&self.next().to_be_bytes());
        Ok(Zeroizing::new(bytes))
    }
}

/// A library in a folder of its own, and a program on it.
struct Office {
    folder: TempDir,
    app: App,
    clock: Arc<AtomicI64>,
}

impl Office {
    fn new() -> Self {
        Self::named("a")
    }

    /// An office whose identities begin so.
    fn named(prefix: &'static str) -> Self {
        let (folder, clock) = (TempDir::new().unwrap(), Arc::default());
        let app = start(&folder, prefix, &clock);
        Self { folder, app, clock }
    }

    /// Another program on the same library.
    fn colleague(&self) -> App {
        start(&self.folder, "b", &self.clock)
    }

    fn sample(&self, name: &str) -> Id {
        self.app.create_from_source(name, SourceKind::StartingPoint, "", "").unwrap()
    }

    /// The program is ended and started anew.
    fn restart(&mut self) {
        self.app = start(&self.folder, "r", &self.clock);
    }

    /// Puts the clock forward, or back.
    fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody writes to the file past the program, who takes the triggers out and puts them back.
    fn damage(&self, sql: &str) {
        let file = Connection::open(self.path("library.db")).unwrap();
        let mut triggers =
            file.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        let triggers: Vec<(String, String)> = triggers
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        triggers.iter().for_each(|(name, _)| file.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
        assert_eq!(file.execute(sql, []).unwrap(), 1, "{sql}");
        triggers.iter().for_each(|(_, sql)| file.execute_batch(sql).unwrap());
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn start(folder: &TempDir, prefix: &'static str, clock: &Arc<AtomicI64>) -> App {
    let store = Store::open(&folder.path().join("library.db")).unwrap();
    App::new(Box::new(store), Box::new(Counter { prefix, next: AtomicU32::new(0), shift: Arc::clone(clock) }))
}

fn asset(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogues").join(format!("{name}.json"))
}

fn cell_edit(item: &Id, column: &str, text: &str) -> CellEdit {
    let value = Value::Text { text: text.to_owned() };
    CellEdit { item: item.clone(), part: None, column: column.parse().unwrap(), value }
}

fn set_text(item: &Id, column: &str, text: &str) -> EditRequest {
    EditRequest::SetCells { act: Act::SetCells, cells: vec![cell_edit(item, column, text)] }
}

fn first_item(view: &CatalogueView) -> &Item {
    &view.groups[0].items[0]
}

/// What the window shows after a change: it takes what the change brings and keeps the rest.
fn show(shown: &mut Vec<GroupView>, change: &Change) {
    let items =
        shown.iter().flat_map(|group| &group.items).chain(change.groups.iter().flat_map(|g| &g.items));
    let known: HashMap<Id, Item> = items.map(|item| (item.id.clone(), item.clone())).collect();
    let order: Vec<Id> = match &change.places {
        Some(places) => places.iter().map(|place| place.id.clone()).collect(),
        None => shown.iter().map(|group| group.id.clone()).collect(),
    };
    let mut groups: HashMap<Id, GroupView> = shown.drain(..).map(|group| (group.id.clone(), group)).collect();
    for new in &change.groups {
        let before = groups.remove(&new.id);
        let order = new.order.clone().unwrap_or_else(|| {
            before.iter().flat_map(|group| &group.items).map(|item| item.id.clone()).collect()
        });
        let spans = new.spans.clone().unwrap_or_else(|| before.unwrap().spans);
        let items = order.iter().map(|id| known[id].clone()).collect();
        groups.insert(new.id.clone(), GroupView { id: new.id.clone(), name: new.name.clone(), items, spans });
    }
    *shown = order.iter().map(|id| groups[id].clone()).collect();
}
