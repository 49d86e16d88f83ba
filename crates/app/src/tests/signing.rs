//! Steps, remarks, reasons, and what is printed and changed on the way.

use super::{
    people::{PIN, draft},
    *,
};
use crate::wire::{
    Action, EntryKind, ExcuseView, Fate, RemarkRequest, RemarkSpot, Role, SignoffView, Stage, StateOf,
    StepRefusal,
};
use mulu_model::TextField;

pub(super) const SAMPLE: &str = "zhongwei-hrss-2022";

/// The people of an office: who prepares, and manages too, who reviews, who approves.
pub(super) struct People {
    pub(super) preparer: Id,
    pub(super) reviewer: Id,
    pub(super) approver: Id,
}

impl Office {
    pub(super) fn with_people(&self) -> People {
        let preparer = self.app.add_person(draft("填表甲", &[Role::Preparer]), PIN).unwrap();
        let reviewer = self.app.add_person(draft("复核乙", &[Role::Reviewer]), PIN).unwrap();
        let approver = self.app.add_person(draft("审签丙", &[Role::Approver]), PIN).unwrap();
        People { preparer, reviewer, approver }
    }

    /// Somebody takes a step.
    pub(super) fn step(&self, who: &Id, id: &Id, action: Action) -> SignoffView {
        self.app.start_working(who, PIN).unwrap();
        self.app.take_step(id, action, "", PIN).unwrap()
    }

    /// Gives a reason for each error.
    pub(super) fn excuse_all(&self, id: &Id) {
        for found in self.app.findings(id).unwrap() {
            if found.severity == mulu_rules::Severity::Error {
                let excuse = ExcuseView {
                    rule: found.problem.kind().to_owned(),
                    item: found.item,
                    part: found.part,
                    column: found.column,
                    reason: "原件如此".to_owned(),
                };
                self.app.excuse(id, excuse).unwrap();
            }
        }
    }

    /// A sample that is submitted.
    pub(super) fn submitted(&self, people: &People) -> Id {
        let id = self.sample(SAMPLE);
        self.excuse_all(&id);
        self.step(&people.preparer, &id, Action::Submit);
        id
    }

    pub(super) fn approved(&self, people: &People) -> Id {
        let id = self.submitted(people);
        self.step(&people.reviewer, &id, Action::Review);
        self.step(&people.approver, &id, Action::Approve);
        id
    }

    fn html(&self, id: &Id) -> String {
        let path = self.path("目录.html");
        self.app.export(id, ExportFormat::Html, Paper::A3, &path, &mut unwatched).unwrap();
        std::fs::read_to_string(path).unwrap()
    }

    pub(super) fn refusal(&self, id: &Id, action: Action) -> Option<StepRefusal> {
        let options = self.app.signoff(id).unwrap().options;
        options.into_iter().find(|option| option.action == action).unwrap().refusal
    }
}

pub(super) fn on_cell(item: &Id, column: &str, text: &str) -> RemarkRequest {
    let place = RemarkSpot { item: Some(item.clone()), part: None, column: Some(column.parse().unwrap()) };
    RemarkRequest { remark: None, place, kind: EntryKind::Asked, text: text.to_owned() }
}

pub(super) fn answer(remark: &Id, kind: EntryKind, text: &str) -> RemarkRequest {
    let place = RemarkSpot { item: None, part: None, column: None };
    RemarkRequest { remark: Some(remark.clone()), place, kind, text: text.to_owned() }
}

