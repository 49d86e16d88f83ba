//! Everything that is wrong with a catalogue in a file.

use std::path::Path;

use mulu_form::Fonts;
use mulu_model::Catalogue;
use mulu_rules::{Context, Finding};

use crate::{AppError, Choice, Host, Reading, reading};

/// A file that was read and checked.
pub struct Checked {
    /// What was read.
    pub reading: Reading,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Reads a catalogue from a file and checks it.
///
/// # Errors
/// Those of [`read`](crate::read).
pub fn check_file(path: &Path, choice: &Choice, host: &dyn Host) -> Result<Checked, AppError> {
    let reading = reading::read(path, choice, host)?;
    let findings = check(&reading.catalogue, host);
    Ok(Checked { reading, findings })
}

/// Checks a catalogue for the day on which the machine stands.
fn check(catalogue: &Catalogue, host: &dyn Host) -> Vec<Finding> {
    let context = Context { can_print: |c| Fonts::get().has(c), ..Context::on(host.today()) };
    mulu_rules::check(catalogue, &context)
}
