//! People, PINs, and who may do what to whom.

use super::*;
use mulu_model::library::PeopleAct;

use crate::wire::{OfficeView, PersonDraft, Policy, Role};

pub(super) const PIN: &str = "目录 7319";
const OTHER_PIN: &str = "另外一个密码";

pub(super) fn draft(name: &str, roles: &[Role]) -> PersonDraft {
    PersonDraft { name: name.to_owned(), unit: "某局".to_owned(), roles: roles.to_vec(), is_active: true }
}

/// What is done to people, first to last, with whose name.
fn log(office: &OfficeView) -> Vec<(PeopleAct, &str)> {
    office.log.iter().rev().map(|step| (step.act, step.name.as_str())).collect()
}

#[test]
fn the_first_person_is_made_by_anybody_manages_and_is_working() {
    let office = Office::new();
    assert_eq!(office.app.office().unwrap().people, []);
    let id = office.app.add_person(draft(" 甲 ", &[Role::Preparer]), PIN).unwrap();
    let view = office.app.office().unwrap();
    assert_eq!(view.current, Some(id));
    assert_eq!(view.people[0].name, "甲");
    assert_eq!(view.people[0].roles, [Role::Preparer, Role::Administrator]);
    assert_eq!((view.log[0].by.as_str(), view.log[0].name.as_str()), ("", "甲"));
    assert_eq!(office.app.stop_working().unwrap().current, None);
    let refused = office.app.add_person(draft("乙", &[Role::Reviewer]), PIN);
    assert_eq!(refused, Err(AppError::NotAnAdministrator));
}

#[test]
fn who_works_is_forgotten_when_the_program_ends() {
    let mut office = Office::new();
    let id = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    office.restart();
    assert_eq!(office.app.office().unwrap().current, None);
    assert_eq!(office.app.start_working(&id, PIN).unwrap().current, Some(id));
}

#[test]
fn a_person_without_name_or_role_or_with_anothers_name_is_refused() {
    let office = Office::new();
    office.app.add_person(draft("甲", &[]), PIN).unwrap();
    let cases = [
        (draft("  ", &[Role::Reviewer]), PIN, AppError::BadPerson),
        (draft("乙", &[]), PIN, AppError::BadPerson),
        (draft("甲", &[Role::Reviewer]), PIN, AppError::NameTaken),
        (draft(&"长".repeat(101), &[Role::Reviewer]), PIN, AppError::TextTooLong { max: 100 }),
        (draft("乙", &[Role::Reviewer]), "12", AppError::BadPin { problem: PinProblem::TooShort { min: 6 } }),
        (draft("乙", &[Role::Reviewer]), "123456", AppError::BadPin { problem: PinProblem::TooPlain }),
    ];
    for (person, pin, error) in cases {
        assert_eq!(office.app.add_person(person, pin), Err(error));
    }
    assert_eq!(office.app.office().unwrap().people.len(), 1);
}

#[test]
fn the_last_who_manages_stays() {
    let office = Office::new();
    let first = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    let second = office.app.add_person(draft("乙", &[Role::Reviewer]), PIN).unwrap();
    let gone = PersonDraft { is_active: false, ..draft("甲", &[Role::Administrator]) };
    let without_role = draft("甲", &[Role::Preparer]);
    for change in [&gone, &without_role] {
        assert_eq!(office.app.change_person(&first, change.clone()), Err(AppError::LastAdministrator));
    }
    office.app.change_person(&second, draft("乙", &[Role::Administrator])).unwrap();
    let view = office.app.change_person(&first, gone).unwrap();
    assert_eq!(view.current, None, "who has been removed works no longer");
    assert_eq!(office.app.start_working(&first, PIN), Err(AppError::NoPerson { id: first.to_string() }));
    office.app.start_working(&second, PIN).unwrap();
    let view = office.app.change_person(&first, draft("甲", &[Role::Preparer])).unwrap();
    use PeopleAct::{Added, Changed, Removed, Returned};
    let done = [(Added, "甲"), (Added, "乙"), (Changed, "乙"), (Removed, "甲"), (Returned, "甲")];
    assert_eq!(log(&view), done);
}

