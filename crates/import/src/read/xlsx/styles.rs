//! What the style of a cell does to how its value is shown.

use std::{collections::HashMap, rc::Rc};

use quick_xml::events::BytesStart;

use super::super::{
    archive::Archive,
    error::{Fault, Measure},
    limits,
    mark::{SymbolFont, check_box},
    number::NumberFormat,
    xml::{Node, attribute, name, number},
};

/// The styles of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    fonts: Vec<Option<SymbolFont>>,
    formats: HashMap<u32, Rc<NumberFormat>>,
    cells: Vec<CellStyle>,
}

#[derive(Debug, Default)]
struct CellStyle {
    format: Option<Rc<NumberFormat>>,
    font: usize,
    /// Whether a truth value is shown as a check box.
    is_check_box: bool,
}

impl Styles {
    pub(super) fn read(archive: &mut Archive, path: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        let Some(mut xml) = archive.xml(path)? else { return Ok(styles) };
        let (mut is_in_cells, mut is_in_fonts) = (false, false);
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "dxfs" | "cellStyleXfs" => xml.skip()?,
                    "fonts" => is_in_fonts = true,
                    "font" if is_in_fonts => styles.fonts.push(None),
                    "name" if is_in_fonts => {
                        let font = attribute(&element, "val").and_then(|name| SymbolFont::named(&name));
                        if let Some(last) = styles.fonts.last_mut() {
                            *last = font;
                        }
                    }
                    "numFmt" => styles.add_format(&element)?,
                    "cellXfs" => is_in_cells = true,
                    "xf" if is_in_cells => styles.add_cell(&element)?,
                    "xfComplement" => {
                        if let Some(cell) = styles.cells.last_mut() {
                            cell.is_check_box = true;
                        }
                    }
                    _ => {}
                },
                Node::Close(name) if name == "fonts" => is_in_fonts = false,
                Node::Close(name) if name == "cellXfs" => is_in_cells = false,
                Node::End => return Ok(styles),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn add_format(&mut self, element: &BytesStart) -> Result<(), Fault> {
        if let (Some(id), Some(code)) = (number(element, "numFmtId"), attribute(element, "formatCode")) {
            self.formats.insert(id, Rc::new(NumberFormat::new(&code)));
        }
        // No program lets a workbook have as many.
        if self.formats.len() > limits::FORMATS { Err(Fault::Damaged) } else { Ok(()) }
    }

    fn add_cell(&mut self, element: &BytesStart) -> Result<(), Fault> {
        if self.cells.len() >= limits::SHARED_TEXTS {
            return Err(Fault::TooLarge(Measure::Cells));
        }
        // Formats that are not written out have numbers below 200.
        let known = |id: &u32| *id != 0 && (*id < 200 || self.formats.contains_key(id));
        let format = number(element, "numFmtId").filter(known).map(|id| {
            let known = self.formats.entry(id);
            known.or_insert_with(|| Rc::new(NumberFormat::built_in(id))).clone()
        });
        let font = number(element, "fontId").unwrap_or(0);
        self.cells.push(CellStyle { format, font, is_check_box: false });
        Ok(())
    }

    /// The number format of a style; `None` shows a number as it is.
    pub(super) fn format(&self, style: usize) -> Option<&NumberFormat> {
        self.cells.get(style)?.format.as_deref()
    }

    /// The symbol font of a style, if it has one.
    pub(super) fn symbols(&self, style: usize) -> Option<SymbolFont> {
        *self.fonts.get(self.cells.get(style)?.font)?
    }

    /// The text of a truth value.
    pub(super) fn boolean(&self, style: usize, value: bool) -> String {
        if self.cells.get(style).is_some_and(|cell| cell.is_check_box) {
            return check_box(value).to_string();
        }
        if value { "TRUE" } else { "FALSE" }.to_owned()
    }
}
