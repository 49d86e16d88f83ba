//! The library: all catalogues of a workplace in one SQLite file.
//!
//! The only crate that names SQLite. A change reaches a catalogue by one path, [`Catalogues::apply`](mulu_model::library::Catalogues::apply): the touched
//! rows and the row of the edit log are written in one transaction, so that after a power cut either both are
//! there or neither. Undo, redo and history are read from that log; nothing else is stored for them.
//!
//! A file that is no library, was written by a newer program, or is damaged is refused and stays as it is, byte
//! for byte. The crate reads no clock and makes no identities; both come in from outside.

mod catalogues;
mod error;
mod excuses;
mod handoff;
mod library;
mod log;
mod migrations;
mod open;
mod people;
mod row;
mod sealing;
mod seals;
mod settings;
mod signing;
mod store;
mod templates;
mod write;

pub use handoff::{HandoffError, read_handoff, write_handoff};
pub use store::Store;

#[cfg(test)]
mod tests;
