//! Punctuation.

use std::collections::HashMap;

use mulu_model::{ColumnKey, TextField};

use crate::{
    index::{Index, TextCell, column},
    parse::{
        brackets::{Unpaired, unpaired},
        is_han, pattern,
    },
    rule::{Look, Report, Rule, Severity, Source},
};

const PUNCTUATION: Source = Source::Cited("GB/T 15834—2011");

/// Half-width punctuation in Chinese text.
pub(super) const HALF_WIDTH: Rule = Rule {
    id: "half-width-punctuation",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Text(half_width),
};

/// Full-width digits and letters.
pub(super) const FULL_WIDTH: Rule = Rule {
    id: "full-width-digits",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(full_width),
};

/// A bracket without its pair.
pub(super) const UNPAIRED: Rule = Rule {
    id: "brackets-unpaired",
    severity: Severity::Error,
    source: PUNCTUATION,
    look: Look::Text(unpaired_brackets),
};

/// Two signs in a row where one is enough.
pub(super) const DOUBLED: Rule = Rule {
    id: "punctuation-doubled",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Text(doubled),
};

/// A text begins with a sign that only stands between or behind words.
pub(super) const LEADING: Rule = Rule {
    id: "punctuation-leading",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Text(leading),
};

/// A text ends otherwise than most in its column.
pub(super) const ENDS: Rule = Rule {
    id: "final-punctuation-differs",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(ends),
};

/// A text ends with a sign that leads on.
pub(super) const OPEN_END: Rule = Rule {
    id: "punctuation-open-end",
    severity: Severity::Warning,
    source: PUNCTUATION,
    look: Look::Text(open_end),
};

fn full(c: char) -> Option<char> {
    Some(match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        _ => return None,
    })
}

/// Whether a sign next to this character stands in Chinese text.
fn is_chinese(c: Option<&char>) -> bool {
    c.is_some_and(|c| is_han(*c) || "《》〈〉（）；，、。：“”〔〕！？√■□".contains(*c))
}

pattern!(
    ADDRESS = r"(?i)(https?://|www\.)[^\s\p{Han}，。；、]+|[a-z0-9._-]+@[a-z0-9.-]+|[a-z0-9-]+(\.[a-z0-9-]+){2,}[^\s\p{Han}，。；、]*"
);

fn half_width(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if !cell.text.chars().any(|c| full(c).is_some() || c == '.' || c == '"') || !cell.text.chars().any(is_han)
    {
        return;
    }
    let fixed = widened(cell.text);
    if fixed != cell.text {
        let signs: String =
            cell.text.chars().zip(fixed.chars()).filter(|(a, b)| a != b).map(|(a, _)| a).collect();
        report.text(cell).fact("signs", signs).fact("text", cell.text).fix_text(fixed);
    }
}

/// The text with full-width signs for the half-width ones that stand in Chinese. It has as many characters.
fn widened(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut fixed = chars.clone();
    let addresses: Vec<_> = ADDRESS.find_iter(text).map(|found| found.range()).collect();
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut quotes = 0;
    for (at, (byte, c)) in text.char_indices().enumerate() {
        if addresses.iter().any(|address| address.contains(&byte)) {
            continue;
        }
        let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1));
        let in_chinese = is_chinese(before) || is_chinese(after);
        match c {
            '(' | '（' => open.push((at, in_chinese || c == '（')),
            ')' | '）' => {
                if let Some((opening, is_wide)) = open.pop()
                    && (is_wide || in_chinese || c == '）' || chars[opening..at].iter().copied().any(is_han))
                {
                    fixed[opening] = '（';
                    fixed[at] = '）';
                } else if in_chinese && !is_list_mark(&chars, at) {
                    fixed[at] = '）';
                }
            }
            '"' if in_chinese => {
                fixed[at] = if quotes % 2 == 0 { '“' } else { '”' };
                quotes += 1;
            }
            '.' if before.copied().is_some_and(is_han) && (after.is_none() || is_chinese(after)) => {
                fixed[at] = '。'
            }
            _ if in_chinese && !is_in_number(before, after) => {
                if let Some(wide) = full(c) {
                    fixed[at] = wide;
                }
            }
            _ => {}
        }
    }
    fixed.into_iter().collect()
}

