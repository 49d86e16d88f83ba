//! Text whose cells bars divide: where its rows end.

use std::borrow::Cow;

/// Lines that bars divide must be so many, or a twentieth of all, to be rows rather than a page's own decoration.
const FEWEST: usize = 3;
/// Fewer bars are no row whose end could be counted out.
const FEWEST_BARS: usize = 4;
/// Characters that the beginning of a broken cell has at most.
const PIECE: usize = 4;
/// Lines in which the first row must end.
const FIRST_ROW: usize = 60;

/// What stands between the outer bars of a line that bars divide into fields.
pub(super) fn inner(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('|').map(|inner| inner.strip_suffix('|').unwrap_or(inner));
    match inner {
        Some(inner) => Some(inner),
        None => (line.matches('|').count() >= 2).then_some(line),
    }
}

/// Whether bars divide the text, and not only a line or two of the page around it.
pub(super) fn divide(text: &str) -> bool {
    let divided = text.lines().filter(|line| inner(line).is_some()).count();
    let filled = text.lines().filter(|line| !line.trim().is_empty()).count();
    divided > 0 && (divided >= FEWEST || divided * 20 >= filled) || stand_between_cells(text)
}

/// A line that only rules off the header of a table: `---|:--:`.
pub(super) fn is_rule(inner: &str) -> bool {
    inner.contains('-') && inner.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '+'))
}

/// Whether each cell ends with a bar at the end of its line, or has the bar on a line of its own below it.
pub(super) fn stand_between_cells(text: &str) -> bool {
    let filled = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let cells = filled().filter(|line| line.ends_with('|') && line.matches('|').count() == 1).count();
    let rows =
        filled().filter(|line| line.matches('|').count() > 2 && !line.trim_matches('|').is_empty()).count();
    cells >= 8 && cells * 4 >= filled().count() && rows * 4 < cells
}

/// Where a row of fields between bars has its ends, when it may go over several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Each line is a row.
    Lines,
    /// Rows begin with a bar: a line without one at its beginning goes on with the row above it.
    BeginWithBar,
    /// Rows end with a bar and do not begin with one: a line that begins with a bar goes on with the row above it.
    EndWithBar,
    /// Every row has as many bars: what its cells leave open is filled up with bars at its end.
    Counted(usize),
}

/// The rows of the text, each with the number of its first line, from 1. Lines outside of the table are rows too.
pub(super) fn rows(text: &str) -> Vec<(u32, Cow<'_, str>)> {
    let way = Way::of(text);
    let mut rows = Vec::new();
    let mut lines = text.lines().zip(1u32..).peekable();
    let mut is_among_rows = false;
    while let Some((line, number)) = lines.next() {
        let mut row = Cow::Borrowed(line);
        while let Some((rest, _)) =
            lines.next_if(|(rest, _)| way.goes_on(&row, rest) || is_among_rows && way.begins(&row, rest))
        {
            row.to_mut().push('\n');
            row.to_mut().push_str(rest);
        }
        is_among_rows |= row.contains('|');
        if matches!(way, Way::EndWithBar | Way::Counted(_)) && !row.trim_start().starts_with('|') {
            row = match row {
                Cow::Borrowed(line) => Cow::Borrowed(without_end(line)),
                Cow::Owned(lines) => Cow::Owned(without_end(&lines).to_owned()),
            };
        }
        rows.push((number, row));
    }
    rows
}

/// A row without the bar at its end.
fn without_end(row: &str) -> &str {
    row.trim_end().strip_suffix('|').unwrap_or(row)
}

/// Whether every row has the same number of bars, counted over its lines.
pub(super) fn are_counted(text: &str) -> bool {
    matches!(Way::of(text), Way::Counted(_))
}

impl Way {
    fn of(text: &str) -> Self {
        if let Some(bars) = bars_of_a_row(text) {
            return Self::Counted(bars);
        }
        let rows: Vec<&str> =
            text.lines().map(str::trim).filter(|line| line.matches('|').count() >= 3).collect();
        let begin = rows.iter().filter(|line| line.starts_with('|')).count();
        let end = rows.iter().filter(|line| line.ends_with('|') && !line.starts_with('|')).count();
        if begin >= 3 && begin * 2 > rows.len() {
            Self::BeginWithBar
        } else if end >= 3 && end * 2 > rows.len() {
            Self::EndWithBar
        } else {
            Self::Lines
        }
    }

    /// Whether a line without bars is the beginning of the first cell of a row that the next line goes on with.
    fn begins(self, line: &str, next: &str) -> bool {
        let length = line.trim().chars().count();
        matches!(self, Self::Counted(_))
            && (1..=PIECE).contains(&length)
            && !line.contains('|')
            && next.contains('|')
    }

