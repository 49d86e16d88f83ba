//! 审签: how a catalogue goes from 填表中 to 已审签, and what is said about it on the way.
//!
//! A pure machine: who acts, what is known of the remarks and findings, and what the setting demands come in from
//! outside, and the next [`State`] or the rule that stands in the way comes out. Where a catalogue stands is always
//! read from the steps that have been taken, so nothing but the steps has to be kept and proved.

mod handoff;
mod person;
mod reasons;
mod record;
mod remark;
mod trail;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{column::words, id::Id};

pub use handoff::{Cover, Handoff};
pub use person::{KnownKey, Person, SealedKey, Tries, actor_name, is_actor};
pub use reasons::ChangeReasons;
pub use record::{Excuse, Record, Signatory, Statement, Version, remarks_digest};
pub use remark::{
    EntryKind, Remark, RemarkEntry, RemarkPlace, RemarkRefusal, RemarkState, check_entry, threads,
};
pub use trail::{SignoffTrail, approvals, sign_heading, signed_content, typed_names};

words! {
    /// 状态: where a catalogue stands on its way to being signed.
    Stage {
        /// 填表中
        Preparing = "preparing",
        /// 保密审查; only where the setting demands it.
        SecrecyReview = "secrecy_review",
        /// 待复核
        InReview = "in_review",
        /// 待审签
        InApproval = "in_approval",
        /// 已审签
        Approved = "approved",
    }
}

words! {
    /// 角色: what a person may do.
    Role {
        /// 填表
        Preparer = "preparer",
        /// 保密审查
        SecrecyReviewer = "secrecy_reviewer",
        /// 复核
        Reviewer = "reviewer",
        /// 审签
        Approver = "approver",
        /// 管理: people and settings; no step of a catalogue.
        Administrator = "administrator",
    }
}

words! {
    /// 步骤: what a person does with a whole catalogue.
    Action {
        /// 送审
        Submit = "submit",
        /// 撤回
        Withdraw = "withdraw",
        /// 保密审查通过
        PassSecrecyReview = "pass_secrecy_review",
        /// 复核通过
        Review = "review",
        /// 审签
        Approve = "approve",
        /// 退回
        SendBack = "send_back",
        /// 修订: begins the next version.
        Revise = "revise",
    }
}

/// What the office has set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Policy {
    /// Whether one person may act in two roles on one version.
    pub one_person_may_hold_two_roles: bool,
    /// Whether 保密审查 comes before 复核. Counts at 送审; what is under way is not affected.
    pub secrecy_review: bool,
}

/// Who acts.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// The person.
    pub person: &'a Id,
    /// What the person may do.
    pub roles: &'a BTreeSet<Role>,
}

/// What is known of the catalogue when somebody acts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Remarks that wait for an answer.
    pub unanswered_remarks: usize,
    /// Remarks that are not closed: those above, and those that are answered.
    pub unclosed_remarks: usize,
    /// Findings of severity error for which no reason is given.
    pub unexcused_errors: usize,
    /// Whether the person has edited this version: who has is no checker of it.
    pub actor_has_edited: bool,
}

/// Where a catalogue stands, and what of its history decides who may act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// 状态
    pub stage: Stage,
    /// 版本号, from 1: of the version that is being made, or has been approved.
    pub version: u32,
    /// Who has acted in which role since this version was begun.
    pub acted: BTreeSet<(Role, Id)>,
    /// Who submitted it, until somebody acts on it: who may withdraw it.
    pub submitter: Option<Id>,
}

/// A step that has been taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// What was done.
    pub action: Action,
    /// In which role.
    pub role: Role,
    /// By whom.
    pub person: &'a Id,
    /// Where the catalogue stood afterwards.
    pub stage: Stage,
}

/// The rule that stands in the way of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// At this stage nobody can do that.
    #[error("{action:?} is no step at {stage:?}")]
    NotNow {
        /// Where the catalogue stands.
        stage: Stage,
        /// What was to be done.
        action: Action,
    },
    /// The person does not have the role.
    #[error("needs the role {role:?}")]
    NotInRole {
        /// The role that is needed.
        role: Role,
    },
    /// The person has acted on this version in another role, and the setting allows one only.
    #[error("has acted as {role:?}")]
    SecondRole {
        /// The role in which the person has acted.
        role: Role,
    },
    /// The person has edited this version and cannot check it too.
    #[error("has edited this version")]
    HasEdited,
    /// Only who submitted it can withdraw it.
    #[error("was submitted by somebody else")]
    NotTheSubmitter,
    /// Somebody has acted on it since it was submitted.
    #[error("somebody has acted on it")]
    ActedOn,
    /// 退回 needs at least one remark that asks for something.
    #[error("no remark waits for an answer")]
    NoRemark,
    /// Remarks wait for an answer.
    #[error("{count} remarks wait for an answer")]
    UnansweredRemarks {
        /// How many.
        count: usize,
    },
    /// Remarks are not closed.
    #[error("{count} remarks are not closed")]
    UnclosedRemarks {
        /// How many.
        count: usize,
    },
    /// Findings of severity error have no reason.
    #[error("{count} errors without a reason")]
    UnexcusedErrors {
        /// How many.
        count: usize,
    },
}

