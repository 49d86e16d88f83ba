//! An item in the making.

use std::collections::BTreeSet;

use super::body::{Record, Surplus, Value};
use crate::Place;

/// An item in the making: its rows.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The table.
    pub(crate) table: usize,
    /// Its first row in the grid.
    pub(crate) row: usize,
    /// The row as a place.
    pub(crate) place: Place,
    /// The line above it that names its group.
    pub(crate) group_line: Option<String>,
    /// Pieces of the group's name that stood in rows below.
    pub(crate) group_rest: String,
    /// What stands under each column of its table's mapping.
    pub(crate) values: Vec<Option<Value>>,
    /// Its rows after the first.
    pub(crate) further: Vec<Record>,
    /// The stretch of the row with the columns for √.
    pub(crate) surplus: Option<Surplus>,
    /// The columns that are ticked, where that was found out; otherwise the cells say it.
    pub(crate) ticked: Option<BTreeSet<usize>>,
    /// The columns whose text was taken from the row above.
    pub(crate) taken: BTreeSet<usize>,
}
