//! Whether a term could be meant by what is typed: it has these characters, or these letters begin the pinyin of
//! its characters. Characters with several readings are found by each of them.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// What is typed, ready to be compared with many terms.
pub(super) struct Typed {
    /// As typed, to leave the very same term out.
    whole: String,
    folded: Vec<char>,
    /// As pinyin; empty where it cannot be.
    letters: Vec<u8>,
}

/// How a term matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// UTF-16 position and length of the characters typed; none where their pinyin was.
    pub(super) mark: Option<(u32, u32)>,
    /// Whether the term begins with it, brackets and the name of the state aside.
    pub(super) is_beginning: bool,
}

/// What most laws begin with and nobody types.
const STATE: &str = "中华人民共和国";

/// Letters of pinyin that are looked at; one bit more marks the end.
const MOST_LETTERS: usize = 63;

impl Typed {
    pub(super) fn new(typed: &str) -> Self {
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
    pub(super) fn find(&self, term: &str) -> Option<Match> {
        if term == self.whole {
            return None;
        }
        let characters = term.char_indices().find(|(at, _)| self.stands_at(&term[*at..]));
        if let Some((at, _)) = characters {
            let length = term[at..].chars().take(self.folded.len()).map(char::len_utf16).sum::<usize>();
            let position = term[..at].chars().map(char::len_utf16).sum::<usize>();
            let mark = Some((u32::try_from(position).ok()?, u32::try_from(length).ok()?));
            return Some(Match { mark, is_beginning: is_beginning(&term[..at]) });
        }
        if self.letters.is_empty() {
            return None;
        }
        let (at, _) = term.char_indices().find(|(at, _)| self.is_pinyin_of(&term[*at..]))?;
        Some(Match { mark: None, is_beginning: is_beginning(&term[..at]) })
    }

    fn stands_at(&self, text: &str) -> bool {
        let mut characters = text.chars().map(fold);
        self.folded.iter().all(|typed| characters.next() == Some(*typed))
    }

    /// Whether the letters begin the pinyin of the text: each character takes its whole reading, its initial, or
    /// its first letter; the last one any beginning of its reading. What is no letter may be left out.
    fn is_pinyin_of(&self, text: &str) -> bool {
        let letters = self.letters.as_slice();
        if !text.starts_with(|first| letters.first().is_some_and(|letter| begins_with(first, *letter))) {
            return false;
        }
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
    let fold = fold(character);
    if fold.is_ascii_alphanumeric() {
        return if letters.first() == u8::try_from(fold).ok().as_ref() { 1 << 1 } else { 0 };
    }
    let mut steps = 0;
    for reading in readings(character) {
        let same = |(read, typed): &(char, &u8)| letter(*read) == Some(**typed);
        let common = reading.chars().zip(letters).take_while(same).count();
        if common > 0 {
            steps |= 1 << 1;
        }
        if common >= 2 && reading.starts_with(['z', 'c', 's']) && letters[1] == b'h' {
            steps |= 1 << 2;
        }
        if common > 0 && (common == letters.len() || common == reading.chars().count()) {
            steps |= 1 << common;
        }
    }
    steps
}

fn readings(character: char) -> impl Iterator<Item = &'static str> {
    character.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain)
}

/// The key for a letter of pinyin: ü is typed as v.
fn letter(letter: char) -> Option<u8> {
    u8::try_from(if letter == 'ü' { 'v' } else { letter }).ok().filter(u8::is_ascii_lowercase)
}

/// Whether the character's pinyin can begin with the letter, or it is that letter. Asked for every character of
/// every term with each key typed, so for the common ones the answers are kept: a bit for each letter.
fn begins_with(character: char, typed: u8) -> bool {
    const FIRST: u32 = 0x4e00;
    const LAST: u32 = 0x9fff;
    static LETTERS: LazyLock<Vec<u32>> =
        LazyLock::new(|| (FIRST..=LAST).map(|code| char::from_u32(code).map_or(0, first_letters)).collect());
    let kept = u32::from(character).checked_sub(FIRST).and_then(|index| LETTERS.get(index as usize));
    if !typed.is_ascii_lowercase() {
        return fold(character) == char::from(typed);
    }
    let letters = kept.copied().unwrap_or_else(|| first_letters(character));
    letters & (1 << (typed - b'a')) != 0
}

fn first_letters(character: char) -> u32 {
    let own = letter(fold(character));
    let read = readings(character).filter_map(|reading| letter(reading.chars().next()?));
    own.into_iter().chain(read).fold(0, |letters, letter| letters | 1 << (letter - b'a'))
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
