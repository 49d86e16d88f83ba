//! What could be cleaned up in a catalogue that was taken in. Everything is offered with its text before and after
//! and nothing is done by itself; what is chosen becomes edits like any other change.

use mulu_model::{Catalogue, ColumnKey, Edit, HeadingField, Id, Item, TextField, Value};
use serde::Serialize;

use crate::lexicon::{
    script::simplified,
    text::{is_blank, is_chinese},
};

/// A change that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaning {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub flaw: Flaw,
    /// The text as it is.
    pub before: String,
    /// The text without this flaw.
    pub after: String,
}

/// A text of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The title.
    Title,
    /// A group's name.
    Group(Id),
    /// A cell of an item; of one of its rows, where rows have cells of their own in that column.
    Cell {
        /// The item.
        item: Id,
        /// Its row.
        part: Option<usize>,
        /// The column.
        column: ColumnKey,
    },
}

/// What can be wrong with a text without its words being wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// A line break in the middle of words.
    LineBreak,
    /// Half-width punctuation in Chinese text.
    Punctuation,
    /// Spaces inside Chinese text.
    Space,
    /// Traditional characters.
    Script,
}

impl Flaw {
    /// All of them, in the order in which they are cleaned.
    pub const ALL: &[Self] = &[Self::LineBreak, Self::Punctuation, Self::Space, Self::Script];

    /// The text without this flaw.
    pub fn cleaned(self, text: &str) -> String {
        match self {
            Self::LineBreak => without_breaks(text),
            Self::Space => without_spaces(text),
            Self::Punctuation => full_width(text),
            Self::Script => text.chars().map(|c| simplified(c).unwrap_or(c)).collect(),
        }
    }
}

/// Everything that could be cleaned up, top down. Where a text has several flaws, each is offered by itself.
pub fn clean_up(catalogue: &Catalogue) -> Vec<Cleaning> {
    let mut offered = Vec::new();
    each_text(catalogue, &mut |spot, text| {
        for flaw in Flaw::ALL {
            let after = flaw.cleaned(text);
            if after != text {
                offered.push(Cleaning { spot: spot.clone(), flaw: *flaw, before: text.to_owned(), after });
            }
        }
    });
    offered
}

/// The edits that do what was chosen. Several flaws of one text become one edit.
pub fn cleaning_edits(chosen: &[Cleaning]) -> Vec<Edit> {
    let mut done: Vec<(Spot, Vec<Flaw>, String)> = Vec::new();
    for cleaning in chosen {
        match done.last_mut().filter(|(spot, ..)| *spot == cleaning.spot) {
            Some((_, flaws, _)) => flaws.push(cleaning.flaw),
            None => done.push((cleaning.spot.clone(), vec![cleaning.flaw], cleaning.before.clone())),
        }
    }
    let text = |mut flaws: Vec<Flaw>, before: &str| {
        flaws.sort_unstable();
        flaws.iter().fold(before.to_owned(), |text, flaw| flaw.cleaned(&text))
    };
    done.into_iter().map(|(spot, flaws, before)| edit(spot, text(flaws, &before))).collect()
}

fn edit(spot: Spot, text: String) -> Edit {
    match spot {
        Spot::Title => Edit::SetHeading { field: HeadingField::Title, value: text },
        Spot::Group(group) => Edit::RenameGroup { group, name: text },
        Spot::Cell { item, part, column } => {
            Edit::SetCell { item, part, column, value: Value::Text { text } }
        }
    }
}

fn each_text(catalogue: &Catalogue, see: &mut dyn FnMut(Spot, &str)) {
    see(Spot::Title, &catalogue.heading.title);
    for group in &catalogue.groups {
        see(Spot::Group(group.id.clone()), &group.name);
        for item in &group.items {
            each_text_of(item, see);
        }
    }
}

