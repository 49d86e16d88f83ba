//! 公开依据: brackets, separators and what names no text.

use std::collections::HashMap;

use mulu_model::TextField;

use super::basis_titles::{replaced, report};
use crate::{
    index::{Index, Row, TextCell, column},
    parse::{citation::Citation, pattern},
    rule::{Look, Report, Rule, Severity, Source},
};

const PUNCTUATION: Source = Source::Cited("GB/T 15834—2011");

/// A title in a title stands in other brackets than 〈〉.
pub(super) const INNER: Rule = Rule {
    id: "basis-inner-brackets",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Text(inner),
};

/// 〉 closes behind 的通知, which does not belong to the inner title.
pub(super) const INNER_END: Rule = Rule {
    id: "basis-inner-bracket-place",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Item(inner_end),
};

/// The inner title of 关于印发…的通知 stands in no brackets.
pub(super) const NO_INNER: Rule = Rule {
    id: "basis-inner-brackets-missing",
    severity: Severity::Info,
    source: PUNCTUATION,
    look: Look::Item(no_inner),
};

/// A paper that is secret.
pub(super) const SECRET: Rule = Rule {
    id: "basis-secret",
    severity: Severity::Error,
    source: Source::Cited("《政府信息公开条例》第十四条、第十七条"),
    look: Look::Item(secret),
};

/// A paper that is not meant for the public.
pub(super) const INTERNAL: Rule = Rule {
    id: "basis-internal",
    severity: Severity::Warning,
    source: Source::Cited("《政府信息公开条例》第十六条"),
    look: Look::Item(internal),
};

/// No title: words such as 相关规定, or a title without 《》.
pub(super) const NO_TITLE: Rule = Rule {
    id: "basis-without-title",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(no_title),
};

/// 等 at the end: what else it rests on is not said.
pub(super) const OPEN_END: Rule = Rule {
    id: "basis-open-end",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(open_end),
};

/// Citations are separated by other signs than in most items.
pub(super) const SEPARATORS: Rule = Rule {
    id: "basis-separators-differ",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(separators),
};

/// 号 stands a second time behind the brackets of a number.
pub(super) const STRAY: Rule = Rule {
    id: "basis-stray-word",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(stray),
};

pattern!(ANGLES = r"[<＜]([^<>＜＞\n]*\p{Han}[^<>＜＞\n]*)[>＞]");
pattern!(NESTED = r"《([^《》]*)《([^《》]*)》([^《》]*)》");

fn inner(cell: &TextCell<'_>, found: &mut Report<'_>) {
    let text = cell.text;
    let angles = ANGLES.replace_all(text, "〈${1}〉");
    let fixed = NESTED.replace_all(&angles, "《${1}〈${2}〉${3}》").into_owned();
    let is_half = |c: char| matches!(c, '<' | '>' | '＜' | '＞');
    let has_half = cell.is(TextField::Basis) && text.contains(is_half);
    if fixed == text && !has_half {
        return;
    }
    let finding = found.text(cell).fact("written", excerpt(text));
    if fixed != text && !fixed.contains(is_half) {
        finding.fix_text(fixed);
    }
}

/// The piece of a text with the brackets.
fn excerpt(text: &str) -> String {
    let found = ANGLES.find(text).or_else(|| NESTED.find(text)).map(|found| found.as_str().to_owned());
    found.unwrap_or_else(|| "＜".to_owned())
}

pattern!(END_INSIDE = r"〈([^〈〉]*?)的(通知|决定|意见)〉");

fn inner_end(row: &Row<'_>, found: &mut Report<'_>) {
    for citation in row.basis.iter() {
        let is_printed =
            ["印发〈", "转发〈", "发布〈", "公布〈"].iter().any(|word| citation.text.contains(word));
        if let Some(inside) = END_INSIDE.captures(&citation.text)
            && is_printed
            && citation.title.trim_end().ends_with('〉')
            && !inside[1].starts_with("关于")
        {
            let right = format!("〈{}〉的{}", &inside[1], &inside[2]);
            let fixed = replaced(row, &inside[0], &right);
            report(row, found, citation).fact("written", &inside[0]).fact("right", right).fix_text(fixed);
        }
    }
}

fn no_inner(row: &Row<'_>, found: &mut Report<'_>) {
    for citation in row.basis.iter() {
        if citation.title.contains("关于印发关于") || citation.title.contains("关于转发关于") {
            report(row, found, citation);
        }
    }
}

