//! Documents that are open for taking in: looked at, corrected, taken.

use std::path::Path;

use mulu_import::{FindingKind, RowRole};
use mulu_model::{ColumnKey, Mark, Method, TextField};

use super::*;
use crate::wire::{
    CellAnswer, CellChoice, ColumnChoice, ColumnUse, Corrections, Fate, ImportChoice, ImportHeader,
    ImportInto, ImportTemplate, ImportView, OpenDocument, RowChange, RowChoice,
};

const TABLE: &str = "某县司法局政务公开目录\n\
    序号,一级事项,二级事项,公开内容,公开时限,公开主体,负责人\n\
    1,机构信息,机构职能,职能,长期公开,某县司法局,甲\n\
    2,机构信息,内设机构,科室 设置,同上,某县司法局,乙\n\
    3,机构信息,领导信息,简历,长期公开,某县司法局,丙\n\
    4,政策文件,规范性文件,正文,及时公开,某县司法局,丁\n";

/// A document in an office.
struct Desk {
    office: Office,
    open: OpenDocument,
}

/// A file that was sent.
fn file<'a>(name: &'a str, bytes: &'a [u8]) -> GivenFile<'a> {
    GivenFile::Content { name: Path::new(name), bytes }
}

impl Desk {
    fn with(text: &str) -> Self {
        let office = Office::new();
        let open = office.app.open_document(file("目录.csv", text.as_bytes())).unwrap();
        Self { office, open }
    }

    fn look(&self, corrections: Corrections) -> ImportView {
        let choice = ImportChoice { corrections, ..ImportChoice::default() };
        self.office.app.look_at_document(self.open.document, &choice).unwrap()
    }

    /// Takes it as a catalogue of its own and opens that.
    fn take(&self, corrections: Corrections, cleanings: &[u32]) -> CatalogueView {
        let choice = ImportChoice { corrections, ..ImportChoice::default() };
        let into = ImportInto::NewCatalogue;
        let taken = self.office.app.take_document(self.open.document, &choice, cleanings, &into).unwrap();
        self.office.app.open(&taken.id).unwrap()
    }
}

fn rows(changes: &[(u32, RowChange)]) -> Corrections {
    let choice = |(row, change): &(u32, RowChange)| RowChoice { table: 1, row: *row, change: change.clone() };
    Corrections { rows: changes.iter().map(choice).collect(), ..Corrections::default() }
}

/// The groups of a catalogue with the names of their items.
fn names(view: &CatalogueView) -> Vec<(&str, Vec<&str>)> {
    let groups = view.groups.iter();
    groups
        .map(|group| (group.name.as_str(), group.items.iter().map(|item| item.name.as_str()).collect()))
        .collect()
}

#[test]
fn a_document_is_shown_row_by_row_with_what_each_was_taken_for() {
    let desk = Desk::with(TABLE);
    let view = &desk.open.view;
    assert_eq!((desk.open.name.as_str(), view.title.as_str()), ("目录.csv", "某县司法局政务公开目录"));
    assert_eq!((view.rows, view.groups, view.items), (4, 2, 4));
    assert_eq!(view.headers, [ImportHeader { table: 1, first: 1, rows: 1 }]);
    let shown = desk.office.app.document_rows(desk.open.document, 1, 0, 100).unwrap();
    let read = desk.office.app.document_readings(desk.open.document, 1).unwrap();
    let pairs = || shown.iter().zip(&read);
    let roles: Vec<_> = pairs().map(|(row, read)| (row.number, read.role.unwrap(), read.item)).collect();
    let item = |number, at| (number, RowRole::Item, Some(at));
    let above = [(1, RowRole::Above, None), (2, RowRole::Header, None)];
    assert_eq!(roles, [&above[..], &[item(3, 0), item(4, 1), item(5, 2), item(6, 3)]].concat());
    assert_eq!(shown[3].cells[3].text, "科室 设置");
    let begins: Vec<bool> = read.iter().map(|row| row.begins_group).collect();
    assert_eq!(begins, [false, false, true, false, false, true]);
    let some = desk.office.app.document_rows(desk.open.document, 1, 4, 1).unwrap();
    assert_eq!(some, shown[4..5]);
    let ditto = view.findings.iter().find(|finding| finding.found.rule() == "ditto").unwrap();
    assert_eq!((ditto.row, ditto.place.row), (Some(3), Some(4)));
    assert_eq!(ditto.found, FindingKind::Ditto { row: Some(3) });
}