#[test]
fn wrong_pins_cost_more_and_more_time_also_after_a_restart() {
    let mut office = Office::new();
    let id = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    office.app.stop_working().unwrap();
    for wait in [0, 0, 5] {
        assert_eq!(office.app.start_working(&id, "不是这个密码"), Err(AppError::WrongPin { wait }));
    }
    office.restart();
    let Err(AppError::MustWait { wait }) = office.app.start_working(&id, PIN) else { panic!("no wait") };
    assert!((1..=5).contains(&wait));
    office.pass(5);
    assert_eq!(office.app.start_working(&id, "不是这个密码"), Err(AppError::WrongPin { wait: 10 }));
    office.pass(10);
    office.app.start_working(&id, PIN).unwrap();
    assert_eq!(
        office.app.start_working(&id, "不是这个密码"),
        Err(AppError::WrongPin { wait: 0 }),
        "counted anew"
    );
}

#[test]
fn a_clock_set_back_neither_shortens_nor_stretches_the_wait() {
    let office = Office::new();
    let id = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    for _ in 0..3 {
        office.app.start_working(&id, "不是这个密码").unwrap_err();
    }
    office.pass(-1_000_000);
    assert_eq!(office.app.start_working(&id, PIN), Err(AppError::MustWait { wait: 5 }));
    office.pass(5);
    office.app.start_working(&id, PIN).unwrap();
}

#[test]
fn another_pin_keeps_the_key_and_a_reset_makes_another() {
    let office = Office::new();
    let id = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    let key = || office.app.office().unwrap().people[0].fingerprint.clone();
    let first = key();
    assert_eq!(office.app.change_pin("不是这个密码", OTHER_PIN), Err(AppError::WrongPin { wait: 0 }));
    office.app.change_pin(PIN, OTHER_PIN).unwrap();
    assert_eq!(key(), first);
    assert!(matches!(office.app.start_working(&id, PIN), Err(AppError::WrongPin { .. })));
    let view = office.app.reset_pin(&id, PIN).unwrap();
    assert_ne!(view.people[0].fingerprint, first);
    use PeopleAct::{Added, KeyReset, PinChanged};
    assert_eq!(log(&view), [(Added, "甲"), (PinChanged, "甲"), (KeyReset, "甲")]);
    office.app.start_working(&id, PIN).unwrap();
}

#[test]
fn a_damaged_key_is_told_from_a_wrong_pin_and_can_be_replaced() {
    let mut office = Office::new();
    let first = office.app.add_person(draft("甲", &[]), PIN).unwrap();
    let second = office.app.add_person(draft("乙", &[Role::Reviewer]), PIN).unwrap();
    office.damage(&format!(
        "UPDATE people SET sealed_key = json_set(sealed_key, '$.algorithm', '?') WHERE id = '{second}'"
    ));
    office.restart();
    assert_eq!(office.app.start_working(&second, PIN), Err(AppError::LostKey));
    office.app.start_working(&first, PIN).unwrap();
    office.app.reset_pin(&second, OTHER_PIN).unwrap();
    office.app.start_working(&second, OTHER_PIN).unwrap();
}

#[test]
fn only_who_manages_sets_the_rules() {
    let office = Office::new();
    let policy = Policy { one_person_may_hold_two_roles: true, secrecy_review: true };
    assert_eq!(office.app.set_policy(policy), Err(AppError::NotAnAdministrator));
    office.app.add_person(draft("甲", &[]), PIN).unwrap();
    assert_eq!(office.app.set_policy(policy).unwrap().policy, policy);
    let second = office.app.add_person(draft("乙", &[Role::Reviewer]), PIN).unwrap();
    office.app.start_working(&second, PIN).unwrap();
    assert_eq!(office.app.set_policy(Policy::default()), Err(AppError::NotAnAdministrator));
}
