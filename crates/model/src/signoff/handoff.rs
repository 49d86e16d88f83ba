//! 流转文件: what goes from one PC to another. Only data; writing, signing and proving are made elsewhere.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{KnownKey, Person, Record, RemarkEntry, Signatory, Stage, Version};
use crate::{
    exchange::canonical_json,
    hex::{Digest, HexBytes},
    id::Id,
    log::LogRow,
};

/// 流转文件: a catalogue with all that proves where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handoff {
    /// Who sent it, when, and what it is.
    pub cover: Cover,
    /// [`canonical_bytes`](crate::exchange::canonical_bytes) of the catalogue as it is now.
    pub content: Vec<u8>,
    /// What the steps were made on.
    pub versions: Vec<Version>,
    /// All steps.
    pub records: Vec<Record>,
    /// The log of remarks.
    pub remarks: Vec<RemarkEntry>,
    /// The people who appear in it.
    pub people: Vec<Person>,
    /// Their keys, also old ones.
    pub keys: Vec<KnownKey>,
    /// The edit log since the last approved version.
    pub log: Vec<LogRow>,
    /// The sender's signature of [`Handoff::to_be_signed`].
    pub signature: HexBytes,
}

/// What a hand-off file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The catalogue.
    pub catalogue: Id,
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
    /// The revision of the catalogue where it was sent.
    pub revision: u32,
    /// Who sent it.
    pub sender: Signatory,
    /// When.
    pub sent_at: Timestamp,
    /// How digests and signature are made.
    pub algorithm: String,
    /// The sender's key.
    pub public_key: HexBytes,
}

impl Handoff {
    /// The bytes that the sender signs: the cover, and digests of everything else.
    pub fn to_be_signed(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct Whole<'a> {
            cover: &'a Cover,
            content: Digest,
            versions: Vec<(u32, Digest)>,
            records: Digest,
            remarks: Digest,
            people: Digest,
            keys: Digest,
            log: Digest,
        }
        let whole = Whole {
            cover: &self.cover,
            content: Digest::of(&self.content),
            // Of the bytes, and not what the file says of them.
            versions: self.versions.iter().map(|v| (v.number, Digest::of(&v.content))).collect(),
            records: Digest::of(&canonical_json(&self.records)),
            remarks: Digest::of(&canonical_json(&self.remarks)),
            people: Digest::of(&canonical_json(&self.people)),
            keys: Digest::of(&canonical_json(&self.keys)),
            log: Digest::of(&canonical_json(&self.log)),
        };
        [b"mulu.handoff/1\n".as_slice(), &canonical_json(&whole)].concat()
    }
}
