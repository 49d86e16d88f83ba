//! The direction of dependencies between the crates.

use serde_json::Value;

/// Which of our crates each crate may use, besides itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("mulu-model", &[]),
    ("mulu-form", &["mulu-model"]),
    ("mulu-import", &["mulu-model"]),
    ("mulu-rules", &["mulu-model"]),
    ("mulu-signoff", &["mulu-model"]),
    ("mulu-terms", &["mulu-model"]),
    ("mulu-store-sqlite", &["mulu-model"]),
    (
        "mulu-app",
        &[
            "mulu-model",
            "mulu-form",
            "mulu-import",
            "mulu-rules",
            "mulu-signoff",
            "mulu-store-sqlite",
            "mulu-terms",
        ],
    ),
    ("mulu-contract", &["mulu-model"]),
    ("mulu-cli", &["mulu-app", "mulu-model"]),
    ("mulu-api", &["mulu-app", "mulu-model"]),
    ("mulu-desktop", &["mulu-api", "mulu-app"]),
];

/// All packages of the workspace, as cargo describes them.
fn packages() -> Vec<Value> {
    let output = mulu_programs::own(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    serde_json::from_value(metadata["packages"].take()).unwrap()
}

#[test]
fn crates_depend_only_downwards() {
    let packages = packages();
    for (name, may_use) in MAY_USE {
        let package = packages.iter().find(|package| package["name"] == *name).unwrap();
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let ours = dependencies
            .filter(|dependency| dependency["kind"].is_null())
            .filter_map(|dependency| dependency["name"].as_str())
            .filter(|dependency| dependency.starts_with("mulu-"));
        for used in ours {
            assert!(may_use.contains(&used), "{name} uses {used}");
        }
    }
}

#[test]
fn only_the_store_speaks_sql() {
    let packages = packages();
    let users: Vec<&str> = packages
        .iter()
        .filter(|package| {
            // Tests elsewhere may write to a library past the program, to show what becomes of it.
            let dependencies = package["dependencies"].as_array().unwrap();
            dependencies.iter().any(|d| d["name"] == "rusqlite" && d["kind"] != "dev")
        })
        .filter_map(|package| package["name"].as_str())
        .collect();
    assert_eq!(users, ["mulu-store-sqlite"]);
}
