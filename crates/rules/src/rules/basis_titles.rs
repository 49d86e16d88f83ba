//! 公开依据: titles that are wrong, old, repeated or written in several ways.

use std::collections::HashMap;

use mulu_model::{Citations, TextField};

use crate::{
    index::{Index, Row, column},
    knowledge::{Law, LawKind, State},
    parse::{citation::Citation, distance, reference::key},
    rule::{Finding, Look, Report, Rule, Severity, Source},
};

const REGULATION: Source = Source::Cited("《政府信息公开条例》");

/// One law twice in a cell.
pub(super) const REPEATED: Rule = Rule {
    id: "basis-repeated",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(repeated),
};

/// The short title, where the catalogue has the full one elsewhere.
pub(super) const SHORT: Rule = Rule {
    id: "basis-short-title",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(short),
};

/// A title that people use among themselves.
pub(super) const INFORMAL: Rule = Rule {
    id: "basis-informal-title",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(informal),
};

/// A law that is repealed or replaced.
pub(super) const REPEALED: Rule = Rule {
    id: "basis-repealed",
    severity: Severity::Warning,
    source: Source::Cited("法规库所列废止、代替的规定"),
    look: Look::Item(repealed),
};

/// A law that is not yet in force.
pub(super) const NOT_YET: Rule = Rule {
    id: "basis-not-yet-in-force",
    severity: Severity::Info,
    source: Source::Cited("法规库所列施行日期"),
    look: Look::Item(not_yet),
};

/// A law of which it is not certain whether it is still in force.
pub(super) const UNCERTAIN: Rule = Rule {
    id: "basis-uncertain",
    severity: Severity::Info,
    source: Source::Cited("法规库所列效力状态"),
    look: Look::Item(uncertain),
};

/// No law has this title, and one has a title that is almost the same.
pub(super) const MISSPELT: Rule = Rule {
    id: "basis-title-wrong",
    severity: Severity::Warning,
    source: Source::Cited("法规库所列名称"),
    look: Look::Item(misspelt),
};

/// 中华人民共和国 before the title of a regulation that does not have it.
pub(super) const PREFIX: Rule = Rule {
    id: "basis-title-prefix",
    severity: Severity::Warning,
    source: Source::Cited("法规库所列名称"),
    look: Look::Item(prefix),
};

/// A title that the catalogue spells otherwise elsewhere.
pub(super) const TWO_SPELLINGS: Rule = Rule {
    id: "basis-two-spellings",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(two_spellings),
};

/// A document of one year in the place of a law.
pub(super) const ONE_YEAR: Rule = Rule {
    id: "basis-one-year",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(one_year),
};

/// 政府信息公开条例 is not cited, and almost all other items cite it.
pub(super) const NO_REGULATION: Rule = Rule {
    id: "basis-regulation-missing",
    severity: Severity::Info,
    source: REGULATION,
    look: Look::Catalogue(no_regulation),
};

pub(super) fn report<'r>(row: &Row<'_>, found: &'r mut Report<'_>, citation: &Citation) -> &'r mut Finding {
    let title =
        if citation.title.is_empty() { citation.text.clone() } else { format!("《{}》", citation.title) };
    found.cell(row, column(TextField::Basis)).fact("title", title).fact("citation", &citation.text)
}

/// The basis with one text in the place of another.
pub(super) fn replaced(row: &Row<'_>, from: &str, to: &str) -> String {
    row.text(TextField::Basis).replacen(from, to, 1)
}

/// Each citation of the row that is in the library, with its law.
pub(super) fn laws<'a>(row: &'a Row<'_>) -> impl Iterator<Item = (&'a Citation, &'static Law)> {
    let library = &row.context.knowledge.laws;
    row.basis.iter().filter_map(move |citation| Some((citation, library.get(citation.law?))))
}

fn repeated(row: &Row<'_>, found: &mut Report<'_>) {
    for (index, citation) in row.basis.iter().enumerate() {
        let is_same = |other: &Citation| {
            let same_law = citation.law.is_some() && other.law == citation.law;
            let same_text = citation.key.is_empty() && other.text == citation.text;
            let same_title = !citation.key.is_empty() && other.key == citation.key;
            let other_articles = !citation.articles.is_empty() && other.articles != citation.articles;
            let other_paper = match (&citation.number, &other.number) {
                (Some(own), Some(other)) => own.regular() != other.regular(),
                _ => false,
            };
            (same_law || same_text || same_title) && !other_articles && !other_paper
        };
        let Some(first) = row.basis[..index].iter().find(|other| is_same(other)) else { continue };
        // What says more stays.
        let goes = if first.text.chars().count() < citation.text.chars().count() { first } else { citation };
        let fixed = without(row.text(TextField::Basis), &goes.text, goes.text == citation.text);
        let finding = report(row, found, citation);
        if let Some(fixed) = fixed {
            finding.fix_text(fixed);
        }
    }
}