/// Whether a bracket closes a mark such as `1)`.
fn is_list_mark(chars: &[char], at: usize) -> bool {
    let line = chars[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    at - line <= 3 && chars[line..at].iter().all(|c| c.is_ascii_alphanumeric() || c.is_whitespace())
}

fn is_in_number(before: Option<&char>, after: Option<&char>) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    digit(before) && digit(after)
}

fn full_width(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let narrow = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    let fixed: String = cell.text.chars().map(narrow).collect();
    if fixed != cell.text && !cell.text.contains("ＸＸ") {
        report.text(cell).fact("text", cell.text).fix_text(fixed);
    }
}

fn unpaired_brackets(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let Some(unpaired) = unpaired(cell.text) else { return };
    let signs = match unpaired {
        Unpaired::Open(c) | Unpaired::Close(c) => c.to_string(),
        Unpaired::Crossed { open, close } => format!("{open}{close}"),
    };
    report.text(cell).fact("signs", signs).fact("text", cell.text);
}

pattern!(TWICE = r"([，。；、：])\s*([，。；、：])|；；|。。|，，|、、");

fn doubled(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let Some(found) = TWICE.find(cell.text) else { return };
    if found.as_str().contains('\n') {
        return;
    }
    let fixed = TWICE.replace_all(cell.text, |found: &regex::Captures<'_>| {
        let signs = &found[0];
        // The stronger of the two stays.
        ["。", "；", "：", "，", "、"]
            .into_iter()
            .find(|sign| signs.contains(sign))
            .unwrap_or("；")
            .to_owned()
    });
    report.text(cell).fact("signs", found.as_str()).fix_text(fixed.into_owned());
}

fn leading(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let rest = cell.text.trim_start_matches(|c: char| "，。；、：）》〉,;".contains(c) || c.is_whitespace());
    let signs = cell.text[..cell.text.len() - rest.len()].trim();
    if !signs.is_empty() && !rest.is_empty() && unpaired(cell.text).is_none() {
        report.text(cell).fact("signs", signs).fix_text(rest);
    }
}

fn open_end(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let rest = cell.text.trim_end().trim_end_matches(['，', '、', '：', ',', ':']);
    let is_cut = rest.len() < cell.text.trim_end().len();
    if is_cut && !rest.is_empty() {
        report.text(cell).fact("text", cell.text.trim_end()).fix_text(rest);
    }
}

/// How a text ends.
fn end(text: &str) -> Option<char> {
    let last = text.trim_end().chars().last()?;
    Some(if "。；;.，".contains(last) { last } else { ' ' })
}

fn ends(index: &Index<'_>, report: &mut Report<'_>) {
    for field in [TextField::Content, TextField::Basis, TextField::TimeLimit, TextField::DisclosingBody] {
        if index.catalogue.template.has(&ColumnKey::Text(field)) {
            ends_of(index, field, report);
        }
    }
}

fn ends_of(index: &Index<'_>, field: TextField, report: &mut Report<'_>) {
    let filled = || index.rows.iter().filter_map(|row| Some((row, end(row.text(field))?)));
    // Lists end without a stop, sentences with one.
    let is_list = |text: &str| text.trim().contains('\n');
    let kind = |text: &str| field == TextField::Content && is_list(text);
    let mut counts: HashMap<(bool, char), usize> = HashMap::new();
    for (row, end) in filled() {
        *counts.entry((kind(row.text(field)), end)).or_default() += 1;
    }
    for (row, own) in filled() {
        let text = row.text(field);
        let of_kind = |(is_list, end): &(bool, char)| (*is_list == kind(text)).then_some(*end);
        let total: usize =
            counts.iter().filter(|(key, _)| of_kind(key).is_some()).map(|(_, count)| count).sum();
        let usual = counts
            .iter()
            .filter_map(|(key, count)| Some((*count, of_kind(key)?)))
            .max_by_key(|(count, end)| (*count, *end));
        let Some((count, usual)) = usual else { continue };
        if own == usual || count * 20 < total * 11 || total < 5 {
            continue;
        }
        let name = |end: char| end.to_string().trim().to_owned();
        let bare = text.trim_end().trim_end_matches(['。', '；', ';', '.', '，']);
        let fixed = if usual == ' ' { bare.to_owned() } else { format!("{bare}{usual}") };
        let finding = report.cell(row, column(field));
        finding.fact("own", name(own)).fact("usual", name(usual));
        if row.item.parts.is_empty() || field != TextField::Content {
            finding.fix_text(fixed);
        }
    }
}
