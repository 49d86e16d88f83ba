//! 流转文件: what comes from another PC.

pub use mulu_model::merge::MergeSide;
use mulu_model::{Id, signoff::Stage};
use serde::Serialize;

use super::signoff::ProofProblem;

/// What a hand-off file is, before anything of it is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct HandoffView {
    /// 标题
    pub title: String,
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
    /// 姓名 of who sent it.
    pub sender: String,
    /// 单位 of who sent it.
    pub unit: String,
    /// When.
    pub sent_at: String,
    /// What it is to this library.
    pub relation: Relation,
    /// Keys in it that are not known here yet. Nothing is taken in before each is trusted.
    pub introductions: Vec<IntroductionView>,
    /// Cells that both sides have changed.
    pub conflicts: Vec<ConflictView>,
    /// What does not hold in it. With anything but warnings it cannot be taken in.
    pub problems: Vec<ProofProblem>,
}

/// What a hand-off file is to this library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The catalogue is not here.
    New,
    /// Everything in it is here already.
    Known,
    /// It goes on from what is here.
    Newer,
    /// What is here goes on from it.
    Older,
    /// Both sides have gone on.
    Both,
}

/// A key that is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct IntroductionView {
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
    /// The fingerprint, in groups to be read aloud.
    pub fingerprint: String,
    /// The fingerprint that the person is known by here, where that is another: such a file is not taken in unless 管理
    /// trusts the new key.
    pub known_fingerprint: Option<String>,
}

/// A cell that both sides have changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ConflictView {
    /// The item's number here over the whole catalogue; none where it is not about an item or the item is gone.
    pub number: Option<u32>,
    /// The name of the item or group; empty for what stands above the table.
    pub name: String,
    /// What the column or field is called; empty where the whole item or group is meant.
    pub label: String,
    /// What is here.
    pub ours: SideView,
    /// What the file has.
    pub theirs: SideView,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SideView {
    /// What stands there; nothing where this side has taken the item or group out.
    pub text: Option<String>,
    /// Who changed it last.
    pub by: String,
    /// When; empty where the log does not tell.
    pub at: String,
}

/// A hand-off file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TakenIn {
    /// The catalogue.
    pub catalogue: Id,
    /// What it was to this library.
    pub relation: Relation,
    /// How many changes of the file were merged into what is here.
    pub merged: u32,
}
