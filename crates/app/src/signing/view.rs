//! What the window sees of a catalogue's sign-off.

use std::collections::HashMap;

use mulu_model::{
    Id,
    library::{SealedPart, Summary},
    signoff::{Excuse, Record, Refusal, Remark, RemarkPlace, RemarkState, SignoffTrail},
};
use mulu_signoff::{Fault, Problem};

use crate::{
    AppError,
    error::from::count,
    trail::{TrailFaults, code_of, open_remarks},
    view,
    wire::{
        Action, CatalogueSummary, ExcuseView, ProofFault, ProofProblem, RemarkEntryView, RemarkSpot,
        RemarkTurn, RemarkView, SignoffView, Stage, StepOption, StepRefusal, StepView,
    },
    workspace::Workspace,
};

impl Workspace {
    pub(crate) fn signoff_view(&mut self, id: &Id) -> Result<SignoffView, AppError> {
        let trail = self.trail(id)?;
        let options = self.options(id, &trail)?;
        let unexcused_errors = count(self.unexcused_errors(id, &trail)?);
        let excuses = self.excuses(id, &trail)?.into_iter().filter_map(excuse_view).collect();
        let names = self.names()?;
        let has_secrecy_review = self.library.policy()?.secrecy_review || trail.stage == Stage::SecrecyReview;
        let proof = self.proof(id, &trail)?;
        Ok(SignoffView {
            stage: trail.stage,
            version: trail.version,
            is_sent_back: trail.is_sent_back(),
            has_secrecy_review,
            options,
            steps: trail.records.iter().map(|record| step_view(record, &trail)).collect(),
            versions: proof.versions.clone(),
            remarks: trail.remarks().into_iter().map(|remark| remark_view(remark, &names)).collect(),
            excuses,
            unexcused_errors,
            problems: problems_of(&proof.faults),
        })
    }

    /// What can be done at this stage, and what stands in the way.
    fn options(&mut self, id: &Id, trail: &SignoffTrail) -> Result<Vec<StepOption>, AppError> {
        let working = match self.working() {
            Ok(kept) => Some(kept),
            Err(AppError::NobodyIsWorking) => None,
            Err(error) => return Err(error),
        };
        let mut options = Vec::new();
        for action in Action::ALL.iter().copied() {
            let Some(role) = action.role_at(trail.stage) else { continue };
            let refusal = match &working {
                None => Some(StepRefusal::NoPerson),
                Some(kept) => self.check_step(id, trail, action, kept)?.err(),
            };
            options.push(StepOption { action, role, refusal });
        }
        Ok(options)
    }

    /// A catalogue in the list.
    pub(crate) fn summary(&self, summary: Summary) -> Result<CatalogueSummary, AppError> {
        let (id, stage) = (summary.id.clone(), summary.stage);
        let records = self.library.records(&id)?;
        let mut view = view::summary(summary);
        let Some(last) = records.last() else { return Ok(view) };
        let log = self.library.remarks(&id)?;
        view.is_sent_back = last.statement.action == Action::SendBack;
        view.open_remarks = open_remarks(&log, log.len());
        view.stage_since = Some(last.statement.at.to_string());
        let is_approved = stage == Stage::Approved && last.statement.action == Action::Approve;
        view.check_code = is_approved.then(|| code_of(last));
        Ok(view)
    }
}

fn step_view(record: &Record, trail: &SignoffTrail) -> StepView {
    let statement = &record.statement;
    StepView {
        seq: statement.seq,
        version: statement.version,
        action: statement.action,
        role: statement.role,
        name: statement.person.name.clone(),
        unit: statement.person.unit.clone(),
        at: statement.at.to_string(),
        stage: statement.stage,
        open_remarks: open_remarks(&trail.remark_log, statement.remark_count as usize),
    }
}

