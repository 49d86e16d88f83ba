//! The main text: what stands above the table, the table, and the page that all of it stands on.

use super::{
    heading,
    package::Package,
    page::section,
    parts::style,
    xml::{DECLARATION, LINKS, WORDS, push, run, twips},
};
use crate::{
    Progress, WriteError,
    laid::{Form, lines_of_boxes},
    pages::heights_without_pages,
    paper::RULE,
    sheet::{Cell, Change, Kind},
    step,
    svg::escaped,
};

/// What Word takes for the rest of the page is left to it: no table ends a document.
const END: &str = "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>\
                   </w:pPr></w:p>";

/// Writes the part, some rows at a time.
pub(super) fn write(
    form: &Form,
    package: &mut Package,
    progress: &mut Progress<'_>,
) -> Result<(), WriteError> {
    let mut xml = format!("{DECLARATION}<w:document {WORDS} {LINKS}><w:body>");
    heading::write(&mut xml, form);
    xml.push_str("<w:tbl>");
    properties(&mut xml, form);
    header(&mut xml, form);
    let rows = form.sheet.rows.len();
    let heights = heights_without_pages(form, |lines| form.measures.text.height(lines));
    let kept = kept_with_next(form, &heights);
    let mut table = Body { form, at: vec![0; form.sheet.columns.len()] };
    for (row, (height, is_kept)) in heights.into_iter().zip(kept).enumerate() {
        if row % 512 == 0 {
            step(progress, row, rows)?;
            package.write(xml.as_bytes())?;
            xml.clear();
        }
        table.row(&mut xml, row, height, is_kept);
    }
    step(progress, rows, rows)?;
    push(&mut xml, format_args!("</w:tbl>{END}{}</w:body></w:document>", section(form)));
    package.write(xml.as_bytes())
}

/// What holds for the whole table, and its columns.
fn properties(xml: &mut String, form: &Form) {
    let text = &form.measures.text;
    let width = twips(form.edges[form.edges.len() - 1]) - twips(form.edges[0]);
    push(
        xml,
        format_args!(
            "<w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>"
        ),
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let eighths = (RULE * 8.0).round();
        push(
            xml,
            format_args!("<w:{side} w:val=\"single\" w:sz=\"{eighths}\" w:space=\"0\" w:color=\"000000\"/>"),
        );
    }
    xml.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    for (side, pad) in
        [("top", text.pad_y), ("left", text.pad_x), ("bottom", text.pad_y), ("right", text.pad_x)]
    {
        push(xml, format_args!("<w:{side} w:w=\"{}\" w:type=\"dxa\"/>", twips(pad)));
    }
    push(
        xml,
        format_args!(
            "</w:tblCellMar><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(&form.sheet.title).replace('\n', " ")
        ),
    );
    for column in 0..form.sheet.columns.len() {
        push(xml, format_args!("<w:gridCol w:w=\"{}\"/>", width_of(form, column, 1)));
    }
    xml.push_str("</w:tblGrid>");
}

/// The width of neighbouring columns in twips, so that no rounding adds up.
fn width_of(form: &Form, column: usize, span: usize) -> i32 {
    twips(form.edges[column + span]) - twips(form.edges[column])
}

/// Begins a row that is kept together where a page can hold it; a taller one, without a height, breaks where the
/// page ends.
fn open_row(xml: &mut String, height: Option<f32>, repeats: &str) {
    let Some(height) = height.map(twips) else { return xml.push_str("<w:tr>") };
    push(
        xml,
        format_args!(
            "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>{repeats}</w:trPr>"
        ),
    );
}

/// For each row whether it stays on a page with the next: a merged cell's text begins in its first row, and would be
/// cut where a page ends within its lines.
fn kept_with_next(form: &Form, heights: &[f32]) -> Vec<bool> {
    let mut kept = vec![false; heights.len()];
    for laid in form.cells.iter().flatten().filter(|laid| laid.span > 1) {
        let mut lacking = form.measures.text.height(laid.lines.len());
        if lacking > room(form) {
            continue;
        }
        for row in laid.first..laid.end() - 1 {
            lacking -= heights[row];
            if lacking <= 0.0 {
                break;
            }
            kept[row] = true;
        }
    }
    kept
}

