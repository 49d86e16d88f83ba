//! Chains of records and hand-off files: whatever is altered is found.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use mulu_model::{
    Digest, Id,
    signoff::{
        Action, Actor, Cover, EntryKind, Excuse, Facts, Handoff, KnownKey, Policy, Record, RemarkEntry,
        RemarkPlace, Role, Signatory, Stage, State, Version,
    },
};
use serde_json::{Value, json};

use crate::{
    ALGORITHM, Evidence, Fault, Introduction, NewRecord, Problem, Signer, Standing, introductions, verify,
    verify_handoff,
};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap()
}

fn signer(person: usize) -> Signer {
    Signer::from_seed(&[person as u8; 32])
}

fn signatory(person: usize) -> Signatory {
    Signatory { id: id(&format!("p{person}")), name: format!("人员{person}"), unit: "某局".to_owned() }
}

/// A catalogue on its way, as a library would keep it.
#[derive(Clone)]
struct Kept {
    catalogue: Id,
    content: Vec<u8>,
    records: Vec<Record>,
    versions: Vec<Version>,
    remarks: Vec<RemarkEntry>,
    keys: Vec<KnownKey>,
    stage: Stage,
    version: u32,
}

impl Kept {
    fn new() -> Self {
        let key = |person| KnownKey {
            public_key: signer(person).public_key(),
            person: signatory(person).id,
            name: signatory(person).name,
            unit: "某局".to_owned(),
            since: at(0),
            is_foreign: false,
        };
        Self {
            catalogue: id("c1"),
            content: b"{}".to_vec(),
            records: Vec::new(),
            versions: Vec::new(),
            remarks: Vec::new(),
            keys: (1..=4).map(key).collect(),
            stage: Stage::Preparing,
            version: 1,
        }
    }

    /// Sent back once with a remark, approved, and begun anew.
    fn revised() -> Self {
        let mut kept = Self::new();
        kept.content = "{\"初\":1}".into();
        kept.act(1, Role::Preparer, Action::Submit);
        kept.remark(2, EntryKind::Asked);
        kept.act(2, Role::Reviewer, Action::SendBack);
        kept.content = "{\"改\":2}".into();
        kept.remark(1, EntryKind::Changed);
        kept.act(1, Role::Preparer, Action::Submit);
        kept.act(2, Role::Reviewer, Action::Review);
        kept.remark(3, EntryKind::Closed);
        kept.act(3, Role::Approver, Action::Approve);
        kept.act(1, Role::Preparer, Action::Revise);
        kept
    }

    fn approved() -> Self {
        let mut kept = Self::revised();
        kept.records.pop();
        (kept.stage, kept.version) = (Stage::Approved, 1);
        kept
    }

    fn remark(&mut self, person: usize, kind: EntryKind) {
        self.remarks.push(RemarkEntry {
            remark: id("r1"),
            place: RemarkPlace::Item { item: id("i1") },
            by: signatory(person).id,
            at: at(self.remarks.len() as i64),
            kind,
            text: "依据？".to_owned(),
        });
    }

    fn act(&mut self, person: usize, role: Role, action: Action) {
        let state = State::after(self.records.iter().map(|record| record.statement.step()));
        let facts = Facts { unanswered_remarks: usize::from(action == Action::SendBack), ..Facts::default() };
        let (me, roles) = (signatory(person).id, BTreeSet::from([role]));
        let step = state.act(action, Actor { person: &me, roles: &roles }, facts, Policy::default()).unwrap();
        self.sign(person, step);
        let last = &self.records.last().unwrap().statement;
        (self.stage, self.version) = (last.stage, last.version);
        let version = Version::new(last.version, self.content.clone());
        if action == Action::Submit && !self.versions.contains(&version) {
            self.versions.push(version);
        }
    }

