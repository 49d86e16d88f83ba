//! The sign-off of a catalogue as the library keeps it, and what follows from it.

use std::collections::{BTreeSet, HashMap};

use mulu_form::{Stamp, Status};
use mulu_model::{
    Catalogue, Digest, Heading, HeadingField, Id,
    exchange::read_canonical,
    log::{LogRow, rows_before},
    signoff::{
        Action, Excuse, KnownKey, Person, Record, Remark, RemarkEntry, RemarkState, Stage, State, Statement,
        Version, threads,
    },
};
use mulu_signoff::{Evidence, Problem, Standing, check_code, verify};
use mulu_store::Sealed;

use crate::{
    AppError,
    desk::Desk,
    error::from::count,
    wire::{StepRefusal, VersionView},
};

/// All that is kept of the sign-off of a catalogue, but not what the steps were made on.
pub(crate) struct Way {
    pub(crate) stage: Stage,
    pub(crate) version: u32,
    pub(crate) records: Vec<Record>,
    pub(crate) log: Vec<RemarkEntry>,
}

/// What is worked out of a catalogue's sign-off once for each of its states.
pub(crate) struct Proof {
    /// Of which state: revision, steps, remarks, known keys, stage and version.
    of: (u32, usize, usize, usize, Stage, u32),
    /// What does not hold.
    pub(crate) faults: Faults,
    /// Who has changed the catalogue since the last approved version, as the edit log names them.
    editors: BTreeSet<String>,
    /// The approved versions, oldest first.
    pub(crate) versions: Vec<VersionView>,
}

/// What does not hold of a catalogue.
pub(crate) struct Faults {
    /// Of its steps and what they were made on.
    pub(crate) problems: Vec<Problem>,
    /// What of the library or the catalogue was altered past this program.
    pub(crate) unsealed: Vec<Sealed>,
}

impl Way {
    /// Where the steps lead.
    pub(crate) fn state(&self) -> State {
        State::after(self.records.iter().map(|record| record.statement.step()))
    }

    /// The last step.
    pub(crate) fn last(&self) -> Option<&Statement> {
        self.records.last().map(|record| &record.statement)
    }

    /// Whether it is back with who prepares it.
    pub(crate) fn is_sent_back(&self) -> bool {
        self.last().is_some_and(|last| last.action == Action::SendBack)
    }

    /// The remarks.
    pub(crate) fn remarks(&self) -> Vec<Remark> {
        threads(&self.log)
    }

    /// The reasons for findings that were signed with the last submission up to a step.
    pub(crate) fn excuses_at(&self, step: &Record) -> Vec<Excuse> {
        let before = self.records.iter().take_while(|record| record.statement.seq <= step.statement.seq);
        let submitted = before.filter(|record| record.statement.action == Action::Submit).last();
        submitted.map(|record| record.statement.excuses.clone()).unwrap_or_default()
    }

    /// The steps by which versions were approved.
    pub(crate) fn approvals(&self) -> impl DoubleEndedIterator<Item = &Record> {
        approvals(&self.records)
    }

    /// The step by which the version was approved.
    pub(crate) fn approval(&self, number: u32) -> Option<&Record> {
        self.approvals().find(|record| record.statement.version == number)
    }
}

/// The steps by which versions were approved.
pub(crate) fn approvals(records: &[Record]) -> impl DoubleEndedIterator<Item = &Record> {
    records.iter().filter(|record| record.statement.action == Action::Approve)
}

impl Proof {
    /// Whether everything is as it was signed; warnings forbid nothing.
    pub(crate) fn holds(&self) -> bool {
        let Faults { problems, unsealed } = &self.faults;
        unsealed.is_empty() && problems.iter().all(|problem| problem.fault.is_warning())
    }

    /// Whether the person has changed the version that is being made.
    pub(crate) fn is_editor(&self, person: &Id) -> bool {
        self.editors.iter().any(|actor| is_actor(actor, person))
    }
}

