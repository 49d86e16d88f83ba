//! The revision table: what it says, and that it is laid out and written as the form is.

use std::fmt::Write;

use mulu_model::{Catalogue, Channel, Date, Id, Item, Method, Part, TextField, diff::Difference};
use proptest::prelude::*;

use super::{catalogues, invariants::check_form, snapshots::outline, words_on};
use crate::{
    Form, Op, Paper, docx, html, pdf,
    revision::{self, RevisionTable, Run, VersionLabel},
    unwatched, words, xlsx,
};

const NAME: &str = "zhongwei-hrss-2022";
const DAY: Date = Date::constant(2022, 12, 18);

fn approved(version: u32) -> VersionLabel {
    VersionLabel { version, approved_on: Some(DAY) }
}

/// A little of everything that can differ.
fn revised(mut catalogue: Catalogue) -> Catalogue {
    catalogue.heading.title = "中卫市人力资源和社会保障局政务公开目录".to_owned();
    catalogue.heading.prepared_at = Some(Date::constant(2023, 11, 6));
    catalogue.template.channel_options.push("政务新媒体".to_owned());
    catalogue.groups[0].name = "机构概况信息".to_owned();
    let items = &mut catalogue.groups[0].items;
    items[0].texts[TextField::TimeLimit] = "信息形成（更改）之日起15个工作日内。".to_owned();
    items[0].texts[TextField::Basis] = "《中华人民共和国政府信息公开条例》（国务院令第711号）".to_owned();
    items[0]
        .channels
        .push(Channel { label: "政务新媒体".to_owned(), note: "微信公众号".to_owned() });
    items[1].method = [Method::OnApplication].into();
    items.swap(1, 2);
    let group = &mut catalogue.groups[1];
    group.items.remove(0);
    let mut new = Item::new(Id::new("new").unwrap(), "数据开放".to_owned());
    new.texts[TextField::Content] = "可供社会利用的公共数据集。".to_owned();
    new.method = [Method::Proactive].into();
    group.items.push(new);
    let part = |content: &str| Part { content: content.to_owned(), channels: Vec::new() };
    group.items[0].parts = vec![part("指南"), part("办法")];
    catalogue.groups.swap(3, 4);
    catalogue
}

fn table() -> RevisionTable {
    let old = catalogues::real(NAME);
    let new = revised(old.clone());
    let reason = |difference: &Difference| match difference {
        Difference::GroupRenamed { .. } => "与机构职能一致".to_owned(),
        _ => String::new(),
    };
    revision::table((&old, approved(1)), (&new, approved(2)), &reason)
}

/// `[-` and `-]` around what is deleted, `{+` and `+}` around what is added.
fn shown(runs: &[Run], [open, close]: [&str; 2]) -> String {
    let text = |run: &Run| match run.is_changed {
        true => format!("{open}{}{close}", run.text),
        false => run.text.clone(),
    };
    runs.iter().map(text).collect::<String>().replace('\n', "⏎")
}

#[test]
fn every_difference_is_a_row_in_words() {
    let mut text = String::new();
    for row in table().rows {
        writeln!(text, "{} {}|{}|{}", row.number, row.group, row.item, row.column).unwrap();
        writeln!(text, "   {}", shown(&row.before, ["[-", "-]"])).unwrap();
        writeln!(text, "   {}", shown(&row.after, ["{+", "+}"])).unwrap();
        if !row.reason.is_empty() {
            writeln!(text, "   理由 {}", row.reason).unwrap();
        }
    }
    insta::assert_snapshot!("rows", text);
}

#[test]
fn the_table_is_laid_out_as_it_was() {
    insta::assert_snapshot!("table", outline(&revision::lay_out(&table(), Paper::A4)));
}

/// A table whose texts are taller than pages, among them equal neighbours and empty sides.
fn long_table() -> RevisionTable {
    let old = catalogues::difficult();
    let mut new = old.clone();
    for item in new.groups.iter_mut().flat_map(|group| &mut group.items) {
        item.texts[TextField::Basis] =
            item.texts[TextField::Basis].replace("依据", "规定").replace('法', "法规");
        item.texts[TextField::Content] = item.texts[TextField::Content].replace("要素", "要点");
    }
    new.groups.pop();
    revision::table((&old, approved(7)), (&new, VersionLabel { version: 8, approved_on: None }), &|_| {
        "上级要求".repeat(20)
    })
}

#[test]
fn what_holds_on_every_page_of_a_form_holds_here() {
    for table in [table(), long_table()] {
        for paper in [Paper::A3, Paper::A4] {
            check_form(&revision::lay_out(&table, paper));
        }
    }
}

#[test]
fn a_row_cut_by_a_page_repeats_its_names_with_continued() {
    let form = revision::lay_out(&long_table(), Paper::A4);
    let cut = form
        .pages()
        .iter()
        .position(|page| page.placed[0].slice.as_ref().is_some_and(|slice| !slice.is_first));
    let words = words_on(&form, cut.unwrap()).concat();
    assert_eq!(words.matches(words::CONTINUED).count(), 3, "group, item and column: {words}");
}

