//! 公开依据: numbers of decrees and documents, years and articles.

use std::collections::HashMap;

use mulu_model::TextField;

use super::basis_titles::{laws, replaced, report};
use crate::{
    index::{Index, Row},
    knowledge::{Law, LawKind, Version, is_package},
    parse::{
        citation::Citation,
        pattern,
        reference::{Decree, DocumentNumber, Series},
    },
    rule::{Look, Report, Rule, Severity, Source},
};

const LIBRARY: Source = Source::Cited("法规库所列令号、文号和日期");
const NORM: Source = Source::Cited("GB/T 9704—2012");

/// A decree that published another law.
pub(super) const WRONG_DECREE: Rule = Rule {
    id: "basis-decree-wrong",
    severity: Severity::Warning,
    source: LIBRARY,
    look: Look::Item(wrong_decree),
};

/// A decree or a year of a version that a newer one has replaced.
pub(super) const OLD_VERSION: Rule = Rule {
    id: "basis-version-old",
    severity: Severity::Warning,
    source: LIBRARY,
    look: Look::Item(old_version),
};

/// A decree with a text that no decree published.
pub(super) const NO_DECREE: Rule = Rule {
    id: "basis-decree-none",
    severity: Severity::Warning,
    source: LIBRARY,
    look: Look::Item(no_decree),
};

/// 第 is missing before the number of a decree.
pub(super) const NO_ORDINAL: Rule = Rule {
    id: "basis-decree-ordinal",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(no_ordinal),
};

/// The year of a 发文字号 stands in other brackets than 〔〕, or in half of them.
pub(super) const BRACKETS: Rule = Rule {
    id: "basis-number-brackets",
    severity: Severity::Warning,
    source: NORM,
    look: Look::Item(brackets),
};

/// A 发文字号 with 第 or leading zeros.
pub(super) const NUMBER_FORM: Rule = Rule {
    id: "basis-number-form",
    severity: Severity::Warning,
    source: NORM,
    look: Look::Item(number_form),
};

/// A 发文字号 that is not the one of the document.
pub(super) const WRONG_NUMBER: Rule = Rule {
    id: "basis-number-wrong",
    severity: Severity::Warning,
    source: LIBRARY,
    look: Look::Item(wrong_number),
};

/// One document with two numbers in a catalogue.
pub(super) const TWO_NUMBERS: Rule = Rule {
    id: "basis-numbers-differ",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(two_numbers),
};

/// One law cited with its decree and without, or with the decree written in several ways.
pub(super) const FORMS: Rule = Rule {
    id: "basis-forms-differ",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(forms),
};

/// A number or year that lies ahead.
pub(super) const FUTURE: Rule = Rule {
    id: "basis-year-in-future",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(future),
};

/// An article that the law does not have.
pub(super) const NO_ARTICLE: Rule = Rule {
    id: "basis-article-beyond",
    severity: Severity::Warning,
    source: Source::Cited("法规库所列条数"),
    look: Look::Item(no_article),
};

/// 款 behind a number in brackets, which is an 项.
pub(super) const CLAUSE: Rule = Rule {
    id: "basis-clause-word",
    severity: Severity::Warning,
    source: Source::Cited("《中华人民共和国立法法》"),
    look: Look::Item(clause),
};

/// The newest year that a citation names.
fn newest_year(citation: &Citation) -> Option<u16> {
    citation.years.iter().copied().max()
}

/// What the current version is called: its decree or number, and its year.
fn current(law: &Law) -> String {
    let Some(version) = law.current() else { return String::new() };
    let year = version.year().map(|year| format!("{year}年")).unwrap_or_default();
    let change = version.change.clone().unwrap_or_default();
    match &version.number {
        Some(number) => format!("{number}，{year}{change}"),
        None => format!("{year}{change}"),
    }
}

