//! Small readings of text that all of the mapping shares.

use mulu_model::half_width;

use super::script;

/// The text without what differs between spellings of one thing: white space, full and half width, traditional
/// and simplified. Only for comparing.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).map(plain).map(|c| script::simplified(c).unwrap_or(c)).collect()
}

/// The text without white space.
pub(crate) fn squashed(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// White space, and the marks of no width that office programs leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The lower-case half-width form of a character, with the brackets and dashes that are written in many ways made one.
fn plain(c: char) -> char {
    match c {
        '〔' | '［' | '【' | '﹝' => '[',
        '〕' | '］' | '】' | '﹞' => ']',
        '﹙' => '(',
        '﹚' => ')',
        '〈' | '＜' => '<',
        '〉' | '＞' => '>',
        '—' | '–' | '－' | '―' => '-',
        _ => half_width(c).to_ascii_lowercase(),
    }
}

/// Whether the character is a Chinese one.
pub(crate) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The text with its lines trimmed, runs of blanks made one, and lines without text left out.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.split(['\n', '\r', '\u{b}', '\u{2028}']) {
        let mut words = line.split(is_blank).filter(|word| !word.is_empty()).peekable();
        if words.peek().is_some() && !tidied.is_empty() {
            tidied.push('\n');
        }
        while let Some(word) = words.next() {
            tidied.push_str(word);
            if words.peek().is_some() {
                tidied.push(' ');
            }
        }
    }
    tidied
}

/// The text as one line, as names are written: what a narrow cell broke into lines is put together, without a
/// blank where Chinese meets Chinese.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for piece in tidy(text).split('\n') {
        let meets = line.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric())
            && piece.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        if meets {
            line.push(' ');
        }
        line.push_str(piece);
    }
    line
}

/// A number as documents write it: `3`, `３`, `3.`, `（3）`, `三、`, `十二`; `None` for anything else. The flag says
/// whether it is in Chinese numerals.
pub(crate) fn number(text: &str) -> Option<(u32, bool)> {
    let folded = folded(text);
    let bare = folded.trim_matches(['(', ')', '.', '、', ',', ':', '第', '项']);
    if !bare.is_empty() && bare.len() <= 6 && bare.bytes().all(|b| b.is_ascii_digit()) {
        return Some((bare.parse().ok()?, false));
    }
    // A spreadsheet shows 3 as 3.0 where it was typed so.
    if let Some(whole) = bare.strip_suffix(".0") {
        return whole
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| whole.parse().ok())
            .flatten()
            .map(|n| (n, false));
    }
    chinese_numeral(bare).map(|value| (value, true))
}

/// The value of 一 … 九百九十九.
fn chinese_numeral(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 7 {
        return None;
    }
    let (mut total, mut digit) = (0, None);
    for c in text.chars() {
        match c {
            '十' => total += digit.take().unwrap_or(1) * 10,
            '百' => total += digit.take()? * 100,
            '零' | '〇' => digit = None,
            _ if digit.is_some() => return None,
            _ => digit = Some("一二三四五六七八九".chars().position(|known| known == c)? as u32 + 1),
        }
    }
    Some(total + digit.unwrap_or(0)).filter(|value| *value > 0)
}

/// A number at the beginning of a text, and the text after it and its separator: `4 工程…`, `4、工程…`, `一、概况`.
pub(crate) fn leading_number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| {
        !(c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百（(）)".contains(c))
    })?;
    if end == 0 {
        return None;
    }
    let (value, _) = number(&text[..end])?;
    let head_is_bracketed = text[..end].ends_with(['）', ')']);
    let rest = text[end..].trim_start_matches(['、', '.', '．', ' ', '\n', '\t', '\u{3000}']);
    let is_separated = rest.len() < text[end..].len() || head_is_bracketed;
    (is_separated && !rest.is_empty()).then_some((value, rest))
}

/// The number with which a line of a list begins, and what follows it: `2.流程`, `2、流程`, `（2）流程`.
pub(crate) fn list_number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let bare = text.strip_prefix(['(', '（']).unwrap_or(text);
    let end = bare.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let mut rest = bare[end..].chars();
    let separates = rest.next().is_some_and(|c| matches!(c, '.' | '．' | '、' | ')' | '）'));
    let is_list = separates && !rest.as_str().starts_with(|c: char| c.is_ascii_digit());
    is_list.then(|| bare[..end].parse().ok().map(|number| (number, rest.as_str()))).flatten()
}

/// The lines of a numbered list, wherever they begin in the text, each with its number and without it; none unless
/// the text begins with 1 and the numbers follow one another.
pub(crate) fn list(text: &str) -> Vec<(u32, &str)> {
    let mut lines: Vec<(u32, &str)> = Vec::new();
    let Some((1, mut rest)) = list_number(text) else { return lines };
    for next in 2.. {
        let begins = |at: usize| list_number(&rest[at..]).filter(|(number, _)| *number == next);
        let is_apart =
            |at: usize| !rest[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '（'));
        let starts = rest
            .char_indices()
            .filter(|(at, c)| (c.is_ascii_digit() || matches!(c, '(' | '（')) && is_apart(*at));
        let found = starts.into_iter().find_map(|(at, _)| begins(at).map(|(_, after)| (at, after)));
        let Some((at, after)) = found else { break };
        lines.push((next - 1, &rest[..at]));
        rest = after;
    }
    lines.push((u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1), rest));
    lines
}

/// Brackets that close before they open, and that stay open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Balance {
    /// Closed without having been opened.
    pub(crate) closes: bool,
    /// Left open.
    pub(crate) opens: bool,
}

/// How the brackets 《》 and （） of a text stand.
pub(crate) fn balance(text: &str) -> Balance {
    let mut balance = Balance::default();
    for (open, close) in [(['《', '《'], ['》', '》']), (['（', '('], ['）', ')'])] {
        let mut depth = 0_usize;
        for (at, c) in text.char_indices() {
            if open.contains(&c) {
                depth += 1;
            } else if close.contains(&c) {
                // `1)` numbers a line and closes nothing.
                let numbers = c == ')' && text[..at].ends_with(|before: char| before.is_ascii_digit());
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None if numbers || c == '）' && text[..at].ends_with(|b: char| b.is_ascii_digit()) => {}
                    None => balance.closes = true,
                }
            }
        }
        balance.opens |= depth > 0;
    }
    balance
}

/// Whether a text closes a bracket that another one leaves open.
pub(crate) fn closes(open: &str, text: &str) -> bool {
    balance(open).opens && balance(text).closes
}

/// The number of the last line of a numbered list: 2 in `1.对象 2.流程`.
pub(crate) fn listed(text: &str) -> Option<u32> {
    list(text).last().map(|(number, _)| *number)
}