    /// Whether a line goes on with the row above it.
    fn goes_on(self, row: &str, line: &str) -> bool {
        let line = line.trim();
        let only_fills_up = || line.len() > 1 && line.chars().all(|c| c == '|');
        row.contains('|')
            && match self {
                Self::Lines => false,
                Self::BeginWithBar => line.contains('|') && (!line.starts_with('|') || only_fills_up()),
                Self::EndWithBar => line.starts_with('|'),
                Self::Counted(bars) => bars_in(row) < bars,
            }
    }
}

/// The bars of a line that divide; Markdown writes one that does not as `\|`.
fn bars_in(line: &str) -> usize {
    line.matches('|').count() - line.matches("\\|").count()
}

/// The number of bars that every row has, where some are filled up with bars at their end. It is a number at which every
/// row ends with a line, no row is blank, and bars that fill up stand at the ends of rows only: the one at which most
/// rows begin with a number, or the smallest.
fn bars_of_a_row(text: &str) -> Option<usize> {
    let counts: Vec<(usize, &str)> = text.lines().map(|line| (bars_in(line), line.trim())).collect();
    let is_filled_up = |line: &str| line.ends_with("||") || is_rule(line);
    if !counts.iter().any(|(bars, line)| *bars > 0 && is_filled_up(line)) {
        return None;
    }
    let start = counts.iter().position(|(bars, _)| *bars > 0)?;
    let mut sum = 0;
    let candidates = counts[start..].iter().take(FIRST_ROW).map(|(bars, _)| {
        sum += bars;
        sum
    });
    let mut candidates: Vec<usize> = candidates.filter(|bars| *bars >= FEWEST_BARS).collect();
    candidates.dedup();
    let numbered = candidates.into_iter().filter_map(|bars| Some((numbered(&counts[start..], bars)?, bars)));
    numbered.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, bars)| bars)
}

/// How many of a thousand rows begin with a number, if the text can be cut into rows of so many bars.
fn numbered(lines: &[(usize, &str)], wanted: usize) -> Option<usize> {
    let (mut rows, mut numbered, mut bars) = (0, 0, 0);
    let mut has_text = false;
    for (own, line) in lines {
        let text = line.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if !has_text && !text.is_empty() {
            let first = text.split('|').next().unwrap_or_default().trim();
            numbered += usize::from(first.bytes().all(|byte| byte.is_ascii_digit()));
        }
        bars += own;
        has_text |= !text.is_empty();
        let is_end = bars == wanted;
        if bars > wanted || line.ends_with("||") && !is_end || is_end && !has_text {
            return None;
        }
        if is_end {
            rows += 1;
            bars = 0;
        }
        has_text &= bars > 0;
    }
    (rows >= FEWEST).then(|| numbered * 1000 / rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_filled_up_with_bars_end_where_all_of_them_are_there() {
        let text = "某镇目录 | ||||\n序号 | 公开事项 | 内\n容 | 主体 ||\n1 | 甲 |\n乙 | 丙 | |\n2\n号 |\n丁 |\n|||\n完";
        let rows: Vec<(u32, String)> =
            rows(text).into_iter().map(|(at, row)| (at, row.into_owned())).collect();
        let expected = [
            (1, "某镇目录 | |||"),
            (2, "序号 | 公开事项 | 内\n容 | 主体 |"),
            (4, "1 | 甲 |\n乙 | 丙 | "),
            (6, "2\n号 |\n丁 |\n||"),
            (10, "完"),
        ];
        assert_eq!(rows, expected.map(|(at, row)| (at, row.to_owned())));
    }

    #[test]
    fn rows_begin_with_their_numbers_where_half_of_a_row_would_fit_too() {
        let text = "序号 |\n事项 |\n内容 |\n方式 |\n层级 |\n||\n1 |\n甲 |\n乙 |\n√ |\n|\n√ |\n2 |\n丙 |\n丁 |\n√ |\n|\n√ |";
        assert_eq!(bars_of_a_row(text), None);
        assert_eq!(
            bars_of_a_row(
                &text.replace("层级 |\n||", "层级 |\n|||").replace("√ |\n|\n√ |", "√ |\n|\n√ |\n√ |\n√ |")
            ),
            Some(8)
        );
    }

    #[test]
    fn rows_of_unequal_numbers_of_bars_are_not_counted() {
        for text in ["a | b ||\nc | d | e | f ||\ng | h ||", "a | b | c | d |\ne | f | g | h |", "甲\n乙|丙"]
        {
            assert_eq!(bars_of_a_row(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_of_the_page_with_bars_makes_no_table() {
        let page = format!("字体 大 || 中 || 小\n{}", "一行文字\n".repeat(30));
        assert!(!divide(&page));
        assert!(divide("| 甲 | 乙 |\n| 1 | 2 |\n"));
    }
}
