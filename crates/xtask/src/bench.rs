//! `./xtask bench`: the same catalogues through our release build and through other programs, one process
//! after the other, and the costs side by side. See `bench/README.md`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use mulu_programs::{Program, Purpose};

use crate::measure::{Cost, median, middle};
use crate::project::{Project, ask, step};
use crate::report::{self, Job, Line};
use crate::system;

/// What is asked for on the command line.
struct Options {
    sizes: Vec<usize>,
    catalogues: Vec<PathBuf>,
    runs: usize,
}

/// One catalogue to be measured, with its bare table for the peers.
struct Case {
    name: String,
    catalogue: PathBuf,
    rows: PathBuf,
}

/// The folder of results and the programs in it.
struct Bench<'a> {
    project: &'a Project,
    folder: PathBuf,
    python: PathBuf,
    runs: usize,
}

/// Measures everything and writes the report.
pub(crate) fn bench(project: &Project, arguments: &[String]) -> Result<()> {
    let options = Options::read(arguments)?;
    system::provide(&[Purpose::Build, Purpose::Peers])?;
    step(&mut project.cargo("build --release --package mulu-cli --package mulu-bench"))?;
    let bench = Bench::prepare(project, options.runs)?;
    let mut lines = Vec::new();
    for case in bench.cases(&options)? {
        println!("{}:", case.name);
        bench.measure(&case, &mut lines)?;
    }
    let text = report::text(&bench.machine(), &lines);
    let file = bench.folder.join("report.md");
    fs::write(&file, &text).with_context(|| file.display().to_string())?;
    println!("\n{text}\nThe report is in {}", file.display());
    Ok(())
}

impl Options {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut options = Self { sizes: Vec::new(), catalogues: Vec::new(), runs: 3 };
        let mut is_quick = false;
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().with_context(|| format!("{argument} wants a value"));
            match argument.as_str() {
                "--quick" => is_quick = true,
                "--catalogue" => options.catalogues.push(PathBuf::from(value()?)),
                "--sizes" => options.sizes.extend(sizes(value()?)?),
                _ => bail!("{argument}: no such option"),
            }
        }
        if is_quick {
            options.runs = 1;
        }
        if options.sizes.is_empty() && options.catalogues.is_empty() {
            options.sizes = if is_quick { vec![42, 1000] } else { vec![42, 1000, 10_000] };
        }
        Ok(options)
    }
}

