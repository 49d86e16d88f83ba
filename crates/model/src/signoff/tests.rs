//! Who may do what, at each stage, and that there is no other way.

use std::{collections::BTreeMap, fmt::Write};

use jiff::Timestamp;
use proptest::{collection::vec, prelude::*, sample::select};

use super::*;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A state at a stage to which others than `me` have brought it.
fn at(stage: Stage) -> State {
    State { stage, version: 3, acted: BTreeSet::new(), submitter: Some(id("me")) }
}

/// Facts that stand in the way of nothing but what needs the opposite.
fn facts_for(action: Action) -> Facts {
    Facts { unanswered_remarks: usize::from(action == Action::SendBack), ..Facts::default() }
}

#[test]
fn each_stage_allows_each_action_to_one_role_or_to_nobody() {
    let me = id("me");
    let mut table = String::new();
    for &stage in Stage::ALL {
        for &action in Action::ALL {
            for &role in Role::ALL {
                let roles = BTreeSet::from([role]);
                let actor = Actor { person: &me, roles: &roles };
                let done = at(stage).act(action, actor, facts_for(action), Policy::default());
                match done {
                    Ok(step) => {
                        assert_eq!(step.role, role);
                        writeln!(table, "{stage:?}: {role:?} may {action:?} -> {:?}", step.stage).unwrap();
                    }
                    Err(Refusal::NotInRole { role: needed }) => assert_ne!(needed, role),
                    Err(refusal) => assert_eq!(refusal, Refusal::NotNow { stage, action }),
                }
            }
        }
    }
    insta::assert_snapshot!(table, @r"
    Preparing: Preparer may Submit -> InReview
    SecrecyReview: Preparer may Withdraw -> Preparing
    SecrecyReview: SecrecyReviewer may PassSecrecyReview -> InReview
    SecrecyReview: SecrecyReviewer may SendBack -> Preparing
    InReview: Preparer may Withdraw -> Preparing
    InReview: Reviewer may Review -> InApproval
    InReview: Reviewer may SendBack -> Preparing
    InApproval: Approver may Approve -> Approved
    InApproval: Approver may SendBack -> Preparing
    Approved: Preparer may Revise -> Preparing
    ");
}

#[test]
fn secrecy_review_comes_first_where_the_setting_demands_it() {
    let (me, roles) = (id("me"), BTreeSet::from([Role::Preparer]));
    let policy = Policy { secrecy_review: true, ..Policy::default() };
    let actor = Actor { person: &me, roles: &roles };
    let step = State::new().act(Action::Submit, actor, Facts::default(), policy).unwrap();
    assert_eq!(step.stage, Stage::SecrecyReview);
}

#[test]
fn remarks_and_errors_stand_in_the_way_of_the_steps_that_they_concern() {
    let me = id("me");
    let roles = Role::ALL.iter().copied().collect();
    let actor = Actor { person: &me, roles: &roles };
    let refused = |stage, action, facts| at(stage).act(action, actor, facts, Policy::default()).err();
    let unanswered = Facts { unanswered_remarks: 2, unclosed_remarks: 2, ..Facts::default() };
    let unclosed = Facts { unclosed_remarks: 3, ..Facts::default() };
    let errors = Facts { unexcused_errors: 4, ..Facts::default() };
    let edited = Facts { actor_has_edited: true, ..Facts::default() };
    let two = Some(Refusal::UnansweredRemarks { count: 2 });
    assert_eq!(refused(Stage::Preparing, Action::Submit, unanswered), two);
    assert_eq!(refused(Stage::InReview, Action::Review, unanswered), two);
    assert_eq!(refused(Stage::SecrecyReview, Action::PassSecrecyReview, unanswered), two);
    assert_eq!(refused(Stage::InReview, Action::SendBack, unanswered), None);
    assert_eq!(refused(Stage::InReview, Action::SendBack, unclosed), Some(Refusal::NoRemark));
    assert_eq!(refused(Stage::Preparing, Action::Submit, unclosed), None);
    assert_eq!(refused(Stage::InReview, Action::Review, unclosed), None);
    let three = Some(Refusal::UnclosedRemarks { count: 3 });
    assert_eq!(refused(Stage::InApproval, Action::Approve, unclosed), three);
    let four = Some(Refusal::UnexcusedErrors { count: 4 });
    assert_eq!(refused(Stage::Preparing, Action::Submit, errors), four);
    assert_eq!(refused(Stage::InReview, Action::Review, errors), None);
    assert_eq!(refused(Stage::Preparing, Action::Submit, edited), None);
    assert_eq!(refused(Stage::InReview, Action::Review, edited), Some(Refusal::HasEdited));
    assert_eq!(refused(Stage::InApproval, Action::Approve, edited), Some(Refusal::HasEdited));
}

#[test]
fn only_who_submitted_it_can_withdraw_it_and_only_until_somebody_acts() {
    let (me, other) = (id("me"), id("other"));
    let roles = Role::ALL.iter().copied().collect();
    let actor = |person| Actor { person, roles: &roles };
    let policy = Policy { secrecy_review: true, ..Policy::default() };
    let step = |state: &State, action, person| {
        state.act(action, actor(person), Facts::default(), policy).map(|step| state.clone().follow(step))
    };
    let submitted = step(&State::new(), Action::Submit, &me).unwrap();
    assert_eq!(step(&submitted, Action::Withdraw, &other).err(), Some(Refusal::NotTheSubmitter));
    assert_eq!(step(&submitted, Action::Withdraw, &me).unwrap().stage, Stage::Preparing);
    let passed = step(&submitted, Action::PassSecrecyReview, &other).unwrap();
    assert_eq!(passed.stage, Stage::InReview);
    assert_eq!(step(&passed, Action::Withdraw, &me).err(), Some(Refusal::ActedOn));
}

#[test]
fn a_revision_begins_the_next_version_and_everybody_may_act_anew() {
    let me = id("me");
    let roles = Role::ALL.iter().copied().collect();
    let actor = Actor { person: &me, roles: &roles };
    let approved = State { acted: BTreeSet::from([(Role::Approver, me.clone())]), ..at(Stage::Approved) };
    let step = approved.act(Action::Revise, actor, Facts::default(), Policy::default()).unwrap();
    let revised = approved.clone().follow(step);
    assert_eq!((revised.version, revised.stage), (4, Stage::Preparing));
    assert!(revised.act(Action::Submit, actor, Facts::default(), Policy::default()).is_ok());
}

/// What goes on from a stage, if nobody stands in the way.
fn onward(stage: Stage) -> Action {
    match stage {
        Stage::Preparing => Action::Submit,
        Stage::SecrecyReview => Action::PassSecrecyReview,
        Stage::InReview => Action::Review,
        Stage::InApproval => Action::Approve,
        Stage::Approved => Action::Revise,
    }
}

/// One of five persons, an action or what goes on from there, and what is known: mostly nothing that hinders.
fn attempt() -> impl Strategy<Value = (usize, Option<Action>, Facts)> {
    let some = || prop_oneof![9 => Just(0), 1 => Just(1_usize)];
    let facts = (some(), some(), some(), some()).prop_map(|(open, answered, errors, edited)| Facts {
        unanswered_remarks: open,
        unclosed_remarks: open + answered,
        unexcused_errors: errors,
        actor_has_edited: edited > 0,
    });
    (0..5_usize, proptest::option::weighted(0.3, select(Action::ALL)), facts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_path_leads_to_approved_but_through_allowed_persons_in_their_order(
        may in vec(vec(select(Role::ALL), 0..5), 5),
        two_roles in any::<bool>(),
        secrecy_review in any::<bool>(),
        attempts in vec(attempt(), 1..120),
    ) {
        let policy = Policy { one_person_may_hold_two_roles: two_roles, secrecy_review };
        let persons: Vec<_> = (0..5).map(|n| id(&format!("p{n}"))).collect();
        let may: Vec<BTreeSet<Role>> = may.into_iter().map(|roles| roles.into_iter().collect()).collect();
        let mut state = State::new();
        let mut taken: Vec<(Action, usize, Facts)> = Vec::new();
        for (who, action, facts) in attempts {
            let actor = Actor { person: &persons[who], roles: &may[who] };
            let before = state.clone();
            let action = action.unwrap_or_else(|| onward(state.stage));
            match state.act(action, actor, facts, policy) {
                Ok(step) => state = state.clone().follow(step),
                Err(_) => continue,
            }
            taken.push((action, who, facts));
            if state.stage != Stage::Approved {
                prop_assert!(action == Action::Revise || state.version == before.version);
                continue;
            }
            // What was done since it was last submitted.
            let from = taken.iter().rposition(|(action, ..)| *action == Action::Submit).unwrap();
            let round: Vec<Action> = taken[from..].iter().map(|(action, ..)| *action).collect();
            let expected: &[Action] = match secrecy_review {
                true => &[Action::Submit, Action::PassSecrecyReview, Action::Review, Action::Approve],
                false => &[Action::Submit, Action::Review, Action::Approve],
            };
            prop_assert_eq!(round, expected);
            let roles = [
                (Action::Submit, Role::Preparer),
                (Action::PassSecrecyReview, Role::SecrecyReviewer),
                (Action::Review, Role::Reviewer),
                (Action::Approve, Role::Approver),
            ];
            let roles = BTreeMap::from(roles.map(|(action, role)| (action as u8, role)));
            for (action, who, facts) in &taken[from..] {
                prop_assert!(may[*who].contains(&roles[&(*action as u8)]));
                let checks = *action != Action::Submit;
                prop_assert!(two_roles || !checks || !facts.actor_has_edited);
            }
            let persons: BTreeSet<usize> = taken[from..].iter().map(|(_, who, _)| *who).collect();
            prop_assert!(two_roles || persons.len() == taken.len() - from, "one person in two roles");
            prop_assert_eq!(taken[from].2.unexcused_errors, 0);
            prop_assert_eq!(taken[from].2.unanswered_remarks, 0);
        }
    }
}

fn entry(kind: EntryKind, text: &str) -> RemarkEntry {
    RemarkEntry {
        remark: id("r1"),
        place: RemarkPlace::Whole,
        by: id("p1"),
        at: Timestamp::UNIX_EPOCH,
        kind,
        text: text.to_owned(),
    }
}

#[test]
fn a_remark_goes_from_asked_to_answered_to_closed_and_back_by_asking_again() {
    use EntryKind::{Asked, Changed, Closed, NotChanged};
    let mut log = Vec::new();
    for (kind, state) in [
        (Asked, RemarkState::Open),
        (NotChanged, RemarkState::Answered),
        (Asked, RemarkState::Open),
        (Changed, RemarkState::Answered),
        (Closed, RemarkState::Closed),
        (Asked, RemarkState::Open),
    ] {
        log.push(entry(kind, "词"));
        let other = RemarkEntry { remark: id("r2"), ..entry(Asked, "另") };
        let remarks = threads(&[log.as_slice(), &[other]].concat());
        assert_eq!(remarks[0].state(), state);
        let open = 1 + usize::from(state == RemarkState::Open);
        let facts = Facts::default().with_remarks(&remarks);
        assert_eq!(facts.unanswered_remarks, open);
        assert_eq!(facts.unclosed_remarks, 1 + usize::from(state != RemarkState::Closed));
    }
}

#[test]
fn who_checks_asks_and_closes_and_who_prepares_answers() {
    use EntryKind::{Asked, Changed, Closed, NotChanged};
    let asked = threads(&[entry(Asked, "依据？")]).remove(0);
    let closed = threads(&[entry(Asked, "依据？"), entry(Closed, "")]).remove(0);
    let check = |remark: Option<&Remark>, entry: &RemarkEntry, stage, role| {
        check_entry(remark, entry, stage, &BTreeSet::from([role]))
    };
    let (preparing, review) = (Stage::Preparing, Stage::InReview);
    assert_eq!(check(None, &entry(Asked, "问"), review, Role::Reviewer), Ok(()));
    assert_eq!(check(Some(&closed), &entry(Asked, "再问"), review, Role::Reviewer), Ok(()));
    assert_eq!(check(Some(&asked), &entry(Closed, ""), review, Role::Reviewer), Ok(()));
    assert_eq!(check(Some(&asked), &entry(Changed, ""), preparing, Role::Preparer), Ok(()));
    let not_now = |stage| Err(RemarkRefusal::NotNow { stage });
    let cases = [
        (Some(&asked), entry(Asked, "问"), preparing, Role::Reviewer, not_now(preparing)),
        (Some(&asked), entry(Closed, ""), preparing, Role::Reviewer, not_now(preparing)),
        (Some(&asked), entry(Changed, ""), review, Role::Preparer, not_now(review)),
        (Some(&asked), entry(Asked, "问"), Stage::Approved, Role::Approver, not_now(Stage::Approved)),
        (
            None,
            entry(Asked, "问"),
            review,
            Role::Approver,
            Err(RemarkRefusal::NotInRole { role: Role::Reviewer }),
        ),
        (None, entry(Asked, " "), review, Role::Reviewer, Err(RemarkRefusal::NoWords)),
        (Some(&asked), entry(NotChanged, ""), preparing, Role::Preparer, Err(RemarkRefusal::NoWords)),
        (None, entry(Changed, "改"), preparing, Role::Preparer, Err(RemarkRefusal::NoRemark(id("r1")))),
        (Some(&closed), entry(Changed, "改"), preparing, Role::Preparer, Err(RemarkRefusal::Closed)),
        (Some(&closed), entry(Closed, ""), review, Role::Reviewer, Err(RemarkRefusal::Closed)),
        (None, entry(Asked, &"长".repeat(100_001)), review, Role::Reviewer, Err(RemarkRefusal::TextTooLong)),
    ];
    for (remark, entry, stage, role, expected) in cases {
        assert_eq!(check(remark, &entry, stage, role), expected, "{entry:?} at {stage:?}");
    }
    let elsewhere = RemarkEntry { place: RemarkPlace::Item { item: id("i1") }, ..entry(Changed, "") };
    assert_eq!(check(Some(&asked), &elsewhere, preparing, Role::Preparer), Err(RemarkRefusal::OtherPlace));
}
