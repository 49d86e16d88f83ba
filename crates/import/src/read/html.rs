//! Web pages, and the HTML that programs put on the clipboard.
//!
//! No tree is built of a page: of a tree we need no more than tables, rows and cells, and the rules by which they end
//! one another are few. So a page may be as deep and as wrong as it likes.

mod element;
mod style;
mod tokens;

use element::{Element, is_switched_off};
use style::SymbolClasses;
use tokens::{Tag, Token, Tokens};

use super::{
    error::Fault,
    flow::{CellStart, Composer, Content, Vertical},
    mark::{SymbolFont, check_box},
};

/// Columns and rows that one cell may cover, as browsers have it.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 65_534;
/// Open elements that are remembered, so that each end tag is compared with no more.
const MOST_ELEMENTS: usize = 64;

/// Reads a page, or a part of one.
pub(super) fn read(html: &str) -> Result<Content, Fault> {
    let mut reader = Reader::default();
    for token in Tokens::new(markup(html)) {
        match token {
            Token::Open(tag) => reader.open(&tag)?,
            Token::Close(name) => reader.close(&name)?,
            Token::Text(text) => reader.characters(&text)?,
            Token::Raw(text) => reader.raw(text),
        }
    }
    reader.composer.finish()
}

/// The markup behind the positions that Windows writes before it on the clipboard. What has been copied is not cut
/// out by them: around it stand only the styles and the tags that it needs.
fn markup(html: &str) -> &str {
    let start = html.trim_start();
    let is_clipboard = start.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("version:"));
    if is_clipboard { start.find('<').map_or("", |at| &start[at..]) } else { html }
}

#[derive(Default)]
struct Reader {
    composer: Composer,
    elements: Vec<Element>,
    symbols: SymbolClasses,
    /// For each open table the column that its next `<col>` speaks of.
    columns: Vec<u32>,
}

impl Reader {
    fn open(&mut self, tag: &Tag) -> Result<(), Fault> {
        match tag.name.as_str() {
            "table" => {
                self.composer.open_table()?;
                self.columns.push(0);
            }
            "thead" | "tbody" | "tfoot" => self.composer.open_group()?,
            "col" => self.column(tag)?,
            "tr" => {
                self.end_cell_elements();
                self.composer.open_row(0, is_switched_off(tag))?;
            }
            "td" | "th" => {
                self.end_cell_elements();
                self.composer.open_cell(cell_start(tag))?;
            }
            "br" => self.composer.break_line()?,
            "input" => self.input(tag)?,
            "li" => self.list_item()?,
            name if is_block(name) => self.composer.end_line()?,
            _ => {}
        }
        let element = Element::new(tag, &self.symbols, self.elements.last());
        if !element.is_void() {
            if self.elements.len() >= MOST_ELEMENTS {
                // What the outermost one does to the text has been handed down.
                self.elements.remove(0);
            }
            self.elements.push(element);
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "table" => {
                self.end_cell_elements();
                self.composer.close_table()?;
                self.columns.pop();
            }
            "thead" | "tbody" | "tfoot" => self.composer.open_group()?,
            "tr" => self.composer.close_row()?,
            "td" | "th" => self.composer.close_cell()?,
            name if is_block(name) || name == "li" => self.composer.end_line()?,
            _ => {}
        }
        let Some(at) = self.elements.iter().rposition(|element| element.name() == name) else {
            return Ok(());
        };
        // What a cell contains cannot end anything around the cell.
        let is_within = self.elements[at..].iter().skip(1).any(|element| element.is_cell());
        if !is_within || matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot") {
            self.elements.truncate(at);
        }
        Ok(())
    }

    /// Ends what a cell or row has left open: the next one begins anew.
    fn end_cell_elements(&mut self) {
        let table = self.elements.iter().rposition(|element| element.name() == "table");
        let from = table.map_or(0, |at| at + 1);
        let cell = self.elements[from..].iter().position(Element::is_cell);
        if let Some(cell) = cell {
            self.elements.truncate(from + cell);
        }
    }

    fn column(&mut self, tag: &Tag) -> Result<(), Fault> {
        let span = number(tag, "span").unwrap_or(1).clamp(1, MOST_COLUMNS);
        let Some(next) = self.columns.last_mut() else { return Ok(()) };
        let first = *next;
        *next = first.saturating_add(span);
        if is_switched_off(tag) {
            self.composer.hide_columns(first, first.saturating_add(span - 1))
        } else {
            Ok(())
        }
    }

    fn input(&mut self, tag: &Tag) -> Result<(), Fault> {
        let kind = tag.attribute("type").unwrap_or_default().to_ascii_lowercase();
        if !matches!(kind.as_str(), "checkbox" | "radio") || self.is_unseen() {
            return Ok(());
        }
        self.composer.text(check_box(tag.attribute("checked").is_some()).encode_utf8(&mut [0; 4]))
    }

    /// Begins a line with the number that a browser counts for it.
    fn list_item(&mut self) -> Result<(), Fault> {
        self.composer.end_line()?;
        let list = self.elements.iter_mut().rev().find(|element| matches!(element.name(), "ol" | "ul"));
        match list.and_then(Element::next_number) {
            Some(number) => self.composer.text(&format!("{number}. ")),
            None => Ok(()),
        }
    }

    fn is_unseen(&self) -> bool {
        self.elements.last().is_some_and(Element::is_unseen)
    }

    fn characters(&mut self, text: &str) -> Result<(), Fault> {
        match self.elements.last() {
            Some(innermost) if innermost.is_unseen() => Ok(()),
            innermost => {
                let font = innermost.and_then(Element::font);
                self.spaced(text, font)
            }
        }
    }

    /// Takes what an element holds that has no markup within: nothing that is seen but the fonts of a style sheet.
    fn raw(&mut self, text: &str) {
        if self.elements.last().is_some_and(|element| element.name() == "style") {
            self.symbols.read(text);
        }
    }

    /// Writes a text with each run of white space as one space, and none at the beginning of a line.
    fn spaced(&mut self, text: &str, font: Option<SymbolFont>) -> Result<(), Fault> {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut plain = String::with_capacity(text.len());
        for character in text.chars() {
            if !is_space(character) {
                plain.push(font.map_or(character, |font| font.shown(character)));
            } else if !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
        let line = self.composer.line();
        let is_joined = line.is_empty() || line.ends_with(' ');
        self.composer.text(plain.strip_prefix(' ').filter(|_| is_joined).unwrap_or(&plain))
    }
}

fn cell_start(tag: &Tag) -> CellStart {
    let columns = number(tag, "colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
    let rows = number(tag, "rowspan").unwrap_or(1).min(MOST_ROWS);
    CellStart { columns, vertical: Vertical::Rows(rows), is_hidden: is_switched_off(tag) }
}

fn number(tag: &Tag, name: &str) -> Option<u32> {
    let value = tag.attribute(name)?;
    let value = value.trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    // More digits than a number has mean as much as may be.
    if digits > 9 { Some(u32::MAX) } else { value[..digits].parse().ok() }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "hr"
            | "caption"
            | "body"
            | "html"
            | "center"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "form"
            | "fieldset"
            | "legend"
            | "blockquote"
            | "pre"
            | "address"
            | "figure"
            | "figcaption"
            | "option"
            | "select"
            | "button"
            | "title"
    )
}
