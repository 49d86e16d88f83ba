//! `cargo xtask test`: every check and every test, the quick ones first, the window's last.

use anyhow::Result;

use crate::check::lint;
use crate::display::VirtualDisplay;
use crate::project::{ALL, Project, ask, step};
use crate::system;
use crate::ui::Ui;

/// Where random tests begin here, so that each run tries the same cases and what fails is what has been changed.
/// `cargo nextest run`, called by itself, tries others each time.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "711");

/// Runs everything; the test runner's own summary is the last that is printed.
pub(crate) fn test(project: &Project) -> Result<()> {
    step(&mut project.cargo("fmt --all --check"))?;
    system::provide(&[
        system::COMPILER,
        system::WINDOW,
        system::FONTS,
        system::VIRTUAL_DISPLAY,
        system::INPUT_METHOD,
        system::READERS,
    ])?;
    let ui = Ui::prepare(project)?;
    ui.script("check")?;
    ui.script("test")?;
    ui.build()?;
    lint(project)?;
    // Tests start the programs by their files. All in one build: with fewer packages cargo would choose other
    // features of what they share, and build that twice.
    step(&mut project.cargo(format!("build {ALL} --all-targets")))?;
    step(&mut project.cargo(format!("test {ALL} --doc --quiet")))?;
    rust_tests(project)
}

fn rust_tests(project: &Project) -> Result<()> {
    let has_nextest = ask(&mut project.cargo("nextest --version")).is_some();
    let mut tests = project.cargo(if has_nextest {
        format!("nextest run {ALL} --no-fail-fast")
    } else {
        format!("test {ALL} --lib --bins --tests --no-fail-fast")
    });
    // What a failed test says is in its message; a backtrace through the runtime only buries it.
    tests.env("MULU_PYTHON", system::python()).env("RUST_BACKTRACE", "0").env(SEED.0, SEED.1);
    if !cfg!(target_os = "linux") {
        return step(&mut tests);
    }
    let display = VirtualDisplay::start()?;
    step(&mut display.wrap(&tests))
}
