//! What holds on every page of every form.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use mulu_model::{Catalogue, ColumnKey};
use proptest::prelude::*;

use super::{approved, catalogues, form, words_on};
use crate::{
    Face, Form, Op, Paper,
    fonts::{Style, is_invisible},
    laid::continued,
    pages::{Segment, segments},
    text::width_of,
    words,
};

/// Left, top, right, bottom.
type Rect = [f32; 4];

const PAPERS: [Paper; 2] = [Paper::A3, Paper::A4];

fn cells_of(form: &Form, page: usize) -> Vec<Rect> {
    let laid_page = &form.pages()[page];
    let header = form.sheet.header.iter().map(|cell| {
        let top = |row: usize| laid_page.top + form.header.edges[row];
        let (left, right) = (form.edges[cell.column], form.edges[cell.column + cell.column_span]);
        [left, top(cell.row), right, top(cell.row + cell.row_span)]
    });
    let body = segments(form, laid_page)
        .map(|s| [form.edges[s.column], s.y, form.edges[s.column + 1], s.y + s.height]);
    header.chain(body).collect()
}

fn inside(inner: Rect, outer: Rect) -> bool {
    const HAIR: f32 = 0.1;
    inner[0] > outer[0] - HAIR
        && inner[1] > outer[1] - HAIR
        && inner[2] < outer[2] + HAIR
        && inner[3] < outer[3] + HAIR
}

fn area(rect: &Rect) -> f64 {
    f64::from(rect[2] - rect[0]) * f64::from(rect[3] - rect[1])
}

/// Every text is inside one cell, or outside of the table and on the page; the cells fill the table without
/// overlapping; the table ends above the foot of the page.
fn check_places(form: &Form) {
    let (width, height) = form.page_size();
    for page in 0..form.page_count() {
        let cells = cells_of(form, page);
        let table = cells.iter().fold([f32::MAX, f32::MAX, 0.0, 0.0], |all: Rect, cell| {
            [all[0].min(cell[0]), all[1].min(cell[1]), all[2].max(cell[2]), all[3].max(cell[3])]
        });
        assert!(table[3] <= form.measures.table_bottom + 0.1, "page {page} ends at {}", table[3]);
        let filled: f64 = cells.iter().map(area).sum();
        assert!((filled - area(&table)).abs() < 20.0, "page {page}: cells {filled}, table {}", area(&table));
        for op in form.page(page) {
            let Op::Text { x, y, size, face, text, .. } = op else { continue };
            let width_of_run = width_of(&text, style_of(face)) as f32 / 1000.0 * size;
            let place = [x, y - size * 0.88, x + width_of_run, y + size * 0.12];
            assert!(
                inside(place, [0.0, 0.0, width, height]),
                "page {page}: {text:?} is off the page at {place:?}"
            );
            let touches = place[1] < table[3] && place[3] > table[1];
            assert!(
                !touches || cells.iter().any(|cell| inside(place, *cell)),
                "page {page}: {text:?} at {place:?} is in no cell"
            );
        }
    }
}

/// A style whose first choice is the face.
fn style_of(face: Face) -> Style {
    match face {
        Face::Serif | Face::Rare | Face::Symbols => Style::Body,
        Face::Bold => Style::Strong,
        Face::Sans => Style::Tag,
    }
}

/// Every character of every cell is on some page, as often as the cells have it.
fn check_characters(form: &Form) {
    let mut shown: HashMap<char, usize> = HashMap::new();
    for page in 0..form.page_count() {
        for op in form.page(page) {
            let Op::Text { text, stands_for, .. } = op else { continue };
            match stands_for {
                Some(character) => *shown.entry(character).or_default() += 1,
                None => text.chars().for_each(|c| *shown.entry(c).or_default() += 1),
            }
        }
    }
    let mut lacking: BTreeMap<char, usize> = BTreeMap::new();
    for cell in form.sheet.cells.iter().flatten() {
        for character in cell.text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)) {
            match shown.get_mut(&character).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => *lacking.entry(character).or_default() += 1,
            }
        }
    }
    assert!(lacking.is_empty(), "not printed: {lacking:?}");
}

