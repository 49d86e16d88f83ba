//! `./xtask test`: every check and every test, the quick ones first, the window's last; or only those of some parts.

use anyhow::{Result, bail};
use mulu_programs::Purpose;

use crate::audit;
use crate::check::{document, lint};
use crate::display::VirtualDisplay;
use crate::project::{ALL, Project, ask, step};
use crate::system;
use crate::ui::Ui;

/// Where random tests begin here, so that each run tries the same cases and what fails is what has been changed.
/// `cargo nextest run`, called by itself, tries others each time.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "711");

/// The parts that can be tested alone, with their packages. What other programs read in our files is tested with
/// `files`.
const PARTS: &[(&str, &[&str])] = &[
    ("model", &["mulu-model"]),
    ("rules", &["mulu-rules"]),
    ("import", &["mulu-import"]),
    ("form", &["mulu-form"]),
    ("signoff", &["mulu-signoff"]),
    ("terms", &["mulu-terms"]),
    ("store", &["mulu-contract", "mulu-store-sqlite"]),
    ("app", &["mulu-app", "mulu-api"]),
    ("cli", &["mulu-cli"]),
    ("files", &["mulu-it"]),
];
/// The screens by themselves.
const UI: &str = "ui";
/// The real window, and the contract with its screens.
const WINDOW: &str = "window";

/// Runs everything, or these parts; the test runner's own summary is the last that is printed.
pub(crate) fn test(project: &Project, parts: &[String]) -> Result<()> {
    if parts.is_empty() { all(project) } else { some(project, parts) }
}

fn all(project: &Project) -> Result<()> {
    step(&mut project.cargo("fmt --all --check"))?;
    system::provide(&[
        Purpose::Build,
        Purpose::Window,
        Purpose::Display,
        Purpose::InputMethod,
        Purpose::Readers,
    ])?;
    let ui = Ui::prepare(project)?;
    ui.script("check")?;
    ui.script("test")?;
    ui.build()?;
    audit::audit(project)?;
    lint(project)?;
    document(project)?;
    // Tests start the programs by their files. All in one build: with fewer packages cargo would choose other
    // features of what they share, and build that twice.
    step(&mut project.cargo(format!("build {ALL} --all-targets")))?;
    step(&mut project.cargo(format!("test {ALL} --doc --quiet")))?;
    rust_tests(project, ALL, cfg!(target_os = "linux"))
}

fn some(project: &Project, parts: &[String]) -> Result<()> {
    let mut packages: Vec<&str> = Vec::new();
    for part in parts {
        match PARTS.iter().find(|(name, _)| name == part) {
            Some((_, of_part)) => packages.extend(*of_part),
            None if part == UI || part == WINDOW => {}
            None => bail!("{part}: no such part; there are {UI}, {WINDOW}, {}", names()),
        }
    }
    let has = |name: &str| parts.iter().any(|part| part == name);
    if has(UI) {
        let ui = Ui::prepare(project)?;
        ui.script("check")?;
        ui.script("test")?;
    }
    if !packages.is_empty() {
        system::provide(&[Purpose::Build, Purpose::Readers])?;
        let packages: Vec<String> = packages.iter().map(|name| format!("--package {name}")).collect();
        rust_tests(project, &packages.join(" "), false)?;
    }
    if has(WINDOW) {
        system::provide(&[Purpose::Build, Purpose::Window, Purpose::Display, Purpose::InputMethod])?;
        system::provide(&[Purpose::Readers])?;
        Ui::prepare(project)?.build()?;
        step(&mut project.cargo(format!("build {ALL} --bins")))?;
        rust_tests(project, "--package mulu-desktop --package mulu-e2e", true)?;
    }
    Ok(())
}

fn names() -> String {
    PARTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn rust_tests(project: &Project, packages: &str, needs_display: bool) -> Result<()> {
    let has_nextest = ask(&mut project.cargo("nextest --version")).is_some();
    let mut tests = project.cargo(if has_nextest {
        format!("nextest run {packages} --no-fail-fast")
    } else {
        format!("test {packages} --lib --bins --tests --no-fail-fast")
    });
    // What a failed test says is in its message; a backtrace through the runtime only buries it.
    tests.env("RUST_BACKTRACE", "0").env(SEED.0, SEED.1);
    if !needs_display {
        return step(&mut tests);
    }
    let display = VirtualDisplay::start()?;
    step(&mut display.wrap(&tests))
}