/// Whether the year is one of the current version, or newer.
fn is_current_year(law: &Law, year: u16) -> bool {
    let current = law.current();
    let own = current.and_then(|version| version.year());
    let start = current.and_then(|version| version.start_year());
    own.is_none_or(|own| year >= own) || start == Some(year)
}

fn wrong_decree(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        let Some(decree) = &citation.decree else { continue };
        if law.no_decree || law.versions.is_empty() || law.version_of(decree).is_some() {
            continue;
        }
        if !is_certainly_wrong(law, decree) {
            continue;
        }
        let number = law.current().and_then(|version| version.number.clone());
        let finding = report(row, found, citation).fact("decree", &decree.text).fact("current", current(law));
        if let Some(number) = number.filter(|number| number.contains('令')) {
            finding.fix_text(replaced(row, &decree.text, &number));
        }
    }
}

/// Whether no version can have this decree, also none that the library does not know.
fn is_certainly_wrong(law: &Law, decree: &Decree) -> bool {
    let known: Vec<Decree> = law.versions.iter().filter_map(|version| version.decree()).collect();
    let newest = known.iter().map(|known| known.number).max();
    match (law.kind, decree.kind()) {
        // One series of numbers that goes on: a number above the last may be a newer version.
        (LawKind::Regulation, Series::StateCouncil) => {
            let is_of_package = is_package(decree.number) || decree.number == 843;
            !is_of_package && newest.is_some_and(|newest| decree.number < newest || !law.may_be_newer)
        }
        (LawKind::Regulation, Series::President) => {
            known.iter().all(|own| own.kind() == Series::StateCouncil)
        }
        (LawKind::Law, Series::StateCouncil) => true,
        // A number that is not listed is one of an old version or wrong. That of the first text may stay in use.
        (LawKind::Law, Series::President) => {
            let is_known =
                |version: Option<&Version>| version.is_some_and(|version| version.number.is_some());
            is_known(law.versions.first()) && is_known(law.current()) && !law.may_be_newer
        }
        (LawKind::Rule, Series::Other) => {
            let has_same_issuer = known.iter().any(|own| own.issuer.contains(short_issuer(&decree.issuer)));
            known.len() == law.versions.len() && has_same_issuer
        }
        _ => false,
    }
}

fn short_issuer(issuer: &str) -> &str {
    issuer.trim_start_matches("中华人民共和国").trim_start_matches("国家")
}

fn old_version(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        if law.repealed.is_some() || law.versions.is_empty() {
            continue;
        }
        let year = newest_year(citation);
        if year.is_some_and(|year| is_current_year(law, year)) {
            continue;
        }
        let by_decree = citation.decree.as_ref().and_then(|decree| law.version_of(decree));
        let by_number = citation.number.as_ref().and_then(|number| law.version_numbered(number));
        let is_old_number = by_decree.or(by_number).is_some_and(|index| law.is_superseded(index));
        let is_old_year =
            citation.number.is_none() && year.is_some_and(|year| is_old_year(law, citation, year));
        if is_old_number || is_old_year {
            let written = match (&citation.decree, &citation.number, year) {
                (Some(decree), _, _) if is_old_number => decree.text.clone(),
                (_, Some(number), _) if is_old_number => number.text.clone(),
                (_, _, Some(year)) => format!("{year}年"),
                _ => String::new(),
            };
            let finding = report(row, found, citation).fact("written", written).fact("current", current(law));
            fix_version(row, citation, law, is_old_number, finding);
        }
    }
}

/// Puts the number of the current version in the place of an old one.
fn fix_version(row: &Row<'_>, citation: &Citation, law: &Law, is_number: bool, finding: &mut crate::Finding) {
    let Some(number) = law.current().and_then(|version| version.number.as_deref()) else { return };
    let old = citation.decree.as_ref().map(|decree| &decree.text);
    let old = old.or(citation.number.as_ref().map(|number| &number.text));
    if let Some(old) = old
        && is_number
        && citation.years.is_empty()
        && !law.uncertain
    {
        finding.fix_text(replaced(row, old, number));
    }
}