#[test]
fn names_date_version_and_code_on_paper_are_those_of_the_steps() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.submitted(&people);
    let under_way = office.html(&id);
    assert!(under_way.contains("填表甲") && under_way.contains("草稿") && !under_way.contains("复核乙"));
    office.step(&people.reviewer, &id, Action::Review);
    assert!(office.html(&id).contains("复核乙"));
    let view = office.step(&people.approver, &id, Action::Approve);
    let code = &view.versions[0].check_code;
    let approved = office.html(&id);
    assert!(["填表甲", "复核乙", "审签丙", code].iter().all(|text| approved.contains(*text)));
    assert!(!approved.contains("草稿"));
    assert_eq!(view.problems, []);
    let preview = office.app.preview(&id, Paper::A3).unwrap();
    let page = office.app.preview_page(&id, Paper::A3, 0).unwrap();
    assert!(preview.pages > 0 && page.contains(code) && page.contains("审签丙"));
    let listed = office.app.library_view().unwrap().catalogues.remove(0);
    assert_eq!((listed.stage, listed.version), (Stage::Approved, 1));
    assert_eq!(listed.check_code.as_ref(), Some(code));
    assert_eq!(listed.stage_since.as_ref(), view.steps.last().map(|step| &step.at));
}

#[test]
fn a_name_that_was_typed_is_marked_on_paper_where_people_sign_and_one_that_was_signed_is_not() {
    let office = Office::new();
    let id = office.sample(SAMPLE);
    let typed = |field, value: &str| EditRequest::SetHeading { field, value: value.to_owned() };
    for (field, name) in [(HeadingField::Preparer, "旧表甲"), (HeadingField::Approver, "旧表丙")] {
        office.app.edit(&id, typed(field, name), false).unwrap();
    }
    assert!(!office.html(&id).contains("（录入）"), "nobody signs here");
    let people = office.with_people();
    let draft = office.html(&id);
    assert!(["填表人：旧表甲（录入）", "审签人：旧表丙（录入）"].iter().all(|text| draft.contains(text)));
    assert!(office.app.preview(&id, Paper::A3).is_ok());
    assert!(office.app.preview_page(&id, Paper::A3, 0).unwrap().contains("（录入）"));

    office.excuse_all(&id);
    office.step(&people.preparer, &id, Action::Submit);
    assert!(!office.html(&id).contains("（录入）"));
    office.step(&people.preparer, &id, Action::Withdraw);
    let again = office.html(&id);
    assert!(again.contains("填表人：填表甲") && !again.contains("（录入）"), "its preparer has signed it");
    office.app.edit(&id, typed(HeadingField::Reviewer, "旧表乙"), false).unwrap();
    let line = office.html(&id);
    assert!(line.contains("复核人：旧表乙（录入）") && line.matches("（录入）").count() == 1);
}

#[test]
fn a_printed_code_is_found_and_a_mistyped_one_is_told() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.approved(&people);
    let code = office.app.signoff(&id).unwrap().versions[0].check_code.clone();
    let found = office.app.check_code(&code.to_lowercase().replace('-', " ")).unwrap().version.unwrap();
    assert_eq!((found.catalogue, found.number, found.is_proved), (id, 1, true));
    assert_eq!(found.approved_by, "审签丙");
    let mut swapped: Vec<char> = code.chars().collect();
    let other = if swapped[0] == 'A' { 'B' } else { 'A' };
    swapped[0] = other;
    let mistyped = office.app.check_code(&swapped.iter().collect::<String>());
    assert_eq!(mistyped, Err(AppError::BadCheckCode { problem: CodeProblem::Mistyped }));
    let elsewhere = Office::new();
    assert_eq!(elsewhere.app.check_code(&code).unwrap().version, None);
}

#[test]
fn what_is_submitted_cannot_be_changed_in_any_way() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.sample(SAMPLE);
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.edit(&id, set_text(&item, "basis", "甲规定"), false).unwrap();
    office.app.undo(&id).unwrap();
    office.excuse_all(&id);
    office.step(&people.preparer, &id, Action::Submit);
    let before = office.app.open(&id).unwrap();
    assert_eq!(before.stage, Stage::InReview);
    let refused = AppError::NotEditable { stage: Stage::InReview };
    assert_eq!(office.app.edit(&id, set_text(&item, "basis", "乙规定"), false), Err(refused.clone()));
    assert_eq!(office.app.undo(&id), Err(refused.clone()));
    assert_eq!(office.app.go_to(&id, -1), Err(refused.clone()));
    let other = office.sample(SAMPLE);
    let term = first_item(&before).texts[TextField::DisclosingBody].clone();
    let column = "disclosing_body".parse().unwrap();
    assert_eq!(office.app.rename_term_elsewhere(&other, &column, &term, "别的局"), Err(refused.clone()));
    let excuse = ExcuseView {
        rule: "empty".to_owned(),
        item,
        part: None,
        column: "basis".parse().unwrap(),
        reason: "无".to_owned(),
    };
    assert_eq!(office.app.excuse(&id, excuse), Err(refused));
    assert_eq!(office.app.open(&id).unwrap(), before);
    let copy = office.app.copy_catalogue(&id, "下一年").unwrap();
    let copy = office.app.signoff(&copy).unwrap();
    assert_eq!((copy.stage, copy.version, copy.steps.len()), (Stage::Preparing, 1, 0));
}

