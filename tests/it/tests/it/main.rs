//! Tests over the public crates: the four real catalogues through the library and into files, read back by
//! programs that are not ours.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod architecture;
mod expected;
mod import;
mod library;
mod modules;
mod pdf;
mod random;
mod revision;
mod signoff;
mod stamp;
mod xlsx;