fn remark_view(remark: Remark, names: &HashMap<Id, String>) -> RemarkView {
    RemarkView {
        state: match remark.state() {
            RemarkState::Open => RemarkTurn::Open,
            RemarkState::Answered => RemarkTurn::Answered,
            RemarkState::Closed => RemarkTurn::Closed,
        },
        id: remark.id,
        place: spot(remark.place),
        entries: remark
            .entries
            .into_iter()
            .map(|entry| RemarkEntryView {
                name: names.get(&entry.by).cloned().unwrap_or_default(),
                at: entry.at.to_string(),
                kind: entry.kind,
                text: entry.text,
            })
            .collect(),
    }
}

fn spot(place: RemarkPlace) -> RemarkSpot {
    match place {
        RemarkPlace::Whole => RemarkSpot { item: None, part: None, column: None },
        RemarkPlace::Item { item } => RemarkSpot { item: Some(item), part: None, column: None },
        RemarkPlace::Cell { item, part, column } => {
            RemarkSpot { item: Some(item), part: part.map(count), column: Some(column) }
        }
    }
}

fn excuse_view(excuse: Excuse) -> Option<ExcuseView> {
    let Excuse { rule, item, part, column, reason } = excuse;
    Some(ExcuseView { rule, item: item?, part: part.map(count), column: column?, reason })
}

pub(crate) fn problems_of(faults: &TrailFaults) -> Vec<ProofProblem> {
    let altered = faults.unsealed.iter().map(|sealed| altered_problem(*sealed));
    altered.chain(faults.problems.iter().map(proof_problem)).collect()
}

/// Something that was altered past this program.
pub(crate) fn altered_problem(sealed: SealedPart) -> ProofProblem {
    let fault = ProofFault::AlteredOutside;
    ProofProblem { version: None, step: None, part: Some(sealed), fault, is_warning: false }
}

pub(crate) fn proof_problem(problem: &Problem) -> ProofProblem {
    ProofProblem {
        version: problem.version,
        step: problem.seq,
        part: None,
        fault: match &problem.fault {
            Fault::OutOfOrder | Fault::OtherCatalogue => ProofFault::OutOfOrder,
            Fault::BrokenLink => ProofFault::BrokenLink,
            Fault::UnknownAlgorithm { .. } => ProofFault::UnknownAlgorithm,
            Fault::BadSignature => ProofFault::BadSignature,
            Fault::UnknownKey => ProofFault::UnknownKey,
            Fault::KeyOfAnother { .. } => ProofFault::KeyOfAnother,
            Fault::NotAllowed => ProofFault::NotAllowed,
            Fault::OtherContent => ProofFault::OtherContent,
            Fault::ContentMissing => ProofFault::ContentMissing,
            Fault::ContentAltered => ProofFault::ContentAltered,
            Fault::Unsigned => ProofFault::Unsigned,
            Fault::RemarksAltered => ProofFault::RemarksAltered,
            Fault::OtherStage { .. } => ProofFault::OtherStage,
            Fault::CatalogueAltered => ProofFault::CatalogueAltered,
            Fault::ClockSetBack => ProofFault::ClockSetBack,
            Fault::CoverAltered => ProofFault::CoverAltered,
        },
        is_warning: problem.fault.is_warning(),
    }
}

impl From<Refusal> for StepRefusal {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotNow { .. } => Self::NotNow,
            Refusal::NotInRole { role } => Self::NotInRole { role },
            Refusal::SecondRole { role } => Self::SecondRole { role },
            Refusal::HasEdited => Self::HasEdited,
            Refusal::NotTheSubmitter => Self::NotTheSubmitter,
            Refusal::ActedOn => Self::ActedOn,
            Refusal::NoRemark => Self::NoRemark,
            Refusal::UnansweredRemarks { count: n } => Self::UnansweredRemarks { count: count(n) },
            Refusal::UnclosedRemarks { count: n } => Self::UnclosedRemarks { count: count(n) },
            Refusal::UnexcusedErrors { count: n } => Self::UnexcusedErrors { count: count(n) },
        }
    }
}
