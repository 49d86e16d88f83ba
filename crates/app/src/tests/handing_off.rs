//! Two PCs that never meet: what goes from one to the other in files.

use super::{
    people::{PIN, draft},
    signing::{SAMPLE, answer, on_cell},
    *,
};
use crate::wire::{
    Action, EntryKind, Fate, HandoffView, MergeSide, ProofFault, Relation, RemarkTurn, Role, Stage, StateOf,
    TakenIn,
};
use mulu_model::TextField;

impl Office {
    /// Somebody who works here hands a catalogue off.
    fn hand_off(&self, who: &Id, id: &Id) -> PathBuf {
        self.app.start_working(who, PIN).unwrap();
        let path = self.path("流转.mulu");
        self.app.write_handoff(id, &path, PIN).unwrap();
        path
    }

    fn look(&self, path: &std::path::Path) -> HandoffView {
        self.app.look_at_handoff(path).unwrap()
    }

    /// Takes a file in, with all keys in it compared.
    fn take_in(&self, path: &std::path::Path, sides: &[MergeSide]) -> TakenIn {
        let look = self.look(path);
        let trusted: Vec<String> = look.introductions.into_iter().map(|key| key.fingerprint).collect();
        self.app.take_in_handoff(path, &trusted, sides).unwrap()
    }

    fn items(&self, id: &Id) -> Vec<Id> {
        let groups = self.app.open(id).unwrap().groups;
        groups.iter().flat_map(|group| &group.items).map(|item| item.id.clone()).collect()
    }

    fn set(&self, id: &Id, item: &Id, column: &str, text: &str) {
        self.app.edit(id, set_text(item, column, text), false).unwrap();
    }

    fn basis(&self, id: &Id, at: usize) -> String {
        let groups = self.app.open(id).unwrap().groups;
        groups.into_iter().flat_map(|group| group.items).nth(at).unwrap().texts[TextField::Basis].clone()
    }

    /// The library's own files, byte for byte as far as a reader sees them.
    fn content(&self) -> Vec<String> {
        let file = Connection::open(self.path("library.db")).unwrap();
        let tables = ["catalogues", "items", "records", "versions", "remarks", "edit_log", "keys"];
        let count = |table: &&str| {
            let sql = format!(
                "SELECT count(*) || ':' || coalesce(group_concat(quote(t.{0})), '') FROM {table} t",
                match *table {
                    "catalogues" => "revision",
                    "keys" => "public_key",
                    "versions" => "digest",
                    "edit_log" => "edit",
                    _ => "body",
                }
            );
            file.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        tables.iter().map(count).collect()
    }
}

/// Two offices: on the first somebody prepares, on the second others review and approve.
struct Two {
    a: Office,
    b: Office,
    preparer: Id,
    reviewer: Id,
    approver: Id,
}

impl Two {
    fn new() -> Self {
        let (a, b) = (Office::named("a"), Office::named("b"));
        let preparer = a.app.add_person(draft("填表甲", &[Role::Preparer]), PIN).unwrap();
        let reviewer = b.app.add_person(draft("复核乙", &[Role::Reviewer]), PIN).unwrap();
        let approver = b.app.add_person(draft("审签丙", &[Role::Approver]), PIN).unwrap();
        Self { a, b, preparer, reviewer, approver }
    }

