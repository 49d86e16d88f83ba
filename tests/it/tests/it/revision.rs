//! The revision table as poppler reads it.

use mulu_form::{
    Paper, pdf,
    revision::{self, VersionLabel},
    unwatched,
};
use mulu_model::{Date, TextField};
use mulu_programs::Program;

use crate::{
    expected::{self, bare},
    pdf::run,
};

#[test]
fn every_page_has_the_header_and_every_changed_text_can_be_searched_for() {
    let old = expected::catalogue("zhongwei-hrss-2022");
    let mut new = old.clone();
    for item in new.groups.iter_mut().flat_map(|group| &mut group.items) {
        item.texts[TextField::Content] = format!("{}（修改）", item.texts[TextField::Content]);
    }
    let day = Date::constant(2022, 12, 18);
    let label = |version| VersionLabel { version, approved_on: Some(day) };
    let table = revision::table((&old, label(1)), (&new, label(2)), &|_| "上级要求".to_owned());
    let form = revision::lay_out(&table, Paper::A4);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("修订对照表.pdf");
    std::fs::write(&file, pdf::write(&form, day, &mut unwatched).unwrap()).unwrap();
    let text = run(Program::Pdftotext, &["-raw"], &file);
    let pages: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(bare).collect();
    assert!(pages.len() > 1 && pages.len() == form.page_count());
    for (index, page) in pages.iter().enumerate() {
        let number = format!("第{}页，共{}页", index + 1, pages.len());
        for word in ["修订对照表", "栏目", "修订前", "修订后", "理由", "上级要求", &number]
        {
            assert!(page.contains(word), "{word} is not on page {}", index + 1);
        }
    }
    assert!(pages[0].contains("第1版（2022年12月18日审签）→第2版（2022年12月18日审签）共42处修订"));
    let all = pages.concat();
    for (_, item) in new.items() {
        assert!(all.contains(&bare(&item.texts[TextField::Content])), "content of {}", item.name);
    }
}
