//! Views that put several things together for a screen, and what screens ask for. They cross to TypeScript by the
//! commands of `mulu-api`, from which the client of the screens is generated.
//!
//! Numbers are `u32`, because JavaScript cannot hold all of `u64`; times are ISO 8601 texts in UTC.

mod catalogue;
mod edit;
mod export;
mod findings;
mod handoff;
mod import;
mod library;
mod people;
mod review;
mod signoff;
mod template;

pub use catalogue::*;
pub use edit::*;
pub use export::*;
pub use findings::*;
pub use handoff::*;
pub use import::*;
pub use library::*;
pub use people::*;
pub use review::*;
pub use signoff::*;
pub use template::*;

pub use mulu_model::signoff::{Action, EntryKind, Policy, Role, Stage};
pub use mulu_terms::{Find, Found, Hit, Term, TermUse};
