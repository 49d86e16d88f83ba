//! Why nothing could be read, as facts; sentences are made elsewhere.

use quick_xml::errors::Error as XmlError;
use serde::Serialize;
use std::io;

use super::limits;
use crate::document::Format;

/// Why a file is no document that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It has no bytes, or nothing but white space.
    #[error("empty")]
    Empty,
    /// A password is needed to open it.
    #[error("encrypted")]
    Encrypted {
        /// What it is inside, where that is known from its name or its parts.
        format: Option<Format>,
    },
    /// It ends before its content does, as after a copy that was broken off.
    #[error("{format:?} cut short")]
    Truncated {
        /// What it began as, where that is known.
        format: Option<Format>,
    },
    /// Its parts contradict its format.
    #[error("{format:?} damaged")]
    Damaged {
        /// What it should be.
        format: Format,
    },
    /// It is a file of another kind, whatever its name says.
    #[error("looks like {looks_like:?}")]
    NotADocument {
        /// What its bytes say.
        looks_like: LooksLike,
    },
    /// Something in it is larger than any catalogue.
    #[error("more than {limit} {what:?}")]
    TooLarge {
        /// What is too large.
        what: Measure,
        /// How large it may be.
        limit: u64,
    },
    /// It can be read, but holds no table.
    #[error("{format:?} without a table, {lines} lines")]
    NoTable {
        /// What it is.
        format: Format,
        /// How many lines of text it has instead.
        lines: usize,
    },
}

/// Kinds of file that are recognised and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum LooksLike {
    /// A picture: PNG, JPEG, GIF, BMP, TIFF, WebP.
    Picture,
    /// A PDF.
    Pdf,
    /// An OFD, the fixed layout of Chinese offices.
    Ofd,
    /// A packed archive of files.
    Archive,
    /// A program.
    Executable,
    /// A Word document of 97 to 2003, or one of WPS Writer.
    Doc97,
    /// Rich text.
    Rtf,
    /// Slides.
    Presentation,
    /// A text document of OpenDocument.
    OpenDocumentText,
    /// A binary workbook (.xlsb).
    BinaryWorkbook,
    /// A workbook older than Excel 97.
    OldWorkbook,
    /// A workbook or document of Office 2003 as one XML file, or other XML.
    Xml,
    /// A web page with its pictures in one file (.mht).
    WebArchive,
    /// A database.
    Database,
    /// Nothing that is known.
    Unknown,
}

/// What has a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Bytes of the file.
    FileBytes,
    /// Bytes that a packed file unpacks to.
    UnpackedBytes,
    /// Tags in a packed file.
    Tags,
    /// Files within a packed file.
    Entries,
    /// Elements within one another.
    Depth,
    /// Characters of one cell or line.
    TextChars,
    /// Bytes of all texts.
    TextBytes,
    /// Cells of the document.
    Cells,
    /// Lines and paragraphs of the document.
    Lines,
    /// Rows of a table.
    Rows,
    /// Columns of a table.
    Columns,
    /// Tables of the document.
    Tables,
}

/// A failure inside a reader, before the format it was reading is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Parts contradict the format.
    Damaged,
    /// The content ends too early.
    Truncated,
    /// A password is needed.
    Encrypted,
    /// Something is too large.
    TooLarge(Measure),
    /// A file of another kind after all.
    Other(LooksLike),
}

impl Fault {
    /// The failure of a reader of `format`.
    pub(super) fn of(self, format: Format) -> ReadError {
        match self {
            Self::Damaged => ReadError::Damaged { format },
            Self::Truncated => ReadError::Truncated { format: Some(format) },
            Self::Encrypted => ReadError::Encrypted { format: Some(format) },
            Self::TooLarge(what) => ReadError::TooLarge { what, limit: limit_of(what) },
            Self::Other(looks_like) => ReadError::NotADocument { looks_like },
        }
    }
}

fn limit_of(what: Measure) -> u64 {
    let count = match what {
        Measure::FileBytes => return limits::FILE_BYTES,
        Measure::UnpackedBytes => return limits::UNPACKED_BYTES,
        Measure::Tags => return limits::TAGS,
        Measure::Entries => limits::ENTRIES,
        Measure::Depth => limits::XML_DEPTH,
        Measure::TextChars => limits::TEXT_CHARS,
        Measure::TextBytes => limits::TEXT_BYTES,
        Measure::Cells => limits::CELLS,
        Measure::Lines => limits::LINES,
        Measure::Rows => limits::ROWS,
        Measure::Columns => limits::COLUMNS,
        Measure::Tables => limits::TABLES,
    };
    count as u64
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::FileTooLarge => Self::TooLarge(Measure::UnpackedBytes),
            io::ErrorKind::StorageFull => Self::TooLarge(Measure::Tags),
            io::ErrorKind::QuotaExceeded => Self::TooLarge(Measure::TextChars),
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            _ => Self::Damaged,
        }
    }
}

impl From<XmlError> for Fault {
    fn from(error: XmlError) -> Self {
        match error {
            XmlError::Io(error) => io::Error::from(error.kind()).into(),
            _ => Self::Damaged,
        }
    }
}
