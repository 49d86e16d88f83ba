//! Word documents (.docx), read as a stream: text as it stands when all tracked changes are accepted, without
//! comments, footnotes, headers and footers.

mod numbering;

use std::{borrow::Cow, io::BufRead};

use numbering::Numbering;
use quick_xml::events::BytesStart;

use super::{
    archive::Archive,
    error::Fault,
    flow::{CellStart, Composer, Content, Vertical},
    mark::{SymbolFont, check_box},
    xml::{Node, Xml, attribute, flag, name, number},
};

/// Columns that one cell may say it covers.
const MOST_SPAN: u32 = 1_000;

/// Reads the main text, which is the part of that path.
pub(super) fn read(archive: &mut Archive, path: &str) -> Result<Content, Fault> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let numbering = Numbering::read(archive, &format!("{folder}/numbering.xml"))?;
    let Some(mut xml) = archive.xml(path)? else { return Err(Fault::Damaged) };
    let mut reader = Reader { numbering, ..Reader::default() };
    reader.read(&mut xml)?;
    reader.composer.finish()
}

#[derive(Default)]
struct Reader {
    composer: Composer,
    numbering: Numbering,
    /// The row that has begun and has no cell yet.
    row: Option<RowStart>,
    /// For each open row whether it has been deleted.
    deleted: Vec<bool>,
    /// The cell that has begun and has no text yet.
    cell: Option<CellStart>,
    run: Run,
    paragraph: Paragraph,
    controls: Vec<Control>,
}

#[derive(Default)]
struct RowStart {
    /// Columns left free before its first cell.
    before: u32,
    is_hidden: bool,
}

#[derive(Default)]
struct Run {
    font: Option<SymbolFont>,
    is_hidden: bool,
    is_text: bool,
}

#[derive(Default)]
struct Paragraph {
    list: Option<String>,
    level: usize,
    is_begun: bool,
}

/// A content control, or a form field of old.
#[derive(Default)]
struct Control {
    is_check_box: bool,
    is_ticked: bool,
    /// Whether its box has been written.
    is_shown: bool,
    /// Whether it only shows what is to be filled in.
    is_blank: bool,
}

