//! The rows of a document: as they stand there, which never changes, and what they were taken for, which every look may
//! change.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use mulu_import::{Cell, Document, Grid, Place, RowRole};

use super::interpreted::Interpreted;
use crate::{
    error::from::count,
    wire::{ImportCell, ImportReading, ImportRow},
};

/// Cells that do not stand where they were read, with the column of each.
type Laid = BTreeMap<Place, Option<usize>>;

/// So many rows are given at once.
const AT_ONCE: usize = 2000;

/// Rows of a table as they stand in the document, from `first` on. Cells stand in the row in which they begin.
pub(super) fn rows(document: &Document, table: usize, first: usize, wanted: usize) -> Vec<ImportRow> {
    let Some(grid) = document.tables.get(table).map(|table| &table.grid) else { return Vec::new() };
    let end = first.saturating_add(wanted.min(AT_ONCE)).min(grid.rows);
    let rows = by_row(grid, first..end).map(|(_, own)| ImportRow {
        number: own.first().map_or(0, |cell| cell.place.row),
        cells: own.iter().filter(|cell| is_shown(cell)).map(|cell| shown(cell, cell.column, false)).collect(),
    });
    rows.collect()
}

/// What the rows of a table were taken for, all of them.
pub(super) fn readings(document: &Document, made: &Interpreted, table: usize) -> Vec<ImportReading> {
    let Some(grid) = document.tables.get(table).map(|table| &table.grid) else { return Vec::new() };
    let taken_at = made.taken.iter().position(|(at, _)| *at == table);
    let roles = taken_at.and_then(|at| made.draft.roles.get(at));
    let laid = taken_at.and_then(|at| made.draft.laid.get(at));
    let begun = made.items_of(table);
    let readings = by_row(grid, 0..grid.rows).map(|(row, own)| {
        let item = begun.get(&row);
        let laid = laid.filter(|laid| own.iter().any(|cell| laid.contains_key(&cell.place)));
        ImportReading {
            role: roles.map(|roles| roles.get(row).copied().unwrap_or(RowRole::Blank)),
            item: item.map(|(number, _)| *number),
            begins_group: item.is_some_and(|(_, begins_group)| *begins_group),
            cells: laid.map(|laid| laid_out(own, grid.columns, laid)),
        }
    });
    readings.collect()
}

/// Rows of a grid, each with the cells that begin in it.
fn by_row(grid: &Grid, rows: Range<usize>) -> impl Iterator<Item = (usize, &[Cell])> {
    let mut rest = &grid.cells[grid.cells.partition_point(|cell| cell.row < rows.start)..];
    rows.map(move |row| {
        let (own, below) = rest.split_at(rest.partition_point(|cell| cell.row == row));
        rest = below;
        (row, own)
    })
}

/// The cells of a row under the columns under which they were read. What was read under none stands in the column next
/// to its own that is free.
fn laid_out(own: &[Cell], columns: usize, laid: &Laid) -> Vec<ImportCell> {
    let read_in = |cell: &Cell| laid.get(&cell.place).copied().unwrap_or(Some(cell.column));
    let own = || own.iter().filter(|cell| is_shown(cell));
    let mut taken: BTreeSet<usize> = own().filter_map(&read_in).collect();
    let mut cells: Vec<ImportCell> = Vec::new();
    for cell in own() {
        let column = read_in(cell).unwrap_or_else(|| free(&taken, cell.column, columns));
        taken.insert(column);
        cells.push(shown(cell, column, read_in(cell).is_none()));
    }
    cells.sort_by_key(|cell| cell.position);
    // Two fields that were read as one cell.
    cells.dedup_by(|rest, cell| {
        let is_one = rest.position == cell.position;
        if is_one {
            cell.text = format!("{}\n{}", cell.text, rest.text);
        }
        is_one
    });
    cells
}

/// Blank fields of a divided line would cover what was laid there.
fn is_shown(cell: &Cell) -> bool {
    cell.row_span > 1 || cell.column_span > 1 || !cell.text.trim().is_empty()
}

/// The first column from `wanted` on that holds nothing, or else the last one before it.
fn free(taken: &BTreeSet<usize>, wanted: usize, columns: usize) -> usize {
    let mut near = (wanted..columns).chain((0..wanted).rev());
    near.find(|column| !taken.contains(column)).unwrap_or(wanted)
}

fn shown(cell: &Cell, column: usize, is_unread: bool) -> ImportCell {
    let mut characters = cell.text.chars();
    let mut text: String = characters.by_ref().take(ImportCell::SHOWN).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    ImportCell {
        position: count(column + 1),
        from: count(cell.column + 1),
        is_unread,
        row_span: count(cell.row_span),
        column_span: count(cell.column_span),
        text,
    }
}
