//! What stands on every page around the table: running title, 草稿, page number, version, check code and QR code.

use super::{
    parts::{self, LINE, style},
    xml::{DECLARATION, LINKS, WORDS, emus, push, run, twips},
};
use crate::{Status, laid::Form, paper::baseline, stamp::Modules, words};

/// The QR code as a picture.
pub(super) struct Code {
    pub(super) picture: Vec<u8>,
    /// What it says.
    text: String,
    /// Its left and top edge on the page and its side, in points.
    place: (f32, f32),
    side: f32,
}

impl Code {
    /// The code of an approved form; `None` where the form has none.
    pub(super) fn new(form: &Form) -> Option<Self> {
        let (Some(Status::Approved(stamp)), Some(laid)) = (&form.status, &form.stamp) else { return None };
        let text = stamp.scanned();
        let modules = Modules::new(&text)?;
        let place = (laid.left, laid.top);
        Some(Self { picture: modules.bitmap(), text, place, side: modules.side_with_quiet() })
    }
}

/// The head of the first page, and of the others, which say what they belong to.
pub(super) fn headers(form: &Form) -> [String; 2] {
    let tag = format!(
        "<w:rFonts {}/><w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
        parts::font(parts::SANS)
    );
    [None, Some(form.running_title())].map(|title| {
        let mut xml = open("hdr", style::PAGE_HEAD);
        run(&mut xml, title.unwrap_or_default(), "");
        if form.status == Some(Status::Draft) {
            xml.push_str("<w:r><w:tab/></w:r>");
            run(&mut xml, &format!(" {} ", words::DRAFT), &tag);
        }
        xml + "</w:p></w:hdr>"
    })
}

/// The foot of every page. The picture stands where the layout has put it, which no line of text has to make
/// room for.
pub(super) fn footer(form: &Form, code: Option<&Code>) -> String {
    let mut xml = open("ftr", style::PAGE_FOOT);
    if form.status == Some(Status::Draft) {
        run(&mut xml, words::DRAFT_NOTICE, "");
    }
    xml.push_str("<w:r><w:tab/></w:r>");
    page_number(&mut xml);
    if let Some(Status::Approved(stamp)) = &form.status {
        xml.push_str("<w:r><w:tab/></w:r>");
        run(&mut xml, &stamp.words().join("　"), "");
    }
    if let Some(code) = code {
        picture(&mut xml, code);
    }
    xml + "</w:p></w:ftr>"
}

fn open(part: &str, style: &str) -> String {
    format!("{DECLARATION}<w:{part} {WORDS} {LINKS}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")
}

/// The words around the two numbers, which the program that shows the page counts.
fn page_number(xml: &mut String) {
    const FIELDS: [(char, &str); 2] = [('\u{1}', "PAGE"), ('\u{2}', "NUMPAGES")];
    let [(page, _), (pages, _)] = FIELDS;
    for text in words::page_of(page, pages).split_inclusive([page, pages]) {
        let field = FIELDS.into_iter().find(|(mark, _)| text.ends_with(*mark));
        run(xml, text.trim_end_matches([page, pages]), "");
        if let Some((_, name)) = field {
            push(xml, format_args!("<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"));
        }
    }
}

fn picture(xml: &mut String, code: &Code) {
    const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
    let (left, top, side) = (emus(code.place.0), emus(code.place.1), emus(code.side));
    push(
        xml,
        format_args!(
            "<w:r><w:drawing><wp:anchor xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" \
             distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" \
             layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>\
             <wp:positionH relativeFrom=\"page\"><wp:posOffset>{left}</wp:posOffset></wp:positionH>\
             <wp:positionV relativeFrom=\"page\"><wp:posOffset>{top}</wp:posOffset></wp:positionV>\
             <wp:extent cx=\"{side}\" cy=\"{side}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
             <wp:wrapNone/><wp:docPr id=\"1\" name=\"code\" descr=\"{text}\"/><wp:cNvGraphicFramePr/>\
             <a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\">\
             <pic:pic xmlns:pic=\"{DRAWING}/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"code\"/>\
             <pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/>\
             </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{side}\" cy=\"{side}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
             </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>",
            // Letters and digits only.
            text = code.text,
            id = parts::FOOTER[0].id,
        ),
    );
}

/// Paper, margins, heads and feet. The table ends where the layout ends it, and begins on each page where it does on
/// the first below the title, so that no page holds less than was laid out.
pub(super) fn section(form: &Form) -> String {
    let measures = &form.measures;
    let (size, line) = (measures.small_size, measures.small_size * LINE);
    let to_baseline = baseline(size, line);
    let mut xml = String::from("<w:sectPr>");
    for (part, id) in [("header", "rHeader"), ("footer", "rFooter")] {
        for (number, kind) in [(1, "first"), (2, "default")] {
            push(&mut xml, format_args!("<w:{part}Reference w:type=\"{kind}\" r:id=\"{id}{number}\"/>"));
        }
    }
    push(
        &mut xml,
        format_args!(
            "<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{}\" w:right=\"{side}\" \
             w:bottom=\"{}\" w:left=\"{side}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/><w:titlePg/>\
             </w:sectPr>",
            twips(measures.page_width),
            twips(measures.page_height),
            twips(measures.title_top),
            twips(measures.page_height - measures.table_bottom),
            twips(measures.head - to_baseline),
            twips(measures.page_height - measures.foot - (line - to_baseline)),
            side = twips(measures.side),
        ),
    );
    xml
}
