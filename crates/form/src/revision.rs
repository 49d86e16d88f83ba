//! 修订对照表: what differs between two versions of a catalogue, old beside new, for those who sign. It is laid out
//! and written as the form itself is.
//!
//! ```
//! # fn show(old: &mulu_model::Catalogue, new: &mulu_model::Catalogue) -> Result<(), mulu_form::WriteError> {
//! use mulu_form::{Paper, pdf, revision};
//! use mulu_model::Date;
//!
//! let approved = |version, date| revision::VersionLabel { version, approved_on: Some(date) };
//! let table = revision::table(
//!     (old, approved(1, Date::constant(2021, 12, 20))),
//!     (new, approved(2, Date::constant(2022, 12, 18))),
//!     &|_difference| String::new(),
//! );
//! let form = revision::lay_out(&table, Paper::A3);
//! let file = pdf::write(&form, Date::constant(2022, 12, 18), &mut mulu_form::unwatched)?;
//! # Ok(())
//! # }
//! ```

pub(crate) mod content;
mod rows;
mod runs;
mod sheet;

use mulu_model::{Catalogue, HeadingField, diff::Difference};

use crate::{Form, Paper, Status, words};

pub use content::{RevisionRow, RevisionTable, Run, Subject, VersionLabel};
pub use rows::Comparison;

/// Two texts with what only one of them has marked, as a person would mark it.
pub fn compare(old: &str, new: &str) -> (Vec<Run>, Vec<Run>) {
    runs::compare(old, new)
}

/// What a field above the table is called.
pub fn heading_label(field: HeadingField) -> &'static str {
    words::revision::heading_field(field)
}

/// Puts the differences of two versions into words. `reason` gives the reason of a difference, which no catalogue
/// holds; an empty one leaves its cell empty.
pub fn table(
    (old, old_label): (&Catalogue, VersionLabel),
    (new, new_label): (&Catalogue, VersionLabel),
    reason: &dyn Fn(&Difference) -> String,
) -> RevisionTable {
    let title = new.heading.title.clone();
    let rows = rows::rows(old, new, reason);
    RevisionTable { title, old: old_label, new: new_label, rows, reason: String::new() }
}

/// Lays the table out on paper.
pub fn lay_out(table: &RevisionTable, paper: Paper) -> Form {
    let is_draft = table.old.approved_on.is_none() || table.new.approved_on.is_none();
    Form::of(sheet::sheet(table), paper, is_draft.then_some(Status::Draft))
}
