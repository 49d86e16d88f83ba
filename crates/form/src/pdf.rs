//! The form as PDF: embedded parts of the fonts, text that copies and searches as Chinese, an outline by group.
//! The same form and date give the same bytes.
//!
//! printpdf draws the pages and embeds the fonts. What it cannot say is completed in the document behind it:
//! it sorts an outline by name within a page, and gives every file a random identity.

use lopdf::{Dictionary, Document, Object, StringFormat, dictionary};
use mulu_model::Date;
use printpdf::{
    DictItem, FontId, Line, LineCapStyle, LinePoint, Mm, Op as PdfOp, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem, TextMatrix,
};

use crate::{Face, Op, Progress, WriteError, layout::Form, step, words};

/// The form as a PDF file; `date` becomes its date of creation. Progress counts pages.
pub fn write(form: &Form, date: Date, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let mut document = PdfDocument::new(&form.sheet.title);
    for face in Face::ALL {
        let parsed = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new());
        let font = PdfFont::new(parsed.ok_or(WriteError::Font { family: face.family() })?);
        document.resources.fonts.map.insert(font_id(face), font);
    }
    let total = form.page_count();
    for page in 0..total {
        step(progress, page, total)?;
        document.pages.push(draw(form, page));
    }
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    drop(document);
    complete(&mut file, form, date);
    step(progress, total, total)?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn font_id(face: Face) -> FontId {
    FontId(format!("{face:?}"))
}

fn draw(form: &Form, page: usize) -> PdfPage {
    let (width, height) = form.page_size();
    let mut ops = vec![PdfOp::SetLineCapStyle { cap: LineCapStyle::ProjectingSquare }];
    let mut thickness = None;
    let mut font = None;
    let mut in_text = false;
    for op in form.page(page) {
        match op {
            Op::Rule { from, to, width } => {
                if std::mem::take(&mut in_text) {
                    ops.push(PdfOp::EndTextSection);
                }
                if thickness.replace(width) != Some(width) {
                    ops.push(PdfOp::SetOutlineThickness { pt: Pt(width) });
                }
                let point = |(x, y): (f32, f32)| LinePoint { p: place(x, height - y), bezier: false };
                ops.push(PdfOp::DrawLine {
                    line: Line { points: vec![point(from), point(to)], is_closed: false },
                });
            }
            Op::Text { x, y, size, face, text, stands_for } => {
                if !std::mem::replace(&mut in_text, true) {
                    ops.push(PdfOp::StartTextSection);
                }
                if font.replace((face, size)) != Some((face, size)) {
                    let font = PdfFontHandle::External(font_id(face));
                    ops.push(PdfOp::SetFont { font, size: Pt(size) });
                }
                let matrix = TextMatrix::Translate(Pt(x), Pt(height - y));
                ops.push(PdfOp::SetTextMatrix { matrix });
                let show = PdfOp::ShowText { items: vec![TextItem::Text(text.into_owned())] };
                match stands_for {
                    None => ops.push(show),
                    Some(character) => ops.extend([actual_text(character), show, PdfOp::EndMarkedContent]),
                }
            }
        }
    }
    if in_text {
        ops.push(PdfOp::EndTextSection);
    }
    PdfPage::new(Mm::from(Pt(width)), Mm::from(Pt(height)), ops)
}

fn place(x: f32, y: f32) -> Point {
    Point { x: Pt(x), y: Pt(y) }
}

/// Says which character the following text stands for, so that it is the one that is copied and found.
fn actual_text(character: char) -> PdfOp {
    let text = DictItem::String { data: utf16(&character.to_string()), literal: false };
    let map = [("ActualText".to_owned(), text)].into();
    PdfOp::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
}

/// Adds what the document says about itself.
fn complete(file: &mut Document, form: &Form, date: Date) {
    let stamp = format!("D:{:04}{:02}{:02}000000+08'00'", date.year(), date.month(), date.day());
    let info = dictionary! {
        "Title" => text(&form.sheet.title),
        "Creator" => text(words::PROGRAM),
        "Producer" => text(words::PROGRAM),
        "CreationDate" => Object::string_literal(stamp.clone()),
        "ModDate" => Object::string_literal(stamp),
    };
    file.version = "1.7".to_owned();
    let info = file.add_object(info);
    file.trailer.set("Info", info);
    file.trailer.remove(b"ID");
    let outline = outline(file, form);
    let Ok(catalog) = file.catalog_mut() else { return };
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
}

/// One entry for each group, in their order, that leads to the very place where the group begins.
fn outline(file: &mut Document, form: &Form) -> Option<Object> {
    let pages: Vec<_> = file.page_iter().collect();
    let (_, height) = form.page_size();
    let entries = form.outline();
    let root = file.new_object_id();
    let ids: Vec<_> = entries.iter().map(|_| file.new_object_id()).collect();
    for (index, (label, page, y)) in entries.into_iter().enumerate() {
        let target = pages.get(page)?;
        let place = vec![(*target).into(), "XYZ".into(), 0.into(), Object::Real(height - y), Object::Null];
        let mut entry = dictionary! { "Title" => text(label), "Parent" => root, "Dest" => place };
        let mut link = |name: &str, neighbour: Option<usize>| {
            if let Some(id) = neighbour.and_then(|index| ids.get(index)) {
                entry.set(name, *id);
            }
        };
        link("Prev", index.checked_sub(1));
        link("Next", Some(index + 1));
        file.set_object(ids[index], entry);
    }
    let (first, last) = (*ids.first()?, *ids.last()?);
    let count = ids.len() as i64;
    let tree: Dictionary =
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    file.set_object(root, tree);
    Some(root.into())
}

fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// UTF-16 with its byte order mark, as PDF wants it outside of pages.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}
