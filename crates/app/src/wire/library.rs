//! The library screen, and what catalogues are made from.

use mulu_model::{Id, signoff::Stage};
use serde::{Deserialize, Serialize};

use super::ProofProblem;

/// What the library screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct LibraryView {
    /// The file in which everything is kept.
    pub place: String,
    /// The catalogues, last changed first.
    pub catalogues: Vec<CatalogueSummary>,
    /// The catalogues in the bin, last deleted first.
    pub bin: Vec<CatalogueSummary>,
    /// What a new catalogue can be made from.
    pub sources: Vec<Source>,
    /// What was altered past the program, catalogues in use aside. While there is anything nobody signs.
    pub problems: Vec<ProofProblem>,
    /// The program's version.
    pub version: String,
}

/// A catalogue in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CatalogueSummary {
    /// Its identity.
    pub id: Id,
    /// 标题
    pub title: String,
    /// 责任单位
    pub responsible_unit: String,
    /// 填表时间 as `YYYY-MM-DD`, or empty.
    pub prepared_at: String,
    /// How far the sign-off is.
    pub stage: Stage,
    /// 版本号: of the version that is being made, or has been approved.
    pub version: u32,
    /// Whether it is back with who prepares it.
    pub is_sent_back: bool,
    /// Remarks that wait for an answer.
    pub open_remarks: u32,
    /// Since when it stands there; nothing before the first step.
    pub stage_since: Option<String>,
    /// 核对码 of the approved version, where it is approved.
    pub check_code: Option<String>,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// When it was last changed.
    pub changed_at: String,
    /// When it was put into the bin.
    pub deleted_at: Option<String>,
}

/// How much is wrong with a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CheckCounts {
    /// Errors for which no reason was given: 送审 waits for them.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
}

/// Something that a new catalogue can be made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Source {
    /// The name by which it is asked for.
    pub id: String,
    /// Whether it comes with items.
    pub kind: SourceKind,
    /// Its name for users.
    pub name: String,
    /// One sentence about it.
    pub description: String,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// Number of columns.
    pub columns: u32,
}

/// The kinds of [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// 样例目录: a whole catalogue to start from.
    StartingPoint,
    /// 空白模板: columns without items.
    Template,
    /// 自存模板: a template that users have kept in the library.
    OwnTemplate,
}

/// From where items are picked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PickFrom {
    /// From a starting point.
    StartingPoint {
        /// Its name.
        id: String,
    },
    /// From a catalogue of the library.
    Catalogue {
        /// Which one.
        id: Id,
    },
}

/// A group whose items can be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PickGroup {
    /// Its identity there.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its items.
    pub items: Vec<PickItem>,
}

/// An item that can be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PickItem {
    /// Its identity there.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The beginning of its content.
    pub content: String,
}
