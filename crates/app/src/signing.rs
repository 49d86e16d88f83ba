//! The sign-off of a catalogue: its steps, what is said about it, and its proof.

mod view;

use jiff::Timestamp;
use mulu_model::{
    Act, Catalogue, Digest, Edit, HeadingField, Id, exchange,
    library::{KeptPerson, NewRecords, NewStep},
    limits,
    log::StepKind,
    signoff::{
        Actor, EntryKind, Excuse, Facts, Policy, Record, Remark, RemarkEntry, RemarkPlace, RemarkRefusal,
        Signatory, SignoffTrail, Statement, Step, Version, check_entry, signed_content,
    },
};
use mulu_signoff::{CodeError, NewRecord, parse_check_code};

use crate::{
    App, AppError, CodeProblem, RemarkProblem,
    error::from::count,
    findings::{errors, is_excused, is_of},
    trail::code_of,
    wire::{
        Action, CodeAnswer, CodeVersion, ExcuseView, RemarkRequest, RemarkSpot, SignoffView, Stage,
        StepRefusal,
    },
    workspace::Workspace,
};

pub(crate) use view::{altered_problem, problems_of, proof_problem};

impl App {
    /// All that is to be known of the sign-off of a catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn signoff(&self, id: &Id) -> Result<SignoffView, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        workspace.signoff_view(id)
    }

    /// Takes a step, signed by the one who is working. 退回 may come with an `opinion`, a remark on the whole that is
    /// written only if the step is taken; it is empty where nothing is said, and for all other steps.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::LostKey`],
    /// [`AppError::StepRefused`], [`AppError::RemarkRefused`], [`AppError::TextTooLong`],
    /// [`AppError::ChangedElsewhere`].
    pub fn take_step(
        &self,
        id: &Id,
        action: Action,
        opinion: &str,
        pin: &str,
    ) -> Result<SignoffView, AppError> {
        let mut workspace = self.workspace();
        workspace.must_be_current(id)?;
        let kept = workspace.working()?;
        let mut trail = workspace.trail(id)?;
        workspace.must_be_proved(id, &trail)?;
        let now = self.host.now();
        let known = trail.remark_log.len();
        if action == Action::SendBack && !opinion.trim().is_empty() {
            trail.remark_log.push(self.opinion(&kept, opinion, &trail, now)?);
        }
        let step = workspace
            .check_step(id, &trail, action, &kept)?
            .map_err(|refusal| AppError::StepRefused { refusal })?;
        let signer = workspace.signer(&kept, pin, now)?;
        let excuses =
            if action == Action::Submit { workspace.excuses_in_force(id, &trail)? } else { Vec::new() };

        // What is submitted bears the name of who submits it; all later steps are made on the same.
        let mut catalogue = Catalogue::clone(&workspace.open(id)?.catalogue);
        let edits = match action {
            Action::Submit => sign_off_line(&catalogue, &kept.person.name, self.host.today()),
            _ => Vec::new(),
        };
        let edit = Edit::Several { act: Act::SetCells, edits };
        let inverse = catalogue.apply(&edit)?;
        let actor = kept.person.actor();
        let row = NewStep {
            kind: StepKind::Edit,
            edit: &edit,
            inverse: &inverse,
            at: now,
            actor: &actor,
            joined: false,
        };
        let is_edited = matches!(&edit, Edit::Several { edits, .. } if !edits.is_empty());
        let version = (action == Action::Submit)
            .then(|| Version::new(trail.version, exchange::canonical_bytes(&catalogue)));
        let content = match (&version, trail.last()) {
            (Some(version), _) => version.digest,
            (None, Some(last)) => last.content,
            (None, None) => Digest::of_catalogue(&catalogue),
        };
        let record = signer.sign(
            trail.records.last(),
            NewRecord {
                catalogue: id,
                step,
                person: signatory(&kept),
                at: now,
                content,
                remarks: &trail.remark_log,
                excuses,
            },
        );
        let new = NewRecords {
            records: std::slice::from_ref(&record),
            versions: version.as_slice(),
            remarks: &trail.remark_log[known..],
            edits: if is_edited { std::slice::from_ref(&row) } else { &[] },
            after: &catalogue,
            at: now,
        };
        workspace.sign(id, &new)?;
        workspace.signoff_view(id)
    }

    /// 退回意见: a remark on the whole.
    fn opinion(
        &self,
        kept: &KeptPerson,
        opinion: &str,
        trail: &SignoffTrail,
        at: Timestamp,
    ) -> Result<RemarkEntry, AppError> {
        let entry = RemarkEntry {
            remark: self.host.new_id(),
            place: RemarkPlace::Whole,
            by: kept.person.id.clone(),
            at,
            kind: EntryKind::Asked,
            text: opinion.trim().to_owned(),
        };
        check_entry(None, &entry, trail.stage, &kept.person.roles)
            .map_err(|refusal| remark_refused(&refusal))?;
        Ok(entry)
    }

    /// Makes an entry in the log of remarks.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::RemarkRefused`], [`AppError::TextTooLong`].
    pub fn remark(&self, id: &Id, request: RemarkRequest) -> Result<SignoffView, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        let kept = workspace.working()?;
        let trail = workspace.trail(id)?;
        let remarks = trail.remarks();
        let RemarkRequest { remark, place, kind, text } = request;
        let known = match &remark {
            None => None,
            Some(id) => Some(remarks.iter().find(|remark| remark.id == *id).ok_or_else(no_remark)?),
        };
        let entry = RemarkEntry {
            remark: remark.clone().unwrap_or_else(|| self.host.new_id()),
            place: known.map_or_else(|| place_of(place), |remark: &Remark| remark.place.clone()),
            by: kept.person.id.clone(),
            at: self.host.now(),
            kind,
            text,
        };
        check_entry(known, &entry, trail.stage, &kept.person.roles)
            .map_err(|refusal| remark_refused(&refusal))?;
        let catalogue = std::sync::Arc::clone(&workspace.open(id)?.catalogue);
        let at = entry.at;
        let new =
            NewRecords { records: &[], versions: &[], remarks: &[entry], edits: &[], after: &catalogue, at };
        workspace.sign(id, &new)?;
        workspace.signoff_view(id)
    }

    /// Says why a finding is left as it is.
    ///
    /// # Errors
    /// [`AppError::NotEditable`], [`AppError::TextTooLong`].
    pub fn excuse(&self, id: &Id, excuse: ExcuseView) -> Result<SignoffView, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        workspace.must_be_preparing(id)?;
        let ExcuseView { rule, item, part, column, reason } = excuse;
        if [&rule, &reason].iter().any(|text| text.chars().count() > limits::TEXT_CHARS) {
            return Err(AppError::TextTooLong { max: count(limits::TEXT_CHARS) });
        }
        let part = part.map(|part| part as usize);
        let reason = reason.trim().to_owned();
        let excuse = Excuse { rule, item: Some(item), part, column: Some(column), reason };
        workspace.library.excuse(id, &excuse)?;
        workspace.signoff_view(id)
    }

    /// What a printed check code belongs to: searched for in all approved versions of catalogues in use.
    ///
    /// # Errors
    /// [`AppError::BadCheckCode`]
    pub fn check_code(&self, code: &str) -> Result<CodeAnswer, AppError> {
        let check_code = read_code(code)?;
        let mut workspace = self.workspace();
        for summary in workspace.library.list()?.into_iter().filter(|summary| summary.deleted_at.is_none()) {
            let trail = workspace.trail(&summary.id)?;
            let Some(approval) = trail.approvals().find(|record| code_of(record) == check_code) else {
                continue;
            };
            workspace.ensure_open(&summary.id)?;
            let is_proved = workspace.proof(&summary.id, &trail)?.holds();
            let version =
                code_version(&summary.id, approval, &workspace.library.versions(&summary.id)?, is_proved);
            return Ok(CodeAnswer { check_code, version: Some(version) });
        }
        Ok(CodeAnswer { check_code, version: None })
    }
}

