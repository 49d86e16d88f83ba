//! The stamp of approved forms: where it stands, and that its code is read.

use std::io::{Cursor, Read};

use mulu_model::{Date, HeadingField};

use super::{approved, catalogues, form, stamp, words_on};
use crate::{
    Form, Op, Options, Paper, Rectangle, Stamp, Status, docx, html, lay_out, stamp::Modules, unwatched, xlsx,
};

const SCANNED: &str = "MULU:7KQFM3XD9TWAR4HC";
const PAPERS: [Paper; 2] = [Paper::A3, Paper::A4];
const MM: f32 = 72.0 / 25.4;

/// The parts of the code on a page.
fn code_on(form: &Form, page: usize) -> Option<Vec<Rectangle>> {
    form.page(page).into_iter().find_map(|op| match op {
        Op::Figure { parts } => Some(parts.into_owned()),
        _ => None,
    })
}

/// Left, top, right, bottom of all parts.
fn extent(parts: &[Rectangle]) -> [f32; 4] {
    parts.iter().fold([f32::MAX, f32::MAX, 0.0, 0.0], |all, p| {
        [all[0].min(p.x), all[1].min(p.y), all[2].max(p.x + p.width), all[3].max(p.y + p.height)]
    })
}

/// What a camera reads in a picture of this size.
fn decoded(side: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    let grey = |x, y| if dark(x, y) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "a picture of one code");
    grids[0].decode().unwrap().1
}

#[test]
fn what_was_typed_into_the_sign_off_line_is_marked_and_nothing_that_is_empty() {
    let mut catalogue = catalogues::real("zhongwei-hrss-2022");
    let heading = &mut catalogue.heading;
    [heading.preparer, heading.reviewer, heading.approver] = ["甲某", "乙某", ""].map(str::to_owned);
    for paper in PAPERS {
        let typed = vec![
            HeadingField::Preparer,
            HeadingField::Reviewer,
            HeadingField::Approver,
            HeadingField::PreparedAt,
        ];
        let form = lay_out(&catalogue, &Options { paper, status: Status::Draft, typed });
        // Still one line, on the smaller paper too.
        let line: Vec<_> = form.title.notes.iter().filter(|(_, line, _)| *line == 0).collect();
        let texts: Vec<_> = line.iter().map(|(_, _, text)| text.as_str()).collect();
        insta::allow_duplicates! {
            insta::assert_snapshot!(texts.join("\n"), @"
            责任单位：中卫市人力资源和社会保障局
            填表人：甲某（录入）
            复核人：乙某（录入）
            审签人：
            填表时间：2022年12月18日（录入）
            ");
        }
        let file = String::from_utf8(html::write(&form, &mut unwatched).unwrap()).unwrap();
        assert!(texts.iter().all(|text| file.contains(text)));
    }
}

#[test]
fn the_code_on_every_page_is_read_as_the_check_code() {
    for paper in PAPERS {
        let form = approved(&catalogues::real("zhongwei-hrss-2022"), paper);
        assert!(form.page_count() > 1);
        for page in 0..form.page_count() {
            let parts = code_on(&form, page).unwrap();
            let [left, top, ..] = extent(&parts);
            // Five dots to a point and some white around it.
            let at = |dot: usize, from: f32| from + (dot as f32 + 0.5) / 5.0 - 10.0;
            let is_dark = |x: usize, y: usize| {
                let (x, y) = (at(x, left), at(y, top));
                parts.iter().any(|p| (p.x..p.x + p.width).contains(&x) && (p.y..p.y + p.height).contains(&y))
            };
            assert_eq!(decoded(260, is_dark), SCANNED);
        }
    }
}

#[test]
fn the_code_is_large_enough_to_be_read_and_nothing_comes_near_it() {
    for paper in PAPERS {
        let form = approved(&catalogues::difficult(), paper);
        let (width, height) = form.page_size();
        for page in 0..form.page_count() {
            let parts = code_on(&form, page).unwrap();
            let module = parts[0].height;
            assert!(module >= 0.4 * MM, "a module is {module} points wide");
            let [left, top, right, bottom] = extent(&parts);
            assert!(
                right < width - 5.0 * MM && bottom < height - 5.0 * MM,
                "it is where printers print nothing"
            );
            let quiet = 4.0 * module - 0.3;
            let is_near = |x: (f32, f32), y: (f32, f32)| {
                x.1 > left - quiet && x.0 < right + quiet && y.1 > top - quiet && y.0 < bottom + quiet
            };
            for op in form.page(page) {
                let near = match &op {
                    Op::Rule { from, to, .. } => is_near((from.0, to.0), (from.1, to.1)),
                    // No text is wider than the characters' squares.
                    Op::Text { x, y, size, text, .. } => {
                        is_near((*x, x + text.chars().count() as f32 * size), (y - size, *y))
                            && crate::text::width_of(text, crate::fonts::Style::Body) as f32 / 1000.0 * size
                                + x
                                > left - quiet
                    }
                    Op::Figure { .. } => false,
                };
                assert!(!near, "page {page}: {op:?} is too near the code");
            }
        }
    }
}

#[test]
fn every_page_of_what_is_approved_has_version_and_check_code() {
    let form = approved(&catalogues::real("zhongwei-hrss-2022"), Paper::A4);
    for page in 0..form.page_count() {
        let words = words_on(&form, page);
        for word in ["版本号：第2版", "核对码：7KQF-M3XD-9TWA-R4HC"] {
            assert!(words.iter().any(|shown| shown == word), "{word} is not on page {page}: {words:?}");
        }
    }
}

#[test]
fn a_draft_has_no_code_and_no_version() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    for page in 0..form.page_count() {
        assert_eq!(code_on(&form, page), None);
        let words = words_on(&form, page).concat();
        assert!(!words.contains("核对码") && !words.contains("版本号"));
    }
}