#[test]
fn errors_need_a_reason_and_remarks_an_answer_before_a_submission() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.sample(SAMPLE);
    office.app.start_working(&people.preparer, PIN).unwrap();
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.edit(&id, set_text(&item, "basis", ""), false).unwrap();
    let count = office.app.signoff(&id).unwrap().unexcused_errors;
    assert!(count > 0);
    let before = office.app.check_counts(&id).unwrap();
    assert_eq!(before.errors, count);
    let refused = StepRefusal::UnexcusedErrors { count };
    assert_eq!(
        office.app.take_step(&id, Action::Submit, "", PIN),
        Err(AppError::StepRefused { refusal: refused })
    );
    office.excuse_all(&id);
    assert_eq!(office.app.signoff(&id).unwrap().unexcused_errors, 0);
    let after = office.app.check_counts(&id).unwrap();
    assert_eq!((after.errors, after.warnings), (0, before.warnings));
    office.app.take_step(&id, Action::Submit, "", PIN).unwrap();
    office.app.start_working(&people.reviewer, PIN).unwrap();
    assert_eq!(office.refusal(&id, Action::SendBack), Some(StepRefusal::NoRemark));
    let view = office.app.remark(&id, on_cell(&item, "basis", "请补依据")).unwrap();
    let remark = view.remarks[0].id.clone();
    assert_eq!(view.remarks[0].entries[0].name, "复核乙");
    let view = office.app.take_step(&id, Action::SendBack, "", PIN).unwrap();
    assert!(view.is_sent_back && view.steps[1].open_remarks == 1);
    office.app.start_working(&people.preparer, PIN).unwrap();
    assert_eq!(office.refusal(&id, Action::Submit), Some(StepRefusal::UnansweredRemarks { count: 1 }));
    let empty = office.app.remark(&id, answer(&remark, EntryKind::NotChanged, " "));
    assert_eq!(empty, Err(AppError::RemarkRefused { problem: RemarkProblem::NoWords }));
    office.app.edit(&id, set_text(&item, "basis", "甲规定"), false).unwrap();
    office.app.remark(&id, answer(&remark, EntryKind::Changed, "")).unwrap();
    assert_eq!(office.refusal(&id, Action::Submit), None);
}

#[test]
fn an_opinion_goes_back_with_the_catalogue_and_is_not_written_where_the_step_is_not_taken() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.submitted(&people);
    let opinion = "请对照新的条例逐项核对。";
    office.app.start_working(&people.reviewer, PIN).unwrap();
    let wrong = office.app.take_step(&id, Action::SendBack, opinion, "不是这个密码");
    assert!(matches!(wrong, Err(AppError::WrongPin { .. })), "{wrong:?}");
    assert_eq!(office.app.signoff(&id).unwrap().remarks, []);
    let none = office.app.take_step(&id, Action::SendBack, " ", PIN);
    assert_eq!(none, Err(AppError::StepRefused { refusal: StepRefusal::NoRemark }));
    let view = office.app.take_step(&id, Action::SendBack, opinion, PIN).unwrap();
    assert!(view.is_sent_back && view.steps[1].open_remarks == 1);
    let [remark] = &view.remarks[..] else { panic!("one remark, not {:?}", view.remarks) };
    assert_eq!(remark.place, RemarkSpot { item: None, part: None, column: None });
    assert_eq!(remark.entries[0].text, opinion);
    assert_eq!(view.problems, []);
}

