//! Lists inside a cell.

use std::collections::HashSet;

use mulu_model::{ColumnKey, TextField};

use crate::{
    index::TextCell,
    parse::{
        is_han,
        lists::{self, Entry},
    },
    rule::{Look, Report, Rule, Severity, Source},
};

/// The numbers of a list do not follow one another.
pub(super) const GAP: Rule = Rule {
    id: "list-numbering-gap",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(gap),
};

/// The marks of a list are of several styles.
pub(super) const MIXED: Rule = Rule {
    id: "list-marks-mixed",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(mixed),
};

/// The entries of a list end in several ways.
pub(super) const ENDS: Rule =
    Rule { id: "list-ends-mixed", severity: Severity::Info, source: Source::House, look: Look::Text(ends) };

/// An entry stands twice in a list.
pub(super) const REPEATED: Rule = Rule {
    id: "list-entry-repeated",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(repeated),
};

/// Entries of lists at the same level: those with marks of the first one's kind.
fn numbered<'a>(entries: &'a [Entry<'a>]) -> Vec<&'a Entry<'a>> {
    let level = |style: &str| match style {
        "一、" => 0,
        "）" | ")" | "（）" => 2,
        "①" => 3,
        _ => 1,
    };
    let top = entries.iter().find(|entry| entry.number.is_some()).map(|first| level(first.style));
    entries.iter().filter(|entry| entry.number.is_some() && Some(level(entry.style)) == top).collect()
}

fn gap(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let entries = lists::entries(cell.text);
    let numbered = numbered(&entries);
    if numbered.len() < 2 {
        return;
    }
    let mut expected = 1;
    for entry in numbered {
        let Some(number) = entry.number else { continue };
        // A list under another heading begins anew.
        if number != expected && !(number == 1 && expected > 2) {
            report.text(cell).fact("expected", expected.to_string()).fact("found", number.to_string());
            return;
        }
        expected = number + 1;
    }
}

fn mixed(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let entries = lists::entries(cell.text);
    let numbered = numbered(&entries);
    let group = |style: &str| match style {
        "." | "．" => 0,
        "、" => 1,
        "," | "，" => 2,
        _ => 3,
    };
    let styles: HashSet<_> = numbered.iter().map(|entry| (group(entry.style), entry.style)).collect();
    let kinds: HashSet<_> = styles.iter().map(|(group, _)| *group).collect();
    if numbered.len() > 1 && kinds.len() > 1 && !kinds.contains(&3) {
        let mut shown: Vec<_> = styles.iter().map(|(_, style)| format!("“1{style}”")).collect();
        shown.sort();
        let finding = report.text(cell).fact("styles", shown.join(""));
        if let Some(fixed) = with_one_style(cell.text) {
            finding.fix_text(fixed);
        }
    }
}

/// The text with the style of mark that most entries have.
fn with_one_style(text: &str) -> Option<String> {
    let styles: Vec<&str> =
        lists::entries(text).into_iter().filter(|e| e.number.is_some()).map(|e| e.style).collect();
    let count = |style: &&str| styles.iter().filter(|other| other == &style).count();
    let usual = styles.iter().max_by_key(|style| (count(style), styles.iter().rposition(|s| s == *style)))?;
    let line = |line: &str| {
        let entry = lists::entries(line).into_iter().next();
        match entry.and_then(|entry| Some((entry.number?, entry.style))) {
            Some((number, style)) if style != *usual => {
                line.replacen(&format!("{number}{style}"), &format!("{number}{usual}"), 1)
            }
            _ => line.to_owned(),
        }
    };
    Some(text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
}

fn ends(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if !cell.is(TextField::Content) {
        return;
    }
    let entries = lists::entries(cell.text);
    if entries.len() < 3 {
        return;
    }
    let end = |entry: &Entry<'_>| entry.text.chars().last().filter(|c| "；;，,。、".contains(*c));
    // The last entry may end the sentence.
    let ends: HashSet<_> = entries[..entries.len() - 1].iter().map(end).collect();
    if ends.len() > 1 {
        report.text(cell);
    }
}

fn repeated(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let is_list = matches!(
        cell.column(),
        Some(ColumnKey::Text(TextField::Content | TextField::WebsiteSection | TextField::DisclosingBody))
    );
    // Under headings the same may stand several times.
    if !is_list || cell.text.contains(['：', ':']) {
        return;
    }
    let mut seen = HashSet::new();
    for entry in lists::entries(cell.text) {
        for part in entry.text.split(['、', '；', ';']) {
            let part = part.trim().trim_end_matches(['。', '，', ',', '等']);
            let is_word =
                part.chars().count() >= 3 && part.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric());
            if is_word && !seen.insert(part.to_owned()) {
                report.text(cell).fact("entry", part);
                return;
            }
        }
    }
}
