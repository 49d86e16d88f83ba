//! The form as PDF: embedded parts of the fonts, text that copies and searches as Chinese, an outline by group.
//! The same form and date give the same bytes.
//!
//! printpdf draws the pages and embeds the fonts; `complete` adds to the document behind it what it cannot say.

mod complete;
mod figure;
mod font;
mod length;

use mulu_model::Date;
use printpdf::{
    DictItem, Line, LineCapStyle, LinePoint, Op as Drawn, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Pt, Rect, TextItem, TextMatrix, XObjectTransform,
};

use crate::{Face, Op, Progress, WriteError, laid::Form, step};
use complete::{complete, utf16};
use figure::Figures;
use font::Embedded;
use length::short;

/// The form as a PDF file; `date` becomes its date of creation. Progress counts pages.
pub fn write(form: &Form, date: Date, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let mut document = PdfDocument::new(&form.sheet.title);
    let mut fonts = Face::ALL.map(Embedded::new);
    let mut figures = Figures::default();
    let total = form.page_count();
    for page in 0..total {
        step(progress, page, total)?;
        document.pages.push(draw(form, page, &mut fonts, &mut figures));
    }
    for font in fonts.iter().filter(|font| font.is_used()) {
        document.resources.fonts.map.insert(font.id(), font.embed()?);
    }
    document.resources.xobjects.map.extend(figures.embed(form.page_size()));
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    drop(document);
    complete(&mut file, form, &fonts, date);
    step(progress, total, total)?;
    file.compress();
    let mut bytes = Vec::new();
    // Memory takes whatever is written to it: there is nothing to fail.
    _ = file.save_to(&mut bytes);
    Ok(bytes)
}

/// The drawing operators of a page. The fonts learn which characters they need.
fn draw(form: &Form, page: usize, fonts: &mut [Embedded], figures: &mut Figures) -> PdfPage {
    let (width, height) = form.page_size();
    let mut drawn = vec![Drawn::SetLineCapStyle { cap: LineCapStyle::ProjectingSquare }];
    let mut thickness = None;
    let mut current = None;
    let mut in_text = false;
    for op in form.page(page) {
        match op {
            Op::Rule { from, to, width } => {
                if std::mem::take(&mut in_text) {
                    drawn.push(Drawn::EndTextSection);
                }
                if thickness.replace(width) != Some(width) {
                    drawn.push(Drawn::SetOutlineThickness { pt: Pt(width) });
                }
                let point = |(x, y): (f32, f32)| {
                    let p = Point { x: short(x), y: short(height - y) };
                    LinePoint { p, bezier: false }
                };
                let line = Line { points: vec![point(from), point(to)], is_closed: false };
                drawn.push(Drawn::DrawLine { line });
            }
            Op::Text { x, y, size, face, text, stands_for } => {
                let font = &mut fonts[face as usize];
                font.learn(&text);
                if !std::mem::replace(&mut in_text, true) {
                    drawn.push(Drawn::StartTextSection);
                }
                if current.replace((face, size)) != Some((face, size)) {
                    let font = PdfFontHandle::External(font.id());
                    drawn.push(Drawn::SetFont { font, size: short(size) });
                }
                let matrix = TextMatrix::Translate(short(x), short(height - y));
                drawn.push(Drawn::SetTextMatrix { matrix });
                drawn.extend(stands_for.map(begin_actual_text));
                drawn.push(Drawn::ShowText { items: vec![TextItem::Text(text.into_owned())] });
                drawn.extend(stands_for.map(|_| Drawn::EndMarkedContent));
            }
            Op::Figure { parts } => {
                if std::mem::take(&mut in_text) {
                    drawn.push(Drawn::EndTextSection);
                }
                let transform = XObjectTransform { no_auto_scale: true, ..Default::default() };
                drawn.push(Drawn::UseXobject { id: figures.id_of(&parts), transform });
            }
        }
    }
    if in_text {
        drawn.push(Drawn::EndTextSection);
    }
    // All pages wait until the last one is drawn, for that is how printpdf wants them.
    drawn.shrink_to_fit();
    let paper = Rect::from_wh(Pt(width), Pt(height));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: drawn }
}

/// Says which character the following text stands for, so that it is the one that is copied and found.
fn begin_actual_text(character: char) -> Drawn {
    let text = DictItem::String { data: utf16(&character.to_string()), literal: false };
    let map = [("ActualText".to_owned(), text)].into();
    Drawn::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
}
