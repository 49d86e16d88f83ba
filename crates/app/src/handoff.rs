//! 流转文件: what goes from one PC to another.

use std::path::Path;

use mulu_model::Id;

use crate::{
    App, AppError,
    wire::{ExportedFile, HandoffView, Side, TakenIn},
};

/// The extension of hand-off files.
pub const HANDOFF_EXTENSION: &str = "mulu";

impl App {
    /// Writes a catalogue with all that proves where it stands, signed by the one who is working.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`] and the codes for files.
    pub fn write_handoff(&self, id: &Id, path: &Path, pin: &str) -> Result<ExportedFile, AppError> {
        todo!()
    }

    /// What a hand-off file is; nothing is taken in.
    ///
    /// # Errors
    /// [`AppError::BadHandoff`] and the codes for files.
    pub fn look_at_handoff(&self, path: &Path) -> Result<HandoffView, AppError> {
        todo!()
    }

    /// Takes a hand-off file in. `trusted` are the fingerprints that the user has compared; `sides` says for
    /// each conflict which side is taken, in the order of [`HandoffView::conflicts`].
    ///
    /// # Errors
    /// [`AppError::BadHandoff`], [`AppError::NotDecided`], [`AppError::NotAnAdministrator`] where a known
    /// person has another key.
    pub fn take_in_handoff(
        &self,
        path: &Path,
        trusted: &[String],
        sides: &[Side],
    ) -> Result<TakenIn, AppError> {
        todo!()
    }
}
