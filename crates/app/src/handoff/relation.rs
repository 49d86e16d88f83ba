//! What a hand-off file that has been proved is to what is here.

use mulu_model::{
    Catalogue,
    exchange::read_canonical,
    log::{CommonState, LogRow, last_common_state, replayed_rows},
    merge::{Conflict, Merged, merge},
    signoff::{Handoff, SignoffTrail, Stage, signed_content},
};
use mulu_signoff::{Fault, Problem};

use crate::{AppError, wire::Relation, workspace::Workspace};

/// A file compared with what is here.
pub(super) struct Compared {
    pub(super) relation: Relation,
    /// Why it cannot be taken in though it is proved.
    pub(super) problem: Option<Problem>,
    /// What taking it in does.
    pub(super) meeting: Meeting,
    /// How many steps both have, and how many entries of remarks.
    pub(super) common_records: usize,
    pub(super) common_remarks: usize,
    /// How many are here.
    pub(super) our_records: usize,
    pub(super) our_remarks: usize,
    /// The rows of the edit logs after the last state that both had.
    pub(super) our_rows: Vec<LogRow>,
    pub(super) their_rows: Vec<LogRow>,
}

/// What taking a file in does.
pub(super) enum Meeting {
    /// Nothing.
    Nothing,
    /// The catalogue comes.
    New { catalogue: Box<Catalogue> },
    /// Steps, remarks and changes come to what is here.
    GoesOn { rows: Vec<LogRow>, after: Box<Catalogue> },
    /// Changes on both sides become one state.
    Merge { merged: Box<Merged>, ours: Box<Catalogue>, theirs: Box<Catalogue> },
}

impl Compared {
    fn of(relation: Relation, meeting: Meeting) -> Self {
        Self {
            relation,
            problem: None,
            meeting,
            common_records: 0,
            common_remarks: 0,
            our_records: 0,
            our_remarks: 0,
            our_rows: Vec::new(),
            their_rows: Vec::new(),
        }
    }

    /// How many steps and remarks there are here, and how many of them are in the file too.
    fn counted(handoff: &Handoff, trail: &SignoffTrail) -> Self {
        let common_records = trail.records.iter().zip(&handoff.records).take_while(|(a, b)| a == b).count();
        let common_remarks =
            trail.remark_log.iter().zip(&handoff.remarks).take_while(|(a, b)| a == b).count();
        Self {
            common_records,
            common_remarks,
            our_records: trail.records.len(),
            our_remarks: trail.remark_log.len(),
            ..Self::of(Relation::Known, Meeting::Nothing)
        }
    }

    /// What both sides have changed differently.
    pub(super) fn conflicts(&self) -> &[Conflict] {
        match &self.meeting {
            Meeting::Merge { merged, .. } => &merged.conflicts,
            _ => &[],
        }
    }

    fn refused(mut self, handoff: &Handoff, seq: Option<u32>, fault: Fault) -> Self {
        let version = Some(handoff.cover.version);
        self.relation = Relation::Both;
        self.problem = Some(Problem { version, seq, fault });
        self
    }

    /// Refused at the first step of the file that is not here.
    fn refused_after_common(self, handoff: &Handoff, fault: Fault) -> Self {
        let seq = handoff.records.get(self.common_records).map(|record| record.statement.seq);
        self.refused(handoff, seq, fault)
    }
}

impl Workspace {
    /// What a file that is not proved says that it is; nothing of it is compared.
    pub(super) fn relation_only(&mut self, handoff: &Handoff) -> Result<Compared, AppError> {
        let listed = self.library.list()?;
        let is_here = listed.iter().any(|summary| summary.id == handoff.cover.catalogue);
        let relation = if is_here { Relation::Both } else { Relation::New };
        Ok(Compared::of(relation, Meeting::Nothing))
    }

    /// Compares a file that is proved with what is here.
    pub(super) fn compare(&mut self, handoff: &Handoff) -> Result<Compared, AppError> {
        let id = &handoff.cover.catalogue;
        let theirs = read_canonical(&handoff.content)
            .ok_or_else(|| AppError::BadRequest { detail: "content that is not canonical".to_owned() })?;
        if !self.library.list()?.iter().any(|summary| summary.id == *id) {
            return Ok(Compared::of(Relation::New, Meeting::New { catalogue: Box::new(theirs) }));
        }
        self.refresh(id)?;
        let trail = self.trail(id)?;
        let compared = Compared::counted(handoff, &trail);
        if compared.common_records < trail.records.len().min(handoff.records.len()) {
            return Ok(compared.refused_after_common(handoff, Fault::BrokenLink));
        }
        if compared.common_remarks < trail.remark_log.len().min(handoff.remarks.len()) {
            return Ok(compared.refused(handoff, None, Fault::RemarksAltered));
        }
        let ours = Catalogue::clone(&self.open(id)?.catalogue);
        let our_rows = self.library.log_since(id, 0)?;
        let common = last_common_state((&ours, &our_rows), (&theirs, &handoff.log))
            .or_else(|| common_step(&compared, &trail, handoff));
        match common {
            Some(common) => meet(compared, handoff, &trail, common, ours, theirs),
            None => Ok(compared.refused(handoff, None, Fault::OtherContent)),
        }
    }
}

/// The state on which the last step was made that both have.
fn common_step(compared: &Compared, trail: &SignoffTrail, handoff: &Handoff) -> Option<CommonState> {
    let last = trail.records.get(compared.common_records.checked_sub(1)?)?;
    let state = signed_content(&last.statement, &handoff.versions)?;
    Some(CommonState { state, our_rows: Vec::new(), their_rows: handoff.log.clone() })
}

/// What becomes of two sides that agree up to `common`.
fn meet(
    mut compared: Compared,
    handoff: &Handoff,
    trail: &SignoffTrail,
    common: CommonState,
    ours: Catalogue,
    theirs: Catalogue,
) -> Result<Compared, AppError> {
    let (records, remarks) = (compared.common_records, compared.common_remarks);
    let they_lead = handoff.records.len() > records || handoff.remarks.len() > remarks;
    let we_lead = trail.records.len() > records || trail.remark_log.len() > remarks;
    let is_same = ours == theirs;
    let (we_changed, they_changed) = (ours != common.state, theirs != common.state);
    compared.relation = match (we_lead || we_changed && !is_same, they_lead || they_changed && !is_same) {
        (false, false) => Relation::Known,
        (true, false) => Relation::Older,
        (false, true) => Relation::Newer,
        (true, true) => Relation::Both,
    };
    (compared.our_rows, compared.their_rows) = (common.our_rows, common.their_rows);
    // Steps were made on one side's content: the other's changes have no place in it.
    let can_merge = trail.records.len() == handoff.records.len() && trail.stage == Stage::Preparing;
    match compared.relation {
        Relation::Newer => {
            let Some(rows) = replayed_rows(&ours, &theirs, &compared.their_rows)? else {
                return Ok(compared.refused(handoff, None, Fault::OtherContent));
            };
            compared.meeting = Meeting::GoesOn { rows, after: Box::new(theirs) };
        }
        Relation::Both if can_merge => {
            let merged = Box::new(merge(&common.state, &ours, &theirs));
            compared.meeting = Meeting::Merge { merged, ours: Box::new(ours), theirs: Box::new(theirs) };
        }
        Relation::Both => return Ok(compared.refused_after_common(handoff, Fault::OtherContent)),
        Relation::New | Relation::Known | Relation::Older => {}
    }
    Ok(compared)
}