/// Whether a year tells that an old version is meant. The year in which the first text was adopted stays in use
/// where later changes only amended it.
fn is_old_year(law: &Law, citation: &Citation, year: u16) -> bool {
    let first = law.versions.first().and_then(|version| version.year());
    let says_change = ["修正", "修订", "修改", "版", "本"].iter().any(|word| citation.text.contains(word));
    let is_first = first == Some(year) && !says_change;
    let is_dated = citation.decree.is_none() || says_change;
    law.versions.len() > 1 && is_dated && (!is_first || law.is_superseded(0))
}

fn no_decree(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        if let Some(decree) = &citation.decree
            && law.no_decree
        {
            report(row, found, citation).fact("decree", &decree.text);
        }
    }
}

pattern!(DECREE_NUMBER = r"令\s*(\d{1,4})\s*号");

fn no_ordinal(row: &Row<'_>, found: &mut Report<'_>) {
    let text = row.text(TextField::Basis);
    for citation in row.basis.iter() {
        if let Some(decree) = &citation.decree
            && !decree.has_ordinal
            && DECREE_NUMBER.is_match(&decree.text)
        {
            let right = DECREE_NUMBER.replace(&decree.text, "令第${1}号").into_owned();
            let fixed = text.replace(&decree.text, &right);
            report(row, found, citation).fact("written", &decree.text).fact("right", right).fix_text(fixed);
        }
    }
}

fn brackets(row: &Row<'_>, found: &mut Report<'_>) {
    for citation in row.basis.iter() {
        let Some(number) = &citation.number else { continue };
        if number.brackets != (Some('〔'), Some('〕')) {
            let right = number.regular();
            let fixed = replaced(row, &number.text, &right);
            report(row, found, citation).fact("written", &number.text).fact("right", right).fix_text(fixed);
        }
    }
}

fn number_form(row: &Row<'_>, found: &mut Report<'_>) {
    for citation in row.basis.iter() {
        let Some(number) = &citation.number else { continue };
        let is_regular = number.text.replace(char::is_whitespace, "") == number.regular();
        if number.brackets == (Some('〔'), Some('〕')) && !is_regular {
            let right = number.regular();
            let fixed = replaced(row, &number.text, &right);
            report(row, found, citation).fact("written", &number.text).fact("right", right).fix_text(fixed);
        }
    }
}

fn wrong_number(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        let Some(number) = &citation.number else { continue };
        let numbered = law.versions.iter().filter_map(|version| version.number.as_deref());
        let is_complete = !law.versions.is_empty() && numbered.count() == law.versions.len();
        if law.kind != LawKind::Document || !is_complete || law.may_be_newer || law.uncertain {
            continue;
        }
        // A paper that carries another on, such as a town's, has a number of its own.
        if law.version_numbered(number).is_some() || !is_of_same_office(law, number) {
            continue;
        }
        let right = law.current().and_then(|version| version.number.clone()).unwrap_or_default();
        let fixed = replaced(row, &number.text, &right);
        report(row, found, citation).fact("written", &number.text).fact("right", right).fix_text(fixed);
    }
}

fn is_of_same_office(law: &Law, number: &DocumentNumber) -> bool {
    let office = |text: &str| text.split('〔').next().unwrap_or_default().to_owned();
    law.versions
        .iter()
        .filter_map(|version| version.number.as_deref())
        .any(|own| office(own) == number.office)
}

