//! `mulu check` and `mulu rules`.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::tempdir;

use super::{mulu, run, sample};

fn clean(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/clean").join(format!("{name}.json"))
}

/// Exit status and standard output.
fn called(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = mulu(folder).args(arguments).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

fn findings(folder: &Path, file: &Path) -> (i32, Vec<Value>) {
    let (status, text) = called(folder, &["check", file.to_str().unwrap(), "--json"]);
    (status, serde_json::from_str(&text).unwrap())
}

#[test]
fn findings_have_the_shape_of_the_format_and_errors_give_status_1() {
    let folder = tempdir().unwrap();
    let (status, found) = findings(folder.path(), &sample("zhongwei-hrss-2022"));
    assert_eq!(status, 1);
    let keys = ["rule", "severity", "group", "item", "item_index", "column", "message", "fix"];
    for finding in &found {
        let fields = finding.as_object().unwrap();
        assert!(fields.len() == keys.len() && keys.iter().all(|key| fields.contains_key(*key)), "{finding}");
        let message = finding["message"].as_str().unwrap();
        assert!(message.ends_with('。') && !message.contains(['{', '}']), "{message}");
    }
    let repeated = found.iter().find(|finding| finding["rule"] == "basis-repeated").unwrap();
    assert_eq!(repeated["item_index"], 19);
    assert_eq!((repeated["group"].as_str(), repeated["item"].as_str()), (Some("重点领域"), Some("财务管理")));
    assert_eq!(repeated["column"], "basis");
    assert!(!repeated["fix"]["text"].as_str().unwrap().is_empty());
}

#[test]
fn a_catalogue_without_a_fault_gives_status_0() {
    let folder = tempdir().unwrap();
    for name in ["ecology", "education", "market"] {
        assert_eq!(findings(folder.path(), &clean(name)), (0, vec![]), "{name}");
    }
}

#[test]
fn findings_are_told_line_by_line_with_their_places() {
    let folder = tempdir().unwrap();
    let (status, text) =
        called(folder.path(), &["check", sample("jalaid-social-insurance").to_str().unwrap()]);
    assert_eq!(status, 0);
    let first = text.lines().next().unwrap();
    assert!(first.starts_with("提醒\t第17项“职工正常退休(职)申请”，二级事项\t中文里用了半角标点"), "{first}");
    assert!(text.ends_with("处提示。\n"), "{text}");
}

#[test]
fn of_several_files_the_counts_are_told() {
    let folder = tempdir().unwrap();
    let files = [clean("market"), sample("zhongwei-hrss-2022")];
    let [first, second] = files.each_ref().map(|path| path.to_str().unwrap());
    let (status, text) = called(folder.path(), &["check", first, second]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((status, lines.len()), (1, 3));
    assert_eq!(lines[1].split('\t').skip(1).collect::<Vec<_>>(), ["0", "0", "0"]);
    let (_, text) = called(folder.path(), &["check", first, second, "--json"]);
    let told: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(told[1]["errors"], 1);
    assert_eq!(told[1]["file"], second);
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked() {
    let folder = tempdir().unwrap();
    let file = clean("market");
    let output =
        mulu(folder.path()).args(["check", "missing.json", file.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
}

#[test]
fn a_statistics_line_that_contradicts_the_rows_of_a_document_is_found() {
    let folder = tempdir().unwrap();
    let table = "政府信息：主动公开一级事项1项，二级事项3项；依申请公开二级事项0项\n\
        序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道和载体,主动公开,依申请公开\n\
        1,概况信息,机构职能,主要职责,《中华人民共和国政府信息公开条例》,信息形成之日起20个工作日内,市教育局,政府网站,√,\n\
        ,,领导信息,领导分工,《中华人民共和国政府信息公开条例》,信息形成之日起20个工作日内,市教育局,政府网站,√,\n";
    let path = folder.path().join("table.csv");
    std::fs::write(&path, table).unwrap();
    let (_, found) = findings(folder.path(), &path);
    assert!(found.iter().any(|finding| finding["rule"] == "statistics-disagree"), "{found:#?}");
}

#[test]
fn rules_are_listed_with_severity_reason_and_source() {
    let folder = tempdir().unwrap();
    let rules: Vec<Value> = serde_json::from_str(&run(folder.path(), &[&"rules", &"--json"])).unwrap();
    assert!(rules.len() > 100);
    for rule in &rules {
        for key in ["id", "severity", "says", "source"] {
            assert!(rule[key].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
    }
    assert_eq!(run(folder.path(), &[&"rules"]).lines().count(), rules.len());
}
