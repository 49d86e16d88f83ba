//! What a workbook of 97 to 2003 says before its first sheet.

use std::collections::HashMap;

use super::{
    super::{
        error::{Fault, LooksLike, Measure},
        limits,
        mark::SymbolFont,
        number::{Epoch, NumberFormat},
        sheet::Budget,
    },
    records::{self, Records, u16_at, u32_at},
    texts::{self, Text, font},
};

/// Fonts, formats, texts and the list of sheets.
#[derive(Default)]
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetEntry>,
    pub(super) texts: Vec<Text>,
    pub(super) epoch: Epoch,
    fonts: Vec<Option<SymbolFont>>,
    formats: HashMap<u16, NumberFormat>,
    styles: Vec<Style>,
}

/// A sheet and where its records begin.
pub(super) struct SheetEntry {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) offset: usize,
}

struct Style {
    font: u16,
    format: u16,
}

impl Globals {
    pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Self, Fault> {
        const BIFF8: u16 = 0x0600;
        let mut globals = Self::default();
        let mut records = Records::at(bytes, 0);
        let first = records.next().ok_or(Fault::Truncated)??;
        if first.kind != records::BOF {
            return Err(Fault::Damaged);
        }
        if u16_at(first.data, 0)? != BIFF8 {
            return Err(Fault::Other(LooksLike::OldWorkbook));
        }
        while let Some(record) = records.next() {
            let record = record?;
            let data = record.data;
            match record.kind {
                records::FILEPASS => return Err(Fault::Encrypted),
                records::DATEMODE if u16_at(data, 0)? == 1 => globals.epoch = Epoch::Year1904,
                records::FONT => {
                    let name = texts::short(data.get(14..).ok_or(Fault::Damaged)?)?;
                    globals.fonts.push(SymbolFont::named(&name));
                }
                records::FORMAT => {
                    let code = texts::long(data.get(2..).ok_or(Fault::Damaged)?, &[])?.shown(None);
                    globals.formats.insert(u16_at(data, 0)?, NumberFormat::new(&code));
                    // No program lets a workbook have as many.
                    if globals.formats.len() > limits::FORMATS {
                        return Err(Fault::Damaged);
                    }
                }
                records::XF => {
                    globals.styles.push(Style { font: u16_at(data, 0)?, format: u16_at(data, 2)? });
                }
                records::BOUNDSHEET => globals.sheet(data)?,
                records::SST => {
                    let mut parts = vec![data];
                    parts.extend(records.continued());
                    globals.texts = texts::shared(&parts, &globals.fonts, budget)?;
                }
                records::EOF => return Ok(globals.with_built_in()),
                _ => {}
            }
        }
        Err(Fault::Truncated)
    }

    fn sheet(&mut self, data: &[u8]) -> Result<(), Fault> {
        /// Of the kinds of sheet, the one with cells.
        const WORKSHEET: u8 = 0;
        let (visibility, kind) = (*data.get(4).ok_or(Fault::Damaged)?, *data.get(5).ok_or(Fault::Damaged)?);
        if kind == WORKSHEET {
            let name = texts::short(data.get(6..).ok_or(Fault::Damaged)?)?;
            let offset = u32_at(data, 0)? as usize;
            self.sheets.push(SheetEntry { name, is_hidden: visibility & 3 != 0, offset });
        }
        if self.sheets.len() > limits::TABLES { Err(Fault::TooLarge(Measure::Tables)) } else { Ok(()) }
    }

    /// Adds the formats that every workbook has and need not write.
    fn with_built_in(mut self) -> Self {
        for style in &self.styles {
            let format = self.formats.entry(style.format);
            format.or_insert_with(|| NumberFormat::built_in(style.format.into()));
        }
        self
    }

    /// The number format of a style; `None` shows a number as it is.
    pub(super) fn format(&self, style: u16) -> Option<&NumberFormat> {
        self.formats.get(&self.styles.get(usize::from(style))?.format)
    }

    /// The symbol font of a style, if it has one.
    pub(super) fn symbols(&self, style: u16) -> Option<SymbolFont> {
        font(&self.fonts, self.styles.get(usize::from(style))?.font)
    }
}