#[test]
fn who_has_edited_a_version_does_not_check_it_but_may_check_the_next() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.sample(SAMPLE);
    office.excuse_all(&id);
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.start_working(&people.reviewer, PIN).unwrap();
    let change = office.app.edit(&id, set_text(&item, "basis", "甲规定"), false).unwrap();
    assert_eq!(change.state.undo, office.app.open(&id).unwrap().state.undo);
    assert_eq!(office.app.history(&id).unwrap().done[0].actor, "复核乙");
    office.step(&people.preparer, &id, Action::Submit);
    office.app.start_working(&people.reviewer, PIN).unwrap();
    assert_eq!(office.refusal(&id, Action::Review), Some(StepRefusal::HasEdited));
    let other = office.app.start_working(&people.preparer, PIN).unwrap();
    assert_eq!(other.current.as_ref(), Some(&people.preparer));
    let second = office.app.add_person(draft("复核丁", &[Role::Reviewer]), PIN).unwrap();
    office.step(&second, &id, Action::Review);
    office.step(&people.approver, &id, Action::Approve);
    office.step(&people.preparer, &id, Action::Revise);
    office.app.edit(&id, set_text(&item, "basis", "乙规定"), false).unwrap();
    office.step(&people.preparer, &id, Action::Submit);
    office.app.start_working(&people.reviewer, PIN).unwrap();
    assert_eq!(office.refusal(&id, Action::Review), None);
}

#[test]
fn a_person_who_is_removed_while_steps_are_open_acts_no_more_and_what_was_signed_holds() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.submitted(&people);
    office.step(&people.reviewer, &id, Action::Review);
    office.app.start_working(&people.preparer, PIN).unwrap();
    let gone = crate::wire::PersonDraft { is_active: false, ..draft("复核乙", &[Role::Reviewer]) };
    office.app.change_person(&people.reviewer, gone).unwrap();
    assert!(matches!(office.app.start_working(&people.reviewer, PIN), Err(AppError::NoPerson { .. })));
    let view = office.step(&people.approver, &id, Action::Approve);
    assert_eq!((view.stage, view.problems), (Stage::Approved, vec![]));
}

#[test]
fn nobody_signs_without_coming_and_without_the_right_pin() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.sample(SAMPLE);
    office.excuse_all(&id);
    office.app.stop_working().unwrap();
    assert_eq!(office.app.take_step(&id, Action::Submit, "", PIN), Err(AppError::NobodyIsWorking));
    assert_eq!(office.refusal(&id, Action::Submit), Some(StepRefusal::NoPerson));
    office.app.start_working(&people.preparer, PIN).unwrap();
    let wrong = office.app.take_step(&id, Action::Submit, "", "不是这个密码");
    assert_eq!(wrong, Err(AppError::WrongPin { wait: 0 }));
    assert_eq!(office.app.signoff(&id).unwrap().steps, []);
}