/// Every cell shows its whole text on every page that it is on, with （续） behind a name that goes on; a cell
/// that is cut shows each line once.
fn check_cells(form: &Form) {
    let solid =
        |text: &str| text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect::<String>();
    let mut next: HashMap<(usize, usize), usize> = HashMap::new();
    for (number, page) in form.pages().iter().enumerate() {
        let ops = form.page(number);
        for segment in segments(form, page) {
            let Segment { column, laid, .. } = segment;
            let whole = form.text(column, laid);
            let lines = |range: Range<usize>| laid.lines[range].iter().map(|line| &whole[line.range.clone()]);
            let expected = match &segment.cut {
                Some(cut) => {
                    let seen = next.entry((column, laid.first)).or_default();
                    assert_eq!(
                        cut.start,
                        std::mem::replace(seen, cut.end),
                        "lines are lost or printed twice"
                    );
                    lines(cut.clone()).collect()
                }
                None if segment.continued && laid.says_continued(form.sheet.columns[column].kind) => {
                    continued(form, column, laid).0
                }
                None => lines(0..laid.lines.len()).collect::<String>(),
            };
            let place = [form.edges[column], segment.y, form.edges[column + 1], segment.y + segment.height];
            assert_eq!(solid(&drawn_in(&ops, place)), solid(&expected), "page {number}");
        }
    }
    for ((column, first), seen) in next {
        let laid = form.cells[column].iter().find(|laid| laid.first == first).unwrap();
        assert_eq!(laid.lines.len(), seen, "the end of a cell is not printed");
    }
}

/// The text whose baseline begins in the place.
fn drawn_in(ops: &[Op<'_>], place: Rect) -> String {
    let mut drawn = String::new();
    for op in ops {
        let Op::Text { x, y, text, stands_for, .. } = op else { continue };
        if (place[0]..place[2]).contains(x) && (place[1]..place[3]).contains(y) {
            match stands_for {
                Some(character) => drawn.push(*character),
                None => drawn.push_str(text),
            }
        }
    }
    drawn
}

pub(super) fn check_form(form: &Form) {
    check_places(form);
    check_characters(form);
    check_cells(form);
}

fn check(catalogue: &Catalogue) {
    for form in PAPERS.map(|paper| [form(catalogue, paper), approved(catalogue, paper)]).iter().flatten() {
        check_form(form);
    }
}

#[test]
fn the_real_catalogues_are_printed_whole_and_in_place() {
    for (name, _) in catalogues::REAL {
        check(&catalogues::real(name));
    }
}

#[test]
fn the_difficult_catalogue_is_printed_whole_and_in_place() {
    check(&catalogues::difficult());
}

#[test]
fn a_table_of_the_most_columns_still_fits_the_paper() {
    let mut catalogue = catalogues::real("jalaid-social-insurance");
    let first = catalogue.template.columns[0].clone();
    for index in catalogue.template.columns.len()..mulu_model::limits::COLUMNS {
        let key = ColumnKey::Custom(format!("责任科室{index}"));
        let texts = catalogue.groups.iter_mut().flat_map(|group| &mut group.items);
        texts.for_each(|item| {
            _ = item.custom.insert(format!("责任科室{index}"), "办公室及相关科室".to_owned())
        });
        catalogue
            .template
            .columns
            .push(mulu_model::Column { key, header: vec![format!("责任科室{index}")] });
    }
    assert_eq!(catalogue.template.columns[0], first);
    check(&catalogue);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 400, ..ProptestConfig::default() })]
    #[test]
    fn any_catalogue_is_printed_whole_and_in_place(catalogue in catalogues::random()) {
        check(&catalogue);
    }
}

#[test]
fn an_item_that_fits_on_a_page_is_never_cut() {
    for (name, _) in catalogues::REAL {
        for paper in PAPERS {
            let form = form(&catalogues::real(name), paper);
            for pair in form.pages().windows(2) {
                let (above, below) = (pair[0].placed.last().unwrap(), pair[1].placed.first().unwrap());
                assert!(above.slice.is_none(), "{name}: a row is cut");
                let rows = &form.sheet.rows;
                assert_ne!(rows[above.row].item, rows[below.row].item, "{name}: an item is cut");
            }
        }
    }
}

