//! The words that the command line shares with the window: `assets/words`, a key for each value that may be told.
//!
//! `{name}` in a sentence stands for the fact of that name. Where the two programs must say different things, because
//! what to do next is different, the entry has a sentence for each.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::shown::shown;

const FILES: [&str; 5] = [
    include_str!("../../../../assets/words/documents.json"),
    include_str!("../../../../assets/words/errors.json"),
    include_str!("../../../../assets/words/review.json"),
    include_str!("../../../../assets/words/signoff.json"),
    include_str!("../../../../assets/words/units.json"),
];

/// One sentence for both programs, or one for each of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Same(String),
    Each { command: String },
}

type Sections = BTreeMap<String, BTreeMap<String, Entry>>;

/// All sections of all files. A file that is no table would leave them empty; a test reads each.
static TABLE: LazyLock<Sections> = LazyLock::new(|| {
    FILES.iter().flat_map(|file| serde_json::from_str::<Sections>(file).unwrap_or_default()).collect()
});

/// The facts that fill the placeholders of a sentence, by name.
#[derive(Default)]
pub(super) struct Facts(BTreeMap<String, String>);

impl Facts {
    /// The texts and numbers of a value, as it crosses to the window.
    pub(super) fn of(value: &Value) -> Self {
        let fields = value.as_object().into_iter().flatten();
        let told = fields.filter_map(|(name, value)| match value {
            Value::String(text) => Some((name.clone(), shown(text))),
            Value::Number(number) => Some((name.clone(), number.to_string())),
            _ => None,
        });
        Self(told.collect())
    }

    /// With one more fact, or another instead.
    pub(super) fn with(mut self, name: &str, fact: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), fact.into());
        self
    }
}

/// The sentence of a key with its placeholders filled; empty where the table has no such key, which a test finds.
pub(super) fn fill(section: &str, key: &str, facts: &Facts) -> String {
    let entry = TABLE.get(section).and_then(|section| section.get(key));
    match entry {
        Some(Entry::Same(sentence) | Entry::Each { command: sentence }) => fill_in(sentence, facts),
        None => String::new(),
    }
}

/// A sentence with its placeholders filled.
pub(super) fn fill_in(sentence: &str, facts: &Facts) -> String {
    let mut rest = sentence;
    let mut filled = String::new();
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled += before;
        match facts.0.get(name) {
            Some(fact) => filled += fact,
            None => filled += &format!("{{{name}}}"),
        }
        rest = after;
    }
    filled + rest
}

/// The word of a key without placeholders.
pub(super) fn word(section: &str, key: &str) -> String {
    fill(section, key, &Facts::default())
}

/// The word of a value that crosses as a text, such as a stage.
pub(super) fn word_of(section: &str, value: &impl Serialize) -> String {
    word(section, text(&as_value(value)))
}

/// A value as it crosses to the window.
pub(super) fn as_value(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// A text in a value; empty where it is none.
pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Which one of its type a value is: the text that it crosses as, or its kind.
pub(super) fn kind(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| text(&value["kind"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    /// One value of each kind that has words; the tests of the window write it.
    fn samples(of: &str) -> Vec<Value> {
        let mut all: Value =
            serde_json::from_str(include_str!("../../../../tests/fixtures/words.json")).unwrap();
        serde_json::from_value(all[of].take()).unwrap()
    }

    /// What the command line says of each sample.
    fn every_sentence() -> Vec<String> {
        let errors = samples("errors").into_iter().map(|error| words::error(&error));
        let findings = samples("findings").into_iter().map(|found| words::import::found(&found, None));
        let faults = samples("faults").into_iter().map(|fault| words::signed::fault(&fault, None));
        let parts = samples("parts")
            .into_iter()
            .map(|part| words::signed::fault(&Value::String("altered_outside".to_owned()), Some(&part)));
        errors.chain(findings).chain(faults).chain(parts).collect()
    }

    #[test]
    fn every_file_is_a_table() {
        for file in FILES {
            serde_json::from_str::<Sections>(file).unwrap();
        }
    }

    #[test]
    fn everything_that_may_be_told_has_a_sentence_with_its_facts() {
        for sentence in every_sentence() {
            assert!(sentence.ends_with('。') && sentence.chars().count() > 4, "{sentence}");
            assert!(!sentence.contains(['{', '}', '！', '_']), "{sentence}");
        }
    }

    #[test]
    fn no_sentence_is_left_over() {
        let said = every_sentence();
        for section in ["errors", "exchange", "library", "handoff", "pin", "remark", "code", "template"]
            .into_iter()
            .chain(["strangers", "measures", "problems", "findings", "refusals", "faults", "parts"])
        {
            for (key, entry) in &TABLE[section] {
                let (Entry::Same(sentence) | Entry::Each { command: sentence }) = entry;
                let words: Vec<&str> = sentence.split(['{', '}']).step_by(2).collect();
                let is_said = said.iter().any(|said| words.iter().all(|words| said.contains(words)));
                assert!(is_said, "{section}.{key}");
            }
        }
    }

    #[test]
    fn a_text_that_looks_like_a_placeholder_stays_a_text() {
        let facts = Facts::default().with("text", "{found}").with("found", "甲");
        assert!(fill("exchange", "not_a_date", &facts).contains("“{found}”"));
        assert!(fill("exchange", "wrong_format", &facts).contains("“甲”"));
    }
}
