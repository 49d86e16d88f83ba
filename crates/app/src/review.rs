//! What has changed between two states of a catalogue.

mod entries;

use std::path::Path;

use jiff::{Timestamp, tz::TimeZone};
use mulu_form::{
    pdf,
    revision::{self, VersionLabel},
    xlsx,
};
use mulu_model::{Catalogue, Date, Id, signoff::Record};

use crate::{
    App, AppError,
    desk::Desk,
    export, unwatched,
    way::{self, Way},
    wire::{Action, ExportFormat, ExportedFile, Paper, ReviewView, StateOf, StateView},
};

pub(crate) use entries::entries;

impl App {
    /// What has changed from `old` to `new`. Where `old` is not given: from the last approved version before `new`,
    /// else from what it was copied from, else from nothing. Names and date of the sign-off line are left out: the
    /// steps say them.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::NoSuchVersion`].
    pub fn review(&self, id: &Id, old: Option<StateOf>, new: StateOf) -> Result<ReviewView, AppError> {
        let (compared, states, last_look) = {
            let mut desk = self.desk();
            desk.have(id)?;
            let way = desk.way(id)?;
            let origin = desk.origin(id)?;
            let old = match old {
                Some(old) => old,
                None => before(&way, new, origin.is_some())?,
            };
            let compared = desk.compared(id, &way, old, new)?;
            let last_look = desk.last_look(&way)?;
            (compared, desk.states(id, &way, origin.is_some(), last_look)?, last_look)
        };
        let Compared { old: (old_state, old), new: (new_state, new) } = compared;
        let (entries, counts) = entries(&old, &new);
        Ok(ReviewView {
            old: old_state,
            new: new_state,
            last_look,
            states,
            entries,
            changed: counts.changed,
            added: counts.added,
            removed: counts.removed,
            moved: counts.moved,
        })
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
        let (compared, labels) = {
            let mut desk = self.desk();
            desk.have(id)?;
            let way = desk.way(id)?;
            let compared = desk.compared(id, &way, old, new)?;
            let is_proved = desk.proof(id, &way)?.holds();
            (compared, [old, new].map(|state| label(&way, state, is_proved)))
        };
        let Compared { old: (_, old), new: (_, new) } = compared;
        write_table((&old, labels[0]), (&new, labels[1]), format, path, self.host.today())
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
        let (catalogue, status) = {
            let mut desk = self.desk();
            desk.have(id)?;
            let way = desk.way(id)?;
            let mut catalogue = desk.state_of(id, &way, StateOf::Version { number })?;
            let up_to = way.records.iter().take_while(|record| !begins_after(record, number));
            way::sign_heading(&mut catalogue.heading, &up_to.cloned().collect::<Vec<_>>());
            let is_proved = desk.proof(id, &way)?.holds();
            (catalogue, if is_proved { way::status(&way, number) } else { mulu_form::Status::Draft })
        };
        export::write(&catalogue, &status, format, paper, path, self.host.today(), &mut unwatched)
    }
}

/// Two states to be compared.
struct Compared {
    old: (StateOf, Catalogue),
    new: (StateOf, Catalogue),
}

impl Desk {
    /// The catalogue of which this one is a copy, where that is still in use.
    fn origin(&self, id: &Id) -> Result<Option<Id>, AppError> {
        let listed = self.library.list()?;
        let origin = listed.iter().find(|summary| summary.id == *id).and_then(|s| s.copied_from.clone());
        let is_there =
            |origin: &Id| listed.iter().any(|summary| summary.id == *origin && summary.deleted_at.is_none());
        Ok(origin.filter(is_there))
    }

    fn compared(&self, id: &Id, way: &Way, old: StateOf, new: StateOf) -> Result<Compared, AppError> {
        let after = self.state_of(id, way, new)?;
        let mut before = self.state_of(id, way, old)?;
        if matches!(old, StateOf::Nothing) {
            before.template = after.template.clone();
        }
        // Made by the steps, and different in each version: nothing that somebody has to look at.
        let line = after.heading.clone();
        before.heading.preparer = line.preparer;
        before.heading.reviewer = line.reviewer;
        before.heading.approver = line.approver;
        before.heading.prepared_at = line.prepared_at;
        Ok(Compared { old: (old, before), new: (new, after) })
    }

