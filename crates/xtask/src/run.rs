//! `./xtask run`: from a fresh checkout to the window.

use anyhow::{Context, Result};
use mulu_programs::Purpose;

use crate::display::VirtualDisplay;
use crate::project::{ALL, Project, step};
use crate::system;
use crate::ui::Ui;

/// Builds the window and starts it; without a display, does the main job in it and says where the results are.
pub(crate) fn run(project: &Project) -> Result<()> {
    system::provide(&[Purpose::Build, Purpose::Window])?;
    Ui::prepare(project)?.build()?;
    // All programs in one build, as for the tests, so that what they share is built once.
    step(&mut project.cargo(format!("build {ALL} --bins")))?;
    if has_display() {
        step(&mut project.own(project.built("debug", "mulu-desktop")))
    } else {
        main_job(project)
    }
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn main_job(project: &Project) -> Result<()> {
    println!("This machine has no display: the main job is done in a window on a virtual one.");
    system::provide(&[Purpose::Display])?;
    let results = project.target.join("main-job");
    std::fs::create_dir_all(&results).with_context(|| results.display().to_string())?;
    let mut job = project.own(project.built("debug", "main-job"));
    job.arg(&results);
    let display = VirtualDisplay::start()?;
    step(&mut display.wrap(&job))?;
    println!("The results are in {}:", results.display());
    let mut files: Vec<_> = std::fs::read_dir(&results)?.collect::<std::io::Result<_>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        println!("  {}", file.path().display());
    }
    Ok(())
}
