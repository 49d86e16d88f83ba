//! The preview, and files given out.

use serde::{Deserialize, Serialize};

/// A paper, always landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 420 × 297 mm
    A3,
    /// 297 × 210 mm
    A4,
}

/// The files that can be given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// The official form for print and publication.
    Pdf,
    /// The official form as a workbook.
    Xlsx,
    /// The official form as a Word document.
    Docx,
    /// A page for the website.
    Html,
    /// Rows for other programs.
    Csv,
    /// The exchange format.
    Json,
}

/// The laid-out form, page by page fetched on demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PreviewView {
    /// Of which revision of the catalogue this is.
    pub revision: u32,
    /// Number of pages.
    pub pages: u32,
    /// Size of the text in tenths of a point.
    pub font_size: u32,
    /// Number of pages on the other paper sizes, with their text size.
    pub papers: Vec<PaperView>,
    /// Characters that no font of the program has, each once.
    pub missing_characters: Vec<String>,
}

/// What a paper size would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PaperView {
    /// The paper.
    pub paper: Paper,
    /// Number of pages.
    pub pages: u32,
    /// Size of the text in tenths of a point.
    pub font_size: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExportedFile {
    /// Its whole path.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u32,
}

/// How far a long action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Progress {
    /// What is done.
    pub done: u32,
    /// Of how much.
    pub total: u32,
}
