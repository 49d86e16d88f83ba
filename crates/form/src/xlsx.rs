//! The form as an Excel workbook that prints like the form: real merged cells, rows high enough for every line,
//! the header on every printed page. All cells are text; none is ever a formula.
//!
//! Excel breaks lines and pages itself, so the heights here are those of the whole table with Excel's taller
//! lines, and nothing says （续）.

use std::{collections::HashMap, sync::Arc};

use mulu_model::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, HeaderImagePosition,
    Image, Workbook, Worksheet, XlsxError,
};

use crate::{
    Paper, Progress, Stamp, Status, WriteError,
    laid::{Form, lines_of_boxes},
    pages::heights_without_pages,
    sheet::{Cell, Change, Kind, Role, Sheet},
    stamp::Modules,
    step, words,
};

/// Excel's line of Chinese text, in font sizes.
const LINE: f32 = 1.45;
/// Above and below the text of a cell together, in points.
const PAD: f32 = 5.0;
/// Excel's columns are a little wider than the form's: on screen its glyphs are rounded up to whole pixels.
const WIDER: f32 = 1.04;
/// The effort of compression: the usual 6 takes twice its time for a long catalogue's file, to make it a sixth
/// smaller.
const EFFORT: u8 = 3;
/// Excel's limits.
const MOST_HEIGHT: f32 = 409.0;
const MOST_ROWS: usize = 1_048_576;
const MOST_CHARS: usize = 32_767;

/// The form as an XLSX file; `date` becomes its date of creation. Progress counts rows of the table.
pub fn write(form: &Form, date: Date, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(EFFORT);
    workbook.set_properties(&properties(form, date)?);
    let rows = SheetRows::new(form)?;
    let formats = Formats::new(form);
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(form.sheet.name)?;
    set_up_page(worksheet, form, &rows)?;
    heading(worksheet, form, &formats)?;
    header(worksheet, form, &rows, &formats)?;
    body(worksheet, form, &rows, &formats, progress)?;
    let total = form.sheet.rows.len();
    step(progress, total, total)?;
    Ok(workbook.save_to_buffer()?)
}

fn properties(form: &Form, date: Date) -> Result<DocProperties, XlsxError> {
    let year = date.year().clamp(1900, 9999) as u16;
    let created = ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs())?;
    let properties =
        DocProperties::new().set_title(form.sheet.title.as_str()).set_creation_datetime(&created);
    Ok(properties.set_author(words::PROGRAM).set_company(form.sheet.responsible_unit()))
}

/// Which rows of the worksheet the rows of the form take.
struct SheetRows {
    /// The first row of the header.
    header: u32,
    /// The first row of every row of the table, and the one after the last.
    body: Vec<u32>,
    /// The heights of the table's rows in points.
    heights: Vec<f32>,
}

impl SheetRows {
    fn new(form: &Form) -> Result<Self, WriteError> {
        let sheet = &form.sheet;
        let size = form.font_size();
        let heights = heights_without_pages(form, |lines| (lines.max(1) as f32 * LINE * size) + PAD);
        let header = 1 + u32::from(!sheet.sign_off.is_empty()) + u32::from(sheet.summary.is_some());
        let mut next = header as usize + sheet.header_depth;
        let mut body = Vec::with_capacity(heights.len() + 1);
        for height in &heights {
            body.push(next as u32);
            // Excel has no row taller than its limit: such a row of the form takes several.
            next += parts(*height);
        }
        if next > MOST_ROWS {
            return Err(WriteError::TooManyRows { rows: next });
        }
        body.push(next as u32);
        Ok(Self { header, body, heights })
    }

    /// The first row of the table.
    fn top(&self) -> u32 {
        self.body[0]
    }

    /// The row after the table.
    fn bottom(&self) -> u32 {
        self.body[self.body.len() - 1]
    }
}

fn parts(height: f32) -> usize {
    (height / MOST_HEIGHT).ceil().max(1.0) as usize
}

/// The looks of cells; the font names are those of official documents.
struct Formats {
    title: Format,
    sign_off: Format,
    header: Format,
    centred: Format,
    text: Format,
    /// Within a text: what has not changed, what is deleted, what is added.
    pieces: [Format; 3],
}

impl Formats {
    fn new(form: &Form) -> Self {
        let size = form.font_size();
        let wrapped = |font: &str, size: f32| {
            let format = Format::new().set_font_name(font).set_font_size(size).set_text_wrap();
            format.set_align(FormatAlign::VerticalCenter)
        };
        let cell = wrapped("宋体", size).set_border(FormatBorder::Thin);
        let centred = cell.clone().set_align(FormatAlign::Center);
        let piece = Format::new().set_font_name("宋体").set_font_size(size);
        Self {
            title: wrapped("方正小标宋简体", form.title.size).set_align(FormatAlign::Center),
            sign_off: wrapped("仿宋_GB2312", form.measures.heading_size),
            header: centred.clone().set_bold(),
            centred,
            text: cell.set_align(FormatAlign::Left),
            pieces: [
                piece.clone(),
                piece.clone().set_font_strikethrough(),
                piece.set_underline(FormatUnderline::Single),
            ],
        }
    }

