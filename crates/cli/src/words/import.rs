//! Sentences about documents of others: why one was not read, and what is to be looked at in one that was.

use std::path::Path;

use mulu_app::{FindingKind, Severity, wire::ImportView};
use mulu_model::ColumnKey;
use serde_json::Value;

use super::{
    shown::shown,
    table::{self, Facts, fill, word},
};

/// What is wrong with a document, after its name. The problem is as it crosses to the window.
pub(super) fn document(problem: &Value) -> String {
    let facts = Facts::of(problem);
    let kind = table::kind(problem);
    let format = || word("formats", table::text(&problem["format"]));
    match kind {
        "damaged" => fill("problems", kind, &facts.with("format", format())),
        "not_a_document" => {
            let stranger = word("strangers", table::text(&problem["looks_like"]));
            fill("problems", kind, &facts.with("stranger", stranger))
        }
        "too_large" => {
            let limit = problem["limit"].as_u64().unwrap_or_default();
            let limits = Facts::of(problem).with("megabytes", (limit / (1024 * 1024)).to_string());
            let amount = fill("measures", table::text(&problem["what"]), &limits);
            fill("problems", kind, &facts.with("amount", amount))
        }
        "no_table" => {
            let key = if problem["lines"] == 0 { kind } else { "no_table_but_lines" };
            fill("problems", key, &facts.with("format", format()))
        }
        "no_catalogue" => fill("problems", kind, &facts.with("tables", seen_tables(&problem["tables"]))),
        _ => fill("problems", kind, &facts),
    }
}

/// How many tables of a document are named in a sentence, and how many of their first texts.
const NAMED_TABLES: usize = 3;
const NAMED_TEXTS: usize = 4;
/// Longer texts of a table are cut.
const TEXT_CHARS: usize = 12;

fn seen_tables(tables: &Value) -> String {
    let tables = tables.as_array().map(Vec::as_slice).unwrap_or_default();
    let seen: Vec<String> = tables.iter().take(NAMED_TABLES).map(seen).collect();
    let more = if tables.len() > NAMED_TABLES { word("seen", "more") } else { String::new() };
    seen.join("、") + &more
}

fn seen(table: &Value) -> String {
    let texts = table["first"].as_array().into_iter().flatten().map(table::text);
    let first: Vec<String> = texts.filter(|text| !text.is_empty()).take(NAMED_TEXTS).map(shortened).collect();
    let begins = Facts::default().with("first", first.join("、"));
    let begins = if first.is_empty() { String::new() } else { fill("seen", "begins", &begins) };
    let name = table::text(&table["name"]);
    let name = if name.is_empty() { String::new() } else { format!("“{}”", shortened(name)) };
    fill("seen", "table", &Facts::of(table).with("name", name)) + &begins
}

/// A text of a table, cut, and without ends of sentences: a sentence of ours ends once.
fn shortened(text: &str) -> String {
    let text = shown(text).replace(['。', '！', '？'], " ");
    let short: String = text.chars().take(TEXT_CHARS).collect();
    if text.chars().count() > TEXT_CHARS { format!("{short}…") } else { short }
}

/// That something is to be looked at in a document that was read; `None` where nothing is.
pub(crate) fn summary(input: &Path, view: &ImportView, report: Option<&Path>) -> Option<String> {
    let count = |severity| view.findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => return None,
        (0, doubtful) => format!("{doubtful}处需要核对"),
        (lost, 0) => format!("{lost}处缺失需要补正"),
        (lost, doubtful) => format!("{lost}处缺失需要补正，{doubtful}处需要核对"),
    };
    let input = input.to_string_lossy();
    let how = match report {
        Some(report) => format!("详见“{}”", shown(&report.to_string_lossy())),
        None => "用“--report 报告.json”可以列出各处".to_owned(),
    };
    Some(format!("“{}”已读取，其中{counted}；{how}。", shown(&input)))
}

/// A finding as a sentence; the report gives its place beside it.
pub(crate) fn finding(kind: &FindingKind, column: Option<&ColumnKey>) -> String {
    found(&table::as_value(kind), column)
}

/// The sentence for a finding as it crosses to the window.
pub(super) fn found(found: &Value, column: Option<&ColumnKey>) -> String {
    let kind = table::kind(found);
    let columns: Vec<String> = found["columns"].as_array().into_iter().flatten().map(named).collect();
    let key = match kind {
        "number_jump" if found["found"] == 1 => "number_jump_to_one",
        "ditto" if !found["row"].is_null() => "ditto_of_row",
        "mark_undecided" if columns.is_empty() => "mark_undecided_of_none",
        _ => kind,
    };
    let header = table::text(&found["header"]);
    let header = if header.trim().is_empty() {
        word("pieces", "no_header")
    } else {
        format!("“{}”", shown(header))
    };
    let facts = Facts::of(found)
        .with("column", column.map_or_else(|| word("pieces", "no_column"), label))
        .with("columns", columns.join("、"))
        .with("header", header)
        .with("differences", differences(&found["stated"], &found["counted"]));
    fill("findings", key, &facts)
}

/// 统计行: what it says, and what the rows say.
fn differences(stated: &Value, counted: &Value) -> String {
    let names = ["proactive_groups", "proactive_items", "items_on_application"];
    let differ = |(at, name): (usize, &str)| {
        let (stated, counted) = (stated[at].as_u64()?, counted[at].as_u64()?);
        let facts = Facts::default().with("name", word("pieces", name));
        (stated != counted).then(|| {
            fill(
                "pieces",
                "difference",
                &facts.with("stated", stated.to_string()).with("counted", counted.to_string()),
            )
        })
    };
    names.into_iter().enumerate().filter_map(differ).collect::<Vec<_>>().join("；")
}

/// A column of a finding, which crosses as its key.
fn named(key: &Value) -> String {
    let key = table::text(key);
    key.parse().map_or_else(|_| format!("“{}”", shown(key)), |column| label(&column))
}

/// A column as people call it.
fn label(column: &ColumnKey) -> String {
    format!("“{}”", shown(&column.usual_name()))
}
