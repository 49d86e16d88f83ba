//! Signed steps, with what they were made on and what was said.

use std::slice;

use mulu_model::{
    Digest,
    exchange::canonical_bytes,
    library::{LibraryError, NewArrival, NewRecords, NewStep, prelude::*},
    log::StepKind,
    signoff::{
        Action, EntryKind, Record, RemarkEntry, RemarkPlace, Role, Signatory, Stage, Statement, Version,
        remarks_digest,
    },
};

use crate::{
    Place,
    desk::{Desk, at, id, set_title},
};

/// A record as the library takes it; whether its signature is good is nothing the library asks.
fn record<P: Place>(
    desk: &Desk<P>,
    last: Option<&Record>,
    action: Action,
    role: Role,
    stage: Stage,
) -> Record {
    let content = Digest::of_catalogue(&desk.catalogue);
    let version = last.map_or(1, |last| last.statement.version) + u32::from(action == Action::Revise);
    let statement = Statement {
        seq: last.map_or(0, |last| last.statement.seq) + 1,
        catalogue: desk.id.clone(),
        version,
        person: Signatory { id: id("p1"), name: "人员一".to_owned(), unit: "某局".to_owned() },
        role,
        action,
        stage,
        at: at(10),
        content,
        remark_count: 0,
        remarks: remarks_digest(&[]),
        excuses: Vec::new(),
        previous: last.map(Record::digest),
        algorithm: "none".to_owned(),
        public_key: [0; 32].into(),
    };
    Record { statement, signature: [0; 64].into() }
}

/// The steps to 审签.
pub const WAY: [(Action, Role, Stage); 3] = [
    (Action::Submit, Role::Preparer, Stage::InReview),
    (Action::Review, Role::Reviewer, Stage::InApproval),
    (Action::Approve, Role::Approver, Stage::Approved),
];

impl<P: Place> Desk<P> {
    /// Takes a step.
    pub fn take(&mut self, action: Action, role: Role, stage: Stage) -> Record {
        let last = self.library.records(&self.id).unwrap().pop();
        let record = record(self, last.as_ref(), action, role, stage);
        let version = Version::new(record.statement.version, canonical_bytes(&self.catalogue));
        let new = NewRecords {
            records: slice::from_ref(&record),
            versions: if action == Action::Submit { slice::from_ref(&version) } else { &[] },
            remarks: &[],
            edits: &[],
            after: &self.catalogue,
            at: at(10),
        };
        assert_eq!(self.library.sign(&self.id, self.revision, &new).unwrap(), self.revision);
        record
    }

    /// A library whose catalogue is approved.
    pub fn approved(place: P) -> Self {
        let mut desk = Self::new(place);
        desk.edit(&set_title("送审的标题"));
        for (action, role, stage) in WAY {
            desk.take(action, role, stage);
        }
        desk
    }

    /// A remark on the whole.
    pub fn remark(&self, text: &str) -> RemarkEntry {
        RemarkEntry {
            remark: id("r1"),
            place: RemarkPlace::Whole,
            by: id("p1"),
            at: at(9),
            kind: EntryKind::Asked,
            text: text.to_owned(),
        }
    }

    /// All that the library says of its catalogue.
    fn told(&self) -> impl PartialEq + std::fmt::Debug + use<P> {
        let (library, id) = (&self.library, &self.id);
        let states = (library.load(id).unwrap(), library.list().unwrap(), library.log_since(id, 0).unwrap());
        let steps =
            (library.records(id).unwrap(), library.versions(id).unwrap(), library.remarks(id).unwrap());
        (states, steps)
    }
}

/// A step writes record version and stage together.
pub fn a_step_writes_record_version_and_stage_together<P: Place>(place: P) {
    let mut desk = Desk::approved(place);
    desk.reopen();
    let loaded = desk.library.load(&desk.id).unwrap();
    assert_eq!((loaded.stage, loaded.version, loaded.revision), (Stage::Approved, 1, 1));
    let listed = desk.library.list().unwrap().remove(0);
    assert_eq!((listed.stage, listed.version), (Stage::Approved, 1));
    let records = desk.library.records(&desk.id).unwrap();
    assert_eq!(
        records.iter().map(|record| record.statement.action).collect::<Vec<_>>(),
        WAY.map(|step| step.0)
    );
    assert_eq!(desk.library.versions(&desk.id).unwrap(), [Version::new(1, canonical_bytes(&desk.catalogue))]);
}

