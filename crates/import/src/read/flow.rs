//! Running text with tables in it, as text documents and web pages have it, made into tables with the lines around
//! them.
//!
//! A table within a cell is text of that cell, unless the outer table does nothing but lay out the page: when the
//! inner one has more cells, the outer one is dissolved into lines and tables. A table of a single cell is lines.

use std::collections::HashMap;

use super::{
    error::{Fault, Measure},
    limits,
    sheet::{Area, Budget, Cover, Sheet, check_length},
};
use crate::document::{Place, Table};

/// How a cell is joined with the one above it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Vertical {
    /// It covers this many rows; 0 is all that follow in its group of rows.
    Rows(u32),
    /// It covers its row and those below it whose cells continue it.
    Restart,
    /// It continues the cell above.
    Continue,
    /// It covers its row.
    #[default]
    None,
}

/// What is known of a cell when it opens.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CellStart {
    pub(super) columns: u32,
    pub(super) vertical: Vertical,
    pub(super) is_hidden: bool,
}

#[derive(Debug, Default)]
struct RawCell {
    start: CellStart,
    flow: Flow,
}

#[derive(Debug, Default)]
struct RawRow {
    /// Columns left free before its first cell.
    before: u32,
    /// The group of rows it belongs to; no cell reaches from one group into another.
    group: u32,
    is_hidden: bool,
    cells: Vec<RawCell>,
}

#[derive(Debug, Default)]
struct RawTable {
    rows: Vec<RawRow>,
    group: u32,
    is_in_cell: bool,
    is_in_row: bool,
    hidden_columns: Vec<(u32, u32)>,
}

#[derive(Debug)]
enum Block {
    Line(String),
    Table(RawTable),
}

/// Lines and tables one after the other.
#[derive(Debug, Default)]
struct Flow {
    blocks: Vec<Block>,
    line: String,
}

/// Takes a document's text and tables as they come.
#[derive(Debug, Default)]
pub(super) struct Composer {
    root: Flow,
    open: Vec<RawTable>,
    /// Tables that stand too deep and are read as text.
    flattened: usize,
    pub(super) budget: Budget,
}

impl Composer {
    /// How many tables are open around what comes next.
    pub(super) fn depth(&self) -> usize {
        self.open.len() + self.flattened
    }

    /// Whether what comes next stands in a cell.
    pub(super) fn is_in_cell(&self) -> bool {
        self.open.last().is_some_and(|table| table.is_in_cell)
    }

    fn flow(&mut self) -> &mut Flow {
        // Text of a table that stands in no cell goes before the table, as browsers have it.
        let cell = self.open.iter_mut().rev().find(|table| table.is_in_cell);
        let cell = cell.and_then(|table| table.rows.last_mut()?.cells.last_mut());
        cell.map_or(&mut self.root, |cell| &mut cell.flow)
    }

