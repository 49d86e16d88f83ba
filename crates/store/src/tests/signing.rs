//! What is signed stays as it is, whoever writes to the file.

use std::collections::BTreeSet;

use mulu_model::{
    Digest, HexBytes,
    signoff::{
        Action, EntryKind, Excuse, KnownKey, Person, Policy, Record, RemarkEntry, RemarkPlace, Role,
        SealedKey, Signatory, Statement, Tries, Version, remarks_digest,
    },
};

use super::*;

/// A record as the library takes it; whether its signature is good is nothing the library asks.
fn record(desk: &Desk, last: Option<&Record>, action: Action, role: Role, stage: Stage) -> Record {
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

const WAY: [(Action, Role, Stage); 3] = [
    (Action::Submit, Role::Preparer, Stage::InReview),
    (Action::Review, Role::Reviewer, Stage::InApproval),
    (Action::Approve, Role::Approver, Stage::Approved),
];

impl Desk {
    fn take(&mut self, action: Action, role: Role, stage: Stage) -> Record {
        let last = self.store.records(&self.id).unwrap().pop();
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
        assert_eq!(self.store.sign(&self.id, self.revision, &new).unwrap(), self.revision);
        record
    }

    fn approved() -> Self {
        let mut desk = Self::new();
        desk.edit(&set_title("送审的标题"));
        for (action, role, stage) in WAY {
            desk.take(action, role, stage);
        }
        desk
    }

    fn remark(&self, text: &str) -> RemarkEntry {
        RemarkEntry {
            remark: id("r1"),
            place: RemarkPlace::Whole,
            by: id("p1"),
            at: at(9),
            kind: EntryKind::Asked,
            text: text.to_owned(),
        }
    }

    /// Everything in the file, table by table.
    fn dump(&self) -> Vec<String> {
        let tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let mut rows = Vec::new();
        let connection = &self.store.connection;
        let names: Vec<String> = connection
            .prepare(tables)
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for table in names {
            let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut found = statement.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let values = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap()));
                rows.push(format!("{table} {}", values.collect::<Vec<_>>().join(" ")));
            }
        }
        rows
    }
}

#[test]
fn a_step_writes_record_version_and_stage_together() {
    let mut desk = Desk::approved();
    desk.reopen();
    let loaded = desk.store.load(&desk.id).unwrap();
    assert_eq!((loaded.stage, loaded.version, loaded.revision), (Stage::Approved, 1, 1));
    let listed = desk.store.list().unwrap().remove(0);
    assert_eq!((listed.stage, listed.version), (Stage::Approved, 1));
    let records = desk.store.records(&desk.id).unwrap();
    assert_eq!(
        records.iter().map(|record| record.statement.action).collect::<Vec<_>>(),
        WAY.map(|step| step.0)
    );
    assert_eq!(desk.store.versions(&desk.id).unwrap(), [Version::new(1, canonical_bytes(&desk.catalogue))]);
}

#[test]
fn a_submitted_catalogue_is_changed_by_nobody_and_a_revision_by_its_preparer() {
    let mut desk = Desk::approved();
    let edit = set_title("偷改");
    let inverse = desk.catalogue.clone().apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(1), actor: "", joined: false };
    let refused = desk.store.apply(&desk.id, desk.revision, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(StoreError::Submitted { stage: Stage::Approved, .. })));
    let approved = canonical_bytes(&desk.catalogue);
    desk.take(Action::Revise, Role::Preparer, Stage::Preparing);
    desk.edit(&set_title("第二版"));
    assert_eq!(desk.store.load(&desk.id).unwrap().version, 2);
    assert_eq!(desk.store.versions(&desk.id).unwrap()[0].content, approved);
}

#[test]
fn steps_are_refused_where_the_library_has_others_or_another_revision() {
    let mut desk = Desk::new();
    let first = record(&desk, None, Action::Submit, Role::Preparer, Stage::InReview);
    let second = record(&desk, Some(&first), Action::Review, Role::Reviewer, Stage::InApproval);
    let new = NewRecords {
        records: slice::from_ref(&second),
        versions: &[],
        remarks: &[],
        edits: &[],
        after: &desk.catalogue,
        at: at(1),
    };
    let before = desk.dump();
    assert!(matches!(desk.store.sign(&desk.id, 0, &new), Err(StoreError::Stale { .. })));
    let new = NewRecords { records: slice::from_ref(&first), ..new };
    assert!(matches!(desk.store.sign(&desk.id, 7, &new), Err(StoreError::Stale { .. })));
    // The second of two cannot follow itself: nothing of the first is left either.
    let twice = [first.clone(), first.clone()];
    let remark = desk.remark("问");
    let new = NewRecords { records: &twice, remarks: slice::from_ref(&remark), ..new };
    assert!(desk.store.sign(&desk.id, 0, &new).is_err());
    assert_eq!(desk.dump(), before);
}

