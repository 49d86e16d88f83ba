//! A signed library and a hand-off file, altered byte by byte: found, refused, or read as they were.

use std::{collections::BTreeSet, fs, path::Path};

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Digest, Id, exchange,
    signoff::{
        Action, Actor, Cover, EntryKind, Facts, Handoff, Person, Policy, RemarkEntry, RemarkPlace, Role,
        Signatory, State, Version,
    },
};
use mulu_signoff::{ALGORITHM, Evidence, NewRecord, Signer, Standing, seal, verify, verify_handoff};
use mulu_store::{
    HandoffError, KeptPerson, NewRecords, PeopleAct, PeopleEntry, Store, StoreError, read_handoff,
    write_handoff,
};
use tempfile::TempDir;

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

/// A small real catalogue.
fn catalogue() -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        id(&format!("n{next}"))
    };
    let text = include_bytes!("../../../../assets/catalogues/yinchuan-hrss-2020.json");
    let mut catalogue = exchange::read(text, &mut new_id).unwrap();
    catalogue.groups.iter_mut().for_each(|group| group.items.truncate(2));
    catalogue
}

/// Makes a library with one catalogue that was sent back once and approved then.
fn sign_all(path: &Path) -> Id {
    let mut store = Store::open(path).unwrap();
    let (c1, catalogue) = (id("c1"), catalogue());
    store.create(&c1, &catalogue, None, at(0)).unwrap();
    for (n, role) in ROLES.into_iter().enumerate() {
        let Signatory { id, name, unit } = signatory(n);
        let (roles, public_key) = (BTreeSet::from([role]), signer(n).public_key());
        let person = Person { id: id.clone(), name, unit, roles, public_key, is_active: true };
        let sealed_key = seal(&[n as u8 + 1; 32], "135791", [n as u8; 16], [0; 12]).unwrap();
        let kept = KeptPerson { person, sealed_key, tries: Default::default() };
        let entry = PeopleEntry { at: at(1), by: id.clone(), person: id, act: PeopleAct::Added };
        store.keep_person(&kept, &entry).unwrap();
    }
    remark(&mut store, &c1, &catalogue, 1, EntryKind::Asked, 0);
    let way = [Action::Submit, Action::SendBack, Action::Submit, Action::Review, Action::Approve];
    for (n, action) in [0, 1, 0, 1, 2].into_iter().zip(way) {
        act(&mut store, &c1, &catalogue, n, action);
        if action == Action::SendBack {
            remark(&mut store, &c1, &catalogue, 0, EntryKind::Changed, 0);
        }
    }
    c1
}

fn remark(store: &mut Store, id: &Id, catalogue: &Catalogue, by: usize, kind: EntryKind, revision: u32) {
    let item = catalogue.groups[0].items[0].id.clone();
    let remark = Id::new("r1").unwrap();
    let place = RemarkPlace::Item { item };
    let entry =
        RemarkEntry { remark, place, by: signatory(by).id, at: at(2), kind, text: "依据？".to_owned() };
    let new = NewRecords {
        records: &[],
        versions: &[],
        remarks: &[entry],
        edits: &[],
        after: catalogue,
        at: at(2),
    };
    store.sign(id, revision, &new).unwrap();
}

fn act(store: &mut Store, id: &Id, catalogue: &Catalogue, n: usize, action: Action) {
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
        excuses: Vec::new(),
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
    store.sign(id, 0, &new).unwrap();
}

/// What of a signed catalogue is read and proved; `None` where something does not hold.
fn proved(store: &Store, id: &Id) -> Result<Option<String>, StoreError> {
    let loaded = store.load(id)?;
    let (records, versions) = (store.records(id)?, store.versions(id)?);
    let (remarks, keys) = (store.remarks(id)?, store.keys()?);
    let content = Digest::of_catalogue(&loaded.catalogue);
    let standing = Standing { stage: loaded.stage, version: loaded.version, content };
    let evidence = Evidence {
        catalogue: id,
        records: &records,
        versions: &versions,
        remarks: &remarks,
        keys: &keys,
        standing,
    };
    let holds = verify(&evidence).is_empty();
    let read = format!("{:?}{standing:?}{records:?}{versions:?}{remarks:?}", loaded.catalogue);
    Ok(holds.then_some(read))
}

