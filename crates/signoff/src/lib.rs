//! Proof of who has signed what.
//!
//! A person's signing key (Ed25519) is kept under their PIN ([`seal()`], [`open`]). Each step of a catalogue is a
//! [`Record`](mulu_model::signoff::Record) that is signed and names the one before it; [`verify`] says what of such a
//! chain and of what it was made on does not hold. What people read to one another or type from paper is written in
//! letters that cannot be mistaken ([`fingerprint`], [`check_code`]).
//!
//! What records, people and hand-off files are is said by `mulu_model::signoff`. This crate does no IO and reads no
//! clock; moments and random bytes come in from outside.

mod chain;
mod code;
mod handoff;
mod pin;
mod seal;
mod sign;

pub use chain::{Evidence, Fault, Problem, Standing, verify};
pub use code::{CodeError, check_code, fingerprint, parse_check_code};
pub use handoff::{Introduction, introductions, verify_handoff};
pub use pin::{PIN_CHARS, PinError, check_pin, wait};
pub use seal::{OpenError, SealError, open, reseal, seal};
pub use sign::{ALGORITHM, NewRecord, Signer};

#[cfg(test)]
mod tests;
