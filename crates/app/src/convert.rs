//! From one file to another, without a library.

use std::path::Path;

use mulu_model::signoff::sign_heading;

use crate::{
    AppError, Choice, Host, Reading,
    export::{self, OnProgress},
    file,
    preview::options,
    reading, trail,
    wire::{ExportFormat, Paper},
};

/// What is to be converted into what. What the input is, its content says; what the output is to be, its name.
#[derive(Clone, Copy)]
pub struct Conversion<'a> {
    /// The file to be read.
    pub input: &'a Path,
    /// How it is to be read.
    pub choice: &'a Choice,
    /// The file to be written.
    pub output: &'a Path,
    /// The paper of what has pages.
    pub paper: Paper,
    /// Where to write how the input was read.
    pub report: Option<Report<'a>>,
}

/// Where to write how a file was read.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The file.
    pub path: &'a Path,
    /// What is to stand in it.
    pub content: &'a dyn Fn(&Reading) -> Vec<u8>,
}

/// Reads a catalogue from a file and writes it into another; returns what was read. What a hand-off file proves to be
/// approved is written as that, with the names of those who have signed it, version and check code: whether the keys
/// are theirs is told by comparing fingerprints or the code, not by this.
///
/// # Errors
/// [`AppError::UnknownFileKind`] before anything is read; those of [`read`](crate::read) and the codes for files.
pub fn convert(
    conversion: &Conversion<'_>,
    host: &dyn Host,
    progress: &mut OnProgress<'_>,
) -> Result<Reading, AppError> {
    let Conversion { input, choice, output, paper, report } = *conversion;
    let format = ExportFormat::of(output)
        .ok_or_else(|| AppError::UnknownFileKind { path: output.display().to_string() })?;
    let mut reading = reading::read(input, choice, host)?;
    sign_heading(&mut reading.catalogue.heading, &reading.steps);
    let options = options(paper, &trail::status_after(&reading.steps));
    let bytes = export::bytes(&reading.catalogue, &options, format, host.today(), progress)?;
    // The report first: it says what was read, and and it must be there before the output is.
    if let Some(Report { path, content }) = report {
        file::write_atomically(path, &content(&reading))?;
    }
    file::write_atomically(output, &bytes)?;
    Ok(reading)
}