#[test]
fn a_table_of_no_differences_is_a_page_that_says_so() {
    let catalogue = catalogues::real(NAME);
    let table = revision::table((&catalogue, approved(1)), (&catalogue, approved(2)), &|_| String::new());
    let form = revision::lay_out(&table, Paper::A3);
    assert_eq!((form.page_count(), table.rows.len()), (1, 0));
    assert!(words_on(&form, 0).concat().contains("共0处修订"));
}

#[test]
fn old_and_new_are_equally_wide_and_reasons_have_room() {
    let form = revision::lay_out(&table(), Paper::A3);
    let widths: Vec<f32> = form.edges.windows(2).map(|edges| edges[1] - edges[0]).collect();
    assert!((widths[4] - widths[5]).abs() < 0.01, "{widths:?}");
    assert!(widths[6] >= 9.0 * form.font_size() * 0.95, "{widths:?}");
}

#[test]
fn what_was_said_of_the_whole_stands_below_the_rows_and_is_no_revision() {
    let mut table = table();
    let words = |table: &RevisionTable| {
        let form = revision::lay_out(table, Paper::A3);
        (0..form.page_count()).map(|page| words_on(&form, page).concat()).collect::<String>()
    };
    assert!(!words(&table).contains("整份目录"));
    table.reason = "请与新的三定方案一致。".to_owned();
    let said = words(&table);
    let [whole, last] =
        ["整份目录", table.rows.last().unwrap().group.as_str()].map(|name| said.find(name).unwrap());
    assert!(said.contains(&format!("共{}处修订", table.rows.len())));
    assert!(said.contains("请与新的三定方案一致。"));
    assert!(last < whole, "{said}");
}

#[test]
fn only_a_table_with_an_unapproved_version_says_draft() {
    let mut table = table();
    let says_draft = |table: &RevisionTable| {
        words_on(&revision::lay_out(table, Paper::A3), 0).iter().any(|word| word == words::DRAFT)
    };
    assert!(!says_draft(&table));
    table.new.approved_on = None;
    assert!(says_draft(&table));
}

/// The text under, or in the middle of which, the rules of a page that are within its table's lines run.
fn ruled(form: &Form, page: usize, above_baseline: f32) -> String {
    let ops = form.page(page);
    let mut found = String::new();
    for op in &ops {
        let Op::Rule { from, to, .. } = op else { continue };
        for text in &ops {
            let Op::Text { x, y, size, text, .. } = text else { continue };
            if (from.1 - (y - size * above_baseline)).abs() < 0.01 {
                let mut left = *x;
                for character in text.chars() {
                    let width =
                        crate::text::width_of(character.encode_utf8(&mut [0; 4]), crate::fonts::Style::Body)
                            as f32
                            / 1000.0
                            * size;
                    let middle = left + width / 2.0;
                    found.extend((from.0 < middle && middle < to.0).then_some(character));
                    left += width;
                }
            }
        }
    }
    found
}

#[test]
fn the_deleted_is_struck_through_and_the_added_underlined() {
    let mut table = table();
    table.rows.retain(|row| row.column == "公开时限");
    let form = revision::lay_out(&table, Paper::A3);
    assert_eq!((ruled(&form, 0, 0.38).as_str(), ruled(&form, 0, -0.2).as_str()), ("20", "15"));
}

#[test]
fn every_format_shows_what_has_changed() {
    let form = revision::lay_out(&table(), Paper::A3);
    let page = String::from_utf8(html::write(&form, &mut unwatched).unwrap()).unwrap();
    assert!(page.contains("之日起<del>20</del>个工作日内") && page.contains("之日起<ins>15</ins>个工作日内"));
    assert!(form.svg(0).contains("修订对照表"));
    let file = pdf::write(&form, DAY, &mut unwatched).unwrap();
    assert!(file.starts_with(b"%PDF-1.7"));
    let book = xlsx::write(&form, DAY, &mut unwatched).unwrap();
    let strings = String::from_utf8(super::stamp::member(&book, "xl/sharedStrings.xml").unwrap()).unwrap();
    let run = |text: &str| {
        let (before, _) = strings.split_once(&format!(">{text}</t>")).unwrap();
        before.rsplit_once("<rPr>").unwrap().1.to_owned()
    };
    assert!(
        run("20").starts_with("<strike/>") && run("15").starts_with("<u/>"),
        "{} {}",
        run("20"),
        run("15")
    );
}

