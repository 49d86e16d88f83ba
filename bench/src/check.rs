//! What the screen asks of the program on which a document is checked: all that it shows, as it is sent to the page.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mulu_app::{
    App,
    wire::{ColumnChoice, ColumnUse, Corrections, ImportChoice, ImportView},
};

/// The first table, which is the only one here.
const TABLE: u32 = 1;
/// As many rows as the page asks for at once.
const AT_ONCE: u32 = 2000;

/// From the file to all of its rows.
pub(crate) fn time_until_shown(library: &Path, document: &Path) -> Result<Duration> {
    let app = App::open_library(library)?;
    let start = Instant::now();
    let (number, view) = opened(&app, document)?;
    let rows = view.tables.first().context("no table")?.rows;
    let mut bytes = sent(&app, number, &view)?;
    for first in (0..rows).step_by(AT_ONCE as usize) {
        bytes += serde_json::to_vec(&app.document_rows(number, TABLE, first, AT_ONCE)?)?.len();
    }
    anyhow::ensure!(bytes > 0, "nothing is shown");
    Ok(start.elapsed())
}

/// From the choice of another use for the last column to what the rows are taken for then.
pub(crate) fn time_of_a_correction(library: &Path, document: &Path) -> Result<Duration> {
    let app = App::open_library(library)?;
    let (number, view) = opened(&app, document)?;
    let position = view.columns.last().context("no column")?.position;
    let column = ColumnChoice { table: TABLE, position, use_as: ColumnUse::Nothing };
    let corrections = Corrections { columns: vec![column], ..Corrections::default() };
    let choice = ImportChoice { corrections, ..ImportChoice::default() };
    let start = Instant::now();
    let view = app.look_at_document(number, &choice)?;
    sent(&app, number, &view)?;
    Ok(start.elapsed())
}

fn opened(app: &App, document: &Path) -> Result<(u32, ImportView)> {
    let open = app.open_document(document)?;
    Ok((open.document, open.view))
}

/// How many bytes are sent after each look.
fn sent(app: &App, number: u32, view: &ImportView) -> Result<usize> {
    let readings = app.document_readings(number, TABLE)?;
    Ok(serde_json::to_vec(view)?.len() + serde_json::to_vec(&readings)?.len())
}
