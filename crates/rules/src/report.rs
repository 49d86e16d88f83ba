//! What the rules find.

use mulu_model::{Channel, ColumnKey, Edit, HeadingField, Id, Value};

use crate::{
    index::{Row, TextCell},
    rule::Rule,
};

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

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The catalogue as a whole.
    Catalogue,
    /// A field above the table.
    Heading(HeadingField),
    /// The name of a group.
    Group(Id),
    /// A cell of an item.
    Cell {
        /// The item.
        item: Id,
        /// Which of its rows, for cells that rows have of their own in an item of several rows.
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
    },
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
