//! Texts of a catalogue taken apart. Nothing here judges.

pub(crate) mod brackets;
pub(crate) mod citation;
pub(crate) mod distance;
pub(crate) mod limit;
pub(crate) mod lists;
pub(crate) mod numerals;
pub(crate) mod reference;

/// Compiles a pattern of this crate when it is first used. The text is a constant that tests compile.
macro_rules! pattern {
    ($name:ident = $text:expr) => {
        static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| regex::Regex::new($text).expect("a pattern"));
    };
}

pub(crate) use pattern;

/// Whether this is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}