    /// The text of a cell with its changes.
    fn rich<'a>(&'a self, cell: &'a Cell) -> Vec<(&'a Format, &'a str)> {
        let [same, deleted, added] = &self.pieces;
        let format = |change| match change {
            None => same,
            Some(Change::Deleted) => deleted,
            Some(Change::Added) => added,
        };
        cell.pieces().into_iter().map(|(text, change)| (format(change), text)).collect()
    }

    fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Narrow | Kind::Name => &self.centred,
            Kind::Text | Kind::Boxes => &self.text,
        }
    }
}

fn set_up_page(worksheet: &mut Worksheet, form: &Form, rows: &SheetRows) -> Result<(), WriteError> {
    let sheet = &form.sheet;
    let paper = match form.paper {
        Paper::A3 => 8,
        Paper::A4 => 9,
    };
    let side = f64::from(form.measures.side) / 72.0;
    worksheet.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
    worksheet.set_margins(side, side, side, side, side / 2.0, side / 2.0);
    worksheet.set_print_center_horizontally(true);
    worksheet.set_repeat_rows(rows.header, rows.top() - 1)?;
    match &form.status {
        Some(Status::Draft) => {
            worksheet.set_header(format!("&R&\"黑体,Regular\"&10{}", words::DRAFT));
            worksheet.set_footer(footer(words::DRAFT_NOTICE));
        }
        Some(Status::Approved(stamp)) => put_stamp(worksheet, stamp, side)?,
        None => _ = worksheet.set_footer(footer("")),
    }
    let names = sheet.columns.iter().position(|column| column.role == Role::Item).map_or(0, |item| item + 1);
    worksheet.set_freeze_panes(rows.top(), names as u16)?;
    for (column, edges) in form.edges.windows(2).enumerate() {
        let pixels = (edges[1] - edges[0]) * WIDER * 96.0 / 72.0;
        worksheet.set_column_width_pixels(column as u16, pixels.ceil() as u32)?;
    }
    let size = form.font_size();
    for (row, edges) in form.header.edges.windows(2).enumerate() {
        let grown = (edges[1] - edges[0]) * LINE * size / form.measures.text.line;
        worksheet.set_row_height(rows.header + row as u32, grown.min(MOST_HEIGHT))?;
    }
    for (row, height) in rows.heights.iter().enumerate() {
        let sheet_rows = rows.body[row]..rows.body[row + 1];
        let part = height / sheet_rows.len() as f32;
        for sheet_row in sheet_rows {
            worksheet.set_row_height(sheet_row, part)?;
        }
    }
    Ok(())
}

/// The page's foot with these words on the left and the page number in the middle.
fn footer(words: &str) -> String {
    let font = "&\"宋体,Regular\"&10";
    let left = if words.is_empty() { String::new() } else { format!("&L{font}{}", words.replace('&', "&&")) };
    format!("{left}&C{font}{}", words::page_of("&P", "&N"))
}

/// Version and check code at the foot of every page, and the QR code as a picture on the right; `side` is the usual
/// margin in inches.
fn put_stamp(worksheet: &mut Worksheet, stamp: &Stamp, side: f64) -> Result<(), XlsxError> {
    let words = footer(&stamp.words().join("　"));
    let Some(modules) = Modules::new(&stamp.scanned()) else {
        worksheet.set_footer(words);
        return Ok(());
    };
    let inches = f64::from(modules.side_with_quiet()) / 72.0;
    let picture = Image::new_from_buffer(&modules.bitmap())?;
    let picture = picture.set_scale_to_size(inches * 96.0, inches * 96.0, true);
    worksheet.set_footer(format!("{words}&R&G"));
    worksheet.set_footer_image(&picture, HeaderImagePosition::Right)?;
    // The picture keeps its size when the table is made to fit the paper's width, and the table ends above it.
    worksheet.set_header_footer_scale_with_doc(false);
    let foot = side / 2.0;
    worksheet.set_margins(side, side, side, side.max(foot + inches), side / 2.0, foot);
    Ok(())
}