    fn sign(&mut self, person: usize, step: mulu_model::signoff::Step<'_>) {
        let excuse = Excuse {
            rule: "empty".to_owned(),
            item: Some(id("i1")),
            part: None,
            column: None,
            reason: "无".to_owned(),
        };
        let new = NewRecord {
            catalogue: &self.catalogue,
            step,
            person: signatory(person),
            at: at(10 + self.records.len() as i64),
            content: Digest::of(&self.content),
            remarks: &self.remarks,
            excuses: vec![excuse],
        };
        self.records.push(signer(person).sign(self.records.last(), new));
    }

    fn problems(&self) -> Vec<Problem> {
        let standing =
            Standing { stage: self.stage, version: self.version, content: Digest::of(&self.content) };
        verify(&Evidence {
            catalogue: &self.catalogue,
            records: &self.records,
            versions: &self.versions,
            remarks: &self.remarks,
            keys: &self.keys,
            standing,
        })
    }

    fn faults(&self) -> Vec<Fault> {
        self.problems().into_iter().map(|problem| problem.fault).collect()
    }
}

/// A value with another one in each place in turn; what cannot be read again counts as refused.
fn altered<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq>(value: &T) -> Vec<(String, T)> {
    let whole = serde_json::to_value(value).unwrap();
    let mut pointers = Vec::new();
    leaves(&whole, String::new(), &mut pointers);
    let mut found = Vec::new();
    for pointer in pointers {
        let was = whole.pointer(&pointer).unwrap();
        for other in others(was).into_iter().filter(|other| other != was) {
            let mut copy = whole.clone();
            *copy.pointer_mut(&pointer).unwrap() = other;
            if let Ok(read) = serde_json::from_value::<T>(copy) {
                assert!(read != *value, "{pointer} is not read");
                found.push((pointer.clone(), read));
            }
        }
    }
    found
}

fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), found)),
        Value::Array(list) if !list.is_empty() => {
            list.iter().enumerate().for_each(|(n, value)| leaves(value, format!("{at}/{n}"), found));
        }
        _ => found.push(at),
    }
}

fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => vec![json!(number.as_u64().unwrap() + 1), json!(0)],
        Value::Bool(on) => vec![json!(!on)],
        Value::Null => vec![json!("00".repeat(32)), json!("i2"), json!(0)],
        Value::String(text) => {
            let words = Action::ALL.iter().map(|a| a.as_str()).chain(Role::ALL.iter().map(|r| r.as_str()));
            let words = words.chain(Stage::ALL.iter().map(|s| s.as_str())).chain([
                "changed",
                "asked",
                "2030-01-01T00:00:00Z",
            ]);
            let mut others: Vec<Value> = words.filter(|word| word != text).map(|word| json!(word)).collect();
            // The last digit of a number, and a letter more.
            let last = if text.ends_with('0') { '1' } else { '0' };
            let mut changed: Vec<char> = text.chars().collect();
            changed.pop();
            changed.push(last);
            others.push(json!(changed.into_iter().collect::<String>()));
            others.push(json!(format!("{text}x")));
            others.push(Value::Null);
            others
        }
        _ => vec![json!([])],
    }
}

#[test]
fn a_chain_that_nobody_has_touched_holds() {
    assert_eq!(Kept::new().problems(), []);
    assert_eq!(Kept::revised().problems(), []);
    assert_eq!(Kept::approved().problems(), []);
}

