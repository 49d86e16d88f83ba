//! From the bytes of a text to its characters.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Of so many characters one may be broken, as where a text was cut within one; more, and it is no text.
const CHARACTERS_PER_FAULT: usize = 500;

/// The text of bytes in UTF-8, UTF-16 or GB18030; `None` if they are no text in any of these. A byte order mark
/// decides, then whether the bytes are valid.
pub(super) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(&bytes[length..]).0;
        return Some(text).filter(|text| is_text(text));
    }
    if let Some(encoding) = wide(bytes) {
        let text = encoding.decode_without_bom_handling(bytes).0;
        return Some(text).filter(|text| is_text(text));
    }
    let strict =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let text = strict(UTF_8).or_else(|| strict(GB18030)).unwrap_or_else(|| less_broken(bytes));
    Some(text).filter(|text| is_text(text))
}

/// UTF-16 without a mark: line ends and separators leave every other byte zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let (mut even, mut odd) = (0usize, 0usize);
    let pairs = bytes.chunks_exact(2).take(LOOKED_AT);
    let count = pairs.len();
    for pair in pairs {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let is_some = |zeros: usize| zeros > 0 && zeros * 50 >= count;
    match (is_some(even), is_some(odd)) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn less_broken(bytes: &[u8]) -> Cow<'_, str> {
    let faults = |text: &str| text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let unicode = UTF_8.decode_without_bom_handling(bytes).0;
    let chinese = GB18030.decode_without_bom_handling(bytes).0;
    if faults(&unicode) <= faults(&chinese) { unicode } else { chinese }
}

/// Whether it has hardly any characters that no text has.
fn is_text(text: &str) -> bool {
    let is_odd = |c: char| {
        c == char::REPLACEMENT_CHARACTER
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
    };
    let odd = text.chars().filter(|c| is_odd(*c)).count();
    // One at the end of a short text may be a character that was cut.
    odd <= 1 || odd * CHARACTERS_PER_FAULT <= text.chars().count()
}
