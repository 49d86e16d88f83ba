//! 签名记录: what was done by whom on exactly which bytes. Only data; signing and proving are made elsewhere.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Action, RemarkEntry, Role, Stage, Step};
use crate::{
    column::ColumnKey,
    exchange::canonical_json,
    hex::{Digest, HexBytes},
    id::Id,
};

/// A person as a record names them, then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The identity.
    pub id: Id,
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
}

/// 说明: why something that is found wrong is as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// The rule that finds it.
    pub rule: String,
    /// The item, where it is in one.
    pub item: Option<Id>,
    /// Which of its rows, as in [`Edit::SetCell`](crate::Edit::SetCell).
    pub part: Option<usize>,
    /// The column, where it is in one.
    pub column: Option<ColumnKey>,
    /// The reason.
    pub reason: String,
}

/// What the signature of a record covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Which step of the catalogue, from 1.
    pub seq: u32,
    /// The catalogue.
    pub catalogue: Id,
    /// 版本号 after the step.
    pub version: u32,
    /// By whom.
    pub person: Signatory,
    /// In which role.
    pub role: Role,
    /// What was done.
    pub action: Action,
    /// Where the catalogue stands afterwards.
    pub stage: Stage,
    /// When, by the clock of the person's PC.
    pub at: Timestamp,
    /// On exactly this: [`Digest::of_catalogue`].
    pub content: Digest,
    /// How many entries the log of remarks had.
    pub remark_count: u32,
    /// What they were: [`remarks_digest`].
    pub remarks: Digest,
    /// The reasons for findings that were left as they are.
    pub excuses: Vec<Excuse>,
    /// [`Record::digest`] of the step before; none for the first.
    pub previous: Option<Digest>,
    /// How the digests and the signature are made.
    pub algorithm: String,
    /// The key that proves the signature.
    pub public_key: HexBytes,
}

/// 签名记录: a step, signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// What is signed.
    pub statement: Statement,
    /// The signature.
    pub signature: HexBytes,
}

/// 版本: the bytes that a step was made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// 版本号
    pub number: u32,
    /// The digest of the content.
    pub digest: Digest,
    /// [`canonical_bytes`](crate::exchange::canonical_bytes) of the catalogue.
    pub content: Vec<u8>,
}

impl Statement {
    /// The bytes that are signed.
    pub fn to_be_signed(&self) -> Vec<u8> {
        // The words before keep a signature from being taken for that of something else.
        [b"mulu.record/1\n".as_slice(), &canonical_json(self)].concat()
    }

    /// The step that it is, for [`State::after`](super::State::after).
    pub fn step(&self) -> Step<'_> {
        Step { action: self.action, role: self.role, person: &self.person.id, stage: self.stage }
    }
}

impl Record {
    /// What the next record names as the one before it; covers the signature too.
    pub fn digest(&self) -> Digest {
        Digest::of(&canonical_json(self))
    }
}

impl Version {
    /// The version with this content.
    pub fn new(number: u32, content: Vec<u8>) -> Self {
        Self { number, digest: Digest::of(&content), content }
    }
}

/// The digest of the beginning of a log of remarks.
pub fn remarks_digest(log: &[RemarkEntry]) -> Digest {
    Digest::of(&canonical_json(log))
}
