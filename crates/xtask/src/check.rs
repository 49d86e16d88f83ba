//! `cargo xtask check`: what a machine can find without running the program.

use anyhow::Result;

use crate::project::{ALL, Project, step};
use crate::system;
use crate::ui::Ui;

/// Format, types of the screens, lints.
pub(crate) fn check(project: &Project) -> Result<()> {
    step(&mut project.cargo("fmt --all --check"))?;
    system::provide(&[system::COMPILER, system::WINDOW])?;
    let ui = Ui::prepare(project)?;
    ui.script("check")?;
    // The window's build takes the built screens in, also for the lints.
    ui.build()?;
    lint(project)
}

/// The lints of all packages, none of them tolerated.
pub(crate) fn lint(project: &Project) -> Result<()> {
    step(&mut project.cargo(format!("clippy {ALL} --all-targets -- -D warnings")))
}
