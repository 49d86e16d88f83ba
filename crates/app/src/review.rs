//! What has changed between two states of a catalogue.

mod entries;

use std::path::Path;

use jiff::{Timestamp, tz::TimeZone};
use mulu_form::{
    docx, pdf,
    revision::{self, RevisionTable, VersionLabel},
    xlsx,
};
use mulu_model::{
    Catalogue, Date, Id,
    signoff::{ChangeReasons, Record, SignoffTrail, sign_heading, signed_content},
};

use crate::{
    App, AppError, export,
    preview::{options, paper_of},
    trail, unwatched,
    wire::{Action, ExportFormat, ExportedFile, Paper, ReviewView, StateOf, StateView},
    workspace::Workspace,
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
        let (compared, states, last_look, reasons) = {
            let mut workspace = self.workspace();
            workspace.ensure_open(id)?;
            let trail = workspace.trail(id)?;
            let origin = workspace.origin(id)?;
            let old = match old {
                Some(old) => old,
                None => before(&trail, new, origin.is_some())?,
            };
            let compared = workspace.compared(id, &trail, old, new)?;
            let last_look = workspace.last_look(&trail)?;
            let reasons = workspace.reasons(id, &trail, old, new)?;
            (compared, workspace.states(id, &trail, origin.is_some(), last_look)?, last_look, reasons)
        };
        let Compared { old: (old_state, old), new: (new_state, new) } = compared;
        let (entries, counts) = entries(&old, &new, &|difference| reasons.of(difference));
        Ok(ReviewView {
            old: old_state,
            new: new_state,
            last_look,
            states,
            entries,
            reason: reasons.of_the_whole(),
            changed: counts.changed,
            added: counts.added,
            removed: counts.removed,
            moved: counts.moved,
        })
    }

    /// Writes the 修订对照表 of two states as PDF or XLSX, with the reasons that the sign-off knows.
    ///
    /// # Errors
    /// [`AppError::NoSuchVersion`], [`AppError::UnknownFileKind`] for other formats, and the codes for files.
    pub fn export_revision_table(
        &self,
        id: &Id,
        old: StateOf,
        new: StateOf,
        format: ExportFormat,
        paper: Paper,
        path: &Path,
    ) -> Result<ExportedFile, AppError> {
        let (compared, labels, reasons) = {
            let mut workspace = self.workspace();
            workspace.ensure_open(id)?;
            let trail = workspace.trail(id)?;
            let compared = workspace.compared(id, &trail, old, new)?;
            let is_proved = workspace.proof(id, &trail)?.holds();
            let labels = [old, new].map(|state| label(&trail, state, is_proved));
            (compared, labels, workspace.reasons(id, &trail, old, new)?)
        };
        let Compared { old: (_, old), new: (_, new) } = compared;
        let output = Output { format, paper, path, today: self.host.today() };
        write_table((&old, labels[0]), (&new, labels[1]), &reasons, output)
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
            let mut workspace = self.workspace();
            workspace.ensure_open(id)?;
            let trail = workspace.trail(id)?;
            let mut catalogue = workspace.state_of(id, &trail, StateOf::Version { number })?;
            let up_to = trail.records.iter().take_while(|record| !begins_after(record, number));
            sign_heading(&mut catalogue.heading, &up_to.cloned().collect::<Vec<_>>());
            let is_proved = workspace.proof(id, &trail)?.holds();
            (catalogue, if is_proved { trail::status(&trail, number) } else { mulu_form::Status::Draft })
        };
        export::write(&catalogue, &options(paper, &status), format, path, self.host.today(), &mut unwatched)
    }
}

/// Two states to be compared.
struct Compared {
    old: (StateOf, Catalogue),
    new: (StateOf, Catalogue),
}

impl Workspace {
    /// The catalogue of which this one is a copy, where that is still in use.
    fn origin(&self, id: &Id) -> Result<Option<Id>, AppError> {
        let listed = self.library.list()?;
        let origin = listed.iter().find(|summary| summary.id == *id).and_then(|s| s.copied_from.clone());
        let is_there =
            |origin: &Id| listed.iter().any(|summary| summary.id == *origin && summary.deleted_at.is_none());
        Ok(origin.filter(is_there))
    }