/// The basis without a citation: its first occurrence, or its last.
fn without(text: &str, citation: &str, is_last: bool) -> Option<String> {
    let mut citations = Citations::of(text);
    let places = citations.texts().enumerate().filter(|(_, text)| *text == citation).map(|(at, _)| at);
    let places: Vec<usize> = places.collect();
    let at = *if is_last { places.last() } else { places.first() }?;
    citations.remove(at);
    Some(citations.to_string())
}

fn short(index: &Index<'_>, found: &mut Report<'_>) {
    let is_full = |citation: &Citation, law: &Law| full_title(law) == plain(&citation.title);
    let mut full = std::collections::HashSet::new();
    for row in &index.rows {
        full.extend(
            laws(row).filter(|(citation, law)| is_full(citation, law)).map(|(citation, _)| citation.law),
        );
    }
    for row in &index.rows {
        for (citation, law) in laws(row) {
            let is_short = key(&law.title) == citation.key && !is_full(citation, law);
            let has_prefix =
                law.title.starts_with("中华人民共和国") && !citation.title.contains("中华人民共和国");
            if is_short && has_prefix && full.contains(&citation.law) {
                let fixed = replaced(
                    row,
                    &format!("《{}", citation.title),
                    &format!("《中华人民共和国{}", citation.title),
                );
                report(row, found, citation).fact("full", law.quoted()).fix_text(fixed);
            }
        }
    }
}

fn full_title(law: &Law) -> String {
    plain(&law.title)
}

fn plain(title: &str) -> String {
    title.chars().filter(|c| !c.is_whitespace()).collect()
}

fn informal(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        let is_informal =
            law.short.iter().any(|short| key(short) == citation.key) && key(&law.title) != citation.key;
        if is_informal && law.repealed.is_none() {
            let fixed = replaced(row, &format!("《{}》", citation.title), &law.quoted());
            report(row, found, citation).fact("full", law.quoted()).fix_text(fixed);
        }
    }
}

fn repealed(row: &Row<'_>, found: &mut Report<'_>) {
    let today = row.context.today.to_string();
    for (citation, law) in laws(row) {
        if law.state(&today) != State::Repealed || law.uncertain {
            continue;
        }
        let since = law.repealed.clone().unwrap_or_default();
        let successor = law.successor.clone().map(|title| format!("《{title}》"));
        let finding = report(row, found, citation).fact("since", since);
        finding.fact("successor", successor.unwrap_or_default());
    }
}

fn not_yet(row: &Row<'_>, found: &mut Report<'_>) {
    let today = row.context.today.to_string();
    for (citation, law) in laws(row) {
        if law.state(&today) == State::NotYet && !law.uncertain {
            let start =
                law.versions.first().and_then(|version| version.in_force.clone().or(version.date.clone()));
            report(row, found, citation).fact("start", start.unwrap_or_default());
        }
    }
}

fn uncertain(row: &Row<'_>, found: &mut Report<'_>) {
    let today = row.context.today.to_string();
    for (citation, law) in laws(row) {
        if law.uncertain && law.state(&today) == State::Repealed {
            report(row, found, citation);
        }
    }
}

/// Whether a title is one that a law can have, so that it is compared with those of laws.
fn is_law_title(key: &str) -> bool {
    ["法", "条例", "办法", "规定", "规程", "细则", "法典"].iter().any(|end| key.ends_with(end))
}

fn misspelt(row: &Row<'_>, found: &mut Report<'_>) {
    let library = &row.context.knowledge.laws;
    for citation in row.basis.iter() {
        let key = citation.key.as_str();
        if key.is_empty() || library.is_right(key) {
            continue;
        }
        let meant = library.meant(key).map(str::to_owned);
        let near = || {
            let compared = citation.law.is_none() && is_law_title(key) && key.chars().count() >= 3;
            citation.near.clone().filter(|near| compared && is_slip(key, near))
        };
        let is_document = citation.number.is_some();
        let Some(right) = meant.or_else(|| if is_document { None } else { near() }) else { continue };
        let right = library.find(&right).map_or(right, |id| library.get(id).title.clone());
        let fixed = replaced(row, &format!("《{}》", citation.title), &format!("《{right}》"));
        report(row, found, citation).fact("right", format!("《{right}》")).fix_text(fixed);
    }
}

