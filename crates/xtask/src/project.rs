//! Where the project's files are, and how its commands are started: in its root, each named before it runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use mulu_programs::Program;

/// All packages; those that drive the window only where that has been tried.
pub(crate) const ALL: &str =
    if cfg!(target_os = "linux") { "--workspace" } else { "--workspace --exclude mulu-e2e" };

/// The folders of the project.
pub(crate) struct Project {
    /// The folder of the workspace.
    pub(crate) root: PathBuf,
    /// Where cargo puts what it builds.
    pub(crate) target: PathBuf,
}

impl Project {
    /// The project this program was started for by `./xtask`.
    pub(crate) fn find() -> Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").context("start it as ./xtask")?;
        let root = Path::new(&package).ancestors().nth(2).context("the package lies in crates/xtask")?;
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => std::path::absolute(folder)?,
            None => root.join("target"),
        };
        Ok(Self { root: root.to_owned(), target })
    }

    /// A program of others, to be started in the root.
    pub(crate) fn program(&self, program: Program) -> Command {
        let mut command = program.command();
        command.current_dir(&self.root);
        command
    }

    /// A program that the project has built or installed, to be started in the root.
    pub(crate) fn own(&self, file: impl AsRef<Path>) -> Command {
        let mut command = mulu_programs::own(file);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, with arguments separated by single spaces.
    pub(crate) fn cargo(&self, arguments: impl AsRef<str>) -> Command {
        let mut command = self.program(Program::Cargo);
        command.args(arguments.as_ref().split(' '));
        // What `cargo run` has set for this program is not meant for the next cargo.
        for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"] {
            command.env_remove(name);
        }
        command
    }

    /// A program that cargo has built, by profile folder (`debug`, `release`) and name.
    pub(crate) fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// Says what is started, runs it, and is an error when it fails.
pub(crate) fn step(command: &mut Command) -> Result<()> {
    let line = spelled(command);
    println!("» {line}");
    let status = command.status().with_context(|| format!("{line}: could not be started"))?;
    if !status.success() {
        bail!("{line}: {status}");
    }
    Ok(())
}

/// The output of a command that only asks something; `None` when it fails or is not there.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it.
pub(crate) fn spelled(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
