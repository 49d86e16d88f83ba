//! Where something is that a rule looks at.

use mulu_model::{ColumnKey, HeadingField, Id};

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The catalogue as a whole.
    Catalogue,
    /// A field above the table.
    Heading(HeadingField),
    /// The name of a group.
    Group(Id),
    /// A cell of an item.
    Cell {
        /// The item.
        item: Id,
        /// Which of its rows, for cells that rows have of their own in an item of several rows.
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
    },
}
