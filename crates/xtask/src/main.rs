//! `./xtask`: the one menu of commands for those who work on the program, the same at home and in
//! continuous integration. It starts other programs and knows nothing of catalogues: it depends on no
//! crate of the product, so that it is built in seconds.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its two streams")]

mod audit;
mod bench;
mod bench_ui;
mod check;
mod display;
mod measure;
mod package;
mod project;
mod report;
mod run;
mod system;
mod test;
mod ui;

use std::process::ExitCode;

use project::Project;

const HELP: &str = "\
./xtask run           build everything and start the window; without a display: do the main job in it
./xtask test          all checks and all tests
./xtask test PART…    the tests of some parts: model rules import form signoff store app cli files ui window
./xtask check         formats, lints, types, documentation, dependencies
./xtask bench         time, memory and file sizes beside other programs, into target/bench/report.md
                      [--sizes 42,1000,10000] [--catalogue FILE]… [--quick]
./xtask bench ui      what the window costs in use, into target/bench/ui.md
                      [--sizes 42,1000,5000]
./xtask package       the installer for this system, and the command line program

On Debian and Ubuntu each command first installs the packages it lacks (apt-get, as root or by sudo).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match dispatch(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {command}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> anyhow::Result<()> {
    if !["bench", "test"].contains(&command) && !rest.is_empty() {
        anyhow::bail!("takes no arguments\n\n{HELP}");
    }
    match command {
        "run" => run::run(&Project::find()?),
        "test" => test::test(&Project::find()?, rest),
        "check" => check::check(&Project::find()?),
        "bench" if rest.first().is_some_and(|what| what == "ui") => {
            bench_ui::bench_ui(&Project::find()?, &rest[1..])
        }
        "bench" => bench::bench(&Project::find()?, rest),
        "package" => package::package(&Project::find()?),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        _ => anyhow::bail!("no such command\n\n{HELP}"),
    }
}
