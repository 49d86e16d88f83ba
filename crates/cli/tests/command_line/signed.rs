//! What was signed: proving, comparing and converting hand-off files as the program writes them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use mulu_app::{
    App,
    wire::{Action, CellEdit, EditRequest, ExcuseView, PersonDraft, Role, SourceKind},
};
use mulu_model::{Act, Id, Value as CellValue};
use serde_json::Value;
use tempfile::TempDir;

use crate::{SAMPLES, json, mulu, run, sample, without_ids};

const PIN: &str = "目录 7319";
const SAMPLE: &str = SAMPLES[1].0;

/// An office with a library and three people.
struct Office {
    folder: TempDir,
    app: App,
    preparer: Id,
    reviewer: Id,
    approver: Id,
}

impl Office {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let app = App::open_library(&folder.path().join("目录库.db")).unwrap();
        let add = |name: &str, role| {
            let (name, unit) = (name.to_owned(), "某局".to_owned());
            app.add_person(PersonDraft { name, unit, roles: vec![role], is_active: true }, PIN).unwrap()
        };
        let preparer = add("填表甲", Role::Preparer);
        let reviewer = add("复核乙", Role::Reviewer);
        let approver = add("审签丙", Role::Approver);
        Self { preparer, reviewer, approver, folder, app }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn step(&self, who: &Id, id: &Id, action: Action) {
        self.app.start_working(who, PIN).unwrap();
        self.app.take_step(id, action, "", PIN).unwrap();
    }

    /// A sample that has gone its whole way, and the code that is printed on it.
    fn approved(&self) -> (Id, String) {
        let id = self.app.create_from_source(SAMPLE, SourceKind::StartingPoint, "", "").unwrap();
        for found in self.app.findings(&id).unwrap() {
            let rule = found.problem.kind().to_owned();
            let reason = "原件如此".to_owned();
            let excuse =
                ExcuseView { rule, item: found.item, part: found.part, column: found.column, reason };
            self.app.excuse(&id, excuse).unwrap();
        }
        self.step(&self.preparer, &id, Action::Submit);
        self.step(&self.reviewer, &id, Action::Review);
        self.step(&self.approver, &id, Action::Approve);
        let code = self.app.signoff(&id).unwrap().versions[0].check_code.clone();
        (id, code)
    }

    fn hand_off(&self, id: &Id, name: &str) -> PathBuf {
        self.app.start_working(&self.preparer, PIN).unwrap();
        let path = self.path(name);
        self.app.write_handoff(id, &path, PIN).unwrap();
        path
    }

