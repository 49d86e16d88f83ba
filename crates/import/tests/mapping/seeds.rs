//! The four real catalogues as text against their data. Every text must be equal, white space aside, except where
//! the text has lost it; there it must be empty and told.

use std::collections::BTreeMap;

use mulu_import::{Draft, Severity, draft, find_all, read, unfold};
use mulu_model::{Catalogue, Channel, Item, TextField, exchange};

use crate::laid;

const SEEDS: [&str; 4] =
    ["zhongwei-hrss-2022", "yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance"];

/// Marks that nobody can read from the text: item and field.
const UNDECIDED: &[(&str, &str)] = &[
    ("人社动态", "aspects"),
    ("权责清单", "aspects"),
    ("行政职权事中事后监管清单", "aspects"),
    ("责任清单", "aspects"),
    ("行政处罚结果公开", "aspects"),
    ("财务管理", "aspects"),
    ("失业保险待遇发放账户维护申请", "levels"),
];

pub(crate) fn truth(name: &str) -> Catalogue {
    let path = format!("{}/../../assets/catalogues/{name}.json", env!("CARGO_MANIFEST_DIR"));
    exchange::read(&std::fs::read(path).unwrap(), &mut laid::ids()).unwrap()
}

pub(crate) fn imported(name: &str) -> Draft {
    let path = format!("{}/tests/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let document = unfold(read(&std::fs::read(path).unwrap(), "目录.txt").unwrap());
    let found = find_all(&document).unwrap();
    let tables: Vec<_> = found.iter().map(|(index, mapping)| (&document.tables[*index], mapping)).collect();
    draft(&tables, None, &mut laid::ids())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn channels(channels: &[Channel]) -> String {
    channels.iter().map(|channel| format!("{}[{}]", bare(&channel.label), bare(&channel.note))).collect()
}

/// The item's fields in one spelling.
fn fields(item: &Item) -> Vec<(&'static str, String)> {
    let parts =
        item.parts.iter().map(|part| bare(&part.content) + &channels(&part.channels)).collect::<Vec<_>>();
    vec![
        ("name", bare(&item.name)),
        ("path", item.path.join("/")),
        ("content", bare(&item.texts[TextField::Content])),
        ("basis", bare(&item.texts[TextField::Basis])),
        ("time_limit", bare(&item.texts[TextField::TimeLimit])),
        ("disclosing_body", bare(&item.texts[TextField::DisclosingBody])),
        ("channels", channels(&item.channels)),
        ("audience", format!("{:?}{}", item.audience, item.audience_note)),
        ("method", format!("{:?}", item.method)),
        ("aspects", format!("{:?}", item.aspects)),
        ("levels", format!("{:?}", item.levels)),
        ("website_section", bare(&item.texts[TextField::WebsiteSection])),
        ("remarks", bare(&item.texts[TextField::Remarks])),
        ("parts", parts.join(" ")),
    ]
}

/// Equal, empty and told, wrong, by field.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Score {
    equal: usize,
    lost: usize,
    wrong: usize,
}

fn scores(name: &str, complaints: &mut Vec<String>) -> BTreeMap<&'static str, Score> {
    let (truth, draft) = (truth(name), imported(name));
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for ((_, expected), (_, item)) in truth.items().zip(draft.catalogue.items()) {
        for ((field, expected_text), (_, text)) in fields(expected).into_iter().zip(fields(item)) {
            let score = scores.entry(field).or_default();
            let is_undecided = UNDECIDED.contains(&(expected.name.as_str(), field));
            let is_told = draft
                .findings
                .iter()
                .any(|f| f.item.as_ref() == Some(&item.id) && f.severity == Severity::Error);
            if expected_text == text || is_undecided {
                score.equal += 1;
            } else if (text.is_empty() || text == "{}") && is_told {
                score.lost += 1;
            } else {
                score.wrong += 1;
                complaints.push(format!("{name} {} {field}:\n   {expected_text}\n   {text}", item.name));
            }
        }
    }
    scores
}

#[test]
fn groups_and_items_are_those_of_the_documents_by_count_and_name() {
    for name in SEEDS {
        let names = |catalogue: &Catalogue| -> Vec<String> {
            let names = catalogue.groups.iter().flat_map(|group| {
                std::iter::once(format!("# {}", bare(&group.name)))
                    .chain(group.items.iter().map(|item| bare(&item.name)))
            });
            names.collect()
        };
        assert_eq!(names(&imported(name).catalogue), names(&truth(name)), "{name}");
    }
}

#[test]
fn no_text_of_the_documents_is_read_wrongly() {
    let mut complaints = Vec::new();
    for name in SEEDS {
        scores(name, &mut complaints);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_score_by_field_is_the_one_that_is_written_down() {
    let mut table = String::from(
        "| field | zhongwei-hrss-2022 | yinchuan-hrss-2020 | zhongwei-social-insurance | jalaid-social-insurance |\n|---|---|---|---|---|\n",
    );
    let all: Vec<_> = SEEDS.iter().map(|name| scores(name, &mut Vec::new())).collect();
    for field in all[0].keys() {
        let cells = all.iter().map(|scores| {
            let score = scores[field];
            format!("{} / {} / {}", score.equal, score.lost, score.wrong)
        });
        table += &format!("| `{field}` | {} |\n", cells.collect::<Vec<_>>().join(" | "));
    }
    let docs =
        std::fs::read_to_string(format!("{}/../../docs/import.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(docs.contains(&table), "docs/import.md should have\n{table}");
}

#[test]
fn title_sign_off_line_and_shape_are_read() {
    for name in SEEDS {
        let (truth, draft) = (truth(name), imported(name));
        let (found, expected) = (&draft.catalogue.template, &truth.template);
        assert_eq!(draft.catalogue.heading.title, truth.heading.title);
        assert_eq!(draft.catalogue.heading.responsible_unit, truth.heading.responsible_unit);
        assert_eq!(draft.catalogue.heading.prepared_at, truth.heading.prepared_at);
        let keys = |template: &mulu_model::Template| {
            template.columns.iter().map(|c| (c.key.clone(), bare(&c.header.concat()))).collect::<Vec<_>>()
        };
        assert_eq!(keys(found), keys(expected), "{name}");
        assert_eq!(found.channel_options, expected.channel_options, "{name}");
        assert_eq!(found.channel_options_with_note, expected.channel_options_with_note, "{name}");
        assert_eq!(found.levels, expected.levels);
        assert_eq!(found.numbering, expected.numbering, "{name}");
        assert_eq!(found.merge_equal, expected.merge_equal, "{name}");
        assert_eq!(
            (found.sign_off_line, found.statistics_line),
            (expected.sign_off_line, expected.statistics_line)
        );
        found.validate().unwrap();
    }
}

#[test]
fn what_the_documents_have_lost_is_told_with_its_place() {
    for name in SEEDS {
        let draft = imported(name);
        let row =
            |id: &mulu_model::Id| draft.catalogue.items().position(|(_, item)| item.id == *id).unwrap() + 1;
        let lines = draft.findings.iter().map(|finding| {
            let place =
                finding.place.map(|place| format!("{}:{}", place.row, place.column)).unwrap_or_default();
            let item = finding.item.as_ref().map(|id| format!("item {}", row(id))).unwrap_or_default();
            let column = finding.column.as_ref().map(ToString::to_string).unwrap_or_default();
            format!(
                "{place:8} {:8} {item:8} {column:16} {:?}",
                format!("{:?}", finding.severity),
                finding.kind
            )
        });
        insta::assert_snapshot!(format!("findings-{name}"), lines.collect::<Vec<_>>().join("\n"));
    }
}
