//! A signed library and a hand-off file, altered in every place: found, refused, or read as they were.

mod altering;
mod handoff;
mod library;
mod signed;

use std::{collections::BTreeSet, path::Path};

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Digest, Edit, HeadingField, Id, exchange,
    library::{KeptPerson, NewRecords, NewStep, PeopleAct, PeopleEntry, prelude::*},
    log::StepKind,
    signoff::{
        Action, Actor, EntryKind, Excuse, Facts, KnownKey, Person, Policy, RemarkEntry, RemarkPlace, Role,
        Signatory, State, Tries, Version,
    },
};
use mulu_signoff::{NewRecord, Signer, seal};
use mulu_store_sqlite::Store;

const ROLES: [Role; 3] = [Role::Preparer, Role::Reviewer, Role::Approver];

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap()
}

fn signer(n: usize) -> Signer {
    Signer::from_seed(&[n as u8 + 1; 32])
}

fn signatory(n: usize) -> Signatory {
    Signatory { id: id(&format!("p{n}")), name: format!("人员{n}"), unit: "某局".to_owned() }
}

/// A real catalogue, cut down to what is soon read.
fn catalogue() -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        id(&format!("n{next}"))
    };
    let text = include_bytes!("../../../../assets/catalogues/yinchuan-hrss-2020.json");
    let mut catalogue = exchange::read(text, &mut new_id).unwrap();
    catalogue.groups.truncate(2);
    catalogue.groups.iter_mut().for_each(|group| group.items.truncate(1));
    catalogue.template.columns.truncate(6);
    catalogue.template.channel_options.truncate(3);
    catalogue.template.channel_options_with_note.clear();
    catalogue
}

/// Makes a library with all that a library keeps: people with a key from elsewhere, settings, a template, and two
/// catalogues that were edited, with remarks after the last step. The first was sent back once and approved then, the
/// second is under review.
fn sign_all(path: &Path) -> [Id; 2] {
    let mut store = Store::open(path).unwrap();
    let (c1, c2) = (id("c1"), id("c2"));
    store.create(&c1, &catalogue(), None, at(0)).unwrap();
    store.create(&c2, &catalogue(), Some(&c1), at(0)).unwrap();
    store.keep_template(&id("t1"), "自存", &catalogue().template, at(0)).unwrap();
    store.set_policy(Policy { one_person_may_hold_two_roles: true, secrecy_review: false }).unwrap();
    add_people(&mut store);

    edit(&mut store, &c1, "初稿");
    excuse(&mut store, &c1);
    remark(&mut store, &c1, 1, EntryKind::Asked);
    for (n, action) in [(0, Action::Submit), (1, Action::SendBack)] {
        act(&mut store, &c1, n, action);
    }
    edit(&mut store, &c1, "改稿");
    remark(&mut store, &c1, 0, EntryKind::Changed);
    for (n, action) in [(0, Action::Submit), (1, Action::Review), (2, Action::Approve)] {
        act(&mut store, &c1, n, action);
    }
    remark(&mut store, &c1, 1, EntryKind::Closed);

    edit(&mut store, &c2, "另一份");
    excuse(&mut store, &c2);
    act(&mut store, &c2, 0, Action::Submit);
    remark(&mut store, &c2, 1, EntryKind::Asked);
    [c1, c2]
}

fn add_people(store: &mut Store) {
    let entry = |n: usize, act| PeopleEntry { at: at(1), by: signatory(0).id, person: signatory(n).id, act };
    for (n, role) in ROLES.into_iter().enumerate() {
        let Signatory { id, name, unit } = signatory(n);
        let (roles, public_key) = (BTreeSet::from([role]), signer(n).public_key());
        let person = Person { id, name, unit, roles, public_key, is_active: true };
        let sealed_key = seal(&[n as u8 + 1; 32], "135791", [n as u8; 16], [0; 12]).unwrap();
        let kept = KeptPerson { person, sealed_key, tries: Tries::default() };
        store.keep_person(&kept, &entry(n, PeopleAct::Added)).unwrap();
    }
    store.keep_tries(&signatory(1).id, Tries { failed: 1, last_at: Some(at(1)) }).unwrap();
    let Signatory { id, name, unit } = signatory(7);
    let public_key = signer(7).public_key();
    let key = KnownKey { public_key, person: id, name, unit, since: at(1), is_foreign: true };
    store.trust(&key, &entry(7, PeopleAct::Trusted)).unwrap();
}

fn edit(store: &mut Store, id: &Id, title: &str) {
    let loaded = store.load(id).unwrap();
    let mut after = loaded.catalogue;
    let edit = Edit::SetHeading { field: HeadingField::Title, value: title.to_owned() };
    let inverse = after.apply(&edit).unwrap();
    let step = NewStep {
        kind: StepKind::Edit,
        edit: &edit,
        inverse: &inverse,
        at: at(2),
        actor: "人员0 <p0>",
        joined: false,
    };
    store.apply(id, loaded.revision, &[step], &after).unwrap();
}

fn excuse(store: &mut Store, id: &Id) {
    let item = Some(catalogue().groups[0].items[0].id.clone());
    let (rule, reason) = ("empty".to_owned(), "原件如此".to_owned());
    let column = Some("basis".parse().unwrap());
    store.excuse(id, &Excuse { rule, item, part: None, column, reason }).unwrap();
}

fn remark(store: &mut Store, id: &Id, by: usize, kind: EntryKind) {
    let loaded = store.load(id).unwrap();
    let item = loaded.catalogue.groups[0].items[0].id.clone();
    let remark = Id::new("r1").unwrap();
    let place = RemarkPlace::Item { item };
    let entry =
        RemarkEntry { remark, place, by: signatory(by).id, at: at(2), kind, text: "依据？".to_owned() };
    let new = NewRecords {
        records: &[],
        versions: &[],
        remarks: &[entry],
        edits: &[],
        after: &loaded.catalogue,
        at: at(2),
    };
    store.sign(id, loaded.revision, &new).unwrap();
}

fn act(store: &mut Store, id: &Id, n: usize, action: Action) {
    let loaded = store.load(id).unwrap();
    let catalogue = &loaded.catalogue;
    let records = store.records(id).unwrap();
    let remarks = store.remarks(id).unwrap();
    let state = State::after(records.iter().map(|record| record.statement.step()));
    let (person, roles) = (signatory(n), BTreeSet::from([ROLES[n]]));
    let facts = Facts { unanswered_remarks: usize::from(action == Action::SendBack), ..Facts::default() };
    let actor = Actor { person: &person.id, roles: &roles };
    let step = state.act(action, actor, facts, Policy::default()).unwrap();
    let new = NewRecord {
        catalogue: id,
        step,
        person: person.clone(),
        at: at(3 + records.len() as i64),
        content: Digest::of_catalogue(catalogue),
        remarks: &remarks,
        excuses: store.excuses(id).unwrap(),
    };
    let record = signer(n).sign(records.last(), new);
    let version = Version::new(record.statement.version, exchange::canonical_bytes(catalogue));
    let new = NewRecords {
        records: &[record],
        versions: &[version],
        remarks: &[],
        edits: &[],
        after: catalogue,
        at: at(3),
    };
    let new = if action == Action::Submit { new } else { NewRecords { versions: &[], ..new } };
    store.sign(id, loaded.revision, &new).unwrap();
}
