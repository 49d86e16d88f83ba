//! Brackets that do not pair.

/// What is wrong with the brackets of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unpaired {
    /// An opening bracket is never closed.
    Open(char),
    /// A closing bracket has none to close.
    Close(char),
    /// A bracket is closed by one of another kind.
    Crossed {
        /// The opening bracket.
        open: char,
        /// The closing one.
        close: char,
    },
}

const PAIRS: [(char, char); 9] = [
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('(', ')'),
    ('〔', '〕'),
    ('［', '］'),
    ('[', ']'),
    ('【', '】'),
    ('“', '”'),
];

/// The first bracket that does not pair. A half-width bracket pairs with a full-width one, and the kinds of
/// brackets around a year pair with one another: that they differ is another matter.
pub(crate) fn unpaired(text: &str) -> Option<Unpaired> {
    let mut open: Vec<char> = Vec::new();
    let mut line = "";
    for (at, c) in text.char_indices() {
        if at == 0 || text[..at].ends_with('\n') {
            line = text[at..].lines().next().unwrap_or("");
        }
        if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push(c);
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
            match open.pop() {
                Some(last) if kind(last) == kind(*opening) => {}
                Some(last) => return Some(Unpaired::Crossed { open: last, close: c }),
                None if is_list_mark(line, c) => {}
                None => return Some(Unpaired::Close(c)),
            }
        }
    }
    open.pop().map(Unpaired::Open)
}

/// Whether the bracket ends a mark such as `1）` or `a)` at the head of a line.
fn is_list_mark(line: &str, close: char) -> bool {
    matches!(close, '）' | ')')
        && line.trim_start().split(close).next().is_some_and(|mark| {
            let short = mark.chars().count() <= 2 && !mark.is_empty();
            short && mark.chars().all(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c))
        })
}

/// Brackets of one kind pair with one another.
fn kind(open: char) -> u8 {
    match open {
        '《' => 0,
        '〈' => 1,
        '（' | '(' => 2,
        '〔' | '［' | '[' | '【' => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::{Unpaired, unpaired};

    #[test]
    fn the_first_bracket_without_its_pair_is_found() {
        assert_eq!(unpaired("《甲法》（第1号）；1）乙"), Some(Unpaired::Close('）')));
        assert_eq!(unpaired("1）甲\n2）乙"), None);
        assert_eq!(unpaired("《关于印发〈甲〉的通知》(甲发〔2020〕1号）"), None);
        assert_eq!(unpaired("《甲法"), Some(Unpaired::Open('《')));
        assert_eq!(unpaired("（甲发〔2018)23号〕"), Some(Unpaired::Crossed { open: '〔', close: ')' }));
        assert_eq!(unpaired("“甲”乙"), None);
    }
}
