//! From tables to catalogues: the four documents, many styles, random catalogues, arbitrary tables.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod cleaning;
mod laid;
mod robust;
mod round;
mod seeds;
mod styles;
mod texts;
