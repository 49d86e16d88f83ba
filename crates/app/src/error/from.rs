//! What the failures of the other crates mean to users.

use std::{
    io::{Error, ErrorKind},
    path::Path,
};

use mulu_form::WriteError;
use mulu_model::{EditError, TemplateError, exchange::ExchangeError, library::LibraryError, limits};
use mulu_signoff::{PIN_CHARS, PinError, SealError};
use mulu_terms::{BadPattern, NoTerm};

use super::{AppError, ExchangeProblem, LibraryProblem, PinProblem, TemplateProblem};

/// A failure to read or write `path`.
pub(crate) fn io(path: &Path, error: &Error) -> AppError {
    let path = path.display().to_string();
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => AppError::FileNotFound { path },
        ErrorKind::IsADirectory => AppError::IsAFolder { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => AppError::NotAllowed { path },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            AppError::DiskFull { path }
        }
        _ => AppError::Io { path, detail: error.to_string() },
    }
}

/// A failure to read the exchange file `path`.
pub(crate) fn exchange(path: &Path, error: ExchangeError) -> AppError {
    use ExchangeProblem as Problem;
    let problem = match error {
        ExchangeError::NotUtf8 { .. } => Problem::NotUtf8,
        ExchangeError::TooLarge { .. } => Problem::TooLarge,
        ExchangeError::NotJson { line, column } => {
            Problem::NotJson { line: count(line), column: count(column) }
        }
        ExchangeError::NotACatalogue => Problem::NotACatalogue,
        ExchangeError::WrongFormat { found } => Problem::WrongFormat { found },
        ExchangeError::Shape { line, column, .. } => {
            Problem::Shape { line: count(line), column: count(column) }
        }
        ExchangeError::UnknownColumnKey { key } => Problem::UnknownColumnKey { key },
        ExchangeError::UnknownWord { field, word } => Problem::UnknownWord { field: field.to_owned(), word },
        ExchangeError::NotADate { text } => Problem::NotADate { text },
        ExchangeError::InvalidId { text } => Problem::InvalidId { text },
        ExchangeError::DuplicateId { id, groups: true } => Problem::DuplicateGroupId { id: id.to_string() },
        ExchangeError::DuplicateId { id, groups: false } => Problem::DuplicateItemId { id: id.to_string() },
        ExchangeError::ContentContradictsParts { item_index, item } => {
            Problem::ContentContradictsParts { number: count(item_index + 1), item }
        }
        ExchangeError::Item { item_index, .. } => Problem::ItemTooLarge { number: count(item_index + 1) },
        ExchangeError::Limit(_) => Problem::TooMuch,
        ExchangeError::Template(error) => Problem::BadTemplate { detail: error.to_string() },
    };
    AppError::BadExchangeFile { path: path.display().to_string(), problem }
}

impl From<EditError> for AppError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NoGroup(_)
            | EditError::NoItem(_)
            | EditError::NoCell { .. }
            | EditError::Position { .. } => Self::NoSuchPlace,
            EditError::TextTooLong => Self::TextTooLong { max: count(limits::TEXT_CHARS) },
            EditError::TooMany { max } => Self::TooMany { max: count(max) },
            EditError::NotADate(text) => Self::NotADate { text },
            EditError::Template(error) => Self::BadTemplate { problem: template(error) },
            EditError::WrongValue(_)
            | EditError::DuplicateId(_)
            | EditError::NotAnOrder(_)
            | EditError::NotReached => Self::BadRequest { detail: error.to_string() },
        }
    }
}

impl From<LibraryError> for AppError {
    fn from(error: LibraryError) -> Self {
        let bad = |path: &Path, problem| Self::BadLibrary { path: path.display().to_string(), problem };
        match error {
            LibraryError::Io { path, source } => io(&path, &source),
            LibraryError::NotALibrary { path } => bad(&path, LibraryProblem::NotALibrary),
            LibraryError::Newer { path, .. } => bad(&path, LibraryProblem::Newer),
            LibraryError::Damaged { path, .. } => bad(&path, LibraryProblem::Damaged),
            LibraryError::Busy { path } => Self::LibraryBusy { path: path.display().to_string() },
            LibraryError::NoCatalogue { id } => Self::NoCatalogue { id: id.to_string() },
            LibraryError::NoTemplate { id } => Self::NoSource { id: id.to_string() },
            LibraryError::Stale { .. } => Self::ChangedElsewhere,
            LibraryError::Submitted { stage, .. } => Self::NotEditable { stage },
            LibraryError::NoPerson { id } => Self::NoPerson { id: id.to_string() },
            LibraryError::Database { path, source } => {
                Self::Io { path: path.display().to_string(), detail: source.to_string() }
            }
        }
    }
}

impl From<NoTerm> for AppError {
    fn from(error: NoTerm) -> Self {
        Self::BadRequest { detail: error.to_string() }
    }
}

impl From<BadPattern> for AppError {
    fn from(error: BadPattern) -> Self {
        Self::BadPattern { detail: error.detail }
    }
}

impl From<SealError> for AppError {
    fn from(error: SealError) -> Self {
        let problem = match error {
            SealError::Pin(PinError::TooShort) => PinProblem::TooShort { min: count(PIN_CHARS.0) },
            SealError::Pin(PinError::TooLong) => PinProblem::TooLong { max: count(PIN_CHARS.1) },
            SealError::Pin(PinError::TooPlain) => PinProblem::TooPlain,
            SealError::Failed => return Self::Io { path: String::new(), detail: error.to_string() },
        };
        Self::BadPin { problem }
    }
}

impl From<WriteError> for AppError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Cancelled { .. } => Self::Cancelled,
            error => Self::Form { detail: error.to_string() },
        }
    }
}

/// What is wrong with a template.
fn template(error: TemplateError) -> TemplateProblem {
    use TemplateProblem as Problem;
    match error {
        TemplateError::ColumnCount { found } => {
            Problem::ColumnCount { found: count(found), max: count(limits::COLUMNS) }
        }
        TemplateError::DuplicateColumn(column) => Problem::DuplicateColumn { column },
        TemplateError::Header(column) => Problem::Header { column },
        TemplateError::NoItemColumn => Problem::NoItemColumn,
        TemplateError::ChannelOption(option) => Problem::ChannelOption { option },
        TemplateError::NoteWithoutOption(option) => Problem::NoteWithoutOption { option },
    }
}

/// A count as the window takes it; the limits of the model are far below what this cuts off.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