impl Desk {
    /// The sign-off of a catalogue.
    pub(crate) fn way(&self, id: &Id) -> Result<Way, AppError> {
        let (stage, version) = self.library.standing(id)?;
        Ok(Way { stage, version, records: self.library.records(id)?, log: self.library.remarks(id)? })
    }

    /// Proves the sign-off of a catalogue that is in memory. What was worked out is kept until something changes.
    pub(crate) fn proof(&mut self, id: &Id, way: &Way) -> Result<&Proof, AppError> {
        let keys = self.library.keys()?;
        let open = self.open(id)?;
        let of = (open.revision, way.records.len(), way.log.len(), keys.len(), way.stage, way.version);
        if self.proofs.get(id).is_none_or(|proof| proof.of != of) {
            let versions = self.library.versions(id)?;
            let proof = Proof {
                of,
                faults: self.faults(id, way, &keys, &versions)?,
                editors: self.log_of_draft(id, way, &versions)?.into_iter().map(|row| row.actor).collect(),
                versions: way.approvals().map(|record| version_view(record, &versions)).collect(),
            };
            self.proofs.insert(id.clone(), proof);
        }
        self.proofs.get(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })
    }

    /// What does not hold of a catalogue that is in memory.
    pub(crate) fn faults(
        &self,
        id: &Id,
        way: &Way,
        keys: &[KnownKey],
        versions: &[Version],
    ) -> Result<Faults, AppError> {
        // Without a record there is no digest to compare with, and the digest of the whole costs.
        let content = match way.records.is_empty() {
            true => Digest::of(&[]),
            false => Digest::of_catalogue(&self.open(id)?.catalogue),
        };
        let mut unsealed = self.library.unsealed()?;
        unsealed.extend(self.library.unsealed_of(id)?);
        let problems = verify(&Evidence {
            catalogue: id,
            records: &way.records,
            versions,
            remarks: &way.log,
            keys,
            standing: Standing { stage: way.stage, version: way.version, content },
        });
        Ok(Faults { problems, unsealed })
    }

    /// Refuses to sign anything where not everything is as it was signed, proved anew.
    pub(crate) fn must_be_proved(&mut self, id: &Id, way: &Way) -> Result<(), AppError> {
        self.proofs.remove(id);
        match self.proof(id, way)?.holds() {
            true => Ok(()),
            false => Err(AppError::StepRefused { refusal: StepRefusal::NotProved }),
        }
    }

    /// The rows of the edit log that made the version that is being made, or has been made, out of the approved one
    /// before it: found by going back until that is reached, because clocks of two PCs tell nothing.
    pub(crate) fn log_of_draft(
        &self,
        id: &Id,
        way: &Way,
        versions: &[Version],
    ) -> Result<Vec<LogRow>, AppError> {
        let mut rows = self.library.log_since(id, 0)?;
        let before = way.version.checked_sub(1).and_then(|number| way.approval(number));
        let Some(before) = before.and_then(|record| content(&record.statement, versions)) else {
            return Ok(rows);
        };
        let now = Catalogue::clone(&self.open(id)?.catalogue);
        if let Some(start) = rows_before(now, &rows, |catalogue| *catalogue == before) {
            rows.drain(..start);
        }
        Ok(rows)
    }

    /// The names of all who are known here, of people elsewhere too.
    pub(crate) fn names(&self) -> Result<HashMap<Id, String>, AppError> {
        let keys = self.library.keys()?.into_iter().map(|key| (key.person, key.name));
        let people = self.library.people()?.into_iter().map(|kept| (kept.person.id, kept.person.name));
        // The name that somebody has now goes before the one that came with the key.
        Ok(keys.chain(people).collect())
    }
}

/// What a step was made on, where it is kept.
pub(crate) fn content(statement: &Statement, versions: &[Version]) -> Option<Catalogue> {
    let found = versions.iter().find(|version| version.digest == statement.content)?;
    read_canonical(&found.content)
}

