//! What the library promises, tried on real files.

mod history;
mod refusal;
mod sealing;
mod signing;

use std::{
    fs,
    path::{Path, PathBuf},
    slice,
};

use mulu_model::{
    Catalogue, ColumnKey, Edit, HeadingField, Item, TextField, Value,
    exchange::{self, canonical_bytes},
};
use tempfile::TempDir;

use super::*;

/// The four real catalogues.
fn samples() -> Vec<(PathBuf, Catalogue)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogues");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert_eq!(paths.len(), 4);
    let read = |path: PathBuf| {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            id(&format!("n{next}"))
        };
        let catalogue = exchange::read(&fs::read(&path).unwrap(), &mut new_id).unwrap();
        (path, catalogue)
    };
    paths.into_iter().map(read).collect()
}

fn sample() -> Catalogue {
    samples().remove(0).1
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

/// A library in a folder of its own, with one catalogue in it.
struct Desk {
    folder: TempDir,
    store: Store,
    id: Id,
    catalogue: Catalogue,
    revision: u32,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let mut store = Store::open(&folder.path().join("library.db")).unwrap();
        let (id, catalogue) = (id("c1"), sample());
        store.create(&id, &catalogue, None, at(0)).unwrap();
        Self { folder, store, id, catalogue, revision: 0 }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("library.db")
    }

    fn reopen(&mut self) {
        let other = Store::open(&self.folder.path().join("other.db")).unwrap();
        drop(std::mem::replace(&mut self.store, other));
        self.store = Store::open(&self.path()).unwrap();
    }

    fn save(&mut self, kind: StepKind, edit: &Edit) {
        let inverse = self.catalogue.apply(edit).unwrap();
        let step = NewStep { kind, edit, inverse: &inverse, at: at(1), actor: "clerk", joined: false };
        self.revision =
            self.store.apply(&self.id, self.revision, slice::from_ref(&step), &self.catalogue).unwrap();
    }

    fn edit(&mut self, edit: &Edit) {
        self.save(StepKind::Edit, edit);
    }

    /// Whether there was something to undo.
    fn undo(&mut self) -> bool {
        let top = self.store.done(&self.id, 1).unwrap().pop();
        top.is_some_and(|step| {
            self.save(StepKind::Undo, &step.inverse);
            true
        })
    }

    /// Whether there was something to redo.
    fn redo(&mut self) -> bool {
        let top = self.store.undone(&self.id, 1).unwrap().pop();
        top.is_some_and(|step| {
            self.save(StepKind::Redo, &step.edit);
            true
        })
    }

    fn stored(&self) -> Catalogue {
        self.store.load(&self.id).unwrap().catalogue
    }
}

fn set_content(item: &Item, text: &str) -> Edit {
    Edit::SetCell {
        item: item.id.clone(),
        part: None,
        column: ColumnKey::Text(TextField::Content),
        value: Value::Text { text: text.to_owned() },
    }
}

fn set_title(text: &str) -> Edit {
    Edit::SetHeading { field: HeadingField::Title, value: text.to_owned() }
}

#[test]
fn the_four_catalogues_come_back_as_they_were_put_in() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(&folder.path().join("新 文件夹/library.db")).unwrap();
    for (index, (_, catalogue)) in samples().iter().enumerate() {
        store.create(&id(&format!("c{index}")), catalogue, None, at(0)).unwrap();
    }
    for (index, (path, catalogue)) in samples().iter().enumerate() {
        let loaded = store.load(&id(&format!("c{index}"))).unwrap();
        assert_eq!(canonical_bytes(&loaded.catalogue), canonical_bytes(catalogue), "{}", path.display());
        assert_eq!((loaded.revision, loaded.changed_at), (0, at(0)));
    }
}

#[test]
fn the_list_counts_groups_and_items_and_shows_the_last_changed_first() {
    let mut desk = Desk::new();
    let other = id("c2");
    desk.store.create(&other, &desk.catalogue, None, at(10)).unwrap();
    let listed = desk.store.list().unwrap();
    let ids: Vec<_> = listed.iter().map(|summary| summary.id.as_str()).collect();
    assert_eq!(ids, ["c2", "c1"]);
    assert_eq!(listed[1].groups as usize, desk.catalogue.groups.len());
    assert_eq!(listed[1].items as usize, desk.catalogue.item_count());
    assert_eq!(listed[1].title, desk.catalogue.heading.title);
}

