//! 公开依据 as the citations it lists: 《甲法》；《乙条例》（国务院令第711号）。 are two.
//!
//! The catalogues put ；, 、, ，, a line feed or nothing between two citations, number them or not, and end with a
//! full stop or without. A citation is changed or taken out without touching any of that. The window takes the
//! same texts apart in the same way (`tests/fixtures/citations.json` holds both to it).

use std::{fmt, ops::Range};

/// A text taken apart into citations; put together again it is the same text.
///
/// ```
/// use mulu_model::Citations;
///
/// let mut basis = Citations::of("1.《甲法》；\n2.《乙法》；\n3.《丙法》。");
/// basis.replace(0, "《丁法》");
/// basis.remove(2);
/// assert_eq!(basis.to_string(), "1.《丁法》；\n2.《乙法》。");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citations {
    /// What stands before the citation in each place: its number, such as `1.`, or nothing.
    leads: Vec<String>,
    citations: Vec<String>,
    /// What stands behind it: a separator, or the end of the text.
    tails: Vec<String>,
}

impl Citations {
    /// Takes a text apart.
    pub fn of(text: &str) -> Self {
        let mut parts = Self { leads: Vec::new(), citations: Vec::new(), tails: Vec::new() };
        let mut end = 0;
        for entry in entries(text) {
            let bare = bare(text, entry.clone());
            let before = &text[end..entry.start];
            // White space between two entries goes with the separator before it.
            let lead = match parts.tails.last_mut() {
                Some(tail) => {
                    tail.push_str(before);
                    text[entry.start..bare.start].to_owned()
                }
                None => text[..bare.start].to_owned(),
            };
            parts.leads.push(lead);
            parts.citations.push(text[bare.clone()].to_owned());
            parts.tails.push(text[bare.end..entry.end].to_owned());
            end = entry.end;
        }
        match parts.tails.last_mut() {
            Some(tail) => tail.push_str(&text[end..]),
            None if text.is_empty() => {}
            None => {
                parts.leads.push(text.to_owned());
                parts.citations.push(String::new());
                parts.tails.push(String::new());
            }
        }
        parts
    }

    /// The citations without numbers and separators, in order. One that is nothing but separators is empty.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.citations.iter().map(String::as_str)
    }

    /// The position of the first citation that is `citation`.
    pub fn position(&self, citation: &str) -> Option<usize> {
        self.texts().position(|text| text == citation)
    }

    /// Puts `citation` in the place of the one at `index`, which must be there.
    pub fn replace(&mut self, index: usize, citation: &str) {
        citation.clone_into(&mut self.citations[index]);
    }

    /// Takes out the citation at `index`, which must be there, with one separator. Numbers stay in order, and
    /// the text ends as it did.
    pub fn remove(&mut self, index: usize) {
        self.citations.remove(index);
        self.leads.pop();
        // Of the last one the end of the text stays, of any other the separator before it.
        self.tails.remove(if index == self.citations.len() { index.saturating_sub(1) } else { index });
    }
}

impl fmt::Display for Citations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((lead, citation), tail) in self.leads.iter().zip(&self.citations).zip(&self.tails) {
            write!(f, "{lead}{citation}{tail}")?;
        }
        Ok(())
    }
}

/// The entries of a text that lists several, each with its number and separator, without white space around.
fn entries(text: &str) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let mut end = |start: &mut usize, at: usize| {
        let entry = trimmed(text, *start..at);
        if !entry.is_empty() {
            entries.push(entry);
        }
        *start = at;
    };
    for (at, character) in text.char_indices() {
        if character == '《' && depth == 0 && is_whole(&text[start..at]) {
            end(&mut start, at);
        }
        match character {
            '《' | '（' | '(' | '〔' | '【' | '“' => depth += 1,
            '》' | '）' | ')' | '〕' | '】' | '”' => depth = depth.saturating_sub(1),
            // A bracket that was never closed does not swallow the lines below it.
            '\n' => depth = 0,
            _ => {}
        }
        let is_end = depth == 0
            && match character {
                '；' | ';' | '\n' => true,
                '、' => !is_number(text[start..at].trim()),
                _ => false,
            };
        if is_end {
            end(&mut start, at + character.len_utf8());
        }
    }
    end(&mut start, text.len());
    entries
}

/// Whether an entry may end before 《: behind a bracket, or a comma after one. 国务院《甲》 is one entry.
fn is_whole(entry: &str) -> bool {
    const ENDS: [char; 3] = ['》', '）', ')'];
    let entry = entry.trim_end();
    entry.ends_with(ENDS) || (entry.ends_with(['，', ',']) && entry.contains(ENDS))
}

/// Whether this is a number before 、 and no citation.
fn is_number(text: &str) -> bool {
    !text.is_empty()
        && (text.chars().all(|c| c.is_ascii_digit())
            || text.chars().all(|c| "一二三四五六七八九十".contains(c)))
}