#[test]
fn a_group_that_a_page_cuts_repeats_its_number_and_name_with_continued() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let first = form.pages()[1].placed[0].row;
    assert!(form.sheet.groups.iter().all(|group| group.first_row != first), "the page begins with a group");
    let words = words_on(&form, 1);
    for word in ["二", "基本信息", words::CONTINUED] {
        assert!(words.iter().any(|shown| shown == word), "{word} is not on page 2: {words:?}");
    }
    assert!(!words_on(&form, 0).iter().any(|shown| shown.contains(words::CONTINUED)));
}

#[test]
fn every_page_has_the_header_the_page_number_and_the_draft_tag() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A4);
    for page in 0..form.page_count() {
        let words = words_on(&form, page);
        let foot = words::page_of(page + 1, form.page_count());
        for word in ["公开依据", "公开渠道和载体", words::DRAFT, words::DRAFT_NOTICE, &foot] {
            assert!(words.iter().any(|shown| shown == word), "{word} is not on page {page}");
        }
    }
}

#[test]
fn what_is_approved_does_not_say_draft() {
    let catalogue = catalogues::real("zhongwei-hrss-2022");
    let form = approved(&catalogue, Paper::A3);
    let words = words_on(&form, 0).concat();
    assert!(!words.contains(words::DRAFT) && !words.contains(words::DRAFT_NOTICE));
}

#[test]
fn the_statistics_line_counts_what_is_there() {
    let form = form(&catalogues::real("yinchuan-hrss-2020"), Paper::A3);
    let line = "政府信息：主动公开一级事项6项，二级事项27项；依申请公开二级事项0项";
    assert!(words_on(&form, 0).iter().any(|shown| shown == line));
}

#[test]
fn the_form_is_as_dense_as_the_real_ones() {
    let catalogue = catalogues::real("zhongwei-hrss-2022");
    let a3 = form(&catalogue, Paper::A3);
    assert!((6..=9).contains(&a3.page_count()) && a3.font_size() >= 9.0, "{} pages", a3.page_count());
    let a4 = form(&catalogue, Paper::A4);
    assert!((6..=10).contains(&a4.page_count()) && a4.font_size() >= 7.0, "{} pages", a4.page_count());
    let boxes = catalogues::position(&catalogue, &ColumnKey::Channels);
    let most = a3.cells[boxes].iter().map(|laid| laid.lines.len()).max().unwrap();
    assert!(most <= 7, "13 boxes take {most} lines");
}

#[test]
fn characters_that_no_font_has_are_named_with_their_place() {
    let catalogue = catalogues::difficult();
    let missing = crate::Fonts::get().missing(&catalogue);
    let item = missing.iter().find(|missing| missing.character == '🀄').unwrap().item.unwrap();
    assert_eq!(catalogue.items().nth(item).unwrap().1.name, "𠮷林〇一\u{fe00}");
    assert!(missing.iter().all(|missing| !"𠮷〇一\u{fe00}\t".contains(missing.character)), "{missing:?}");
    let form = form(&catalogue, Paper::A3);
    let ops: Vec<Op<'_>> = (0..form.page_count()).flat_map(|page| form.page(page)).collect();
    let frames = ops.iter().filter(|op| matches!(op, Op::Text { stands_for: Some('🀄'), .. }));
    assert_eq!(frames.count(), 1, "the code point is not printed");
    assert_eq!(width_of("🀄", Style::Body), 1000);
}

#[test]
fn rare_characters_of_names_are_printed_in_their_own_face() {
    let mut catalogue = catalogues::real("zhongwei-hrss-2022");
    catalogue.groups[0].items[0].name = "𠮷〇".to_owned();
    assert_eq!(crate::Fonts::get().missing(&catalogue), []);
    let form = form(&catalogue, Paper::A3);
    let ops = form.page(0);
    let faces: Vec<(&str, Face)> = ops
        .iter()
        .filter_map(|op| match op {
            Op::Text { text, face, .. } if text.contains(['𠮷', '〇']) => Some((&**text, *face)),
            _ => None,
        })
        .collect();
    assert_eq!(faces, [("𠮷", Face::Rare), ("〇", Face::Serif)]);
    assert!(form.svg(0).contains("font-family=\"Mulu Rare\""));
}
