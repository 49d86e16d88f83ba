//! Where catalogues are kept, as the use cases see it. Today that is one SQLite file; an office that outgrows one
//! machine can keep the same catalogues in a shared database behind the same few methods.

use std::path::Path;

use jiff::Timestamp;
use mulu_model::{Catalogue, Id};
use mulu_store::{Loaded, NewStep, Step, Store, Summary};

use crate::AppError;

/// A place that keeps catalogues and their edit logs. All methods that write do so wholly or not at all.
pub trait Library: Send {
    /// The place, to be shown to users.
    fn path(&self) -> &Path;
    /// All catalogues: those in use, last changed first, then those in the bin.
    fn list(&self) -> Result<Vec<Summary>, AppError>;
    /// Keeps a new catalogue.
    fn create(&mut self, id: &Id, catalogue: &Catalogue, at: Timestamp) -> Result<(), AppError>;
    /// A whole catalogue.
    fn load(&self, id: &Id) -> Result<Loaded, AppError>;
    /// The revision that a catalogue has now.
    fn revision(&self, id: &Id) -> Result<u32, AppError>;
    /// Keeps a step that led from revision `expected` to `after`; returns the new revision.
    fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        step: &NewStep<'_>,
        after: &Catalogue,
    ) -> Result<u32, AppError>;
    /// The change that undo takes back.
    fn undo_top(&self, id: &Id) -> Result<Option<Step>, AppError>;
    /// The change that redo makes again.
    fn redo_top(&self, id: &Id) -> Result<Option<Step>, AppError>;
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

    fn create(&mut self, id: &Id, catalogue: &Catalogue, at: Timestamp) -> Result<(), AppError> {
        Ok(Store::create(self, id, catalogue, at)?)
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
        step: &NewStep<'_>,
        after: &Catalogue,
    ) -> Result<u32, AppError> {
        Ok(Store::apply(self, id, expected, step, after)?)
    }

    fn undo_top(&self, id: &Id) -> Result<Option<Step>, AppError> {
        Ok(Store::undo_top(self, id)?)
    }

    fn redo_top(&self, id: &Id) -> Result<Option<Step>, AppError> {
        Ok(Store::redo_top(self, id)?)
    }

    fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), AppError> {
        Ok(Store::delete(self, id, at)?)
    }

    fn restore(&mut self, id: &Id) -> Result<(), AppError> {
        Ok(Store::restore(self, id)?)
    }
}