/// Whether one title can be a slip for another: both have the same ending, and they do not differ in a number or in
/// the name of a place.
fn is_slip(written: &str, right: &str) -> bool {
    let endings = ["办法", "条例", "规定", "规程", "细则", "法典", "法"];
    let ending = |title: &str| endings.iter().position(|end| title.ends_with(end));
    let has_place =
        ["省", "市", "县", "区", "自治"].iter().any(|word| written.contains(word) != right.contains(word));
    ending(written) == ending(right) && !has_place && right.chars().count() >= 4
}

fn prefix(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        let is_added = plain(&citation.title).starts_with("中华人民共和国")
            && !law.title.starts_with("中华人民共和国")
            && matches!(law.kind, LawKind::Regulation | LawKind::Rule)
            && key(&law.title) == citation.key;
        if is_added {
            let fixed = replaced(row, &citation.title, &law.title);
            report(row, found, citation).fact("right", law.quoted()).fix_text(fixed);
        }
    }
}

fn two_spellings(index: &Index<'_>, found: &mut Report<'_>) {
    let library = &index.context.knowledge.laws;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let unknown = |citation: &&Citation| {
        citation.law.is_none() && citation.key.chars().count() >= 8 && !library.is_right(&citation.key)
    };
    for row in &index.rows {
        for citation in row.basis.iter().filter(unknown) {
            *counts.entry(&citation.key).or_default() += 1;
        }
    }
    let usual: HashMap<&str, &str> =
        counts.keys().filter_map(|key| Some((*key, usual_spelling(key, &counts)?))).collect();
    for row in &index.rows {
        for citation in row.basis.iter().filter(unknown) {
            if let Some(usual) = usual.get(citation.key.as_str()) {
                report(row, found, citation).fact("usual", format!("《{usual}》"));
            }
        }
    }
}

/// A title that stands more often than this one and is almost the same.
fn usual_spelling<'a>(key: &str, counts: &HashMap<&'a str, usize>) -> Option<&'a str> {
    let own = counts.get(key).copied().unwrap_or(0);
    let most = if key.chars().count() >= 14 { 2 } else { 1 };
    let is_near = |other: &str| {
        // Comparing lengths first spares most comparisons of texts.
        other.len().abs_diff(key.len()) <= 4 * most
            && distance::within(other, key, most).is_some()
            && has_same_numbers(other, key)
    };
    counts.iter().find(|(other, count)| **count > own && is_near(other)).map(|(other, _)| *other)
}

/// Whether two titles name the same years, places and levels: otherwise they are two documents.
fn has_same_numbers(a: &str, b: &str) -> bool {
    let marks = |text: &str| {
        text.chars()
            .filter(|c| c.is_ascii_digit() || "省市县区镇乡村一二三四五六七八九十".contains(*c))
            .collect::<String>()
    };
    marks(a) == marks(b)
}

fn one_year(row: &Row<'_>, found: &mut Report<'_>) {
    let words =
        ["工作要点", "年度计划", "工作安排", "工作计划", "实施计划", "任务清单", "重点工作", "任务分工"];
    let is_of_year = |citation: &&Citation| {
        let title = &citation.title;
        let has_year = title.contains("年") && title.chars().any(|c| c.is_ascii_digit());
        has_year && words.iter().any(|word| title.contains(word))
    };
    // Where there is one, there are often several.
    if let Some(citation) = row.basis.iter().find(is_of_year) {
        report(row, found, citation);
    }
}

fn no_regulation(index: &Index<'_>, found: &mut Report<'_>) {
    let regulation = index.context.knowledge.laws.find("政府信息公开条例");
    let cites = |row: &&Row<'_>| row.basis.iter().any(|citation| citation.law == regulation);
    let filled: Vec<_> = index.rows.iter().filter(|row| !row.basis.is_empty()).collect();
    let without: Vec<_> = filled.iter().filter(|row| !cites(row)).collect();
    if filled.len() >= 10 && without.len() * 10 <= filled.len() {
        for row in without {
            found.cell(row, column(TextField::Basis));
        }
    }
}