impl Stage {
    /// The role whose turn it is to check; `None` where nobody checks.
    pub fn checker(self) -> Option<Role> {
        match self {
            Self::Preparing | Self::Approved => None,
            Self::SecrecyReview => Some(Role::SecrecyReviewer),
            Self::InReview => Some(Role::Reviewer),
            Self::InApproval => Some(Role::Approver),
        }
    }
}

impl Action {
    /// The role that can do this at a stage; `None` where nobody can.
    pub fn role_at(self, stage: Stage) -> Option<Role> {
        match (self, stage) {
            (Self::Submit, Stage::Preparing)
            | (Self::Withdraw, Stage::SecrecyReview | Stage::InReview)
            | (Self::Revise, Stage::Approved) => Some(Role::Preparer),
            (Self::PassSecrecyReview, Stage::SecrecyReview)
            | (Self::Review, Stage::InReview)
            | (Self::Approve, Stage::InApproval)
            | (Self::SendBack, _) => stage.checker(),
            _ => None,
        }
    }

    /// Whether it leads there, with one setting or another.
    pub fn may_lead_to(self, stage: Stage) -> bool {
        [false, true]
            .into_iter()
            .any(|secrecy_review| self.leads_to(Policy { secrecy_review, ..Policy::default() }) == stage)
    }

    /// Where it leads.
    fn leads_to(self, policy: Policy) -> Stage {
        match self {
            Self::Submit if policy.secrecy_review => Stage::SecrecyReview,
            Self::Submit | Self::PassSecrecyReview => Stage::InReview,
            Self::Review => Stage::InApproval,
            Self::Approve => Stage::Approved,
            Self::Withdraw | Self::SendBack | Self::Revise => Stage::Preparing,
        }
    }
}

impl State {
    /// Where a catalogue stands on which no step has been taken.
    pub fn new() -> Self {
        Self { stage: Stage::Preparing, version: 1, acted: BTreeSet::new(), submitter: None }
    }

    /// Where a catalogue stands on which these steps have been taken, in this order.
    pub fn after<'a>(steps: impl IntoIterator<Item = Step<'a>>) -> Self {
        steps.into_iter().fold(Self::new(), |state, step| state.follow(step))
    }

    /// Where it stands after one more step, whether or not that was allowed.
    #[must_use]
    pub fn follow(mut self, step: Step<'_>) -> Self {
        self.stage = step.stage;
        if step.action == Action::Revise {
            self.version = self.version.saturating_add(1);
            self.acted.clear();
        }
        self.acted.insert((step.role, step.person.clone()));
        self.submitter = (step.action == Action::Submit).then(|| step.person.clone());
        self
    }

    /// The step that this would be: in which role, and where it leads.
    ///
    /// # Errors
    /// [`Refusal`] says which rule stands in the way.
    pub fn act<'a>(
        &self,
        action: Action,
        actor: Actor<'a>,
        facts: Facts,
        policy: Policy,
    ) -> Result<Step<'a>, Refusal> {
        let role = action.role_at(self.stage).ok_or(Refusal::NotNow { stage: self.stage, action })?;
        if !actor.roles.contains(&role) {
            return Err(Refusal::NotInRole { role });
        }
        self.check_person(action, role, actor.person, facts, policy)?;
        check_facts(action, facts)?;
        Ok(Step { action, role, person: actor.person, stage: action.leads_to(policy) })
    }

    fn check_person(
        &self,
        action: Action,
        role: Role,
        person: &Id,
        facts: Facts,
        policy: Policy,
    ) -> Result<(), Refusal> {
        match action {
            Action::Withdraw => match &self.submitter {
                None => Err(Refusal::ActedOn),
                Some(submitter) if submitter != person => Err(Refusal::NotTheSubmitter),
                Some(_) => Ok(()),
            },
            // Another version: who did what in the last one does not count.
            Action::Revise => Ok(()),
            _ if policy.one_person_may_hold_two_roles => Ok(()),
            _ => match self.acted.iter().find(|(acted, by)| by == person && *acted != role) {
                Some((role, _)) => Err(Refusal::SecondRole { role: *role }),
                None if facts.actor_has_edited && action != Action::Submit => Err(Refusal::HasEdited),
                None => Ok(()),
            },
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// What remarks and findings demand before a step.
fn check_facts(action: Action, facts: Facts) -> Result<(), Refusal> {
    let none = |count, refusal: Refusal| if count == 0 { Ok(()) } else { Err(refusal) };
    let answered =
        none(facts.unanswered_remarks, Refusal::UnansweredRemarks { count: facts.unanswered_remarks });
    match action {
        Action::Submit => answered
            .and(none(facts.unexcused_errors, Refusal::UnexcusedErrors { count: facts.unexcused_errors })),
        Action::PassSecrecyReview | Action::Review => answered,
        Action::Approve => {
            none(facts.unclosed_remarks, Refusal::UnclosedRemarks { count: facts.unclosed_remarks })
        }
        Action::SendBack if facts.unanswered_remarks == 0 => Err(Refusal::NoRemark),
        Action::SendBack | Action::Withdraw | Action::Revise => Ok(()),
    }
}

#[cfg(test)]
mod tests;
