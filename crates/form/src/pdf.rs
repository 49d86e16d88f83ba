//! The form as PDF: embedded parts of the fonts, text that copies and searches as Chinese, an outline by group.
//! The same form and date give the same bytes. Pages are written one by one, so that a long catalogue needs
//! little more memory than its file.

mod font;

use miniz_oxide::deflate::compress_to_vec_zlib;
use mulu_model::Date;
use pdf_writer::{
    Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr,
    types::{LineCapStyle, PageMode},
};

use crate::{Face, Op, Progress, WriteError, layout::Form, step, words};
use font::Embedded;

/// The form as a PDF file; `date` becomes its date of creation. Progress counts pages.
pub fn write(form: &Form, date: Date, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer::new(form);
    let total = form.page_count();
    for page in 0..total {
        step(progress, page, total)?;
        writer.page(page);
    }
    step(progress, total, total)?;
    writer.finish(date)
}

/// The effort of compression: more costs much time and gains little on text and outlines.
const EFFORT: u8 = 6;

struct Writer<'a> {
    form: &'a Form,
    pdf: Pdf,
    fonts: [Embedded; Face::ALL.len()],
    catalog: Ref,
    tree: Ref,
    pages: Vec<Ref>,
    next: Ref,
}

impl<'a> Writer<'a> {
    fn new(form: &'a Form) -> Self {
        let mut next = Ref::new(1);
        Self {
            form,
            pdf: Pdf::new(),
            catalog: next.bump(),
            tree: next.bump(),
            fonts: Face::ALL.map(|face| Embedded::new(face, &mut next)),
            pages: Vec::with_capacity(form.page_count()),
            next,
        }
    }

    fn page(&mut self, page: usize) {
        let (width, height) = self.form.page_size();
        let content = self.content(page);
        let (id, stream) = (self.next.bump(), self.next.bump());
        let packed = compress_to_vec_zlib(&content, EFFORT);
        self.pdf.stream(stream, &packed).filter(Filter::FlateDecode);
        let mut dictionary = self.pdf.page(id);
        dictionary.parent(self.tree).contents(stream).media_box(Rect::new(0.0, 0.0, width, height));
        dictionary.finish();
        self.pages.push(id);
    }

    /// The drawing operators of a page.
    fn content(&mut self, page: usize) -> Vec<u8> {
        let (_, height) = self.form.page_size();
        let mut content = Content::new();
        content.set_line_cap(LineCapStyle::ProjectingSquareCap);
        let mut thickness = None;
        let mut current = None;
        for op in self.form.page(page) {
            match op {
                Op::Rule { from, to, width } => {
                    if thickness.replace(width) != Some(width) {
                        content.set_line_width(width);
                    }
                    content.move_to(short(from.0), short(height - from.1));
                    content.line_to(short(to.0), short(height - to.1)).stroke();
                }
                Op::Text { x, y, size, face, text, stands_for } => {
                    let font = &mut self.fonts[face as usize];
                    if let Some(character) = stands_for {
                        let mut mark = content.begin_marked_content_with_properties(Name(b"Span"));
                        mark.properties().actual_text(TextStr(&character.to_string()));
                    }
                    content.begin_text();
                    if current.replace((face, size)) != Some((face, size)) {
                        content.set_font(Name(font.name()), short(size));
                    }
                    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, short(x), short(height - y)]);
                    content.show(Str(&font.encode(&text)));
                    content.end_text();
                    if stands_for.is_some() {
                        content.end_marked_content();
                    }
                }
            }
        }
        content.finish().into_vec()
    }

    fn finish(mut self, date: Date) -> Result<Vec<u8>, WriteError> {
        let (outline, info) = (self.outline(), self.next.bump());
        let mut tree = self.pdf.pages(self.tree);
        tree.kids(self.pages.iter().copied()).count(self.pages.len() as i32);
        let mut resources = tree.resources();
        let mut fonts = resources.fonts();
        for font in self.fonts.iter().filter(|font| font.is_used()) {
            fonts.pair(Name(font.name()), font.id());
        }
        fonts.finish();
        resources.finish();
        tree.finish();
        for font in self.fonts.iter().filter(|font| font.is_used()) {
            font.write(&mut self.pdf)?;
        }
        let year = date.year().clamp(0, 9999).unsigned_abs();
        let stamp =
            pdf_writer::Date::new(year).month(date.month().unsigned_abs()).day(date.day().unsigned_abs());
        let mut information = self.pdf.document_info(info);
        information.title(TextStr(&self.form.sheet.title));
        information.creator(TextStr(words::PROGRAM)).producer(TextStr(words::PROGRAM));
        information.creation_date(stamp).modified_date(stamp);
        information.finish();
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree).lang(TextStr("zh-CN"));
        if let Some(outline) = outline {
            catalog.outlines(outline).page_mode(PageMode::UseOutlines);
        }
        catalog.viewer_preferences().display_doc_title(true);
        catalog.finish();
        Ok(self.pdf.finish())
    }

    /// One entry for each group, in their order, that leads to the very place where the group begins.
    fn outline(&mut self) -> Option<Ref> {
        let (_, height) = self.form.page_size();
        let root = self.next.bump();
        let entries: Vec<_> =
            self.form.outline().into_iter().map(|entry| (self.next.bump(), entry)).collect();
        for (index, (id, (label, page, y))) in entries.iter().enumerate() {
            let mut item = self.pdf.outline_item(*id);
            item.title(TextStr(label)).parent(root);
            if let Some((before, _)) = index.checked_sub(1).and_then(|index| entries.get(index)) {
                item.prev(*before);
            }
            if let Some((after, _)) = entries.get(index + 1) {
                item.next(*after);
            }
            if let Some(target) = self.pages.get(*page) {
                item.dest().page(*target).xyz(0.0, short(height - y), None);
            }
            item.finish();
        }
        let ((first, _), (last, _)) = (entries.first()?, entries.last()?);
        self.pdf.outline(root).first(*first).last(*last).count(entries.len() as i32);
        Some(root)
    }
}

/// A length with two decimals: a seven-thousandth of a millimetre is enough, and files stay small.
fn short(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
