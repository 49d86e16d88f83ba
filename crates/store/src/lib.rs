//! The library: all catalogues of a workplace in one SQLite file.
//!
//! The only crate that names SQLite. A change reaches a catalogue by one path, [`Store::apply`]: the touched
//! rows and the row of the edit log are written in one transaction, so that after a power cut either both are
//! there or neither. Undo, redo and history are read from that log; nothing else is stored for them.
//!
//! A file that is no library, was written by a newer program, or is damaged is refused and stays as it is, byte
//! for byte. The crate reads no clock and makes no identities; both come in from outside.

mod catalogues;
mod error;
mod excuses;
mod handoff;
mod log;
mod migrations;
mod open;
mod people;
mod seals;
mod settings;
mod signing;
mod templates;
mod write;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use mulu_model::{Catalogue, Edit, Id, Template, signoff::Stage};
use rusqlite::Connection;

pub use error::StoreError;
pub use handoff::{HandoffError, read_handoff, write_handoff};
pub use mulu_model::log::StepKind;
pub use people::{KeptPerson, PeopleAct, PeopleEntry};
pub use seals::Sealed;
pub use signing::{NewArrival, NewRecords};

/// An open library.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

/// A catalogue in a list, without its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its identity.
    pub id: Id,
    /// 标题
    pub title: String,
    /// 责任单位
    pub responsible_unit: String,
    /// 填表时间 as `YYYY-MM-DD`, or empty.
    pub prepared_at: String,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// When it was put into the bin.
    pub deleted_at: Option<Timestamp>,
    /// The catalogue of which it was made as a copy, with the same identities of groups and items.
    pub copied_from: Option<Id>,
    /// 状态
    pub stage: Stage,
    /// 版本号: of the version that is being made, or has been approved.
    pub version: u32,
}

/// A whole catalogue as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// How many edits, undos and redos have made it.
    pub revision: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
}

/// A step to be written: what was done to a catalogue, by whom and when.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// Which kind of step.
    pub kind: StepKind,
    /// What was done.
    pub edit: &'a Edit,
    /// What takes it back, as [`Catalogue::apply`] gave it.
    pub inverse: &'a Edit,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: &'a str,
    /// Whether it is one step with the row before it, an edit; `inverse` then leads to before both.
    pub joined: bool,
}

/// A change that can be taken back or made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The kind of row from which it is read: an undo for what can be made again.
    pub kind: StepKind,
    /// The revision to which that row led.
    pub revision: u32,
    /// When that was.
    pub at: Timestamp,
    /// By whom.
    pub actor: String,
    /// The change: what redo applies.
    pub edit: Edit,
    /// What takes it back: what undo applies.
    pub inverse: Edit,
}

/// A template that users have kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTemplate {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub template: Template,
    /// When it was kept.
    pub kept_at: Timestamp,
}

impl Store {
    /// The file of the library.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All catalogues: those in use, last changed first, then those in the bin, last deleted first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet, here as in all that follows.
    pub fn list(&self) -> Result<Vec<Summary>, StoreError> {
        catalogues::list(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    /// Puts a new catalogue into the library; `copied_from` is the one of which it is a copy.
    ///
    /// # Errors
    /// What writing can meet: [`StoreError::Io`], [`StoreError::Busy`]; nothing was written then.
    pub fn create(
        &mut self,
        id: &Id,
        catalogue: &Catalogue,
        copied_from: Option<&Id>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        write::create(&mut self.connection, id, catalogue, copied_from, at)
            .map_err(|fault| fault.at(&self.path))
    }

    /// Loads a catalogue.
    ///
    /// # Errors
    /// [`StoreError::NoCatalogue`] where there is none or it is in the bin.
    pub fn load(&self, id: &Id) -> Result<Loaded, StoreError> {
        catalogues::load(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    /// The revision that a catalogue has now.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn revision(&self, id: &Id) -> Result<u32, StoreError> {
        catalogues::revision(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    /// Where a catalogue stands: 状态 and 版本号.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn standing(&self, id: &Id) -> Result<(Stage, u32), StoreError> {
        catalogues::standing(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    /// Writes steps that have been applied to a catalogue one after the other: the rows they touched and their
    /// rows in the log, in one transaction. `expected` is the revision to which the first was applied, `after` the
    /// catalogue as it is now. Returns the new revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] where the library has another revision, [`StoreError::Submitted`] where the catalogue is
    /// not being prepared, [`StoreError::NoCatalogue`], and what writing can meet; nothing was written then.
    pub fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        steps: &[NewStep<'_>],
        after: &Catalogue,
    ) -> Result<u32, StoreError> {
        write::apply(&mut self.connection, id, expected, steps, after).map_err(|fault| fault.at(&self.path))
    }

    /// The changes that undo takes back, one after the other, last made first; at most `limit`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet.
    pub fn done(&self, id: &Id, limit: usize) -> Result<Vec<Step>, StoreError> {
        log::done(&self.connection, id, limit).map_err(|fault| fault.at(&self.path))
    }

    /// The changes that redo makes again, one after the other; at most `limit`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet.
    pub fn undone(&self, id: &Id, limit: usize) -> Result<Vec<Step>, StoreError> {
        log::undone(&self.connection, id, limit).map_err(|fault| fault.at(&self.path))
    }

    /// The templates that users have kept, by name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and what reading can meet.
    pub fn list_templates(&self) -> Result<Vec<KeptTemplate>, StoreError> {
        templates::list(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    /// Keeps a template under a new identity.
    ///
    /// # Errors
    /// What writing can meet; nothing was written then.
    pub fn keep_template(
        &mut self,
        id: &Id,
        name: &str,
        template: &Template,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        templates::keep(&self.connection, id, name, template, at).map_err(|fault| fault.at(&self.path))
    }

    /// Takes a kept template out of the library.
    ///
    /// # Errors
    /// [`StoreError::NoTemplate`]
    pub fn remove_template(&mut self, id: &Id) -> Result<(), StoreError> {
        templates::remove(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }

    /// Puts a catalogue into the bin. It stays whole.
    ///
    /// # Errors
    /// [`StoreError::NoCatalogue`] where there is none or it is there already.
    pub fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), StoreError> {
        catalogues::delete(&self.connection, id, at).map_err(|fault| fault.at(&self.path))
    }

    /// Takes a catalogue out of the bin.
    ///
    /// # Errors
    /// [`StoreError::NoCatalogue`] where there is none in the bin.
    pub fn restore(&mut self, id: &Id) -> Result<(), StoreError> {
        catalogues::restore(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }
}

/// A moment as it is stored: UTC, always with milliseconds, so that texts sort as times do.
fn stored_time(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A column's text without a copy.
fn text<'a>(row: &'a rusqlite::Row<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

#[cfg(test)]
mod tests;
