//! The command line as scripts meet it: the real program, real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets the unexpected has failed")]

mod bad_input;
mod checking;
mod import;
mod signed;

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

/// The four real catalogues, with their numbers of groups, items and columns.
const SAMPLES: [(&str, u32, u32, usize); 4] = [
    ("zhongwei-hrss-2022", 6, 42, 14),
    ("yinchuan-hrss-2020", 6, 27, 17),
    ("zhongwei-social-insurance", 14, 90, 14),
    ("jalaid-social-insurance", 9, 77, 14),
];

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogues").join(format!("{name}.json"))
}

/// The program, about to be called from `folder`.
fn mulu(folder: &Path) -> Command {
    let mut command = mulu_programs::own(env!("CARGO_BIN_EXE_mulu"));
    command.current_dir(folder).env_remove("MULU_LIBRARY").env("XDG_DATA_HOME", folder.join("data"));
    command
}

/// Calls the program, which must succeed and say nothing; returns its result.
fn run(folder: &Path, arguments: &[&dyn AsRef<OsStr>]) -> String {
    let Output { status, stdout, stderr } = mulu(folder).args(arguments).output().unwrap();
    assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""));
    String::from_utf8(stdout).unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Takes away the identities, which reading adds.
fn without_ids(mut value: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.remove("id");
                map.values_mut().for_each(strip);
            }
            Value::Array(values) => values.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut value["groups"]);
    value
}

#[test]
fn each_sample_becomes_every_kind_of_file() {
    let folder = TempDir::new().unwrap();
    for (name, ..) in SAMPLES {
        for (extension, beginning) in [
            ("json", b"{".as_slice()),
            ("pdf", b"%PDF-"),
            ("xlsx", b"PK"),
            ("docx", b"PK"),
            ("html", b"<!"),
            ("csv", b"\xef\xbb\xbf"),
        ] {
            let out = folder.path().join(format!("公开 目录.{extension}"));
            run(folder.path(), &[&"convert", &sample(name), &out, &"--paper", &"a4"]);
            assert!(fs::read(&out).unwrap().starts_with(beginning), "{name}.{extension}");
        }
    }
}

#[test]
fn what_goes_through_the_library_comes_out_as_it_went_in() {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join("新/目录库.db");
    for (name, ..) in SAMPLES {
        let id = run(folder.path(), &[&"import", &sample(name), &"--library", &library]);
        let out = folder.path().join("out.json");
        run(folder.path(), &[&"export", &id.trim(), &out, &"--library", &library]);
        assert_eq!(without_ids(json(&out)), without_ids(json(&sample(name))), "{name}");
    }
}

#[test]
fn the_report_says_what_was_read() {
    let folder = TempDir::new().unwrap();
    let report = folder.path().join("report.json");
    for (name, groups, items, columns) in SAMPLES {
        run(folder.path(), &[&"convert", &sample(name), &"out.csv", &"--report", &report]);
        let report = json(&report);
        assert_eq!((&report["groups"], &report["items"]), (&groups.into(), &items.into()), "{name}");
        assert_eq!(report["columns"].as_array().unwrap().len(), columns, "{name}");
        assert_eq!(report["findings"], Value::Array(Vec::new()));
    }
    run(folder.path(), &[&"convert", &sample("zhongwei-hrss-2022"), &"out.csv", &"--report", &report]);
    let group = serde_json::json!({ "header": ["公开事项", "一级事项"], "key": "group" });
    assert_eq!(json(&report)["columns"][1], group);
}

#[test]
fn the_list_shows_what_was_imported_for_people_and_for_programs() {
    let folder = TempDir::new().unwrap();
    // The library that the environment names, and then the user's own.
    for library in [Some(folder.path().join("lib.db")), None] {
        let call = |arguments: &[&dyn AsRef<OsStr>]| {
            let mut command = mulu(folder.path());
            library.as_ref().map(|library| command.env("MULU_LIBRARY", library));
            String::from_utf8(command.args(arguments).output().unwrap().stdout).unwrap()
        };
        let id = call(&[&"import", &sample("jalaid-social-insurance")]);
        let list: Value = serde_json::from_str(&call(&[&"list", &"--json"])).unwrap();
        assert_eq!(list.as_array().unwrap().len(), 1);
        assert_eq!((&list[0]["id"], &list[0]["items"]), (&id.trim().into(), &77.into()));
        let text = call(&[&"list"]);
        assert_eq!(text.lines().count(), 1);
        assert!(text.contains(id.trim()) && text.contains(list[0]["title"].as_str().unwrap()), "{text}");
    }
    assert!(folder.path().join("lib.db").exists());
    #[cfg(target_os = "linux")]
    assert!(folder.path().join("data/mulu/library.db").exists());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &[&"import", &sample("yinchuan-hrss-2020"), &"--library", &"lib.db"]);
    let mut command = mulu(folder.path());
    command.args(["list", "--library", "lib.db"]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command.stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8_are_taken_as_they_are() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let name = |bytes: &[u8]| folder.path().join(OsStr::from_bytes(bytes));
    let (input, library) = (name(b"\xc4\xbf\xc2\xbc.json"), name(b"\xff.db"));
    fs::copy(sample("yinchuan-hrss-2020"), &input).unwrap();
    let id = run(folder.path(), &[&"import", &input, &"--library", &library]);
    let out = name(b"\xcf\xa0.json");
    run(folder.path(), &[&"export", &id.trim(), &out, &"--library", &library]);
    assert!(out.exists() && library.exists());
}

#[test]
fn help_is_given_in_chinese() {
    let folder = TempDir::new().unwrap();
    for call in ["--help", "-h", "help"] {
        assert!(run(folder.path(), &[&call]).starts_with("政务公开目录编制"));
    }
    assert!(run(folder.path(), &[&"--version"]).starts_with("mulu "));
}

#[test]
fn two_files_are_compared_cell_by_cell_and_the_table_is_written() {
    let folder = TempDir::new().unwrap();
    let (old, new) = (folder.path().join("旧.json"), folder.path().join("新.json"));
    run(folder.path(), &[&"convert", &sample(SAMPLES[0].0), &old]);
    let mut changed = json(&old);
    changed["groups"][0]["items"][0]["basis"] = "甲规定".into();
    fs::write(&new, changed.to_string()).unwrap();
    let table = folder.path().join("对照表.pdf");
    let found = run(folder.path(), &[&"diff", &old, &new, &"--json", &"--out", &table]);
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!((&found["changed"], found["entries"].as_array().unwrap().len()), (&1.into(), 1));
    assert_eq!(found["entries"][0]["cells"][0]["column"], "basis");
    assert!(fs::read(table).unwrap().starts_with(b"%PDF-"));
    assert!(run(folder.path(), &[&"diff", &old, &old]).contains("改动0格"));
}

#[test]
fn a_library_that_holds_is_verified_and_what_is_none_is_not_read() {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join("目录库.db");
    run(folder.path(), &[&"import", &sample(SAMPLES[0].0), &"--library", &library]);
    assert!(run(folder.path(), &[&"verify", &library]).contains("核对相符"));
    let cut = folder.path().join("来件.mulu");
    fs::write(&cut, "SQLite format 3").unwrap();
    for input in [cut, folder.path().join("没有.mulu"), sample(SAMPLES[0].0)] {
        let output = mulu(folder.path()).arg("verify").arg(&input).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{input:?}");
        assert!(!output.stderr.is_empty());
    }
}
