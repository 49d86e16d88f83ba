//! A form that is laid out, as writers draw it.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use crate::{
    Paper, Status,
    fonts::Style,
    paper::Measures,
    sheet::{Cell, GAP, Kind, Sheet},
    stamp::LaidStamp,
    text::{Line, break_evenly},
    words,
};

/// 表单: a catalogue or a revision table laid out on pages. Positions and sizes are in points.
#[derive(Debug)]
pub struct Form {
    pub(crate) paper: Paper,
    pub(crate) status: Option<Status>,
    pub(crate) sheet: Sheet,
    pub(crate) measures: Measures,
    /// The left edge of every column, and the right edge of the last.
    pub(crate) edges: Vec<f32>,
    pub(crate) title: Title,
    pub(crate) header: Header,
    /// What stands at the foot of every page of an approved form.
    pub(crate) stamp: Option<LaidStamp>,
    /// The measured cells of each column, top down, without gaps.
    pub(crate) cells: Vec<Vec<Laid>>,
    /// Worked out when first asked for: not every writer breaks pages as paper does.
    pub(crate) pages: OnceLock<Vec<Page>>,
}

/// A cell with its lines.
#[derive(Debug)]
pub(crate) struct Laid {
    /// Its first row.
    pub(crate) first: usize,
    /// How many rows it covers.
    pub(crate) span: usize,
    /// Its position among the sheet's cells of the column.
    pub(crate) cell: usize,
    pub(crate) lines: Arc<[Line]>,
    /// Whether its lines go on on the next page when a page cuts its row; otherwise it is whole on each page.
    pub(crate) flows: bool,
}

/// The title and the lines between it and the table.
#[derive(Debug)]
pub(crate) struct Title {
    pub(crate) style: Style,
    pub(crate) size: f32,
    pub(crate) lines: Vec<Line>,
    /// Texts of the lines between title and table with their places: `x`, line from 0, text.
    pub(crate) notes: Vec<(f32, usize, String)>,
    /// Where the table begins on the first page.
    pub(crate) bottom: f32,
}

/// The header with its lines.
#[derive(Debug)]
pub(crate) struct Header {
    /// The top of every header row below the table's top, and the bottom of the last.
    pub(crate) edges: Vec<f32>,
    /// The lines of every header cell, and the style that can set them.
    pub(crate) lines: Vec<(Style, Vec<Line>)>,
}

/// One page of the table.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Where the table's header begins.
    pub(crate) top: f32,
    /// The rows on it, top down.
    pub(crate) placed: Vec<Placed>,
}

/// A row, or a slice of one that is taller than a page.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) row: usize,
    pub(crate) y: f32,
    pub(crate) height: f32,
    /// Of a cut row, the lines that each column shows here.
    pub(crate) slice: Option<Slice>,
}

/// Part of a row that is taller than a page.
#[derive(Debug, Clone)]
pub(crate) struct Slice {
    /// Whether it is the row's first part.
    pub(crate) is_first: bool,
    /// Lines by column; of columns that do not flow, the range is empty and without meaning.
    pub(crate) lines: Vec<Range<usize>>,
}

impl Form {
    /// The font size of the table in points.
    pub fn font_size(&self) -> f32 {
        self.measures.text.size
    }

    /// Width and height of a page in points.
    pub fn page_size(&self) -> (f32, f32) {
        (self.measures.page_width, self.measures.page_height)
    }

    /// The cell that is laid.
    pub(crate) fn cell(&self, column: usize, laid: &Laid) -> &Cell {
        &self.sheet.cells[column][laid.cell]
    }

    /// The text of a laid cell.
    pub(crate) fn text(&self, column: usize, laid: &Laid) -> &str {
        &self.cell(column, laid).text
    }

    /// The width for text in a column, in thousandths of the font size.
    pub(crate) fn inner(&self, column: usize) -> u32 {
        self.measures.text.inner(self.edges[column + 1] - self.edges[column])
    }
}

impl Laid {
    /// The row after its last.
    pub(crate) fn end(&self) -> usize {
        self.first + self.span
    }

    /// Whether the cell, of a column of this kind, says （续） where a page break has cut it.
    pub(crate) fn says_continued(&self, kind: Kind) -> bool {
        kind == Kind::Name && !self.lines.is_empty()
    }
}

impl Header {
    pub(crate) fn height(&self) -> f32 {
        self.edges[self.edges.len() - 1]
    }
}

/// The height of a title line.
pub(crate) fn title_line(size: f32) -> f32 {
    size * 1.35
}

/// The height of a line between title and table.
pub(crate) fn note_line(measures: &Measures) -> f32 {
    measures.heading_size * 1.6
}

/// A name with （续） behind it, and its lines; only the beginning of a name that is too long for a page.
pub(crate) fn continued(form: &Form, column: usize, laid: &Laid) -> (String, Vec<Line>) {
    let whole = form.text(column, laid);
    let shown = &whole[..laid.lines.last().map_or(0, |line| line.range.end)];
    let dots = if whole[shown.len()..].trim().is_empty() { "" } else { words::LEFT_OUT };
    let text = format!("{shown}{dots}{}", words::CONTINUED);
    let lines = break_evenly(&text, Style::Body, form.inner(column));
    (text, lines)
}

/// Boxes in lines, which only the layout knows how to keep whole; other text as it is.
pub(crate) fn lines_of_boxes(text: &str, laid: &Laid) -> String {
    if !text.contains(GAP) {
        return text.to_owned();
    }
    let lines = laid.lines.iter().map(|line| text[line.range.clone()].replace(GAP, " "));
    lines.collect::<Vec<_>>().join("\n")
}