#[test]
fn a_catalogue_in_the_bin_is_neither_loaded_nor_changed_and_comes_back_whole() {
    let mut desk = Desk::new();
    desk.edit(&set_title("改过的标题"));
    desk.store.delete(&desk.id, at(5)).unwrap();
    assert_eq!(desk.store.list().unwrap()[0].deleted_at, Some(at(5)));
    assert!(matches!(desk.store.load(&desk.id), Err(StoreError::NoCatalogue { .. })));
    assert!(matches!(desk.store.delete(&desk.id, at(6)), Err(StoreError::NoCatalogue { .. })));
    let edit = set_title("x");
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &edit, at: at(7), actor: "", joined: false };
    let refused = desk.store.apply(&desk.id, desk.revision, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(StoreError::NoCatalogue { .. })));
    desk.store.restore(&desk.id).unwrap();
    assert_eq!(desk.stored(), desk.catalogue);
}

#[test]
fn a_change_for_an_old_revision_is_refused_and_nothing_of_it_is_written() {
    let mut desk = Desk::new();
    desk.edit(&set_title("甲"));
    let before = desk.stored();
    let edit = set_title("乙");
    let inverse = desk.catalogue.apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(2), actor: "", joined: false };
    let refused = desk.store.apply(&desk.id, 0, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(StoreError::Stale { expected: 0, .. })));
    assert_eq!(desk.stored(), before);
    assert_eq!(desk.store.done(&desk.id, 1).unwrap()[0].edit, set_title("甲"));
}

#[test]
fn an_edit_writes_the_touched_rows_only() {
    let mut desk = Desk::new();
    let changes = |desk: &Desk| desk.store.connection.total_changes();
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
fn a_copy_knows_what_it_was_copied_from() {
    let mut desk = Desk::new();
    let copy = id("c2");
    desk.store.create(&copy, &desk.catalogue, Some(&desk.id), at(1)).unwrap();
    let origins: Vec<_> = desk.store.list().unwrap().into_iter().map(|summary| summary.copied_from).collect();
    assert_eq!(origins, [Some(desk.id.clone()), None]);
    assert_eq!(desk.store.load(&copy).unwrap().catalogue, desk.catalogue);
    assert!(desk.store.done(&copy, 1).unwrap().is_empty());
}

#[test]
fn templates_are_kept_by_name_until_they_are_taken_out() {
    let mut desk = Desk::new();
    let template = desk.catalogue.template.clone();
    desk.store.keep_template(&id("t1"), "B 模板", &template, at(1)).unwrap();
    desk.store.keep_template(&id("t2"), "A 模板", &template, at(2)).unwrap();
    desk.reopen();
    let kept = desk.store.list_templates().unwrap();
    let names: Vec<_> = kept.iter().map(|kept| (kept.name.as_str(), kept.kept_at)).collect();
    assert_eq!(names, [("A 模板", at(2)), ("B 模板", at(1))]);
    assert_eq!(kept[0].template, template);
    desk.store.remove_template(&id("t2")).unwrap();
    assert!(matches!(desk.store.remove_template(&id("t2")), Err(StoreError::NoTemplate { .. })));
    assert_eq!(desk.store.list_templates().unwrap(), kept[1..]);
}

#[test]
fn a_library_copied_while_it_is_open_has_every_edit_that_was_saved() {
    let mut desk = Desk::new();
    let item = desk.catalogue.groups[0].items[0].clone();
    desk.edit(&set_content(&item, "断电之前"));
    let copy = desk.folder.path().join("copy.db");
    fs::copy(desk.path(), &copy).unwrap();
    // What a power cut leaves: the file and its write-ahead log, never closed.
    fs::copy(desk.folder.path().join("library.db-wal"), desk.folder.path().join("copy.db-wal")).unwrap();
    let copy = Store::open(&copy).unwrap();
    assert_eq!(copy.load(&desk.id).unwrap().catalogue, desk.catalogue);
    assert!(copy.done(&desk.id, 1).unwrap().len() == 1);
}
