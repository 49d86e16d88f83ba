//! The form as one web page that stands on its own, fit for a government website: a real table with a caption
//! and headers for its rows, groups and columns, readable aloud and by keyboard, without scripts, printable.

use std::fmt::Write;

use crate::{
    Paper, Progress, Status, WriteError,
    laid::Form,
    sheet::{Cell, Change, Column, Kind, Role, Sheet, Walk},
    step,
    svg::escaped,
    words,
};

/// The form as an HTML file in UTF-8. Progress counts rows.
pub fn write(form: &Form, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let sheet = &form.sheet;
    let mut html = String::new();
    head(&mut html, form);
    header(&mut html, form);
    body(&mut html, sheet, progress)?;
    html.push_str("</table>\n</div>\n");
    if let Some(Status::Approved(stamp)) = &form.status {
        push(&mut html, format_args!("<p class=\"stamp\">{}</p>\n", escaped(&stamp.words().join("　"))));
    }
    html.push_str("</main>\n</body>\n</html>\n");
    Ok(html.into_bytes())
}

const STYLE: &str = "\
body{margin:0;color:#000;background:#fff;font:16px/1.5 'Songti SC','SimSun','Noto Serif CJK SC',serif}
main{padding:1em}
h1{margin:0;font-size:1.5em;text-align:center}
.draft{border:1px solid;padding:.2em .8em;width:max-content;margin:0 0 1em auto}
.sign-off{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2em 2em;margin:.5em 0 0}
.summary{margin:0}
.stamp{margin:.5em 0 0;text-align:right}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:70em;font-size:.875em}
caption{text-align:left;padding-bottom:.4em}
th,td{border:1px solid #000;padding:.25em .4em;vertical-align:middle;overflow-wrap:anywhere}
thead th,.centre{padding:.25em .1em}
thead th{font-weight:bold}
tbody th,.centre{font-weight:normal;text-align:center}
.box{display:inline-block;margin-right:.7em}
@media print{main{padding:0}table{min-width:0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}}
";

fn head(html: &mut String, form: &Form) {
    let title = escaped(&form.sheet.title);
    let paper = match form.paper {
        Paper::A3 => "A3",
        Paper::A4 => "A4",
    };
    push(
        html,
        format_args!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>\n{STYLE}@page{{size:{paper} landscape;margin:15mm}}\n</style>\n</head>\n<body>\n<main>\n"
        ),
    );
    if form.status == Some(Status::Draft) {
        let (draft, notice) = (words::DRAFT, words::DRAFT_NOTICE);
        push(html, format_args!("<p class=\"draft\"><strong>{draft}</strong>　{notice}</p>\n"));
    }
    push(
        html,
        format_args!(
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"title\" tabindex=\"0\">\n<table>\n\
             <caption>\n<h1 id=\"title\">{title}</h1>\n"
        ),
    );
    if !form.sheet.sign_off.is_empty() {
        let fields = form.sheet.sign_off.iter().map(|field| format!("<span>{}</span>", escaped(field)));
        push(html, format_args!("<p class=\"sign-off\">{}</p>\n", fields.collect::<String>()));
    }
    if let Some(summary) = &form.sheet.summary {
        push(html, format_args!("<p class=\"summary\">{}</p>\n", escaped(summary)));
    }
    html.push_str("</caption>\n");
}

fn header(html: &mut String, form: &Form) {
    let sheet = &form.sheet;
    let width = form.measures.table_width();
    for cell in sheet.header.iter().filter(|cell| cell.row == 0) {
        html.push_str("<colgroup>");
        for column in cell.column..cell.column + cell.column_span {
            let share = (form.edges[column + 1] - form.edges[column]) / width * 100.0;
            push(html, format_args!("<col style=\"width:{share:.2}%\">"));
        }
        html.push_str("</colgroup>\n");
    }
    html.push_str("<thead>\n");
    for row in 0..sheet.header_depth {
        html.push_str("<tr>");
        for cell in sheet.header.iter().filter(|cell| cell.row == row) {
            let scope = if cell.column_span > 1 { "colgroup" } else { "col" };
            push(html, format_args!("<th scope=\"{scope}\""));
            span(html, "colspan", cell.column_span);
            span(html, "rowspan", cell.row_span);
            push(html, format_args!(">{}</th>", escaped(&cell.text)));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</thead>\n");
}

fn body(html: &mut String, sheet: &Sheet, progress: &mut Progress<'_>) -> Result<(), WriteError> {
    let mut groups = sheet.groups.iter().map(|group| group.first_row).peekable();
    let mut walk = Walk::new(sheet);
    for row in 0..sheet.rows.len() {
        if row % 512 == 0 {
            step(progress, row, sheet.rows.len())?;
        }
        if groups.next_if_eq(&row).is_some() {
            html.push_str(if row > 0 { "</tbody>\n<tbody>\n" } else { "<tbody>\n" });
        }
        html.push_str("<tr>");
        for (column, cell) in walk.row(row).filter(|(_, cell)| cell.first == row) {
            body_cell(html, column, cell);
        }
        html.push_str("</tr>\n");
    }
    if !sheet.rows.is_empty() {
        html.push_str("</tbody>\n");
    }
    step(progress, sheet.rows.len(), sheet.rows.len())
}

fn body_cell(html: &mut String, column: &Column, cell: &Cell) {
    let tag = match column.role {
        Role::Group => "th scope=\"rowgroup\"",
        Role::Item => "th scope=\"row\"",
        _ => "td",
    };
    push(html, format_args!("<{tag}"));
    span(html, "rowspan", cell.span);
    match column.kind {
        Kind::Boxes if cell.text.contains(crate::sheet::GAP) => {
            html.push('>');
            for words in cell.text.split(crate::sheet::GAP) {
                push(html, format_args!("<span class=\"box\">{}</span> ", lines(words)));
            }
        }
        Kind::Text | Kind::Boxes => {
            html.push('>');
            for (text, change) in cell.pieces() {
                let text = lines(text);
                match change {
                    Some(Change::Deleted) => push(html, format_args!("<del>{text}</del>")),
                    Some(Change::Added) => push(html, format_args!("<ins>{text}</ins>")),
                    None => html.push_str(&text),
                }
            }
        }
        Kind::Narrow | Kind::Name => push(html, format_args!(" class=\"centre\">{}", lines(&cell.text))),
    }
    push(html, format_args!("</{}>", &tag[..2]));
}

/// The text with its line breaks as markup: they stay where a page is copied without its styles.
fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

fn span(html: &mut String, name: &str, count: usize) {
    if count > 1 {
        push(html, format_args!(" {name}=\"{count}\""));
    }
}

fn push(html: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(text);
}
