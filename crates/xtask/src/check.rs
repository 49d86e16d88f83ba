//! `./xtask check`: what a machine can find without running the program.

use anyhow::Result;
use mulu_programs::Purpose;

use crate::audit;
use crate::project::{ALL, Project, step};
use crate::system;
use crate::ui::Ui;

/// Formats, types and lints of the screens and of the Rust code, its documentation, and the dependencies.
pub(crate) fn check(project: &Project) -> Result<()> {
    step(&mut project.cargo("fmt --all --check"))?;
    system::provide(&[Purpose::Build, Purpose::Window])?;
    let ui = Ui::prepare(project)?;
    ui.script("check")?;
    // The window's build takes the built screens in, also for the lints.
    ui.build()?;
    lint(project)?;
    document(project)?;
    audit::audit(project)
}

/// The documentation of all packages, with every link in it.
pub(crate) fn document(project: &Project) -> Result<()> {
    let mut document = project.cargo(format!("doc {ALL} --no-deps --document-private-items"));
    step(document.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The lints of all packages, none of them tolerated.
pub(crate) fn lint(project: &Project) -> Result<()> {
    step(&mut project.cargo(format!("clippy {ALL} --all-targets -- -D warnings")))
}