/// A check code as it is printed, from what somebody has typed.
pub(crate) fn read_code(typed: &str) -> Result<String, AppError> {
    parse_check_code(typed).map_err(|error| AppError::BadCheckCode { problem: error.into() })
}

/// The version that a step approved.
pub(crate) fn code_version(
    catalogue: &Id,
    approval: &Record,
    versions: &[Version],
    is_proved: bool,
) -> CodeVersion {
    let Statement { version, at, person, .. } = &approval.statement;
    let content = signed_content(&approval.statement, versions);
    CodeVersion {
        catalogue: catalogue.clone(),
        title: content.map(|catalogue| catalogue.heading.title).unwrap_or_default(),
        number: *version,
        approved_at: at.to_string(),
        approved_by: person.name.clone(),
        is_proved,
    }
}

impl Workspace {
    /// Refuses to change what is signed or on its way.
    pub(crate) fn must_be_preparing(&self, id: &Id) -> Result<(), AppError> {
        match self.library.standing(id)? {
            (Stage::Preparing, _) => Ok(()),
            (stage, _) => Err(AppError::NotEditable { stage }),
        }
    }

    /// Keeps steps and remarks, and what comes with them, in the library and in memory.
    pub(crate) fn sign(&mut self, id: &Id, new: &NewRecords<'_>) -> Result<(), AppError> {
        let mut open = self.open.remove(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })?;
        let revision = self.library.sign(id, open.revision, new)?;
        if revision != open.revision {
            open.catalogue = std::sync::Arc::new(new.after.clone());
        }
        open.revision = revision;
        open.saved_at = new.at;
        self.open.insert(id.clone(), open);
        Ok(())
    }

    /// The step that the person would take, or what stands in the way.
    pub(crate) fn check_step<'a>(
        &mut self,
        id: &Id,
        trail: &SignoffTrail,
        action: Action,
        kept: &'a KeptPerson,
    ) -> Result<Result<Step<'a>, StepRefusal>, AppError> {
        let policy = self.library.policy()?;
        let unexcused_errors = self.unexcused_errors(id, trail)?;
        let proof = self.proof(id, trail)?;
        if !proof.holds() {
            return Ok(Err(StepRefusal::NotProved));
        }
        let facts = Facts {
            unexcused_errors,
            actor_has_edited: proof.is_editor(&kept.person.id),
            ..Facts::default()
        };
        Ok(act(trail, action, kept, facts.with_remarks(&trail.remarks()), policy))
    }

    /// How many findings of severity error have no reason.
    pub(crate) fn unexcused_errors(&self, id: &Id, trail: &SignoffTrail) -> Result<usize, AppError> {
        let excuses = self.excuses(id, trail)?;
        let errors = errors(&self.open(id)?.catalogue);
        Ok(errors.iter().filter(|error| !is_excused(error, &excuses)).count())
    }

    /// The reasons that were given for findings: those that were signed, where the catalogue is on its way.
    pub(crate) fn excuses(&self, id: &Id, trail: &SignoffTrail) -> Result<Vec<Excuse>, AppError> {
        if trail.stage == Stage::Preparing {
            return Ok(self.library.excuses(id)?);
        }
        Ok(trail.records.last().map(|last| trail.excuses_at(last)).unwrap_or_default())
    }

    /// The reasons for what is still found.
    fn excuses_in_force(&self, id: &Id, trail: &SignoffTrail) -> Result<Vec<Excuse>, AppError> {
        let errors = errors(&self.open(id)?.catalogue);
        let mut excuses = self.excuses(id, trail)?;
        excuses.retain(|excuse| errors.iter().any(|error| is_of(excuse, error)));
        Ok(excuses)
    }
}

