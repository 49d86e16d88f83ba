//! Small readings: numbers, brackets, boxes, the lines of a heading.

use super::{
    channels::{Options, parse},
    heading,
    restore::joined,
};
use crate::lexicon::text::{balance, leading_number, number, one_line, tidy};

#[test]
fn numbers_are_read_in_digits_and_numerals() {
    let cases = [
        ("12", Some((12, false))),
        ("１２", Some((12, false))),
        ("3.0", Some((3, false))),
        ("（三）", Some((3, true))),
        ("二十一、", Some((21, true))),
        ("一百零五", Some((105, true))),
        ("十", Some((10, true))),
        ("一二", None),
        ("3月", None),
        ("", None),
    ];
    for (text, value) in cases {
        assert_eq!(number(text), value, "{text}");
    }
    assert_eq!(leading_number("4 工程建设"), Some((4, "工程建设")));
    assert_eq!(leading_number("一、概况信息"), Some((1, "概况信息")));
    assert_eq!(leading_number("（二）服务"), Some((2, "服务")));
    assert_eq!(leading_number("12345热线"), None);
    assert_eq!(leading_number("一次性补助"), None);
}

#[test]
fn brackets_that_do_not_match_are_seen_and_numbered_lines_are_none() {
    assert!(balance("《关于印发").opens);
    assert!(balance("通知》（2020）").closes);
    for text in ["《甲〈乙〉》（一）", "1）甲 2)乙", "(半角）"] {
        assert_eq!(balance(text), Default::default(), "{text}");
    }
}

#[test]
fn lines_are_put_together_as_cells_broke_them() {
    assert_eq!(tidy("  a  b \r\n\n\u{3000}c "), "a b\nc");
    assert_eq!(one_line("社会保险\n登记"), "社会保险登记");
    assert_eq!(one_line("App\nStore"), "App Store");
}

#[test]
fn a_cut_text_is_joined_without_what_was_printed_twice() {
    assert_eq!(joined("分工方案的通", "知》（5号）"), ("分工方案的通知》（5号）".to_owned(), None));
    assert_eq!(joined("政策措施", "施以及结果"), ("政策措施以及结果".to_owned(), Some("施".to_owned())));
    assert_eq!(joined("甲、《办法》", "《办 法》"), ("甲、《办法》".to_owned(), Some("《办法》".to_owned())));
    assert_eq!(joined("□ 报刊", "□ 其他"), ("□ 报刊\n□ 其他".to_owned(), None));
}

#[test]
fn boxes_are_known_in_all_their_makings() {
    let cases = [
        ("■政府网站 □公报", "政府网站"),
        ("☑ 政府网站\n☐ 公报", "政府网站"),
        ("政府网站☑ 公报□", "政府网站"),
        ("□√政府网站 □公报", "政府网站"),
        ("√□政府网站 □公报", "政府网站"),
        ("R政府网站£公报", "政府网站"),
        ("t政府网站\n口公报", "政府网站"),
        ("▲政府网站 □公报 ▲其他（QQ群）", "政府网站 其他<QQ群>"),
        ("●政府网站 ○公报", "政府网站"),
        ("■政府网站 □口岸大厅 ■App推送", "政府网站 App推送"),
        ("□政府网站 ■其他：县电视台", "其他<县电视台>"),
        ("□政府网站 ■精准推送（请注明：短信）□其他____", "精准推送<短信>"),
    ];
    for (text, expected) in cases {
        let parsed = parse(text);
        let (channels, _) = Options::found(&[&parsed]).channels(&parsed);
        let note = |note: &str| if note.is_empty() { String::new() } else { format!("<{note}>") };
        let shown: Vec<String> =
            channels.iter().map(|channel| channel.label.clone() + &note(&channel.note)).collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }
}

#[test]
fn what_stands_around_a_table_is_told_apart() {
    let lines = |lines: &[&str]| lines.iter().map(|line| ((*line).to_owned(), 0)).collect::<Vec<_>>();
    let above = [
        "附件1",
        "某市人社局政务公开目录",
        "填报单位（盖章）：某市人社局    填表人 ： 甲某  审核人:乙某",
        "填表日期：二〇二四年",
    ];
    let read = heading::read(&lines(&above), &lines(&["注：一式两份"]));
    assert_eq!(read.heading.title, "某市人社局政务公开目录");
    assert_eq!(
        (
            read.heading.responsible_unit.as_str(),
            read.heading.preparer.as_str(),
            read.heading.reviewer.as_str()
        ),
        ("某市人社局", "甲某", "乙某")
    );
    assert_eq!(read.unclear_date.as_deref(), Some("二〇二四年"));
    assert_eq!(read.rest, lines(&["注：一式两份", "附件1"]));
    assert_eq!(
        heading::statistics("主动公开一级事项6项，二级事项42项；依申请公开二级事项0项"),
        Some([Some(6), Some(42), Some(0)])
    );
    assert_eq!(heading::statistics("公开事项一览"), None);
}