    /// Goes on with the line.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.budget.bytes(text.len())?;
        self.flow().line.push_str(text);
        Ok(())
    }

    /// The line as it stands so far.
    pub(super) fn line(&mut self) -> &str {
        &self.flow().line
    }

    /// Ends the line, even if it is empty.
    pub(super) fn break_line(&mut self) -> Result<(), Fault> {
        self.budget.line()?;
        let flow = self.flow();
        let line = std::mem::take(&mut flow.line);
        check_length(&line)?;
        flow.blocks.push(Block::Line(line));
        Ok(())
    }

    /// Ends the line if there is anything in it.
    pub(super) fn end_line(&mut self) -> Result<(), Fault> {
        if self.flow().line.trim().is_empty() {
            self.flow().line.clear();
            return Ok(());
        }
        self.break_line()
    }

    /// Begins a table where the text stands.
    pub(super) fn open_table(&mut self) -> Result<(), Fault> {
        self.end_line()?;
        if self.flattened > 0 || self.open.len() >= limits::TABLE_DEPTH {
            self.flattened += 1;
            return Ok(());
        }
        self.budget.table()?;
        self.open.push(RawTable::default());
        Ok(())
    }

    /// Columns, from the first to the last, that the table does not show.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) -> Result<(), Fault> {
        self.budget.line()?;
        if let Some(table) = self.table() {
            table.hidden_columns.push((first, last));
        }
        Ok(())
    }

    /// The innermost open table, unless we are in one that is read as text.
    fn table(&mut self) -> Option<&mut RawTable> {
        if self.flattened > 0 { None } else { self.open.last_mut() }
    }

    /// Begins another group of rows.
    pub(super) fn open_group(&mut self) -> Result<(), Fault> {
        self.close_row()?;
        if let Some(table) = self.table() {
            table.group += 1;
        }
        Ok(())
    }

    /// Begins a row that leaves columns free `before` its first cell.
    pub(super) fn open_row(&mut self, before: u32, is_hidden: bool) -> Result<(), Fault> {
        self.close_row()?;
        self.budget.line()?;
        if let Some(table) = self.table() {
            let group = table.group;
            table.rows.push(RawRow { before, group, is_hidden, cells: Vec::new() });
            table.is_in_row = true;
        }
        Ok(())
    }

    /// Takes away the row that is open, with all its text.
    pub(super) fn drop_row(&mut self) {
        if let Some(table) = self.table()
            && table.is_in_row
        {
            table.rows.pop();
            (table.is_in_row, table.is_in_cell) = (false, false);
        }
    }

    /// Begins a cell, and a row where none is open.
    pub(super) fn open_cell(&mut self, start: CellStart) -> Result<(), Fault> {
        self.close_cell()?;
        self.budget.cell()?;
        if self.table().is_some_and(|table| !table.is_in_row) {
            self.open_row(0, false)?;
        }
        if let Some(table) = self.table()
            && let Some(row) = table.rows.last_mut()
        {
            row.cells.push(RawCell { start, flow: Flow::default() });
            table.is_in_cell = true;
        }
        Ok(())
    }

    /// Ends the cell, if one is open.
    pub(super) fn close_cell(&mut self) -> Result<(), Fault> {
        self.end_line()?;
        if let Some(table) = self.table() {
            table.is_in_cell = false;
        }
        Ok(())
    }

    /// Ends the row, if one is open.
    pub(super) fn close_row(&mut self) -> Result<(), Fault> {
        self.close_cell()?;
        if let Some(table) = self.table() {
            table.is_in_row = false;
        }
        Ok(())
    }

    /// Ends the table, if one is open.
    pub(super) fn close_table(&mut self) -> Result<(), Fault> {
        self.close_row()?;
        if self.flattened > 0 {
            self.flattened -= 1;
            return Ok(());
        }
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        if table.is_layout() {
            self.dissolve(table);
        } else {
            table.flatten_inner();
            self.flow().blocks.push(Block::Table(table));
        }
        Ok(())
    }

    /// Puts what stands in the cells of a table in its place.
    fn dissolve(&mut self, table: RawTable) {
        let cells = table.rows.into_iter().flat_map(|row| row.cells);
        let blocks: Vec<_> = cells.flat_map(|cell| cell.flow.blocks).collect();
        self.flow().blocks.extend(blocks);
    }

    /// The tables, each with the lines above it; the last one has those below it too.
    pub(super) fn finish(mut self) -> Result<Content, Fault> {
        while self.depth() > 0 {
            self.close_table()?;
        }
        self.end_line()?;
        let mut tables: Vec<Table> = Vec::new();
        let mut lines = Vec::new();
        // What has been read is counted again where it is put down.
        let mut budget = Budget::default();
        for block in self.root.blocks {
            match block {
                Block::Line(line) => lines.push(line),
                Block::Table(table) => match table.into_table(&mut budget)? {
                    Some(mut table) => {
                        table.above = tidy(&std::mem::take(&mut lines));
                        tables.push(table);
                    }
                    None => continue,
                },
            }
        }
        let mut lines = tidy(&lines);
        if let Some(last) = tables.last_mut() {
            last.below = std::mem::take(&mut lines);
        }
        Ok(Content { tables, lines })
    }
}

/// What a text document holds.
pub(super) struct Content {
    /// Its tables.
    pub(super) tables: Vec<Table>,
    /// Its lines, where it has no table.
    pub(super) lines: Vec<String>,
}

