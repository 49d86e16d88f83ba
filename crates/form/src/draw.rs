//! What is drawn on a page: rules, runs of text and the QR code at their places. Writers for paper and screen take these
//! operations and nothing else.

use std::{borrow::Cow, ops::Range};

use crate::{
    Status,
    fonts::{Face, Fonts, Style, is_invisible},
    laid::Page,
    laid::{Form, Laid, continued, note_line, title_line},
    pages::{Segment, segments},
    paper::{RULE, baseline},
    rectangle::Rectangle,
    sheet::{Cell, Change, GAP, Kind, Mark},
    text::{GAP_WIDTH, Line, break_lines, width_of},
    words,
};

/// One thing to draw. Positions are in points from the top left corner of the page; everything is black.
#[derive(Debug, Clone, PartialEq)]
pub enum Op<'a> {
    /// A straight rule, horizontal or vertical.
    Rule {
        /// Left or upper end.
        from: (f32, f32),
        /// Right or lower end.
        to: (f32, f32),
        /// Thickness.
        width: f32,
    },
    /// A run of text in one face, set with the advances of the font.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// Font size.
        size: f32,
        /// Font.
        face: Face,
        /// The text.
        text: Cow<'a, str>,
        /// The character that no font has and in whose place the text, its code point, stands.
        stands_for: Option<char>,
    },
    /// A figure: the modules of the QR code.
    Figure {
        /// Its parts, which touch and do not overlap.
        parts: Cow<'a, [Rectangle]>,
    },
}

/// The middle of ideographs above the baseline, in font sizes.
const MIDDLE: f32 = 0.38;
/// Where an underline runs below the baseline, in font sizes.
const BELOW: f32 = 0.2;
/// Thickness of the frames around characters that no font has.
const THIN: f32 = 0.3;

impl Form {
    /// The operations of a page, counted from 0; none for a page that is not there.
    pub fn page(&self, page: usize) -> Vec<Op<'_>> {
        let Some(laid_page) = self.pages().get(page) else { return Vec::new() };
        let mut canvas = Canvas { ops: Vec::new(), rules: Rules::default() };
        if page == 0 {
            canvas.title(self);
        } else {
            canvas.running_title(self);
        }
        canvas.frame_and_foot(self, page);
        canvas.header(self, laid_page);
        canvas.body(self, laid_page);
        canvas.finish()
    }

    /// So much of the title as the head of a page shows.
    pub(crate) fn running_title(&self) -> &str {
        // Half a line is enough to know the document by.
        let width = self.measures.table_width() * 0.6 / self.measures.small_size * 1000.0;
        let lines = break_lines(&self.sheet.title, Style::Body, width as u32);
        lines.first().map_or("", |line| &self.sheet.title[line.range.clone()])
    }

    /// The groups with the page, from 0, and the height on it at which each begins.
    pub(crate) fn outline(&self) -> Vec<(&str, usize, f32)> {
        let mut outline = Vec::with_capacity(self.sheet.groups.len());
        let mut groups = self.sheet.groups.iter().peekable();
        for (number, page) in self.pages().iter().enumerate() {
            for placed in &page.placed {
                while let Some(group) = groups.next_if(|group| group.first_row == placed.row) {
                    outline.push((group.label.as_str(), number, placed.y));
                }
            }
        }
        outline
    }
}

struct Canvas<'a> {
    ops: Vec<Op<'a>>,
    rules: Rules,
}

impl<'a> Canvas<'a> {
    fn title(&mut self, form: &'a Form) {
        let (title, measures) = (&form.title, &form.measures);
        let mut top = measures.title_top;
        for line in &title.lines {
            let width = line.width as f32 / 1000.0 * title.size;
            let x = (measures.page_width - width) / 2.0;
            let y = top + baseline(title.size, title_line(title.size));
            self.text(&form.sheet.title[line.range.clone()], title.style, x, y, title.size);
            top += title_line(title.size);
        }
        top += measures.title_size * 0.4;
        for (x, line, text) in &title.notes {
            let y = top
                + *line as f32 * note_line(measures)
                + baseline(measures.heading_size, note_line(measures));
            self.text(text, Style::Body, *x, y, measures.heading_size);
        }
    }

    fn running_title(&mut self, form: &'a Form) {
        let measures = &form.measures;
        self.text(form.running_title(), Style::Body, measures.side, measures.head, measures.small_size);
    }

    /// 草稿 in its frame and the notice, or the stamp; and the page number.
    fn frame_and_foot(&mut self, form: &'a Form, page: usize) {
        let measures = &form.measures;
        let size = measures.small_size;
        if form.status == Some(Status::Draft) {
            let right = measures.page_width - measures.side;
            let (width, height) = (size * 3.2, size * 1.6);
            let (left, top) = (right - width, measures.head - size * 1.18);
            self.frame(left, top, width, height, RULE);
            let x = left + (width - size * 2.0) / 2.0;
            self.text(words::DRAFT, Style::Tag, x, top + baseline(size, height), size);
            self.text(words::DRAFT_NOTICE, Style::Body, measures.side, measures.foot, size);
        }
        if let Some(stamp) = &form.stamp {
            for (x, y, text) in &stamp.lines {
                self.text(text, Style::Body, *x, *y, size);
            }
            self.ops.push(Op::Figure { parts: stamp.code.as_slice().into() });
        }
        let number = words::page_of(page + 1, form.page_count());
        let width = width_of(&number, Style::Body) as f32 / 1000.0 * size;
        self.owned(&number, Style::Body, (measures.page_width - width) / 2.0, measures.foot, size);
    }