    /// A sample that both have, not submitted.
    fn shared(&self) -> Id {
        let id = self.a.sample(SAMPLE);
        self.b.take_in(&self.a.hand_off(&self.preparer, &id), &[]);
        id
    }
}

#[test]
fn a_catalogue_goes_its_whole_way_between_two_pcs() {
    let Two { a, b, preparer, reviewer, approver } = Two::new();
    let id = a.sample(SAMPLE);
    let items = a.items(&id);
    a.set(&id, &items[0], "basis", "甲规定");
    a.excuse_all(&id);
    a.step(&preparer, &id, Action::Submit);

    let file = a.hand_off(&preparer, &id);
    let look = b.look(&file);
    assert_eq!((look.relation, look.stage, look.sender.as_str()), (Relation::New, Stage::InReview, "填表甲"));
    assert_eq!((look.problems.len(), look.introductions.len()), (0, 1));
    let own = &a.app.office().unwrap().people[0].fingerprint;
    assert_eq!(&look.introductions[0].fingerprint, own);
    assert_eq!(b.app.take_in_handoff(&file, &[], &[]), Err(AppError::NotDecided));
    assert_eq!(b.app.library_view().unwrap().catalogues, []);
    b.take_in(&file, &[]);

    b.app.start_working(&reviewer, PIN).unwrap();
    b.app.remark(&id, on_cell(&items[0], "basis", "依据不全")).unwrap();
    b.app.remark(&id, on_cell(&items[1], "time_limit", "请核对时限")).unwrap();
    b.step(&reviewer, &id, Action::SendBack);
    let back = b.hand_off(&reviewer, &id);
    assert_eq!(a.look(&back).relation, Relation::Newer);
    a.take_in(&back, &[]);
    let view = a.app.signoff(&id).unwrap();
    assert!(view.is_sent_back);
    let remarks: Vec<Id> = view.remarks.iter().map(|remark| remark.id.clone()).collect();
    assert_eq!(remarks.len(), 2);
    assert_eq!(view.remarks[0].entries[0].name, "复核乙");

    a.app.start_working(&preparer, PIN).unwrap();
    a.set(&id, &items[0], "basis", "甲规定\n乙规定");
    a.app.remark(&id, answer(&remarks[0], EntryKind::Changed, "")).unwrap();
    a.app.remark(&id, answer(&remarks[1], EntryKind::NotChanged, "时限无误")).unwrap();
    a.excuse_all(&id);
    a.step(&preparer, &id, Action::Submit);
    b.take_in(&a.hand_off(&preparer, &id), &[]);
    assert_eq!(b.basis(&id, 0), "甲规定\n乙规定");
    b.app.start_working(&reviewer, PIN).unwrap();
    let look = b.app.review(&id, Some(StateOf::Step { seq: 2 }), StateOf::Now).unwrap();
    assert_eq!((look.last_look, look.entries.len(), look.changed), (Some(2), 1, 1));
    for remark in &remarks {
        b.app.remark(&id, answer(remark, EntryKind::Closed, "")).unwrap();
    }
    b.step(&reviewer, &id, Action::Review);
    let view = b.step(&approver, &id, Action::Approve);
    assert!(view.remarks.iter().all(|remark| remark.state == RemarkTurn::Closed));
    let code = view.versions[0].check_code.clone();
    assert_eq!(a.app.check_code(&code).unwrap().version, None);
    a.take_in(&b.hand_off(&approver, &id), &[]);
    let found = a.app.check_code(&code).unwrap().version.unwrap();
    assert_eq!((found.number, found.is_proved, found.approved_by.as_str()), (1, true, "审签丙"));

    a.step(&preparer, &id, Action::Revise);
    a.set(&id, &items[2], "basis", "丙规定");
    a.set(&id, &items[3], "time_limit", "即时公开");
    a.app.edit(&id, EditRequest::RemoveItems { items: vec![items[4].clone()] }, false).unwrap();
    a.excuse_all(&id);
    a.step(&preparer, &id, Action::Submit);
    b.take_in(&a.hand_off(&preparer, &id), &[]);
    b.step(&reviewer, &id, Action::Review);
    b.app.start_working(&approver, PIN).unwrap();
    let review = b.app.review(&id, None, StateOf::Now).unwrap();
    let fates: Vec<Fate> = review.entries.iter().map(|entry| entry.fate).collect();
    assert_eq!(fates, [Fate::Changed, Fate::Changed, Fate::Removed]);
    let view = b.step(&approver, &id, Action::Approve);
    assert_eq!((view.version, view.versions.len()), (2, 2));
    // The two clocks are not the same, which is told and forbids nothing.
    assert!(view.problems.iter().all(|problem| problem.is_warning));
}

#[test]
fn the_same_file_twice_changes_nothing_and_an_old_one_is_older() {
    let Two { a, b, preparer, .. } = Two::new();
    let id = a.sample(SAMPLE);
    let first = a.hand_off(&preparer, &id);
    b.take_in(&first, &[]);
    let before = b.content();
    assert_eq!(b.take_in(&first, &[]).relation, Relation::Known);
    assert_eq!(b.content(), before);
    let item = a.items(&id)[0].clone();
    a.set(&id, &item, "basis", "甲规定");
    assert_eq!(a.take_in(&first, &[]).relation, Relation::Older);
    assert_eq!(a.basis(&id, 0), "甲规定");
    let second = a.hand_off(&preparer, &id);
    assert_eq!(b.take_in(&second, &[]).relation, Relation::Newer);
    assert_eq!(b.take_in(&second, &[]).relation, Relation::Known);
    assert_eq!(b.basis(&id, 0), "甲规定");
    assert_eq!(b.app.history(&id).unwrap().done[0].actor, "填表甲");
}

#[test]
fn what_both_have_changed_is_decided_and_nothing_else_is_lost() {
    for (side, kept) in [(MergeSide::Ours, "此处"), (MergeSide::Theirs, "彼处")] {
        let two = Two::new();
        let id = two.shared();
        let Two { a, b, preparer, reviewer, .. } = &two;
        let items = a.items(&id);
        a.app.start_working(preparer, PIN).unwrap();
        a.set(&id, &items[0], "basis", "此处");
        a.set(&id, &items[1], "basis", "只在甲处");
        b.app.start_working(reviewer, PIN).unwrap();
        b.set(&id, &items[0], "basis", "彼处");
        b.set(&id, &items[2], "basis", "只在乙处");
        b.app.edit(&id, EditRequest::RemoveItems { items: vec![items[5].clone()] }, false).unwrap();
        let file = b.hand_off(reviewer, &id);
        let look = a.look(&file);
        assert_eq!((look.relation, look.conflicts.len()), (Relation::Both, 1));
        let conflict = &look.conflicts[0];
        assert_eq!((conflict.ours.text.as_deref(), conflict.ours.by.as_str()), (Some("此处"), "填表甲"));
        assert_eq!((conflict.theirs.text.as_deref(), conflict.theirs.by.as_str()), (Some("彼处"), "复核乙"));
        assert_eq!(conflict.number, Some(1));
        let trusted: Vec<String> = look.introductions.iter().map(|key| key.fingerprint.clone()).collect();
        assert_eq!(a.app.take_in_handoff(&file, &trusted, &[]), Err(AppError::NotDecided));
        let taken = a.take_in(&file, &[side]);
        assert!(taken.merged > 0);
        assert_eq!([0, 1, 2].map(|at| a.basis(&id, at)), [kept, "只在甲处", "只在乙处"]);
        assert!(!a.items(&id).contains(&items[5]));
        assert_eq!(a.look(&file).relation, Relation::Older, "what was decided is not asked again");
        // Nor on the other side, even where something came in between.
        let decided = a.hand_off(preparer, &id);
        assert_eq!(b.look(&decided).relation, Relation::Newer);
        b.set(&id, &items[3], "basis", "乙处又改");
        let look = b.look(&decided);
        assert_eq!((look.relation, look.conflicts.len()), (Relation::Both, 0));
        b.app.undo(&id).unwrap();
        b.take_in(&decided, &[]);
        assert_eq!(a.app.open(&id).unwrap().groups, b.app.open(&id).unwrap().groups);
        assert_eq!(a.look(&b.hand_off(reviewer, &id)).relation, Relation::Known);

        // On both sides it is one step, behind which is what was there before.
        a.app.undo(&id).unwrap();
        assert_eq!([0, 1].map(|at| a.basis(&id, at)), ["此处", "只在甲处"]);
        assert_ne!(a.basis(&id, 2), "只在乙处");
        b.app.undo(&id).unwrap();
        assert_eq!([0, 2].map(|at| b.basis(&id, at)), ["彼处", "只在乙处"]);
        assert_ne!(b.basis(&id, 1), "只在甲处");
    }
}

#[test]
fn steps_on_both_sides_are_refused_and_told() {
    let two = Two::new();
    let id = two.shared();
    let Two { a, b, preparer, .. } = &two;
    let other = b.app.office().unwrap().current.unwrap();
    b.app.start_working(&two.reviewer, PIN).unwrap();
    b.app.change_person(&other, draft("复核乙", &[Role::Preparer, Role::Administrator])).unwrap();
    for (office, who) in [(a, preparer), (b, &two.reviewer)] {
        office.excuse_all(&id);
        office.step(who, &id, Action::Submit);
    }
    let file = b.hand_off(&two.reviewer, &id);
    let look = a.look(&file);
    assert_eq!(look.relation, Relation::Both);
    assert_eq!((look.problems[0].fault, look.problems[0].step), (ProofFault::BrokenLink, Some(1)));
    let before = a.content();
    let trusted: Vec<String> = look.introductions.into_iter().map(|key| key.fingerprint).collect();
    assert!(matches!(a.app.take_in_handoff(&file, &trusted, &[]), Err(AppError::BadHandoff { .. })));
    assert_eq!(a.content(), before);
}

#[test]
fn a_file_that_is_cut_altered_newer_or_something_else_is_refused_and_leaves_no_trace() {
    let Two { a, b, preparer, .. } = Two::new();
    let id = a.sample(SAMPLE);
    let good = std::fs::read(a.hand_off(&preparer, &id)).unwrap();
    let path = b.path("来件.mulu");
    let newer = |mut bytes: Vec<u8>| {
        bytes[63] = 200;
        bytes
    };
    let cases = [
        (good[..good.len() / 2].to_vec(), HandoffProblem::Damaged),
        (newer(good.clone()), HandoffProblem::Newer),
        (b"{}".to_vec(), HandoffProblem::NotAHandoff),
        (std::fs::read(a.path("library.db")).unwrap(), HandoffProblem::NotAHandoff),
    ];
    let before = b.content();
    for (bytes, problem) in cases {
        std::fs::write(&path, bytes).unwrap();
        let error = AppError::BadHandoff { path: path.display().to_string(), problem };
        assert_eq!(b.app.look_at_handoff(&path), Err(error.clone()));
        assert_eq!(b.app.take_in_handoff(&path, &[], &[]), Err(error));
    }
    std::fs::write(&path, &good).unwrap();
    let file = Connection::open(&path).unwrap();
    file.execute("UPDATE cover SET body = json_set(body, '$.sender.name', '别人')", []).unwrap();
    drop(file);
    let look = b.look(&path);
    assert_eq!(look.problems[0].fault, ProofFault::CoverAltered);
    let trusted: Vec<String> = look.introductions.into_iter().map(|key| key.fingerprint).collect();
    let altered = AppError::BadHandoff { path: path.display().to_string(), problem: HandoffProblem::Altered };
    assert_eq!(b.app.take_in_handoff(&path, &trusted, &[]), Err(altered));
    assert_eq!(b.content(), before);
}

#[test]
fn another_key_of_a_known_person_is_trusted_by_who_manages_alone() {
    let two = Two::new();
    let id = two.shared();
    let Two { a, b, preparer, reviewer, approver } = &two;
    a.app.reset_pin(preparer, PIN).unwrap();
    a.set(&id, &a.items(&id)[0], "basis", "甲规定");
    let file = a.hand_off(preparer, &id);
    let look = b.look(&file);
    let introduced = &look.introductions[0];
    assert!(introduced.known_fingerprint.as_ref().is_some_and(|known| *known != introduced.fingerprint));
    let trusted = [introduced.fingerprint.clone()];
    b.app.start_working(approver, PIN).unwrap();
    assert_eq!(b.app.take_in_handoff(&file, &trusted, &[]), Err(AppError::NotAnAdministrator));
    b.app.start_working(reviewer, PIN).unwrap();
    assert_eq!(b.app.take_in_handoff(&file, &trusted, &[]).unwrap().relation, Relation::Newer);
}
