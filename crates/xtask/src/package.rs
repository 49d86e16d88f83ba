//! `./xtask package`: what is given to users.

use std::path::Path;

use anyhow::{Context, Result};
use mulu_programs::Purpose;

use crate::project::{Project, step};
use crate::system;
use crate::ui::Ui;

const TAURI_CLI: &str = "@tauri-apps/cli@2.12.5";

/// Builds the installer of this system and the command line program, and says where they are.
pub(crate) fn package(project: &Project) -> Result<()> {
    system::provide(&[Purpose::Build, Purpose::Window])?;
    let ui = Ui::prepare(project)?;
    ui.build()?;
    let kind = if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "dmg"
    } else {
        "deb"
    };
    step(ui.tool(TAURI_CLI, "tauri")?.args(["build", "--bundles", kind]))?;
    step(&mut project.cargo("build --release --package mulu-cli"))?;
    println!("Made:");
    println!("  {}", project.built("release", "mulu").display());
    for installer in files(&project.target.join("release/bundle").join(kind))? {
        println!("  {installer}");
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            found.push(entry.path().display().to_string());
        }
    }
    Ok(found)
}
