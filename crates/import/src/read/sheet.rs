//! Fields of a sheet, put down in any order, made into a [`Grid`].

use std::collections::{BTreeMap, HashMap};

use super::{
    error::{Fault, Measure},
    limits, mark,
};
use crate::document::{Cell, Grid, Place, Table};

/// What all tables of a document may use together.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: usize,
    lines: usize,
    text_bytes: usize,
    tables: usize,
}

impl Budget {
    /// Counts a cell.
    pub(super) fn cell(&mut self) -> Result<(), Fault> {
        count(&mut self.cells, 1, limits::CELLS, Measure::Cells)
    }

    /// Counts a line or paragraph.
    pub(super) fn line(&mut self) -> Result<(), Fault> {
        count(&mut self.lines, 1, limits::LINES, Measure::Lines)
    }

    /// Counts a sheet or table.
    pub(super) fn table(&mut self) -> Result<(), Fault> {
        count(&mut self.tables, 1, limits::TABLES, Measure::Tables)
    }

    /// Counts the bytes of a part of a text.
    pub(super) fn bytes(&mut self, bytes: usize) -> Result<(), Fault> {
        count(&mut self.text_bytes, bytes, limits::TEXT_BYTES, Measure::TextBytes)
    }
}

fn count(sum: &mut usize, more: usize, limit: usize, what: Measure) -> Result<(), Fault> {
    *sum = sum.saturating_add(more);
    if *sum > limit { Err(Fault::TooLarge(what)) } else { Ok(()) }
}

/// Refuses a text that no cell of a catalogue could hold.
pub(super) fn check_length(text: &str) -> Result<(), Fault> {
    let is_long = text.len() > limits::TEXT_CHARS && text.chars().count() > limits::TEXT_CHARS;
    if is_long { Err(Fault::TooLarge(Measure::TextChars)) } else { Ok(()) }
}

/// The fields from one corner to the other, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Area {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) last_row: u32,
    pub(super) last_column: u32,
}

impl Area {
    /// A single field.
    pub(super) fn field(row: u32, column: u32) -> Self {
        Self { row, column, last_row: row, last_column: column }
    }

    fn is_field(&self) -> bool {
        self.row == self.last_row && self.column == self.last_column
    }
}

/// A line that belongs to the text of a cell and does not stand in it.
pub(super) struct Line {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
}

#[derive(Debug)]
struct Item {
    area: Area,
    text: String,
    is_hidden: bool,
    /// Whether it is a cell although it is blank.
    is_named: bool,
    place: Place,
}