    fn header(&mut self, form: &'a Form, page: &Page) {
        let header = &form.header;
        for (cell, (style, lines)) in form.sheet.header.iter().zip(&header.lines) {
            let (left, right) = (form.edges[cell.column], form.edges[cell.column + cell.column_span]);
            let top = page.top + header.edges[cell.row];
            let bottom = page.top + header.edges[cell.row + cell.row_span];
            self.rules.cell(left, top, right, bottom);
            self.lines(form, &cell.text, lines, *style, (left, top, right, bottom), true);
        }
    }

    fn body(&mut self, form: &'a Form, page: &'a Page) {
        let mut cells: Vec<Segment<'a>> = segments(form, page).collect();
        // In reading order, so that text copied from the page reads as the table does.
        cells.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.column.cmp(&b.column)));
        for segment in &cells {
            self.cell(form, segment);
        }
    }

    fn cell(&mut self, form: &'a Form, segment: &Segment<'a>) {
        let Segment { column, laid, .. } = *segment;
        let (left, right) = (form.edges[column], form.edges[column + 1]);
        let (top, bottom) = (segment.y, segment.y + segment.height);
        self.rules.cell(left, top, right, bottom);
        let text = form.text(column, laid);
        let kind = form.sheet.columns[column].kind;
        let centred = matches!(kind, Kind::Narrow | Kind::Name);
        let place = (left, top, right, bottom);
        match &segment.cut {
            Some(cut) => {
                let lines = &laid.lines[cut.clone()];
                let goes_on = segment.continued || cut.end < laid.lines.len();
                // A cut text fills its page from the top.
                let place = if goes_on {
                    (left, top, right, top + form.measures.text.height(lines.len()))
                } else {
                    place
                };
                self.lines(form, text, lines, Style::Body, place, centred);
                self.marks(form, form.cell(column, laid), lines, place, centred);
            }
            None if segment.continued && laid.says_continued(kind) => {
                self.continued_name(form, column, laid, place);
            }
            None => {
                self.lines(form, text, &laid.lines, Style::Body, place, centred);
                self.marks(form, form.cell(column, laid), &laid.lines, place, centred);
            }
        }
    }

    /// Strikes through what has been deleted, and underlines what has been added.
    fn marks(
        &mut self,
        form: &Form,
        cell: &Cell,
        lines: &[Line],
        place: (f32, f32, f32, f32),
        centred: bool,
    ) {
        if cell.marks.is_empty() {
            return;
        }
        let size = form.measures.text.size;
        let width = |range: Range<usize>| width_of(&cell.text[range], Style::Body) as f32 / 1000.0 * size;
        for (line, (x, y)) in lines.iter().zip(places(form, lines, place, centred)) {
            for Mark { range, change } in &cell.marks {
                let marked = range.start.max(line.range.start)..range.end.min(line.range.end);
                if marked.is_empty() {
                    continue;
                }
                let from = x + width(line.range.start..marked.start);
                let y = match change {
                    Change::Deleted => y - size * MIDDLE,
                    Change::Added => y + size * BELOW,
                };
                let to = (from + width(marked), y);
                self.ops.push(Op::Rule { from: (from, y), to, width: RULE });
            }
        }
    }

    fn continued_name(&mut self, form: &'a Form, column: usize, laid: &Laid, place: (f32, f32, f32, f32)) {
        let (text, lines) = continued(form, column, laid);
        for (line, (x, y)) in lines.iter().zip(places(form, &lines, place, true)) {
            self.owned(&text[line.range.clone()], Style::Body, x, y, form.measures.text.size);
        }
    }

    /// Lines in a cell, centred in its height.
    fn lines(
        &mut self,
        form: &'a Form,
        text: &'a str,
        lines: &[Line],
        style: Style,
        place: (f32, f32, f32, f32),
        centred: bool,
    ) {
        for (line, (x, y)) in lines.iter().zip(places(form, lines, place, centred)) {
            self.text(&text[line.range.clone()], style, x, y, form.measures.text.size);
        }
    }

    /// One line of text, as runs of one face each.
    fn text(&mut self, text: &'a str, style: Style, mut x: f32, y: f32, size: f32) {
        let fonts = Fonts::get();
        let mut run = 0..0;
        let mut run_face = Face::Serif;
        let mut run_x = x;
        for (at, character) in text.char_indices() {
            let found = if is_invisible(character) { None } else { fonts.find(style, character) };
            let goes_on =
                matches!(found, Some((face, _)) if face == run_face && run.end == at && !run.is_empty());
            if !goes_on {
                self.run(&text[run.clone()], run_face, run_x, y, size);
                (run, run_x) = (at..at, x);
            }
            match found {
                Some((face, advance)) => {
                    (run.end, run_face) = (at + character.len_utf8(), face);
                    x += f32::from(advance) / 1000.0 * size;
                }
                None if character == GAP => x += GAP_WIDTH as f32 / 1000.0 * size,
                None if is_invisible(character) => {}
                None => {
                    self.missing(character, x, y, size);
                    x += size;
                }
            }
        }
        self.run(&text[run], run_face, run_x, y, size);
    }

    /// As [`text`](Self::text), for words that do not live as long as the form.
    fn owned(&mut self, text: &str, style: Style, x: f32, y: f32, size: f32) {
        let mut other = Canvas { ops: Vec::new(), rules: Rules::default() };
        other.text(text, style, x, y, size);
        self.ops.extend(other.ops.into_iter().map(Op::into_owned));
    }

    fn run(&mut self, text: &'a str, face: Face, x: f32, y: f32, size: f32) {
        if !text.trim().is_empty() {
            self.ops.push(Op::Text { x, y, size, face, text: text.into(), stands_for: None });
        }
    }

    /// A character that no font has: its code point in a frame of its size.
    fn missing(&mut self, character: char, x: f32, y: f32, size: f32) {
        self.frame(x + size * 0.06, y - size * 0.84, size * 0.88, size * 0.92, THIN);
        let code = format!("{:04X}", u32::from(character));
        let ems = width_of(&code, Style::Tag) as f32 / 1000.0;
        let small = size * (0.8 / ems).min(0.4);
        let (x, y) = (x + (size - ems * small) / 2.0, y - size * 0.38 + small * 0.36);
        let stands_for = Some(character);
        self.ops.push(Op::Text { x, y, size: small, face: Face::Sans, text: code.into(), stands_for });
    }

    fn frame(&mut self, left: f32, top: f32, width: f32, height: f32, thickness: f32) {
        let (right, bottom) = (left + width, top + height);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        for (a, b) in [(0, 1), (1, 2), (3, 2), (0, 3)] {
            self.ops.push(Op::Rule { from: corners[a], to: corners[b], width: thickness });
        }
    }

    fn finish(self) -> Vec<Op<'a>> {
        let mut ops = self.rules.merged();
        ops.extend(self.ops);
        ops
    }
}

