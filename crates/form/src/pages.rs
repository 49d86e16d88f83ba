//! Page breaks and row heights. Items are placed top down; a page ends where the next item does not fit. A
//! merged cell that a page break cuts is whole on both pages: it makes the rows high enough on each. Only an
//! item that is taller than a page is cut, and then its lines go on on the next page.

use std::ops::Range;

use crate::laid::{Form, Laid, Page, Placed, Slice, continued};

/// A cell on one page: the part of it between two page breaks.
#[derive(Debug)]
pub(crate) struct Segment<'a> {
    pub(crate) column: usize,
    pub(crate) laid: &'a Laid,
    pub(crate) y: f32,
    pub(crate) height: f32,
    /// Whether it began on an earlier page.
    pub(crate) continued: bool,
    /// The lines of it that are shown, where it is cut within its text.
    pub(crate) cut: Option<Range<usize>>,
}

/// Rounding must not turn a page that is just full into one that is too full.
const TOLERANCE: f32 = 0.01;

impl Form {
    pub(crate) fn pages(&self) -> &[Page] {
        self.pages.get_or_init(|| paginate(self))
    }

    /// How many pages there are, at least one.
    pub fn page_count(&self) -> usize {
        self.pages().len()
    }

    /// The position of the first item on a page, from 0 over the whole catalogue; `None` for a page that has
    /// no item or is not there.
    pub fn first_item(&self, page: usize) -> Option<usize> {
        let placed = self.pages().get(page)?.placed.first()?;
        self.sheet.rows[placed.row].item
    }
}

/// Breaks the table into pages.
pub(crate) fn paginate(form: &Form) -> Vec<Page> {
    let columns = form.cells.len();
    let mut filler = Filler {
        form,
        pages: Vec::new(),
        page: Page { top: form.title.bottom, placed: Vec::new() },
        state: State { y: 0.0, cells: vec![0; columns], tops: vec![0.0; columns], needs: vec![0.0; columns] },
        trial: Vec::new(),
    };
    filler.state.y = filler.body_top();
    let rows = &form.sheet.rows;
    let mut first = 0;
    while first < rows.len() {
        let next =
            rows[first + 1..].iter().position(|row| row.starts_item).map_or(rows.len(), |n| first + 1 + n);
        filler.place_item(first..next);
        first = next;
    }
    filler.end_page();
    filler.pages
}

struct Filler<'a> {
    form: &'a Form,
    pages: Vec<Page>,
    page: Page,
    state: State,
    /// The rows of the item being tried.
    trial: Vec<Placed>,
}

/// How far the page is filled.
#[derive(Clone)]
struct State {
    y: f32,
    /// By column, the cell at the last placed row.
    cells: Vec<usize>,
    /// By column, where that cell begins on this page.
    tops: Vec<f32>,
    /// By column, how high that cell has to be on this page.
    needs: Vec<f32>,
}

