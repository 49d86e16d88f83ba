//! PINs, and keys under them.

use jiff::{SignedDuration, Timestamp};
use mulu_model::signoff::{SealedKey, Tries};

use crate::{OpenError, PinError, SealError, Signer, check_pin, open, seal, wait};

const SEED: [u8; 32] = [7; 32];

fn sealed(pin: &str) -> SealedKey {
    seal(&SEED, pin, [1; 16], [2; 12]).unwrap()
}

#[test]
fn a_pin_is_neither_short_nor_long_nor_the_first_that_anybody_would_try() {
    for good in ["135791", "办公室二〇二六", "１３５７９１", "aB3!x9", "112233"] {
        assert_eq!(check_pin(good), Ok(()), "{good}");
    }
    for (bad, why) in [
        ("13579", PinError::TooShort),
        ("", PinError::TooShort),
        ("000000", PinError::TooPlain),
        ("123456", PinError::TooPlain),
        ("９８７６５４３", PinError::TooPlain),
        ("abcdefgh", PinError::TooPlain),
        (&"x1".repeat(33), PinError::TooLong),
    ] {
        assert_eq!(check_pin(bad), Err(why), "{bad}");
    }
    assert_eq!(seal(&SEED, "000000", [1; 16], [2; 12]), Err(SealError::Pin(PinError::TooPlain)));
}

#[test]
fn a_sealed_key_opens_with_its_pin_and_no_other() {
    let public_key = Signer::from_seed(&SEED).public_key();
    let sealed = sealed("135791");
    for pin in ["135791", "１３５７９１"] {
        assert_eq!(open(&sealed, &public_key, pin).unwrap().public_key(), public_key);
    }
    for pin in ["135792", "", "135791 "] {
        assert_eq!(open(&sealed, &public_key, pin).unwrap_err(), OpenError::WrongPin);
    }
}

#[test]
fn nothing_of_a_sealed_key_can_be_altered_or_put_under_another_name() {
    let public_key = Signer::from_seed(&SEED).public_key();
    let whole = sealed("135791");
    let other = Signer::from_seed(&[8; 32]).public_key();
    assert_eq!(open(&whole, &other, "135791").unwrap_err(), OpenError::WrongPin);
    let altered = |bytes: &mulu_model::HexBytes| {
        let mut bytes = bytes.as_bytes().to_vec();
        bytes[0] ^= 1;
        mulu_model::HexBytes::new(&bytes).unwrap()
    };
    for bad in [
        SealedKey { salt: altered(&whole.salt), ..whole.clone() },
        SealedKey { nonce: altered(&whole.nonce), ..whole.clone() },
        SealedKey { sealed: altered(&whole.sealed), ..whole.clone() },
        SealedKey { memory_kib: 8 * 1024, ..whole.clone() },
        SealedKey { passes: 1, ..whole.clone() },
    ] {
        assert_eq!(open(&bad, &public_key, "135791").unwrap_err(), OpenError::WrongPin);
    }
    for bad in [
        SealedKey { algorithm: "sm4".to_owned(), ..whole.clone() },
        SealedKey { memory_kib: u32::MAX, ..whole.clone() },
        SealedKey { passes: u32::MAX, ..whole.clone() },
        SealedKey { memory_kib: 0, ..whole.clone() },
        SealedKey { nonce: [0; 3].into(), ..whole },
    ] {
        assert_eq!(open(&bad, &public_key, "135791").unwrap_err(), OpenError::Unusable);
    }
}

#[test]
fn a_signer_shown_for_debugging_shows_no_secret() {
    let shown = format!("{:?}", Signer::from_seed(&SEED));
    assert!(!shown.contains("0707") && !shown.contains("7, 7"), "{shown}");
}

#[test]
fn wrong_pins_cost_time_that_grows_and_has_an_end() {
    let last_at = Timestamp::from_second(1_790_000_000).unwrap();
    let wait = |failed, passed| {
        let now = last_at + SignedDuration::from_secs(passed);
        wait(Tries { failed, last_at: Some(last_at) }, now).as_secs()
    };
    assert_eq!(
        [0, 1, 2, 3, 4, 5, 10, 11, 40, u32::MAX].map(|failed| wait(failed, 0)),
        [0, 0, 0, 5, 10, 20, 640, 900, 900, 900]
    );
    assert_eq!([0, 4, 9, 10, 100_000].map(|passed| wait(4, passed)), [10, 6, 1, 0, 0]);
    assert_eq!(crate::wait(Tries::default(), last_at), SignedDuration::ZERO);
}

#[test]
fn a_clock_that_is_set_back_does_not_shorten_the_wait() {
    let last_at = Timestamp::from_second(1_790_000_000).unwrap();
    let tries = Tries { failed: 5, last_at: Some(last_at) };
    for back in [1, 60, 86_400 * 365] {
        assert_eq!(wait(tries, last_at - SignedDuration::from_secs(back)).as_secs(), 20);
    }
}