#[test]
fn no_field_of_any_record_can_be_altered() {
    let kept = Kept::revised();
    let mut tried = 0;
    for at in 0..kept.records.len() {
        for (field, record) in altered(&kept.records[at]) {
            let mut copy = kept.clone();
            copy.records[at] = record;
            let faults = copy.faults();
            assert!(faults.iter().any(|fault| !fault.is_warning()), "{field} of record {at} was altered");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn no_field_of_any_remark_and_no_byte_of_any_version_can_be_altered() {
    let kept = Kept::revised();
    for at in 0..kept.remarks.len() {
        for (field, entry) in altered(&kept.remarks[at]) {
            let mut copy = kept.clone();
            copy.remarks[at] = entry;
            assert!(copy.faults().contains(&Fault::RemarksAltered), "{field} of remark {at} was altered");
        }
    }
    for at in 0..kept.versions.len() {
        for byte in 0..kept.versions[at].content.len() {
            let mut copy = kept.clone();
            copy.versions[at].content[byte] ^= 1;
            assert!(copy.faults().contains(&Fault::ContentAltered));
            copy.versions[at] = Version::new(1, copy.versions[at].content.clone());
            assert!(copy.faults().contains(&Fault::ContentMissing), "with a digest that fits");
        }
        let mut copy = kept.clone();
        copy.versions[at].number += 1;
        assert!(copy.faults().contains(&Fault::ContentMissing));
        copy.versions.remove(at);
        assert!(copy.faults().contains(&Fault::ContentMissing));
    }
    let mut copy = kept;
    copy.versions.push(Version::new(1, b"smuggled in".to_vec()));
    assert_eq!(copy.faults(), [Fault::Unsigned]);
}

#[test]
fn no_record_can_be_left_out_doubled_or_put_elsewhere() {
    let kept = Kept::revised();
    for at in 0..kept.records.len() {
        let mut copy = kept.clone();
        copy.records.remove(at);
        assert_ne!(copy.faults(), [], "record {at} was left out");
        let mut copy = kept.clone();
        copy.records.insert(at, copy.records[at].clone());
        assert!(copy.faults().contains(&Fault::OutOfOrder));
        if at > 0 {
            let mut copy = kept.clone();
            copy.records.swap(at, at - 1);
            assert!(copy.faults().contains(&Fault::BrokenLink));
        }
    }
}

#[test]
fn an_approved_catalogue_is_what_was_approved_and_stands_where_the_steps_lead() {
    let kept = Kept::approved();
    let content = b"something else".to_vec();
    assert_eq!(Kept { content, ..kept.clone() }.faults(), [Fault::CatalogueAltered]);
    let stage = Fault::OtherStage { stage: Stage::Approved, version: 1 };
    assert_eq!(Kept { stage: Stage::InApproval, ..kept.clone() }.faults(), std::slice::from_ref(&stage));
    assert_eq!(Kept { version: 2, ..kept.clone() }.faults(), [stage]);
    let catalogue = id("c2");
    assert!(Kept { catalogue, ..kept }.faults().iter().all(|fault| *fault == Fault::OtherCatalogue));
}

#[test]
fn a_key_that_is_nobodys_or_somebody_elses_is_told_with_the_step() {
    let mut kept = Kept::approved();
    let reviewer = kept.keys.remove(1);
    let unknown: Vec<_> =
        kept.problems().into_iter().map(|problem| (problem.version, problem.seq, problem.fault)).collect();
    assert_eq!(unknown, [(Some(1), Some(2), Fault::UnknownKey), (Some(1), Some(4), Fault::UnknownKey)]);
    kept.keys.push(KnownKey { person: id("p9"), ..reviewer });
    let another = Fault::KeyOfAnother { person: id("p9") };
    assert_eq!(kept.faults(), [another.clone(), another]);
}

#[test]
fn a_step_that_was_not_possible_is_told_even_if_it_is_signed() {
    let mut kept = Kept::new();
    kept.act(1, Role::Preparer, Action::Submit);
    let me = signatory(3).id;
    let step = mulu_model::signoff::Step {
        action: Action::Approve,
        role: Role::Approver,
        person: &me,
        stage: Stage::Approved,
    };
    kept.sign(3, step);
    kept.stage = Stage::Approved;
    assert_eq!(kept.faults(), [Fault::NotAllowed]);
}

#[test]
fn what_is_reviewed_is_what_was_submitted() {
    let mut kept = Kept::new();
    kept.act(1, Role::Preparer, Action::Submit);
    kept.content = b"changed on the way".to_vec();
    kept.act(2, Role::Reviewer, Action::Review);
    assert!(kept.faults().contains(&Fault::OtherContent));
}

#[test]
fn a_clock_set_back_between_two_steps_is_a_warning_and_no_more() {
    let mut kept = Kept::new();
    kept.act(1, Role::Preparer, Action::Submit);
    let statement = kept.records[0].statement.clone();
    let me = signatory(2).id;
    let step = mulu_model::signoff::Step {
        action: Action::Review,
        role: Role::Reviewer,
        person: &me,
        stage: Stage::InApproval,
    };
    let new = NewRecord {
        catalogue: &kept.catalogue,
        step,
        person: signatory(2),
        at: statement.at - SignedDuration::from_mins(5),
        content: statement.content,
        remarks: &[],
        excuses: Vec::new(),
    };
    kept.records.push(signer(2).sign(kept.records.last(), new));
    kept.stage = Stage::InApproval;
    assert_eq!(kept.faults(), [Fault::ClockSetBack]);
    assert!(Fault::ClockSetBack.is_warning());
}

fn handoff(kept: &Kept) -> Handoff {
    let cover = Cover {
        catalogue: kept.catalogue.clone(),
        stage: kept.stage,
        version: kept.version,
        revision: 7,
        sender: signatory(1),
        sent_at: at(99),
        algorithm: ALGORITHM.to_owned(),
        public_key: signer(1).public_key(),
    };
    let mut handoff = Handoff {
        cover,
        content: kept.content.clone(),
        versions: kept.versions.clone(),
        records: kept.records.clone(),
        remarks: kept.remarks.clone(),
        people: Vec::new(),
        keys: kept.keys.clone(),
        log: Vec::new(),
        signature: [0; 64].into(),
    };
    signer(1).sign_handoff(&mut handoff);
    handoff
}

#[test]
fn nothing_of_a_hand_off_file_can_be_altered() {
    let kept = Kept::revised();
    let whole = handoff(&kept);
    assert_eq!(verify_handoff(&whole, &kept.keys), []);
    let is_found = |altered: &Handoff| {
        let problems = verify_handoff(altered, &kept.keys);
        assert!(problems.iter().any(|problem| !problem.fault.is_warning()));
    };
    for (_, cover) in altered(&whole.cover) {
        is_found(&Handoff { cover, ..whole.clone() });
    }
    for (_, keys) in altered(&whole.keys) {
        is_found(&Handoff { keys, ..whole.clone() });
    }
    for (_, records) in altered(&whole.records) {
        is_found(&Handoff { records, ..whole.clone() });
    }
    is_found(&Handoff { content: b"[]".to_vec(), ..whole.clone() });
    is_found(&Handoff { versions: Vec::new(), ..whole.clone() });
    is_found(&Handoff { remarks: Vec::new(), ..whole.clone() });
    is_found(&Handoff { signature: [1; 64].into(), ..whole.clone() });
    let mut signed_by_another = whole;
    signer(2).sign_handoff(&mut signed_by_another);
    is_found(&signed_by_another);
}

#[test]
fn strangers_in_a_hand_off_file_are_introduced_and_false_friends_are_named() {
    let kept = Kept::approved();
    let whole = handoff(&kept);
    assert_eq!(introductions(&whole, &kept.keys), []);
    let used = &kept.keys[..3];
    assert_eq!(
        introductions(&whole, &[]),
        used.iter().cloned().map(Introduction::Stranger).collect::<Vec<_>>()
    );
    let known = KnownKey { public_key: signer(9).public_key(), ..kept.keys[2].clone() };
    let other = Introduction::OtherKey { key: kept.keys[2].clone(), known: known.clone() };
    assert_eq!(introductions(&whole, &[kept.keys[0].clone(), kept.keys[1].clone(), known]), [other]);
    let nameless = Handoff { keys: kept.keys[1..].to_vec(), ..whole };
    let key = signer(1).public_key();
    assert_eq!(introductions(&nameless, &kept.keys[1..]), [Introduction::Nameless(key)]);
}