fn each_text_of(item: &Item, see: &mut dyn FnMut(Spot, &str)) {
    let spot = |part: Option<usize>, column: ColumnKey| Spot::Cell { item: item.id.clone(), part, column };
    for (level, name) in item.path.iter().enumerate() {
        see(spot(None, ColumnKey::Sub(level + 1)), name);
    }
    see(spot(None, ColumnKey::Item), &item.name);
    for (part, row) in item.parts.iter().enumerate() {
        see(spot(Some(part), ColumnKey::Text(TextField::Content)), &row.content);
    }
    for (field, text) in item.texts.iter() {
        let column = ColumnKey::Text(field);
        if item.parts.is_empty() || !column.is_of_part() {
            see(spot(None, column), text);
        }
    }
    for (label, text) in &item.custom {
        see(spot(None, ColumnKey::Custom(label.clone())), text);
    }
}

/// Whether the character is Chinese or full-width punctuation.
fn is_wide(c: char) -> bool {
    is_chinese(c)
        || matches!(c, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

/// Spaces between Chinese and Chinese or digits are none of the text's, unless a numbered line begins after them.
fn without_spaces(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut cleaned = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let end = at + characters[at..].iter().take_while(|c| is_blank(**c) && **c != '\n').count();
        if end == at {
            cleaned.push(characters[at]);
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).map(|at| characters[at]);
        let after = characters.get(end).copied();
        let inside = match (before, after) {
            (Some(_), Some(_)) if begins_line(&characters[end..]) => false,
            (Some(before), Some(after)) => {
                is_wide(before) && (is_wide(after) || after.is_ascii_digit())
                    || before.is_ascii_digit() && is_wide(after)
            }
            _ => false,
        };
        if !inside {
            cleaned.extend(&characters[at..end]);
        }
        at = end;
    }
    cleaned
}

/// Whether a numbered or pointed line begins here: `2.名称`, `● 名称`.
fn begins_line(characters: &[char]) -> bool {
    let digits = characters.iter().take_while(|c| c.is_ascii_digit()).count();
    let is_numbered =
        digits > 0 && digits < 3 && matches!(characters.get(digits), Some('.' | '、' | '．' | '）' | ')'));
    is_numbered && !characters.get(digits + 1).is_some_and(char::is_ascii_digit)
        || matches!(characters.first(), Some('●' | '·' | '◆'))
}

/// Line breaks inside 《》 or （）, and before the last character or two of a line that a narrow cell broke off.
fn without_breaks(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        cleaned.push_str(line);
        for c in line.chars() {
            match c {
                '《' | '（' | '(' | '〔' => depth += 1,
                '》' | '）' | ')' | '〕' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        let Some(next) = lines.peek() else { break };
        let is_word = line.ends_with(is_chinese) && next.starts_with(is_chinese);
        let is_broken_off = next.trim().chars().count() <= 2;
        let inside = depth > 0 && line.ends_with(is_wide) && next.starts_with(is_wide);
        if !(inside || is_word && is_broken_off) {
            cleaned.push('\n');
        }
    }
    cleaned
}

/// Half-width punctuation beside Chinese characters, in its full-width form.
fn full_width(text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let is_beside = |characters: &[char], at: usize| {
        let before = characters[..at].iter().rev().find(|c| !is_blank(**c)).is_some_and(|c| is_wide(*c));
        let after = characters[at + 1..].iter().find(|c| !is_blank(**c)).is_some_and(|c| is_wide(*c));
        (before, after)
    };
    let mut open: Vec<usize> = Vec::new();
    for at in 0..characters.len() {
        let (before, after) = is_beside(&characters, at);
        let wide = match characters[at] {
            ',' if before || after && !characters[..at].ends_with(&['.']) => '，',
            ';' if before || after => '；',
            ':' if before => '：',
            '?' if before => '？',
            '!' if before => '！',
            '(' => {
                open.push(at);
                continue;
            }
            ')' => {
                // Both brackets or none.
                if let Some(from) = open.pop()
                    && (characters[from..at].iter().any(|c| is_chinese(*c)) || is_beside(&characters, from).0)
                {
                    characters[from] = '（';
                    characters[at] = '）';
                }
                continue;
            }
            _ => continue,
        };
        characters[at] = wide;
    }
    characters.into_iter().collect()
}
