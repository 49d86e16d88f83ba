//! A table by rows: what stands in each, with the cells that reach into it from above.

use crate::{Cell, Table};

/// Fields beyond this column are not looked at; no catalogue is as wide.
const COLUMNS: usize = 256;
/// Fields that are noted at most, so that cells that span a whole sheet cost no memory.
const FIELDS: usize = 8_000_000;

/// A cell as it shows in one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    /// The cell.
    pub(crate) cell: &'a Cell,
    /// Its index in the grid.
    pub(crate) index: usize,
    /// Whether this is the cell's first row.
    pub(crate) is_first: bool,
}

/// The fields with text of each row, from left to right.
#[derive(Debug)]
pub(crate) struct Rows<'a> {
    by_row: Vec<Vec<Field<'a>>>,
    /// Whether any cell spans rows or columns.
    pub(crate) has_spans: bool,
}

impl<'a> Rows<'a> {
    /// Takes a table apart.
    pub(crate) fn of(table: &'a Table) -> Self {
        let with_text = || {
            let cells = table.grid.cells.iter().enumerate();
            cells.filter(|(_, cell)| cell.column < COLUMNS && !cell.text.trim().is_empty())
        };
        let height = with_text().map(|(_, cell)| cell.row + 1).max().unwrap_or(0);
        // A merged cell may reach below the last row that begins with text; those rows are the rows of its item.
        let reach = with_text().map(|(_, cell)| cell.row.saturating_add(cell.row_span)).max().unwrap_or(0);
        let height = reach.min(height.saturating_add(64)).min(table.grid.rows.max(height));
        let mut by_row: Vec<Vec<Field<'a>>> = vec![Vec::new(); height];
        let mut fields = 0;
        for (index, cell) in with_text() {
            let end = cell.row.saturating_add(cell.row_span.max(1)).min(height);
            for (row, line) in by_row.iter_mut().enumerate().take(end).skip(cell.row) {
                if fields == FIELDS {
                    break;
                }
                line.push(Field { cell, index, is_first: row == cell.row });
                fields += 1;
            }
        }
        for line in &mut by_row {
            line.sort_by_key(|field| field.cell.column);
        }
        let has_spans = with_text().any(|(_, cell)| cell.row_span > 1 || cell.column_span > 1);
        Self { by_row, has_spans }
    }

    /// How many rows there are up to the last one with text.
    pub(crate) fn len(&self) -> usize {
        self.by_row.len()
    }

    /// What stands in a row.
    pub(crate) fn row(&self, row: usize) -> &[Field<'a>] {
        self.by_row.get(row).map_or(&[], Vec::as_slice)
    }

    /// The field that covers a column of a row.
    pub(crate) fn at(&self, row: usize, column: usize) -> Option<Field<'a>> {
        let line = self.row(row);
        let after = line.partition_point(|field| field.cell.column <= column);
        let field = *line.get(after.checked_sub(1)?)?;
        (column < field.cell.column + field.cell.column_span.max(1)).then_some(field)
    }

    /// The last column with text in a row, plus one.
    pub(crate) fn width(&self, row: usize) -> usize {
        self.row(row)
            .last()
            .map_or(0, |field| (field.cell.column + field.cell.column_span.max(1)).min(COLUMNS))
    }
}