impl Op<'_> {
    fn into_owned<'b>(self) -> Op<'b> {
        match self {
            Self::Rule { from, to, width } => Op::Rule { from, to, width },
            Self::Text { x, y, size, face, text, stands_for } => {
                Op::Text { x, y, size, face, text: text.into_owned().into(), stands_for }
            }
            Self::Figure { parts } => Op::Figure { parts: parts.into_owned().into() },
        }
    }
}

/// Where the lines of a cell begin, and their baselines: centred in the cell's height.
fn places<'l>(
    form: &Form,
    lines: &'l [Line],
    (left, top, right, bottom): (f32, f32, f32, f32),
    centred: bool,
) -> impl Iterator<Item = (f32, f32)> + use<'l> {
    let text = form.measures.text;
    let first = (top + bottom - lines.len() as f32 * text.line) / 2.0 + baseline(text.size, text.line);
    lines.iter().enumerate().map(move |(index, line)| {
        let spare = right - left - line.width as f32 / 1000.0 * text.size;
        let x = if centred { left + spare / 2.0 } else { left + text.pad_x };
        (x, first + index as f32 * text.line)
    })
}

/// The rules of the table. Those of neighbours are the same line, and lines in a row are drawn as one.
#[derive(Default)]
struct Rules {
    /// `y`, and from where to where.
    horizontal: Vec<[f32; 3]>,
    /// `x`, and from where to where.
    vertical: Vec<[f32; 3]>,
}

impl Rules {
    fn cell(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        self.horizontal.extend([[top, left, right], [bottom, left, right]]);
        self.vertical.extend([[left, top, bottom], [right, top, bottom]]);
    }

    fn merged<'a>(self) -> Vec<Op<'a>> {
        let rule = |from, to| Op::Rule { from, to, width: RULE };
        let horizontal = join(self.horizontal).into_iter().map(|[y, from, to]| rule((from, y), (to, y)));
        let vertical = join(self.vertical).into_iter().map(|[x, from, to]| rule((x, from), (x, to)));
        horizontal.chain(vertical).collect()
    }
}

/// Joins rules on one line that touch or overlap.
fn join(mut rules: Vec<[f32; 3]>) -> Vec<[f32; 3]> {
    const NEAR: f32 = 0.02;
    // The same place worked out in two ways may differ in the last bit.
    rules.iter_mut().for_each(|rule| rule[0] = (rule[0] * 100.0).round() / 100.0);
    rules.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    let mut joined: Vec<[f32; 3]> = Vec::new();
    for rule in rules {
        match joined.last_mut() {
            Some(last) if (last[0] - rule[0]).abs() < NEAR && rule[1] <= last[2] + NEAR => {
                last[2] = last[2].max(rule[2]);
            }
            _ => joined.push(rule),
        }
    }
    joined
}
