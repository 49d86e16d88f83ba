//! A hand-off file that was altered on its way.

use std::fs;

use mulu_model::{
    Id, exchange,
    library::{LibraryError, prelude::*},
    signoff::{Cover, Handoff},
};
use mulu_signoff::{ALGORITHM, verify_handoff};
use mulu_store_sqlite::{HandoffError, Store, read_handoff, write_handoff};
use tempfile::TempDir;

use super::{
    altering::{Altered, scattered},
    at, sign_all, signatory, signer,
};

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
    let [id, _] = sign_all(&path);
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

/// What becomes of altered bytes; fails where they are taken for another file than was sent.
fn is_noticed(sent: &Handoff, bad: &[u8], what: &str) -> bool {
    match read_handoff(bad) {
        Err(_) => true,
        Ok(read) if !verify_handoff(&read, &sent.keys).is_empty() => true,
        Ok(read) => {
            assert!(read == *sent, "{what} was altered and reads as if it were signed");
            false
        }
    }
}

#[test]
fn any_byte_of_a_hand_off_file_is_found_altered_or_means_nothing() {
    let (sent, good) = sent();
    let noticed = scattered(good.len(), 2_000).filter(|(at, bits)| {
        let mut bad = good.clone();
        bad[*at] ^= bits;
        is_noticed(&sent, &bad, &format!("byte {at}"))
    });
    let noticed = noticed.count();
    assert!(noticed > 500, "{noticed} noticed");
}

#[test]
fn every_field_of_a_hand_off_file_is_found_altered() {
    let (sent, good) = sent();
    let mut altered = Altered::of(&good);
    let mut count = 0;
    for change in altered.changes() {
        let Some(bad) = altered.make(&change) else { continue };
        let what = format!("{change:?}");
        let is_noticed = is_noticed(&sent, &bad, &what);
        // What is left out or there twice may have meant nothing, such as that there is no reason, or a role.
        assert!(is_noticed || change.may_mean_nothing(), "{what} was not noticed");
        count += 1;
    }
    assert!(count > 500, "{count} changes");
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
    assert!(matches!(Store::open(&path), Err(LibraryError::NotALibrary { .. })));
}
