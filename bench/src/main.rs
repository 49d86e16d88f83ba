//! What `./xtask bench` can only measure from inside, because no command of the product ends right after
//! it: opening a catalogue of a library, one edit, and what has changed since the approved version; the check of a document
//! that is taken in; and the signing of what is then verified. The time goes to the standard output, in microseconds;
//! processor time and memory are told from outside.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its two streams")]

mod check;
mod sign;

use std::path::Path;
use std::process::ExitCode;
use std::slice;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use mulu_app::{App, wire::StateOf};
use mulu_model::{
    ColumnKey, Edit, Id, TextField, Value,
    library::{LoadedCatalogue, NewStep, prelude::*},
    log::StepKind,
};
use mulu_store_sqlite::Store;

/// How many edits are made, one by one; the median is told.
const EDITS: usize = 51;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measured = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["open", library] => time_of_opening(Path::new(library)),
        ["edit", library] => time_of_an_edit(Path::new(library)),
        ["review", library] => time_of_a_review(Path::new(library)),
        ["check", library, document] => check::time_until_shown(Path::new(library), Path::new(document)),
        ["correct", library, document] => {
            check::time_of_a_correction(Path::new(library), Path::new(document))
        }
        ["sign", library, before, after] => {
            let start = Instant::now();
            sign::sign(Path::new(library), Path::new(before), Path::new(after)).map(|()| start.elapsed())
        }
        _ => Err(anyhow::anyhow!(
            "mulu-bench open|edit|review LIBRARY, mulu-bench check|correct LIBRARY DOCUMENT, or \
             mulu-bench sign LIBRARY BEFORE AFTER"
        )),
    };
    match measured {
        Ok(time) => {
            println!("{}", time.as_micros());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("mulu-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// From nothing to the whole catalogue in memory.
fn time_of_opening(library: &Path) -> Result<Duration> {
    let start = Instant::now();
    let (_store, _id, loaded) = open(library)?;
    let time = start.elapsed();
    if loaded.catalogue.item_count() == 0 {
        bail!("{}: the catalogue is empty", library.display());
    }
    Ok(time)
}

/// A cell is set in memory, and it and its row of the log are on the disk.
fn time_of_an_edit(library: &Path) -> Result<Duration> {
    let (mut store, id, LoadedCatalogue { mut catalogue, mut revision, .. }) = open(library)?;
    let items: Vec<Id> = catalogue.items().map(|(_, item)| item.id.clone()).collect();
    let mut times = Vec::new();
    for number in 0..EDITS {
        let item = items.get(number * items.len() / EDITS).context("the catalogue is empty")?;
        let edit = Edit::SetCell {
            item: item.clone(),
            part: None,
            column: ColumnKey::Text(TextField::Basis),
            value: Value::Text {
                text: format!("《中华人民共和国政府信息公开条例》（第{number}次修改）")
            },
        };
        let start = Instant::now();
        let inverse = catalogue.apply(&edit)?;
        let at = Timestamp::now();
        let step =
            NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at, actor: "", joined: false };
        revision = store.apply(&id, revision, slice::from_ref(&step), &catalogue)?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times.get(EDITS / 2).copied().context("no edit was made")
}

/// From nothing to all that the review screen shows: the catalogue, its proof, and what has changed.
fn time_of_a_review(library: &Path) -> Result<Duration> {
    let start = Instant::now();
    let app = App::open_library(library)?;
    let id = app.library_view()?.catalogues.first().context("no catalogue")?.id.clone();
    let signed = app.signoff(&id)?;
    let review = app.review(&id, None, StateOf::Now)?;
    let time = start.elapsed();
    if review.changed == 0 || signed.problems.iter().any(|problem| !problem.is_warning) {
        bail!("{}: nothing has changed, or it is not proved", library.display());
    }
    Ok(time)
}

fn open(library: &Path) -> Result<(Store, Id, LoadedCatalogue)> {
    let store = Store::open(library)?;
    let first =
        store.list()?.into_iter().next().with_context(|| format!("{}: no catalogue", library.display()))?;
    let loaded = store.load(&first.id)?;
    Ok((store, first.id, loaded))
}