impl<'a> Bench<'a> {
    /// The folder, with a Python that has the peers' packages.
    fn prepare(project: &'a Project, runs: usize) -> Result<Self> {
        let folder = project.target.join("bench");
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let environment = folder.join("venv");
        let python = environment.join("bin/python");
        if !python.exists() {
            step(project.program(Program::Python).args(["-m", "venv"]).arg(&environment))?;
        }
        let wanted = project.root.join("bench/peers/requirements.txt");
        step(project.own(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(wanted))?;
        Ok(Self { project, folder, python, runs })
    }

    /// The catalogues that are asked for, each with its bare table.
    fn cases(&self, options: &Options) -> Result<Vec<Case>> {
        let mut catalogues = Vec::new();
        for size in &options.sizes {
            let file = self.folder.join(format!("{size}.json"));
            step(self.script("generate.py").arg(size.to_string()).arg(&file))?;
            catalogues.push((format!("{size} items"), file));
        }
        for file in &options.catalogues {
            let name = file.file_stem().with_context(|| format!("{}: no file", file.display()))?;
            catalogues.push((name.to_string_lossy().into_owned(), std::path::absolute(file)?));
        }
        let mut cases = Vec::new();
        for (number, (name, catalogue)) in catalogues.into_iter().enumerate() {
            let rows = self.folder.join(format!("{number}.rows.json"));
            step(self.script("peers/rows.py").arg(&catalogue).arg(&rows))?;
            cases.push(Case { name, catalogue, rows });
        }
        Ok(cases)
    }

    fn measure(&self, case: &Case, lines: &mut Vec<Line>) -> Result<()> {
        self.documents(case, lines)?;
        self.library(case, lines)
    }

    /// PDF, XLSX and HTML made, and XLSX read, by us and by the peers.
    fn documents(&self, case: &Case, lines: &mut Vec<Line>) -> Result<()> {
        let fonts = self.project.root.join("assets/fonts");
        let ours = |out: &Path| {
            let mut command = self.project.own(self.project.built("release", "mulu"));
            command.arg("convert").arg(&case.catalogue).arg(out);
            command
        };
        let peer = |script: &str, out: &Path| {
            let mut command = self.script(script);
            command.arg(&case.rows).arg(out);
            command
        };
        let mut made =
            |job: Job, program: &str, file: &str, command: &dyn Fn(&Path) -> Command| -> Result<PathBuf> {
                let out = self.folder.join(file);
                let cost = median(self.runs, || {
                    remove(&out)?;
                    Ok(command(&out))
                })?;
                let size = fs::metadata(&out).with_context(|| out.display().to_string())?.len();
                let pages = if job == Job::Pdf { pages(&out) } else { None };
                note(
                    lines,
                    Line { job, case: case.name.clone(), program: program.to_owned(), cost, size, pages },
                );
                Ok(out)
            };
        made(Job::Xlsx, report::OURS, "mulu.xlsx", &ours)?;
        let sheet = made(Job::Xlsx, "XlsxWriter", "peer.xlsx", &|out| peer("peers/xlsxwriter_peer.py", out))?;
        made(Job::Xlsx, "openpyxl", "openpyxl.xlsx", &|out| peer("peers/openpyxl_peer.py", out))?;
        made(Job::Pdf, report::OURS, "mulu.pdf", &ours)?;
        made(Job::Pdf, "Typst", "typst.pdf", &|out| {
            let mut command = peer("peers/typst_peer.py", out);
            command.arg(&fonts);
            command
        })?;
        made(Job::Pdf, "LibreOffice", "peer.pdf", &|_| self.libreoffice(&sheet))?;
        made(Job::Html, report::OURS, "mulu.html", &ours)?;
        made(Job::Read, report::OURS, "read.json", &|out| {
            let mut command = self.project.own(self.project.built("release", "mulu"));
            command.arg("convert").arg(&sheet).arg(out).stderr(Stdio::null());
            command
        })?;
        made(Job::Read, "openpyxl", "cells.json", &|out| {
            let mut command = self.script("peers/openpyxl_read.py");
            command.arg(&sheet).arg(out);
            command
        })?;
        Ok(())
    }

    /// Taking a catalogue into a library, opening it there, one edit, and what its sign-off costs.
    fn library(&self, case: &Case, lines: &mut Vec<Line>) -> Result<()> {
        let library = self.folder.join("library.db");
        let empty = || {
            ["", "-wal", "-shm"]
                .iter()
                .try_for_each(|end| remove(&library.with_extension(format!("db{end}"))))
        };
        let import = median(self.runs, || {
            empty()?;
            let mut command = self.project.own(self.project.built("release", "mulu"));
            command.arg("import").arg(&case.catalogue).arg("--library").arg(&library);
            Ok(command)
        })?;
        let size = fs::metadata(&library).with_context(|| library.display().to_string())?.len();
        let line = |job, cost| Line {
            job,
            case: case.name.clone(),
            program: report::OURS.to_owned(),
            cost,
            size,
            pages: None,
        };
        note(lines, line(Job::Import, import));
        note(lines, line(Job::Open, self.inside("open", &library)?));
        note(lines, line(Job::Edit, self.inside("edit", &library)?));

        let (before, after) = (self.folder.join("before.json"), self.folder.join("after.json"));
        step(self.bench("sign", &library).arg(&before).arg(&after).stdout(Stdio::null()))?;
        let mulu = |arguments: &[&Path]| {
            let mut command = self.project.own(self.project.built("release", "mulu"));
            command.args(arguments).stdout(Stdio::null());
            command
        };
        let verify = median(self.runs, || Ok(mulu(&[Path::new("verify"), &library])))?;
        note(lines, line(Job::Verify, verify));
        let diff = median(self.runs, || Ok(mulu(&[Path::new("diff"), &before, &after])))?;
        note(lines, line(Job::Diff, diff));
        note(lines, line(Job::Review, self.inside("review", &library)?));
        Ok(())
    }

    /// The costs of something that tells its time from inside.
    fn inside(&self, action: &str, library: &Path) -> Result<Cost> {
        let cost = median(self.runs, || Ok(self.bench(action, library)))?;
        let mut inside = Vec::new();
        for _ in 0..self.runs {
            let told = ask(&mut self.bench(action, library))
                .with_context(|| format!("mulu-bench {action} failed"))?;
            inside.push(Duration::from_micros(told.parse().context("mulu-bench tells no time")?));
        }
        Ok(Cost { wall: middle(inside).unwrap_or(cost.wall), ..cost })
    }

    fn bench(&self, action: &str, library: &Path) -> Command {
        let mut command = self.project.own(self.project.built("release", "mulu-bench"));
        command.arg(action).arg(library);
        command
    }

    fn script(&self, name: &str) -> Command {
        let mut command = self.project.own(&self.python);
        command.arg(self.project.root.join("bench").join(name)).env("PYTHONDONTWRITEBYTECODE", "1");
        command
    }

    /// LibreOffice with settings of its own, so that it neither finds nor disturbs those of the user.
    fn libreoffice(&self, sheet: &Path) -> Command {
        let mut command = self.project.program(Program::LibreOffice);
        let settings = self.folder.join("libreoffice");
        command.arg(format!("-env:UserInstallation=file://{}", settings.display()));
        command
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(&self.folder)
            .arg(sheet)
            .stderr(Stdio::null());
        command
    }

    /// The machine and the peers' versions, for the head of the report.
    fn machine(&self) -> Vec<String> {
        let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let model = model.map_or("unknown processor", |(_, name)| name.trim());
        let mut facts = vec![format!("{model}, {processors} processors in use")];
        facts.extend(ask(Program::LibreOffice.command().arg("--version")));
        facts.extend(
            ask(mulu_programs::own(&self.python).args(["-m", "pip", "freeze"]))
                .map(|all| all.replace('\n', ", ")),
        );
        facts
    }
}

/// Numbers of items, as they are written on the command line.
pub(crate) fn sizes(list: &str) -> Result<Vec<usize>> {
    let size = |text: &str| text.parse().with_context(|| format!("{text} is no number of items"));
    list.split(',').map(size).collect()
}

/// Keeps a result, and shows that something goes on.
fn note(lines: &mut Vec<Line>, line: Line) {
    println!("  {} {}", line.job.name(), report::row(&line));
    lines.push(line);
}

/// Sees that there is no such file.
pub(crate) fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| file.display().to_string())
        }
        _ => Ok(()),
    }
}

fn pages(file: &Path) -> Option<u32> {
    let facts = ask(Program::Pdfinfo.command().arg(file))?;
    facts.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
}
