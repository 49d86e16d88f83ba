//! 审签过程: the sign-off trail of a catalogue, and what follows from it.

use super::{Action, Excuse, Record, Remark, RemarkEntry, Stage, State, Statement, Version, threads};
use crate::{
    catalogue::{Catalogue, Heading, HeadingField},
    exchange::read_canonical,
};

/// All that is kept of the sign-off of a catalogue, apart from the content on which the steps were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignoffTrail {
    /// 状态, as the library keeps it beside the steps.
    pub stage: Stage,
    /// 版本号, as the library keeps it beside the steps.
    pub version: u32,
    /// The signed steps, in order.
    pub records: Vec<Record>,
    /// The log of remarks.
    pub remark_log: Vec<RemarkEntry>,
}

impl SignoffTrail {
    /// Where the steps lead.
    pub fn state(&self) -> State {
        State::after(self.records.iter().map(|record| record.statement.step()))
    }

    /// The last step.
    pub fn last(&self) -> Option<&Statement> {
        self.records.last().map(|record| &record.statement)
    }

    /// Whether the last step has sent the catalogue back to be changed.
    pub fn is_sent_back(&self) -> bool {
        self.last().is_some_and(|last| last.action == Action::SendBack)
    }

    /// The remarks.
    pub fn remarks(&self) -> Vec<Remark> {
        threads(&self.remark_log)
    }

    /// The reasons for findings that were signed with the last submission up to `step`.
    pub fn excuses_at(&self, step: &Record) -> Vec<Excuse> {
        let before = self.records.iter().take_while(|record| record.statement.seq <= step.statement.seq);
        let submitted = before.filter(|record| record.statement.action == Action::Submit).last();
        submitted.map(|record| record.statement.excuses.clone()).unwrap_or_default()
    }

    /// The steps by which versions were approved.
    pub fn approvals(&self) -> impl DoubleEndedIterator<Item = &Record> {
        approvals(&self.records)
    }

    /// The step by which a version was approved.
    pub fn approval(&self, version: u32) -> Option<&Record> {
        self.approvals().find(|record| record.statement.version == version)
    }
}

/// The steps by which versions were approved.
pub fn approvals(records: &[Record]) -> impl DoubleEndedIterator<Item = &Record> {
    records.iter().filter(|record| record.statement.action == Action::Approve)
}

/// The catalogue on which a step was taken, if it is among `versions`.
pub fn signed_content(statement: &Statement, versions: &[Version]) -> Option<Catalogue> {
    let found = versions.iter().find(|version| version.digest == statement.content)?;
    read_canonical(&found.content)
}

/// Puts the names of those who have taken the steps into the sign-off line. 送审 has written the preparer's name and
/// the date already; nobody may change the content after that, so the other names are added when it is printed.
pub fn sign_heading(heading: &mut Heading, records: &[Record]) {
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

/// The fields of the sign-off line that were typed, in a catalogue that is being prepared: only 送审 writes there, the
/// preparer's name and the date.
pub fn typed_names(heading: &Heading, records: &[Record]) -> Vec<HeadingField> {
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