impl Filler<'_> {
    fn body_top(&self) -> f32 {
        self.page.top + self.form.header.height()
    }

    fn is_fresh(&self) -> bool {
        self.page.placed.is_empty()
    }

    fn end_page(&mut self) {
        let top = self.form.measures.table_top;
        let mut page = std::mem::replace(&mut self.page, Page { top, placed: Vec::new() });
        even_out(self.form, &mut page);
        self.pages.push(page);
        self.state.y = self.body_top();
    }

    fn place_item(&mut self, rows: Range<usize>) {
        if self.try_rows(rows.clone()) {
            return;
        }
        if !self.is_fresh() {
            self.end_page();
            if self.try_rows(rows.clone()) {
                return;
            }
        }
        for row in rows {
            if self.try_rows(row..row + 1) {
                continue;
            }
            if !self.is_fresh() {
                self.end_page();
                if self.try_rows(row..row + 1) {
                    continue;
                }
            }
            self.cut_row(row);
        }
    }

    /// Places the rows if all of them fit on the page; otherwise changes nothing.
    fn try_rows(&mut self, rows: Range<usize>) -> bool {
        let mut state = self.state.clone();
        self.trial.clear();
        for row in rows {
            let fresh = self.is_fresh() && self.trial.is_empty();
            state.enter(self.form, row, fresh, false);
            let height = state.height_of(self.form, row);
            if state.least_end(self.form, row, height) > self.form.measures.table_bottom + TOLERANCE {
                return false;
            }
            self.trial.push(Placed { row, y: state.y, height, slice: None });
            state.y += height;
        }
        self.state = state;
        self.page.placed.append(&mut self.trial);
        true
    }

    /// Places a row that is taller than a page, on as many pages as it needs. The page is fresh.
    fn cut_row(&mut self, row: usize) {
        let form = self.form;
        let text = &form.measures.text;
        let mut shown = vec![0; form.cells.len()];
        let mut is_first = true;
        loop {
            self.state.enter(form, row, true, !is_first);
            let most = text.lines_in(form.measures.table_bottom - self.state.y).max(1);
            let mut lines = vec![0..0; form.cells.len()];
            let mut is_last = true;
            for (column, cells) in form.cells.iter().enumerate() {
                let laid = &cells[self.state.cells[column]];
                if laid.flows {
                    let end = laid.lines.len().min(shown[column] + most);
                    lines[column] = shown[column]..end;
                    self.state.needs[column] = text.height(end - shown[column]);
                    shown[column] = end;
                    is_last &= end == laid.lines.len();
                }
            }
            let height = if is_last {
                self.state.height_of(form, row)
            } else {
                self.state.needs.iter().copied().fold(text.height(1), f32::max)
            };
            let slice = Some(Slice { is_first, lines });
            self.page.placed.push(Placed { row, y: self.state.y, height, slice });
            self.state.y += height;
            if is_last {
                break;
            }
            self.end_page();
            is_first = false;
        }
    }
}

impl State {
    /// Moves to the cells of the row. Where a page begins, every cell begins anew.
    fn enter(&mut self, form: &Form, row: usize, fresh: bool, is_cut: bool) {
        for (column, cells) in form.cells.iter().enumerate() {
            let mut index = self.cells[column];
            while cells[index].end() <= row {
                index += 1;
            }
            let laid = &cells[index];
            if fresh || laid.first == row {
                self.tops[column] = self.y;
                self.needs[column] = need(form, column, laid, is_cut || laid.first < row);
            }
            self.cells[column] = index;
        }
    }

    /// The height of the row: that of its own cells, and what merged cells that end here still lack.
    fn height_of(&self, form: &Form, row: usize) -> f32 {
        let ending = (0..self.cells.len()).filter(|c| form.cells[*c][self.cells[*c]].end() == row + 1);
        let lacking = ending.map(|column| self.tops[column] + self.needs[column] - self.y);
        lacking.fold(form.measures.text.height(1), f32::max)
    }

    /// Where the page would end at the least if no row came after this one.
    fn least_end(&self, form: &Form, row: usize, height: f32) -> f32 {
        let open = (0..self.cells.len()).filter(|c| form.cells[*c][self.cells[*c]].end() > row + 1);
        open.map(|column| self.tops[column] + self.needs[column]).fold(self.y + height, f32::max)
    }
}

/// How high a cell has to be on a page to show its text.
fn need(form: &Form, column: usize, laid: &Laid, is_continued: bool) -> f32 {
    let lines = if is_continued && laid.says_continued(form.sheet.columns[column].kind) {
        continued(form, column, laid).1.len()
    } else {
        laid.lines.len()
    };
    form.measures.text.height(lines)
}

