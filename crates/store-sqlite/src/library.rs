//! The library by subject; each of the other subjects stands with its rows.

use std::path::Path;

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Id,
    library::{Catalogues, Library, LibraryError, LoadedCatalogue, LoggedStep, NewStep, Summary},
    log::LogRow,
    signoff::Stage,
};

use crate::{catalogues, log, store::Store, write};

impl Library for Store {
    fn place(&self) -> &Path {
        &self.path
    }
}

impl Catalogues for Store {
    fn list(&self) -> Result<Vec<Summary>, LibraryError> {
        catalogues::list(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    fn create(
        &mut self,
        id: &Id,
        catalogue: &Catalogue,
        copied_from: Option<&Id>,
        at: Timestamp,
    ) -> Result<(), LibraryError> {
        write::create(&mut self.connection, id, catalogue, copied_from, at)
            .map_err(|fault| fault.at(&self.path))
    }

    fn load(&self, id: &Id) -> Result<LoadedCatalogue, LibraryError> {
        catalogues::load(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    fn revision(&self, id: &Id) -> Result<u32, LibraryError> {
        catalogues::revision(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    fn standing(&self, id: &Id) -> Result<(Stage, u32), LibraryError> {
        catalogues::standing(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        steps: &[NewStep<'_>],
        after: &Catalogue,
    ) -> Result<u32, LibraryError> {
        write::apply(&mut self.connection, id, expected, steps, after).map_err(|fault| fault.at(&self.path))
    }

    fn done(&self, id: &Id, limit: usize) -> Result<Vec<LoggedStep>, LibraryError> {
        log::done(&self.connection, id, limit).map_err(|fault| fault.at(&self.path))
    }

    fn undone(&self, id: &Id, limit: usize) -> Result<Vec<LoggedStep>, LibraryError> {
        log::undone(&self.connection, id, limit).map_err(|fault| fault.at(&self.path))
    }

    fn log_since(&self, id: &Id, revision: u32) -> Result<Vec<LogRow>, LibraryError> {
        log::since(&self.connection, id, revision).map_err(|fault| fault.at(&self.path))
    }

    fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), LibraryError> {
        catalogues::delete(&self.connection, id, at).map_err(|fault| fault.at(&self.path))
    }

    fn restore(&mut self, id: &Id) -> Result<(), LibraryError> {
        catalogues::restore(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }
}
