//! Whether a term could be meant by what is typed: it has these characters, or these letters begin the pinyin of
//! its characters. Characters with several readings are found by each of them.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// What is typed, ready to be compared with many terms.
pub(crate) struct Typed {
    /// As typed, to leave the very same term out.
    whole: String,
    folded: Vec<char>,
    /// As pinyin; empty where it cannot be.
    letters: Vec<u8>,
}

/// How a term matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    /// UTF-16 position and length of the characters typed; none where their pinyin was.
    pub(crate) mark: Option<(u32, u32)>,
    /// Whether the term begins with it, brackets and the name of the state aside.
    pub(crate) is_beginning: bool,
}

/// What most laws begin with and nobody types.
const STATE: &str = "中华人民共和国";

/// Letters of pinyin that are looked at; one bit more marks the end.
const MOST_LETTERS: usize = 63;

impl Typed {
    pub(crate) fn new(typed: &str) -> Self {
        let typed = typed.trim();
        // Input methods put ' between syllables.
        let letters: Vec<u8> = typed.bytes().filter(|byte| !b"' ".contains(byte)).collect();
        let is_pinyin = letters.iter().all(u8::is_ascii_alphanumeric)
            && letters.iter().any(u8::is_ascii_alphabetic)
            && letters.len() <= MOST_LETTERS;
        Self {
            whole: typed.to_owned(),
            folded: typed.chars().map(fold).collect(),
            letters: if is_pinyin { letters.to_ascii_lowercase() } else { Vec::new() },
        }
    }

    /// How the term matches; the very text that is typed does not.
    pub(crate) fn find(&self, term: &str) -> Option<Match> {
        if term == self.whole {
            return None;
        }
        // Most places are told apart by one character.
        let first = self.folded.first();
        let mut places = term.char_indices();
        let characters = places.find(|(at, character)| {
            first.is_none_or(|first| *first == fold(*character)) && self.stands_at(&term[*at..])
        });
        if let Some((at, _)) = characters {
            let length = term[at..].chars().take(self.folded.len()).map(char::len_utf16).sum::<usize>();
            let position = term[..at].chars().map(char::len_utf16).sum::<usize>();
            let mark = Some((u32::try_from(position).ok()?, u32::try_from(length).ok()?));
            return Some(Match { mark, is_beginning: is_beginning(&term[..at]) });
        }
        let first = *self.letters.first()?;
        let mut places = term.char_indices();
        let (at, _) = places
            .find(|(at, character)| begins_with(*character, first) && self.is_pinyin_of(&term[*at..]))?;
        Some(Match { mark: None, is_beginning: is_beginning(&term[..at]) })
    }

    fn stands_at(&self, text: &str) -> bool {
        let mut characters = text.chars().map(fold);
        self.folded.iter().all(|typed| characters.next() == Some(*typed))
    }

    /// Whether the letters begin the pinyin of the text: each character takes its whole reading, its initial, or
    /// its first letter; the last one any beginning of its reading. What is no letter may be left out, but not
    /// at the beginning.
    fn is_pinyin_of(&self, text: &str) -> bool {
        let letters = self.letters.as_slice();
        // Bit n: the first n letters have been taken.
        let end = 1_u64 << letters.len();
        let mut taken = 1_u64;
        for character in text.chars() {
            let mut next = if character.is_alphabetic() { 0 } else { taken & !1 };
            for at in (0..letters.len()).filter(|at| taken & (1 << at) != 0) {
                next |= steps(character, &letters[at..]) << at;
            }
            if next & end != 0 {
                return true;
            }
            if next == 0 {
                return false;
            }
            taken = next;
        }
        false
    }
}

fn is_beginning(before: &str) -> bool {
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    before.is_empty() || before == STATE
}

/// Capital and full-width forms as plain ones, so that （ is found by (.
fn fold(character: char) -> char {
    let plain = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    };
    plain.to_ascii_lowercase()
}

/// How many letters the character can take, as bits.
fn steps(character: char, letters: &[u8]) -> u64 {
    // Most characters are told apart by their first letter.
    if !letters.first().is_some_and(|letter| begins_with(character, *letter)) {
        return 0;
    }
    let mut steps = 1 << 1;
    for reading in READINGS.of(character) {
        let common = reading.iter().zip(letters).take_while(|(read, typed)| read == typed).count();
        if common >= 2 && matches!(reading[..2], [b'z' | b'c' | b's', b'h']) {
            steps |= 1 << 2;
        }
        if common > 0 && (common == letters.len() || common == reading.len()) {
            steps |= 1 << common;
        }
    }
    steps
}

/// Whether the character's pinyin can begin with the letter, or it is that letter or digit.
fn begins_with(character: char, typed: u8) -> bool {
    let first_letters = READINGS.index(character).map_or(0, |index| READINGS.first_letters[index]);
    fold(character) == char::from(typed) || (typed.is_ascii_lowercase() && first_letters & bit(typed) != 0)
}

