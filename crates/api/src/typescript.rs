//! The TypeScript client, generated from the list of commands.

use std::{borrow::Cow, fmt::Write, path::Path};

use mulu_app::AppError;
use mulu_model::{ColumnFacts, LEVEL_NAMES};
use specta::{Type, Types};
use specta_typescript::{Exporter, FrameworkExporter, Typescript};

use crate::{commands::signatures, declare::Signature};

/// The kinds of files that are offered first for taking in: exchange files, hand-off files and every document that is
/// read.
const DOCUMENT_EXTENSIONS: &[&str] =
    &["xlsx", "xls", "ods", "docx", "html", "htm", "csv", "tsv", "txt", "json", "xlsm", "et", "wps", "mulu"];

const HEADER: &str = "// Generated from the list of commands in crates/api. Do not edit.\n";

/// `MULU_WRITE_BINDINGS=1 cargo test -p mulu-api` writes it anew.
#[test]
fn the_client_of_the_screens_is_that_of_the_commands() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/platform/client.ts");
    let fresh = client();
    if std::env::var_os("MULU_WRITE_BINDINGS").is_some() {
        std::fs::write(&committed, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&committed).unwrap(), fresh, "ui/src/platform/client.ts is stale");
}

fn client() -> String {
    let mut types = Types::default();
    let commands = signatures(&mut types);
    _ = (AppError::definition(&mut types), ColumnFacts::definition(&mut types));
    _ = mulu_app::wire::Progress::definition(&mut types);
    let exporter = Exporter::from(Typescript::default())
        .framework_prelude(HEADER)
        .framework_runtime(move |exporter| Ok(Cow::Owned(functions(&commands, &exporter)?)));
    exporter.export(&types, specta_serde::Format).unwrap()
}

/// A function for each command.
fn functions(
    commands: &[Signature],
    exporter: &FrameworkExporter<'_>,
) -> Result<String, specta_typescript::Error> {
    let mut code = String::from("import { call, given, type FileToRead, type Watch } from \"./call\";\n\n");
    for Signature { name, documentation, params, result, reports_progress } in commands {
        let mut declared = Vec::new();
        let mut sent = Vec::new();
        let mut sends_file = false;
        for (param, kind) in params {
            let (name, kind) = (camel(param), exporter.reference(kind)?);
            let is_file = kind == "NamedFile";
            sends_file |= is_file;
            let value = if is_file { format!("await given({name})") } else { name.clone() };
            sent.push(if value == *param { value } else { format!("{param}: {value}") });
            declared.push(format!("{name}: {}", if is_file { "FileToRead" } else { &kind }));
        }
        let mut passed = vec![
            format!("{name:?}"),
            if sent.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", sent.join(", ")) },
        ];
        if *reports_progress {
            declared.push("watch: Watch".to_owned());
            passed.push("watch".to_owned());
        }
        let result = match exporter.reference(result)?.as_str() {
            "null" => "void".to_owned(),
            result => result.to_owned(),
        };
        let lines: Vec<&str> = documentation.iter().map(|line| line.trim()).collect();
        let is_async = if sends_file { "async " } else { "" };
        let (text, declared, passed) = (lines.join("\n * "), declared.join(", "), passed.join(", "));
        let function = camel(name);
        _ = write!(
            code,
            "/** {text} */\nexport const {function} = {is_async}({declared}): Promise<{result}> => call({passed});\n\n"
        );
    }
    let constant =
        |name: &str, value: serde_json::Value| format!("export const {name} = {value} as const;\n\n");
    code += &constant("COLUMNS", serde_json::json!(ColumnFacts::all()));
    code += &constant("DOCUMENT_EXTENSIONS", serde_json::json!(DOCUMENT_EXTENSIONS));
    code += &constant("LEVEL_NAMES", serde_json::json!(LEVEL_NAMES));
    Ok(code)
}

/// `goes_on` as TypeScript spells it: `goesOn`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |done, word| {
        let mut letters = word.chars();
        done + &letters
            .next()
            .map(|first| first.to_ascii_uppercase())
            .into_iter()
            .chain(letters)
            .collect::<String>()
    })
}
