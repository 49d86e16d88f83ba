//! Texts of a workbook: runs joined, what only helps to pronounce dropped.

use std::io::BufRead;

use super::super::{
    archive::Archive,
    error::{Fault, Measure},
    limits,
    mark::SymbolFont,
    sheet::Budget,
    xml::{Node, Xml, attribute, name},
};

/// A text of a cell.
#[derive(Debug, Default)]
pub(super) struct Text {
    text: String,
    /// Whether its runs name their own fonts.
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

/// The texts that cells refer to by number.
pub(super) fn read_shared(
    archive: &mut Archive,
    path: &str,
    budget: &mut Budget,
) -> Result<Vec<Text>, Fault> {
    let mut texts = Vec::new();
    let Some(mut xml) = archive.xml(path)? else { return Ok(texts) };
    loop {
        match xml.next()? {
            Node::Open(element) if name(&element) == "si" => {
                if texts.len() >= limits::SHARED_TEXTS {
                    return Err(Fault::TooLarge(Measure::Cells));
                }
                texts.push(read_text(&mut xml, "si", budget)?);
            }
            Node::End => return Ok(texts),
            _ => {}
        }
    }
}

/// Reads a text up to the end of the element that holds it.
pub(super) fn read_text<R: BufRead>(xml: &mut Xml<R>, end: &str, budget: &mut Budget) -> Result<Text, Fault> {
    let mut text = Text::default();
    let mut font = None;
    let mut is_in_text = false;
    loop {
        match xml.next()? {
            Node::Open(element) => match name(&element) {
                "rPh" | "phoneticPr" => xml.skip()?,
                "r" => (font, text.is_rich) = (None, true),
                "rFont" => font = attribute(&element, "val").and_then(|name| SymbolFont::named(&name)),
                "t" => is_in_text = true,
                _ => {}
            },
            Node::Text(part) if is_in_text => {
                budget.bytes(part.len())?;
                match font {
                    Some(font) => text.text.push_str(&font.text(&part)),
                    None => text.text.push_str(&part),
                }
            }
            Node::Close(name) if name == "t" => is_in_text = false,
            Node::Close(name) if name == end => break,
            Node::End => return Err(Fault::Truncated),
            Node::Close(_) | Node::Text(_) => {}
        }
    }
    if text.text.contains("_x") {
        text.text = unescaped(&text.text);
    }
    Ok(text)
}

/// Excel writes characters that XML cannot hold as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match character {
            Some(character) => {
                plain.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}
