//! The findings that the window shows and that stand in the way of 送审: a few of the rules, about cells, with
//! problems as values of their own, because records of sign-off name them.

use mulu_model::{Catalogue, ColumnKey, Date, Id};
use serde::Serialize;

use crate::{
    Context, Finding, Place, Rule, Severity,
    index::Index,
    rules::{channels, filled, names, ticks},
    run, sorted,
};

/// The rules.
const SIGN_OFF: &[Rule] = &[
    filled::EMPTY,
    ticks::NO_METHOD,
    ticks::BOTH_METHODS,
    channels::NONE,
    channels::NO_NOTE,
    names::REPEATED,
];

/// Something that is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFinding {
    /// The item.
    pub item: Id,
    /// Which of its rows, for cells that rows have of their own in an item of several rows.
    pub part: Option<usize>,
    /// The column at which it is shown.
    pub column: ColumnKey,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Problem {
    /// A cell that must be filled is empty.
    Empty,
    /// Neither 主动公开 nor 依申请公开 is ticked.
    NoMethod,
    /// Both 主动公开 and 依申请公开 are ticked.
    BothMethods,
    /// No channel is ticked.
    NoChannel,
    /// A channel that takes a note has none.
    NoNote {
        /// Its label.
        label: String,
    },
    /// Another item of the group has the same name.
    SameName {
        /// The other item's number over the whole catalogue, from 1.
        number: u32,
    },
}

impl Problem {
    /// Its name in records, as it is serialised.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoMethod => "no_method",
            Self::BothMethods => "both_methods",
            Self::NoChannel => "no_channel",
            Self::NoNote { .. } => "no_note",
            Self::SameName { .. } => "same_name",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::SameName { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn of(finding: &Finding) -> Option<Self> {
        let fact = |name| {
            let found = finding.facts.iter().find(|(fact, _)| *fact == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Some(match finding.rule.id {
            id if id == filled::EMPTY.id => Self::Empty,
            id if id == ticks::NO_METHOD.id => Self::NoMethod,
            id if id == ticks::BOTH_METHODS.id => Self::BothMethods,
            id if id == channels::NONE.id => Self::NoChannel,
            id if id == channels::NO_NOTE.id => Self::NoNote { label: fact("label") },
            id if id == names::REPEATED.id => Self::SameName { number: fact("number").parse().ok()? },
            _ => return None,
        })
    }
}

/// What stands in the way of 送审 or is to be thought of before it, top down and in each item in the order of the
/// columns. Takes time in proportion to the catalogue.
pub fn sign_off(catalogue: &Catalogue) -> Vec<CellFinding> {
    // None of these rules asks for the day.
    let context = Context::on(Date::MIN);
    let index = Index::new(catalogue, &context);
    let mut findings = Vec::new();
    for rule in SIGN_OFF {
        run(rule, &index, |_| true, &mut findings);
    }
    let cell = |finding: Finding| {
        let problem = Problem::of(&finding)?;
        let Place::Cell { item, part, column } = finding.place else { return None };
        Some(CellFinding { item, part, column, problem })
    };
    sorted(catalogue, findings).into_iter().filter_map(cell).collect()
}
