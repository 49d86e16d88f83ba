//! What a check says: for each rule a title, a reason and a sentence, in `assets/words/checks.json`.

use std::{collections::HashMap, sync::LazyLock};

use mulu_app::{
    FindingKind,
    rules::{Finding, Rule, Severity, Source},
};
use serde::Deserialize;

use super::{
    shown::shown,
    table::{Facts, fill_in, word_of},
};

/// What is said of a rule.
#[derive(Deserialize)]
struct Sentences {
    /// What its findings are called.
    title: String,
    /// What it asks for.
    why: String,
    /// What is wrong and what to do, with placeholders for the facts of a finding.
    message: String,
}

static SENTENCES: LazyLock<HashMap<String, Sentences>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../assets/words/checks.json")).unwrap_or_default()
});

/// What a rule is called.
pub(crate) fn title(rule: &Rule) -> &'static str {
    SENTENCES.get(rule.id).map_or("", |sentences| &sentences.title)
}

/// What a rule asks for.
pub(crate) fn why(rule: &Rule) -> &'static str {
    SENTENCES.get(rule.id).map_or("", |sentences| &sentences.why)
}

/// What a rule stands on.
pub(crate) fn source(rule: &Rule) -> &'static str {
    match rule.source {
        Source::Cited(source) => source,
        Source::House => "通行做法",
    }
}

/// A finding as a sentence; its place is told beside it.
pub(crate) fn finding(finding: &Finding) -> String {
    let facts =
        finding.facts.iter().fold(Facts::default(), |facts, (name, fact)| facts.with(name, shown(fact)));
    SENTENCES.get(finding.rule.id).map_or_else(String::new, |sentences| fill_in(&sentences.message, &facts))
}

/// How bad it is, in a word.
pub(crate) fn severity(severity: Severity) -> String {
    word_of("severities", &severity)
}

/// Which of the things that reading a document finds are wrong with the document itself, and how bad they are.
pub(crate) fn of_document(kind: &FindingKind) -> Option<Severity> {
    match kind {
        FindingKind::StatisticsDisagree { .. }
        | FindingKind::NameDoubled { .. }
        | FindingKind::Ditto { .. } => Some(Severity::Warning),
        FindingKind::NumberJump { found, .. } if *found != 1 => Some(Severity::Warning),
        FindingKind::MixedScript { .. } => Some(Severity::Warning),
        FindingKind::DateUnclear { .. } => Some(Severity::Warning),
        _ => None,
    }
}

/// Where in a catalogue something is, before a sentence about it.
pub(crate) fn place(item: Option<(usize, &str)>, group: Option<&str>, column: Option<&str>) -> String {
    let at = match (item, group) {
        (Some((index, name)), _) => format!("第{}项“{}”", index + 1, shown(name.trim())),
        (None, Some(group)) => format!("一级事项“{}”", shown(group.trim())),
        (None, None) => "全表".to_owned(),
    };
    column.map_or_else(|| at.clone(), |column| format!("{at}，{}", shown(column)))
}

/// How many of each severity there are.
pub(crate) fn counts(errors: usize, warnings: usize, infos: usize) -> String {
    if errors + warnings + infos == 0 {
        return "没有发现问题。\n".to_owned();
    }
    format!("共{errors}处错误，{warnings}处提醒，{infos}处提示。\n")
}

/// The head of the table of counts.
pub(crate) const COUNTS: &str = "文件\t错误\t提醒\t提示\n";

#[cfg(test)]
mod tests {
    use mulu_app::rules::RULES;

    use super::*;

    #[test]
    fn every_rule_has_a_title_a_reason_and_a_sentence_and_no_sentence_is_left_over() {
        for rule in RULES {
            let Sentences { title, why, message } =
                SENTENCES.get(rule.id).unwrap_or_else(|| panic!("{}", rule.id));
            assert!(!title.is_empty() && !title.ends_with('。'), "{}", rule.id);
            for sentence in [why, message] {
                assert!(sentence.ends_with('。') && sentence.chars().count() > 5, "{}: {sentence}", rule.id);
            }
        }
        assert_eq!(SENTENCES.len(), RULES.len());
    }
}
