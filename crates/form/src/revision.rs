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

mod rows;
mod runs;
mod sheet;

use mulu_model::{Catalogue, Date, HeadingField, Id, diff::Difference};

use crate::{Form, Paper, Status, words};

pub use rows::Comparison;

/// 修订对照表: the differences of two versions, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionTable {
    /// The title of the catalogue, in its new version.
    pub title: String,
    /// The version before.
    pub old: VersionLabel,
    /// The version after.
    pub new: VersionLabel,
    /// One row for each difference, in the order of [`mulu_model::diff::diff`].
    pub rows: Vec<RevisionRow>,
    /// What was said of the whole and led to the new version; empty where nothing was. It stands below all rows.
    pub reason: String,
}

/// 版本: which one, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionLabel {
    /// 版本号, counted from 1.
    pub version: u32,
    /// 审签日期; `None` for what is not approved. A table with such a version says 草稿 on every page.
    pub approved_on: Option<Date>,
}

/// 修订: one thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionRow {
    /// 序号, counted from 1.
    pub number: usize,
    /// What it is about; neighbours about the same item are one cell of the table.
    pub subject: Subject,
    /// 一级事项, or the part of the catalogue that has none.
    pub group: String,
    /// 二级事项; empty where the row is about no item.
    pub item: String,
    /// 栏目: the header of the column, or what else has changed.
    pub column: String,
    /// 修订前: what has gone is marked as changed.
    pub before: Vec<Run>,
    /// 修订后: what is new is marked as changed.
    pub after: Vec<Run>,
    /// 理由; empty where nobody gave one.
    pub reason: String,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The heading or the template.
    Catalogue,
    /// 一级事项
    Group(Id),
    /// 二级事项
    Item(Id),
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The piece.
    pub text: String,
    /// Whether it stands only on this side.
    pub is_changed: bool,
}

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
