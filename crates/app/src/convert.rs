//! From one file to another, without a library.

use std::path::Path;

use mulu_form::Status;
use mulu_model::{Catalogue, Id, exchange};
use serde::Serialize;

use crate::{
    AppError, Host,
    error::from::{self, count},
    export::{self, OnProgress},
    file,
    wire::{ExportFormat, Paper},
};

/// What was read from a file, for scripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// The columns, left to right.
    pub columns: Vec<ReportColumn>,
    /// What was odd in the file; an exchange file is either right or refused.
    pub findings: Vec<()>,
}

/// A column of the table that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportColumn {
    /// Its header cells, top down.
    pub header: Vec<String>,
    /// The field it became.
    pub key: String,
}

/// What is to be converted into what; the names say the kinds of file.
#[derive(Debug, Clone, Copy)]
pub struct Conversion<'a> {
    /// The file to be read.
    pub input: &'a Path,
    /// The file to be written.
    pub output: &'a Path,
    /// Where to write a [`Report`] as JSON.
    pub report: Option<&'a Path>,
    /// The paper of what has pages.
    pub paper: Paper,
}

/// Reads a catalogue from a file and writes it into another.
///
/// # Errors
/// [`AppError::UnknownFileKind`] before anything is read; the codes for files and exchange files.
pub fn convert(
    conversion: &Conversion<'_>,
    host: &dyn Host,
    progress: &mut OnProgress<'_>,
) -> Result<(), AppError> {
    let Conversion { input, output, report: report_path, paper } = *conversion;
    let format = ExportFormat::of(output)
        .ok_or_else(|| AppError::UnknownFileKind { path: output.display().to_string() })?;
    let catalogue = read(input, &mut || host.new_id())?;
    let bytes = export::bytes(&catalogue, &Status::Draft, format, paper, host.today(), progress)?;
    // The report first: it says what was read, and whoever finds the output finds it too.
    if let Some(path) = report_path {
        file::write_atomically(path, &report(&catalogue).json())?;
    }
    file::write_atomically(output, &bytes)
}

/// Reads the catalogue in a file.
pub(crate) fn read(path: &Path, new_id: &mut dyn FnMut() -> Id) -> Result<Catalogue, AppError> {
    // A missing file or a folder is told as such, whatever its name ends with.
    let bytes = file::read_limited(path)?;
    if ExportFormat::of(path) != Some(ExportFormat::Json) {
        return Err(AppError::UnknownFileKind { path: path.display().to_string() });
    }
    exchange::read(&bytes, new_id).map_err(|error| from::exchange(path, error))
}

impl Report {
    fn json(&self) -> Vec<u8> {
        // Texts and numbers into memory: this cannot fail.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

fn report(catalogue: &Catalogue) -> Report {
    let column = |column: &mulu_model::Column| ReportColumn {
        header: column.header.clone(),
        key: column.key.to_string(),
    };
    Report {
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        columns: catalogue.template.columns.iter().map(column).collect(),
        findings: Vec::new(),
    }
}