/// Title, sign-off line and the line right above the table, each over the whole width.
fn heading(worksheet: &mut Worksheet, form: &Form, formats: &Formats) -> Result<(), WriteError> {
    let sheet = &form.sheet;
    let title_height = form.title.lines.len().max(1) as f32 * form.title.size * 1.6;
    let sign_off = (!sheet.sign_off.is_empty()).then(|| sheet.sign_off.join("　　　　"));
    let lines = [
        Some((sheet.title.as_str(), &formats.title, title_height)),
        sign_off.as_deref().map(|text| (text, &formats.sign_off, form.measures.heading_size * 2.0)),
        sheet.summary.as_deref().map(|text| (text, &formats.sign_off, form.measures.heading_size * 1.8)),
    ];
    for (row, (text, format, height)) in (0..).zip(lines.into_iter().flatten()) {
        let all = Area { rows: row..row + 1, columns: 0..sheet.columns.len() as u16 };
        check_length(text, None)?;
        put(worksheet, &all, text, format)?;
        worksheet.set_row_height(row, height.min(MOST_HEIGHT))?;
    }
    Ok(())
}

fn header(
    worksheet: &mut Worksheet,
    form: &Form,
    rows: &SheetRows,
    formats: &Formats,
) -> Result<(), WriteError> {
    for cell in &form.sheet.header {
        let row = rows.header + cell.row as u32;
        let column = cell.column as u16;
        let area =
            Area { rows: row..row + cell.row_span as u32, columns: column..column + cell.column_span as u16 };
        check_length(&cell.text, None)?;
        put(worksheet, &area, &cell.text, &formats.header)?;
    }
    Ok(())
}

/// The cells row by row, so that progress is even.
fn body(
    worksheet: &mut Worksheet,
    form: &Form,
    rows: &SheetRows,
    formats: &Formats,
    progress: &mut Progress<'_>,
) -> Result<(), WriteError> {
    let sheet = &form.sheet;
    let mut next = vec![0; sheet.columns.len()];
    let mut laid = vec![0; sheet.columns.len()];
    // By the text, which is one and the same in all its rows.
    let mut boxes: HashMap<*const str, String> = HashMap::new();
    for row in 0..sheet.rows.len() {
        if row % 512 == 0 {
            step(progress, row, sheet.rows.len())?;
        }
        for (index, column) in sheet.columns.iter().enumerate() {
            let Some(cell) = sheet.cells[index].get(next[index]).filter(|cell| cell.first == row) else {
                continue;
            };
            while form.cells[index][laid[index]].first < row {
                laid[index] += 1;
            }
            next[index] += 1;
            let area = Area {
                rows: rows.body[row]..rows.body[row + cell.span],
                columns: index as u16..index as u16 + 1,
            };
            let text = match column.kind {
                Kind::Boxes => boxes
                    .entry(Arc::as_ptr(&cell.text))
                    .or_insert_with(|| lines_of_boxes(&cell.text, &form.cells[index][laid[index]])),
                _ => &*cell.text,
            };
            check_length(text, sheet.rows[row].item)?;
            if area.rows.len() > 1 {
                put(worksheet, &area, text, formats.of(column.kind))?;
            } else if cell.marks.is_empty() {
                worksheet.write_string(area.rows.start, area.columns.start, text)?;
            }
            if !cell.marks.is_empty() {
                let (row, column, format) = (area.rows.start, area.columns.start, formats.of(column.kind));
                worksheet.write_rich_string_with_format(row, column, &formats.rich(cell), format)?;
            }
        }
    }
    format_body(worksheet, sheet, rows, formats)
}

/// Gives all cells of the body their looks, also the empty ones. One by one they would cost more than their
/// texts.
fn format_body(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    rows: &SheetRows,
    formats: &Formats,
) -> Result<(), WriteError> {
    if sheet.rows.is_empty() {
        return Ok(());
    }
    let mut first = 0;
    for run in sheet.columns.chunk_by(|a, b| std::ptr::eq(formats.of(a.kind), formats.of(b.kind))) {
        let next = first + run.len() as u16;
        worksheet.set_range_format(
            rows.top(),
            first,
            rows.bottom() - 1,
            next - 1,
            formats.of(run[0].kind),
        )?;
        first = next;
    }
    Ok(())
}

/// Rows and columns of the worksheet that are one cell.
struct Area {
    rows: std::ops::Range<u32>,
    columns: std::ops::Range<u16>,
}

fn put(worksheet: &mut Worksheet, area: &Area, text: &str, format: &Format) -> Result<(), WriteError> {
    let (row, column) = (area.rows.start, area.columns.start);
    if area.rows.len() > 1 || area.columns.len() > 1 {
        worksheet.merge_range(row, column, area.rows.end - 1, area.columns.end - 1, text, format)?;
    } else {
        worksheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

fn check_length(text: &str, item: Option<usize>) -> Result<(), WriteError> {
    if text.len() > MOST_CHARS && text.chars().count() > MOST_CHARS {
        return Err(WriteError::CellTooLong { item, chars: text.chars().count() });
    }
    Ok(())
}
