//! Pieces of markup, and the units of Word.

use std::fmt::{Arguments, Write};

use crate::svg::escaped;

/// The beginning of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The vocabulary of texts, tables and pages.
pub(super) const WORDS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// Links between parts.
pub(super) const LINKS: &str =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub(super) fn push(xml: &mut String, markup: Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = xml.write_fmt(markup);
}

/// A run of text; `looks` are its own properties beside those of its paragraph's style.
pub(super) fn run(xml: &mut String, text: &str, looks: &str) {
    xml.push_str("<w:r>");
    if !looks.is_empty() {
        push(xml, format_args!("<w:rPr>{looks}</w:rPr>"));
    }
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.push_str("<w:br/>");
        }
        if !line.is_empty() {
            push(xml, format_args!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)));
        }
    }
    xml.push_str("</w:r>");
}

/// Points in twentieths, the unit of lengths.
pub(super) fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// Points in halves, the unit of font sizes; never more than was laid out.
pub(super) fn half_points(points: f32) -> i32 {
    (points * 2.0 + 0.01).floor() as i32
}

/// Points in the unit of pictures.
pub(super) fn emus(points: f32) -> i32 {
    (points * 12_700.0).round() as i32
}
