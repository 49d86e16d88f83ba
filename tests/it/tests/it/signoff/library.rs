//! A signed library that was altered past the program.

use std::{fs, path::Path};

use mulu_app::{App, AppError, Proved, System};
use mulu_model::{
    Id,
    library::{
        KeptPerson, KeptTemplate, LibraryError, LoadedCatalogue, LoggedStep, PeopleEntry, Summary, prelude::*,
    },
    log::LogRow,
    signoff::{Excuse, KnownKey, Policy, Record, RemarkEntry, Stage, Version},
};
use mulu_store_sqlite::Store;
use tempfile::TempDir;

use super::{
    altering::{Altered, scattered},
    sign_all,
};

/// What the product says of a library.
#[derive(PartialEq)]
enum Answer {
    Refused,
    Found,
    /// It is sound; what can be read of it, nothing where a catalogue is gone.
    Sound(Option<Box<Everything>>),
}

/// All that the product reads.
#[derive(PartialEq)]
struct Everything {
    list: Vec<Summary>,
    people: Vec<KeptPerson>,
    people_log: Vec<PeopleEntry>,
    keys: Vec<KnownKey>,
    policy: Policy,
    templates: Vec<KeptTemplate>,
    catalogues: Vec<Whole>,
}

/// All that it reads of a catalogue.
#[derive(PartialEq)]
struct Whole {
    loaded: LoadedCatalogue,
    standing: (u32, Stage, u32),
    records: Vec<Record>,
    versions: Vec<Version>,
    remarks: Vec<RemarkEntry>,
    log: Vec<LogRow>,
    steps: [Vec<LoggedStep>; 2],
    excuses: Vec<Excuse>,
}

fn ask(path: &Path, ids: &[Id]) -> Answer {
    let Ok(store) = Store::open(path) else { return Answer::Refused };
    let read = read_all(&store, ids);
    match (is_sound(store), read) {
        (Ok(true), Ok(read)) => Answer::Sound(Some(Box::new(read))),
        // To be told that it is sound and not to find what was in it is no refusal.
        (Ok(true), Err(LibraryError::NoCatalogue { .. })) => Answer::Sound(None),
        (Ok(false), _) => Answer::Found,
        _ => Answer::Refused,
    }
}

/// As the program tells it of the library and of all catalogues that it lists.
fn is_sound(store: Store) -> Result<bool, AppError> {
    let app = App::new(Box::new(store), Box::new(System));
    Ok(app.prove_library()?.is_empty() && app.prove_all()?.iter().all(Proved::holds))
}

fn read_all(store: &Store, ids: &[Id]) -> Result<Everything, LibraryError> {
    let whole = |id| -> Result<Whole, LibraryError> {
        let (stage, version) = store.standing(id)?;
        Ok(Whole {
            loaded: store.load(id)?,
            standing: (store.revision(id)?, stage, version),
            records: store.records(id)?,
            versions: store.versions(id)?,
            remarks: store.remarks(id)?,
            log: store.log_since(id, 0)?,
            steps: [store.done(id, usize::MAX)?, store.undone(id, usize::MAX)?],
            excuses: store.excuses(id)?,
        })
    };
    Ok(Everything {
        list: store.list()?,
        people: store.people()?,
        people_log: store.people_log()?,
        keys: store.keys()?,
        policy: store.policy()?,
        templates: store.list_templates()?,
        catalogues: ids.iter().map(whole).collect::<Result<_, _>>()?,
    })
}

/// A signed library, and what becomes of altered copies.
struct Scene {
    folder: TempDir,
    ids: [Id; 2],
    bytes: Vec<u8>,
    whole: Answer,
}

impl Scene {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("library.db");
        let ids = sign_all(&path);
        let whole = ask(&path, &ids);
        assert!(matches!(whole, Answer::Sound(Some(_))), "an untouched library is sound");
        let bytes = fs::read(&path).unwrap();
        Self { folder, ids, bytes, whole }
    }

    /// Whether the product notices; fails where it does not and reads something else.
    fn is_noticed(&self, altered: &[u8], what: &str) -> bool {
        let path = self.folder.path().join("altered.db");
        fs::write(&path, altered).unwrap();
        let answer = ask(&path, &self.ids);
        for end in ["db", "db-wal", "db-shm"] {
            fs::remove_file(path.with_extension(end)).ok();
        }
        if let Answer::Sound(_) = &answer {
            assert!(answer == self.whole, "{what} was altered and reads as if it were sound");
        }
        !matches!(answer, Answer::Sound(_))
    }
}

#[test]
fn every_field_of_a_signed_library_is_found_altered() {
    let scene = Scene::new();
    let mut altered = Altered::of(&scene.bytes);
    let mut count = 0;
    for change in altered.changes().into_iter().filter(|change| !change.may_mean_nothing()) {
        let Some(bad) = altered.make(&change) else { continue };
        let what = format!("{change:?}");
        // A row may be added that is nobody's.
        assert!(scene.is_noticed(&bad, &what) || change.is_added(), "{what} was not noticed");
        count += 1;
    }
    assert!(count > 600, "{count} changes");
}

#[test]
fn any_byte_of_a_signed_library_is_found_altered_or_means_nothing() {
    let scene = Scene::new();
    let noticed = scattered(scene.bytes.len(), 2_000).filter(|(at, bits)| {
        let mut bad = scene.bytes.clone();
        bad[*at] ^= bits;
        scene.is_noticed(&bad, &format!("byte {at}"))
    });
    let noticed = noticed.count();
    assert!(noticed > 500, "{noticed} noticed");
}
