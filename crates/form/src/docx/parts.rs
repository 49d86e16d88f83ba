//! The parts of the file beside its text: what there is and how it hangs together, properties, styles, fonts.

use mulu_model::Date;

use super::xml::{DECLARATION, WORDS, half_points, push, twips};
use crate::{laid::Form, svg::escaped, words};

/// The height of the lines at head and foot, in font sizes.
pub(super) const LINE: f32 = 1.6;
/// The fonts of official documents.
const SERIF: &str = "宋体";
const TITLE_FONT: &str = "方正小标宋简体";
const FANGSONG: &str = "仿宋_GB2312";
pub(super) const SANS: &str = "黑体";
/// Fonts with those that take their place where a computer does not have them, and their families.
const FONTS: [(&str, &str, &str); 4] = [
    (SERIF, "SimSun", "roman"),
    (TITLE_FONT, "华文中宋", "roman"),
    (FANGSONG, "仿宋", "modern"),
    (SANS, "SimHei", "modern"),
];

/// The names by which paragraphs call their styles.
pub(super) mod style {
    pub(in crate::docx) const TITLE: &str = "Title";
    pub(in crate::docx) const SIGN_OFF: &str = "SignOff";
    pub(in crate::docx) const HEADER: &str = "TableHeader";
    pub(in crate::docx) const CENTRED: &str = "TableCentred";
    pub(in crate::docx) const TEXT: &str = "TableText";
    pub(in crate::docx) const PAGE_HEAD: &str = "Header";
    pub(in crate::docx) const PAGE_FOOT: &str = "Footer";
}

/// A link from one part to another.
pub(super) struct Link {
    pub(super) id: &'static str,
    /// What the other is.
    kind: &'static str,
    target: &'static str,
}