fn tidy(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().map(|line| super::mark::plain(line).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

impl RawTable {
    fn cells(&self) -> impl Iterator<Item = &RawCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    fn count(&self) -> usize {
        self.cells().filter(|cell| !cell.flow.blocks.is_empty()).count()
    }

    /// Whether a table within it has more cells than itself, or it is a single cell.
    fn is_layout(&self) -> bool {
        let own = self.count();
        own <= 1 || self.cells().any(|cell| cell.flow.tables().any(|inner| inner.count() > own))
    }

    /// Makes the tables in its cells into text: a line for each row.
    fn flatten_inner(&mut self) {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if cell.flow.tables().next().is_some() {
                cell.flow.flatten();
            }
        }
    }

    fn into_table(self, budget: &mut Budget) -> Result<Option<Table>, Fault> {
        let mut sheet = Sheet::default();
        for &(first, last) in &self.hidden_columns {
            sheet.hide_columns(budget, first, last)?;
        }
        let ends = group_ends(&self.rows);
        let mut cover = Cover::default();
        // Cells joined downwards, by their first column, with where their area stands in `areas`.
        let mut joined = HashMap::new();
        let mut areas: Vec<(Area, String, bool, Place)> = Vec::new();
        for ((index, row), last_row) in (0u32..).zip(self.rows).zip(ends) {
            let mut column = row.before;
            for (number, cell) in (1u32..).zip(row.cells) {
                while column < MOST_COLUMNS && !cover.is_free(Area::field(index, column)) {
                    column += 1;
                }
                if column >= MOST_COLUMNS {
                    return Err(Fault::TooLarge(Measure::Columns));
                }
                let mut last_column = column;
                let wanted = column.saturating_add(cell.start.columns.saturating_sub(1));
                while last_column < wanted.min(MOST_COLUMNS)
                    && cover.is_free(Area::field(index, last_column + 1))
                {
                    last_column += 1;
                }
                let mut area = Area { row: index, column, last_row: index, last_column };
                let place = Place { row: index.saturating_add(1), column: number };
                let is_hidden = row.is_hidden || cell.start.is_hidden;
                column = last_column + 1;
                match cell.start.vertical {
                    Vertical::Continue => {
                        let above = joined.get(&area.column).and_then(|&at: &usize| areas.get_mut(at));
                        if let Some((above, ..)) = above
                            && above.last_row + 1 == index
                            && above.last_column == area.last_column
                        {
                            above.last_row = index;
                            continue;
                        }
                    }
                    Vertical::Restart => {
                        joined.insert(area.column, areas.len());
                    }
                    Vertical::Rows(0) => area.last_row = last_row,
                    Vertical::Rows(rows) => area.last_row = index.saturating_add(rows - 1).min(last_row),
                    Vertical::None => {}
                }
                if area.last_row > index {
                    cover.take(area);
                }
                areas.push((area, cell.flow.into_text()?, is_hidden, place));
            }
        }
        for (area, text, is_hidden, place) in areas {
            sheet.put_area(budget, area, &text, is_hidden, place)?;
        }
        sheet.finish(String::new(), false)
    }
}

/// Far more columns than are taken, and few enough to count through.
const MOST_COLUMNS: u32 = 2 * limits::COLUMNS as u32;

/// For each row the last row of its group.
fn group_ends(rows: &[RawRow]) -> Vec<u32> {
    let mut ends = vec![0; rows.len()];
    let mut end = rows.len().saturating_sub(1) as u32;
    for index in (0..rows.len()).rev() {
        if rows.get(index + 1).is_some_and(|next| next.group != rows[index].group) {
            end = index as u32;
        }
        ends[index] = end;
    }
    ends
}

impl Flow {
    fn tables(&self) -> impl Iterator<Item = &RawTable> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Line(_) => None,
        })
    }

    fn flatten(&mut self) {
        let mut blocks = Vec::new();
        for block in std::mem::take(&mut self.blocks) {
            match block {
                Block::Line(_) => blocks.push(block),
                Block::Table(table) => {
                    blocks.extend(table.rows.iter().map(|row| Block::Line(row.line())));
                }
            }
        }
        self.blocks = blocks;
    }

    /// The lines, without the blank ones at the ends.
    fn into_text(self) -> Result<String, Fault> {
        let mut text = String::new();
        for block in self.blocks {
            if let Block::Line(line) = block {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(line.trim());
            }
        }
        text.truncate(text.trim_end().len());
        check_length(&text)?;
        Ok(text)
    }
}

impl RawRow {
    fn line(&self) -> String {
        let mut line = String::new();
        for cell in &self.cells {
            for block in &cell.flow.blocks {
                if let Block::Line(part) = block {
                    if !line.is_empty() {
                        line.push(' ');
                    }
                    line.push_str(part.trim());
                }
            }
        }
        line
    }
}