fn two_numbers(index: &Index<'_>, found: &mut Report<'_>) {
    let mut counts: HashMap<&str, HashMap<String, usize>> = HashMap::new();
    let cited = |row: &'_ Row<'_>| row.basis.clone();
    let bases: Vec<_> = index.rows.iter().map(cited).collect();
    for citation in bases.iter().flat_map(|basis| basis.iter()) {
        if let Some(number) = &citation.number
            && !citation.key.is_empty()
        {
            *counts.entry(&citation.key).or_default().entry(number.regular()).or_default() += 1;
        }
    }
    for (row, basis) in index.rows.iter().zip(&bases) {
        for citation in basis.iter() {
            let Some(number) = &citation.number else { continue };
            let Some(numbers) = counts.get(citation.key.as_str()) else { continue };
            let own = numbers.get(&number.regular()).copied().unwrap_or(0);
            let of_same_office = |text: &str| text.split('〔').next() == Some(number.office.as_str());
            let usual = numbers.iter().filter(|(text, _)| of_same_office(text));
            let usual = usual.max_by_key(|(text, count)| (**count, (*text).clone()));
            if let Some((usual, count)) = usual
                && *count > own
            {
                report(row, found, citation).fact("written", number.regular()).fact("usual", usual);
            }
        }
    }
}

fn forms(index: &Index<'_>, found: &mut Report<'_>) {
    let known = |citation: &&Citation| citation.law.is_some();
    let mut counts: HashMap<_, HashMap<String, usize>> = HashMap::new();
    for citation in index.rows.iter().flat_map(|row| row.basis.iter()).filter(known) {
        *counts.entry(citation.law).or_default().entry(form(citation)).or_default() += 1;
    }
    for row in &index.rows {
        for citation in row.basis.iter().filter(known) {
            let Some(forms) = counts.get(&citation.law) else { continue };
            let own = forms.get(&form(citation)).copied().unwrap_or(0);
            let usual = forms.iter().max_by_key(|(text, count)| (**count, (*text).clone()));
            if let Some((usual, count)) = usual
                && *count > own
            {
                let number = if usual.is_empty() { String::new() } else { format!("（{usual}）") };
                report(row, found, citation).fact("usual", format!("《{}》{number}", citation.title));
            }
        }
    }
}

/// The number with which a citation names its text; the decree with 第, because its absence is another finding.
fn form(citation: &Citation) -> String {
    match (&citation.decree, &citation.number) {
        (Some(decree), _) => {
            let text = decree.text.replace(char::is_whitespace, "");
            DECREE_NUMBER.replace(&text, "令第${1}号").into_owned()
        }
        (None, Some(number)) => number.regular(),
        (None, None) => String::new(),
    }
}

fn future(row: &Row<'_>, found: &mut Report<'_>) {
    let year = row.context.today.year();
    for citation in row.basis.iter() {
        let number = citation.number.as_ref().map(|number| number.year);
        let decree = citation.decree.as_ref().and_then(|decree| decree.year);
        let years = citation.years.iter().copied().chain(number).chain(decree);
        let title = citation.title.contains("规划")
            || citation.title.contains("年)")
            || citation.title.contains("年）");
        if let Some(ahead) = years.filter(|named| i32::from(*named) > i32::from(year)).max()
            && !title
        {
            report(row, found, citation).fact("year", ahead.to_string());
        }
    }
}

fn no_article(row: &Row<'_>, found: &mut Report<'_>) {
    for (citation, law) in laws(row) {
        let beyond =
            citation.articles.iter().find(|article| law.articles.is_some_and(|last| **article > last));
        if let (Some(article), Some(last)) = (beyond, law.articles) {
            let finding = report(row, found, citation);
            finding.fact("article", article.to_string()).fact("last", last.to_string());
        }
    }
}

pattern!(BRACKETED_CLAUSE = r"(条第?[（(][一二三四五六七八九十]+[）)])款");

fn clause(row: &Row<'_>, found: &mut Report<'_>) {
    let text = row.text(TextField::Basis);
    for citation in row.basis.iter() {
        if let Some(written) = BRACKETED_CLAUSE.find(&citation.text) {
            let fixed = BRACKETED_CLAUSE.replace_all(text, "${1}项").into_owned();
            report(row, found, citation).fact("written", written.as_str()).fix_text(fixed);
            return;
        }
    }
}
