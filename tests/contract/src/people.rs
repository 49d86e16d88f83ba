//! People, their keys, what the office has set, and reasons for findings.

use std::collections::BTreeSet;

use mulu_model::{
    ColumnKey, HexBytes, TextField,
    library::{KeptPerson, LibraryError, PeopleAct, PeopleEntry, prelude::*},
    signoff::{Excuse, KnownKey, Person, Policy, Role, SealedKey, Tries},
};

use crate::{
    Place,
    desk::{Desk, at, id},
};

/// The key of somebody elsewhere.
pub fn key(n: u8) -> KnownKey {
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

/// People are kept with their keys and what was done to them.
pub fn people_are_kept_with_their_keys_and_what_was_done_to_them<P: Place>(place: P) {
    let mut desk = Desk::new(place);
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
    desk.library.keep_person(&kept, &entry(PeopleAct::Added)).unwrap();
    kept.person.is_active = false;
    desk.library.keep_person(&kept, &entry(PeopleAct::Changed)).unwrap();
    kept.person.public_key = [2; 32].into();
    kept.sealed_key = sealed(2);
    desk.library.keep_person(&kept, &entry(PeopleAct::KeyReset)).unwrap();
    kept.tries = Tries { failed: 4, last_at: Some(at(5)) };
    desk.library.keep_tries(&id("p1"), kept.tries).unwrap();
    desk.library.trust(&key(7), &entry(PeopleAct::Trusted)).unwrap();
    assert!(desk.library.trust(&key(7), &entry(PeopleAct::Trusted)).is_err(), "it is known already");
    assert!(matches!(desk.library.keep_tries(&id("p9"), kept.tries), Err(LibraryError::NoPerson { .. })));
    desk.reopen();
    assert_eq!(desk.library.people().unwrap(), [kept]);
    let keys: Vec<_> =
        desk.library.keys().unwrap().into_iter().map(|key| (key.public_key, key.is_foreign)).collect();
    assert_eq!(keys, [([1; 32].into(), false), ([2; 32].into(), false), ([7; 32].into(), true)]);
    let acts: Vec<_> = desk.library.people_log().unwrap().into_iter().map(|entry| entry.act).collect();
    let expected = [PeopleAct::Added, PeopleAct::Changed, PeopleAct::KeyReset, PeopleAct::Trusted];
    assert_eq!(acts, expected);
}

/// Settings and reasons are kept and can be taken back.
pub fn settings_and_reasons_are_kept_and_can_be_taken_back<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    assert_eq!(desk.library.policy().unwrap(), Policy::default());
    let policy = Policy { one_person_may_hold_two_roles: true, secrecy_review: true };
    desk.library.set_policy(policy).unwrap();
    let excuse = |reason: &str| Excuse {
        rule: "empty".to_owned(),
        item: Some(id("i1")),
        part: None,
        column: Some(ColumnKey::Text(TextField::Basis)),
        reason: reason.to_owned(),
    };
    desk.library.excuse(&desk.id, &excuse("初稿")).unwrap();
    desk.library.excuse(&desk.id, &excuse("确无依据")).unwrap();
    desk.reopen();
    assert_eq!(desk.library.policy().unwrap(), policy);
    assert_eq!(desk.library.excuses(&desk.id).unwrap(), [excuse("确无依据")]);
    desk.library.excuse(&desk.id, &excuse("")).unwrap();
    assert_eq!(desk.library.excuses(&desk.id).unwrap(), []);
}
