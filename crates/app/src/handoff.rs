//! 流转文件: what goes from one PC to another.
//!
//! A file is proved before anything else, and only then compared with what is here. What it brings is written in one
//! transaction or not at all. Steps are never merged: where both sides have gone on from the same step with steps of
//! their own, or one with a step and the other with changes, the file is refused.

pub(crate) mod file;
mod relation;
mod view;

use std::path::Path;

use jiff::Timestamp;
use mulu_model::{
    HexBytes, Id,
    diff::edits_between,
    exchange::canonical_bytes,
    library::{NewArrival, NewRecords, NewStep, PeopleAct, PeopleEntry},
    log::{LogRow, decision_rows},
    signoff::{Cover, Excuse, Handoff, KnownKey, Person, Stage},
};
use mulu_signoff::{ALGORITHM, Introduction, fingerprint, introductions, verify_handoff};
use mulu_store_sqlite::write_handoff;

use crate::{
    App, AppError, HandoffProblem,
    error::from::count,
    export,
    file::GivenFile,
    signing::signatory,
    wire::{Action, ExportedFile, HandoffView, MergeSide, TakenIn},
    workspace::Workspace,
};

use file::{bad, holds, new_keys, read, with_introduced};
use relation::{Compared, Meeting};

/// The extension of hand-off files.
pub const HANDOFF_EXTENSION: &str = "mulu";

impl App {
    /// Writes a catalogue with all that proves where it stands, signed by the one who is working.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::StepRefused`] where
    /// what is here is not proved, and the codes for files.
    pub fn write_handoff(&self, id: &Id, path: &Path, pin: &str) -> Result<ExportedFile, AppError> {
        let mut workspace = self.workspace();
        workspace.refresh(id)?;
        let kept = workspace.working()?;
        let trail = workspace.trail(id)?;
        workspace.must_be_proved(id, &trail)?;
        let now = self.host.now();
        let signer = workspace.signer(&kept, pin, now)?;
        let versions = workspace.library.versions(id)?;
        let log = workspace.log_of_draft(id, &trail, &versions)?;
        let open = workspace.open(id)?;
        let mut handoff = Handoff {
            cover: Cover {
                catalogue: id.clone(),
                stage: trail.stage,
                version: trail.version,
                revision: open.revision,
                sender: signatory(&kept),
                sent_at: now,
                algorithm: ALGORITHM.to_owned(),
                public_key: signer.public_key(),
            },
            content: canonical_bytes(&open.catalogue),
            versions,
            people: Vec::new(),
            keys: Vec::new(),
            records: trail.records,
            remarks: trail.remark_log,
            log,
            signature: signer.public_key(),
        };
        handoff.keys = workspace.keys_of(&handoff, &signer.public_key())?;
        let people = workspace.library.people()?.into_iter().map(|kept| kept.person);
        let is_in = |person: &Person| handoff.keys.iter().any(|key| key.person == person.id);
        handoff.people = people.filter(is_in).collect();
        drop(workspace);
        signer.sign_handoff(&mut handoff);
        let bytes = write_handoff(&handoff).map_err(|error| bad(path, &error))?;
        export::put(path, &bytes)
    }

