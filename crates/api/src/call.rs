//! A call of a command.

use std::{ops::ControlFlow, path::PathBuf};

use mulu_app::{App, AppError, wire::Progress};

use crate::{NamedFile, Session, session::FileOfPage};

/// A call of a command by a page.
pub struct Call<'a> {
    /// The library and the tasks under way.
    pub session: &'a Session,
    /// The number by which the caller can stop what it asks for, where that takes long.
    pub task: Option<u32>,
    /// What the caller is sent while a long command runs.
    pub on_progress: &'a (dyn Fn(Progress) + Sync),
}

impl Call<'_> {
    pub(crate) fn app(&self) -> Result<&App, AppError> {
        self.session.app()
    }

    pub(crate) fn given(&self, file: NamedFile) -> Result<FileOfPage, AppError> {
        self.session.given(file)
    }

    pub(crate) fn target(&self, named: &str) -> Result<PathBuf, AppError> {
        self.session.target(named)
    }

    /// Does something long that reports how far it is and can be stopped.
    pub(crate) fn watched<T>(
        &self,
        act: impl FnOnce(&mut dyn FnMut(Progress) -> ControlFlow<()>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let task = self.session.begin(self.task);
        act(&mut |progress| {
            (self.on_progress)(progress);
            task.goes_on()
        })
    }
}
