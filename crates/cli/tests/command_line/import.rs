//! Documents of others: converted with a report, imported, refused.

use super::*;

const TABLE: &str = "序号,一级事项,二级事项,公开内容,公开时限,公开主体\n\
    1,机构信息,机构职能,职能,长期公开,某县司法局\n\
    2,机构信息,领导信息,简历,长期公开,某县司法局\n\
    4,机构信息,内设机构,科室,长期公开,某县司法局\n";

/// Marks that nobody can tell from the documents' text: see docs/import.md.
const UNDECIDED: [&str; 2] = ["aspects", "levels"];

fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../import/tests/fixtures").join(format!("{name}.txt"))
}

/// Calls the program, which must succeed; returns what it says beside its result.
fn said(folder: &Path, arguments: &[&dyn AsRef<OsStr>]) -> String {
    let Output { status, stderr, .. } = mulu(folder).args(arguments).output().unwrap();
    let said = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(0), "{said}");
    said
}

/// All texts without white space.
fn bare(mut value: Value) -> Value {
    fn squeeze(value: &mut Value) {
        match value {
            Value::String(text) => text.retain(|c| !c.is_whitespace()),
            Value::Object(map) => map.values_mut().for_each(squeeze),
            Value::Array(values) => values.iter_mut().for_each(squeeze),
            _ => {}
        }
    }
    squeeze(&mut value);
    value
}

#[test]
fn the_four_documents_become_their_catalogues_with_a_report() {
    let folder = TempDir::new().unwrap();
    for (name, groups, items, _) in SAMPLES {
        let out = folder.path().join("out.json");
        let report = folder.path().join("report.json");
        said(folder.path(), &[&"convert", &document(name), &out, &"--report", &report]);
        let report = json(&report);
        assert_eq!((&report["groups"], &report["items"]), (&groups.into(), &items.into()), "{name}");
        let (found, expected) = (bare(without_ids(json(&out))), bare(without_ids(json(&sample(name)))));
        for key in ["title", "responsible_unit", "prepared_at"] {
            assert_eq!(found[key], expected[key], "{name}");
        }
        assert_same_items(&found, &expected, &report["findings"]);
    }
}

fn assert_same_items(found: &Value, expected: &Value, findings: &Value) {
    let items = |catalogue: &Value| -> Vec<(Value, Value)> {
        let groups = catalogue["groups"].as_array().unwrap().iter();
        let items = groups.flat_map(|group| {
            group["items"].as_array().unwrap().iter().map(|item| (group["name"].clone(), item.clone()))
        });
        items.collect()
    };
    let (found, expected) = (items(found), items(expected));
    assert_eq!(found.len(), expected.len());
    for (index, (mut found, mut expected)) in found.into_iter().zip(expected).enumerate() {
        for field in UNDECIDED {
            let is_told = findings.as_array().unwrap().iter().any(|finding| {
                finding["item_index"] == index && finding["rule"].as_str().unwrap().starts_with("mark-")
            });
            if is_told && found.1[field] != expected.1[field] {
                found.1[field] = Value::Null;
                expected.1[field] = Value::Null;
            }
        }
        assert_eq!(found, expected);
    }
}

#[test]
fn the_report_names_columns_and_findings_with_their_places() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("目录.csv"), TABLE).unwrap();
    let said = said(folder.path(), &[&"convert", &"目录.csv", &"out.json", &"--report", &"r.json"]);
    assert_eq!(said, "“目录.csv”已读取，其中1处需要核对；详见“r.json”。\n");
    let report = json(&folder.path().join("r.json"));
    let column = serde_json::json!({ "header": ["公开内容"], "key": "content" });
    assert_eq!(report["columns"][3], column);
    let finding = serde_json::json!({
        "rule": "number-jump",
        "severity": "warning",
        "group": "机构信息",
        "item": "内设机构",
        "item_index": 2,
        "column": "number",
        "place": { "table": 1, "row": 4, "column": null },
        "message": "序号不连续：此处应为3，原表为4，请核对是否缺少事项。",
        "fix": null,
    });
    assert_eq!(report["findings"], Value::Array(vec![finding]));
}

#[test]
fn an_import_takes_a_document_with_a_template_and_tells_what_is_odd() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("目录.csv"), TABLE).unwrap();
    let call = |more: &[&str]| {
        let mut command = mulu(folder.path());
        let output = command.args(["import", "目录.csv", "--library", "lib.db"]).args(more).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    };
    let (id, said) = call(&["--template", "national-13-labels", "--table", "1"]);
    assert!(said.contains("1处需要核对") && said.contains("--report"), "{said}");
    run(folder.path(), &[&"export", &id.trim(), &"out.json", &"--library", &"lib.db"]);
    let out = json(&folder.path().join("out.json"));
    assert_eq!(out["template"]["channel_options"].as_array().unwrap().len(), 13);
    assert_eq!(out["groups"][0]["items"][2]["name"], "内设机构");
    call(&["--report", "r.json"]);
    assert_eq!(json(&folder.path().join("r.json"))["items"], 3);
}