fn bit(letter: u8) -> u32 {
    1 << (letter - b'a')
}

/// The pinyin of the common characters, without tones and as it is typed: ü as v. It is asked for with each key
/// for every character of every term, so it is laid out once to be found by position.
struct Readings {
    /// The first letters of each character's readings, a bit for each letter.
    first_letters: Vec<u32>,
    /// Where the syllables of each character begin, and at last where they end.
    starts: Vec<usize>,
    syllables: Vec<Vec<u8>>,
}

static READINGS: LazyLock<Readings> = LazyLock::new(Readings::lay_out);

impl Readings {
    /// The characters of the block of common Chinese characters.
    const CHARACTERS: std::ops::RangeInclusive<u32> = 0x4e00..=0x9fff;

    fn lay_out() -> Self {
        let mut readings = Self { first_letters: Vec::new(), starts: vec![0], syllables: Vec::new() };
        for character in Self::CHARACTERS.filter_map(char::from_u32) {
            let multi = character.to_pinyin_multi().into_iter().flatten();
            let typed = multi.map(|reading| reading.plain().replace('ü', "v").into_bytes());
            let mut syllables: Vec<_> =
                typed.filter(|typed| typed.iter().all(u8::is_ascii_lowercase)).collect();
            // Without tones many are the same.
            syllables.sort_unstable();
            syllables.dedup();
            let first_letters = syllables.iter().filter_map(|syllable| syllable.first());
            readings.first_letters.push(first_letters.fold(0, |letters, letter| letters | bit(*letter)));
            readings.syllables.append(&mut syllables);
            readings.starts.push(readings.syllables.len());
        }
        readings
    }

    fn index(&self, character: char) -> Option<usize> {
        let index = u32::from(character).checked_sub(*Self::CHARACTERS.start())? as usize;
        (index < self.first_letters.len()).then_some(index)
    }

    fn of(&self, character: char) -> &[Vec<u8>] {
        self.index(character).map_or(&[], |index| &self.syllables[self.starts[index]..self.starts[index + 1]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(typed: &str, term: &str) -> Option<Match> {
        Typed::new(typed).find(term)
    }

    fn is_pinyin(typed: &str, term: &str) -> bool {
        find(typed, term).is_some_and(|hit| hit.mark.is_none())
    }

    #[test]
    fn characters_are_found_where_they_stand_in_utf_16() {
        let mark = |typed, term| find(typed, term).and_then(|hit| hit.mark);
        assert_eq!(mark("社会", "《社会保险法》"), Some((1, 2)));
        assert_eq!(mark("之日", "𠮷林形成之日起"), Some((5, 2)));
        assert_eq!(mark("（国务院令", "《条例》(国务院令)"), Some((4, 5)));
        assert_eq!(mark("ppp", "政府PPP项目"), Some((2, 3)));
        assert_eq!(mark("", "甲"), Some((0, 0)));
        assert_eq!(mark("工伤", "《社会保险法》"), None);
    }

    #[test]
    fn the_very_text_that_is_typed_is_left_out() {
        assert_eq!(find(" 每年1月31日前 ", "每年1月31日前"), None);
        assert!(find("每年1月31日", "每年1月31日前").is_some());
    }

    #[test]
    fn brackets_and_the_name_of_the_state_are_before_the_beginning() {
        let begins = |typed, term| find(typed, term).unwrap().is_beginning;
        assert!(begins("社会", "《中华人民共和国社会保险法》"));
        assert!(begins("中华", "《中华人民共和国社会保险法》"));
        assert!(begins("shbx", "《中华人民共和国社会保险法》"));
        assert!(!begins("保险", "《社会保险法》"));
        assert!(!begins("bx", "《社会保险法》"));
    }

    #[test]
    fn initials_and_whole_pinyin_find_characters_and_may_be_mixed() {
        let term = "信息形成或者变更之日起20个工作日内";
        for typed in [
            "xxxc",
            "xinxixingcheng",
            "xinxxingc",
            "xi",
            "XXXC",
            "xin'xi",
            "zrq20g",
            "rqggzr",
            "zhiriqi",
            "zhrq",
        ] {
            assert!(is_pinyin(typed, term), "{typed}");
        }
        for typed in ["xxxx", "xinxix2", "20", "inxi", "xxxcz"] {
            assert!(!is_pinyin(typed, term), "{typed}");
        }
    }

    #[test]
    fn every_reading_of_a_character_finds_it() {
        for typed in ["yh", "yx", "yinhang", "yinxing"] {
            assert!(is_pinyin(typed, "银行"), "{typed}");
        }
        assert!(is_pinyin("chongqing", "重庆") && is_pinyin("zhongyao", "重要") && is_pinyin("lvse", "绿色"));
    }

    #[test]
    fn brackets_between_characters_are_passed_over() {
        assert!(is_pinyin("tlgwy", "《政府信息公开条例》（国务院令第711号）"));
    }
}
