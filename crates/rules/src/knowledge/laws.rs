//! The law library: laws, regulations, rules and documents that catalogues cite, with titles, numbers and dates.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::parse::{
    distance,
    reference::{Decree, DocumentNumber, decree, document_number, key},
};

/// The file, as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    as_of: String,
    texts: Vec<Law>,
    slips: Vec<Slip>,
    also: Vec<String>,
}

/// A title that is written wrongly now and then.
#[derive(Debug, Deserialize)]
struct Slip {
    wrong: String,
    right: String,
}

/// A law, regulation, rule or document.
#[derive(Debug, Deserialize)]
pub struct Law {
    /// The full title, without 《 and 》.
    pub title: String,
    /// Other titles in use.
    #[serde(default)]
    pub short: Vec<String>,
    /// What it is.
    pub kind: LawKind,
    /// Its versions, oldest first; the last is the current one. Not all old ones are listed.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// The day or year from which it is no longer in force.
    pub repealed: Option<String>,
    /// What stands in its place.
    pub successor: Option<String>,
    /// Its state is doubtful; findings say 请核实.
    #[serde(default)]
    pub uncertain: bool,
    /// A newer version than the last listed may exist.
    #[serde(default)]
    pub may_be_newer: bool,
    /// No decree has published it.
    #[serde(default)]
    pub no_decree: bool,
    /// How many articles the current version has.
    pub articles: Option<u32>,
}

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawKind {
    /// 法律
    Law,
    /// 行政法规
    Regulation,
    /// 部门规章
    Rule,
    /// 规范性文件
    Document,
}

/// A version of a text.
#[derive(Debug, Clone, Deserialize)]
pub struct Version {
    /// The decree or 发文字号, in full.
    pub number: Option<String>,
    /// The day or year of its adoption.
    pub date: Option<String>,
    /// The day from which it is in force, where that is another.
    pub in_force: Option<String>,
    /// 修订, 修正 or 修改; none for the first version and where it is not known.
    pub change: Option<String>,
}

/// Where a law stands in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LawId(usize);

/// Whether a text is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is.
    InForce,
    /// It is repealed or replaced.
    Repealed,
    /// It is published and not yet in force.
    NotYet,
}

/// The laws, found by their titles.
#[derive(Debug)]
pub struct LawLibrary {
    /// The day up to which it is complete, as `YYYY-MM-DD`.
    pub as_of: String,
    laws: Vec<Law>,
    by_key: HashMap<String, LawId>,
    slips: HashMap<String, String>,
    /// Titles of which nothing is known but that they are right.
    also: HashSet<String>,
    /// All right titles, by their length in characters.
    by_length: HashMap<usize, Vec<String>>,
}

/// Decisions that change many regulations at once by small amendments, so that their number stands for several.
const PACKAGES: [u32; 19] =
    [588, 638, 645, 653, 666, 676, 687, 698, 703, 709, 710, 714, 726, 732, 752, 764, 777, 797, 829];

impl LawLibrary {
    pub(super) fn new(file: File) -> Self {
        let mut by_key = HashMap::new();
        for (index, law) in file.texts.iter().enumerate() {
            for title in std::iter::once(&law.title).chain(&law.short) {
                by_key.entry(key(title)).or_insert(LawId(index));
            }
        }
        let also: HashSet<String> = file.also.iter().map(|title| key(title)).collect();
        let mut by_length: HashMap<usize, Vec<String>> = HashMap::new();
        let full = file.texts.iter().map(|law| key(&law.title));
        for title in full.chain(also.iter().cloned()) {
            by_length.entry(title.chars().count()).or_default().push(title);
        }
        let slips = file.slips.into_iter().map(|slip| (slip.wrong, slip.right)).collect();
        Self { as_of: file.as_of, laws: file.texts, by_key, slips, also, by_length }
    }

    /// All laws.
    pub fn laws(&self) -> &[Law] {
        &self.laws
    }

    /// The law at a place.
    pub fn get(&self, id: LawId) -> &Law {
        &self.laws[id.0]
    }

    /// The text with this title, or of which the title is about: 关于印发〈甲办法〉的通知 is 甲办法.
    pub(crate) fn find(&self, key: &str) -> Option<LawId> {
        let about = key.find("关于").map(|at| &key[at..]);
        let printed = ["印发", "转发", "公布", "发布"].iter().find_map(|word| {
            let at = key.find(word)?;
            let inner = &key[at + word.len()..];
            inner.strip_suffix("的通知").map(str::to_owned)
        });
        let known = |key: &str| self.by_key.get(key).copied();
        let bare = |key: &str| known(key.strip_prefix("中华人民共和国").unwrap_or(key));
        known(key).or_else(|| about.and_then(known)).or_else(|| printed.as_deref().and_then(bare))
    }

    /// Whether this is a title that is right, of which nothing else is known.
    pub(crate) fn is_right(&self, key: &str) -> bool {
        self.also.contains(key) || self.by_key.contains_key(key)
    }

    /// The title that was meant by one that is often written wrongly.
    pub(crate) fn meant(&self, key: &str) -> Option<&str> {
        self.slips.get(key).map(String::as_str)
    }

    /// The only right title that is as near to this one as a slip of the pen.
    pub(crate) fn near(&self, key: &str) -> Option<&str> {
        let length = key.chars().count();
        let most = if length >= 9 { 2 } else { 1 };
        let mut nearest: Option<(usize, &str)> = None;
        for length in length.saturating_sub(most)..=length + most {
            for title in self.by_length.get(&length).into_iter().flatten() {
                let Some(distance) = distance::within(key, title, most) else { continue };
                match nearest {
                    Some((best, _)) if best < distance => {}
                    Some((best, _)) if best == distance => return None,
                    _ => nearest = Some((distance, title)),
                }
            }
        }
        nearest.map(|(_, title)| title).or_else(|| self.without_word(key))
    }

