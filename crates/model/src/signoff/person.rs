//! 人员: who acts, with which key. Only data; sealing and signing are made elsewhere.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Role;
use crate::{hex::HexBytes, id::Id};

/// 人员: what is public about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The identity; stays with another name.
    pub id: Id,
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
    /// 角色
    pub roles: BTreeSet<Role>,
    /// The key with which the person signs now.
    pub public_key: HexBytes,
    /// Whether the person may act. Nobody is deleted: what they have signed stays signed.
    pub is_active: bool,
}

/// A key that is known to be a person's. A person whose PIN was reset has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownKey {
    /// The key.
    pub public_key: HexBytes,
    /// Whose.
    pub person: Id,
    /// 姓名, when the key was taken up.
    pub name: String,
    /// 单位, when the key was taken up.
    pub unit: String,
    /// Since when it is known here.
    pub since: Timestamp,
    /// Whether it came from elsewhere and was trusted by its fingerprint, and was not made here.
    pub is_foreign: bool,
}

/// A signing key under a PIN, with all that is needed to open it but the PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedKey {
    /// How the PIN becomes a key, and what that seals: `argon2id+chacha20poly1305`.
    pub algorithm: String,
    /// Memory in KiB that opening takes.
    pub memory_kib: u32,
    /// How often it passes over the memory.
    pub passes: u32,
    /// Random, so that equal PINs give different keys.
    pub salt: HexBytes,
    /// Random, used once.
    pub nonce: HexBytes,
    /// The seed of the signing key, enciphered.
    pub sealed: HexBytes,
}

/// Wrong PINs in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tries {
    /// How many.
    pub failed: u32,
    /// When the last one was.
    pub last_at: Option<Timestamp>,
}

impl Person {
    /// The person as the edit log names them: `name <identity>`, the name for readers, the identity for the program.
    pub fn actor(&self) -> String {
        format!("{} <{}>", self.name, self.id)
    }
}

/// Whether `actor`, as the edit log has it, is this person.
pub fn is_actor(actor: &str, person: &Id) -> bool {
    split_actor(actor).is_some_and(|(_, id)| id == person.as_str())
}

/// The name of `actor`, as the edit log has it, for users.
pub fn actor_name(actor: &str) -> &str {
    split_actor(actor).map_or(actor, |(name, _)| name)
}

fn split_actor(actor: &str) -> Option<(&str, &str)> {
    actor.strip_suffix('>')?.rsplit_once(" <")
}