#[test]
fn what_is_decided_of_a_merged_cell_is_decided_for_all_of_its_items() {
    let office = Office::new();
    let row = |group: &str, item: &str, basis: &str| {
        format!("<tr><td>{group}</td><td>{item}</td><td>{item}的内容</td>{basis}</tr>")
    };
    let rows = [
        row("机构信息", "机构职能", "<td>《条例》</td>"),
        row("机构信息", "内设机构", "<td rowspan=2>同上</td>"),
        row("机构信息", "领导信息", ""),
        row("政策文件", "规范性文件", "<td>同上</td>"),
    ];
    let header = "<tr><th>一级事项</th><th>二级事项</th><th>公开内容</th><th>公开依据</th></tr>";
    let html = format!("<table>{header}{}</table>", rows.concat());
    let open = office.app.open_document(file("目录.html", html.as_bytes())).unwrap();
    let ditto: Vec<_> = open.view.findings.iter().filter(|found| found.found.rule() == "ditto").collect();
    let points: Vec<_> = ditto.iter().map(|found| (found.place.row, found.found.clone())).collect();
    let to = |row| FindingKind::Ditto { row: Some(row) };
    assert_eq!(points, [(Some(3), to(2)), (Some(5), to(2))]);
    let answer = CellAnswer::Empty;
    let cells = vec![CellChoice { table: 1, row: 2, column: "basis".parse().unwrap(), answer }];
    let choice =
        ImportChoice { corrections: Corrections { cells, ..Corrections::default() }, ..Default::default() };
    let taken = office.app.take_document(open.document, &choice, &[], &ImportInto::NewCatalogue).unwrap();
    let taken = office.app.open(&taken.id).unwrap();
    let bases: Vec<_> = taken
        .groups
        .iter()
        .flat_map(|group| &group.items)
        .map(|item| item.texts[TextField::Basis].as_str())
        .collect();
    assert_eq!(bases, ["《条例》", "", "", "《条例》"]);
}

#[test]
fn rows_that_are_out_of_line_stand_under_the_columns_under_which_they_were_read() {
    let header = "序号\t一级事项\t二级事项\t公开内容\t公开依据\t公开时限\t公开主体\n";
    let text = "1\t机构信息\t机构职能\t职责和办公地点\t《条例》\t20个工作日\t市人社局\n\
         政策法规\t标题和全文\t《条例》\t20个工作日\t市人社局\n";
    let office = Office::new();
    let open = office.app.open_document(file("目录.txt", format!("{header}{text}").as_bytes())).unwrap();
    let read = office.app.document_readings(open.document, 1).unwrap();
    assert_eq!(read[1].cells, None);
    let cells = read[2].cells.as_ref().unwrap().iter();
    let places: Vec<_> = cells.map(|cell| (cell.position, cell.from, cell.text.as_str())).collect();
    assert_eq!(places[..2], [(3, 1, "政策法规"), (4, 2, "标题和全文")]);
    assert_eq!(places[4], (7, 5, "市人社局"));
    let into = ImportInto::NewCatalogue;
    let taken = office.app.take_document(open.document, &ImportChoice::default(), &[], &into).unwrap();
    let taken = office.app.open(&taken.id).unwrap();
    assert_eq!(taken.groups[0].items[1].texts[TextField::Content], "标题和全文");
}

#[test]
fn a_column_gets_the_meaning_it_is_given_and_nothing_stands_twice() {
    let desk = Desk::with(TABLE);
    let choose = |position, key: &str| {
        let use_as = ColumnUse::Column { key: key.parse().unwrap() };
        Corrections { columns: vec![ColumnChoice { table: 1, position, use_as }], ..Corrections::default() }
    };
    let keys = |view: &ImportView| -> Vec<String> {
        view.columns.iter().flat_map(|column| &column.keys).map(ToString::to_string).collect()
    };
    let swapped = desk.look(choose(4, "time_limit"));
    assert_eq!(keys(&swapped)[3..5], ["time_limit", "content"]);
    let own = desk.look(choose(7, "disclosing_body"));
    assert_eq!(keys(&own)[5..], ["custom:公开主体", "disclosing_body"]);
    let taken = desk.take(choose(7, "remarks"), &[]);
    assert_eq!(first_item(&taken).texts[TextField::Remarks], "甲");
}

#[test]
fn a_column_that_is_left_out_is_not_taken() {
    let desk = Desk::with(TABLE);
    let columns = vec![ColumnChoice { table: 1, position: 7, use_as: ColumnUse::Nothing }];
    let taken = desk.take(Corrections { columns, ..Corrections::default() }, &[]);
    assert!(first_item(&taken).custom.is_empty());
    assert_eq!(taken.template.columns.len(), 6);
}

#[test]
fn the_header_stands_where_the_user_says() {
    let desk = Desk::with(TABLE);
    let headers = vec![ImportHeader { table: 1, first: 1, rows: 2 }];
    let view = desk.look(Corrections { headers: headers.clone(), ..Corrections::default() });
    assert_eq!((view.headers, view.items), (headers, 3));
    assert_eq!(view.columns[2].header, ["二级事项", "机构职能"]);
}

