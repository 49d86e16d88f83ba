//! The use cases: all that the window and the command line can do with catalogues.
//!
//! [`App`] holds an open library and the catalogues in use. It runs without a window; whatever differs from
//! machine to machine (clock, new identities, who sits there) comes in through [`Host`], where the catalogues are
//! kept through [`Library`]. It shows nothing to users: results are the types of [`wire`], failures the codes of
//! [`AppError`], and each front end has its own sentences for them.

mod app;
mod checking;
mod convert;
mod editing;
mod error;
mod export;
mod file;
mod findings;
mod handoff;
mod host;
mod name;
mod people;
mod place;
mod preview;
mod proving;
mod reading;
mod request;
mod review;
mod signing;
mod sources;
mod templates;
mod trail;
mod view;
mod vocabulary;
pub mod wire;
mod workspace;

pub use app::App;
pub use checking::{Checked, check_file};
pub use convert::{Conversion, Report, convert};
pub use error::{
    AppError, CodeProblem, DocumentProblem, ExchangeProblem, HandoffProblem, LibraryProblem, PinProblem,
    RemarkProblem, SeenTable, TemplateProblem,
};
pub use export::{OnProgress, default_file_name, unwatched};
pub use file::{GivenFile, read_limited, write_atomically};
pub use handoff::HANDOFF_EXTENSION;
pub use host::{Host, System};
pub use mulu_form::Fonts;
pub use mulu_import::{Confidence, FindingKind, Format, LooksLike, Measure, Severity};
pub use mulu_model::library::Library;
pub use mulu_rules as rules;
pub use place::{LIBRARY_VARIABLE, library_path};
pub use proving::{FileReview, Proved, check_code_in_handoff, compare_files, prove_handoff};
pub use reading::{Choice, Reading, read, shipped_template};

#[cfg(test)]
mod tests;