impl Reader {
    fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), Fault> {
        loop {
            match xml.next()? {
                Node::Open(element) => {
                    if is_passed_over(&element) {
                        // In the properties of a row this says that the row itself has been deleted.
                        let is_row = name(&element) == "del" && self.row.is_some();
                        if let Some(deleted) = self.deleted.last_mut().filter(|_| is_row) {
                            *deleted = true;
                        }
                        xml.skip()?;
                    } else {
                        self.open(&element)?;
                    }
                }
                Node::Close(element) => self.close(element.name())?,
                Node::Text(text) if self.run.is_text => self.text(&text)?,
                Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<(), Fault> {
        match name(element) {
            "tbl" => {
                self.begin_cell()?;
                self.composer.open_table()?;
            }
            "tr" => {
                self.row = Some(RowStart::default());
                self.deleted.push(false);
            }
            "tc" => {
                self.begin_row()?;
                self.cell = Some(CellStart { columns: 1, ..CellStart::default() });
            }
            "sdt" => self.controls.push(Control::default()),
            "checkBox" => self.controls.push(Control { is_check_box: true, ..Control::default() }),
            "r" => self.run = Run::default(),
            "t" => self.run.is_text = true,
            "p" => {
                self.begin_cell()?;
                self.composer.end_line()?;
                self.paragraph = Paragraph::default();
            }
            "br" | "cr" => self.composer.break_line()?,
            "tab" => self.show(if self.composer.is_in_cell() { " " } else { "\t" })?,
            "noBreakHyphen" => self.show("-")?,
            "sym" => self.symbol(element)?,
            _ => self.property(element),
        }
        Ok(())
    }

    /// Elements that only say how what is around them is to be taken.
    fn property(&mut self, element: &BytesStart) {
        let value = || attribute(element, "val");
        match (name(element), &mut self.row, &mut self.cell, self.controls.last_mut()) {
            ("gridBefore", Some(row), ..) => row.before = number(element, "val").unwrap_or(0).min(MOST_SPAN),
            ("hidden", Some(row), ..) => row.is_hidden = flag(element, "val", true),
            ("gridSpan", _, Some(cell), _) => {
                cell.columns = number(element, "val").unwrap_or(1).clamp(1, MOST_SPAN);
            }
            ("vMerge", _, Some(cell), _) => {
                let is_restart = value().is_some_and(|value| value == "restart");
                cell.vertical = if is_restart { Vertical::Restart } else { Vertical::Continue };
            }
            ("rFonts", ..) => {
                let font = attribute(element, "ascii").or_else(|| attribute(element, "hAnsi"));
                self.run.font = font.and_then(|font| SymbolFont::named(&font));
            }
            ("vanish", ..) => self.run.is_hidden = flag(element, "val", true),
            ("numId", ..) => self.paragraph.list = value().map(Cow::into_owned),
            ("ilvl", ..) => self.paragraph.level = number(element, "val").unwrap_or(0),
            ("checkbox", .., Some(control)) => control.is_check_box = true,
            ("showingPlcHdr", .., Some(control)) => control.is_blank = flag(element, "val", true),
            ("checked" | "default", .., Some(control)) if control.is_check_box => {
                control.is_ticked = flag(element, "val", true);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "tbl" => self.composer.close_table()?,
            "tr" => {
                self.begin_row()?;
                if self.deleted.pop() == Some(true) {
                    self.composer.drop_row();
                }
                self.composer.close_row()?;
            }
            "tc" => {
                self.begin_cell()?;
                self.composer.close_cell()?;
            }
            "p" => self.composer.end_line()?,
            "r" => self.run = Run::default(),
            "t" => self.run.is_text = false,
            "checkBox" => {
                if let Some(field) = self.controls.pop() {
                    self.show(check_box(field.is_ticked).encode_utf8(&mut [0; 4]))?;
                }
            }
            "sdt" => {
                self.controls.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self) -> Result<(), Fault> {
        match self.row.take() {
            Some(row) => self.composer.open_row(row.before, row.is_hidden),
            None => Ok(()),
        }
    }

    fn begin_cell(&mut self) -> Result<(), Fault> {
        self.begin_row()?;
        match self.cell.take() {
            Some(cell) => self.composer.open_cell(cell),
            None => Ok(()),
        }
    }

    fn symbol(&mut self, element: &BytesStart) -> Result<(), Fault> {
        let code = attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let Some(character) = code.and_then(char::from_u32) else { return Ok(()) };
        let font = attribute(element, "font").and_then(|font| SymbolFont::named(&font));
        let shown = font.unwrap_or(SymbolFont::Other).shown(character);
        self.show(shown.encode_utf8(&mut [0; 4]))
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        match self.run.font {
            Some(font) => self.show(&font.text(text)),
            None => self.show(text),
        }
    }

    /// Shows a text, or in its stead the box of the check box around it.
    fn show(&mut self, text: &str) -> Result<(), Fault> {
        if self.run.is_hidden || text.is_empty() {
            return Ok(());
        }
        self.begin_paragraph()?;
        match self.controls.last_mut() {
            Some(control) if control.is_blank => Ok(()),
            Some(control) if control.is_check_box => {
                if !std::mem::replace(&mut control.is_shown, true) {
                    self.composer.text(check_box(control.is_ticked).encode_utf8(&mut [0; 4]))?;
                }
                Ok(())
            }
            _ => self.composer.text(text),
        }
    }

    /// Writes the number that Word counts for the paragraph, before its first text.
    fn begin_paragraph(&mut self) -> Result<(), Fault> {
        if std::mem::replace(&mut self.paragraph.is_begun, true) {
            return Ok(());
        }
        let Some(list) = self.paragraph.list.take() else { return Ok(()) };
        let label = self.numbering.next(&list, self.paragraph.level);
        self.composer.text(&label)
    }
}

/// Deleted and moved text, what is said a second time for older programs, marks of notes, former properties.
fn is_passed_over(element: &BytesStart) -> bool {
    matches!(
        name(element),
        "del"
            | "moveFrom"
            | "Fallback"
            | "instrText"
            | "delText"
            | "rt"
            | "tabs"
            | "tblPr"
            | "tblGrid"
            | "sectPr"
            | "rPrChange"
            | "pPrChange"
            | "tcPrChange"
            | "trPrChange"
            | "tblPrExChange"
            | "placeholder"
    )
}
