//! What a check finds wrong.

use mulu_model::{ColumnKey, Id};
use serde::Serialize;

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
