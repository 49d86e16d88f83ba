//! What a hand-off file that has been proved is to what is here.

use mulu_model::{
    Catalogue, Edit,
    exchange::read_canonical,
    merge::{Conflict, Merged, merge},
    signoff::{Handoff, LogRow, Stage, StepKind},
};
use mulu_signoff::{Fault, Problem};
use mulu_store::NewStep;

use crate::{
    AppError,
    desk::{By, Desk},
    way::{self, Way, rows_since, step_back},
    wire::Relation,
};

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
    /// The rows of the edit logs behind the last state that both had.
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
    GoesOn { steps: Vec<Replayed>, after: Box<Catalogue> },
    /// Changes on both sides become one state.
    Merge { merged: Box<Merged>, ours: Box<Catalogue>, theirs: Box<Catalogue> },
}

/// A change of the other side, as it is made here.
pub(super) struct Replayed {
    pub(super) row: LogRow,
}

impl Replayed {
    pub(super) fn as_new(&self) -> NewStep<'_> {
        let LogRow { at, actor, kind, edit, inverse, joined, .. } = &self.row;
        NewStep { kind: *kind, edit, inverse, at: *at, actor, joined: *joined }
    }
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
}

impl Desk {
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
        let way = self.way(id)?;
        let ours = Catalogue::clone(&self.open(id)?.catalogue);
        let common = |a: usize, b: usize| a.min(b);
        let (records, remarks) = (&handoff.records, &handoff.remarks);
        let common_records = way.records.iter().zip(records).take_while(|(a, b)| a == b).count();
        let common_remarks = way.log.iter().zip(remarks).take_while(|(a, b)| a == b).count();
        let mut compared = Compared {
            common_records,
            common_remarks,
            our_records: way.records.len(),
            our_remarks: way.log.len(),
            ..Compared::of(Relation::Known, Meeting::Nothing)
        };
        if common_records < common(way.records.len(), records.len()) {
            let seq = records.get(common_records).map(|record| record.statement.seq);
            return Ok(compared.refused(handoff, seq, Fault::BrokenLink));
        }
        if common_remarks < common(way.log.len(), remarks.len()) {
            return Ok(compared.refused(handoff, None, Fault::RemarksAltered));
        }
        let they_lead = records.len() > common_records || remarks.len() > common_remarks;
        let we_lead = way.records.len() > common_records || way.log.len() > common_remarks;
        let Some(base) = self.origin_of_both(handoff, &way, &ours, &theirs, &mut compared)? else {
            return Ok(compared.refused(handoff, None, Fault::OtherContent));
        };
        let (we_changed, they_changed) = (ours != base, theirs != base);
        let is_same = ours == theirs;
        compared.relation = match (we_lead || we_changed && !is_same, they_lead || they_changed && !is_same) {
            (false, false) => Relation::Known,
            (true, false) => Relation::Older,
            (false, true) => Relation::Newer,
            (true, true) => Relation::Both,
        };
        // Steps were made on one side's content: the other's changes have no place in it.
        let can_merge = way.records.len() == records.len() && way.stage == Stage::Preparing;
        match compared.relation {
            Relation::Newer => {
                let Some(steps) = replay(&ours, &theirs, &compared.their_rows)? else {
                    return Ok(compared.refused(handoff, None, Fault::OtherContent));
                };
                compared.meeting = Meeting::GoesOn { steps, after: Box::new(theirs) };
            }
            Relation::Both if can_merge => {
                let merged = Box::new(merge(&base, &ours, &theirs));
                let (ours, theirs) = (Box::new(ours), Box::new(theirs));
                compared.meeting = Meeting::Merge { merged, ours, theirs };
            }
            Relation::Both => {
                let seq = records.get(common_records).map(|record| record.statement.seq);
                return Ok(compared.refused(handoff, seq, Fault::OtherContent));
            }
            Relation::New | Relation::Known | Relation::Older => {}
        }
        Ok(compared)
    }

    /// The last state that both sides had: where their edit logs part; else what the last step was made on that both
    /// have; else where the other's log begins. Notes the rows behind it.
    fn origin_of_both(
        &self,
        handoff: &Handoff,
        way: &Way,
        ours: &Catalogue,
        theirs: &Catalogue,
        compared: &mut Compared,
    ) -> Result<Option<Catalogue>, AppError> {
        let our_rows = self.library.log_since(&handoff.cover.catalogue, 0)?;
        let their_rows = &handoff.log;
        // The last of their rows that is here, and where it is here.
        let shared = their_rows
            .iter()
            .rposition(|row| our_rows.last().is_some_and(|last| is_same_row(last, row)))
            .map(|theirs| (our_rows.len(), theirs + 1))
            .or_else(|| {
                let here = |row: &LogRow| our_rows.iter().rposition(|our| is_same_row(our, row));
                let mut both = their_rows.iter().enumerate().rev();
                both.find_map(|(at, row)| here(row).map(|here| (here + 1, at + 1)))
            });
        if let Some((here, there)) = shared
            && let Some(base) = state_at(theirs.clone(), their_rows, there)
        {
            compared.our_rows = our_rows[here..].to_vec();
            compared.their_rows = their_rows[there..].to_vec();
            return Ok(Some(base));
        }
        compared.their_rows.clone_from(their_rows);
        let mut begin = theirs.clone();
        let mut left = their_rows.len();
        while left > 0 {
            match step_back(&mut begin, their_rows, left) {
                Some(fewer) => left = fewer,
                None => break,
            }
        }
        if let Some(start) = rows_since(ours.clone(), &our_rows, |state| *state == begin) {
            compared.our_rows = our_rows[start..].to_vec();
            return Ok(Some(begin));
        }
        let last = compared.common_records.checked_sub(1).and_then(|last| way.records.get(last));
        Ok(last.and_then(|record| way::content(&record.statement, &handoff.versions)))
    }
}