/// Gives the rows of a full page their final heights. While the page was filled, what a merged cell lacked
/// went to its last row; now it is spread over all its rows, unless that would take more room than there is.
fn even_out(form: &Form, page: &mut Page) {
    let Some(first) = page.placed.first() else { return };
    let top = first.y;
    let mut merged: Vec<(Range<usize>, f32)> = Vec::new();
    let mut heights = vec![form.measures.text.height(1); page.placed.len()];
    for (segment, rows) in segments_with_rows(form, page) {
        let lines = segment.cut.as_ref().map(|cut| form.measures.text.height(cut.len()));
        let need = lines.unwrap_or_else(|| need(form, segment.column, segment.laid, segment.continued));
        match rows.len() {
            1 => heights[rows.start] = heights[rows.start].max(need),
            _ => merged.push((rows, need)),
        }
    }
    merged.sort_by_key(|(rows, _)| (rows.len(), rows.start));
    for (rows, need) in merged {
        spread(&mut heights[rows], need);
    }
    if top + heights.iter().sum::<f32>() > form.measures.table_bottom + TOLERANCE {
        // The page holds because of how the last rows were filled; only what merged cells that the page cuts
        // still lack has to go somewhere.
        return close_open_cells(form, page);
    }
    let mut y = top;
    for (placed, height) in page.placed.iter_mut().zip(heights) {
        (placed.y, placed.height) = (y, height);
        y += height;
    }
}

/// Makes the last row of a page high enough for the merged cells that the page break cuts.
fn close_open_cells(form: &Form, page: &mut Page) {
    let lacking = |(segment, _): (Segment<'_>, Range<usize>)| {
        let need = if segment.cut.is_some() {
            0.0
        } else {
            need(form, segment.column, segment.laid, segment.continued)
        };
        need - segment.height
    };
    let lacking = segments_with_rows(form, page).map(lacking).fold(0.0, f32::max);
    if let Some(last) = page.placed.last_mut() {
        last.height += lacking;
    }
}

/// The heights of all rows of the table without page breaks, for formats that break pages themselves;
/// `height` says how high a cell with so many lines is there.
pub(crate) fn heights_without_pages(form: &Form, height: impl Fn(usize) -> f32) -> Vec<f32> {
    let mut heights = vec![height(1); form.sheet.rows.len()];
    let mut merged: Vec<&Laid> = Vec::new();
    for laid in form.cells.iter().flatten() {
        match laid.span {
            1 => heights[laid.first] = heights[laid.first].max(height(laid.lines.len())),
            _ => merged.push(laid),
        }
    }
    merged.sort_by_key(|laid| (laid.span, laid.first));
    for laid in merged {
        spread(&mut heights[laid.first..laid.end()], height(laid.lines.len()));
    }
    heights
}

/// Makes rows together as high as a merged cell needs, each by the same amount.
pub(crate) fn spread(heights: &mut [f32], need: f32) {
    let share = (need - heights.iter().sum::<f32>()) / heights.len() as f32;
    if share > 0.0 {
        heights.iter_mut().for_each(|height| *height += share);
    }
}

/// The cells on a page, column by column.
pub(crate) fn segments<'a>(form: &'a Form, page: &'a Page) -> impl Iterator<Item = Segment<'a>> {
    segments_with_rows(form, page).map(|(segment, _)| segment)
}

/// The cells on a page with the positions of the placed rows that they cover.
fn segments_with_rows<'a>(
    form: &'a Form,
    page: &'a Page,
) -> impl Iterator<Item = (Segment<'a>, Range<usize>)> {
    (0..form.cells.len()).flat_map(move |column| {
        let cells = &form.cells[column];
        let mut start = 0;
        std::iter::from_fn(move || {
            let placed = page.placed.get(start)?;
            let index = cells.partition_point(|laid| laid.end() <= placed.row);
            let laid = &cells[index];
            let rows = page.placed[start..].iter().take_while(|placed| placed.row < laid.end()).count();
            let range = start..start + rows;
            let last = &page.placed[range.end - 1];
            let slice = placed.slice.as_ref();
            let segment = Segment {
                column,
                laid,
                y: placed.y,
                height: last.y + last.height - placed.y,
                continued: laid.first < placed.row || slice.is_some_and(|slice| !slice.is_first),
                cut: slice.filter(|_| laid.flows).map(|slice| slice.lines[column].clone()),
            };
            start = range.end;
            Some((segment, range))
        })
    })
}
