//! `mulu`: catalogues without a window, for scripts and for collecting offices.
//!
//! Results go to standard output or into files, sentences to standard error. Exit status 0: done; 1: `check` or
//! `verify` has found something that does not hold; 2: the input could not be read or the call was wrong, and nothing
//! was written.

mod args;
mod checking;
mod library;
mod output;
mod proving;
mod reading;
mod words;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use mulu_app::{App, AppError, unwatched, wire::ExportFormat};
use mulu_model::Id;

use args::Command;
use library::{existing_library, list};
use output::{Failure, print};

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
