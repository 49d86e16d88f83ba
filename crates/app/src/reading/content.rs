//! What a file holds, and the catalogue that it is taken for.

use std::path::Path;

use mulu_import::{Document, ReadError};
use mulu_model::{Catalogue, Edit, Id, exchange, signoff::Record};

use super::{
    choice::Choice,
    interpreted::{Interpreted, Refusal},
};
use crate::{
    AppError, DocumentProblem, Host,
    error::{document, from},
    handoff::file::{is_database, proved},
};

/// What a file holds.
pub(super) enum Content {
    /// A catalogue in the exchange format, with the steps of a hand-off file.
    Exchange(Box<Catalogue>, Vec<Record>),
    /// A document of others.
    Document(Document),
}

/// What the bytes of a file hold. Its name tells a damaged exchange file from a damaged document, and stands in errors.
pub(super) fn content(path: &Path, bytes: &[u8], host: &dyn Host) -> Result<Content, AppError> {
    let of_exchange = |bytes: &[u8], steps: Vec<Record>| {
        let catalogue = exchange::read(bytes, &mut || host.new_id());
        Ok(Content::Exchange(Box::new(catalogue.map_err(|error| from::exchange(path, error))?), steps))
    };
    if is_database(bytes) {
        let file = proved(path, bytes, host)?;
        return of_exchange(&file.content, file.records);
    }
    if is_exchange(path, bytes) {
        return of_exchange(bytes, Vec::new());
    }
    document_of(path, mulu_import::read(bytes, &path.to_string_lossy()))
}

/// What was pasted holds: a table of its HTML, or else of its text.
pub(super) fn pasted(html: &str, text: &str) -> Result<Content, AppError> {
    let read = match mulu_import::read_html(html) {
        Ok(document) if !document.tables.is_empty() => Ok(document),
        _ => mulu_import::read_text(text),
    };
    document_of(Path::new(""), read)
}

fn document_of(path: &Path, read: Result<Document, ReadError>) -> Result<Content, AppError> {
    let document = read.map_err(|error| document::refused(path, error.into()))?;
    Ok(Content::Document(mulu_import::unfold(document)))
}

/// Whether the file is, or should be, an exchange file. RTF, too, begins with a brace.
fn is_exchange(path: &Path, bytes: &[u8]) -> bool {
    let is_named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    is_named || text.starts_with(b"{") && !text.starts_with(b"{\\")
}

/// The catalogue of a document as `choice` says.
pub(super) fn of_document(
    path: &Path,
    document: &Document,
    choice: &Choice,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Interpreted, AppError> {
    Interpreted::of(document, choice, new_id).map_err(|refusal| match refusal {
        Refusal::Document(problem) => document::refused(path, problem),
        Refusal::App(error) => error,
    })
}

/// The catalogue of an exchange file as `choice` says.
pub(super) fn of_exchange(
    path: &Path,
    mut catalogue: Catalogue,
    choice: &Choice,
) -> Result<Interpreted, AppError> {
    if let Some(asked) = choice.tables.iter().copied().find(|table| *table != 1) {
        return Err(document::refused(path, DocumentProblem::NoSuchTable { asked, tables: 1 }));
    }
    if let Some(template) = &choice.template {
        catalogue.apply(&Edit::SetTemplate { template: template.clone() })?;
    }
    Ok(Interpreted::of_exchange(catalogue))
}