fn act<'a>(
    trail: &SignoffTrail,
    action: Action,
    kept: &'a KeptPerson,
    facts: Facts,
    policy: Policy,
) -> Result<Step<'a>, StepRefusal> {
    let actor = Actor { person: &kept.person.id, roles: &kept.person.roles };
    trail.state().act(action, actor, facts, policy).map_err(StepRefusal::from)
}

/// The edits that write who submits a catalogue, and when, into its sign-off line. Who checks it is not known yet.
fn sign_off_line(catalogue: &Catalogue, preparer: &str, today: mulu_model::Date) -> Vec<Edit> {
    let line = [
        (HeadingField::Preparer, preparer.to_owned()),
        (HeadingField::Reviewer, String::new()),
        (HeadingField::Approver, String::new()),
        (HeadingField::PreparedAt, today.to_string()),
    ];
    let changed = line.into_iter().filter(|(field, value)| catalogue.heading.get(*field) != *value);
    changed.map(|(field, value)| Edit::SetHeading { field, value }).collect()
}

pub(crate) fn signatory(kept: &KeptPerson) -> Signatory {
    let person = &kept.person;
    Signatory { id: person.id.clone(), name: person.name.clone(), unit: person.unit.clone() }
}

fn no_remark() -> AppError {
    AppError::RemarkRefused { problem: RemarkProblem::NoRemark }
}

fn place_of(spot: RemarkSpot) -> RemarkPlace {
    let RemarkSpot { item, part, column } = spot;
    match (item, column) {
        (None, _) => RemarkPlace::Whole,
        (Some(item), None) => RemarkPlace::Item { item },
        (Some(item), Some(column)) => {
            RemarkPlace::Cell { item, part: part.map(|part| part as usize), column }
        }
    }
}

fn remark_refused(refusal: &RemarkRefusal) -> AppError {
    let problem = match refusal {
        RemarkRefusal::NotNow { .. } => RemarkProblem::NotNow,
        RemarkRefusal::NotInRole { role } => RemarkProblem::NotInRole { role: *role },
        RemarkRefusal::NoRemark(_) | RemarkRefusal::OtherPlace => RemarkProblem::NoRemark,
        RemarkRefusal::Closed => RemarkProblem::Closed,
        RemarkRefusal::NoWords => RemarkProblem::NoWords,
        RemarkRefusal::TextTooLong => return AppError::TextTooLong { max: count(limits::TEXT_CHARS) },
    };
    AppError::RemarkRefused { problem }
}

impl From<CodeError> for CodeProblem {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Length { found, expected } => {
                Self::Length { found: count(found), wanted: count(expected) }
            }
            CodeError::Character { at, found } => {
                Self::Character { character: found.to_string(), at: count(at) }
            }
            CodeError::Mistyped => Self::Mistyped,
        }
    }
}
