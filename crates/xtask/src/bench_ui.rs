//! `./xtask bench ui`: what the window costs in use, with few and with many items. The program measures itself
//! in `tests/e2e/src/bin/bench_ui`; here is made what it needs. See `bench/README.md`.

use std::fs;

use anyhow::{Context, Result, bail};
use mulu_programs::{Program, Purpose};

use crate::bench::sizes;
use crate::display::VirtualDisplay;
use crate::project::{Project, step};
use crate::system;
use crate::ui::Ui;

/// The cargo profile: as fast as the program that ships, and built sooner.
const PROFILE: &str = "bench-ui";

/// Measures and shows the report.
pub(crate) fn bench_ui(project: &Project, arguments: &[String]) -> Result<()> {
    let sizes = match arguments {
        [] => vec![42, 1000, 5000],
        [option, list] if option == "--sizes" => sizes(list)?,
        _ => bail!("bench ui [--sizes 42,1000,5000]"),
    };
    system::provide(&[Purpose::Build, Purpose::Window, Purpose::Display])?;
    Ui::prepare(project)?.build()?;
    let packages = "--package mulu-desktop --package mulu-cli --package mulu-e2e";
    step(&mut project.cargo(format!("build --profile {PROFILE} {packages} --bins")))?;
    let folder = project.target.join("bench");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let report = folder.join("ui.md");
    let mut measure = project.own(project.built(PROFILE, "bench-ui"));
    measure.arg(&report);
    for size in sizes {
        let catalogue = folder.join(format!("{size}.json"));
        let mut generate = project.program(Program::Python);
        generate.arg("bench/generate.py").arg(size.to_string()).arg(&catalogue);
        step(&mut generate)?;
        let library = folder.join(format!("ui-{size}.db"));
        for end in ["", "-wal", "-shm"] {
            crate::bench::remove(&library.with_extension(format!("db{end}")))?;
        }
        let mut import = project.own(project.built(PROFILE, "mulu"));
        step(import.arg("import").arg(&catalogue).arg("--library").arg(&library))?;
        let workbook = folder.join(format!("ui-{size}.xlsx"));
        let mut convert = project.own(project.built(PROFILE, "mulu"));
        step(convert.arg("convert").arg(&catalogue).arg(&workbook))?;
        measure.arg(size.to_string()).arg(&library).arg(&workbook);
    }
    step(&mut VirtualDisplay::start()?.wrap(&measure))?;
    println!("\n{}\nThe report is in {}", fs::read_to_string(&report)?, report.display());
    Ok(())
}
