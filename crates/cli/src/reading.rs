//! Files taken in, and the report on how they were read.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use mulu_app::{
    App, AppError, Choice, Conversion, Report, System, library_path, shipped_template, unwatched,
    wire::{ImportColumn, ImportFinding, ImportView, Paper},
    write_atomically,
};
use mulu_model::{ColumnKey, Id};
use serde_json::{Value, json};

use crate::{args::Reading, words};

/// Converts one file into another.
pub(crate) fn convert(input: &Path, output: &Path, how: &Reading, paper: Paper) -> Result<(), AppError> {
    let content = |reading: &mulu_app::Reading| report(&reading.view);
    let report = how.report.as_deref().map(|path| Report { path, content: &content });
    let conversion = Conversion { input, choice: &choice(how)?, output, paper, report };
    let reading = mulu_app::convert(&conversion, &System, &mut unwatched)?;
    say_what_is_odd(input, how, &reading.view);
    Ok(())
}

/// Takes a file into a library; returns the catalogue's identity.
pub(crate) fn import(input: &Path, how: &Reading, library: Option<PathBuf>) -> Result<Id, AppError> {
    let reading = mulu_app::read(input, &choice(how)?, &System)?;
    let app = App::open_library(&library_path(library)?)?;
    if let Some(path) = &how.report {
        write_atomically(path, &report(&reading.view))?;
    }
    let id = app.take_in(&reading)?;
    say_what_is_odd(input, how, &reading.view);
    Ok(id)
}

fn choice(how: &Reading) -> Result<Choice, AppError> {
    let template = how.template.as_deref().map(shipped_template).transpose()?;
    Ok(Choice { template, tables: how.table.into_iter().collect(), ..Choice::default() })
}

/// Says that something needs a look, because nobody opens a report that was not asked for.
fn say_what_is_odd(input: &Path, how: &Reading, view: &ImportView) {
    if let Some(sentence) = words::import::summary(input, view, how.report.as_deref()) {
        // Nobody can read the sentence where standard error is closed.
        let _ = writeln!(io::stderr(), "{sentence}");
    }
}

/// What was read, for scripts.
fn report(view: &ImportView) -> Vec<u8> {
    let findings: Vec<_> = view.findings.iter().map(finding).collect();
    let report = json!({
        "groups": view.groups,
        "items": view.items,
        "columns": columns(&view.columns),
        "findings": findings,
    });
    format!("{report:#}\n").into_bytes()
}

/// The columns with the field that each became. A column that became several fields appears once for each; a column
/// that further tables repeat appears once; a column that was left out has `null`.
fn columns(columns: &[ImportColumn]) -> Vec<Value> {
    let mut listed = Vec::new();
    for ImportColumn { header, keys, .. } in columns {
        let keys: Vec<Option<&ColumnKey>> =
            if keys.is_empty() { vec![None] } else { keys.iter().map(Some).collect() };
        for key in keys {
            let column = json!({ "header": header, "key": key });
            if key.is_none() || !listed.contains(&column) {
                listed.push(column);
            }
        }
    }
    listed
}

fn finding(finding: &ImportFinding) -> Value {
    let ImportFinding { found, severity, place, item, column, .. } = finding;
    json!({
        "rule": found.rule(),
        "severity": severity,
        "group": item.as_ref().map(|item| &item.group),
        "item": item.as_ref().map(|item| &item.name),
        "item_index": item.as_ref().map(|item| item.index),
        "column": column,
        "place": { "table": place.table, "row": place.row, "column": place.column },
        "message": words::import::finding(found, column.as_ref()),
        "fix": null,
    })
}