/// A sheet that is being read. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    items: Vec<Item>,
    merges: Vec<Area>,
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
    /// Puts a text into a field; a blank one is left out. The last text for a field counts.
    pub(super) fn put(
        &mut self,
        budget: &mut Budget,
        row: u32,
        column: u32,
        text: &str,
    ) -> Result<(), Fault> {
        let place = Place { row: row.saturating_add(1), column: column.saturating_add(1) };
        self.put_area(budget, Area::field(row, column), text, false, place)
    }

    /// Puts a text into fields that are one cell, as [`put`](Self::put).
    pub(super) fn put_area(
        &mut self,
        budget: &mut Budget,
        area: Area,
        text: &str,
        is_hidden: bool,
        place: Place,
    ) -> Result<(), Fault> {
        let is_blank = text.trim().is_empty();
        if is_blank && area.is_field() {
            return Ok(());
        }
        check_length(text)?;
        budget.cell()?;
        budget.bytes(text.len())?;
        let text = if is_blank { String::new() } else { mark::plain(text) };
        self.items.push(Item { area, text, is_hidden, is_named: false, place });
        Ok(())
    }

    /// Puts down that there is a blank cell, where the document tells it from no cell at all.
    pub(super) fn put_blank(
        &mut self,
        budget: &mut Budget,
        row: u32,
        column: u32,
        place: Place,
    ) -> Result<(), Fault> {
        budget.cell()?;
        let area = Area::field(row, column);
        self.items.push(Item { area, text: String::new(), is_hidden: false, is_named: true, place });
        Ok(())
    }

    /// Makes fields one cell, with the text of the first of them.
    pub(super) fn merge(&mut self, budget: &mut Budget, area: Area) -> Result<(), Fault> {
        if area.last_row < area.row || area.last_column < area.column || area.is_field() {
            return Ok(());
        }
        budget.cell()?;
        self.merges.push(area);
        Ok(())
    }

    /// Adds lines to the texts of cells, once all cells and merged cells are known.
    pub(super) fn add_lines(&mut self, budget: &mut Budget, lines: Vec<Line>) -> Result<(), Fault> {
        if lines.is_empty() {
            return Ok(());
        }
        let known = self.items.iter().enumerate();
        let mut known: HashMap<_, _> =
            known.map(|(at, item)| ((item.area.row, item.area.column), at)).collect();
        for line in lines {
            let covers = |area: &&Area| {
                (area.row..=area.last_row).contains(&line.row)
                    && (area.column..=area.last_column).contains(&line.column)
            };
            let around = self.merges.iter().take(limits::CONTROLS).find(covers);
            let (row, column) = around.map_or((line.row, line.column), |area| (area.row, area.column));
            match known.get(&(row, column)).and_then(|at| self.items.get_mut(*at)) {
                Some(item) => {
                    budget.bytes(line.text.len() + 1)?;
                    item.text.push('\n');
                    item.text.push_str(&line.text);
                    check_length(&item.text)?;
                }
                None => {
                    known.insert((row, column), self.items.len());
                    self.put(budget, row, column, &line.text)?;
                }
            }
        }
        Ok(())
    }

    /// Hides rows, from the first to the last.
    pub(super) fn hide_rows(&mut self, budget: &mut Budget, first: u32, last: u32) -> Result<(), Fault> {
        hide(&mut self.hidden_rows, budget, first, last)
    }

    /// Hides columns, from the first to the last.
    pub(super) fn hide_columns(&mut self, budget: &mut Budget, first: u32, last: u32) -> Result<(), Fault> {
        hide(&mut self.hidden_columns, budget, first, last)
    }

    /// The table, without the empty rows and columns around it; `None` if there is no text in it.
    pub(super) fn finish(mut self, name: String, is_hidden: bool) -> Result<Option<Table>, Fault> {
        self.join_merges();
        let items = uncovered(std::mem::take(&mut self.items));
        if items.iter().all(|item| item.text.is_empty()) {
            return Ok(None);
        }
        let used =
            || items.iter().filter(|item| item.is_named || !item.text.is_empty()).map(|item| item.area);
        let rows = Axis::new(used().map(|area| (area.row, area.last_row)));
        let columns = Axis::new(used().map(|area| (area.column, area.last_column)));
        if rows.len() > limits::ROWS {
            return Err(Fault::TooLarge(Measure::Rows));
        }
        if columns.len() > limits::COLUMNS {
            return Err(Fault::TooLarge(Measure::Columns));
        }
        self.hidden_rows.sort_unstable();
        self.hidden_columns.sort_unstable();
        let cells = items.into_iter().filter_map(|item| self.cell(item, &rows, &columns)).collect();
        let grid = Grid { rows: rows.len(), columns: columns.len(), cells };
        Ok(Some(Table { name, is_hidden, above: Vec::new(), grid, below: Vec::new() }))
    }

    /// Gives merged cells their texts: each item that stands at the first field of a merged cell covers it whole.
    fn join_merges(&mut self) {
        // The sort is stable: of several texts for one field the last one stays.
        self.items.sort_by_key(|item| (item.area.row, item.area.column));
        self.items.reverse();
        self.items.dedup_by_key(|item| (item.area.row, item.area.column));
        self.items.reverse();
        let texts = self.items.len();
        for area in std::mem::take(&mut self.merges) {
            let key = (area.row, area.column);
            let known = &mut self.items[..texts];
            match known.binary_search_by_key(&key, |item| (item.area.row, item.area.column)) {
                Ok(index) => known[index].area = area,
                Err(_) => {
                    let place =
                        Place { row: area.row.saturating_add(1), column: area.column.saturating_add(1) };
                    self.items.push(Item {
                        area,
                        text: String::new(),
                        is_hidden: false,
                        is_named: false,
                        place,
                    });
                }
            }
        }
        self.items.sort_by_key(|item| (item.area.row, item.area.column));
    }

    fn cell(&self, item: Item, rows: &Axis, columns: &Axis) -> Option<Cell> {
        let Item { area, text, is_hidden, is_named, place } = item;
        let (row, column) = (rows.first(area.row)?, columns.first(area.column)?);
        let row_span = rows.last(area.last_row) - row + 1;
        let column_span = columns.last(area.last_column) - column + 1;
        if text.is_empty() && !is_named && row_span == 1 && column_span == 1 {
            return None;
        }
        let is_hidden = is_hidden
            || covers(&self.hidden_rows, area.row) && covers(&self.hidden_rows, area.last_row)
            || covers(&self.hidden_columns, area.column) && covers(&self.hidden_columns, area.last_column);
        Some(Cell { row, column, row_span, column_span, text, is_hidden, place })
    }
}

