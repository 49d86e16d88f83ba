//! Where catalogues are kept, as the use cases see it. Today that is one SQLite file; an office that outgrows one
//! machine can keep the same catalogues in a shared database behind the same few methods.

mod signed;

use std::path::Path;

use jiff::Timestamp;
use mulu_model::{Catalogue, Id, Template};
use mulu_store::{KeptTemplate, Loaded, NewStep, Step, Store, Summary};

use crate::AppError;

pub use signed::SignedLibrary;

/// A place that keeps catalogues and their edit logs. All methods that write do so wholly or not at all.
pub trait Library: SignedLibrary + Send {
    /// The place, to be shown to users.
    fn path(&self) -> &Path;
    /// All catalogues: those in use, last changed first, then those in the bin.
    fn list(&self) -> Result<Vec<Summary>, AppError>;
    /// Keeps a new catalogue, and of which one it is a copy.
    fn create(
        &mut self,
        id: &Id,
        catalogue: &Catalogue,
        copied_from: Option<&Id>,
        at: Timestamp,
    ) -> Result<(), AppError>;
    /// A whole catalogue.
    fn load(&self, id: &Id) -> Result<Loaded, AppError>;
    /// The revision that a catalogue has now.
    fn revision(&self, id: &Id) -> Result<u32, AppError>;
    /// Keeps steps that led one after the other from revision `expected` to `after`; returns the new revision.
    fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        steps: &[NewStep<'_>],
        after: &Catalogue,
    ) -> Result<u32, AppError>;
    /// The changes that undo takes back, last made first; at most `limit`.
    fn done(&self, id: &Id, limit: usize) -> Result<Vec<Step>, AppError>;
    /// The changes that redo makes again, next first; at most `limit`.
    fn undone(&self, id: &Id, limit: usize) -> Result<Vec<Step>, AppError>;
    /// The templates that users have kept, by name.
    fn list_templates(&self) -> Result<Vec<KeptTemplate>, AppError>;
    /// Keeps a template under a new identity.
    fn keep_template(
        &mut self,
        id: &Id,
        name: &str,
        template: &Template,
        at: Timestamp,
    ) -> Result<(), AppError>;
    /// Takes a kept template out.
    fn remove_template(&mut self, id: &Id) -> Result<(), AppError>;
    /// Puts a catalogue into the bin.
    fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), AppError>;
    /// Takes a catalogue out of the bin.
    fn restore(&mut self, id: &Id) -> Result<(), AppError>;
}

impl Library for Store {
    fn path(&self) -> &Path {
        Store::path(self)
    }

    fn list(&self) -> Result<Vec<Summary>, AppError> {
        Ok(Store::list(self)?)
    }

    fn create(
        &mut self,
        id: &Id,
        catalogue: &Catalogue,
        copied_from: Option<&Id>,
        at: Timestamp,
    ) -> Result<(), AppError> {
        Ok(Store::create(self, id, catalogue, copied_from, at)?)
    }

    fn load(&self, id: &Id) -> Result<Loaded, AppError> {
        Ok(Store::load(self, id)?)
    }

    fn revision(&self, id: &Id) -> Result<u32, AppError> {
        Ok(Store::revision(self, id)?)
    }

    fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        steps: &[NewStep<'_>],
        after: &Catalogue,
    ) -> Result<u32, AppError> {
        Ok(Store::apply(self, id, expected, steps, after)?)
    }

    fn done(&self, id: &Id, limit: usize) -> Result<Vec<Step>, AppError> {
        Ok(Store::done(self, id, limit)?)
    }

    fn undone(&self, id: &Id, limit: usize) -> Result<Vec<Step>, AppError> {
        Ok(Store::undone(self, id, limit)?)
    }

    fn list_templates(&self) -> Result<Vec<KeptTemplate>, AppError> {
        Ok(Store::list_templates(self)?)
    }

    fn keep_template(
        &mut self,
        id: &Id,
        name: &str,
        template: &Template,
        at: Timestamp,
    ) -> Result<(), AppError> {
        Ok(Store::keep_template(self, id, name, template, at)?)
    }

    fn remove_template(&mut self, id: &Id) -> Result<(), AppError> {
        Ok(Store::remove_template(self, id)?)
    }

    fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), AppError> {
        Ok(Store::delete(self, id, at)?)
    }

    fn restore(&mut self, id: &Id) -> Result<(), AppError> {
        Ok(Store::restore(self, id)?)
    }
}
