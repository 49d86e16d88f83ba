//! Reading files: the exchange format, and the documents of others.

mod documents;
mod made;
mod matching;
mod rows;
mod view;

use std::path::Path;

use mulu_import::{Document, ReadError};
use mulu_model::{Catalogue, Edit, Id, Template, exchange, signoff::Record};

use crate::{
    App, AppError, DocumentProblem, Host,
    error::{document, from},
    file::GivenFile,
    handoff, sources,
    wire::{Corrections, ImportView},
};
use made::{Made, Refusal};

pub(crate) use documents::Documents;

/// What somebody has chosen before a file is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The template that the catalogue gets; without, it has the columns that the file has.
    pub template: Option<Template>,
    /// The tables to be read as one, counted from 1; without, all that are catalogues.
    pub tables: Vec<u32>,
    /// What was corrected of how it is read.
    pub corrections: Corrections,
}

/// A catalogue out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// It.
    pub catalogue: Catalogue,
    /// How it was read.
    pub view: ImportView,
    /// The proved steps of sign-off that a hand-off file brings; none where the catalogue has got another template,
    /// because that is not what was signed.
    pub steps: Vec<Record>,
}

/// What a file holds.
enum Content {
    /// A catalogue in the exchange format, with the steps of a hand-off file.
    Exchange(Box<Catalogue>, Vec<Record>),
    /// A document of others.
    Document(Document),
}

impl App {
    /// Takes the catalogue in a file into the library and returns its identity.
    ///
    /// # Errors
    /// [`AppError::BadExchangeFile`], [`AppError::BadDocument`] and the codes for files.
    pub fn import<'a>(&self, file: impl Into<GivenFile<'a>>) -> Result<Id, AppError> {
        self.take_in(&read(file, &Choice::default(), self.host.as_ref())?)
    }

    /// Takes a catalogue that was read into the library and returns its identity.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn take_in(&self, reading: &Reading) -> Result<Id, AppError> {
        self.keep(&reading.catalogue, None)
    }

    /// What taking the catalogue in a file would bring. Nothing is taken.
    ///
    /// # Errors
    /// As [`App::import`].
    pub fn look_at(&self, path: &Path, choice: &Choice) -> Result<ImportView, AppError> {
        Ok(read(path, choice, self.host.as_ref())?.view)
    }
}

/// A template that ships with the program, by its name.
///
/// # Errors
/// [`AppError::NoSource`]
pub fn shipped_template(id: &str) -> Result<Template, AppError> {
    Ok(sources::shipped_template(id)?.template)
}

/// Reads the catalogue in a file. What kind of file it is, its content decides; only exchange files that are
/// damaged are known by their name. A hand-off file is read where all in it holds.
///
/// # Errors
/// [`AppError::BadExchangeFile`], [`AppError::BadDocument`], [`AppError::BadHandoff`] and the codes for files.
pub fn read<'a>(
    file: impl Into<GivenFile<'a>>,
    choice: &Choice,
    host: &dyn Host,
) -> Result<Reading, AppError> {
    let file = file.into();
    let path = file.path();
    // What could be cleaned up is asked for by the screens only, and looking for it takes time.
    let (made, view, steps) = match content(path, &file.bytes()?, host)? {
        Content::Document(document) => {
            let made = of_document(path, &document, choice, &mut || host.new_id())?;
            let view = view::of_document(&document, &made, &[]);
            (made, view, Vec::new())
        }
        Content::Exchange(catalogue, steps) => {
            let made = of_exchange(path, *catalogue, choice)?;
            let view = view::of_exchange(&made.draft.catalogue, &[]);
            (made, view, if choice.template.is_none() { steps } else { Vec::new() })
        }
    };
    Ok(Reading { catalogue: made.draft.catalogue, view, steps })
}

/// What the bytes of a file hold. Its name tells a damaged exchange file from a damaged document, and stands in errors.
fn content(path: &Path, bytes: &[u8], host: &dyn Host) -> Result<Content, AppError> {
    let of_exchange = |bytes: &[u8], steps: Vec<Record>| {
        let catalogue = exchange::read(bytes, &mut || host.new_id());
        Ok(Content::Exchange(Box::new(catalogue.map_err(|error| from::exchange(path, error))?), steps))
    };
    if handoff::is_database(bytes) {
        let file = handoff::proved(path, bytes, host)?;
        return of_exchange(&file.content, file.records);
    }
    if is_exchange(path, bytes) {
        return of_exchange(bytes, Vec::new());
    }
    document_of(path, mulu_import::read(bytes, &path.to_string_lossy()))
}

/// What was pasted holds: a table of its HTML, or else of its text.
fn pasted(html: &str, text: &str) -> Result<Content, AppError> {
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
fn of_document(
    path: &Path,
    document: &Document,
    choice: &Choice,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Made, AppError> {
    Made::of(document, choice, new_id).map_err(|refusal| match refusal {
        Refusal::Document(problem) => document::refused(path, problem),
        Refusal::App(error) => error,
    })
}

/// The catalogue of an exchange file as `choice` says.
fn of_exchange(path: &Path, mut catalogue: Catalogue, choice: &Choice) -> Result<Made, AppError> {
    if let Some(asked) = choice.tables.iter().copied().find(|table| *table != 1) {
        return Err(document::refused(path, DocumentProblem::NoSuchTable { asked, tables: 1 }));
    }
    if let Some(template) = &choice.template {
        catalogue.apply(&Edit::SetTemplate { template: template.clone() })?;
    }
    Ok(Made::of_exchange(catalogue))
}