/// The citation in an entry: without a number such as `1.` or `一、` before it and separators behind it.
fn bare(text: &str, entry: Range<usize>) -> Range<usize> {
    let lead = text[entry.clone()]
        .find(['.', '．', '、'])
        .filter(|at| *at <= 9 && is_number(&text[entry.start..entry.start + at]))
        .and_then(|at| Some(at + text[entry.start + at..].chars().next()?.len_utf8()))
        .unwrap_or(0);
    let end = text[entry.start + lead..entry.end]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '；' | ';' | '、' | '，' | ',' | '。'))
        .len();
    let start = entry.start + lead;
    let skipped = text[start..start + end].len() - text[start..start + end].trim_start().len();
    start + skipped..start + end
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::{Catalogue, Id, exchange};

    /// A text with what both languages make of it.
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Case {
        text: String,
        entries: Vec<String>,
        citations: Vec<String>,
    }

    fn case(text: &str) -> Case {
        Case {
            text: text.to_owned(),
            entries: entries(text).into_iter().map(|entry| text[entry].to_owned()).collect(),
            citations: Citations::of(text)
                .texts()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    fn texts(text: &str) -> Vec<String> {
        case(text).citations
    }

    fn real(bytes: &[u8]) -> Catalogue {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Id::new(&format!("id-{next}")).unwrap()
        };
        exchange::read(bytes, &mut new_id).unwrap()
    }

    /// Every basis of the real catalogues, each once, after cases that they do not have.
    fn cases() -> Vec<Case> {
        let made_up = [
            "",
            " \n ",
            "《甲法》；《乙条例》（国务院令第711号；2019年修订）。",
            "《甲法》《乙法》 《丙条例》",
            "1.《甲法》；\n2.《关于印发〈乙办法〉的通知》（人社部发〔2011〕47号）。",
            "1、《甲法》\n2、《乙法》",
            "一、《甲法》；二、《乙法》",
            "《甲法》(国务院令711号);《乙办法》(自治区政府令21号)。",
            "《甲法》第二十条，《乙法》",
            "《甲法》，《乙法》",
            "《甲条例，乙办法》，国务院、省政府文件",
            "《没有右书名号的甲法\n《乙法》",
            "；；《甲法》",
        ];
        let files: [&[u8]; 4] = [
            include_bytes!("../../../assets/catalogues/zhongwei-hrss-2022.json"),
            include_bytes!("../../../assets/catalogues/yinchuan-hrss-2020.json"),
            include_bytes!("../../../assets/catalogues/zhongwei-social-insurance.json"),
            include_bytes!("../../../assets/catalogues/jalaid-social-insurance.json"),
        ];
        let catalogues: Vec<_> = files.into_iter().map(real).collect();
        let mut seen = BTreeSet::new();
        let bases = catalogues
            .iter()
            .flat_map(Catalogue::items)
            .map(|(_, item)| item.texts[crate::TextField::Basis].as_str());
        made_up.into_iter().chain(bases).filter(|text| seen.insert(*text)).map(case).collect()
    }

    /// With `MULU_WRITE_FIXTURES=1` the file is written anew; what changed is then to be looked at.
    #[test]
    fn texts_are_taken_apart_as_the_window_does() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/citations.json");
        let cases = cases();
        if std::env::var_os("MULU_WRITE_FIXTURES").is_some() {
            std::fs::write(path, serde_json::to_string_pretty(&cases).unwrap() + "\n").unwrap();
        }
        let known: Vec<Case> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(known.len(), cases.len());
        for (known, case) in known.iter().zip(&cases) {
            assert_eq!(known, case);
        }
    }

    #[test]
    fn a_text_put_together_again_is_the_same() {
        for Case { text, .. } in cases() {
            assert_eq!(Citations::of(&text).to_string(), text);
        }
    }

    #[test]
    fn numbers_and_separators_are_no_part_of_a_citation() {
        assert_eq!(texts("1.《甲法》；\n2.《乙法》。"), ["《甲法》", "《乙法》"]);
        assert_eq!(texts("1、《甲法》\n2、《乙法》"), ["《甲法》", "《乙法》"]);
        assert_eq!(texts("《甲法》(第1号),《乙办法》(第2号)。"), ["《甲法》(第1号)", "《乙办法》(第2号)"]);
        assert_eq!(texts("国务院《2020年工作要点》、省政府文件"), ["国务院《2020年工作要点》", "省政府文件"]);
        assert_eq!(texts("2020年工作要点。"), ["2020年工作要点"]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn a_citation_taken_out_takes_one_separator_along() {
        let without = |text: &str, index| {
            let mut citations = Citations::of(text);
            citations.remove(index);
            citations.to_string()
        };
        assert_eq!(without("《甲》；《乙》、《丙》。", 0), "《乙》、《丙》。");
        assert_eq!(without("《甲》；《乙》、《丙》。", 2), "《甲》；《乙》。");
        assert_eq!(without("1.《甲》；\n2.《乙》。", 0), "1.《乙》。");
        assert_eq!(without("《甲》。", 0), "");
    }
}
