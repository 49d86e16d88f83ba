//! Where a catalogue stands on its way to being signed, what was said about it, and what it was.

use mulu_model::{
    ColumnKey, Id,
    library::SealedPart,
    signoff::{Action, EntryKind, Role, Stage},
};
use serde::{Deserialize, Serialize};

/// 签审: all that is to be known of the sign-off of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SignoffView {
    /// 状态
    pub stage: Stage,
    /// 版本号, from 1: of the version that is being made, or has been approved.
    pub version: u32,
    /// Whether it is back with who prepares it: the last step was 退回.
    pub is_sent_back: bool,
    /// Whether 保密审查 comes before 复核.
    pub has_secrecy_review: bool,
    /// What can be done now, and what stands in the way for who is working.
    pub options: Vec<StepOption>,
    /// All steps, oldest first.
    pub steps: Vec<StepView>,
    /// The approved versions, oldest first.
    pub versions: Vec<VersionView>,
    /// 意见, in the order in which they were first made.
    pub remarks: Vec<RemarkView>,
    /// The reasons for findings that are left as they are.
    pub excuses: Vec<ExcuseView>,
    /// Findings of severity error that have no reason yet.
    pub unexcused_errors: u32,
    /// What does not hold of signatures, digests and the chain. While there is anything but warnings nobody signs.
    pub problems: Vec<ProofProblem>,
}

/// A step that the stage has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StepOption {
    /// What would be done.
    pub action: Action,
    /// In which role.
    pub role: Role,
    /// What stands in the way; nothing where it can be done.
    pub refusal: Option<StepRefusal>,
}

/// The rule that stands in the way of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StepRefusal {
    /// Nobody is working.
    NoPerson,
    /// At this stage nobody can do that.
    NotNow,
    /// The person does not have the role.
    NotInRole {
        /// The role that is needed.
        role: Role,
    },
    /// The person has acted on this version in another role.
    SecondRole {
        /// The role in which the person has acted.
        role: Role,
    },
    /// The person has edited this version and cannot check it too.
    HasEdited,
    /// Only who submitted it can withdraw it.
    NotTheSubmitter,
    /// Somebody has acted on it since it was submitted.
    ActedOn,
    /// 退回 needs at least one remark that asks for something.
    NoRemark,
    /// Remarks wait for an answer.
    UnansweredRemarks {
        /// How many.
        count: u32,
    },
    /// Remarks are not closed.
    UnclosedRemarks {
        /// How many.
        count: u32,
    },
    /// Findings of severity error have no reason.
    UnexcusedErrors {
        /// How many.
        count: u32,
    },
    /// Signatures, digests or the chain do not hold.
    NotProved,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StepView {
    /// Which one, from 1.
    pub seq: u32,
    /// 版本号 after the step.
    pub version: u32,
    /// What was done.
    pub action: Action,
    /// In which role.
    pub role: Role,
    /// 姓名, then.
    pub name: String,
    /// 单位, then.
    pub unit: String,
    /// When, by the clock of the person's PC.
    pub at: String,
    /// Where the catalogue stood afterwards.
    pub stage: Stage,
    /// Remarks that waited for an answer afterwards.
    pub open_remarks: u32,
}

/// 版本: an approved version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct VersionView {
    /// 版本号
    pub number: u32,
    /// When it was approved.
    pub approved_at: String,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// 核对码, as it is printed.
    pub check_code: String,
}

/// 意见: a question on a place and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RemarkView {
    /// Its identity.
    pub id: Id,
    /// What it is about.
    pub place: RemarkSpot,
    /// Whose turn it is.
    pub state: RemarkTurn,
    /// What was said; never empty.
    pub entries: Vec<RemarkEntryView>,
}

/// What a remark is about: a cell, an item where no column is named, the whole catalogue where no item is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RemarkSpot {
    /// The item; it may be gone by now.
    pub item: Option<Id>,
    /// Which of its rows, for cells that rows have of their own.
    pub part: Option<u32>,
    /// The column.
    pub column: Option<ColumnKey>,
}

/// Whose turn it is with a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum RemarkTurn {
    /// It waits for an answer.
    Open,
    /// It is answered and waits for the checker.
    Answered,
    /// 已了结
    Closed,
}

/// An entry of a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RemarkEntryView {
    /// 姓名 of who wrote it.
    pub name: String,
    /// When.
    pub at: String,
    /// What it does.
    pub kind: EntryKind,
    /// What it says.
    pub text: String,
}

/// An entry to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RemarkRequest {
    /// The remark to which it belongs; none begins another.
    pub remark: Option<Id>,
    /// What that is about.
    pub place: RemarkSpot,
    /// What the entry does.
    pub kind: EntryKind,
    /// What it says.
    pub text: String,
}

/// 说明: why a finding is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ExcuseView {
    /// The kind of the finding's problem.
    pub rule: String,
    /// The item.
    pub item: Id,
    /// Which of its rows.
    pub part: Option<u32>,
    /// The column.
    pub column: ColumnKey,
    /// The reason; an empty one takes the reason back.
    pub reason: String,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ProofProblem {
    /// The version.
    pub version: Option<u32>,
    /// The step, from 1.
    pub step: Option<u32>,
    /// Which part of the library's data, where it was altered past the program.
    pub part: Option<SealedPart>,
    /// What.
    pub fault: ProofFault,
    /// Whether it is only to be told, and forbids nothing.
    pub is_warning: bool,
}

/// What may not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ProofFault {
    /// A step is missing, there twice, or another catalogue's.
    OutOfOrder,
    /// The step was made after another one than stands before it.
    BrokenLink,
    /// A newer program made it.
    UnknownAlgorithm,
    /// The record, or its signature, has been altered.
    BadSignature,
    /// The key is nobody's that is known here.
    UnknownKey,
    /// The key is another person's.
    KeyOfAnother,
    /// The step was not possible then.
    NotAllowed,
    /// The step was made on something else than was submitted.
    OtherContent,
    /// What the step was made on is not there.
    ContentMissing,
    /// What the step was made on has been altered.
    ContentAltered,
    /// Something is kept as a version that no step was made on.
    Unsigned,
    /// Remarks that were there at that step are gone or have been altered.
    RemarksAltered,
    /// The catalogue is said to stand elsewhere than the steps lead.
    OtherStage,
    /// The catalogue is not what the last step was made on.
    CatalogueAltered,
    /// The step is dated before the one before it; clocks of two PCs differ.
    ClockSetBack,
    /// The hand-off file, or the sender's signature, has been altered.
    CoverAltered,
    /// A part of the library was altered by something else than this program.
    AlteredOutside,
}

/// What a printed check code belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CodeAnswer {
    /// The code as it is printed.
    pub check_code: String,
    /// The approved version; none where it is none of this library, or of this hand-off file.
    pub version: Option<CodeVersion>,
}

/// The version of a check code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CodeVersion {
    /// The catalogue.
    pub catalogue: Id,
    /// 标题; empty where the version is missing.
    pub title: String,
    /// 版本号
    pub number: u32,
    /// When it was approved.
    pub approved_at: String,
    /// 姓名 of who approved it.
    pub approved_by: String,
    /// Whether its signatures hold.
    pub is_proved: bool,
}
