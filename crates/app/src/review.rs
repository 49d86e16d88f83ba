//! What has changed between two states of a catalogue.

use std::path::Path;

use mulu_model::Id;

use crate::{
    App, AppError,
    wire::{ExportFormat, ExportedFile, Paper, ReviewView, StateOf},
};

impl App {
    /// What has changed from `old` to `new`. Where `old` is not given: from the last approved version, else
    /// from what it was copied from, else from nothing.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::NoSuchVersion`].
    pub fn review(&self, id: &Id, old: Option<StateOf>, new: StateOf) -> Result<ReviewView, AppError> {
        todo!()
    }

    /// Writes the 修订对照表 of two states as PDF or XLSX.
    ///
    /// # Errors
    /// [`AppError::NoSuchVersion`], [`AppError::UnknownFileKind`] for other formats, and the codes for files.
    pub fn export_revision_table(
        &self,
        id: &Id,
        old: StateOf,
        new: StateOf,
        format: ExportFormat,
        path: &Path,
    ) -> Result<ExportedFile, AppError> {
        todo!()
    }

    /// Writes an approved version into a file.
    ///
    /// # Errors
    /// [`AppError::NoSuchVersion`] and the codes for files.
    pub fn export_version(
        &self,
        id: &Id,
        number: u32,
        format: ExportFormat,
        paper: Paper,
        path: &Path,
    ) -> Result<ExportedFile, AppError> {
        todo!()
    }
}