/// A submitted catalogue is changed by nobody and a revision by its preparer.
pub fn a_submitted_catalogue_is_changed_by_nobody_and_a_revision_by_its_preparer<P: Place>(place: P) {
    let mut desk = Desk::approved(place);
    let edit = set_title("偷改");
    let inverse = desk.catalogue.clone().apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(1), actor: "", joined: false };
    let refused = desk.library.apply(&desk.id, desk.revision, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(LibraryError::Submitted { stage: Stage::Approved, .. })));
    let approved = canonical_bytes(&desk.catalogue);
    desk.take(Action::Revise, Role::Preparer, Stage::Preparing);
    desk.edit(&set_title("第二版"));
    assert_eq!(desk.library.load(&desk.id).unwrap().version, 2);
    assert_eq!(desk.library.versions(&desk.id).unwrap()[0].content, approved);
}

/// Steps are refused where the library has others or another revision; nothing of them is left.
pub fn steps_are_refused_where_the_library_has_others_or_another_revision<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let before = desk.told();
    try_steps_that_do_not_follow(&mut desk);
    assert_eq!(desk.told(), before);
}

/// Tries to sign steps that do not follow what a new library has; each must be refused.
pub fn try_steps_that_do_not_follow<P: Place>(desk: &mut Desk<P>) {
    let first = record(desk, None, Action::Submit, Role::Preparer, Stage::InReview);
    let second = record(desk, Some(&first), Action::Review, Role::Reviewer, Stage::InApproval);
    let new = NewRecords {
        records: slice::from_ref(&second),
        versions: &[],
        remarks: &[],
        edits: &[],
        after: &desk.catalogue,
        at: at(1),
    };
    assert!(matches!(desk.library.sign(&desk.id, 0, &new), Err(LibraryError::Stale { .. })));
    let new = NewRecords { records: slice::from_ref(&first), ..new };
    assert!(matches!(desk.library.sign(&desk.id, 7, &new), Err(LibraryError::Stale { .. })));
    // The second of two cannot follow itself: nothing of the first is left either.
    let twice = [first.clone(), first.clone()];
    let remark = desk.remark("问");
    let new = NewRecords { records: &twice, remarks: slice::from_ref(&remark), ..new };
    assert!(desk.library.sign(&desk.id, 0, &new).is_err());
}

/// Edits from another pc are written between the steps that allow them.
pub fn edits_from_another_pc_are_written_between_the_steps_that_allow_them<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let submitted = desk.take(Action::Submit, Role::Preparer, Stage::InReview);
    let back = record(&desk, Some(&submitted), Action::SendBack, Role::Reviewer, Stage::Preparing);
    let edit = set_title("改后");
    let inverse = desk.catalogue.apply(&edit).unwrap();
    let again = record(&desk, Some(&back), Action::Submit, Role::Preparer, Stage::InReview);
    let step = NewStep {
        kind: StepKind::Edit,
        edit: &edit,
        inverse: &inverse,
        at: at(1),
        actor: "a",
        joined: false,
    };
    let version = Version::new(1, canonical_bytes(&desk.catalogue));
    let remark = desk.remark("问");
    let records = [back, again];
    let new = NewRecords {
        records: &records,
        versions: slice::from_ref(&version),
        remarks: slice::from_ref(&remark),
        edits: slice::from_ref(&step),
        after: &desk.catalogue,
        at: at(20),
    };
    assert_eq!(desk.library.sign(&desk.id, 0, &new).unwrap(), 1);
    assert_eq!(desk.stored(), desk.catalogue);
    assert_eq!(desk.library.load(&desk.id).unwrap().stage, Stage::InReview);
    assert_eq!(desk.library.remarks(&desk.id).unwrap(), [remark]);
    assert_eq!(desk.library.log_since(&desk.id, 0).unwrap().len(), 1);
}

/// A catalogue from another pc arrives with its way and its log.
pub fn a_catalogue_from_another_pc_arrives_with_its_way_and_its_log<P: Place>(place: P) {
    let mut desk = Desk::approved(place);
    let log = desk.library.log_since(&desk.id, 0).unwrap();
    let (records, versions) =
        (desk.library.records(&desk.id).unwrap(), desk.library.versions(&desk.id).unwrap());
    let mut other = desk.place.open("there");
    let remark = desk.remark("问");
    let new = NewArrival {
        catalogue: &desk.catalogue,
        revision: desk.revision,
        log: &log,
        records: &records,
        versions: &versions,
        remarks: slice::from_ref(&remark),
        at: at(30),
    };
    other.arrive(&desk.id, &new).unwrap();
    let loaded = other.load(&desk.id).unwrap();
    assert_eq!((&loaded.catalogue, loaded.revision, loaded.stage), (&desk.catalogue, 1, Stage::Approved));
    assert_eq!(other.records(&desk.id).unwrap(), records);
    assert_eq!(other.versions(&desk.id).unwrap(), versions);
    assert_eq!(other.log_since(&desk.id, 0).unwrap(), log);
    assert!(desk.library.arrive(&desk.id, &new).is_err(), "it is there already");
}