#[test]
fn word_documents_strike_and_underline_without_tracking_changes() {
    let file = docx::write(&revision::lay_out(&table(), Paper::A3), DAY, &mut unwatched).unwrap();
    let xml = String::from_utf8(super::stamp::member(&file, "word/document.xml").unwrap()).unwrap();
    let looks = |text: &str| {
        let (before, _) = xml.split_once(&format!(">{text}</w:t>")).unwrap();
        before.rsplit_once("<w:r>").unwrap().1.to_owned()
    };
    assert!(looks("20").starts_with("<w:rPr><w:strike/></w:rPr>"), "{}", looks("20"));
    assert!(looks("15").starts_with("<w:rPr><w:u w:val=\"single\"/></w:rPr>"), "{}", looks("15"));
    assert!(!xml.contains("<w:del ") && !xml.contains("<w:ins "));
}

#[test]
fn a_text_taller_than_a_row_of_a_worksheet_keeps_its_marks() {
    let old = catalogues::real(NAME);
    let mut new = old.clone();
    new.groups[0].items[0].texts[TextField::Content] = "很长的内容。\n".repeat(90);
    let table = revision::table((&old, approved(1)), (&new, approved(2)), &|_| String::new());
    let book = xlsx::write(&revision::lay_out(&table, Paper::A4), DAY, &mut unwatched).unwrap();
    let strings = String::from_utf8(super::stamp::member(&book, "xl/sharedStrings.xml").unwrap()).unwrap();
    assert!(strings.contains("<rPr><u/>"), "nothing is underlined");
    let sheet = String::from_utf8(super::stamp::member(&book, "xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(sheet.contains("<mergeCell ref=\"F5:F"), "the cell is one over several rows");
}

#[test]
fn numbers_are_never_cut_and_chance_agreement_takes_no_word_apart() {
    let cases = [
        ("20个工作日", "25个工作日", "[-20-]个工作日", "{+25+}个工作日"),
        ("2021年1月31日前", "2022年1月31日前", "[-2021-]年1月31日前", "{+2022+}年1月31日前"),
        ("市人力资源和社会保障局", "市医疗保障局", "市[-人力资源和社会-]保障局", "市{+医疗+}保障局"),
        ("政府办公室", "市政务服务中心", "[-政府办公室-]", "{+市政务服务中心+}"),
        ("同样", "同样", "同样", "同样"),
        ("", "新增", "（无）", "{+新增+}"),
    ];
    for (old, new, before, after) in cases {
        let mut catalogue = catalogues::real(NAME);
        catalogue.groups[0].items[0].texts[TextField::Content] = old.to_owned();
        let mut changed = catalogue.clone();
        changed.groups[0].items[0].texts[TextField::Content] = new.to_owned();
        let table = revision::table((&catalogue, approved(1)), (&changed, approved(2)), &|_| String::new());
        let Some(row) = table.rows.first() else {
            assert_eq!(old, new);
            continue;
        };
        let sides = (shown(&row.before, ["[-", "-]"]), shown(&row.after, ["{+", "+}"]));
        assert_eq!(sides, (before.to_owned(), after.to_owned()));
    }
}

#[test]
fn two_long_texts_that_have_nothing_in_common_are_told_at_once() {
    let mut catalogue = catalogues::real(NAME);
    let text =
        |from: u32| (0..50_000u32).filter_map(|n| char::from_u32(from + n * 7 % 9_000)).collect::<String>();
    catalogue.groups[0].items[0].texts[TextField::Content] = format!("前{}后", text(0x4e00));
    let mut changed = catalogue.clone();
    changed.groups[0].items[0].texts[TextField::Content] = format!("前{}后", text(0x7300));
    // A table of each character against each other would have 2,500 million cells.
    let table = revision::table((&catalogue, approved(1)), (&changed, approved(2)), &|_| String::new());
    let kept: Vec<&str> =
        table.rows[0].before.iter().filter(|run| !run.is_changed).map(|run| run.text.as_str()).collect();
    assert_eq!(kept, ["前", "后"]);
}

proptest! {
    #[test]
    fn the_runs_of_both_sides_are_the_two_texts(old in "[政务公开20a，\u{f0001}\n]{0,40}", new in "[政务公开20a，\u{f0001}\n]{0,40}") {
        let mut catalogue = catalogues::real(NAME);
        catalogue.groups[0].items[0].texts[TextField::Content] = old.clone();
        let mut changed = catalogue.clone();
        changed.groups[0].items[0].texts[TextField::Content] = new.clone();
        let table = revision::table((&catalogue, approved(1)), (&changed, approved(2)), &|_| String::new());
        prop_assert_eq!(table.rows.len(), usize::from(old != new));
        for row in &table.rows {
            for (runs, text) in [(&row.before, &old), (&row.after, &new)] {
                let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
                prop_assert_eq!(&whole, if text.is_empty() { words::revision::NOTHING } else { text });
                prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
            }
            let kept = |runs: &[Run]| -> String {
                runs.iter().filter(|run| !run.is_changed).map(|run| run.text.as_str()).collect()
            };
            if !old.is_empty() && !new.is_empty() {
                prop_assert_eq!(kept(&row.before), kept(&row.after));
            }
        }
    }
}