/// Places and bits spread over a file without a source of randomness.
fn scattered(len: usize, count: usize) -> impl Iterator<Item = (usize, u8)> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 16) as usize % len, 1 << (state >> 61))
    })
}

#[test]
fn any_byte_of_a_signed_library_is_found_altered_or_means_nothing_to_what_is_signed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("library.db");
    let id = sign_all(&path);
    let whole = proved(&Store::open(&path).unwrap(), &id).unwrap().expect("an untouched library holds");
    let good = fs::read(&path).unwrap();
    let (mut refused, mut found) = (0, 0);
    for (n, (at, bit)) in scattered(good.len(), 400).enumerate() {
        let mut bad = good.clone();
        bad[at] ^= bit;
        let copy = folder.path().join(format!("copy{n}.db"));
        fs::write(&copy, bad).unwrap();
        match Store::open(&copy).and_then(|store| proved(&store, &id)) {
            Err(_) => refused += 1,
            Ok(None) => found += 1,
            Ok(Some(read)) => assert!(read == whole, "byte {at} was altered and reads as if it were signed"),
        }
        fs::remove_file(copy).unwrap();
    }
    assert!(refused > 0 && found > 0, "{refused} refused, {found} found");
}

/// The library's catalogue as it goes to another PC.
fn handoff(store: &Store, id: &Id) -> Handoff {
    let loaded = store.load(id).unwrap();
    let cover = Cover {
        catalogue: id.clone(),
        stage: loaded.stage,
        version: loaded.version,
        revision: loaded.revision,
        sender: signatory(2),
        sent_at: at(60),
        algorithm: ALGORITHM.to_owned(),
        public_key: signer(2).public_key(),
    };
    let mut handoff = Handoff {
        cover,
        content: exchange::canonical_bytes(&loaded.catalogue),
        versions: store.versions(id).unwrap(),
        records: store.records(id).unwrap(),
        remarks: store.remarks(id).unwrap(),
        people: store.people().unwrap().into_iter().map(|kept| kept.person).collect(),
        keys: store.keys().unwrap(),
        log: store.log_since(id, 0).unwrap(),
        signature: [0; 64].into(),
    };
    signer(2).sign_handoff(&mut handoff);
    handoff
}

fn sent() -> (Handoff, Vec<u8>) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("library.db");
    let id = sign_all(&path);
    let sent = handoff(&Store::open(&path).unwrap(), &id);
    let bytes = write_handoff(&sent).unwrap();
    (sent, bytes)
}

#[test]
fn a_hand_off_file_arrives_as_it_was_sent_and_has_no_secrets() {
    let (sent, bytes) = sent();
    let read = read_handoff(&bytes).unwrap();
    assert_eq!(read, sent);
    assert_eq!(verify_handoff(&read, &sent.keys), []);
    let has = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(has(b"ed25519") && !has(b"argon2id"));
}

#[test]
fn any_byte_of_a_hand_off_file_is_found_altered_or_means_nothing() {
    let (sent, good) = sent();
    let (mut refused, mut found) = (0, 0);
    for (at, bit) in scattered(good.len(), 2_000) {
        let mut bad = good.clone();
        bad[at] ^= bit;
        match read_handoff(&bad) {
            Err(_) => refused += 1,
            Ok(read) if !verify_handoff(&read, &sent.keys).is_empty() => found += 1,
            Ok(read) => assert!(read == sent, "byte {at} was altered and reads as if it were signed"),
        }
    }
    assert!(refused > 0 && found > 0, "{refused} refused, {found} found");
}

#[test]
fn what_is_no_whole_hand_off_file_is_refused_for_what_it_is() {
    let (_, good) = sent();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("library.db");
    sign_all(&path);
    let library = fs::read(&path).unwrap();
    for other in [b"".as_slice(), b"{}", &good[..60], &library] {
        assert!(matches!(read_handoff(other), Err(HandoffError::NotAHandoff)));
    }
    let mut newer = good.clone();
    newer[63] = 9;
    assert!(matches!(read_handoff(&newer), Err(HandoffError::Newer { found: 9, .. })));
    for len in [100, 512, good.len() / 2, good.len() - 1] {
        assert!(matches!(read_handoff(&good[..len]), Err(HandoffError::Damaged { .. })), "{len} bytes");
    }
    // A hand-off file is no library either.
    let path = folder.path().join("handoff.mulu");
    fs::write(&path, good).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotALibrary { .. })));
}