const fn link(id: &'static str, kind: &'static str, target: &'static str) -> Link {
    Link { id, kind, target }
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// From the file to its parts.
pub(super) const ROOT: &[Link] = &[
    link("rDocument", "officeDocument", "word/document.xml"),
    link("rCore", "core-properties", "docProps/core.xml"),
    link("rApp", "extended-properties", "docProps/app.xml"),
];
/// From the main text.
pub(super) const DOCUMENT: &[Link] = &[
    link("rStyles", "styles", "styles.xml"),
    link("rSettings", "settings", "settings.xml"),
    link("rFonts", "fontTable", "fontTable.xml"),
    link("rHeader1", "header", "header1.xml"),
    link("rHeader2", "header", "header2.xml"),
    link("rFooter1", "footer", "footer1.xml"),
    link("rFooter2", "footer", "footer2.xml"),
];
/// From the foot of a page.
pub(super) const FOOTER: &[Link] = &[link("rCode", "image", "media/code.bmp")];

pub(super) fn relationships(links: &[Link]) -> String {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for Link { id, kind, target } in links {
        let kind = match *kind {
            // The only one that belongs to all packages and not to those of offices.
            "core-properties" => format!("{PACKAGE}/relationships/metadata/core-properties"),
            kind => format!("{OFFICE}/{kind}"),
        };
        push(&mut xml, format_args!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"));
    }
    xml + "</Relationships>"
}

pub(super) fn content_types() -> String {
    let mut xml = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Default Extension=\"bmp\" ContentType=\"image/bmp\"/>"
    );
    let office = "openxmlformats-officedocument";
    let mut part = |name: &str, kind: &str| {
        let kind = format!("application/vnd.{kind}+xml");
        push(&mut xml, format_args!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"));
    };
    part("docProps/core.xml", "openxmlformats-package.core-properties");
    part("docProps/app.xml", &format!("{office}.extended-properties"));
    part("word/document.xml", &format!("{office}.wordprocessingml.document.main"));
    for Link { kind, target, .. } in DOCUMENT {
        part(&format!("word/{target}"), &format!("{office}.wordprocessingml.{kind}"));
    }
    xml + "</Types>"
}

pub(super) fn core_properties(form: &Form, date: Date) -> String {
    let (title, program) = (escaped(&form.sheet.title).replace('\n', " "), words::PROGRAM);
    let (year, month, day) = (date.year().clamp(1900, 9999), date.month(), date.day());
    let day = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{program}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

pub(super) fn app_properties(form: &Form) -> String {
    let unit = form.sheet.responsible_unit();
    format!(
        "{DECLARATION}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>{}</Application><Company>{}</Company></Properties>",
        words::PROGRAM,
        escaped(unit)
    )
}

/// Punctuation and the spaces between Chinese and Latin letters as they were measured.
pub(super) fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {WORDS}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>"
    )
}

pub(super) fn fonts() -> String {
    let mut xml = format!("{DECLARATION}<w:fonts {WORDS}>");
    for (name, other, family) in FONTS {
        push(
            &mut xml,
            format_args!(
                "<w:font w:name=\"{name}\"><w:altName w:val=\"{other}\"/><w:charset w:val=\"86\"/>\
                 <w:family w:val=\"{family}\"/></w:font>"
            ),
        );
    }
    xml + "</w:fonts>"
}

/// The attributes that set all characters in one font, also digits and quotation marks.
pub(super) fn font(name: &str) -> String {
    format!("w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"")
}

/// Lines are as high as they were laid out, whatever fonts a computer has.
pub(super) fn styles(form: &Form) -> String {
    let (measures, text) = (&form.measures, &form.measures.text);
    let size = |points: f32| {
        let size = half_points(points);
        format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    };
    let mut xml = format!(
        "{DECLARATION}<w:styles {WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {}/>{}\
         <w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/></w:pPr>\
         </w:style>",
        font(SERIF),
        size(text.size),
    );
    let mut style = |id: &str, name: &str, paragraph: &str, characters: &str| {
        push(
            &mut xml,
            format_args!(
                "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
                 <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr>\
                 </w:style>"
            ),
        );
    };
    let fonts = |name: &str| format!("<w:rFonts {}/>", font(name));
    let centred = "<w:jc w:val=\"center\"/>";
    style(style::TITLE, "Title", centred, &(fonts(TITLE_FONT) + &size(form.title.size)));
    style(style::SIGN_OFF, words::SIGN_OFF_STYLE, "", &(fonts(FANGSONG) + &size(measures.heading_size)));
    let line = format!("<w:spacing w:line=\"{}\" w:lineRule=\"exact\"/>", twips(text.line));
    style(style::TEXT, words::TEXT_STYLE, &line, &size(text.size));
    let line = line + centred;
    style(style::CENTRED, words::CENTRED_STYLE, &line, &size(text.size));
    style(style::HEADER, words::HEADER_STYLE, &line, &("<w:b/><w:bCs/>".to_owned() + &size(text.size)));
    for (id, looks) in [style::PAGE_HEAD, style::PAGE_FOOT].into_iter().zip(looks(form)) {
        style(id, &id.to_lowercase(), &looks, &size(measures.small_size));
    }
    xml + "</w:styles>"
}

/// Line height and tabs of head and foot, as properties of their paragraphs: the middle and the right end of the
/// table, at the foot the left end of the code.
fn looks(form: &Form) -> [String; 2] {
    let measures = &form.measures;
    let width = measures.table_width();
    let code = form.stamp.as_ref().map_or(width, |stamp| stamp.left - measures.side);
    let tab = |kind: &str, at: f32| format!("<w:tab w:val=\"{kind}\" w:pos=\"{}\"/>", twips(at));
    let line = twips(measures.small_size * LINE);
    [tab("right", width), tab("center", width / 2.0) + &tab("right", code)]
        .map(|tabs| format!("<w:tabs>{tabs}</w:tabs><w:spacing w:line=\"{line}\" w:lineRule=\"exact\"/>"))
}
