//! What the rules report.

use mulu_model::{ColumnKey, Id};
use serde::Serialize;

/// Something that is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
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

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: must be put right.
    Error,
    /// 提醒: should be looked at.
    Warning,
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
            Self::Empty | Self::NoMethod | Self::BothMethods | Self::NoChannel | Self::NoNote { .. } => {
                Severity::Error
            }
            Self::SameName { .. } => Severity::Warning,
        }
    }
}
