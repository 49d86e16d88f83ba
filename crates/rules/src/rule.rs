//! What a rule is, and what it finds.

use mulu_model::{Channel, ColumnKey, Edit, Value};
use serde::Serialize;

use crate::{
    index::{Index, Row, TextCell},
    place::Place,
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

/// Something that is wrong with a catalogue.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Where it is.
    pub place: Place,
    /// What the sentence about it needs: words of the catalogue and of the law library, by name.
    pub facts: Vec<(&'static str, String)>,
    /// What would put it right, where that is beyond doubt.
    pub fix: Option<Edit>,
}

/// Where the findings of one rule go.
pub(crate) struct Report<'f> {
    pub(crate) rule: &'static Rule,
    pub(crate) findings: &'f mut Vec<Finding>,
}

impl Report<'_> {
    /// Reports something that is wrong at a place.
    pub(crate) fn at(&mut self, place: Place) -> &mut Finding {
        self.findings.push(Finding { rule: self.rule, place, facts: Vec::new(), fix: None });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Reports something that is wrong with one of an item's cells.
    pub(crate) fn cell(&mut self, row: &Row<'_>, column: ColumnKey) -> &mut Finding {
        self.part(row, None, column)
    }

    /// The same, in one of the item's rows.
    pub(crate) fn part(&mut self, row: &Row<'_>, part: Option<usize>, column: ColumnKey) -> &mut Finding {
        self.at(Place::Cell { item: row.item.id.clone(), part, column })
    }

    /// Reports something that is wrong with a text.
    pub(crate) fn text(&mut self, cell: &TextCell<'_>) -> &mut Finding {
        self.at(cell.place())
    }
}

impl Finding {
    /// Adds a word for the sentence.
    pub(crate) fn fact(&mut self, name: &'static str, value: impl Into<String>) -> &mut Self {
        self.facts.push((name, value.into()));
        self
    }

    /// Puts it right by another text in its place.
    pub(crate) fn fix_text(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        self.fix = match &self.place {
            Place::Catalogue => None,
            Place::Heading(field) => Some(Edit::SetHeading { field: *field, value: text }),
            Place::Group(group) => Some(Edit::RenameGroup { group: group.clone(), name: text }),
            Place::Cell { .. } => self.set_cell(Value::Text { text }),
        };
        self
    }

    /// Puts it right by other channels in its cell.
    pub(crate) fn fix_channels(&mut self, channels: Vec<Channel>) -> &mut Self {
        self.fix = self.set_cell(Value::Channels { channels });
        self
    }

    fn set_cell(&self, value: Value) -> Option<Edit> {
        let Place::Cell { item, part, column } = &self.place else { return None };
        Some(Edit::SetCell { item: item.clone(), part: *part, column: column.clone(), value })
    }
}
