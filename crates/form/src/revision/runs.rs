//! Which parts of two texts differ, as a person would mark them: numbers and Latin words are never cut, and
//! characters that agree by chance between two changes do not take them apart.

use std::collections::HashMap;

use dissimilar::{Chunk, diff};

use super::content::Run;

/// Where both texts differ over more characters than this, they are not compared any closer: that would take
/// seconds, and so much new text is a new text.
const CLOSELY: usize = 4_000;
/// Words are compared as single characters from here on, where Unicode has no characters of its own.
const FIRST_WORD: u32 = 0xF_0000;
/// The last of them.
const LAST_WORD: u32 = 0xF_FFFD;

/// The old text and the new one, with what only one of them has marked.
pub(super) fn compare(old: &str, new: &str) -> (Vec<Run>, Vec<Run>) {
    let (start, end) = common_ends(old, new);
    let middles = [&old[start..old.len() - end], &new[start..new.len() - end]];
    if middles.iter().all(|middle| middle.chars().count() > CLOSELY) {
        return (coarsely(old, start, end), coarsely(new, start, end));
    }
    let mut words = Words::default();
    let (Some(old_words), Some(new_words)) = (words.encode(old), words.encode(new)) else {
        return (coarsely(old, start, end), coarsely(new, start, end));
    };
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for chunk in diff(&old_words, &new_words) {
        let run = |text, is_changed| Run { text: words.decode(text), is_changed };
        match chunk {
            Chunk::Equal(text) => {
                before.push(run(text, false));
                after.push(run(text, false));
            }
            Chunk::Delete(text) => before.push(run(text, true)),
            Chunk::Insert(text) => after.push(run(text, true)),
        }
    }
    (before, after)
}

/// Two lists of words with what only one of them has marked, each joined by `between`.
pub(super) fn compare_lists(old: &[String], new: &[String], between: &str) -> (Vec<Run>, Vec<Run>) {
    let marked = |own: &[String], other: &[String]| {
        let mut runs: Vec<Run> = Vec::new();
        for (index, word) in own.iter().enumerate() {
            if index > 0 {
                push(&mut runs, between, false);
            }
            push(&mut runs, word, !other.contains(word));
        }
        runs
    };
    let (before, after) = (marked(old, new), marked(new, old));
    if before.iter().chain(&after).any(|run| run.is_changed) {
        return (before, after);
    }
    // Only their order differs.
    compare(&old.join(between), &new.join(between))
}

/// A text of which nothing, or all, is marked; an empty one is no run.
pub(super) fn single(text: &str, is_changed: bool) -> Vec<Run> {
    let mut runs = Vec::new();
    push(&mut runs, text, is_changed);
    runs
}

fn push(runs: &mut Vec<Run>, text: &str, is_changed: bool) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.is_changed == is_changed => last.text.push_str(text),
        _ => runs.push(Run { text: text.to_owned(), is_changed }),
    }
}

/// How many bytes the texts have in common at their starts and, behind those, at their ends.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let length = |(c, _): (char, char)| c.len_utf8();
    let start = old.chars().zip(new.chars()).take_while(same).map(length).sum::<usize>();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.chars().rev().zip(new.chars().rev()).take_while(same).map(length).sum();
    (start, end)
}

/// The text with everything between its two ends marked.
fn coarsely(text: &str, start: usize, end: usize) -> Vec<Run> {
    let last = text.len() - end;
    let mut runs = single(&text[..start], false);
    push(&mut runs, &text[start..last], true);
    push(&mut runs, &text[last..], false);
    runs
}

/// The numbers and Latin words of two texts, each with a character that stands for it.
#[derive(Default)]
struct Words<'a> {
    known: HashMap<&'a str, char>,
    words: Vec<&'a str>,
}

impl<'a> Words<'a> {
    /// The text with a single character for each word; `None` if there are more words than characters.
    fn encode(&mut self, text: &'a str) -> Option<String> {
        let mut encoded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                c if c.is_ascii_alphanumeric() => {
                    rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())
                }
                c => c.len_utf8(),
            };
            let (word, behind) = rest.split_at(length);
            let is_word = first.is_ascii_alphanumeric() || u32::from(first) >= FIRST_WORD;
            encoded.push(if is_word { self.stands_for(word)? } else { first });
            rest = behind;
        }
        Some(encoded)
    }

    fn stands_for(&mut self, word: &'a str) -> Option<char> {
        if let Some(known) = self.known.get(word) {
            return Some(*known);
        }
        let code = FIRST_WORD + u32::try_from(self.words.len()).ok()?;
        let new = char::from_u32(code).filter(|_| code <= LAST_WORD)?;
        self.words.push(word);
        self.known.insert(word, new);
        Some(new)
    }

    fn decode(&self, encoded: &str) -> String {
        let mut text = String::with_capacity(encoded.len());
        for character in encoded.chars() {
            match u32::from(character).checked_sub(FIRST_WORD).and_then(|at| self.words.get(at as usize)) {
                Some(word) => text.push_str(word),
                None => text.push(character),
            }
        }
        text
    }
}
