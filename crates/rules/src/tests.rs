//! Every rule on small changes of catalogues without a fault, and all of them on the real ones.

mod cases;
mod sign_off;

use std::collections::HashSet;

use mulu_model::{Catalogue, ColumnKey, Edit, Id, Value, exchange};

use crate::{Context, Finding, Place, RULES, Severity, check, recheck};

const REAL: [(&str, &[u8]); 4] = [
    ("zhongwei-hrss-2022", include_bytes!("../../../assets/catalogues/zhongwei-hrss-2022.json")),
    ("yinchuan-hrss-2020", include_bytes!("../../../assets/catalogues/yinchuan-hrss-2020.json")),
    (
        "zhongwei-social-insurance",
        include_bytes!("../../../assets/catalogues/zhongwei-social-insurance.json"),
    ),
    ("jalaid-social-insurance", include_bytes!("../../../assets/catalogues/jalaid-social-insurance.json")),
];

/// Catalogues of other fields, in which an expert finds nothing to say.
const CLEAN: [(&str, &[u8]); 3] = [
    ("ecology", include_bytes!("../../../tests/fixtures/clean/ecology.json")),
    ("education", include_bytes!("../../../tests/fixtures/clean/education.json")),
    ("market", include_bytes!("../../../tests/fixtures/clean/market.json")),
];

fn read(bytes: &[u8]) -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    };
    exchange::read(bytes, &mut new_id).unwrap()
}

fn context() -> Context {
    Context::on(mulu_model::parse_date("2026-12-01").unwrap())
}

/// Such as `2 content[1]`: the item's number, the column, the part.
fn place(place: &Place, catalogue: &Catalogue) -> String {
    match place {
        Place::Catalogue => "catalogue".to_owned(),
        Place::Heading(field) => format!("heading {field:?}"),
        Place::Group(group) => {
            format!("group {}", catalogue.group_position(group).unwrap() + 1)
        }
        Place::Cell { item, part, column } => {
            let index = catalogue.items().position(|(_, own)| own.id == *item).unwrap();
            let part = part.map(|part| format!("[{part}]")).unwrap_or_default();
            format!("{} {column}{part}", index + 1)
        }
    }
}

fn line(finding: &Finding, catalogue: &Catalogue) -> String {
    let facts: Vec<String> = finding.facts.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
    let fix = if finding.fix.is_some() { " fix" } else { "" };
    let place = place(&finding.place, catalogue);
    format!("{place}: {:?} {}{fix} {}\n", finding.rule.severity, finding.rule.id, facts.join(" "))
}

#[test]
fn the_findings_of_the_real_catalogues_are_as_they_were() {
    for (name, bytes) in REAL {
        let catalogue = read(bytes);
        let findings = check(&catalogue, &context());
        let lines: String = findings.iter().map(|finding| line(finding, &catalogue)).collect();
        insta::assert_snapshot!(name, lines);
    }
}

#[test]
fn clean_catalogues_have_no_findings() {
    for (name, bytes) in CLEAN {
        let catalogue = read(bytes);
        let found: Vec<String> =
            check(&catalogue, &context()).iter().map(|finding| line(finding, &catalogue)).collect();
        assert_eq!(found, [] as [String; 0], "{name}");
    }
}

#[test]
fn what_can_be_put_right_is_put_right_and_nothing_else_changes() {
    for (name, bytes) in REAL {
        let before = read(bytes);
        let mut catalogue = before.clone();
        let mut undo = Vec::new();
        for round in 0.. {
            let findings = check(&catalogue, &context());
            let mut places = HashSet::new();
            // Two fixes of one cell do not know one another.
            let fixes = findings.into_iter().filter(|finding| finding.fix.is_some());
            let fixes: Vec<_> = fixes.filter(|finding| places.insert(finding.place.clone())).collect();
            if fixes.is_empty() {
                break;
            }
            assert!(round < 10, "{name}: fixes lead round in a circle: {:?}", fixes[0]);
            undo.extend(
                fixes
                    .iter()
                    .filter_map(|finding| finding.fix.as_ref())
                    .map(|fix| catalogue.apply(fix).unwrap()),
            );
        }
        undo.iter().rev().for_each(|edit| _ = catalogue.apply(edit).unwrap());
        assert_eq!(catalogue, before, "{name}");
    }
}

#[test]
fn what_is_checked_again_after_an_edit_is_as_if_all_were() {
    let mut catalogue = read(REAL[0].1);
    let before = check(&catalogue, &context());
    let item = catalogue.groups[1].items[2].id.clone();
    let value = Value::Text { text: "20个工作日内;".to_owned() };
    let edit = Edit::SetCell { item, part: None, column: "time_limit".parse().unwrap(), value };
    let inverse = catalogue.apply(&edit).unwrap();
    let again = recheck(&catalogue, &context(), before, &edit.footprint(&inverse));
    let lines = |findings: &[Finding]| findings.iter().map(|f| line(f, &catalogue)).collect::<String>();
    assert_eq!(lines(&again), lines(&check(&catalogue, &context())));
}

#[test]
fn names_of_rules_are_all_different_and_none_is_without_a_case() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    let cases = cases::cases();
    let untried: Vec<&&str> =
        names.iter().filter(|name| !cases.iter().any(|case| case.rule == **name)).collect();
    assert!(untried.is_empty(), "{untried:?}");
}

#[test]
fn errors_are_few_because_they_stand_in_the_way_of_signing() {
    let errors = RULES.iter().filter(|rule| rule.severity == Severity::Error).count();
    assert!(errors * 5 < RULES.len(), "{errors} of {}", RULES.len());
}

#[test]
fn ten_thousand_items_are_checked_in_proportion() {
    let mut catalogue = read(REAL[1].1);
    let groups = catalogue.groups.clone();
    let mut next = 0;
    for round in 0..40 {
        for mut group in groups.clone() {
            next += 1;
            group.id = Id::new(&format!("group-{next}")).unwrap();
            group.name = format!("{}{round}", group.name);
            for item in &mut group.items {
                next += 1;
                item.id = Id::new(&format!("item-{next}")).unwrap();
            }
            catalogue.groups.push(group);
        }
    }
    let per_item = |findings: usize, items: usize| findings / items;
    let found = check(&catalogue, &context()).len();
    assert!(per_item(found, catalogue.item_count()) < 10);
}

/// The column with this key.
fn key(text: &str) -> ColumnKey {
    text.parse().unwrap()
}