    /// The right title that this one is but for a word such as 管理 too much.
    fn without_word(&self, key: &str) -> Option<&str> {
        const WORDS: [&str; 6] = ["管理", "保障", "保护", "促进", "安全", "监督"];
        WORDS.iter().filter(|word| key.contains(*word)).find_map(|word| {
            let shorter = key.replacen(word, "", 1);
            let same_length = self.by_length.get(&shorter.chars().count())?;
            same_length.iter().find(|title| **title == shorter).map(String::as_str)
        })
    }
}

impl Law {
    /// The current version.
    pub fn current(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Whether it is in force on a day, given as `YYYY-MM-DD`.
    pub fn state(&self, today: &str) -> State {
        // A year alone is less than every day of it, so it counts from its first day.
        let has_come = |day: &str| day <= today;
        if self.repealed.as_deref().is_some_and(has_come) {
            return State::Repealed;
        }
        match self.versions.first().and_then(Version::start) {
            Some(start) if !has_come(start) => State::NotYet,
            _ => State::InForce,
        }
    }

    /// The title with 《 and 》.
    pub(crate) fn quoted(&self) -> String {
        format!("《{}》", self.title)
    }

    /// The position of the version that a decree published.
    pub(crate) fn version_of(&self, decree: &Decree) -> Option<usize> {
        self.versions.iter().rposition(|version| version.decree().is_some_and(|own| own.is(decree)))
    }

    /// The position of the version with this 发文字号.
    pub(crate) fn version_numbered(&self, number: &DocumentNumber) -> Option<usize> {
        self.versions.iter().rposition(|version| {
            version.number.as_deref().and_then(document_number).is_some_and(|own| {
                (own.year, own.number) == (number.year, number.number) && own.office == number.office
            })
        })
    }

    /// Whether a version after the `index`-th has replaced its text, so that its number stands for an old text.
    /// Of the first text the number stays in use where later changes only amended it.
    pub(crate) fn is_superseded(&self, index: usize) -> bool {
        let later = self.versions.get(index + 1..).unwrap_or_default();
        if index > 0 {
            return !later.is_empty();
        }
        later.iter().any(|version| {
            let is_package = version.decree().is_some_and(|decree| PACKAGES.contains(&decree.number));
            version.change.as_deref() == Some("修订") && version.number.is_some() && !is_package
        })
    }
}

impl Version {
    /// The decree, where one published it.
    pub(crate) fn decree(&self) -> Option<Decree> {
        self.number.as_deref().and_then(decree)
    }

    /// The year of its adoption.
    pub fn year(&self) -> Option<u16> {
        self.date.as_deref().and_then(|date| date.get(..4)).and_then(|year| year.parse().ok())
    }

    /// The year in which it came into force.
    pub(crate) fn start_year(&self) -> Option<u16> {
        self.start().and_then(|date| date.get(..4)).and_then(|year| year.parse().ok())
    }

    fn start(&self) -> Option<&str> {
        self.in_force.as_deref().or(self.date.as_deref())
    }
}

/// Whether a number of 国务院令 stands for a decision that changed many regulations.
pub(crate) fn is_package(number: u32) -> bool {
    PACKAGES.contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Knowledge;

    fn laws() -> &'static LawLibrary {
        &Knowledge::shipped().laws
    }

    #[test]
    fn every_number_of_the_library_can_be_read() {
        for law in laws().laws() {
            for number in law.versions.iter().filter_map(|version| version.number.as_deref()) {
                assert!(decree(number).is_some() || document_number(number).is_some(), "{number}");
            }
        }
    }

    #[test]
    fn every_successor_is_in_the_library() {
        for law in laws().laws() {
            if let Some(successor) = &law.successor {
                assert!(laws().find(&key(successor)).is_some(), "{successor}");
            }
        }
    }

    #[test]
    fn no_right_title_is_a_slip_of_another() {
        for (wrong, right) in &laws().slips {
            assert!(!laws().is_right(wrong), "{wrong}");
            assert!(laws().is_right(right), "{right}");
        }
    }

    #[test]
    fn a_text_is_found_by_what_it_is_about() {
        let title = |key: &str| laws().find(key).map(|id| laws().get(id).title.as_str());
        assert_eq!(title("社会保险法"), Some("中华人民共和国社会保险法"));
        assert_eq!(title("财政部关于印发地方预决算公开操作规程的通知"), Some("地方预决算公开操作规程"));
        assert_eq!(title("某省供水条例"), None);
    }

    #[test]
    fn a_title_near_to_a_right_one_is_told() {
        assert_eq!(laws().near("社会保睑法"), Some("社会保险法"));
        assert_eq!(laws().near("某市城市供水管理办法"), None);
    }

    #[test]
    fn laws_come_into_force_and_go() {
        let state = |title: &str, day| laws().get(laws().find(title).unwrap()).state(day);
        assert_eq!(state("环境保护法", "2026-08-14"), State::InForce);
        assert_eq!(state("环境保护法", "2026-08-15"), State::Repealed);
        assert_eq!(state("医疗保障法", "2026-12-01"), State::NotYet);
        assert_eq!(state("计划生育技术服务管理条例", "2022-01-01"), State::Repealed);
    }
}
