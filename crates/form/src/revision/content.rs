//! The table in words.

use mulu_model::{Date, Id};

/// 修订对照表: the differences of two versions, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionTable {
    /// The title of the catalogue, in its new version.
    pub title: String,
    /// The version before.
    pub old: VersionLabel,
    /// The version after.
    pub new: VersionLabel,
    /// One row for each difference, in the order of [`mulu_model::diff::diff`].
    pub rows: Vec<RevisionRow>,
    /// What was said of the whole and led to the new version; empty where nothing was. It stands below all rows.
    pub reason: String,
}

/// 版本: which one, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionLabel {
    /// 版本号, counted from 1.
    pub version: u32,
    /// 审签日期; `None` for what is not approved. A table with such a version says 草稿 on every page.
    pub approved_on: Option<Date>,
}

/// 修订: one thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionRow {
    /// 序号, counted from 1.
    pub number: usize,
    /// What it is about; neighbours about the same item are one cell of the table.
    pub subject: Subject,
    /// 一级事项, or the part of the catalogue that has none.
    pub group: String,
    /// 二级事项; empty where the row is about no item.
    pub item: String,
    /// 栏目: the header of the column, or what else has changed.
    pub column: String,
    /// 修订前: what has gone is marked as changed.
    pub before: Vec<Run>,
    /// 修订后: what is new is marked as changed.
    pub after: Vec<Run>,
    /// 理由; empty where nobody gave one.
    pub reason: String,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The heading or the template.
    Catalogue,
    /// 一级事项
    Group(Id),
    /// 二级事项
    Item(Id),
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The piece.
    pub text: String,
    /// Whether it stands only on this side.
    pub is_changed: bool,
}
