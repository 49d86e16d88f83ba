//! The form as it is laid out: the table with its widths, lines and pages.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use mulu_model::{Catalogue, table::HeaderCell};

use crate::{
    Options, Paper, Status,
    fonts::Style,
    laid::{Form, Header, Laid, Title, note_line, title_line},
    pages::spread,
    paper::{Measures, TextMeasures},
    sheet::{Kind, Sheet},
    stamp::LaidStamp,
    text::{Line, break_evenly, break_lines, width_of},
    widths,
};

/// A title that would need more than one line is set at this part of its size before it is broken.
const SMALLER_TITLE: f32 = 0.8;
/// Lines of a title at most. What is beyond them is not printed: it is no title.
const TITLE_LINES: usize = 4;
/// Lines above the table at most.
const NOTE_LINES: usize = 6;
/// The header takes this part of a page at most.
const HEADER_PART: f32 = 0.3;
/// So many lines of a name that is too long for a page remind of it on the next ones.
const SHORT_NAME: usize = 3;
/// The blank that an empty name leaves for a signature, in font sizes.
const SIGNATURE: f32 = 4.0;

impl Form {
    pub(crate) fn new(catalogue: &Catalogue, options: &Options) -> Self {
        Self::of(Sheet::new(catalogue, &options.typed), options.paper, Some(options.status.clone()))
    }

    /// Lays out a table; where it has no status, its pages say nothing of one.
    pub(crate) fn of(sheet: Sheet, paper: Paper, status: Option<Status>) -> Self {
        let mut measures = paper.measures();
        let stamp = match &status {
            Some(Status::Approved(stamp)) => Some(LaidStamp::new(stamp, &measures)),
            Some(Status::Draft) | None => None,
        };
        if let Some(stamp) = &stamp {
            measures.table_bottom = measures.table_bottom.min(stamp.top);
        }
        let (widths, text) = widths::fit(&sheet, measures.text, measures.table_width());
        measures.text = text;
        let mut edges = vec![measures.side];
        for width in &widths {
            edges.push(edges[edges.len() - 1] + width);
        }
        let title = Title::new(&sheet, &measures);
        let header = Header::new(&sheet.header, sheet.header_depth, &edges, &measures);
        let first_body = measures.table_bottom - title.bottom - header.height();
        let cells = lay_cells(&sheet, &widths, &text, first_body);
        Self { paper, status, sheet, measures, edges, title, header, stamp, cells, pages: OnceLock::new() }
    }
}

/// Breaks all cells into lines. A merged cell that would not fit on a page is taken apart: its text goes to
/// its first row, which can then be cut, and the rest of it stays a merged cell, empty or with the beginning of
/// the name.
fn lay_cells(sheet: &Sheet, widths: &[f32], text: &TextMeasures, body: f32) -> Vec<Vec<Laid>> {
    // Room for （续） behind a name.
    let most = text.lines_in(body).saturating_sub(2).max(1);
    let mut columns = Vec::with_capacity(sheet.columns.len());
    for (column, cells) in sheet.cells.iter().enumerate() {
        let inner = text.inner(widths[column]);
        let names_rows = sheet.columns[column].names_rows();
        let is_name = sheet.columns[column].kind == Kind::Name;
        let break_cell = if is_name { break_evenly } else { break_lines };
        // Equal texts of a column are the same text.
        let mut known: HashMap<*const str, Arc<[Line]>> = HashMap::new();
        let mut laid_cells = Vec::with_capacity(cells.len());
        for (cell, source) in cells.iter().enumerate() {
            let break_source = || break_cell(&source.text, Style::Body, inner).into();
            let lines = Arc::clone(known.entry(Arc::as_ptr(&source.text)).or_insert_with(break_source));
            let too_tall = lines.len() > most;
            let span = if too_tall { 1 } else { source.span };
            let flows = too_tall || (span == 1 && !names_rows);
            let rest = (span < source.span).then(|| {
                let beginning = if is_name { SHORT_NAME.min(most) } else { 0 };
                let lines = lines.iter().take(beginning).cloned().collect();
                Laid { first: source.first + span, span: source.span - span, cell, lines, flows: false }
            });
            laid_cells.push(Laid { first: source.first, span, cell, lines, flows });
            laid_cells.extend(rest);
        }
        columns.push(laid_cells);
    }
    columns
}

