//! JSON into the library and out again, by the same use cases as the window's.

use mulu_app::{
    App, unwatched,
    wire::{ExportFormat, Paper},
};
use serde_json::Value;

use crate::expected::{CATALOGUES, path};

/// The catalogue without what a library adds to it.
fn without_ids(bytes: &[u8]) -> Value {
    let mut value: Value = serde_json::from_slice(bytes).unwrap();
    for group in value["groups"].as_array_mut().unwrap() {
        group.as_object_mut().unwrap().remove("id");
        for item in group["items"].as_array_mut().unwrap() {
            item.as_object_mut().unwrap().remove("id");
        }
    }
    value
}

#[test]
fn the_four_catalogues_leave_the_library_as_they_came() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("目录 库.db");
    for name in CATALOGUES {
        let id = App::open_library(&library).unwrap().import(&path(name)).unwrap();
        // Another program run: nothing may come from memory.
        let out = folder.path().join(format!("{name}.json"));
        let app = App::open_library(&library).unwrap();
        app.export(&id, ExportFormat::Json, Paper::A3, &out, &mut unwatched).unwrap();
        let (came, left) = (std::fs::read(path(name)).unwrap(), std::fs::read(&out).unwrap());
        assert_eq!(without_ids(&left), without_ids(&came), "{name}");
    }
}
