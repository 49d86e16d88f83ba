//! Excel workbooks of 97 to 2003 (.xls): the records of BIFF8 in a compound file.

mod globals;
mod records;
mod texts;

use globals::{Globals, SheetEntry};
use records::{Record, Records, f64_at, u16_at, u32_at};
use std::io::{Cursor, Read};

use super::{
    error::{Fault, LooksLike},
    number::general,
    sheet::{Area, Budget, Sheet},
};
use crate::document::Table;

/// What a compound file holds, by its streams.
pub(super) enum Compound<'a> {
    /// A workbook.
    Workbook(Box<Book<'a>>),
    /// A document of today behind a password.
    Encrypted,
    /// Something else.
    Other(LooksLike),
}

/// A workbook that has been found and not read yet.
pub(super) struct Book<'a> {
    file: cfb::CompoundFile<Cursor<&'a [u8]>>,
}

/// Looks what a compound file holds.
pub(super) fn open(bytes: &[u8]) -> Result<Compound<'_>, Fault> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let has = |name: &str| file.is_stream(name);
    Ok(if has("/EncryptedPackage") || has("/EncryptionInfo") {
        Compound::Encrypted
    } else if has("/Workbook") {
        Compound::Workbook(Box::new(Book { file }))
    } else if has("/Book") {
        Compound::Other(LooksLike::OldWorkbook)
    } else if has("/WordDocument") {
        Compound::Other(LooksLike::Doc97)
    } else if has("/PowerPoint Document") {
        Compound::Other(LooksLike::Presentation)
    } else {
        Compound::Other(LooksLike::Unknown)
    })
}

/// Reads all sheets.
pub(super) fn read(mut book: Book) -> Result<Vec<Table>, Fault> {
    let mut bytes = Vec::new();
    book.file.open_stream("/Workbook")?.read_to_end(&mut bytes)?;
    let mut budget = Budget::default();
    let globals = Globals::read(&bytes, &mut budget)?;
    let mut budget = Budget::default();
    // Sheets stand one after the other; entries that make us read the same bytes again and again do not.
    let mut left = bytes.len().saturating_mul(2);
    let mut tables = Vec::new();
    for entry in &globals.sheets {
        budget.table()?;
        let mut reader =
            SheetReader { globals: &globals, budget: &mut budget, sheet: Sheet::default(), formula: None };
        reader.read(&bytes, entry, &mut left)?;
        tables.extend(reader.sheet.finish(entry.name.clone(), entry.is_hidden)?);
    }
    Ok(tables)
}

struct SheetReader<'a> {
    globals: &'a Globals,
    budget: &'a mut Budget,
    sheet: Sheet,
    /// Where the formula stands whose text follows in a record of its own.
    formula: Option<(u32, u32)>,
}