#[test]
fn edits_from_another_pc_are_written_between_the_steps_that_allow_them() {
    let mut desk = Desk::new();
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
    assert_eq!(desk.store.sign(&desk.id, 0, &new).unwrap(), 1);
    assert_eq!(desk.stored(), desk.catalogue);
    assert_eq!(desk.store.load(&desk.id).unwrap().stage, Stage::InReview);
    assert_eq!(desk.store.remarks(&desk.id).unwrap(), [remark]);
    assert_eq!(desk.store.log_since(&desk.id, 0).unwrap().len(), 1);
}

#[test]
fn a_catalogue_from_another_pc_arrives_with_its_way_and_its_log() {
    let mut desk = Desk::approved();
    let log = desk.store.log_since(&desk.id, 0).unwrap();
    let (records, versions) = (desk.store.records(&desk.id).unwrap(), desk.store.versions(&desk.id).unwrap());
    let mut other = Store::open(&desk.folder.path().join("there.db")).unwrap();
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
    assert!(desk.store.arrive(&desk.id, &new).is_err(), "it is there already");
}

#[test]
fn nothing_that_is_signed_can_be_changed_by_sql() {
    let mut desk = Desk::approved();
    let draft = id("c2");
    desk.store.create(&draft, &desk.catalogue, None, at(0)).unwrap();
    let (key, remark) = (key(1), desk.remark("问"));
    let entry = PeopleEntry { at: at(1), by: id("p1"), person: id("p1"), act: PeopleAct::Trusted };
    desk.store.trust(&key, &entry).unwrap();
    let new = NewRecords {
        records: &[],
        versions: &[],
        remarks: slice::from_ref(&remark),
        edits: &[],
        after: &desk.catalogue,
        at: at(1),
    };
    desk.store.sign(&desk.id, 1, &new).unwrap();
    let before = desk.dump();
    let connection = &desk.store.connection;
    // As somebody would who has another program.
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    for sql in [
        "UPDATE records SET body = json_set(body, '$.statement.version', 2)",
        "UPDATE records SET seq = seq + 10",
        "DELETE FROM records",
        "DELETE FROM records WHERE seq = 3",
        "INSERT OR REPLACE INTO records (catalogue, seq, body) SELECT catalogue, seq, json_set(body, '$.statement.version', 2) FROM records",
        "INSERT INTO records (catalogue, seq, body) SELECT catalogue, 9, body FROM records LIMIT 1",
        "UPDATE versions SET content = x'7b7d'",
        "UPDATE OR REPLACE versions SET digest = 'other'",
        "DELETE FROM versions",
        "INSERT OR REPLACE INTO versions SELECT catalogue, number, digest, x'7b7d' FROM versions",
        "INSERT INTO versions VALUES ('c1', 1, 'another', x'7b7d')",
        "UPDATE remarks SET body = '{}'",
        "DELETE FROM remarks",
        "INSERT OR REPLACE INTO remarks SELECT catalogue, seq, '{}' FROM remarks",
        "UPDATE keys SET body = '{}'",
        "DELETE FROM keys",
        "INSERT OR REPLACE INTO keys SELECT public_key, '{}' FROM keys",
        "UPDATE people_log SET body = '{}'",
        "DELETE FROM people_log",
        "INSERT OR REPLACE INTO people_log VALUES (1, '{}')",
        "UPDATE edit_log SET actor = 'somebody else' WHERE catalogue = 'c1'",
        "DELETE FROM edit_log",
        "INSERT OR REPLACE INTO edit_log SELECT * FROM edit_log",
        "INSERT INTO edit_log SELECT NULL, catalogue, 99, at, actor, kind, edit, inverse, joined FROM edit_log",
        "UPDATE items SET body = json_set(body, '$.basis', '偷改') WHERE catalogue = 'c1'",
        "UPDATE items SET catalogue = 'c2', id = 'x' WHERE catalogue = 'c1'",
        "UPDATE OR REPLACE items SET catalogue = 'c1' WHERE catalogue = 'c2'",
        "UPDATE OR REPLACE items SET rowid = (SELECT min(rowid) FROM items WHERE catalogue = 'c1') WHERE rowid = (SELECT max(rowid) FROM items WHERE catalogue = 'c2')",
        "DELETE FROM items WHERE catalogue = 'c1'",
        "INSERT INTO items VALUES ('c1', 'new', '{}')",
        "INSERT OR REPLACE INTO items SELECT catalogue, id, '{}' FROM items WHERE catalogue = 'c1'",
        "INSERT OR REPLACE INTO items (rowid, catalogue, id, body) SELECT rowid, 'c2', id || 'x', '{}' FROM items WHERE catalogue = 'c1'",
        "UPDATE groups SET name = '偷改' WHERE catalogue = 'c1'",
        "UPDATE groups SET catalogue = 'c2', id = 'x' WHERE catalogue = 'c1'",
        "DELETE FROM groups WHERE catalogue = 'c1'",
        "INSERT INTO groups VALUES ('c1', 'new', '', '[]')",
        "INSERT OR REPLACE INTO groups SELECT catalogue, id, '', '[]' FROM groups WHERE catalogue = 'c1'",
        "INSERT OR REPLACE INTO groups (rowid, catalogue, id, name, item_order) SELECT rowid, 'c2', id || 'x', '', '[]' FROM groups WHERE catalogue = 'c1'",
        "UPDATE catalogues SET heading = json_set(heading, '$.title', '偷改') WHERE id = 'c1'",
        "UPDATE catalogues SET template = '{}' WHERE id = 'c1'",
        "UPDATE catalogues SET group_order = '[]' WHERE id = 'c1'",
        "UPDATE catalogues SET revision = 5 WHERE id = 'c1'",
        "UPDATE catalogues SET id = 'c3' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'preparing' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'preparing', heading = '{}' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'approved' WHERE id = 'c2'",
        "UPDATE catalogues SET version = 2",
        "DELETE FROM catalogues WHERE id = 'c1'",
        "INSERT OR REPLACE INTO catalogues SELECT * FROM catalogues",
        "INSERT OR REPLACE INTO catalogues (rowid, id, heading, template, group_order, revision, created_at, changed_at) SELECT rowid, 'c9', heading, template, group_order, 0, created_at, changed_at FROM catalogues WHERE id = 'c1'",
    ] {
        let done = connection.execute(sql, []);
        assert!(done.is_err(), "{sql}: {done:?}");
    }
    assert_eq!(desk.dump(), before);
    // The draft beside it is as free as ever.
    connection.execute("UPDATE groups SET name = '改' WHERE catalogue = 'c2'", []).unwrap();
}