#[test]
fn the_stamp_takes_at_most_one_and_a_half_lines_from_the_table() {
    for paper in PAPERS {
        let catalogue = catalogues::real("zhongwei-hrss-2022");
        let bottoms = [form(&catalogue, paper), approved(&catalogue, paper)].map(|f| f.measures.table_bottom);
        assert!(bottoms[0] - bottoms[1] <= 16.0, "{bottoms:?}");
    }
}

#[test]
fn the_foot_of_an_approved_page_is_as_it_was() {
    let form = approved(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let bottom = form.measures.table_bottom;
    let line = |op: Op<'_>| match op {
        Op::Text { x, y, size, text, .. } if y > bottom => Some(format!("{x:.1} {y:.1} {size}: {text}")),
        Op::Figure { parts } => {
            Some(format!("{:.1?} in {} parts from {:?}", extent(&parts), parts.len(), parts[0]))
        }
        _ => None,
    };
    let lines: Vec<String> = form.page(0).into_iter().filter_map(line).collect();
    insta::assert_snapshot!("foot", format!("the table ends at {bottom}\n{}", lines.join("\n")));
}

#[test]
fn a_check_code_longer_than_any_qr_code_is_printed_without_one() {
    let long = Stamp { version: 1, check_code: "A".repeat(5_000) };
    assert!(Modules::new(&long.scanned()).is_none());
    assert!(Modules::new(&stamp().scanned()).is_some());
}

#[test]
fn web_pages_end_with_version_and_check_code() {
    let catalogue = catalogues::real("zhongwei-hrss-2022");
    let page = |form| String::from_utf8(html::write(&form, &mut unwatched).unwrap()).unwrap();
    let (stamped, draft) = (page(approved(&catalogue, Paper::A3)), page(form(&catalogue, Paper::A3)));
    assert!(stamped.contains("<p class=\"stamp\">版本号：第2版　核对码：7KQF-M3XD-9TWA-R4HC</p>"));
    assert!(!stamped.contains("草稿") && !draft.contains("核对码"));
}

/// A file of the workbook.
pub(super) fn member(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut content = Vec::new();
    archive.by_name(name).ok()?.read_to_end(&mut content).unwrap();
    Some(content)
}

#[test]
fn worksheets_have_version_and_code_at_their_foot() {
    let form = approved(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let bytes = xlsx::write(&form, Date::constant(2022, 12, 18), &mut unwatched).unwrap();
    let sheet = String::from_utf8(member(&bytes, "xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(sheet.contains("版本号：第2版　核对码：7KQF-M3XD-9TWA-R4HC&amp;C"), "the foot has no words");
    assert_eq!(read(&member(&bytes, "xl/media/image1.bmp").unwrap()), SCANNED);
}

#[test]
fn word_documents_have_the_code_where_the_layout_has_it() {
    let form = approved(&catalogues::real("zhongwei-hrss-2022"), Paper::A4);
    let bytes = docx::write(&form, Date::constant(2022, 12, 18), &mut unwatched).unwrap();
    assert_eq!(read(&member(&bytes, "word/media/code.bmp").unwrap()), SCANNED);
    let foot = String::from_utf8(member(&bytes, "word/footer1.xml").unwrap()).unwrap();
    let points = |before: &str| {
        let (_, rest) = foot.split_once(before).unwrap();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<f32>().unwrap() / 12_700.0
    };
    let [left, top, right, bottom] = extent(&code_on(&form, 0).unwrap());
    let picture = (
        points("<wp:positionH relativeFrom=\"page\"><wp:posOffset>"),
        points("<wp:positionV relativeFrom=\"page\"><wp:posOffset>"),
        points("<wp:extent cx=\""),
    );
    // The light modules around it are four on each side.
    let quiet = 4.0 * 1.2;
    let near = |a: f32, b: f32| (a - b).abs() < 0.01;
    assert!(near(picture.0, left - quiet) && near(picture.1, top - quiet), "{picture:?} {left} {top}");
    assert!(near(picture.2, right - left + 2.0 * quiet) && near(picture.2, bottom - top + 2.0 * quiet));
}

/// What a camera reads in a BMP file of two colours.
fn read(picture: &[u8]) -> String {
    let number = |at: usize| u32::from_le_bytes(picture[at..at + 4].try_into().unwrap()) as usize;
    let (start, side, length) = (number(10), number(18), number(2));
    assert_eq!(length, picture.len());
    let row_bytes = side.div_ceil(32) * 4;
    let is_dark =
        |x: usize, y: usize| picture[start + (side - 1 - y) * row_bytes + x / 8] >> (7 - x % 8) & 1 == 1;
    decoded(side, is_dark)
}