#[test]
fn the_revision_table_gives_the_reasons_that_were_given_and_no_others() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.approved(&people);
    let reasons = |office: &Office, old, new| {
        let workspace = office.app.workspace();
        let found = workspace.reasons(&id, &workspace.trail(&id).unwrap(), old, new).unwrap();
        let [before, after] =
            [old, new].map(|state| workspace.state_of(&id, &workspace.trail(&id).unwrap(), state).unwrap());
        mulu_model::diff::diff(&before, &after)
            .iter()
            .filter_map(|difference| match difference {
                mulu_model::diff::Difference::Cell { column, .. } => {
                    Some(format!("{column}: {}", found.of(difference)))
                }
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    office.step(&people.preparer, &id, Action::Revise);
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.app.edit(&id, set_text(&item, "basis", "甲规定"), false).unwrap();
    office.excuse_all(&id);
    office.step(&people.preparer, &id, Action::Submit);
    office.app.start_working(&people.reviewer, PIN).unwrap();
    office.app.remark(&id, on_cell(&item, "content", "与三定方案一致")).unwrap();
    office.app.remark(&id, on_cell(&item, "time_limit", "请核对")).unwrap();
    let view = office.app.take_step(&id, Action::SendBack, "请再看一遍。", PIN).unwrap();
    office.app.start_working(&people.preparer, PIN).unwrap();
    office.app.edit(&id, set_text(&item, "content", "机构职能"), false).unwrap();
    let answers = [EntryKind::Changed, EntryKind::NotChanged, EntryKind::NotChanged];
    for (remark, kind) in view.remarks.iter().zip(answers) {
        office.app.remark(&id, answer(&remark.id, kind, "见答复")).unwrap();
    }
    let (first, now) = (StateOf::Version { number: 1 }, StateOf::Now);
    assert_eq!(reasons(&office, first, now), ["basis: ", "content: 与三定方案一致"]);
    assert_eq!(reasons(&office, first, StateOf::Step { seq: 5 }), ["basis: "]);

    // What is said of a finding that stays is why the cell is so.
    office.app.edit(&id, set_text(&item, "basis", ""), false).unwrap();
    office.excuse_all(&id);
    assert_eq!(reasons(&office, first, now), ["basis: 原件如此", "content: 与三定方案一致"]);

    // The screen tells the same; what was said of the whole counts once it is answered with a change.
    let view = office.app.review(&id, Some(first), now).unwrap();
    let told: Vec<_> = view.entries[0].cells.iter().map(|cell| cell.reason.as_str()).collect();
    assert_eq!((told, view.reason.as_str()), (vec!["原件如此", "与三定方案一致"], ""));
    let whole = office.app.signoff(&id).unwrap().remarks.pop().unwrap();
    office.app.remark(&id, answer(&whole.id, EntryKind::Changed, "")).unwrap();
    assert_eq!(office.app.review(&id, Some(first), now).unwrap().reason, "请再看一遍。");
}

#[test]
fn a_revision_shows_exactly_what_was_changed() {
    let office = Office::new();
    let people = office.with_people();
    let id = office.approved(&people);
    office.step(&people.preparer, &id, Action::Revise);
    let items: Vec<Id> =
        office.app.open(&id).unwrap().groups[0].items.iter().map(|item| item.id.clone()).collect();
    office.app.edit(&id, set_text(&items[0], "basis", "甲规定"), false).unwrap();
    office.app.edit(&id, set_text(&items[1], "item", "另一名称"), false).unwrap();
    office.app.edit(&id, EditRequest::RemoveItems { items: vec![items[2].clone()] }, false).unwrap();
    office.excuse_all(&id);
    office.pass(86_400);
    office.step(&people.preparer, &id, Action::Submit);
    office.app.start_working(&people.reviewer, PIN).unwrap();
    let view = office.app.review(&id, None, StateOf::Now).unwrap();
    assert_eq!(view.old, StateOf::Version { number: 1 });
    let told: Vec<_> = view.entries.iter().map(|entry| (entry.fate, entry.number)).collect();
    assert_eq!(told, [(Fate::Changed, Some(1)), (Fate::Changed, Some(2)), (Fate::Removed, Some(3))]);
    assert_eq!((view.changed, view.added, view.removed, view.moved), (2, 0, 1, 0));
    let cell = &view.entries[1].cells[0];
    let after: String = cell.after.iter().map(|run| run.text.as_str()).collect();
    assert_eq!((cell.label.as_str(), after.as_str()), ("二级事项", "另一名称"));
    assert_eq!(view.last_look, Some(2), "the reviewer's step on the first version");
    let (old, new) = (StateOf::Version { number: 1 }, StateOf::Now);
    let tables: [(&str, &[u8]); 3] = [("修订.pdf", b"%PDF"), ("修订.xlsx", b"PK"), ("修订.docx", b"PK")];
    for (name, begins) in tables {
        let table = office.path(name);
        let format = ExportFormat::of(&table).unwrap();
        office.app.export_revision_table(&id, old, new, format, Paper::A4, &table).unwrap();
        assert!(std::fs::read(table).unwrap().starts_with(begins), "{name}");
    }
    let kept = office.path("第一版.html");
    office.app.export_version(&id, 1, ExportFormat::Html, Paper::A3, &kept).unwrap();
    let kept = std::fs::read_to_string(kept).unwrap();
    let code = &office.app.signoff(&id).unwrap().versions[0].check_code;
    assert!(kept.contains(code) && !kept.contains("草稿") && kept.contains("审签丙"));
    let none = office.app.export_version(&id, 2, ExportFormat::Html, Paper::A3, &office.path("x.html"));
    assert_eq!(none, Err(AppError::NoSuchVersion));
}

#[test]
fn what_is_altered_past_the_program_is_told_can_be_read_and_is_signed_by_nobody() {
    let cases = [
        "UPDATE items SET body = json_set(body, '$.basis', '改动') WHERE id = '{item}'",
        "UPDATE records SET body = json_set(body, '$.statement.person.name', '别人') WHERE seq = 2",
        "UPDATE records SET body = json_set(body, '$.statement.at', '2020-01-01T00:00:00Z') WHERE seq = 1",
        "UPDATE versions SET content = CAST(replace(content, '公开', '公示') AS BLOB)",
        "UPDATE catalogues SET stage = 'approved'",
        "UPDATE catalogues SET changed_at = '2020-01-01T00:00:00.000Z'",
        "UPDATE edit_log SET actor = '别人' WHERE seq = 1",
        "UPDATE people SET body = json_set(body, '$.unit', '别局') WHERE id = '{reviewer}'",
        "UPDATE people_log SET body = json_set(body, '$.act', 'changed') WHERE seq = 1",
        "INSERT INTO settings (name, value) VALUES ('policy', '{\"one_person_may_hold_two_roles\":true,\"secrecy_review\":false}')",
    ];
    for sql in cases {
        let mut office = Office::new();
        let people = office.with_people();
        let id = office.submitted(&people);
        office.step(&people.reviewer, &id, Action::Review);
        let item = first_item(&office.app.open(&id).unwrap()).id.to_string();
        office.damage(&sql.replace("{item}", &item).replace("{reviewer}", people.reviewer.as_str()));
        office.restart();
        office.app.start_working(&people.approver, PIN).unwrap();
        let view = office.app.signoff(&id).unwrap();
        assert!(view.problems.iter().any(|problem| !problem.is_warning), "{sql}");
        office.app.open(&id).unwrap();
        assert!(office.html(&id).contains("草稿"), "{sql}");
        assert!(view.options.iter().all(|option| option.refusal == Some(StepRefusal::NotProved)), "{sql}");
        let action = view.options[0].action;
        let refused = AppError::StepRefused { refusal: StepRefusal::NotProved };
        assert_eq!(office.app.take_step(&id, action, "", PIN), Err(refused.clone()), "{sql}");
        assert_eq!(office.app.write_handoff(&id, &office.path("x.mulu"), PIN), Err(refused), "{sql}");
    }
}

#[test]
fn what_was_altered_past_the_program_can_go_on_as_a_new_catalogue() {
    let mut office = Office::new();
    let people = office.with_people();
    let id = office.sample(SAMPLE);
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    office.damage(&format!("UPDATE items SET body = json_set(body, '$.basis', '改动') WHERE id = '{item}'"));
    office.restart();
    office.app.start_working(&people.preparer, PIN).unwrap();
    assert_eq!(office.refusal(&id, Action::Submit), Some(StepRefusal::NotProved));
    let out = office.path("另建.json");
    office.app.export(&id, ExportFormat::Json, Paper::A3, &out, &mut unwatched).unwrap();
    let copy = office.app.import(&out).unwrap();
    office.excuse_all(&copy);
    assert_eq!(office.step(&people.preparer, &copy, Action::Submit).stage, Stage::InReview);
}
