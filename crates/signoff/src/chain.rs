//! Proving the chain of a catalogue's records, and what they were made on.

use std::collections::{HashMap, HashSet};

use mulu_model::{
    Digest, HexBytes, Id,
    signoff::{Action, KnownKey, Record, RemarkEntry, Stage, State, Statement, Version, remarks_digest},
};

use crate::sign::{ALGORITHM, is_signed_by};

/// All that is kept of a catalogue's sign-off, as a library or a hand-off file has it.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The catalogue.
    pub catalogue: &'a Id,
    /// Its records, in order.
    pub records: &'a [Record],
    /// What the steps were made on.
    pub versions: &'a [Version],
    /// The log of its remarks.
    pub remarks: &'a [RemarkEntry],
    /// The keys that are trusted here.
    pub keys: &'a [KnownKey],
    /// Where the catalogue is said to stand.
    pub standing: Standing,
}

/// Where a catalogue is said to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
    /// The digest of the catalogue as it is now.
    pub content: Digest,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// 版本号, where it concerns one.
    pub version: Option<u32>,
    /// The step from 1, where it concerns one.
    pub seq: Option<u32>,
    /// What.
    pub fault: Fault,
}

/// What can be wrong with a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The step has another number than its place in the chain: one is missing, or there twice.
    OutOfOrder,
    /// The step is one of another catalogue.
    OtherCatalogue,
    /// The step was made after another one than stands before it.
    BrokenLink,
    /// The algorithm is not known here: a newer program made it.
    UnknownAlgorithm {
        /// Its name.
        name: String,
    },
    /// The record, or its signature, has been altered.
    BadSignature,
    /// The key is nobody's that is known here.
    UnknownKey,
    /// The key is another person's.
    KeyOfAnother {
        /// Whose.
        person: Id,
    },
    /// The step was not possible then.
    NotAllowed,
    /// The step was made on something else than was submitted.
    OtherContent,
    /// What the step was made on is not there.
    ContentMissing,
    /// What the step was made on has been altered.
    ContentAltered,
    /// Something is kept as a version that no step was made on.
    Unsigned,
    /// Remarks that were there at that step are gone or have been altered.
    RemarksAltered,
    /// The catalogue is said to stand elsewhere than the steps lead.
    OtherStage {
        /// Where the steps lead.
        stage: Stage,
        /// To which version.
        version: u32,
    },
    /// The catalogue is not what the last step was made on.
    CatalogueAltered,
    /// The step is dated before the one before it. Only a warning: clocks of two PCs differ.
    ClockSetBack,
    /// The hand-off file, or the sender's signature, has been altered.
    CoverAltered,
}

impl Fault {
    /// Whether it is only a warning: somebody should look at it, but it forbids nothing.
    pub fn is_warning(&self) -> bool {
        *self == Self::ClockSetBack
    }
}

/// Finds everything that does not hold; nothing if all is as it was signed.
pub fn verify(evidence: &Evidence<'_>) -> Vec<Problem> {
    let mut verifier = Verifier::new(evidence);
    let mut state = State::new();
    let mut previous: Option<&Record> = None;
    for (seq, record) in (1..).zip(evidence.records) {
        let Record { statement, .. } = record;
        verifier.check_place(seq, record, previous);
        verifier.check_signature(record);
        verifier.check_content(statement, previous.map(|record| &record.statement));
        verifier.check_remarks(statement);
        let is_possible = statement.action.role_at(state.stage) == Some(statement.role)
            && statement.action.may_lead_to(statement.stage);
        state = state.follow(statement.step());
        if !is_possible || state.version != statement.version {
            verifier.found(statement, Fault::NotAllowed);
        }
        previous = Some(record);
    }
    verifier.check_end(&state, previous.map(|record| &record.statement));
    verifier.problems
}

struct Verifier<'a> {
    evidence: &'a Evidence<'a>,
    problems: Vec<Problem>,
    owners: HashMap<&'a HexBytes, &'a Id>,
    /// The digests of the versions that are kept, computed from their bytes; by number and by the digest under which
    /// they are kept.
    contents: HashMap<(u32, Digest), Digest>,
    /// The versions on which steps were taken.
    signed: HashSet<(u32, Digest)>,
    /// The digest of the beginning of the log of remarks, by number of entries.
    remarks: HashMap<usize, Digest>,
}

