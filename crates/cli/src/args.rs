//! From the words of the call to a command, or to what is wrong with them.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Parser};
use mulu_app::wire::Paper;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Convert { input: PathBuf, output: PathBuf, reading: Reading, paper: Paper },
    Import { input: PathBuf, reading: Reading, library: Option<PathBuf> },
    List { library: Option<PathBuf>, json: bool },
    Verify { input: Option<PathBuf>, library: Option<PathBuf>, code: Option<String>, json: bool },
    Check { inputs: Vec<PathBuf>, json: bool },
    Rules { json: bool },
    Diff { old: PathBuf, new: PathBuf, out: Option<PathBuf>, json: bool },
    Export { id: String, output: PathBuf, library: Option<PathBuf>, paper: Paper },
}

/// How a file is to be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) template: Option<String>,
    /// The table, from 1.
    pub(crate) table: Option<u32>,
    pub(crate) report: Option<PathBuf>,
}

/// What is wrong with a call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CallError {
    NoCommand,
    UnknownCommand(String),
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    UnknownPaper(String),
    /// The number of a table is none, or 0.
    NotATable(String),
    /// Fewer arguments than the command needs; how it is called.
    MissingArgument(&'static str),
    UnexpectedArgument(String),
}

impl From<lexopt::Error> for CallError {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => Self::MissingValue(option.unwrap_or_default()),
            lexopt::Error::UnexpectedOption(option) => Self::UnknownOption(option),
            lexopt::Error::UnexpectedValue { option, .. } => Self::UnexpectedValue(option),
            lexopt::Error::UnexpectedArgument(argument) => Self::UnexpectedArgument(lossy(&argument)),
            // What is left concerns values that are parsed by the library, and none is.
            other => Self::UnexpectedArgument(other.to_string()),
        }
    }
}

/// All that stands in a call, whatever its order.
#[derive(Default)]
struct Given {
    arguments: Vec<OsString>,
    options: Vec<&'static str>,
    library: Option<PathBuf>,
    reading: Reading,
    paper: Option<Paper>,
    code: Option<String>,
    out: Option<PathBuf>,
}

const LIBRARY: &str = "--library";
const REPORT: &str = "--report";
const TEMPLATE: &str = "--template";
const TABLE: &str = "--table";
const PAPER: &str = "--paper";
const JSON: &str = "--json";
const CODE: &str = "--code";
const OUT: &str = "--out";

/// Reads a call.
pub(crate) fn parse(mut parser: Parser) -> Result<Command, CallError> {
    let mut given = Given::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Command::Version),
            Arg::Long("library") => {
                given.library = Some(value(&mut parser, LIBRARY, &mut given.options)?.into())
            }
            Arg::Long("report") => {
                given.reading.report = Some(value(&mut parser, REPORT, &mut given.options)?.into())
            }
            Arg::Long("paper") => {
                given.paper = Some(paper(&value(&mut parser, PAPER, &mut given.options)?)?);
            }
            Arg::Long("code") => given.code = Some(lossy(&value(&mut parser, CODE, &mut given.options)?)),
            Arg::Long("out") => given.out = Some(value(&mut parser, OUT, &mut given.options)?.into()),
            Arg::Long("json") => given.options.push(JSON),
            Arg::Long("template") => {
                given.reading.template = Some(lossy(&value(&mut parser, TEMPLATE, &mut given.options)?));
            }
            Arg::Long("table") => {
                given.reading.table = Some(table(&value(&mut parser, TABLE, &mut given.options)?)?);
            }
            Arg::Value(argument) => given.arguments.push(argument),
            other => return Err(other.unexpected().into()),
        }
    }
    command(given)
}

fn value(
    parser: &mut Parser,
    option: &'static str,
    options: &mut Vec<&'static str>,
) -> Result<OsString, CallError> {
    options.push(option);
    let value = parser.value()?;
    if value.is_empty() { Err(CallError::MissingValue(option.to_owned())) } else { Ok(value) }
}

fn paper(text: &OsString) -> Result<Paper, CallError> {
    match lossy(text).to_ascii_lowercase().as_str() {
        "a3" => Ok(Paper::A3),
        "a4" => Ok(Paper::A4),
        _ => Err(CallError::UnknownPaper(lossy(text))),
    }
}

fn table(text: &OsString) -> Result<u32, CallError> {
    let number = lossy(text).parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| CallError::NotATable(lossy(text)))
}

fn command(given: Given) -> Result<Command, CallError> {
    let mut arguments = given.arguments.into_iter();
    let name = arguments.next().ok_or(CallError::NoCommand)?;
    let paper = given.paper.unwrap_or(Paper::A3);
    let (library, reading, options) = (given.library, given.reading, given.options);
    let (code, out) = (given.code, given.out);
    let allow = |allowed: &[&str]| match options.iter().find(|option| !allowed.contains(option)) {
        Some(option) => Err(CallError::UnknownOption((*option).to_owned())),
        None => Ok(()),
    };
    let mut next = |usage| arguments.next().ok_or(CallError::MissingArgument(usage));
    let command = match lossy(&name).as_str() {
        "help" => return Ok(Command::Help),
        "convert" => {
            allow(&[REPORT, TEMPLATE, TABLE, PAPER])?;
            let usage = "mulu convert IN OUT";
            Command::Convert { input: next(usage)?.into(), output: next(usage)?.into(), reading, paper }
        }
        "import" => {
            allow(&[REPORT, TEMPLATE, TABLE, LIBRARY])?;
            Command::Import { input: next("mulu import IN")?.into(), reading, library }
        }
        "list" => {
            allow(&[LIBRARY, JSON])?;
            Command::List { library, json: options.contains(&JSON) }
        }
        "export" => {
            allow(&[LIBRARY, PAPER])?;
            let usage = "mulu export ID OUT";
            Command::Export { id: lossy(&next(usage)?), output: next(usage)?.into(), library, paper }
        }
        "verify" => {
            allow(&[LIBRARY, CODE, JSON])?;
            Command::Verify {
                input: arguments.next().map(PathBuf::from),
                library,
                code,
                json: options.contains(&JSON),
            }
        }
        "check" => {
            allow(&[JSON])?;
            let first = next("mulu check IN")?;
            let inputs = std::iter::once(first).chain(arguments).map(PathBuf::from).collect();
            return Ok(Command::Check { inputs, json: options.contains(&JSON) });
        }
        "rules" => {
            allow(&[JSON])?;
            Command::Rules { json: options.contains(&JSON) }
        }
        "diff" => {
            allow(&[OUT, JSON])?;
            let usage = "mulu diff OLD NEW";
            Command::Diff {
                old: next(usage)?.into(),
                new: next(usage)?.into(),
                out,
                json: options.contains(&JSON),
            }
        }
        unknown => return Err(CallError::UnknownCommand(unknown.to_owned())),
    };
    match arguments.next() {
        Some(more) => Err(CallError::UnexpectedArgument(lossy(&more))),
        None => Ok(command),
    }
}

fn lossy(text: &OsString) -> String {
    text.to_string_lossy().into_owned()
}