    /// Calls the program; returns its exit status and what it says.
    fn call(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = mulu(self.folder.path()).args(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    }
}

/// Replaces a word in a file by another of as many bytes, wherever it stands.
fn alter(path: &Path, word: &str, other: &str) {
    let mut bytes = fs::read(path).unwrap();
    let places: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(word.as_bytes())).collect();
    assert!(!places.is_empty() && word.len() == other.len());
    for at in places {
        bytes[at..at + other.len()].copy_from_slice(other.as_bytes());
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_hand_off_file_is_verified_and_converted_until_it_is_altered() {
    let office = Office::new();
    let (id, code) = office.approved();
    let file = office.hand_off(&id, "来件.mulu");
    let (status, said) = office.call(&["verify", "来件.mulu"]);
    assert_eq!(status, Some(0));
    assert!(said.contains("第1版\t已审签\t核对相符") && said.contains("签名密钥指纹"), "{said}");
    let (status, said) = office.call(&["verify", "来件.mulu", "--json"]);
    let proved: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((status, &proved[0]["problems"]), (Some(0), &Value::Array(Vec::new())));

    // What the file is, its content says.
    fs::copy(&file, office.path("来件")).unwrap();
    let out = office.path("内容.json");
    assert_eq!(run(office.folder.path(), &[&"convert", &"来件", &out]), "");
    let groups = |path: &Path| without_ids(json(path))["groups"].clone();
    assert_eq!(groups(&out), groups(&sample(SAMPLE)));
    assert_eq!(json(&out)["approver"], "审签丙");
    let page = office.path("网页.html");
    run(office.folder.path(), &[&"convert", &"来件", &page]);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains(&code) && page.contains("审签丙"), "{page}");
    // With another template it is not what was signed.
    run(office.folder.path(), &[&"convert", &"来件", &"改.html", &"--template", &"national-13-labels"]);
    let page = fs::read_to_string(office.path("改.html")).unwrap();
    assert!(!page.contains(&code) && !page.contains("审签丙"), "{page}");

    alter(&file, "概况信息", "概况消息");
    let (status, said) = office.call(&["verify", "来件.mulu"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("核对不符") && said.contains("流转文件被改动过"), "{said}");
    for arguments in [["convert", "来件.mulu", "改.pdf"], ["diff", "来件.mulu", "来件.mulu"]] {
        let (status, said) = office.call(&arguments);
        assert_eq!(status, Some(2));
        assert!(said.contains("来件.mulu”在签名之后被改动过"), "{said}");
    }
    assert!(!office.path("改.pdf").exists());
    let (status, said) = office.call(&["convert", "目录库.db", "改.pdf"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("不是流转文件"), "{said}");
}

#[test]
fn a_printed_code_is_found_in_the_library_and_in_the_file_that_have_its_version() {
    let office = Office::new();
    let ((first, code), (_, other)) = (office.approved(), office.approved());
    let file = office.hand_off(&first, "来件.mulu");
    let cases = [
        ("目录库.db", code.as_str(), 0, "第1版"),
        ("目录库.db", &other, 0, "第1版"),
        ("来件.mulu", &code, 0, "第1版"),
        ("来件.mulu", &other, 1, "不属于这份流转文件中的任何版本"),
        ("来件.mulu", &code[1..], 2, "核对码"),
        ("目录库.db", &code[1..], 2, "核对码"),
    ];
    for (place, code, expected, words) in cases {
        let (status, said) = office.call(&["verify", place, "--code", code]);
        assert_eq!(status, Some(expected), "{place} {said}");
        assert!(said.contains(words), "{place}: {said}");
    }
    let empty = TempDir::new().unwrap();
    run(empty.path(), &[&"import", &sample(SAMPLE), &"--library", &"空.db"]);
    let output = mulu(empty.path()).args(["verify", "空.db", "--code", &code]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("不属于这个目录库中的任何版本"));

    alter(&file, "概况信息", "概况消息");
    let (status, said) = office.call(&["verify", "来件.mulu", "--code", &code]);
    assert_eq!(status, Some(1));
    assert!(said.contains("核对不符"), "{said}");
}

#[test]
fn two_versions_in_hand_off_files_differ_by_what_was_revised() {
    let office = Office::new();
    let (id, _) = office.approved();
    office.hand_off(&id, "第一版.mulu");
    office.step(&office.preparer, &id, Action::Revise);
    let item = office.app.open(&id).unwrap().groups[0].items[0].id.clone();
    let value = CellValue::Text { text: "甲规定".to_owned() };
    let cell = CellEdit { item, part: None, column: "basis".parse().unwrap(), value };
    office.app.edit(&id, EditRequest::SetCells { act: Act::SetCells, cells: vec![cell] }, false).unwrap();
    office.hand_off(&id, "第二版.mulu");
    let (status, said) = office.call(&["diff", "第一版.mulu", "第二版.mulu", "--out", "对照表.xlsx"]);
    assert_eq!(status, Some(0));
    assert!(said.contains("→ 甲规定") && said.contains("改动1格，新增0项，删除0项，移动0项"), "{said}");
    assert!(fs::read(office.path("对照表.xlsx")).unwrap().starts_with(b"PK"));
}