impl<'a> Verifier<'a> {
    fn new(evidence: &'a Evidence<'a>) -> Self {
        let computed = evidence.versions.iter().map(|v| ((v.number, v.digest), Digest::of(&v.content)));
        Self {
            evidence,
            problems: Vec::new(),
            owners: evidence.keys.iter().map(|key| (&key.public_key, &key.person)).collect(),
            contents: computed.collect(),
            signed: HashSet::new(),
            remarks: HashMap::new(),
        }
    }

    fn found(&mut self, statement: &Statement, fault: Fault) {
        let Statement { version, seq, .. } = *statement;
        self.problems.push(Problem { version: Some(version), seq: Some(seq), fault });
    }

    fn check_place(&mut self, seq: u32, record: &Record, previous: Option<&Record>) {
        let statement = &record.statement;
        if statement.seq != seq {
            self.found(statement, Fault::OutOfOrder);
        }
        if statement.catalogue != *self.evidence.catalogue {
            self.found(statement, Fault::OtherCatalogue);
        }
        if statement.previous != previous.map(Record::digest) {
            self.found(statement, Fault::BrokenLink);
        }
        if previous.is_some_and(|previous| statement.at < previous.statement.at) {
            self.found(statement, Fault::ClockSetBack);
        }
    }

    fn check_signature(&mut self, record: &Record) {
        let statement = &record.statement;
        if statement.algorithm != ALGORITHM {
            let name = statement.algorithm.clone();
            return self.found(statement, Fault::UnknownAlgorithm { name });
        }
        if !is_signed_by(&statement.public_key, &statement.to_be_signed(), &record.signature) {
            self.found(statement, Fault::BadSignature);
        }
        match self.owners.get(&statement.public_key) {
            None => self.found(statement, Fault::UnknownKey),
            Some(person) if **person != statement.person.id => {
                let person = (*person).clone();
                self.found(statement, Fault::KeyOfAnother { person });
            }
            Some(_) => {}
        }
    }

    fn check_content(&mut self, statement: &Statement, previous: Option<&Statement>) {
        // Only what is submitted is new; everybody after that acts on the same.
        let is_same = previous.is_some_and(|previous| previous.content == statement.content);
        if statement.action != Action::Submit && !is_same {
            self.found(statement, Fault::OtherContent);
        }
        // A revision begins with what was approved under the number before.
        let number =
            statement.version - u32::from(statement.action == Action::Revise && statement.version > 0);
        let kept = (number, statement.content);
        match self.contents.get(&kept) {
            None => self.found(statement, Fault::ContentMissing),
            Some(computed) if *computed != statement.content => self.found(statement, Fault::ContentAltered),
            Some(_) => {}
        }
        self.signed.insert(kept);
    }

    fn check_remarks(&mut self, statement: &Statement) {
        let count = usize::try_from(statement.remark_count).unwrap_or(usize::MAX);
        let log = self.evidence.remarks;
        let digest =
            log.get(..count).map(|log| *self.remarks.entry(count).or_insert_with(|| remarks_digest(log)));
        if digest != Some(statement.remarks) {
            self.found(statement, Fault::RemarksAltered);
        }
    }

    fn check_end(&mut self, state: &State, last: Option<&Statement>) {
        let Standing { stage, version, content } = self.evidence.standing;
        if (stage, version) != (state.stage, state.version) {
            let fault = Fault::OtherStage { stage: state.stage, version: state.version };
            self.problems.push(Problem { version: Some(version), seq: None, fault });
        }
        if state.stage != Stage::Preparing && last.is_some_and(|last| last.content != content) {
            let fault = Fault::CatalogueAltered;
            self.problems.push(Problem { version: Some(version), seq: None, fault });
        }
        for Version { number, digest, .. } in self.evidence.versions {
            if !self.signed.contains(&(*number, *digest)) {
                let fault = Fault::Unsigned;
                self.problems.push(Problem { version: Some(*number), seq: None, fault });
            }
        }
    }
}
