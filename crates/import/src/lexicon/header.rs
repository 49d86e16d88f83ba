//! What a text says as a word of a header, and how many columns such words make.

use mulu_model::Mark;

use super::words::{self, Word};

/// Whether a text is 序号 and its like.
pub(crate) fn says_number(text: &str) -> bool {
    matches!(words::known(text), Some((Word::Number, _)))
}

/// Whether a text says what headers say.
pub(crate) fn says_header(text: &str) -> bool {
    words::known(text).is_some()
}

/// Whether a text is a whole word of headers, so that pieces that make it are one. Levels are none: what two of them
/// make looks like another.
pub(crate) fn is_one_word(text: &str) -> bool {
    let known = words::known(text);
    known.is_some_and(|(word, is_exact)| is_exact && !matches!(word, Word::Mark(Mark::Level(_))))
}

/// Whether a text is what columns for √ stand under.
pub(crate) fn heads_marks(text: &str) -> bool {
    matches!(words::known(text), Some((Word::Marks(_), _)))
}

/// Of the words of a header in reading order, how many stand in its first row: all, unless those at the end belong
/// below words of the first row.
pub(crate) fn top_of_header(words: &[&str]) -> usize {
    let words: Vec<Option<Word>> =
        words.iter().map(|word| words::known(word).map(|(word, _)| word)).collect();
    let is_below = |word: &Option<Word>| matches!(word, Some(Word::Name(Some(_)) | Word::Mark(_)));
    let is_upper = |word: &Option<Word>| word.is_some() && !is_below(word);
    let from = words.iter().rposition(is_upper).map_or(0, |last| last + 1);
    let Some(top) = words[from..].iter().position(is_below).map(|first| from + first) else {
        return words.len();
    };
    let (upper, below) = words.split_at(top);
    let has = |words: &[Option<Word>], wanted: fn(&Word) -> bool| words.iter().flatten().any(wanted);
    let have_names = !has(below, |word| matches!(word, Word::Name(_)))
        || has(upper, |word| matches!(word, Word::Name(None)));
    let have_marks = !has(below, |word| matches!(word, Word::Mark(_)))
        || has(upper, |word| matches!(word, Word::Marks(_)));
    if below.len() >= 2 && have_names && have_marks { top } else { words.len() }
}

/// How many columns a header with these words has, in reading order, that are not for √.
pub(crate) fn columns_without_marks(words: &[&str]) -> usize {
    let (top, bottom) = words.split_at(top_of_header(words));
    let is_of_marks = |word: &&&str| matches!(words::known(word), Some((Word::Marks(_) | Word::Mark(_), _)));
    let is_name = |word: &&&str| matches!(words::known(word), Some((Word::Name(_), _)));
    let names = bottom.iter().filter(is_name).count();
    // One name of the first row stands above those of the second.
    top.iter().filter(|word| !is_of_marks(word)).count() + names - usize::from(names > 0)
}