impl Title {
    fn new(sheet: &Sheet, measures: &Measures) -> Self {
        let width = measures.table_width();
        let style = Style::strong_for(&sheet.title);
        let broken = |size: f32| break_evenly(&sheet.title, style, (width / size * 1000.0) as u32);
        let (mut size, mut lines) = (measures.title_size, broken(measures.title_size));
        if lines.len() > 1 {
            size *= SMALLER_TITLE;
            lines = broken(size);
            lines.truncate(TITLE_LINES);
        }
        let notes = notes(sheet, measures);
        let note_lines = notes.last().map_or(0, |(_, line, _)| line + 1);
        let bottom = measures.title_top
            + lines.len() as f32 * title_line(size)
            + measures.title_size * 0.4
            + note_lines as f32 * note_line(measures);
        Self { style, size, lines, notes, bottom: bottom + measures.heading_size * 0.3 }
    }
}

/// Places the sign-off line, spread over the width of the table, and the line right above it.
fn notes(sheet: &Sheet, measures: &Measures) -> Vec<(f32, usize, String)> {
    let (size, width) = (measures.heading_size, measures.table_width());
    let ems = |text: &str| width_of(text, Style::Body) as f32 / 1000.0;
    // The date ends at the table's edge; the others leave room for a signature.
    let last = sheet.sign_off.len().saturating_sub(1);
    let room = |(index, text): (usize, &String)| {
        let blank = if text.ends_with('：') && index < last { SIGNATURE } else { 0.0 };
        (ems(text) + blank) * size
    };
    let rooms: Vec<f32> = sheet.sign_off.iter().enumerate().map(room).collect();
    let spare = width - rooms.iter().sum::<f32>();
    let gap = spare / last.max(1) as f32;
    let mut notes = Vec::new();
    let mut line = 0;
    if gap >= size {
        let mut x = measures.side;
        for (text, room) in sheet.sign_off.iter().zip(&rooms) {
            notes.push((x, line, text.clone()));
            x += room + gap;
        }
        line += 1;
    } else {
        // Too long for one line: one below the other.
        for text in &sheet.sign_off {
            for part in break_lines(text, Style::Body, (width / size * 1000.0) as u32) {
                notes.push((measures.side, line, text[part.range].to_owned()));
                line += 1;
            }
        }
        notes.truncate(NOTE_LINES);
        line = notes.len();
    }
    if let Some(summary) = &sheet.summary {
        notes.push((measures.side, line, summary.clone()));
    }
    notes
}

impl Header {
    fn new(cells: &[HeaderCell], depth: usize, edges: &[f32], measures: &Measures) -> Self {
        let text = &measures.text;
        let most = text.lines_in(measures.page_height * HEADER_PART / depth as f32).max(1);
        let break_cell = |cell: &HeaderCell| {
            let style = Style::strong_for(&cell.text);
            let width = edges[cell.column + cell.column_span] - edges[cell.column];
            let mut lines = break_evenly(&cell.text, style, text.inner(width));
            lines.truncate(most * cell.row_span);
            (style, lines)
        };
        let lines: Vec<(Style, Vec<Line>)> = cells.iter().map(break_cell).collect();
        let mut heights = vec![text.height(1); depth];
        let mut by_span: Vec<usize> = (0..cells.len()).collect();
        by_span.sort_by_key(|index| cells[*index].row_span);
        for index in by_span {
            let cell = &cells[index];
            let rows = cell.row..cell.row + cell.row_span;
            spread(&mut heights[rows], text.height(lines[index].1.len()));
        }
        // Headers breathe a little more than the rows below them.
        let mut header_edges = vec![0.0];
        for height in heights {
            header_edges.push(header_edges[header_edges.len() - 1] + height + text.pad_y);
        }
        Self { edges: header_edges, lines }
    }
}
