//! OpenDocument spreadsheets. Every cell carries the text it shows; formulas and styles of numbers are not needed.

use std::{
    collections::{HashMap, HashSet},
    io::BufRead,
};

use quick_xml::events::BytesStart;

use super::{
    error::Fault,
    mark::SymbolFont,
    sheet::{Area, Budget, Sheet, check_length},
    xml::{Node, Xml, attribute, flag, name, number},
};
use crate::document::Table;

/// Reads all sheets of the content.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<Table>, Fault> {
    let mut reader = Reader::default();
    let mut style = String::new();
    loop {
        match xml.next()? {
            Node::Open(element) => match name(&element) {
                "text-properties" => {
                    let font =
                        attribute(&element, "font-name").or_else(|| attribute(&element, "font-family"));
                    let font = font.map(|font| font.trim_matches('\'').to_owned());
                    if let Some(font) = font.and_then(|font| SymbolFont::named(&font)) {
                        reader.budget.line()?;
                        reader.symbols.insert(style.clone(), font);
                    }
                }
                "style" => style = attribute(&element, "name").unwrap_or_default().into_owned(),
                "table-properties" if !flag(&element, "display", true) => {
                    reader.budget.line()?;
                    reader.hidden_styles.insert(style.clone());
                }
                "tracked-changes" | "content-validations" | "named-expressions" => xml.skip()?,
                "table" => {
                    let title = attribute(&element, "name").unwrap_or_default().into_owned();
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    let is_hidden = reader.hidden_styles.contains(&*style);
                    let table = reader.table(xml)?.finish(title, is_hidden)?;
                    reader.tables.extend(table);
                }
                _ => {}
            },
            Node::End => return Ok(reader.tables),
            Node::Close(_) | Node::Text(_) => {}
        }
    }
}

#[derive(Default)]
struct Reader {
    budget: Budget,
    hidden_styles: HashSet<String>,
    /// Styles of cells and of parts of text with a symbol font.
    symbols: HashMap<String, SymbolFont>,
    tables: Vec<Table>,
}

/// A row or a cell that stands for several like it.
#[derive(Clone, Copy)]
struct Repeated {
    count: u32,
    is_hidden: bool,
}

impl Repeated {
    fn new(element: &BytesStart, count: &str) -> Self {
        let is_shown = attribute(element, "visibility").is_none_or(|value| value == "visible");
        Self { count: number(element, count).unwrap_or(1).max(1), is_hidden: !is_shown }
    }
}

/// A cell with its text.
struct Field {
    column: u32,
    count: u32,
    rows: u32,
    columns: u32,
    text: String,
}

impl Reader {
    fn table<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<Sheet, Fault> {
        self.budget.table()?;
        let mut sheet = Sheet::default();
        let (mut row, mut column) = (0u32, 0u32);
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "table-column" => {
                        let columns = Repeated::new(&element, "number-columns-repeated");
                        let next = column.saturating_add(columns.count);
                        if columns.is_hidden {
                            sheet.hide_columns(&mut self.budget, column, next - 1)?;
                        }
                        column = next;
                    }
                    "table-row" => {
                        let rows = Repeated::new(&element, "number-rows-repeated");
                        let fields = self.row(xml)?;
                        self.put(&mut sheet, row, rows.count, fields)?;
                        let next = row.saturating_add(rows.count);
                        if rows.is_hidden {
                            sheet.hide_rows(&mut self.budget, row, next - 1)?;
                        }
                        row = next;
                    }
                    // Drawings, charts and what else stands over the cells.
                    "shapes" | "forms" | "table-source" | "scenario" => xml.skip()?,
                    _ => {}
                },
                Node::Close(name) if name == "table" => return Ok(sheet),
                Node::End => return Err(Fault::Truncated),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    /// Puts the fields of a row down, as often as it is repeated.
    fn put(&mut self, sheet: &mut Sheet, row: u32, count: u32, fields: Vec<Field>) -> Result<(), Fault> {
        for field in fields {
            let is_merged = field.rows > 1 || field.columns > 1;
            for row in row..row.saturating_add(count) {
                for column in field.column..field.column.saturating_add(field.count) {
                    sheet.put(&mut self.budget, row, column, &field.text)?;
                    if is_merged {
                        let last_row = row.saturating_add(field.rows - 1);
                        let last_column = column.saturating_add(field.columns - 1);
                        sheet.merge(&mut self.budget, Area { row, column, last_row, last_column })?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The fields of a row that hold text or are merged.
    fn row<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<Vec<Field>, Fault> {
        let mut fields = Vec::new();
        let mut column = 0u32;
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "table-cell" => {
                        let count = Repeated::new(&element, "number-columns-repeated").count;
                        let rows = number(&element, "number-rows-spanned").unwrap_or(1).max(1);
                        let columns = number(&element, "number-columns-spanned").unwrap_or(1).max(1);
                        let font = self.font(&element);
                        let text = self.text(xml, font)?;
                        if !text.trim().is_empty() || rows > 1 || columns > 1 {
                            self.budget.cell()?;
                            fields.push(Field { column, count, rows, columns, text });
                        }
                        column = column.saturating_add(count);
                    }
                    "covered-table-cell" => {
                        let count = Repeated::new(&element, "number-columns-repeated").count;
                        column = column.saturating_add(count);
                        xml.skip()?;
                    }
                    _ => {}
                },
                Node::Close(name) if name == "table-row" => return Ok(fields),
                Node::End => return Err(Fault::Truncated),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    /// The symbol font of an element's style, if it has one.
    fn font(&self, element: &BytesStart) -> Option<SymbolFont> {
        // Few documents have any.
        if self.symbols.is_empty() {
            return None;
        }
        self.symbols.get(&*attribute(element, "style-name")?).copied()
    }

    /// The text of a cell, its paragraphs as lines. `own` is the font of the cell.
    fn text<R: BufRead>(&mut self, xml: &mut Xml<R>, own: Option<SymbolFont>) -> Result<String, Fault> {
        let mut text = String::new();
        let mut font = own;
        let mut paragraphs = 0;
        let mut inside = 0usize;
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "annotation" | "note" | "ruby-text" | "frame" | "shapes" => xml.skip()?,
                    "p" | "h" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        inside += 1;
                    }
                    // A part with a style of its own that has no symbol font shows letters.
                    "span" => font = self.font(&element),
                    "line-break" => text.push('\n'),
                    "tab" => text.push(' '),
                    "s" => {
                        let spaces = number::<usize>(&element, "c").unwrap_or(1).min(1_000);
                        self.budget.bytes(spaces)?;
                        text.extend(std::iter::repeat_n(' ', spaces));
                    }
                    _ => {}
                },
                Node::Text(part) if inside > 0 => {
                    self.budget.bytes(part.len())?;
                    let part = part.replace(['\n', '\r', '\t'], " ");
                    text.push_str(&font.map_or_else(|| part.clone(), |font| font.text(&part)));
                }
                Node::Close(name) if name == "p" || name == "h" => inside = inside.saturating_sub(1),
                Node::Close(name) if name == "span" => font = own,
                Node::Close(name) if name == "table-cell" => break,
                Node::End => return Err(Fault::Truncated),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        check_length(&text)?;
        Ok(text)
    }
}
