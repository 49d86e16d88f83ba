//! What stands between the top of the first page and the table.

use super::{
    parts::style,
    xml::{push, run, twips},
};
use crate::laid::{Form, note_line, title_line};

/// A paragraph of texts that stand at tabs.
struct Paragraph<'a> {
    style: &'static str,
    texts: Vec<&'a str>,
    tabs: String,
    /// The height of its lines, and what is left free below it; in points.
    line: f32,
    below: f32,
}

/// Title, sign-off line and the line right above the table.
pub(super) fn write(xml: &mut String, form: &Form) {
    let (sheet, measures) = (&form.sheet, &form.measures);
    let note = |texts, tabs| {
        let line = note_line(measures);
        Paragraph { style: style::SIGN_OFF, texts, tabs, line, below: 0.0 }
    };
    let mut paragraphs = vec![Paragraph {
        style: style::TITLE,
        texts: vec![&sheet.title],
        tabs: String::new(),
        line: title_line(form.title.size),
        below: measures.title_size * 0.4,
    }];
    let fields = sheet.sign_off.iter().map(String::as_str);
    match tabs_of_fields(form) {
        Some(tabs) => paragraphs.push(note(fields.collect(), tabs)),
        None => paragraphs.extend(fields.map(|field| note(vec![field], String::new()))),
    }
    paragraphs.extend(sheet.summary.as_deref().map(|summary| note(vec![summary], String::new())));
    if let Some(last) = paragraphs.last_mut() {
        last.below += measures.heading_size * 0.3;
    }
    for paragraph in &paragraphs {
        paragraph.write(xml);
    }
}

/// The tabs of the sign-off line where the layout has spread it over the table's width; the last field ends at the
/// table's edge.
fn tabs_of_fields(form: &Form) -> Option<String> {
    let (measures, fields) = (&form.measures, form.sheet.sign_off.len());
    let places =
        form.title.notes.get(..fields).filter(|places| places.iter().all(|(_, line, _)| *line == 0))?;
    let [_, between @ .., _] = places else { return None };
    let mut tabs = String::from("<w:tabs>");
    for (x, ..) in between {
        push(&mut tabs, format_args!("<w:tab w:val=\"left\" w:pos=\"{}\"/>", twips(x - measures.side)));
    }
    push(
        &mut tabs,
        format_args!("<w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>", twips(measures.table_width())),
    );
    Some(tabs)
}

impl Paragraph<'_> {
    fn write(&self, xml: &mut String) {
        let Self { style, texts, tabs, .. } = self;
        let (below, line) = (twips(self.below), twips(self.line));
        push(
            xml,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{tabs}<w:spacing w:after=\"{below}\" \
                 w:line=\"{line}\" w:lineRule=\"exact\"/></w:pPr>"
            ),
        );
        for (number, text) in texts.iter().enumerate() {
            if number > 0 {
                xml.push_str("<w:r><w:tab/></w:r>");
            }
            run(xml, text, "");
        }
        xml.push_str("</w:p>");
    }
}
