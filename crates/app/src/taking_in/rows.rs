//! The rows of a document as they stand there.

use mulu_import::{Cell, Document, RowRole};

use super::made::Made;
use crate::{
    error::from::count,
    wire::{ImportCell, ImportRow},
};

/// So many rows are given at once.
const AT_ONCE: usize = 500;

/// Rows of a table, from `first` on. Cells stand in the row in which they begin.
pub(super) fn rows(
    document: &Document,
    made: &Made,
    table: usize,
    first: usize,
    wanted: usize,
) -> Vec<ImportRow> {
    let Some(grid) = document.tables.get(table).map(|table| &table.grid) else { return Vec::new() };
    let end = first.saturating_add(wanted.min(AT_ONCE)).min(grid.rows);
    let from = grid.cells.partition_point(|cell| cell.row < first);
    let mut cells = grid.cells[from..].iter().peekable();
    let roles = made.taken.iter().position(|(at, _)| *at == table).and_then(|at| made.draft.roles.get(at));
    let rows = (first..end).map(|row| {
        let mut own: Vec<&Cell> = Vec::new();
        while let Some(cell) = cells.next_if(|cell| cell.row == row) {
            own.push(cell);
        }
        let role = roles.map(|roles| roles.get(row).copied().unwrap_or(RowRole::Blank));
        let begun = made.item_at(table, row).and_then(|id| made.draft.catalogue.item_position(id));
        let above = |group: usize| made.draft.catalogue.groups[..group].iter().map(|group| group.items.len());
        ImportRow {
            row: count(row),
            number: own.first().map_or(0, |cell| cell.place.row),
            role,
            item: begun.map(|(group, at)| count(above(group).sum::<usize>() + at)),
            begins_group: begun.is_some_and(|(_, at)| at == 0),
            cells: own.into_iter().map(cell).collect(),
        }
    });
    rows.collect()
}

fn cell(cell: &Cell) -> ImportCell {
    let mut characters = cell.text.chars();
    let mut text: String = characters.by_ref().take(ImportCell::SHOWN).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    ImportCell {
        position: count(cell.column + 1),
        row_span: count(cell.row_span),
        column_span: count(cell.column_span),
        text,
    }
}
