//! PINs: which are good enough, and how long to wait after wrong ones.

use jiff::{SignedDuration, Timestamp};
use mulu_model::{half_width, signoff::Tries};
use zeroize::Zeroizing;

/// Characters of a PIN at least.
const SHORTEST: usize = 6;
/// Characters of a PIN at most.
const LONGEST: usize = 64;
/// Wrong PINs in a row that cost nothing: everybody mistypes.
const FREE_TRIES: u32 = 3;
/// How long to wait after the first that costs something; each further one doubles it.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(5);
/// No wait is longer.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// Characters of a PIN, at least and at most.
pub const PIN_CHARS: (usize, usize) = (SHORTEST, LONGEST);

/// Why a PIN is not good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// It has fewer than 6 characters.
    #[error("a PIN has {SHORTEST} characters at least")]
    TooShort,
    /// It has more than 64 characters.
    #[error("a PIN has {LONGEST} characters at most")]
    TooLong,
    /// It is one character over and over, or goes up or down by one, such as 123456.
    #[error("a PIN that anybody would try first")]
    TooPlain,
}

/// Whether somebody may take this as a PIN: 6 to 64 characters of any kind, not all the same, and no run such as
/// 123456. Full-width letters and digits are the same as half-width ones, because input methods write either.
///
/// # Errors
/// [`PinError`]
pub fn check_pin(pin: &str) -> Result<(), PinError> {
    let pin = as_typed(pin);
    let steps = || {
        pin.chars().zip(pin.chars().skip(1)).map(|(a, b)| i64::from(u32::from(b)) - i64::from(u32::from(a)))
    };
    match pin.chars().count() {
        count if count < SHORTEST => Err(PinError::TooShort),
        count if count > LONGEST => Err(PinError::TooLong),
        _ if [-1, 0, 1].iter().any(|plain| steps().all(|step| step == *plain)) => Err(PinError::TooPlain),
        _ => Ok(()),
    }
}

/// The PIN with half-width letters and digits.
pub(crate) fn as_typed(pin: &str) -> Zeroizing<String> {
    Zeroizing::new(pin.chars().map(half_width).collect())
}

/// How long to wait from now before the next try. A clock that was set back does not shorten it: where the last try
/// seems to lie ahead, the whole wait begins now.
pub fn wait(tries: Tries, now: Timestamp) -> SignedDuration {
    let Some(last_at) = tries.last_at else { return SignedDuration::ZERO };
    let Some(doublings) = tries.failed.checked_sub(FREE_TRIES) else { return SignedDuration::ZERO };
    let whole = 1_i32
        .checked_shl(doublings)
        .filter(|times| *times > 0)
        .and_then(|times| FIRST_WAIT.checked_mul(times));
    let whole = whole.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
    let passed = now.duration_since(last_at).max(SignedDuration::ZERO);
    (whole - passed.min(whole)).max(SignedDuration::ZERO)
}
