//! `verify` and `diff`.

use std::path::{Path, PathBuf};

use mulu_app::{
    App, HANDOFF_EXTENSION, Proved, System, check_code_in_handoff, compare_files, prove_handoff,
    wire::ProofProblem,
};

use crate::{
    library::existing_library,
    output::{Failure, print, print_json},
    words,
};

/// Proves a hand-off file or a library, or finds what a printed code belongs to in it.
pub(crate) fn verify(
    input: Option<PathBuf>,
    library: Option<PathBuf>,
    code: Option<String>,
    json: bool,
) -> Result<(), Failure> {
    let is_handoff = input
        .as_ref()
        .and_then(|path| path.extension())
        .is_some_and(|it| it.eq_ignore_ascii_case(HANDOFF_EXTENSION));
    let answer = match (input.or(library), code) {
        (Some(path), None) if is_handoff => return report(&[], &[prove_handoff(&path, &System)?], json),
        (Some(path), Some(code)) if is_handoff => check_code_in_handoff(&path, &code, &System)?,
        (library, code) => {
            let app = App::open_library(&existing_library(library)?)?;
            let Some(code) = code else { return report(&app.prove_library()?, &app.prove_all()?, json) };
            app.check_code(&code)?
        }
    };
    if json {
        print_json(&answer)?;
    } else {
        print(&words::code(&answer, is_handoff))?;
    }
    if answer.version.is_some_and(|version| version.is_proved) { Ok(()) } else { Err(Failure::Found) }
}

/// Prints what does not hold. Faults of the library are printed apart, because it may have no catalogue left to bear
/// them.
fn report(library: &[ProofProblem], proved: &[Proved], json: bool) -> Result<(), Failure> {
    if json {
        print_json(&proved)?;
    } else {
        print(&words::library_proved(library))?;
        print(&proved.iter().map(words::proved).collect::<String>())?;
    }
    if library.is_empty() && proved.iter().all(Proved::holds) { Ok(()) } else { Err(Failure::Found) }
}

/// Says what differs between two files.
pub(crate) fn diff(old: &Path, new: &Path, out: Option<&Path>, json: bool) -> Result<(), Failure> {
    let review = compare_files(old, new, out, &System)?;
    if json { print_json(&review) } else { print(&words::review(&review)) }
}
