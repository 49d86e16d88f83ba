//! Proving a hand-off file, and who of those in it is a stranger here.

use std::collections::{HashMap, HashSet};

use mulu_model::{
    Digest, HexBytes,
    signoff::{Handoff, KnownKey, Record},
};

use crate::{
    chain::{Evidence, Fault, Problem, Standing, verify},
    sign::{ALGORITHM, is_signed_by},
};

/// A key in a hand-off file that is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Introduction {
    /// A person whom nobody here knows: to be asked about, with the fingerprint.
    Stranger(KnownKey),
    /// Somebody who is known here by another key: to be refused.
    OtherKey {
        /// What the file says.
        key: KnownKey,
        /// What is known here.
        known: KnownKey,
    },
    /// A key that the file uses and names nobody for: to be refused.
    Nameless(HexBytes),
}

/// The keys with which a hand-off file is signed and that are not known here, each once.
pub fn introductions(handoff: &Handoff, known: &[KnownKey]) -> Vec<Introduction> {
    let used = handoff.records.iter().map(|record: &Record| &record.statement.public_key);
    let mut seen: HashSet<&HexBytes> = known.iter().map(|key| &key.public_key).collect();
    let named: HashMap<_, _> = handoff.keys.iter().map(|key| (&key.public_key, key)).collect();
    let mut found = Vec::new();
    for used in used.chain([&handoff.cover.public_key]) {
        if !seen.insert(used) {
            continue;
        }
        let Some(&key) = named.get(used) else {
            found.push(Introduction::Nameless(used.clone()));
            continue;
        };
        let is_same_person = |known: &&KnownKey| {
            known.person == key.person || (known.name == key.name && known.unit == key.unit)
        };
        found.push(match known.iter().find(is_same_person) {
            Some(known) => Introduction::OtherKey { key: key.clone(), known: known.clone() },
            None => Introduction::Stranger(key.clone()),
        });
    }
    found
}

/// What of a hand-off file does not hold. `keys` are those known here, with those of strangers that were just trusted.
pub fn verify_handoff(handoff: &Handoff, keys: &[KnownKey]) -> Vec<Problem> {
    let cover = &handoff.cover;
    let found = |fault| Problem { version: Some(cover.version), seq: None, fault };
    let mut problems = Vec::new();
    if cover.algorithm != ALGORITHM {
        problems.push(found(Fault::UnknownAlgorithm { name: cover.algorithm.clone() }));
    } else if !is_signed_by(&cover.public_key, &handoff.to_be_signed(), &handoff.signature) {
        problems.push(found(Fault::CoverAltered));
    }
    match keys.iter().find(|key| key.public_key == cover.public_key) {
        None => problems.push(found(Fault::UnknownKey)),
        Some(key) if key.person != cover.sender.id => {
            problems.push(found(Fault::KeyOfAnother { person: key.person.clone() }));
        }
        Some(_) => {}
    }
    let standing =
        Standing { stage: cover.stage, version: cover.version, content: Digest::of(&handoff.content) };
    problems.extend(verify(&Evidence {
        catalogue: &cover.catalogue,
        records: &handoff.records,
        versions: &handoff.versions,
        remarks: &handoff.remarks,
        keys,
        standing,
    }));
    problems
}