#[test]
fn a_row_is_left_out_begins_a_group_or_joins_the_one_above() {
    let desk = Desk::with(TABLE);
    let begin = |name: &str| RowChange::BeginGroup { name: name.to_owned() };
    let left_out = desk.take(rows(&[(3, RowChange::LeaveOut)]), &[]);
    let policies = ("政策文件", vec!["规范性文件"]);
    assert_eq!(names(&left_out), [("机构信息", vec!["机构职能", "领导信息"]), policies.clone()]);
    let gone = desk.take(rows(&[(5, RowChange::LeaveOut)]), &[]);
    assert_eq!(names(&gone), [("机构信息", vec!["机构职能", "内设机构", "领导信息"])]);
    let begun = desk.take(rows(&[(3, begin("内设"))]), &[]);
    assert_eq!(names(&begun)[..2], [("机构信息", vec!["机构职能"]), ("内设", vec!["内设机构", "领导信息"])]);
    let named = desk.take(rows(&[(2, begin("概况"))]), &[]);
    assert_eq!(names(&named)[0].0, "概况");
    let joined = desk.take(rows(&[(5, RowChange::JoinGroupAbove)]), &[]);
    assert_eq!(names(&joined), [("机构信息", vec!["机构职能", "内设机构", "领导信息", "规范性文件"])]);
    let both = desk.take(rows(&[(4, begin("领导")), (5, RowChange::JoinGroupAbove)]), &[]);
    assert_eq!(names(&both)[1], ("领导", vec!["领导信息", "规范性文件"]));
}

#[test]
fn findings_of_a_row_that_is_left_out_are_gone() {
    let desk = Desk::with(TABLE);
    let about =
        |view: &ImportView| view.findings.iter().filter(|finding| finding.found.rule() == "ditto").count();
    assert_eq!(about(&desk.open.view), 1);
    assert_eq!(about(&desk.look(rows(&[(3, RowChange::LeaveOut)]))), 0);
}

#[test]
fn a_cell_holds_what_was_decided_and_nothing_else() {
    let header = "序号,一级事项,二级事项,公开内容,公开时限,主动,依申请公开\n";
    let desk =
        Desk::with(&format!("{header}1,机构信息,机构职能,职能,长期,√,\n2,机构信息,内设机构,科室,同上,,\n"));
    let cell =
        |column: &str, answer| CellChoice { table: 1, row: 2, column: column.parse().unwrap(), answer };
    let proactive = ColumnKey::Mark(Mark::Method(Method::Proactive));
    let cells = vec![cell("time_limit", CellAnswer::Empty), cell(&proactive.to_string(), CellAnswer::Ticked)];
    let taken = desk.take(Corrections { cells, ..Corrections::default() }, &[]);
    let [first, second] = &taken.groups[0].items[..] else { panic!("two items") };
    assert_eq!(
        (first.texts[TextField::TimeLimit].as_str(), second.texts[TextField::TimeLimit].as_str()),
        ("长期", "")
    );
    assert!(second.method.contains(&Method::Proactive));
}

#[test]
fn only_the_cleanings_that_were_chosen_are_done() {
    let text = TABLE.replace("领导信息", "领导 信息");
    let desk = Desk::with(&text);
    let offered = &desk.open.view.cleanings;
    let after: Vec<&str> = offered.iter().map(|cleaning| cleaning.after.as_str()).collect();
    assert_eq!(after, ["科室设置", "领导信息"]);
    let taken = desk.take(Corrections::default(), &[1]);
    let items = &taken.groups[0].items;
    assert_eq!(
        (items[1].texts[TextField::Content].as_str(), items[2].name.as_str()),
        ("科室 设置", "领导信息")
    );
}

