//! White space where none belongs.

use mulu_model::{ColumnKey, TextField};

use crate::{
    Place,
    index::TextCell,
    parse::{is_han, lists},
    rule::{Look, Report, Rule, Severity, Source},
};

/// Spaces inside Chinese text, between digits and Chinese, or at an end.
pub(super) const SPACES: Rule = Rule {
    id: "spaces-in-text",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(spaces),
};

/// A line break inside a word.
pub(super) const BREAKS: Rule = Rule {
    id: "line-break-in-word",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(breaks),
};

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

fn spaces(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if !cell.text.chars().any(is_space) {
        return;
    }
    let lines: Vec<String> = cell.text.split('\n').map(|line| without_spaces(cell, line)).collect();
    let fixed = lines.join("\n");
    let fixed = fixed.trim_matches(is_space);
    if fixed != cell.text && !fixed.trim().is_empty() {
        report.text(cell).fact("text", cell.text.trim()).fix_text(fixed);
    }
}

/// A line without the spaces that do not belong there.
fn without_spaces(cell: &TextCell<'_>, line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let mut kept = String::with_capacity(line.len());
    let mut at = 0;
    let mut depth = 0_i32;
    while at < chars.len() {
        let c = chars[at];
        depth += i32::from(c == '《') - i32::from(c == '》');
        if !is_space(c) {
            kept.push(c);
            at += 1;
            continue;
        }
        let end = chars[at..].iter().position(|c| !is_space(*c)).map_or(chars.len(), |next| at + next);
        let (before, after) = (at.checked_sub(1).map(|at| chars[at]), chars.get(end).copied());
        if keeps_space(cell, before, after, &chars[..at], depth > 0) {
            kept.extend(&chars[at..end]);
        }
        at = end;
    }
    kept
}

fn keeps_space(
    cell: &TextCell<'_>,
    before: Option<char>,
    after: Option<char>,
    head: &[char],
    in_title: bool,
) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let is_mark = |c: char| matches!(c, '■' | '□' | '☑' | '√' | '●' | '▲');
    // `1 甲` is an entry of a list.
    let is_number = head.iter().all(|c| c.is_ascii_digit() || is_space(*c)) && before.is_ascii_digit();
    if is_mark(before) || is_number || is_list_sign(before, head) {
        return true;
    }
    if is_han(before) && is_han(after) {
        let is_body = "厅部委局院会办署行团室社府处站所队".contains(before);
        let is_several = cell.is(TextField::Basis) || cell.is(TextField::DisclosingBody);
        // Names above the table are spaced out for looks.
        let is_heading = matches!(cell.place(), Place::Heading(_));
        return is_several && (is_body || in_title) || is_heading;
    }
    let is_digit_and_han =
        before.is_ascii_digit() && is_han(after) || is_han(before) && after.is_ascii_digit();
    let is_in_brackets = "（《〈〔“".contains(before) || "）》〉〕”，。；、：".contains(after);
    !is_digit_and_han && !is_in_brackets
}

/// `1、 甲` and `（一） 甲` are marks of lists.
fn is_list_sign(before: char, head: &[char]) -> bool {
    matches!(before, '、' | '）') && head.len() <= 5
}

fn breaks(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if !cell.text.trim().contains('\n') {
        return;
    }
    let joined = if is_one_line(cell) { join_all(cell.text, ends_of(cell)) } else { join_cut(cell.text) };
    if joined != cell.text {
        report.text(cell).fact("text", cell.text.replace('\n', "↵")).fix_text(joined);
    }
}

/// Whether the text is one that no list can be.
fn is_one_line(cell: &TextCell<'_>) -> bool {
    match cell.column() {
        None | Some(ColumnKey::Item | ColumnKey::Sub(_)) => true,
        Some(ColumnKey::Text(TextField::TimeLimit | TextField::DisclosingBody)) => {
            lists::entries(cell.text).iter().all(|entry| entry.style.is_empty())
        }
        _ => false,
    }
}

fn ends_clause(line: &str) -> bool {
    line.trim_end().ends_with(['。', '；', ';', '，', ',', '、', '：', '！', '？', '）', ')', '》'])
}

/// Words behind which a line may end, because the next says something of its own.
fn ends_of(cell: &TextCell<'_>) -> &'static [&'static str] {
    match cell.column() {
        Some(ColumnKey::Text(TextField::DisclosingBody)) => &[
            "局", "委", "会", "府", "院", "所", "中心", "办", "室", "站", "处", "科", "队", "校", "厅", "部",
            "门", "位", "构",
        ],
        Some(ColumnKey::Text(TextField::TimeLimit)) => {
            &["内", "公开", "前", "公布", "发布", "规定", "更新", "公示"]
        }
        _ => &[],
    }
}

/// Joins lines that break between two Chinese characters.
fn join_all(text: &str, ends: &[&str]) -> String {
    join(text, |before, after| {
        if ends.iter().any(|end| before.trim_end().ends_with(end)) {
            return false;
        }
        let between = before.chars().last().is_some_and(|c| is_han(c) || c.is_ascii_digit());
        between
            && !ends_clause(before)
            && after.chars().next().is_some_and(|c| is_han(c) || c.is_ascii_digit())
    })
}

/// Joins lines of a list that are the rest of the line above: inside brackets, behind a title that is open, or
/// without a mark where all others have one.
fn join_cut(text: &str) -> String {
    let entries = lists::entries(text);
    let marked = entries.iter().filter(|entry| !entry.style.is_empty()).count();
    let is_marked_list = marked >= 2 && entries.first().is_some_and(|entry| !entry.style.is_empty());
    join(text, |before, after| {
        let open = |open: char, close: char| before.matches(open).count() > before.matches(close).count();
        let is_open = (open('《', '》') || open('〔', '〕'))
            && after.contains(['》', '〕'])
            && !after.starts_with('《');
        let has_mark = lists::entries(after).first().is_some_and(|entry| !entry.style.is_empty());
        let is_rest = is_marked_list && !has_mark && !ends_clause(before) && starts_with_han(after);
        let is_tail =
            ["的", "等", "及", "和", "）", "。", "，", "、", "；"].iter().any(|sign| after.trim() == *sign);
        is_open || is_rest || is_tail
    })
}

fn starts_with_han(line: &str) -> bool {
    line.chars().next().is_some_and(is_han)
}

fn join(text: &str, is_rest: impl Fn(&str, &str) -> bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        match lines.last_mut() {
            Some(last) if !last.trim().is_empty() && is_rest(last, line) => last.push_str(line.trim_start()),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}
