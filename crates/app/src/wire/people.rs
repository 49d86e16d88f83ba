//! People, who is working, and what the office has set.

use mulu_model::{
    Id,
    library::PeopleAct,
    signoff::{Policy, Role},
};
use serde::{Deserialize, Serialize};

/// 人员和设置: who works with this library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OfficeView {
    /// The people of this library; none before the first one is made.
    pub people: Vec<PersonView>,
    /// Who is working; nobody before somebody has come with a PIN.
    pub current: Option<Id>,
    /// What the office has set.
    pub policy: Policy,
    /// Keys of people elsewhere that were trusted by their fingerprint.
    pub keys: Vec<KeyView>,
    /// What was done to people and keys, last first.
    pub log: Vec<PeopleStep>,
}

/// 人员
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PersonView {
    /// The identity.
    pub id: Id,
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
    /// 角色, in the order of the steps.
    pub roles: Vec<Role>,
    /// Whether the person may act.
    pub is_active: bool,
    /// The fingerprint of the key, in groups to be read aloud.
    pub fingerprint: String,
}

/// What can be said of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PersonDraft {
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
    /// 角色. The first person becomes 管理 too.
    pub roles: Vec<Role>,
    /// Whether the person may act.
    pub is_active: bool,
}

/// The key of somebody elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct KeyView {
    /// 姓名
    pub name: String,
    /// 单位
    pub unit: String,
    /// Its fingerprint, in groups to be read aloud.
    pub fingerprint: String,
    /// Since when it is trusted.
    pub since: String,
}

/// Something that was done to people and keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PeopleStep {
    /// When.
    pub at: String,
    /// By whom; empty for the first person.
    pub by: String,
    /// What.
    pub act: PeopleAct,
    /// To whom.
    pub name: String,
}
