//! Finding: words and patterns in the cells, and what a check finds wrong.

use mulu_model::{ColumnKey, Id};
use serde::{Deserialize, Serialize};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Find {
    /// The words, or the pattern.
    pub text: String,
    /// Whether `text` is a regular expression.
    pub is_pattern: bool,
    /// Whether capital letters differ from small ones.
    pub match_case: bool,
    /// In which columns; none means all. Column `group` is the groups' names.
    pub columns: Vec<ColumnKey>,
    /// In which items; none means all.
    pub items: Vec<Id>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Found {
    /// The hits, top down; no more than a screen can be asked to list.
    pub hits: Vec<Hit>,
    /// How many there are, also those that `hits` leaves out.
    pub total: u32,
}

/// One place where what was looked for stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Hit {
    /// Its position among all hits, from 0; by it a hit is left out of a replacement.
    pub index: u32,
    /// The group.
    pub group: Id,
    /// The item; none where it stands in the group's name.
    pub item: Option<Id>,
    /// The row of the item, where it has several and the column is one that rows have of their own.
    pub part: Option<u32>,
    /// The column.
    pub column: ColumnKey,
    /// What stands before it, shortened.
    pub before: String,
    /// The words found.
    pub text: String,
    /// What would stand in their place.
    pub replacement: String,
    /// What stands behind it, shortened.
    pub after: String,
}

/// Something that is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Finding {
    /// The item.
    pub item: Id,
    /// The row of the item, where it has several and the column is one that rows have of their own.
    pub part: Option<u32>,
    /// The column at which it is shown.
    pub column: ColumnKey,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub problem: Problem,
}

pub use mulu_rules::{Problem, Severity};
