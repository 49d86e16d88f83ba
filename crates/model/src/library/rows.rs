//! What a library gives and takes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::Catalogue,
    edit::Edit,
    id::Id,
    log::{LogRow, StepKind},
    signoff::{Person, Record, RemarkEntry, SealedKey, Stage, Tries, Version},
    template::Template,
};

/// A catalogue in a list, without its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its identity.
    pub id: Id,
    /// 标题
    pub title: String,
    /// 责任单位
    pub responsible_unit: String,
    /// 填表时间 as `YYYY-MM-DD`, or empty.
    pub prepared_at: String,
    /// Number of 一级事项.
    pub groups: u32,
    /// Number of 二级事项.
    pub items: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// When it was put into the bin.
    pub deleted_at: Option<Timestamp>,
    /// The catalogue of which it was made as a copy, with the same identities of groups and items.
    pub copied_from: Option<Id>,
    /// 状态
    pub stage: Stage,
    /// 版本号: of the version that is being made, or has been approved.
    pub version: u32,
}

/// A whole catalogue as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedCatalogue {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// How many edits, undos and redos have made it.
    pub revision: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// 状态
    pub stage: Stage,
    /// 版本号
    pub version: u32,
}

/// A step to be written: what was done to a catalogue, by whom and when.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// Which kind of step.
    pub kind: StepKind,
    /// What was done.
    pub edit: &'a Edit,
    /// What takes it back, as [`Catalogue::apply`] gave it.
    pub inverse: &'a Edit,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: &'a str,
    /// Whether it is one step with the row before it, an edit; `inverse` then leads to before both.
    pub joined: bool,
}

/// A change that can be taken back or made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedStep {
    /// The kind of row from which it is read: an undo for what can be made again.
    pub kind: StepKind,
    /// The revision to which that row led.
    pub revision: u32,
    /// When that was.
    pub at: Timestamp,
    /// By whom.
    pub actor: String,
    /// The change: what redo applies.
    pub edit: Edit,
    /// What takes it back: what undo applies.
    pub inverse: Edit,
}

/// A template that users have kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTemplate {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub template: Template,
    /// When it was kept.
    pub kept_at: Timestamp,
}

/// A person of this workplace as the library keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPerson {
    /// What everybody may know.
    pub person: Person,
    /// The signing key under the PIN.
    pub sealed_key: SealedKey,
    /// Wrong PINs in a row.
    pub tries: Tries,
}

/// What was done to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum PeopleAct {
    /// Added.
    Added,
    /// Given another name, unit or other roles.
    Changed,
    /// Put out of use.
    Removed,
    /// Put into use again.
    Returned,
    /// The person has chosen another PIN; the key is the same.
    PinChanged,
    /// Somebody in charge has given them a new PIN, and with it a new key.
    KeyReset,
    /// A person elsewhere was trusted by the fingerprint.
    Trusted,
}

/// A row of the log of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleEntry {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Id,
    /// To whom.
    pub person: Id,
    /// What.
    pub act: PeopleAct,
}

/// What is added to a catalogue's way.
#[derive(Debug, Clone, Copy)]
pub struct NewRecords<'a> {
    /// Signed steps, after those that are there; none where only remarks are made.
    pub records: &'a [Record],
    /// What they were made on; what is there already is passed over.
    pub versions: &'a [Version],
    /// Entries of the log of remarks, after those that are there.
    pub remarks: &'a [RemarkEntry],
    /// Changes of the catalogue that come with the steps from another PC; written where the steps let it be prepared.
    pub edits: &'a [NewStep<'a>],
    /// The catalogue after those changes.
    pub after: &'a Catalogue,
    /// When.
    pub at: Timestamp,
}

/// A catalogue from another PC that is new here.
#[derive(Debug, Clone, Copy)]
pub struct NewArrival<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// Its revision there.
    pub revision: u32,
    /// The edit log that came along.
    pub log: &'a [LogRow],
    /// Its records.
    pub records: &'a [Record],
    /// What they were made on.
    pub versions: &'a [Version],
    /// Its remarks.
    pub remarks: &'a [RemarkEntry],
    /// When it came.
    pub at: Timestamp,
}

/// What is sealed, as far as users tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SealedPart {
    /// Tables, triggers and indexes themselves.
    Schema,
    /// Catalogues in the bin, or gone from the library.
    Bin,
    /// The people of the workplace.
    People,
    /// What was done to them.
    PeopleLog,
    /// The keys that are trusted here.
    Keys,
    /// What the office has set.
    Settings,
    /// The templates that users have kept.
    Templates,
    /// A catalogue's heading, template and order of groups, and where it stands.
    Catalogue,
    /// Its groups.
    Groups,
    /// Its items.
    Items,
    /// Its edit log.
    EditLog,
    /// Its signed steps.
    Records,
    /// What these were made on.
    Versions,
    /// Its remarks.
    Remarks,
    /// The reasons for its findings.
    Excuses,
}