#[test]
fn a_document_goes_into_a_catalogue_as_its_next_version_and_what_it_does_not_show_stays() {
    let desk = Desk::with(TABLE);
    let app = &desk.office.app;
    let first = desk.take(Corrections::default(), &[]);
    let id = first.id.clone();
    let [kept, other] = [&first.groups[0].items[0], &first.groups[0].items[1]];
    app.edit(&id, set_text(&kept.id, "remarks", "手填的备注"), false).unwrap();
    // The next one has no column 负责人, another time limit, one item less and one more, in another order.
    let next = "序号,一级事项,二级事项,公开内容,公开时限,公开主体\n\
        1,机构 信息,内设机构,科室 设置,同上,某县司法局\n\
        2,机构信息,机构职能,职能,20个工作日,某县司法局\n\
        3,机构信息,领导信息,简历,长期公开,某县司法局\n\
        4,财务信息,预算,部门预算,及时公开,某县司法局\n";
    let next = app.open_document(file("明年.csv", next.replace("机构 信息", "机构信息").as_bytes())).unwrap();
    let (choice, into) = (ImportChoice::default(), ImportInto::Version { id: id.clone() });
    let difference = app.import_difference(next.document, &choice, &[], &into).unwrap();
    assert_eq!((difference.matched, difference.added, difference.removed), (3, 1, 1));
    let fates: Vec<_> = difference.entries.iter().filter(|entry| entry.item.is_some()).collect();
    assert!(fates.iter().any(|entry| entry.fate == Fate::Added && entry.name == "预算"));
    let taken = app.take_document(next.document, &choice, &[], &into).unwrap();
    assert_eq!((&taken.id, taken.items), (&id, 4));
    let after = app.open(&id).unwrap();
    assert_eq!(
        names(&after),
        [("机构信息", vec!["内设机构", "机构职能", "领导信息"]), ("财务信息", vec!["预算"])]
    );
    let [was_second, was_first] = [&after.groups[0].items[0], &after.groups[0].items[1]];
    assert_eq!((&was_first.id, &was_second.id), (&kept.id, &other.id));
    assert_eq!(
        (was_first.texts[TextField::Remarks].as_str(), was_first.texts[TextField::TimeLimit].as_str()),
        ("手填的备注", "20个工作日")
    );
    assert_eq!(was_first.custom["负责人"], "甲");
    assert_eq!(after.template, first.template);
    // It is one step, and can be taken back.
    app.undo(&id).unwrap();
    assert_eq!(names(&app.open(&id).unwrap()), names(&first));
}

#[test]
fn the_same_document_again_changes_nothing() {
    let desk = Desk::with(TABLE);
    let first = desk.take(Corrections::default(), &[]);
    let into = ImportInto::Version { id: first.id.clone() };
    let app = &desk.office.app;
    let difference = app.import_difference(desk.open.document, &ImportChoice::default(), &[], &into).unwrap();
    assert_eq!((difference.matched, difference.entries.len()), (4, 0));
    let taken = app.take_document(desk.open.document, &ImportChoice::default(), &[], &into).unwrap();
    assert_eq!(taken.changes, 0);
    assert_eq!(app.open(&first.id).unwrap().state.revision, first.state.revision);
}

#[test]
fn items_are_added_to_the_groups_of_their_names() {
    let desk = Desk::with(TABLE);
    let first = desk.take(Corrections::default(), &[]);
    let more = "序号,一级事项,二级事项,公开内容\n1,政策文件,政策解读,解读\n2,财务信息,预算,部门预算\n";
    let app = &desk.office.app;
    let more = app.open_document(file("更多.csv", more.as_bytes())).unwrap();
    let into = ImportInto::Items { id: first.id.clone() };
    app.take_document(more.document, &ImportChoice::default(), &[], &into).unwrap();
    let after = app.open(&first.id).unwrap();
    let added = [("政策文件", vec!["规范性文件", "政策解读"]), ("财务信息", vec!["预算"])];
    assert_eq!(names(&after)[1..], added);
    assert_eq!(after.state.undo, Some(EditName::Several { act: Act::Import, count: 2 }));
}

#[test]
fn what_was_pasted_is_read_from_its_html_or_else_from_its_text() {
    let office = Office::new();
    let text = TABLE.replace(',', "\t");
    let cells = |line: &str| line.split(',').map(|cell| format!("<td>{cell}</td>")).collect::<String>();
    let lines: String = TABLE.lines().skip(1).map(|line| format!("<tr>{}</tr>", cells(line))).collect();
    let html = format!("<table>{lines}</table>");
    for (html, text) in [(html.as_str(), ""), ("", text.as_str()), ("<b>无表</b>", text.as_str())] {
        let open = office.app.open_pasted(html, text).unwrap();
        assert_eq!((open.name.as_str(), open.view.items), ("", 4));
    }
    assert!(matches!(office.app.open_pasted("", ""), Err(AppError::BadDocument { .. })));
}

#[test]
fn the_template_of_a_catalogue_can_be_chosen() {
    let desk = Desk::with(TABLE);
    let first = desk.take(Corrections::default(), &[]);
    let small = "序号,一级事项,二级事项,经办人\n1,政策文件,政策解读,某人\n";
    let open = desk.office.app.open_document(file("小.csv", small.as_bytes())).unwrap();
    let template = ImportTemplate::Catalogue { id: first.id };
    let choice = ImportChoice { template, ..ImportChoice::default() };
    let view = desk.office.app.look_at_document(open.document, &choice).unwrap();
    assert_eq!(view.template, first.template);
}

#[test]
fn a_document_that_is_closed_can_no_longer_be_asked_for() {
    let desk = Desk::with(TABLE);
    let app = &desk.office.app;
    app.close_document(desk.open.document);
    let asked = app.look_at_document(desk.open.document, &ImportChoice::default());
    assert!(matches!(asked, Err(AppError::BadRequest { .. })));
    assert!(app.document_rows(desk.open.document, 1, 0, 1).is_err());
}
