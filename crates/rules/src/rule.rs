//! What a rule is.

use serde::Serialize;

use crate::{
    index::{Index, Row, TextCell},
    report::Report,
};

/// A check: one thing that can be wrong with a catalogue, and the function that finds it.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports and records, in kebab-case.
    pub id: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What it stands on.
    pub source: Source,
    /// What it looks at.
    pub(crate) look: Look,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: must not be signed as it is.
    Error,
    /// 提醒: likely wrong, to be looked at.
    Warning,
    /// 提示: a matter of style, or something to think of.
    Info,
}

/// What a rule stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A law, a document or a norm, as officials cite it.
    Cited(&'static str),
    /// No published source asks for it; good catalogues have it so.
    House,
}

/// What has to be looked at again when something was edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The item or the heading alone.
    Item,
    /// The whole catalogue.
    Catalogue,
}

/// The function of a rule, by what it looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Look {
    /// Each text of the catalogue, by itself.
    Text(fn(&TextCell<'_>, &mut Report<'_>)),
    /// Each item, by itself.
    Item(fn(&Row<'_>, &mut Report<'_>)),
    /// The whole.
    Catalogue(fn(&Index<'_>, &mut Report<'_>)),
}

impl Rule {
    /// How much an edit can change of what the rule finds.
    pub fn scope(&self) -> Scope {
        match self.look {
            Look::Text(_) | Look::Item(_) => Scope::Item,
            Look::Catalogue(_) => Scope::Catalogue,
        }
    }
}