    fn state_of(&self, id: &Id, way: &Way, state: StateOf) -> Result<Catalogue, AppError> {
        let statement = match state {
            StateOf::Now => return Ok(Catalogue::clone(&self.open(id)?.catalogue)),
            StateOf::Nothing => {
                let mut nothing = Catalogue::clone(&self.open(id)?.catalogue);
                nothing.heading = mulu_model::Heading::default();
                nothing.groups = Vec::new();
                return Ok(nothing);
            }
            StateOf::CopiedFrom => {
                let origin = self.origin(id)?.ok_or(AppError::NoSuchVersion)?;
                return Ok(self.library.load(&origin)?.catalogue);
            }
            StateOf::Version { number } => way.approval(number),
            StateOf::Step { seq } => way.records.iter().find(|record| record.statement.seq == seq),
        };
        let statement = statement.map(|record| &record.statement).ok_or(AppError::NoSuchVersion)?;
        way::content(statement, &self.library.versions(id)?).ok_or(AppError::NoSuchVersion)
    }

    /// The last step of who is working.
    fn last_look(&self, way: &Way) -> Result<Option<u32>, AppError> {
        let kept = match self.working() {
            Ok(kept) => kept,
            Err(AppError::NobodyIsWorking) => return Ok(None),
            Err(error) => return Err(error),
        };
        let own = way.records.iter().rfind(|record| record.statement.person.id == kept.person.id);
        Ok(own.map(|record| record.statement.seq))
    }

    /// What can be compared: what it was copied from, what was submitted and approved, the last look, and now.
    fn states(
        &self,
        id: &Id,
        way: &Way,
        is_copy: bool,
        last_look: Option<u32>,
    ) -> Result<Vec<StateView>, AppError> {
        let mut states = Vec::new();
        states.extend(is_copy.then(|| StateView { state: StateOf::CopiedFrom, at: String::new() }));
        for Record { statement, .. } in &way.records {
            let (seq, at) = (statement.seq, statement.at.to_string());
            if statement.action == Action::Approve {
                let state = StateOf::Version { number: statement.version };
                states.push(StateView { state, at: at.clone() });
            }
            if statement.action == Action::Submit || last_look == Some(seq) {
                states.push(StateView { state: StateOf::Step { seq }, at });
            }
        }
        states.push(StateView { state: StateOf::Now, at: self.open(id)?.saved_at.to_string() });
        Ok(states)
    }
}

/// What `new` is compared with unless somebody wants something else.
fn before(way: &Way, new: StateOf, is_copy: bool) -> Result<StateOf, AppError> {
    let version = version_of(way, new).ok_or(AppError::NoSuchVersion)?;
    let mut approved = way.approvals().map(|record| record.statement.version);
    Ok(match approved.rfind(|number| *number < version) {
        Some(number) => StateOf::Version { number },
        None if is_copy => StateOf::CopiedFrom,
        None => StateOf::Nothing,
    })
}

/// The number of the version to which a state belongs.
fn version_of(way: &Way, state: StateOf) -> Option<u32> {
    match state {
        StateOf::Now => Some(way.version),
        StateOf::Version { number } => Some(number),
        StateOf::Step { seq } => {
            let found = way.records.iter().find(|record| record.statement.seq == seq);
            found.map(|record| record.statement.version)
        }
        StateOf::CopiedFrom | StateOf::Nothing => Some(0),
    }
}

/// Whether the step belongs to a later version.
fn begins_after(record: &Record, number: u32) -> bool {
    record.statement.version > number
}

fn label(way: &Way, state: StateOf, is_proved: bool) -> VersionLabel {
    let version = version_of(way, state).unwrap_or_default();
    let is_approved = match state {
        StateOf::Version { .. } => true,
        StateOf::Now => way.stage == crate::wire::Stage::Approved,
        _ => false,
    };
    let approval = way.approval(version).filter(|_| is_approved && is_proved);
    VersionLabel { version, approved_on: approval.map(|record| day_of(record.statement.at)) }
}

/// The day where this machine stands.
fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::system()).date()
}

/// Writes the table of two states into the file at `path`.
pub(crate) fn write_table(
    old: (&Catalogue, VersionLabel),
    new: (&Catalogue, VersionLabel),
    format: ExportFormat,
    path: &Path,
    today: Date,
) -> Result<ExportedFile, AppError> {
    let table = revision::table(old, new, &|_| String::new());
    let form = revision::lay_out(&table, mulu_form::Paper::A3);
    let bytes = match format {
        ExportFormat::Pdf => pdf::write(&form, today, &mut mulu_form::unwatched)?,
        ExportFormat::Xlsx => xlsx::write(&form, today, &mut mulu_form::unwatched)?,
        _ => return Err(AppError::UnknownFileKind { path: path.display().to_string() }),
    };
    export::put(path, &bytes)
}