fn key(n: u8) -> KnownKey {
    KnownKey {
        public_key: [n; 32].into(),
        person: id(&format!("p{n}")),
        name: "人员".to_owned(),
        unit: "他局".to_owned(),
        since: at(0),
        is_foreign: true,
    }
}

fn sealed(n: u8) -> SealedKey {
    let bytes = HexBytes::from([n; 16]);
    SealedKey {
        algorithm: "none".to_owned(),
        memory_kib: 8,
        passes: 1,
        salt: bytes.clone(),
        nonce: bytes.clone(),
        sealed: bytes,
    }
}

#[test]
fn people_are_kept_with_their_keys_and_what_was_done_to_them() {
    let mut desk = Desk::new();
    let person = Person {
        id: id("p1"),
        name: "人员一".to_owned(),
        unit: "某局".to_owned(),
        roles: BTreeSet::from([Role::Preparer, Role::Administrator]),
        public_key: [1; 32].into(),
        is_active: true,
    };
    let mut kept = KeptPerson { person, sealed_key: sealed(1), tries: Tries::default() };
    let entry = |act| PeopleEntry { at: at(3), by: id("p1"), person: id("p1"), act };
    desk.store.keep_person(&kept, &entry(PeopleAct::Added)).unwrap();
    kept.person.is_active = false;
    desk.store.keep_person(&kept, &entry(PeopleAct::Changed)).unwrap();
    kept.person.public_key = [2; 32].into();
    kept.sealed_key = sealed(2);
    desk.store.keep_person(&kept, &entry(PeopleAct::KeyReset)).unwrap();
    kept.tries = Tries { failed: 4, last_at: Some(at(5)) };
    desk.store.keep_tries(&id("p1"), kept.tries).unwrap();
    desk.store.trust(&key(7), &entry(PeopleAct::Trusted)).unwrap();
    assert!(desk.store.trust(&key(7), &entry(PeopleAct::Trusted)).is_err(), "it is known already");
    assert!(matches!(desk.store.keep_tries(&id("p9"), kept.tries), Err(StoreError::NoPerson { .. })));
    desk.reopen();
    assert_eq!(desk.store.people().unwrap(), [kept]);
    let keys: Vec<_> =
        desk.store.keys().unwrap().into_iter().map(|key| (key.public_key, key.is_foreign)).collect();
    assert_eq!(keys, [([1; 32].into(), false), ([2; 32].into(), false), ([7; 32].into(), true)]);
    let acts: Vec<_> = desk.store.people_log().unwrap().into_iter().map(|entry| entry.act).collect();
    let expected = [PeopleAct::Added, PeopleAct::Changed, PeopleAct::KeyReset, PeopleAct::Trusted];
    assert_eq!(acts, expected);
}

#[test]
fn settings_and_reasons_are_kept_and_can_be_taken_back() {
    let mut desk = Desk::new();
    assert_eq!(desk.store.policy().unwrap(), Policy::default());
    let policy = Policy { one_person_may_hold_two_roles: true, secrecy_review: true };
    desk.store.set_policy(policy).unwrap();
    let excuse = |reason: &str| Excuse {
        rule: "empty".to_owned(),
        item: Some(id("i1")),
        part: None,
        column: Some(ColumnKey::Text(TextField::Basis)),
        reason: reason.to_owned(),
    };
    desk.store.excuse(&desk.id, &excuse("初稿")).unwrap();
    desk.store.excuse(&desk.id, &excuse("确无依据")).unwrap();
    desk.reopen();
    assert_eq!(desk.store.policy().unwrap(), policy);
    assert_eq!(desk.store.excuses(&desk.id).unwrap(), [excuse("确无依据")]);
    desk.store.excuse(&desk.id, &excuse("")).unwrap();
    assert_eq!(desk.store.excuses(&desk.id).unwrap(), []);
}