/// Whether it is the same row, whatever number it has on the other side.
fn is_same_row(a: &LogRow, b: &LogRow) -> bool {
    (a.at, &a.actor, a.kind, &a.edit) == (b.at, &b.actor, b.kind, &b.edit)
}

/// The state after the first so many rows, going back from `now`.
pub(super) fn state_at(mut now: Catalogue, rows: &[LogRow], wanted: usize) -> Option<Catalogue> {
    let mut left = rows.len();
    while left > wanted {
        left = step_back(&mut now, rows, left)?;
    }
    // A row behind was joined with one before.
    for row in &rows[left..wanted] {
        now.apply(&row.edit).ok()?;
    }
    Some(now)
}

/// The rows by which `ours` becomes `theirs`; where the log does not lead there, one that does it. None where that
/// cannot be.
fn replay(ours: &Catalogue, theirs: &Catalogue, rows: &[LogRow]) -> Result<Option<Vec<Replayed>>, AppError> {
    if ours == theirs {
        return Ok(Some(Vec::new()));
    }
    let mut now = ours.clone();
    let leads_there = rows.iter().all(|row| now.apply(&row.edit).is_ok()) && now == *theirs;
    if leads_there {
        return begun_here(ours, rows).map(Some);
    }
    let Some(last) = rows.last() else { return Ok(None) };
    let edit = change(ours, theirs)?;
    let inverse = ours.clone().apply(&edit)?;
    let row = LogRow { edit, inverse, kind: StepKind::Edit, joined: false, ..last.clone() };
    Ok(Some(vec![Replayed { row }]))
}

/// The rows as they are made here. Those that were joined with rows that are not among them lead back to `ours`, and not
/// to what was before those.
fn begun_here(ours: &Catalogue, rows: &[LogRow]) -> Result<Vec<Replayed>, AppError> {
    let mut steps: Vec<Replayed> = rows.iter().map(|row| Replayed { row: row.clone() }).collect();
    let mut now = ours.clone();
    for (at, Replayed { row }) in steps.iter_mut().enumerate().take_while(|(_, step)| step.row.joined) {
        now.apply(&row.edit)?;
        row.inverse = change(&now, ours)?;
        row.joined = at > 0;
    }
    Ok(steps)
}

/// One edit by which a state becomes another.
pub(super) fn change(old: &Catalogue, new: &Catalogue) -> Result<Edit, AppError> {
    Ok(Edit::Several { act: mulu_model::Act::SetCells, edits: super::settle::edits_between(old, new)? })
}

/// What was decided as rows that are one step. The other side's last row is among them, so that its log and ours meet
/// there: it is not asked again, and neither are we.
pub(super) fn settled(
    (ours, theirs, decided): (&Catalogue, &Catalogue, &Catalogue),
    their_rows: &[LogRow],
    by: &By,
) -> Result<Vec<Replayed>, AppError> {
    let row = |edit, now| -> Result<LogRow, AppError> {
        let (actor, kind) = (by.actor.clone(), StepKind::Edit);
        Ok(LogRow { revision: 0, at: by.at, actor, kind, edit, inverse: change(now, ours)?, joined: true })
    };
    let meet =
        |last: &LogRow| Some((last.clone(), state_at(theirs.clone(), their_rows, their_rows.len() - 1)?));
    let Some((last, before)) = their_rows.last().and_then(meet) else {
        let row = LogRow { joined: false, ..row(change(ours, decided)?, decided)? };
        return Ok(vec![Replayed { row }]);
    };
    let there = LogRow { joined: false, ..row(change(ours, &before)?, &before)? };
    let met = LogRow { inverse: change(theirs, ours)?, joined: true, ..last };
    let decision = row(change(theirs, decided)?, decided)?;
    Ok([there, met, decision].map(|row| Replayed { row }).into())
}