fn version_view(record: &Record, versions: &[Version]) -> VersionView {
    let catalogue = content(&record.statement, versions);
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

/// 核对码: of the record of the approval, so that it stands for the content, for who has signed it and when, and for
/// all steps before.
pub(crate) fn code_of(approval: &Record) -> String {
    check_code(&approval.digest())
}

/// What a version says of itself on paper; where the stage and the steps do not say that it is approved, that it is a
/// draft.
pub(crate) fn status(way: &Way, number: u32) -> Status {
    match way.approval(number) {
        Some(approval) if number < way.version || way.stage == Stage::Approved => {
            Status::Approved(Stamp { version: number, check_code: code_of(approval) })
        }
        _ => Status::Draft,
    }
}

/// What proved steps, of which the last is the newest, say of the catalogue on paper.
pub(crate) fn status_after(steps: &[Record]) -> Status {
    match steps.last() {
        Some(last) if last.statement.stage == Stage::Approved => {
            Status::Approved(Stamp { version: last.statement.version, check_code: code_of(last) })
        }
        _ => Status::Draft,
    }
}

/// Puts the names of those who have taken the steps into the sign-off line. What was submitted has the preparer's
/// name and date already; who checks it afterwards must not change it, so those names are added when it is printed.
pub(crate) fn sign_heading(heading: &mut Heading, records: &[Record]) {
    let submitted = records.iter().rposition(|record| record.statement.action == Action::Submit);
    let steps = submitted.and_then(|at| records.get(at..)).unwrap_or_default();
    if steps.last().is_none_or(|last| last.statement.stage == Stage::Preparing) {
        return;
    }
    for Record { statement, .. } in steps {
        let name = match statement.action {
            Action::Submit => &mut heading.preparer,
            Action::Review => &mut heading.reviewer,
            Action::Approve => &mut heading.approver,
            _ => continue,
        };
        name.clone_from(&statement.person.name);
    }
}

/// What stands in the sign-off line of a catalogue that is being prepared, and was typed: only 送审 writes a name there,
/// the preparer's, and with it the date.
pub(crate) fn typed(heading: &Heading, records: &[Record]) -> Vec<HeadingField> {
    let submitted = records.iter().rfind(|record| record.statement.action == Action::Submit);
    let is_signed = submitted.is_some_and(|record| record.statement.person.name == heading.preparer);
    let names = [
        (HeadingField::Preparer, !is_signed && !heading.preparer.is_empty()),
        (HeadingField::Reviewer, !heading.reviewer.is_empty()),
        (HeadingField::Approver, !heading.approver.is_empty()),
        (HeadingField::PreparedAt, !is_signed && !heading.preparer.is_empty()),
    ];
    names.into_iter().filter(|(_, is_typed)| *is_typed).map(|(field, _)| field).collect()
}

/// How many remarks wait for an answer after so many entries.
pub(crate) fn open_remarks(log: &[RemarkEntry], entries: usize) -> u32 {
    let remarks = threads(log.get(..entries).unwrap_or(log));
    count(remarks.iter().filter(|remark| remark.state() == RemarkState::Open).count())
}

/// A person as the edit log names them: by name for whoever reads it, by identity for who may check.
pub(crate) fn actor_of(person: &Person) -> String {
    format!("{} <{}>", person.name, person.id)
}

/// Whether the edit log means this person.
fn is_actor(actor: &str, person: &Id) -> bool {
    split_actor(actor).is_some_and(|(_, id)| id == person.as_str())
}

/// Who the edit log names, as users read it.
pub(crate) fn shown_actor(actor: &str) -> &str {
    split_actor(actor).map_or(actor, |(name, _)| name)
}

fn split_actor(actor: &str) -> Option<(&str, &str)> {
    actor.strip_suffix('>')?.rsplit_once(" <")
}
