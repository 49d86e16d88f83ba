//! What every reader makes and the mapping reads: tables of spanned cells, with the lines around them.

use serde::Serialize;

/// What was read from one file or from the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it was read from.
    pub format: Format,
    /// Its tables, in the order of the document; those without any text are left out.
    pub tables: Vec<Table>,
}

/// The kinds of document that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "DocumentFormat", rename_all = "snake_case")]
pub enum Format {
    /// Excel workbook (.xlsx).
    Xlsx,
    /// Excel workbook of 97 to 2003 (.xls).
    Xls,
    /// OpenDocument spreadsheet (.ods).
    Ods,
    /// Word document (.docx).
    Docx,
    /// Web page, or HTML of the clipboard.
    Html,
    /// Values separated by commas, semicolons or tabs.
    Csv,
    /// Plain text.
    Text,
}

/// A table and the lines that stand around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of its sheet; empty where the format has none.
    pub name: String,
    /// Whether its sheet is hidden.
    pub is_hidden: bool,
    /// Lines of text above it, outside of its cells, top down. Lines between two tables stand above the lower one
    /// only.
    pub above: Vec<String>,
    /// Its cells.
    pub grid: Grid,
    /// Lines of text below it, outside of its cells, top down.
    pub below: Vec<String>,
}

/// Cells by row and column. Every field of the grid is covered by at most one cell; a field that none covers is
/// empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// How many rows there are.
    pub rows: usize,
    /// How many columns there are.
    pub columns: usize,
    /// The cells that hold text or span several fields, top down and from left to right. In plain text the blank
    /// fields of a divided line are cells too: where each line is a cell, they differ from a blank line.
    pub cells: Vec<Cell>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it covers; at least 1.
    pub row_span: usize,
    /// How many columns it covers; at least 1.
    pub column_span: usize,
    /// Its text as the document shows it, lines separated by `\n`. Check boxes of every making are `☑` and `□`.
    pub text: String,
    /// Whether its row or its column is hidden.
    pub is_hidden: bool,
    /// Where it stands in the document.
    pub place: Place,
}

/// A place in a document as its reader would count it: a spreadsheet's row and column, a line of a text, the row
/// and cell of a table in a text document. All from 1; a column of 0 is the whole row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Row or line.
    pub row: u32,
    /// Column or cell.
    pub column: u32,
}
