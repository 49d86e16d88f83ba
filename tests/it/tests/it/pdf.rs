//! The PDF as poppler reads it.

use mulu_programs::Program;
use std::{collections::BTreeMap, path::Path};

use mulu_model::{Catalogue, Statistics, TextField};

use crate::expected::{self, CATALOGUES, bare};

/// What a program prints about the file.
pub(crate) fn run(program: Program, args: &[&str], path: &Path) -> String {
    let output = program.command().args(args).arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "{program:?} (`./xtask test` installs it)");
    String::from_utf8(output.stdout).unwrap()
}

/// The text of each page, without white space.
fn pages(name: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("目录 正式.pdf");
    expected::export(name, &path);
    let text = run(Program::Pdftotext, &["-raw"], &path);
    text.trim_end_matches('\u{c}').split('\u{c}').map(bare).collect()
}

fn count(text: &str, into: &mut BTreeMap<char, isize>, by: isize) {
    for c in text.chars() {
        *into.entry(c).or_default() += by;
    }
}

#[test]
fn every_character_of_every_cell_is_there() {
    for name in CATALOGUES {
        let catalogue = expected::catalogue(name);
        let mut missing = BTreeMap::new();
        for cell in expected::body(&catalogue) {
            count(&cell.text, &mut missing, 1);
        }
        for page in pages(name) {
            count(&page, &mut missing, -1);
        }
        // What is printed more often (headers, repeated cells) is no loss.
        missing.retain(|_, times| *times > 0);
        assert_eq!(missing, BTreeMap::new(), "{name}");
    }
}

#[test]
fn every_text_can_be_searched_for() {
    let catalogue = expected::catalogue("zhongwei-hrss-2022");
    let all = pages("zhongwei-hrss-2022").concat();
    for (_, item) in catalogue.items() {
        assert!(all.contains(&bare(&item.name)), "{}", item.name);
        assert!(all.contains(&bare(&item.texts[TextField::Content])), "content of {}", item.name);
    }
}

#[test]
fn every_page_has_the_header_and_its_number_and_says_draft() {
    for name in CATALOGUES {
        let pages = pages(name);
        for (index, page) in pages.iter().enumerate() {
            for word in ["公开渠道和载体", "公开依据", "草稿"] {
                assert!(page.contains(word), "{name}, page {}: {word}", index + 1);
            }
            let number = format!("第{}页，共{}页", index + 1, pages.len());
            assert!(page.contains(&number), "{name}: {number}");
        }
    }
}

#[test]
fn every_page_of_a_group_has_its_name() {
    for name in CATALOGUES {
        let catalogue = expected::catalogue(name);
        let pages = pages(name);
        for (group, first, last) in group_pages(&catalogue, &pages) {
            for (offset, page) in pages[first..=last].iter().enumerate() {
                assert!(page.contains(&group), "{name}: {group} on page {}", first + offset + 1);
                let continued = page.contains(&format!("{group}（续）"));
                assert_eq!(continued, offset > 0, "{name}: {group}（续） on page {}", first + offset + 1);
            }
        }
    }
}

/// Each group with the pages on which its first and its last item stand.
fn group_pages(catalogue: &Catalogue, pages: &[String]) -> Vec<(String, usize, usize)> {
    let mut page = 0;
    let mut groups = Vec::new();
    for group in &catalogue.groups {
        let mut stands_on = Vec::new();
        for item in &group.items {
            let name = bare(&item.name);
            // Items come in order, so the search goes on where the last one was found.
            while page + 1 < pages.len() && !pages[page].contains(&name) {
                page += 1;
            }
            assert!(pages[page].contains(&name), "{name} is on no page");
            stands_on.push(page);
        }
        let (Some(first), Some(last)) = (stands_on.first(), stands_on.last()) else { continue };
        groups.push((bare(&group.name), *first, *last));
    }
    groups
}

#[test]
fn the_statistics_line_says_what_is_there_and_not_what_the_document_claims() {
    let line = Statistics::of(&expected::catalogue("yinchuan-hrss-2020")).to_string();
    assert!(line.contains("二级事项27项"));
    assert!(pages("yinchuan-hrss-2020")[0].contains(&line));
}

#[test]
fn fonts_are_embedded_subsets_and_forty_two_items_take_little_space() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("目录.pdf");
    expected::export("zhongwei-hrss-2022", &path);
    let size = std::fs::metadata(&path).unwrap().len();
    assert!(size <= 300 * 1024, "{size} bytes");
    let output = Program::Pdffonts.command().arg(&path).output().unwrap();
    let list = String::from_utf8(output.stdout).unwrap();
    let fonts: Vec<&str> = list.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        // Name … emb sub uni object: the last five words are emb, sub, uni and the object's two numbers.
        let words: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(&words[2..5], ["yes", "yes", "yes"], "{font}");
    }
}

#[test]
fn the_document_has_its_title() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("目录.pdf");
    expected::export("zhongwei-hrss-2022", &path);
    let output = Program::Pdfinfo.command().arg(&path).output().unwrap();
    let info = String::from_utf8(output.stdout).unwrap();
    assert!(info.contains("中卫市人力资源和社会保障局政务公开清单目录"), "{info}");
}
