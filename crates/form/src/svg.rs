//! A page as SVG, for the preview on screen. The fonts are named, not embedded: the screen loads
//! [`Fonts::files`](crate::Fonts::files) under the family names. Each run says how long it is, because screens
//! like to round the widths of small glyphs to whole pixels.

use std::fmt::Write;

use crate::{Face, Fonts, draw::Op, laid::Form, rectangle::Rectangle};

impl Form {
    /// The page, counted from 0, as an SVG image whose units are points; an empty page if it is not there.
    pub fn svg(&self, page: usize) -> String {
        let (width, height) = self.page_size();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" lang=\"zh-CN\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
        );
        for op in self.page(page) {
            // Writing to a string cannot fail.
            let _ = match op {
                Op::Rule { from, to, width } => write!(
                    svg,
                    "<path d=\"M{:.2} {:.2}L{:.2} {:.2}\" stroke=\"#000\" stroke-width=\"{width}\" \
                     stroke-linecap=\"square\"/>",
                    from.0, from.1, to.0, to.1
                ),
                Op::Text { x, y, size, face, text, .. } => write!(
                    svg,
                    "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size:.2}\" textLength=\"{:.2}\" \
                     font-family=\"{}\" xml:space=\"preserve\">{}</text>",
                    length(&text, face, size),
                    face.family(),
                    escaped(&text)
                ),
                Op::Figure { parts } => {
                    // One path: parts drawn one by one would show hair lines between them.
                    let part = |p: &Rectangle| {
                        format!("M{:.2} {:.2}h{:.2}v{:.2}h{:.2}z", p.x, p.y, p.width, p.height, -p.width)
                    };
                    write!(svg, "<path d=\"{}\"/>", parts.iter().map(part).collect::<String>())
                }
            };
        }
        svg.push_str("</svg>");
        svg
    }
}

/// How long the run is in points.
fn length(text: &str, face: Face, size: f32) -> f32 {
    let advance = |character| Fonts::get().glyph(face, character).map_or(0, |glyph| u32::from(glyph.advance));
    text.chars().map(advance).sum::<u32>() as f32 * size / 1000.0
}

/// The text for use within elements and attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
