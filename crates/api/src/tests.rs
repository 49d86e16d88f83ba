//! Calling commands as a host does.

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use mulu_app::AppError;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Call, Paths, Session};

/// A host whose pages may name files in one folder only.
struct Folder(PathBuf);

impl Paths for Folder {
    fn source(&self, named: &str) -> Result<PathBuf, AppError> {
        self.target(named)
    }

    fn target(&self, named: &str) -> Result<PathBuf, AppError> {
        let path = self.0.join(named);
        if path.parent() == Some(&self.0) {
            Ok(path)
        } else {
            Err(AppError::NotAllowed { path: named.to_owned() })
        }
    }
}

struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("library.db");
        let session = Session::open(Some(&library), Box::new(Folder(folder.path().to_owned())));
        Self { folder, session }
    }

    fn run(&self, command: &str, params: Value) -> Result<Value, AppError> {
        let call = Call { session: &self.session, task: None, on_progress: &|_| () };
        call.run(command, params).map(|result| serde_json::from_str(&result).unwrap())
    }

    fn sample(&self) -> Value {
        let of_library = self.run("library", json!({})).unwrap();
        let source = &of_library["sources"][0];
        let params = json!({ "id": source["id"], "kind": source["kind"], "title": "目录", "responsible_unit": "某局" });
        self.run("create_from_source", params).unwrap()
    }
}

#[test]
fn a_command_reads_its_parameters_and_gives_back_its_result() {
    let desk = Desk::new();
    let id = desk.sample();
    assert_eq!(desk.run("open_catalogue", json!({ "id": id })).unwrap()["heading"]["title"], "目录");
    assert_eq!(desk.run("delete_catalogue", json!({ "id": id })).unwrap(), Value::Null);
}

#[test]
fn what_is_not_in_the_list_and_other_parameters_are_refused() {
    let desk = Desk::new();
    for (command, params) in [
        ("drop_tables", json!({})),
        ("open_catalogue", json!({})),
        ("open_catalogue", json!({ "id": 3 })),
        ("library", json!({ "id": "one too many" })),
        ("library", json!("no object")),
    ] {
        assert!(matches!(desk.run(command, params), Err(AppError::BadRequest { .. })), "{command}");
    }
}

#[test]
fn a_page_names_only_files_that_its_host_lets_it() {
    let desk = Desk::new();
    let id = desk.sample();
    let export = |path: &str| {
        desk.run("export_catalogue", json!({ "id": id, "format": "json", "paper": "a3", "path": path }))
    };
    let refused = Err(AppError::NotAllowed { path: "../出.json".to_owned() });
    assert_eq!(export("../出.json"), refused);
    assert_eq!(desk.run("import_file", json!({ "file": { "kind": "path", "path": "../出.json" } })), refused);
    export("出.json").unwrap();
    desk.run("import_file", json!({ "file": { "kind": "path", "path": "出.json" } })).unwrap();
}

#[test]
fn a_file_that_was_sent_is_taken_by_one_command() {
    let desk = Desk::new();
    let id = desk.sample();
    let export = json!({ "id": id, "format": "json", "paper": "a3", "path": "出.json" });
    desk.run("export_catalogue", export).unwrap();
    let bytes = std::fs::read(desk.folder.path().join("出.json")).unwrap();
    let number = desk.session.send("来.json", bytes).unwrap();
    let file = json!({ "file": { "kind": "sent", "number": number } });
    desk.run("import_file", file.clone()).unwrap();
    assert!(matches!(desk.run("import_file", file), Err(AppError::BadRequest { .. })));
    let number = desk.session.send("坏.json", b"{".to_vec()).unwrap();
    let refused =
        desk.run("import_file", json!({ "file": { "kind": "sent", "number": number } })).unwrap_err();
    assert!(matches!(refused, AppError::BadExchangeFile { path, .. } if path == "坏.json"));
}

#[test]
fn files_that_no_command_takes_are_limited() {
    let desk = Desk::new();
    let send = || desk.session.send("来.csv", Vec::new());
    let last = std::iter::repeat_with(send).find_map(Result::err).unwrap();
    assert!(matches!(last, AppError::TooMany { .. }));
}

#[test]
fn a_long_command_reports_how_far_it_is_and_is_stopped_by_its_number() {
    let desk = Desk::new();
    let id = desk.sample();
    let params = json!({ "id": id, "format": "pdf", "paper": "a3", "path": "出.pdf" });
    let reports = Mutex::new(0);
    let stop_at_once = |_| {
        *reports.lock().unwrap() += 1;
        desk.run("stop_task", json!({ "number": 7 })).unwrap();
    };
    let call = Call { session: &desk.session, task: Some(7), on_progress: &stop_at_once };
    assert_eq!(call.run("export_catalogue", params.clone()), Err(AppError::Cancelled));
    assert!(*reports.lock().unwrap() > 0);
    assert!(!Path::new(&desk.folder.path().join("出.pdf")).exists());
    // Another task goes on.
    let call = Call { task: Some(8), ..call };
    call.run("export_catalogue", params).unwrap();
}

#[test]
fn a_library_that_cannot_be_opened_is_the_answer_to_every_command() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("library.db"), "no library").unwrap();
    let session =
        Session::open(Some(&folder.path().join("library.db")), Box::new(Folder(folder.path().to_owned())));
    let desk = Desk { folder, session };
    let problem = desk.run("start_up_problem", json!({})).unwrap();
    assert_eq!(problem["code"], "bad_library");
    assert!(matches!(desk.run("library", json!({})), Err(AppError::BadLibrary { .. })));
}