fn secret(row: &Row<'_>, found: &mut Report<'_>) {
    let words = &row.context.knowledge.words;
    for citation in row.basis.iter() {
        let outside = citation.text.replace(&citation.title, "");
        let is_marked = words.internal_marks.iter().find(|mark| {
            outside.contains(mark.as_str())
                && !outside.contains("保守国家秘密")
                && !outside.contains("商业秘密")
        });
        if let Some(mark) = is_marked {
            report(row, found, citation).fact("mark", mark);
        }
    }
}

fn internal(row: &Row<'_>, found: &mut Report<'_>) {
    let words = &row.context.knowledge.words;
    for citation in row.basis.iter() {
        let word = words.internal_words.iter().find(|word| citation.text.contains(word.as_str()));
        let number = citation.number.as_ref().filter(|number| {
            ["密", "机", "纪要", "会纪", "内"].iter().any(|end| number.office.ends_with(end))
        });
        if let Some(word) = word.cloned().or(number.map(|number| number.text.clone())) {
            report(row, found, citation).fact("word", word);
        }
    }
}

pattern!(
    BARE_LAW =
        r"^[\p{Han}（）()]{2,40}(?:法|条例|办法|规定|细则|规程|意见|方案|通知)(?:[（(].*)?(?:第.{1,8}条.*)?$"
);

fn no_title(row: &Row<'_>, found: &mut Report<'_>) {
    let vague = &row.context.knowledge.words.vague_bases;
    for citation in row.basis.iter() {
        let text = citation.text.trim();
        let has_title = !citation.title.is_empty() || text.contains(['《', '》', '〈', '＜', '<']);
        let has_number = citation.number.is_some() || citation.decree.is_some();
        let is_vague = vague.iter().any(|word| text == word || text.strip_suffix('等') == Some(word));
        let is_bare = BARE_LAW.is_match(text) && !text.contains("规定》");
        let is_tail = row.basis.len() > 1 && (text.starts_with("各地") || text.starts_with('等'));
        if !has_title && !is_tail && (is_vague || is_bare && !has_number) {
            report(row, found, citation);
        }
    }
}

fn open_end(row: &Row<'_>, found: &mut Report<'_>) {
    if let Some(last) = row.basis.last()
        && last.text.trim_end_matches(['。', '；']).ends_with('等')
    {
        report(row, found, last);
    }
}

pattern!(BETWEEN = r"[》）)]\s*([；;、，,]*)\s*(?:\d+[.、])?\s*《");

/// The signs between the citations of a basis; empty for none at all, `None` where there is one citation.
fn between(text: &str) -> Option<Vec<String>> {
    let signs: Vec<String> =
        BETWEEN.captures_iter(text).map(|found| found[1].replace(';', "；").replace(',', "，")).collect();
    (!signs.is_empty()).then_some(signs)
}

fn separators(index: &Index<'_>, found: &mut Report<'_>) {
    let rows: Vec<_> =
        index.rows.iter().filter_map(|row| Some((row, between(row.text(TextField::Basis))?))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, signs) in &rows {
        for sign in signs {
            *counts.entry(sign).or_default() += 1;
        }
    }
    let Some((usual, count)) = counts.iter().max_by_key(|(sign, count)| (**count, **sign)) else { return };
    let total: usize = counts.values().sum();
    if rows.len() < 5 || count * 10 < total * 7 {
        return;
    }
    for (row, signs) in &rows {
        if let Some(other) = signs.iter().find(|sign| sign.as_str() != *usual) {
            let finding = found.cell(row, column(TextField::Basis));
            finding.fact("written", other).fact("usual", *usual);
        }
    }
}

pattern!(STRAY_NUMBER = r"号[）)]号");

fn stray(row: &Row<'_>, found: &mut Report<'_>) {
    let is_stray = |citation: &&Citation| STRAY_NUMBER.is_match(&citation.text);
    if let Some(citation) = row.basis.iter().find(is_stray) {
        let text = row.text(TextField::Basis);
        let fixed = STRAY_NUMBER
            .replace_all(text, |found: &regex::Captures<'_>| found[0].trim_end_matches('号').to_owned());
        report(row, found, citation).fix_text(fixed.into_owned());
    }
}