impl SheetReader<'_> {
    fn read(&mut self, bytes: &[u8], entry: &SheetEntry, left: &mut usize) -> Result<(), Fault> {
        let mut depth = 0usize;
        for record in Records::at(bytes, entry.offset) {
            let record = record?;
            *left = left.checked_sub(record.data.len() + records::HEAD).ok_or(Fault::Damaged)?;
            match record.kind {
                records::BOF => depth += 1,
                records::EOF => depth = depth.saturating_sub(1),
                // Charts within the sheet have records of their own.
                _ if depth == 1 => self.record(&record)?,
                _ => {}
            }
            if depth == 0 {
                return Ok(());
            }
        }
        Err(Fault::Truncated)
    }

    fn record(&mut self, record: &Record) -> Result<(), Fault> {
        let data = record.data;
        match record.kind {
            records::ROW => {
                const IS_HIDDEN: u16 = 0x20;
                let row = u32::from(u16_at(data, 0)?);
                if u16_at(data, 12)? & IS_HIDDEN != 0 {
                    self.sheet.hide_rows(self.budget, row, row)?;
                }
            }
            records::COLINFO => {
                let (first, last, width) = (u16_at(data, 0)?, u16_at(data, 2)?, u16_at(data, 4)?);
                if u16_at(data, 8)? & 1 != 0 || width == 0 {
                    self.sheet.hide_columns(self.budget, first.into(), last.into())?;
                }
            }
            records::LABELSST => {
                let text = self.globals.texts.get(u32_at(data, 6)? as usize).ok_or(Fault::Damaged)?;
                let shown = text.shown(self.globals.symbols(u16_at(data, 4)?));
                self.put(data, &shown)?;
            }
            records::LABEL | records::RSTRING => {
                let text = texts::long(data.get(6..).ok_or(Fault::Damaged)?, &[])?;
                let shown = text.shown(self.globals.symbols(u16_at(data, 4)?));
                self.put(data, &shown)?;
            }
            records::NUMBER => self.number(data, u16_at(data, 2)?, u16_at(data, 4)?, f64_at(data, 6)?)?,
            records::RK => self.number(data, u16_at(data, 2)?, u16_at(data, 4)?, rk(u32_at(data, 6)?))?,
            records::MULRK => {
                let first = u16_at(data, 2)?;
                let fields = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                for (index, field) in (0u16..).zip(fields.chunks_exact(6)) {
                    let column = first.checked_add(index).ok_or(Fault::Damaged)?;
                    self.number(data, column, u16_at(field, 0)?, rk(u32_at(field, 2)?))?;
                }
            }
            records::FORMULA => self.formula(data)?,
            records::STRING => {
                if let Some((row, column)) = self.formula.take() {
                    let text = texts::long(data, &[])?;
                    self.sheet.put(self.budget, row, column, &text.shown(None))?;
                }
            }
            records::BOOLERR => {
                let (value, is_error) = (*data.get(6).ok_or(Fault::Damaged)?, data.get(7) == Some(&1));
                self.put(data, if is_error { error_text(value) } else { boolean_text(value) })?;
            }
            records::MERGEDCELLS => self.merges(data)?,
            _ => {}
        }
        Ok(())
    }

    /// Puts a text at the row and column with which the record begins.
    fn put(&mut self, data: &[u8], text: &str) -> Result<(), Fault> {
        self.sheet.put(self.budget, u16_at(data, 0)?.into(), u16_at(data, 2)?.into(), text)
    }

    fn number(&mut self, data: &[u8], column: u16, style: u16, value: f64) -> Result<(), Fault> {
        let globals = self.globals;
        let shown = match globals.format(style) {
            Some(format) => format.show(value, globals.epoch),
            None => general(value),
        };
        self.sheet.put(self.budget, u16_at(data, 0)?.into(), column.into(), &shown)
    }

    /// A formula counts by the value that was kept with it.
    fn formula(&mut self, data: &[u8]) -> Result<(), Fault> {
        self.formula = None;
        if u16_at(data, 12)? != 0xffff {
            return self.number(data, u16_at(data, 2)?, u16_at(data, 4)?, f64_at(data, 6)?);
        }
        match (data[6], data[8]) {
            (0, _) => self.formula = Some((u16_at(data, 0)?.into(), u16_at(data, 2)?.into())),
            (1, value) => self.put(data, boolean_text(value))?,
            (2, value) => self.put(data, error_text(value))?,
            _ => {}
        }
        Ok(())
    }

    fn merges(&mut self, data: &[u8]) -> Result<(), Fault> {
        for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let area = Area {
                row: u16_at(area, 0)?.into(),
                last_row: u16_at(area, 2)?.into(),
                column: u16_at(area, 4)?.into(),
                last_column: u16_at(area, 6)?.into(),
            };
            self.sheet.merge(self.budget, area)?;
        }
        Ok(())
    }
}

/// A number packed into 30 bits: a whole one or the upper half of a fraction, perhaps in hundredths.
fn rk(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

fn boolean_text(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