    fn compared(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        old: StateOf,
        new: StateOf,
    ) -> Result<Compared, AppError> {
        let after = self.state_of(id, trail, new)?;
        let mut before = self.state_of(id, trail, old)?;
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

    pub(crate) fn state_of(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        state: StateOf,
    ) -> Result<Catalogue, AppError> {
        match state {
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
            StateOf::Version { .. } | StateOf::Step { .. } => {}
        }
        let record = record_of(trail, state).ok_or(AppError::NoSuchVersion)?;
        signed_content(&record.statement, &self.library.versions(id)?).ok_or(AppError::NoSuchVersion)
    }

    /// The reasons for what has changed between two states.
    pub(crate) fn reasons(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        old: StateOf,
        new: StateOf,
    ) -> Result<ChangeReasons, AppError> {
        let [before, after] = [old, new].map(|state| remarks_at(trail, state));
        let excuses = match record_of(trail, new) {
            Some(at) => trail.excuses_at(at),
            None => self.excuses(id, trail)?,
        };
        Ok(ChangeReasons::new(&trail.remark_log, before, after, excuses))
    }

    /// The last step of who is working.
    fn last_look(&self, trail: &SignoffTrail) -> Result<Option<u32>, AppError> {
        let kept = match self.working() {
            Ok(kept) => kept,
            Err(AppError::NobodyIsWorking) => return Ok(None),
            Err(error) => return Err(error),
        };
        let own = trail.records.iter().rfind(|record| record.statement.person.id == kept.person.id);
        Ok(own.map(|record| record.statement.seq))
    }

    /// What can be compared: what it was copied from, what was submitted and approved, the last look, and now.
    fn states(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        is_copy: bool,
        last_look: Option<u32>,
    ) -> Result<Vec<StateView>, AppError> {
        let mut states = Vec::new();
        states.extend(is_copy.then(|| StateView { state: StateOf::CopiedFrom, at: String::new() }));
        for Record { statement, .. } in &trail.records {
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
fn before(trail: &SignoffTrail, new: StateOf, is_copy: bool) -> Result<StateOf, AppError> {
    let version = version_of(trail, new).ok_or(AppError::NoSuchVersion)?;
    let mut approved = trail.approvals().map(|record| record.statement.version);
    Ok(match approved.rfind(|number| *number < version) {
        Some(number) => StateOf::Version { number },
        None if is_copy => StateOf::CopiedFrom,
        None => StateOf::Nothing,
    })
}

/// The number of the version to which a state belongs.
fn version_of(trail: &SignoffTrail, state: StateOf) -> Option<u32> {
    match state {
        StateOf::Now => Some(trail.version),
        StateOf::Version { number } => Some(number),
        StateOf::Step { .. } => record_of(trail, state).map(|record| record.statement.version),
        StateOf::CopiedFrom | StateOf::Nothing => Some(0),
    }
}

/// The step at which a state was; none for what is now, and for what was before all steps.
fn record_of(trail: &SignoffTrail, state: StateOf) -> Option<&Record> {
    match state {
        StateOf::Version { number } => trail.approval(number),
        StateOf::Step { seq } => trail.records.iter().find(|record| record.statement.seq == seq),
        StateOf::Now | StateOf::CopiedFrom | StateOf::Nothing => None,
    }
}

/// How many entries the log of remarks had at a state.
fn remarks_at(trail: &SignoffTrail, state: StateOf) -> usize {
    match state {
        StateOf::Now => trail.remark_log.len(),
        state => record_of(trail, state).map_or(0, |record| record.statement.remark_count as usize),
    }
}

/// Whether the step belongs to a later version.
fn begins_after(record: &Record, number: u32) -> bool {
    record.statement.version > number
}

fn label(trail: &SignoffTrail, state: StateOf, is_proved: bool) -> VersionLabel {
    let version = version_of(trail, state).unwrap_or_default();
    let is_approved = match state {
        StateOf::Version { .. } => true,
        StateOf::Now => trail.stage == crate::wire::Stage::Approved,
        _ => false,
    };
    let approval = trail.approval(version).filter(|_| is_approved && is_proved);
    VersionLabel { version, approved_on: approval.map(|record| day_of(record.statement.at)) }
}

/// The day where this machine stands.
fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::system()).date()
}

/// Into which file a table is written, and how.
pub(crate) struct Output<'a> {
    pub(crate) format: ExportFormat,
    pub(crate) paper: Paper,
    pub(crate) path: &'a Path,
    pub(crate) today: Date,
}

/// Whether a revision table can be written in a format.
pub(crate) fn is_for_tables(format: &ExportFormat) -> bool {
    matches!(format, ExportFormat::Pdf | ExportFormat::Xlsx | ExportFormat::Docx)
}

/// Writes the table of two states into a file.
pub(crate) fn write_table(
    old: (&Catalogue, VersionLabel),
    new: (&Catalogue, VersionLabel),
    reasons: &ChangeReasons,
    Output { format, paper, path, today }: Output<'_>,
) -> Result<ExportedFile, AppError> {
    let table = revision::table(old, new, &|difference| reasons.of(difference));
    let table = RevisionTable { reason: reasons.of_the_whole(), ..table };
    let form = revision::lay_out(&table, paper_of(paper));
    let bytes = match format {
        ExportFormat::Pdf => pdf::write(&form, today, &mut mulu_form::unwatched)?,
        ExportFormat::Xlsx => xlsx::write(&form, today, &mut mulu_form::unwatched)?,
        ExportFormat::Docx => docx::write(&form, today, &mut mulu_form::unwatched)?,
        _ => return Err(AppError::UnknownFileKind { path: path.display().to_string() }),
    };
    export::put(path, &bytes)
}
