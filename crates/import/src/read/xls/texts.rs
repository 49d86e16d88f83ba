//! Texts of a workbook of 97 to 2003: one or two bytes for a character, and cut anywhere where a record was full.

use super::super::{
    error::{Fault, Measure},
    limits,
    mark::SymbolFont,
    sheet::Budget,
};

/// A text of a cell.
#[derive(Debug, Default)]
pub(super) struct Text {
    text: String,
    /// Whether parts of it have their own fonts.
    is_rich: bool,
}

impl Text {
    /// The text as a cell with this font shows it.
    pub(super) fn shown(&self, font: Option<SymbolFont>) -> String {
        match font {
            Some(font) if !self.is_rich => font.text(&self.text),
            _ => self.text.clone(),
        }
    }
}

const IS_WIDE: u8 = 1;
const HAS_MORE: u8 = 4;
const IS_RICH: u8 = 8;

/// Records that are read as one.
struct Parts<'a> {
    rest: &'a [u8],
    others: std::slice::Iter<'a, &'a [u8]>,
}

impl<'a> Parts<'a> {
    /// Goes on to the next record if this one is used up. Says whether it did.
    fn turn(&mut self) -> Result<bool, Fault> {
        if !self.rest.is_empty() {
            return Ok(false);
        }
        while self.rest.is_empty() {
            self.rest = self.others.next().ok_or(Fault::Truncated)?;
        }
        Ok(true)
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        self.turn()?;
        let (first, rest) = self.rest.split_first().ok_or(Fault::Truncated)?;
        self.rest = rest;
        Ok(*first)
    }

    fn u16(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Result<u32, Fault> {
        Ok(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Result<(), Fault> {
        while count > 0 {
            self.turn()?;
            let taken = count.min(self.rest.len());
            self.rest = &self.rest[taken..];
            count -= taken;
        }
        Ok(())
    }

    /// The units of a text. A text that goes on in the next record says there anew how wide it is.
    fn units(&mut self, count: usize, flags: u8) -> Result<Vec<u16>, Fault> {
        let mut is_wide = flags & IS_WIDE != 0;
        let mut units = Vec::new();
        while units.len() < count {
            if self.turn()? {
                is_wide = self.byte()? & IS_WIDE != 0;
            }
            units.push(if is_wide { self.u16()? } else { self.byte()?.into() });
        }
        Ok(units)
    }

    /// A text whose length has two bytes.
    fn text(&mut self, fonts: &[Option<SymbolFont>]) -> Result<Text, Fault> {
        let count = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & IS_RICH != 0 { self.u16()? } else { 0 };
        let more = if flags & HAS_MORE != 0 { self.u32()? } else { 0 };
        let units = self.units(count, flags)?;
        let mut changes = Vec::new();
        for _ in 0..runs {
            changes.push((usize::from(self.u16()?), font(fonts, self.u16()?)));
        }
        // How the text is pronounced.
        self.skip(more as usize)?;
        Ok(Text { text: in_fonts(&units, &changes), is_rich: runs > 0 })
    }
}

/// The text with each part in the font that begins at its first unit.
fn in_fonts(units: &[u16], changes: &[(usize, Option<SymbolFont>)]) -> String {
    if changes.iter().all(|(_, font)| font.is_none()) {
        return String::from_utf16_lossy(units);
    }
    let mut text = String::new();
    let (mut start, mut font) = (0, None::<SymbolFont>);
    let ends = changes.iter().copied().chain([(units.len(), None)]);
    for (end, next) in ends {
        let end = end.clamp(start, units.len());
        let part = String::from_utf16_lossy(&units[start..end]);
        text.push_str(&font.map_or_else(|| part.clone(), |font| font.text(&part)));
        (start, font) = (end, next);
    }
    text
}

/// A text whose length has two bytes, in a record and those that go on with it.
pub(super) fn long(data: &[u8], others: &[&[u8]]) -> Result<Text, Fault> {
    Parts { rest: data, others: others.iter() }.text(&[])
}

/// A text whose length has one byte.
pub(super) fn short(data: &[u8]) -> Result<String, Fault> {
    let mut parts = Parts { rest: data, others: [].iter() };
    let count = usize::from(parts.byte()?);
    let flags = parts.byte()?;
    Ok(String::from_utf16_lossy(&parts.units(count, flags)?))
}

/// The texts that cells refer to by number.
pub(super) fn shared(
    parts: &[&[u8]],
    fonts: &[Option<SymbolFont>],
    budget: &mut Budget,
) -> Result<Vec<Text>, Fault> {
    let mut parts = Parts { rest: &[], others: parts.iter() };
    let _references = parts.u32()?;
    let count = parts.u32()? as usize;
    let mut texts = Vec::new();
    for _ in 0..count {
        if texts.len() >= limits::SHARED_TEXTS {
            return Err(Fault::TooLarge(Measure::Cells));
        }
        let text = parts.text(fonts)?;
        budget.bytes(text.text.len())?;
        texts.push(text);
    }
    Ok(texts)
}

/// The font of that number. There is no font 4: the numbers go on at 5 behind it.
pub(super) fn font(fonts: &[Option<SymbolFont>], number: u16) -> Option<SymbolFont> {
    let index = usize::from(if number > 4 { number - 1 } else { number });
    *fonts.get(index)?
}