    /// What a hand-off file is; nothing is taken in.
    ///
    /// # Errors
    /// [`AppError::BadHandoff`] and the codes for files; [`AppError::NoCatalogue`] where the catalogue is in the bin.
    pub fn look_at_handoff<'a>(&self, file: impl Into<GivenFile<'a>>) -> Result<HandoffView, AppError> {
        let handoff = read(file.into())?;
        let mut workspace = self.workspace();
        let known = workspace.library.keys()?;
        let introductions = introductions(&handoff, &known);
        let keys = with_introduced(known, &introductions, self.host.now());
        let mut problems = verify_handoff(&handoff, &keys);
        let compared = if holds(&problems) {
            workspace.compare(&handoff)?
        } else {
            workspace.relation_only(&handoff)?
        };
        problems.extend(compared.problem.clone());
        Ok(view::handoff(&handoff, &introductions, &compared, &problems))
    }

    /// Takes a hand-off file in. `trusted` are the fingerprints that the user has compared; `sides` says for
    /// each conflict which side is taken, in the order of [`HandoffView::conflicts`].
    ///
    /// # Errors
    /// [`AppError::BadHandoff`], [`AppError::NotDecided`], [`AppError::NotAnAdministrator`] where a known
    /// person has another key, [`AppError::NobodyIsWorking`] where keys are to be trusted by nobody.
    pub fn take_in_handoff<'a>(
        &self,
        file: impl Into<GivenFile<'a>>,
        trusted: &[String],
        sides: &[MergeSide],
    ) -> Result<TakenIn, AppError> {
        let file = file.into();
        let handoff = &read(file)?;
        let now = self.host.now();
        let mut workspace = self.workspace();
        let introductions = workspace.introduced(handoff, trusted)?;
        let keys = with_introduced(workspace.library.keys()?, &introductions, now);
        let altered = || AppError::BadHandoff {
            path: file.path().display().to_string(),
            problem: HandoffProblem::Altered,
        };
        if !holds(&verify_handoff(handoff, &keys)) {
            return Err(altered());
        }
        let compared = workspace.compare(handoff)?;
        if compared.problem.is_some() {
            return Err(altered());
        }
        if compared.conflicts().len() != sides.len() {
            return Err(AppError::NotDecided);
        }
        if !introductions.is_empty() {
            let by = workspace.working()?.person.id;
            for key in new_keys(&introductions, now) {
                let person = key.person.clone();
                let entry = PeopleEntry { at: now, by: by.clone(), person, act: PeopleAct::Trusted };
                workspace.library.trust(&key, &entry)?;
            }
        }
        let merged = self.carry_over(&mut workspace, handoff, &compared, sides, now)?;
        Ok(TakenIn { catalogue: handoff.cover.catalogue.clone(), relation: compared.relation, merged })
    }

    /// Writes what the file brings; returns how many changes were merged.
    fn carry_over(
        &self,
        workspace: &mut Workspace,
        handoff: &Handoff,
        compared: &Compared,
        sides: &[MergeSide],
        at: Timestamp,
    ) -> Result<u32, AppError> {
        let id = &handoff.cover.catalogue;
        match &compared.meeting {
            Meeting::Nothing => {}
            Meeting::New { catalogue } => {
                let new = NewArrival {
                    catalogue,
                    revision: handoff.cover.revision,
                    log: &handoff.log,
                    records: &handoff.records,
                    versions: &handoff.versions,
                    remarks: &handoff.remarks,
                    at,
                };
                workspace.library.arrive(id, &new)?;
                workspace.adopt_excuses(id, handoff)?;
            }
            Meeting::GoesOn { rows, after } => {
                let edits: Vec<NewStep<'_>> = rows.iter().map(new_step).collect();
                let new = NewRecords {
                    records: &handoff.records[compared.common_records..],
                    versions: &handoff.versions,
                    remarks: &handoff.remarks[compared.common_remarks..],
                    edits: &edits,
                    after,
                    at,
                };
                workspace.receive(id, compared, &new)?;
                workspace.adopt_excuses(id, handoff)?;
            }
            Meeting::Merge { merged, ours, theirs } => {
                let decided = merged.decide(sides)?;
                let actor = self.author(workspace)?.actor;
                let rows = decision_rows((ours, theirs, &decided), &handoff.log, &actor, at)?;
                let edits: Vec<NewStep<'_>> = rows.iter().map(new_step).collect();
                let new = NewRecords {
                    records: &[],
                    versions: &[],
                    remarks: &handoff.remarks[compared.common_remarks..],
                    edits: &edits,
                    after: &decided,
                    at,
                };
                workspace.receive(id, compared, &new)?;
                return Ok(count(edits_between(ours, &decided)?.len()));
            }
        }
        Ok(0)
    }
}

impl Workspace {
    /// The keys of those who have signed what the file holds, or have changed it.
    fn keys_of(&self, handoff: &Handoff, sender: &HexBytes) -> Result<Vec<KnownKey>, AppError> {
        let mut keys = self.library.keys()?;
        keys.retain(|key| {
            key.public_key == *sender
                || handoff.records.iter().any(|record| record.statement.public_key == key.public_key)
        });
        Ok(keys)
    }

    /// The keys in the file that are not known here, where all of them may be trusted.
    fn introduced(&self, handoff: &Handoff, trusted: &[String]) -> Result<Vec<Introduction>, AppError> {
        let introductions = introductions(handoff, &self.library.keys()?);
        for introduction in &introductions {
            let (key, is_known_otherwise) = match introduction {
                Introduction::Stranger(key) => (key, false),
                Introduction::OtherKey { key, .. } => (key, true),
                // Proving finds it.
                Introduction::Nameless(_) => continue,
            };
            if !trusted.contains(&fingerprint(&key.public_key)) {
                return Err(AppError::NotDecided);
            }
            if is_known_otherwise {
                self.administrator()?;
            }
        }
        Ok(introductions)
    }

    /// Writes what was worked out for the revision that is in memory.
    fn receive(&mut self, id: &Id, compared: &Compared, new: &NewRecords<'_>) -> Result<(), AppError> {
        let trail = self.trail(id)?;
        // Another process may have gone on since the file was compared.
        if (trail.records.len(), trail.remark_log.len()) != (compared.our_records, compared.our_remarks) {
            return Err(AppError::ChangedElsewhere);
        }
        self.sign(id, new)
    }

    /// Reasons for findings that came in the last submission stay reasons while the catalogue is prepared here.
    fn adopt_excuses(&mut self, id: &Id, handoff: &Handoff) -> Result<(), AppError> {
        if self.library.standing(id)?.0 != Stage::Preparing {
            return Ok(());
        }
        let here = self.library.excuses(id)?;
        let mut submitted = handoff.records.iter().rev().map(|record| &record.statement);
        let Some(last) = submitted.find(|statement| statement.action == Action::Submit) else {
            return Ok(());
        };
        let same = |a: &Excuse, b: &Excuse| {
            (&a.rule, &a.item, a.part, &a.column) == (&b.rule, &b.item, b.part, &b.column)
        };
        for excuse in last.excuses.iter().filter(|excuse| !here.iter().any(|known| same(known, excuse))) {
            self.library.excuse(id, excuse)?;
        }
        Ok(())
    }
}

/// A row of the other side as it is written here.
fn new_step(row: &LogRow) -> NewStep<'_> {
    let LogRow { at, actor, kind, edit, inverse, joined, .. } = row;
    NewStep { kind: *kind, edit, inverse, at: *at, actor, joined: *joined }
}
