//! The stamp of approved forms as other programs see it on the page.

use mulu_programs::Program;
use std::{path::Path, process::Command};

use mulu_form::{Form, Options, Paper, Stamp, Status, lay_out, pdf, unwatched};
use mulu_model::Date;

use crate::{expected, pdf::run};

/// Dots to an inch, as office scanners have them.
const DOTS: &str = "300";

fn approved(paper: Paper) -> Form {
    let stamp = Stamp { version: 3, check_code: "7KQF-M3XD-9TWA-R4HC".to_owned() };
    let options = Options { paper, status: Status::Approved(stamp), typed: Vec::new() };
    lay_out(&expected::catalogue("zhongwei-hrss-2022"), &options)
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?} (`./xtask test` installs it)");
    output.stdout
}

/// What a camera reads that is held over the lower right corner of a page, counted from 1.
fn scanned(file: &Path, page: &str) -> String {
    let picture =
        output(Program::Pdftoppm.command().args(["-r", DOTS, "-gray", "-f", page, "-l", page]).arg(file));
    // P5, width, height and the brightest grey, each with one blank behind it; then a byte for each dot.
    let mut parts = picture.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut next = || parts.next().unwrap();
    let number = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().parse::<usize>().unwrap();
    assert_eq!(next(), b"P5");
    let (width, height) = (number(next()), number(next()));
    let dots = next().strip_prefix(b"255\n").unwrap();
    let (left, top) = (width / 4 * 3, height / 4 * 3);
    let grey = |x, y| dots[(top + y) * width + left + x];
    let mut corner = rqrr::PreparedImage::prepare_from_greyscale(width - left, height - top, grey);
    let grids = corner.detect_grids();
    assert_eq!(grids.len(), 1, "one code on a page");
    grids[0].decode().unwrap().1
}

#[test]
fn every_page_says_version_and_check_code_and_its_qr_code_is_read_from_a_picture_of_it() {
    for paper in [Paper::A3, Paper::A4] {
        let form = approved(paper);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("目录.pdf");
        let bytes = pdf::write(&form, Date::constant(2022, 12, 18), &mut unwatched).unwrap();
        std::fs::write(&file, bytes).unwrap();
        let text = run(Program::Pdftotext, &["-raw"], &file);
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert_eq!(pages.len(), form.page_count());
        for (index, page) in pages.iter().enumerate() {
            for words in ["版本号：第3版", "核对码：7KQF-M3XD-9TWA-R4HC"] {
                assert!(page.contains(words), "{words} is not on page {}", index + 1);
            }
            assert!(!page.contains("草稿"));
            assert_eq!(scanned(&file, &(index + 1).to_string()), "MULU:7KQFM3XD9TWAR4HC");
        }
    }
}
