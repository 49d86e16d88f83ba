//! The template of a catalogue: which columns its table has, what their headers say, which channels can be
//! ticked, what is numbered and what is merged. Writers and screens ask the template and know no column by name.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use crate::{
    channel::Channel,
    column::{CellOwner, ColumnKey},
    limits,
};

/// 目录样式: the shape of a catalogue's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Template {
    /// The name by which the template is known; not shown to users.
    pub id: String,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The boxes of 公开渠道和载体 in printed order; empty where channels are free lines of text.
    pub channel_options: Vec<String>,
    /// The options that take a note, such as 精准推送 and 其他.
    pub channel_options_with_note: Vec<String>,
    /// The labels of 公开层级, in printed order.
    pub levels: Vec<String>,
    /// What 序号 and the items' numbers look like.
    pub numbering: Numbering,
    /// The columns in which equal neighbours inside a group print as one merged cell.
    pub merge_equal: Vec<ColumnKey>,
    /// Whether 责任单位 填表人 复核人 审签人 填表时间 are printed above the table.
    pub sign_off_line: bool,
    /// Whether the counts of groups and items are printed above the table.
    pub statistics_line: bool,
}

/// One column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Column {
    /// What the column shows.
    pub key: ColumnKey,
    /// The header cells above it, top down. Neighbours with an equal beginning share those cells.
    pub header: Vec<String>,
}

/// How groups and items are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Numbering {
    /// Numbers of groups.
    pub group: GroupNumbering,
    /// Numbers of items.
    pub item: ItemNumbering,
}

/// How 序号 counts groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum GroupNumbering {
    /// 一, 二, 三
    Chinese,
    /// 1, 2, 3
    Arabic,
    /// Groups have no number; 序号 counts items.
    None,
}

/// How items are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ItemNumbering {
    /// 1, 2, 3 over the whole catalogue.
    Running,
    /// Items have no number.
    None,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It has no columns, or more than [`limits::COLUMNS`].
    #[error("a template has 1 to {max} columns, not {found}", max = limits::COLUMNS)]
    ColumnCount {
        /// How many it has.
        found: usize,
    },
    /// Two columns show the same field.
    #[error("two columns have the key {0}")]
    DuplicateColumn(ColumnKey),
    /// A column has no header cell, more than [`limits::HEADER_DEPTH`], or an empty one at its foot.
    #[error("column {0} has no usable header")]
    Header(ColumnKey),
    /// There is no column for the items' names, so rows could not be told apart.
    #[error("no column shows the items' names")]
    NoItemColumn,
    /// A channel option is empty, too long or there twice, or there are more than [`limits::CHANNELS`].
    #[error("channel option {0:?} cannot be used")]
    ChannelOption(String),
    /// An option is said to take a note but is no option.
    #[error("{0:?} takes a note but is no channel option")]
    NoteWithoutOption(String),
}

impl Template {
    /// Checks that the template describes a table; see [`TemplateError`] for what can be wrong.
    pub fn validate(&self) -> Result<(), TemplateError> {
        if self.columns.is_empty() || self.columns.len() > limits::COLUMNS {
            return Err(TemplateError::ColumnCount { found: self.columns.len() });
        }
        let mut seen = HashSet::new();
        for column in &self.columns {
            if !seen.insert(&column.key) {
                return Err(TemplateError::DuplicateColumn(column.key.clone()));
            }
            let words_ok = column.header.iter().all(|word| !word.trim().is_empty() && text_fits(word));
            if column.header.is_empty() || column.header.len() > limits::HEADER_DEPTH || !words_ok {
                return Err(TemplateError::Header(column.key.clone()));
            }
        }
        if !seen.contains(&ColumnKey::Item) {
            return Err(TemplateError::NoItemColumn);
        }
        self.validate_channels()
    }

    fn validate_channels(&self) -> Result<(), TemplateError> {
        let mut seen = HashSet::new();
        for (index, option) in self.channel_options.iter().enumerate() {
            let usable = !option.trim().is_empty() && text_fits(option) && index < limits::CHANNELS;
            if !usable || !seen.insert(option) {
                return Err(TemplateError::ChannelOption(option.clone()));
            }
        }
        match self.channel_options_with_note.iter().find(|option| !seen.contains(option)) {
            Some(option) => Err(TemplateError::NoteWithoutOption(option.clone())),
            None => Ok(()),
        }
    }

    /// Whether the template has a column with this key.
    pub fn has(&self, key: &ColumnKey) -> bool {
        self.columns.iter().any(|column| column.key == *key)
    }

    /// Whether cells of this column are shared by all rows of a group.
    pub fn is_group_column(&self, key: &ColumnKey) -> bool {
        match key {
            ColumnKey::Number => self.numbering.group != GroupNumbering::None,
            key => key.facts().owner == CellOwner::Group,
        }
    }

    /// Whether the channel takes a note.
    pub fn takes_note(&self, label: &str) -> bool {
        self.channel_options_with_note.iter().any(|option| option == label)
    }

    /// How many rows of header cells the table has.
    pub fn header_depth(&self) -> usize {
        self.columns.iter().map(|column| column.header.len()).max().unwrap_or(1)
    }

    /// The channels in the options' order; what is no option comes after them, as it was.
    pub fn in_option_order<'a>(&self, channels: &'a [Channel]) -> Vec<&'a Channel> {
        let mut channels: Vec<&Channel> = channels.iter().collect();
        channels.sort_by_key(|channel| {
            self.channel_options.iter().position(|option| *option == channel.label).unwrap_or(usize::MAX)
        });
        channels
    }

    /// The level labels in the template's order; what the template does not have comes after them.
    pub fn in_level_order<'a>(&self, levels: &'a BTreeSet<String>) -> Vec<&'a str> {
        let mut levels: Vec<&str> = levels.iter().map(String::as_str).collect();
        levels.sort_by_key(|level| self.levels.iter().position(|known| known == level).unwrap_or(usize::MAX));
        levels
    }
}

/// Whether the text is within [`limits::TEXT_CHARS`].
pub(crate) fn text_fits(text: &str) -> bool {
    text.len() <= limits::TEXT_CHARS || text.chars().count() <= limits::TEXT_CHARS
}
