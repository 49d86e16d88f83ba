//! The contract with the window: what crosses between Rust and TypeScript. The bindings in
//! `ui/src/platform/bindings.ts` are generated from these types; a test fails when they differ.
//!
//! Numbers are `u32`, because JavaScript cannot hold all of `u64`; times are ISO 8601 texts in UTC.

mod catalogue;
mod edit;
mod export;
mod import;
mod library;
mod search;
mod template;
mod vocabulary;

pub use catalogue::*;
pub use edit::*;
pub use export::*;
pub use import::*;
pub use library::*;
pub use search::*;
pub use template::*;
pub use vocabulary::*;
