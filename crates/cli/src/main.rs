//! `mulu`: catalogues without a window, for scripts and for collecting offices.
//!
//! Results go to standard output or into files, sentences to standard error. Exit status 0: done; 1: `check` or
//! `verify` has found something that does not hold; 2: the input could not be read or the call was wrong, and nothing
//! was written.

mod args;
mod checking;
mod proving;
mod reading;
mod words;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use mulu_app::{App, AppError, library_path, unwatched, wire::ExportFormat};
use mulu_model::Id;

use args::{CallError, Command};

/// Why a call failed.
enum Failure {
    /// The arguments are wrong.
    Call(CallError),
    /// The program could not do what was asked.
    App(AppError),
    /// `verify` has found and printed something that does not hold.
    Found,
    /// The result could not be written to standard output.
    Output,
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

fn main() -> ExitCode {
    let Err(failure) = args::parse(lexopt::Parser::from_env()).map_err(Failure::from).and_then(run) else {
        return ExitCode::SUCCESS;
    };
    let sentence = match failure {
        Failure::Call(error) => words::call(&error),
        Failure::App(error) => words::app(&error),
        Failure::Found => return ExitCode::from(1),
        Failure::Output => words::OUTPUT.to_owned(),
    };
    // Nobody can read the sentence where standard error is closed.
    let _ = writeln!(io::stderr(), "{sentence}");
    ExitCode::from(2)
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => print(words::HELP),
        Command::Version => print(concat!("mulu ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Convert { input, output, reading, paper } => {
            Ok(reading::convert(&input, &output, &reading, paper)?)
        }
        Command::Import { input, reading, library } => {
            let id = reading::import(&input, &reading, library)?;
            print(&format!("{id}\n"))
        }
        Command::Verify { input, library, code, json } => proving::verify(input, library, code, json),
        Command::Check { inputs, json } => checking::check(&inputs, json),
        Command::Rules { json } => checking::rules(json),
        Command::Diff { old, new, out, json } => proving::diff(&old, &new, out.as_deref(), json),
        Command::List { library, json } => list(&existing_library(library)?, json),
        Command::Export { id, output, library, paper } => {
            let unknown = || AppError::UnknownFileKind { path: output.display().to_string() };
            let format = ExportFormat::of(&output).ok_or_else(unknown)?;
            let id = Id::new(&id).map_err(|_| AppError::NoCatalogue { id })?;
            let app = App::open_library(&existing_library(library)?)?;
            app.export(&id, format, paper, &output, &mut unwatched)?;
            Ok(())
        }
    }
}

/// The path of a library that must exist. A missing one is most likely a slip in the path, so it is not created.
fn existing_library(library: Option<PathBuf>) -> Result<PathBuf, AppError> {
    let path = library_path(library)?;
    if path.exists() { Ok(path) } else { Err(AppError::FileNotFound { path: path.display().to_string() }) }
}

fn list(library: &Path, json: bool) -> Result<(), Failure> {
    let catalogues = App::open_library(library)?.library_view()?.catalogues;
    if json {
        return print_json(&catalogues);
    }
    let line = |summary: &mulu_app::wire::CatalogueSummary| {
        let title = words::shown(&summary.title);
        format!("{}\t{title}\t{}\t{}\n", summary.id, summary.items, summary.changed_at)
    };
    print(&catalogues.iter().map(line).collect::<String>())
}

/// Writes a result for scripts.
fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|_| Failure::Output)?;
    print(&format!("{text}\n"))
}

/// Writes a result. A reader who has seen enough may close the pipe; that is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output),
        _ => Ok(()),
    }
}
