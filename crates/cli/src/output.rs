//! What a call gives back: results on standard output, or why there are none.

use std::io::{self, Write};

use mulu_app::AppError;

use crate::args::CallError;

/// Why a call failed.
pub(crate) enum Failure {
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

/// Writes a result for scripts.
pub(crate) fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|_| Failure::Output)?;
    print(&format!("{text}\n"))
}

/// Writes a result. A reader who has seen enough may close the pipe; that is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output),
        _ => Ok(()),
    }
}
