//! Giving a catalogue out as a file.

use std::{ops::ControlFlow, path::Path};

use mulu_form::{Options, csv, docx, html, lay_out, pdf, xlsx};
use mulu_model::{Catalogue, Date, exchange};

use crate::{
    AppError,
    error::from::{self, count},
    file,
    wire::{ExportFormat, ExportedFile, Progress},
};

/// Told how far a long action is; the answer `Break` stops it.
pub type OnProgress<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// An [`OnProgress`] that nobody watches.
pub fn unwatched(_progress: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl ExportFormat {
    /// The kind of file that the name says.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        [Self::Pdf, Self::Xlsx, Self::Docx, Self::Html, Self::Csv, Self::Json]
            .into_iter()
            .find(|format| format.extension() == extension)
    }

    /// What the file's name ends with, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Writes the catalogue into the file at `path`, wholly or not at all.
pub(crate) fn write(
    catalogue: &Catalogue,
    options: &Options,
    format: ExportFormat,
    path: &Path,
    today: Date,
    progress: &mut OnProgress<'_>,
) -> Result<ExportedFile, AppError> {
    put(path, &bytes(catalogue, options, format, today, progress)?)
}

/// Puts bytes into the file at `path`, whole or not at all.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<ExportedFile, AppError> {
    file::write_atomically(path, bytes)?;
    let whole = std::path::absolute(path).map_err(|error| from::io(path, &error))?;
    Ok(ExportedFile { path: whole.display().to_string(), bytes: count(bytes.len()) })
}

/// The content of the file.
pub(crate) fn bytes(
    catalogue: &Catalogue,
    options: &Options,
    format: ExportFormat,
    today: Date,
    progress: &mut OnProgress<'_>,
) -> Result<Vec<u8>, AppError> {
    let mut watch = |done, total| progress(Progress { done: count(done), total: count(total) });
    // Laying out reports no progress, but a user who has cancelled by now need not wait for it.
    if watch(0, 1).is_break() {
        return Err(AppError::Cancelled);
    }
    let form = || lay_out(catalogue, options);
    Ok(match format {
        ExportFormat::Pdf => pdf::write(&form(), today, &mut watch)?,
        ExportFormat::Xlsx => xlsx::write(&form(), today, &mut watch)?,
        ExportFormat::Docx => docx::write(&form(), today, &mut watch)?,
        ExportFormat::Html => html::write(&form(), &mut watch)?,
        ExportFormat::Csv => csv::write(&form(), &mut watch)?,
        ExportFormat::Json => exchange::write(catalogue),
    })
}

/// The longest name in characters; three bytes each and the extension stay within what file systems take.
const NAME_CHARS: usize = 80;

/// The title as a file name with this extension, fit for Windows and Linux.
pub fn default_file_name(title: &str, extension: &str) -> String {
    let fit = |c: char| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    };
    let name: String = title.chars().map(fit).take(NAME_CHARS).collect();
    // Windows takes no space or dot at either end.
    let name = name.trim_matches([' ', '.']);
    let name = if name.is_empty() || is_device(name) { format!("目录{name}") } else { name.to_owned() };
    format!("{name}.{extension}")
}

/// Whether Windows takes the name for a device.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |prefix| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        let long = "长".repeat(200);
        let long_name = format!("{}.pdf", "长".repeat(NAME_CHARS));
        let cases = [
            ("政务公开目录", "政务公开目录.pdf"),
            ("甲/乙：\"丙\"?", "甲_乙：_丙__.pdf"),
            (" 第一行\n第二行. ", "第一行 第二行.pdf"),
            ("", "目录.pdf"),
            ("...", "目录.pdf"),
            ("con", "目录con.pdf"),
            ("COM1.2022", "目录COM1.2022.pdf"),
            ("common", "common.pdf"),
            (&long, &long_name),
        ];
        for (title, name) in cases {
            assert_eq!(default_file_name(title, "pdf"), name);
        }
    }

    #[test]
    fn the_kind_of_file_is_known_by_its_name_in_any_case() {
        assert_eq!(ExportFormat::of(Path::new("目录.PDF")), Some(ExportFormat::Pdf));
        for unknown in ["目录", "目录.doc", "pdf", ".json"] {
            assert_eq!(ExportFormat::of(Path::new(unknown)), None, "{unknown}");
        }
    }
}
