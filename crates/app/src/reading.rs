//! Reading files: the exchange format, and the documents of others.

mod choice;
mod content;
mod documents;
mod interpreted;
mod matching;
mod open;
mod rows;
mod view;

use std::path::Path;

use mulu_model::{Catalogue, Id, Template, signoff::Record};

use crate::{App, AppError, Host, file::GivenFile, sources, wire::ImportView};

pub use choice::Choice;
use content::{Content, content, of_document, of_exchange};
pub(crate) use open::Documents;

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
