//! The sign-off trail of a catalogue as the library keeps it, with its proof.

mod proof;

use std::collections::HashMap;

use mulu_form::{Stamp, Status};
use mulu_model::{
    Catalogue, Digest, Id,
    library::SealedPart,
    log::{LogRow, rows_before},
    signoff::{
        KnownKey, Record, RemarkEntry, RemarkState, SignoffTrail, Stage, Version, signed_content, threads,
    },
};
use mulu_signoff::{Evidence, Standing, check_code, verify};

use crate::{
    AppError,
    error::from::count,
    wire::{StepRefusal, VersionView},
    workspace::Workspace,
};

pub(crate) use proof::{TrailFaults, TrailProof};

impl Workspace {
    /// The sign-off trail of a catalogue.
    pub(crate) fn trail(&self, id: &Id) -> Result<SignoffTrail, AppError> {
        let (stage, version) = self.library.standing(id)?;
        let (records, remark_log) = (self.library.records(id)?, self.library.remarks(id)?);
        Ok(SignoffTrail { stage, version, records, remark_log })
    }

    /// Proves the sign-off of a catalogue that is in memory. The proof is kept until something changes.
    pub(crate) fn proof(&mut self, id: &Id, trail: &SignoffTrail) -> Result<&TrailProof, AppError> {
        let keys = self.library.keys()?;
        let revision = self.open(id)?.revision;
        let (steps, remarks) = (trail.records.len(), trail.remark_log.len());
        let of = (revision, steps, remarks, keys.len(), trail.stage, trail.version);
        if self.proofs.get(id).is_none_or(|proof| proof.of != of) {
            let versions = self.library.versions(id)?;
            let library_seals = self.library.unsealed()?;
            let proof = TrailProof {
                of,
                faults: self.faults(id, trail, &keys, &versions, library_seals)?,
                editors: self.log_of_draft(id, trail, &versions)?.into_iter().map(|row| row.actor).collect(),
                versions: trail.approvals().map(|record| version_view(record, &versions)).collect(),
            };
            self.proofs.insert(id.clone(), proof);
        }
        self.proofs.get(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })
    }

    /// What does not hold of a catalogue that is in memory. `unsealed` is what is altered in the library as a whole:
    /// the same for all its catalogues, and costly to find.
    pub(crate) fn faults(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        keys: &[KnownKey],
        versions: &[Version],
        mut unsealed: Vec<SealedPart>,
    ) -> Result<TrailFaults, AppError> {
        // Without a record there is no digest to compare with, and the digest of a whole catalogue costs.
        let content = match trail.records.is_empty() {
            true => Digest::of(&[]),
            false => Digest::of_catalogue(&self.open(id)?.catalogue),
        };
        unsealed.extend(self.library.unsealed_of(id)?);
        let problems = verify(&Evidence {
            catalogue: id,
            records: &trail.records,
            versions,
            remarks: &trail.remark_log,
            keys,
            standing: Standing { stage: trail.stage, version: trail.version, content },
        });
        Ok(TrailFaults { problems, unsealed })
    }

    /// Proves the sign-off anew and refuses to go on where something is not as it was signed.
    pub(crate) fn must_be_proved(&mut self, id: &Id, trail: &SignoffTrail) -> Result<(), AppError> {
        self.proofs.remove(id);
        match self.proof(id, trail)?.holds() {
            true => Ok(()),
            false => Err(AppError::StepRefused { refusal: StepRefusal::NotProved }),
        }
    }

    /// The rows of the edit log that led from the approved version before this one to this one. They are found by
    /// going back until that version is reached: the clocks of two PCs do not tell it.
    pub(crate) fn log_of_draft(
        &self,
        id: &Id,
        trail: &SignoffTrail,
        versions: &[Version],
    ) -> Result<Vec<LogRow>, AppError> {
        let mut rows = self.library.log_since(id, 0)?;
        let before = trail.version.checked_sub(1).and_then(|number| trail.approval(number));
        let Some(before) = before.and_then(|record| signed_content(&record.statement, versions)) else {
            return Ok(rows);
        };
        let now = Catalogue::clone(&self.open(id)?.catalogue);
        if let Some(start) = rows_before(now, &rows, |catalogue| *catalogue == before) {
            rows.drain(..start);
        }
        Ok(rows)
    }

    /// The names of all people who are known here, also of people elsewhere.
    pub(crate) fn names(&self) -> Result<HashMap<Id, String>, AppError> {
        let keys = self.library.keys()?.into_iter().map(|key| (key.person, key.name));
        let people = self.library.people()?.into_iter().map(|kept| (kept.person.id, kept.person.name));
        // The name that somebody has now goes before the one that came with the key.
        Ok(keys.chain(people).collect())
    }
}

fn version_view(record: &Record, versions: &[Version]) -> VersionView {
    let catalogue = signed_content(&record.statement, versions);
    let counts = catalogue.map(|catalogue| (catalogue.groups.len(), catalogue.item_count()));
    let (groups, items) = counts.unwrap_or_default();
    VersionView {
        number: record.statement.version,
        approved_at: record.statement.at.to_string(),
        groups: count(groups),
        items: count(items),
        check_code: code_of(record),
    }
}

/// 校验码 of the record of an approval: it stands for the content, for who has signed it and when, and for all steps
/// before.
pub(crate) fn code_of(approval: &Record) -> String {
    check_code(&approval.digest())
}

/// What a version says of itself on paper: approved only where stage and steps both say so, else a draft.
pub(crate) fn status(trail: &SignoffTrail, version: u32) -> Status {
    let is_approved = version < trail.version || trail.stage == Stage::Approved;
    trail.approval(version).filter(|_| is_approved).map_or(Status::Draft, approved)
}

/// What a catalogue says of itself on paper after proved steps, the newest last.
pub(crate) fn status_after(steps: &[Record]) -> Status {
    steps.last().filter(|last| last.statement.stage == Stage::Approved).map_or(Status::Draft, approved)
}

fn approved(approval: &Record) -> Status {
    Status::Approved(Stamp { version: approval.statement.version, check_code: code_of(approval) })
}

/// How many remarks waited for an answer when the log had so many entries.
pub(crate) fn open_remarks(log: &[RemarkEntry], entries: usize) -> u32 {
    let remarks = threads(log.get(..entries).unwrap_or(log));
    count(remarks.iter().filter(|remark| remark.state() == RemarkState::Open).count())
}