/// The height that a page has for rows of the body.
fn room(form: &Form) -> f32 {
    form.measures.table_bottom - form.measures.table_top - form.header.height()
}

/// Where a cell stands among the columns, and whether it goes on over rows.
struct Place {
    column: usize,
    columns: usize,
    /// For a cell of several rows, whether this is the first of them.
    begins: Option<bool>,
    /// Whether its row stays on a page with the next.
    is_kept: bool,
}

/// Begins a cell with its only paragraph.
fn open_cell(xml: &mut String, form: &Form, place: &Place, style: &str) {
    let width = width_of(form, place.column, place.columns);
    push(xml, format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
    if place.columns > 1 {
        push(xml, format_args!("<w:gridSpan w:val=\"{}\"/>", place.columns));
    }
    xml.push_str(match place.begins {
        None => "",
        Some(true) => "<w:vMerge w:val=\"restart\"/>",
        Some(false) => "<w:vMerge/>",
    });
    let keep = if place.is_kept { "<w:keepNext/>" } else { "" };
    push(
        xml,
        format_args!(
            "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}</w:pPr>"
        ),
    );
}

const CLOSE_CELL: &str = "</w:p></w:tc>";

fn header(xml: &mut String, form: &Form) {
    for (row, edges) in form.header.edges.windows(2).enumerate() {
        open_row(xml, Some(edges[1] - edges[0]), "<w:tblHeader/>");
        let mut column = 0;
        while column < form.sheet.columns.len() {
            let covering =
                form.sheet.header.iter().find(|cell| {
                    cell.column == column && (cell.row..cell.row + cell.row_span).contains(&row)
                });
            let columns = covering.map_or(1, |cell| cell.column_span);
            let begins = covering.filter(|cell| cell.row_span > 1).map(|cell| cell.row == row);
            open_cell(xml, form, &Place { column, columns, begins, is_kept: true }, style::HEADER);
            if let Some(cell) = covering.filter(|cell| cell.row == row) {
                run(xml, &cell.text, "");
            }
            xml.push_str(CLOSE_CELL);
            column += columns;
        }
        xml.push_str("</w:tr>");
    }
}

/// The rows below the header, top down.
struct Body<'a> {
    form: &'a Form,
    /// The position of the laid cell in each column.
    at: Vec<usize>,
}

impl Body<'_> {
    fn row(&mut self, xml: &mut String, row: usize, height: f32, is_kept: bool) {
        let form = self.form;
        open_row(xml, (height <= room(form)).then_some(height), "");
        for (index, column) in form.sheet.columns.iter().enumerate() {
            let at = &mut self.at[index];
            while form.cells[index][*at].end() <= row {
                *at += 1;
            }
            let laid = &form.cells[index][*at];
            let cell = form.cell(index, laid);
            let begins = (cell.span > 1).then_some(cell.first == row);
            let style = match column.kind {
                Kind::Narrow | Kind::Name => style::CENTRED,
                Kind::Text | Kind::Boxes => style::TEXT,
            };
            open_cell(xml, form, &Place { column: index, columns: 1, begins, is_kept }, style);
            if cell.first == row && !cell.text.is_empty() {
                match column.kind {
                    Kind::Boxes => run(xml, &lines_of_boxes(&cell.text, laid), ""),
                    _ => runs(xml, cell),
                }
            }
            xml.push_str(CLOSE_CELL);
        }
        xml.push_str("</w:tr>");
    }
}

/// The text of a cell with its changes as looks: they are no changes that Word could accept or reject.
fn runs(xml: &mut String, cell: &Cell) {
    for (text, change) in cell.pieces() {
        let looks = match change {
            None => "",
            Some(Change::Deleted) => "<w:strike/>",
            Some(Change::Added) => "<w:u w:val=\"single\"/>",
        };
        run(xml, text, looks);
    }
}