fn hide(ranges: &mut Vec<(u32, u32)>, budget: &mut Budget, first: u32, last: u32) -> Result<(), Fault> {
    match ranges.last_mut() {
        Some(range) if range.0 <= first && first <= range.1.saturating_add(1) => range.1 = range.1.max(last),
        _ => {
            budget.line()?;
            ranges.push((first, last));
        }
    }
    Ok(())
}

/// Whether one of the sorted ranges covers the index.
fn covers(ranges: &[(u32, u32)], index: u32) -> bool {
    let after = ranges.partition_point(|range| range.0 <= index);
    after.checked_sub(1).is_some_and(|before| ranges[before].1 >= index)
}

/// The items whose fields no earlier one covers. A merged cell that overlaps an earlier one keeps its first field.
/// What stands in a covered field is not shown by any program, and left out.
fn uncovered(items: Vec<Item>) -> Vec<Item> {
    let mut cover = Cover::default();
    let mut kept = Vec::with_capacity(items.len());
    for mut item in items {
        if !cover.is_free(Area::field(item.area.row, item.area.column)) {
            continue;
        }
        if !item.area.is_field() {
            if cover.is_free(item.area) {
                cover.take(item.area);
            } else {
                item.area = Area::field(item.area.row, item.area.column);
            }
        }
        kept.push(item);
    }
    kept
}

/// Which columns merged cells still cover, for areas that come top down.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// First column to last column and last row; the columns of two never overlap.
    taken: BTreeMap<u32, (u32, u32)>,
}

impl Cover {
    /// Whether no field of the area is covered. Areas that end above it are forgotten.
    pub(super) fn is_free(&mut self, area: Area) -> bool {
        let mut ended = Vec::new();
        let mut is_free = true;
        for (&first, &(last, last_row)) in self.taken.range(..=area.last_column).rev() {
            if last < area.column {
                break;
            }
            if last_row >= area.row {
                is_free = false;
                break;
            }
            ended.push(first);
        }
        for first in ended {
            self.taken.remove(&first);
        }
        is_free
    }

    /// Covers an area that is free.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.insert(area.column, (area.last_column, area.last_row));
    }
}

/// Rows or columns that are in use, and where each stands once the empty ones around them are gone and long runs
/// of empty ones are short.
struct Axis {
    used: Vec<u32>,
    indices: Vec<usize>,
}

impl Axis {
    /// From the first and last of each cell.
    fn new(spans: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut used = Vec::new();
        for (first, last) in spans {
            used.push(first);
            used.push(last.min(first.saturating_add(limits::MERGE_REACH)));
        }
        used.sort_unstable();
        used.dedup();
        let mut indices = Vec::with_capacity(used.len());
        let mut before: Option<(u32, usize)> = None;
        for &line in &used {
            let index =
                before.map_or(0, |(last, index)| index + (line - last).min(limits::EMPTY_RUN + 1) as usize);
            indices.push(index);
            before = Some((line, index));
        }
        Self { used, indices }
    }

    fn len(&self) -> usize {
        self.indices.last().map_or(0, |last| last + 1)
    }

    /// Where a cell that begins at this row or column begins now; `None` where nothing is left of it.
    fn first(&self, line: u32) -> Option<usize> {
        let at = self.used.partition_point(|&used| used <= line).checked_sub(1)?;
        let beyond = line - self.used[at];
        let is_kept = beyond <= limits::EMPTY_RUN && (beyond == 0 || at + 1 < self.used.len());
        is_kept.then(|| self.indices[at] + beyond as usize)
    }

    /// Where a cell that has begun and ends at this row or column ends now.
    fn last(&self, line: u32) -> usize {
        let at = self.used.partition_point(|&used| used <= line).saturating_sub(1);
        let beyond = line.saturating_sub(self.used[at]).min(limits::EMPTY_RUN) as usize;
        (self.indices[at] + beyond).min(self.len() - 1)
    }
}
