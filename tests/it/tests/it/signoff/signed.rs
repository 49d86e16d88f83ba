//! What signatures alone prove, whatever the file says: altered by somebody who knows how to seal a library anew.

use mulu_model::{
    Digest,
    library::prelude::*,
    signoff::{KnownKey, Record, RemarkEntry, Stage, Version},
};
use mulu_signoff::{Evidence, Standing, verify};
use mulu_store_sqlite::Store;
use serde::{Serialize, de::DeserializeOwned};
use tempfile::TempDir;

use super::{
    altering::{of_bytes, of_json},
    sign_all,
};

/// The sign-off of an approved catalogue.
#[derive(Clone)]
struct Signed {
    records: Vec<Record>,
    versions: Vec<Version>,
    remarks: Vec<RemarkEntry>,
    keys: Vec<KnownKey>,
    standing: Standing,
}

impl Signed {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("library.db");
        let [id, _] = sign_all(&path);
        let store = Store::open(&path).unwrap();
        let loaded = store.load(&id).unwrap();
        let content = Digest::of_catalogue(&loaded.catalogue);
        Self {
            records: store.records(&id).unwrap(),
            versions: store.versions(&id).unwrap(),
            remarks: store.remarks(&id).unwrap(),
            keys: store.keys().unwrap(),
            standing: Standing { stage: loaded.stage, version: loaded.version, content },
        }
    }

    fn holds(&self) -> bool {
        let Self { records, versions, remarks, keys, standing } = self;
        let catalogue = &super::id("c1");
        verify(&Evidence { catalogue, records, versions, remarks, keys, standing: *standing }).is_empty()
    }
}

/// What a value can be altered to and still be read as one.
fn others<T: Serialize + DeserializeOwned + PartialEq>(value: &T) -> Vec<T> {
    let mut others = Vec::new();
    of_json(&serde_json::to_value(value).unwrap(), &mut |other, _| {
        others.extend(serde_json::from_value(other).ok().filter(|other| other != value));
    });
    others
}

#[test]
fn every_field_of_a_record_is_signed() {
    let signed = Signed::new();
    assert!(signed.holds());
    for (at, record) in signed.records.iter().enumerate() {
        let others = others(record);
        assert!(others.len() > 15, "{} others", others.len());
        for other in others {
            let mut altered = signed.clone();
            altered.records[at] = other.clone();
            assert!(!altered.holds(), "{other:?}");
        }
        let mut altered = signed.clone();
        altered.records.remove(at);
        assert!(!altered.holds(), "without record {at}");
        altered.records.insert(at, record.clone());
        altered.records.insert(at, record.clone());
        assert!(!altered.holds(), "record {at} twice");
    }
}

#[test]
fn every_word_of_what_was_signed_and_said_before_is_signed() {
    let signed = Signed::new();
    for (at, version) in signed.versions.iter().enumerate() {
        for content in of_bytes(&version.content) {
            let mut altered = signed.clone();
            altered.versions[at].content.clone_from(&content);
            assert!(!altered.holds(), "{:?}", String::from_utf8_lossy(&content));
            altered.versions[at] = Version::new(version.number, content);
            assert!(!altered.holds(), "under its own digest");
        }
        let mut altered = signed.clone();
        altered.versions[at].number += 1;
        assert!(!altered.holds(), "under another number");
    }
    let said = signed.records.last().unwrap().statement.remark_count as usize;
    assert!(said > 0 && said < signed.remarks.len());
    for (at, remark) in signed.remarks[..said].iter().enumerate() {
        for other in others(remark) {
            let mut altered = signed.clone();
            altered.remarks[at] = other;
            assert!(!altered.holds(), "{remark:?}");
        }
    }
}

#[test]
fn where_a_catalogue_stands_and_whose_keys_there_are_follows_from_what_is_signed() {
    let signed = Signed::new();
    let Standing { stage, version, content } = signed.standing;
    for standing in [
        Standing { stage: Stage::InApproval, version, content },
        Standing { stage, version: version + 1, content },
        Standing { stage, version, content: Digest::of(b"") },
    ] {
        assert!(!Signed { standing, ..signed.clone() }.holds(), "{standing:?}");
    }
    let signers = |key: &KnownKey| signed.records.iter().any(|r| r.statement.public_key == key.public_key);
    for (at, _) in signed.keys.iter().enumerate().filter(|(_, key)| signers(key)) {
        let mut altered = signed.clone();
        altered.keys[at].person = super::id("p9");
        assert!(!altered.holds(), "key {at} is another's");
        altered.keys.remove(at);
        assert!(!altered.holds(), "key {at} is unknown");
    }
}
