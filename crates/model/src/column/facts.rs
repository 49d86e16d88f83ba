//! What a row of the table of columns says.

use serde::{Serialize, Serializer};

use super::key::ColumnKey;

/// What the program knows of a column.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ColumnFacts {
    /// The key. In the rows for 中间层级事项, 公开层级 and columns of the body's own it stands for all keys of the
    /// kind, and is written as `sub:`, `level:` and `custom:`.
    #[serde(serialize_with = "kind_or_key")]
    #[cfg_attr(feature = "specta", specta(type = String))]
    pub key: ColumnKey,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// To what a cell belongs. 序号 belongs to the group where groups are numbered, so ask
    /// [`Template::is_group_column`](crate::Template::is_group_column) of it.
    pub owner: CellOwner,
    /// What a term of its vocabulary is; `None` where what stands in it is each item's own.
    pub terms: Option<TermKind>,
    /// Whether every item must fill it.
    ///
    /// Source: 国办发〔2019〕54号, the elements that a catalogue has at least (名称, 内容, 依据, 时限, 主体).
    pub is_required: bool,
    /// The header cells that official forms print above it, top down. A label of the body's own comes after them.
    pub header: &'static [&'static str],
    /// Other words by which documents call it, without white space and brackets.
    #[serde(skip)]
    pub headings: &'static [&'static str],
    /// Words that tell it also when they are only a part of a heading. Earlier rows of the table go first.
    #[serde(skip)]
    pub parts_of_headings: &'static [&'static str],
    /// Its share of the room that a screen has for words, in hundredths of that of a usual column; 0 for a column of marks,
    /// numbers or boxes, which takes what it needs.
    pub share: u16,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// A number that is worked out and never typed.
    Number,
    /// The name of a group or an item, or one between them.
    Name,
    /// A text.
    Text,
    /// Ticked boxes, or lines of text where the template has no options.
    Channels,
    /// A √.
    Mark,
}

/// To what a cell of a column belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum CellOwner {
    /// 一级事项
    Group,
    /// 二级事项
    Item,
    /// One of the rows of an item that has several.
    Part,
}

/// What a term of a column's vocabulary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// The whole text of a cell.
    Whole,
    /// A citation, of which a cell lists several.
    Citation,
    /// The label of a channel.
    Label,
}

fn kind_or_key<S: Serializer>(key: &ColumnKey, serializer: S) -> Result<S::Ok, S::Error> {
    match key {
        ColumnKey::Sub(_) => serializer.serialize_str("sub:"),
        key => serializer.collect_str(key),
    }
}
