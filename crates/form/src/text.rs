//! Breaking text into lines. No line begins with a closing mark or ends with an opening one (避头尾), words
//! and numbers stay whole where they fit, and whatever does not fit is cut rather than left outside.
//! Horizontal Chinese needs no shaping; the width of a text is the sum of its advances.

use std::ops::Range;

use crate::{
    fonts::{Fonts, Style},
    sheet::GAP,
};

/// One line of a text: which bytes of it, and how wide they are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Bytes of the text, without the blanks at the line's end.
    pub(crate) range: Range<usize>,
    /// Width in thousandths of the font size.
    pub(crate) width: u32,
}

/// The gap between boxes in thousandths of the font size.
pub(crate) const GAP_WIDTH: u32 = 700;

/// Marks that no line begins with.
const NO_START: &str = "，。、；：！？）》〉」』】〕〗”’…·～％℃‰,.;:!?)]}%>＞";
/// Marks that no line ends with.
const NO_END: &str = "（《〈「『【〔〖“‘([{<＜￥¥№";

/// What belongs to the number before it: 第711号 and 12月18日 are read as one.
const COUNTED: &str = "号条款项年月日个届次";

/// Breaks a text into lines of at most `width` thousandths of the font size. Only a line of one character
/// can be wider. An empty text has no lines; an empty line between two others is kept.
pub(crate) fn break_lines(text: &str, style: Style, width: u32) -> Vec<Line> {
    let mut lines = Vec::new();
    if text.is_empty() {
        return lines;
    }
    let mut start = 0;
    for paragraph in text.split('\n') {
        break_paragraph(text, start..start + paragraph.len(), style, width, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

/// As [`break_lines`], for centred names: where a single character would be left for the last line, which looks
/// like a mistake, the lines are made about equally long.
pub(crate) fn break_evenly(text: &str, style: Style, width: u32) -> Vec<Line> {
    let widest = break_lines(text, style, width);
    let (mut too_narrow, mut enough) = (0, width);
    let leaves_one = widest.last().is_some_and(|line| line.width <= 1000);
    if !leaves_one || !(2..=EVEN_LINES).contains(&widest.len()) {
        return widest;
    }
    while enough - too_narrow > 250 {
        let middle = (enough + too_narrow) / 2;
        if break_lines(text, style, middle).len() == widest.len() {
            enough = middle
        } else {
            too_narrow = middle
        }
    }
    break_lines(text, style, enough)
}

/// Longer texts than this many lines are no names, and not worth the repeated measuring.
const EVEN_LINES: usize = 8;

/// The width of a text on one line, in thousandths of the font size.
pub(crate) fn width_of(text: &str, style: Style) -> u32 {
    let fonts = Fonts::get();
    text.chars().map(|c| advance(fonts, style, c)).sum()
}

/// The advance of a character as it is set within a line.
fn advance(fonts: &Fonts, style: Style, character: char) -> u32 {
    if character == GAP { GAP_WIDTH } else { fonts.advance(style, character) }
}

/// Where the line being built can be ended: before the byte `at`, which is `width` from the line's start.
#[derive(Clone, Copy)]
struct Chance {
    at: usize,
    width: u32,
}

fn break_paragraph(text: &str, paragraph: Range<usize>, style: Style, limit: u32, lines: &mut Vec<Line>) {
    let fonts = Fonts::get();
    let mut start = paragraph.start;
    let mut width = 0;
    // The end of what is visible of the line, and its width: blanks hang over.
    let mut visible = Chance { at: start, width: 0 };
    let mut chance: Option<Chance> = None;
    let mut last_gap: Option<Chance> = None;
    let mut before: Option<char> = None;
    for (offset, character) in text[paragraph.clone()].char_indices() {
        let at = paragraph.start + offset;
        let own = advance(fonts, style, character);
        if let Some(before) = before {
            if before == GAP {
                last_gap = Some(Chance { at, width });
            }
            if may_break(before, character) {
                chance = Some(Chance { at, width });
            }
        }
        while !is_blank(character) && at > start && width + own > limit {
            // A box stays whole if it fits on a line; within a longer one the usual rules hold.
            let here = Chance { at, width };
            let cut = last_gap.or(chance).unwrap_or(here);
            lines.push(line_until(text, start..cut.at, cut.width, style));
            start = cut.at;
            width -= cut.width;
            last_gap = None;
            chance = chance.filter(|c| c.at > start).map(|c| Chance { at: c.at, width: c.width - cut.width });
        }
        width += own;
        if !is_blank(character) {
            visible = Chance { at: at + character.len_utf8(), width };
        }
        before = Some(character);
    }
    let end = visible.at.max(start);
    let width = if end > start { visible.width } else { 0 };
    lines.push(Line { range: start..end, width });
}

/// The line of this width without the blanks at its end.
fn line_until(text: &str, range: Range<usize>, width: u32, style: Style) -> Line {
    let end = range.start + text[range.clone()].trim_end_matches(is_blank).len();
    Line { range: range.start..end, width: width - width_of(&text[end..range.end], style) }
}

fn is_blank(character: char) -> bool {
    character == GAP || character.is_whitespace()
}

/// Whether a line may end between two neighbours.
fn may_break(before: char, after: char) -> bool {
    if is_blank(after) || is_among(NO_START, after) || is_among(NO_END, before) {
        return false;
    }
    let dash = before == after && matches!(before, '—' | '…');
    let counted =
        before.is_ascii_digit() && COUNTED.contains(after) || before == '第' && after.is_ascii_digit();
    !(dash || counted || (is_of_word(before) && is_of_word(after)))
}

/// Whether the character is one of the marks. Ideographs, by far the most usual characters, are not looked for.
fn is_among(marks: &str, character: char) -> bool {
    !is_ideograph(character) && marks.contains(character)
}

fn is_ideograph(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Letters and digits of words and numbers, and what joins them.
fn is_of_word(character: char) -> bool {
    character.is_ascii_graphic() || ('\u{c0}'..='\u{24f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, ems: u32) -> Vec<&str> {
        break_lines(text, Style::Body, ems * 1000).into_iter().map(|line| &text[line.range]).collect()
    }

    #[test]
    fn a_closing_mark_takes_the_character_before_it_to_the_next_line() {
        assert_eq!(lines("公开内容，要素", 4), ["公开内", "容，要素"]);
        assert_eq!(lines("公开（要素）依据", 3), ["公开", "（要", "素）依", "据"]);
    }

    #[test]
    fn words_and_numbers_stay_whole_and_only_longer_ones_are_cut() {
        assert_eq!(lines("电话0955 7068888", 4), ["电话", "0955", "7068888"]);
        assert_eq!(lines("1111111111", 2).concat(), "1111111111");
        assert!(lines("1111111111", 2).len() > 1);
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        assert_eq!(lines("国务院令第711号", 6), ["国务院令", "第711号"]);
        assert_eq!(lines("之日起20个工作日内", 4), ["之日起", "20个工", "作日内"]);
    }

    #[test]
    fn line_feeds_and_empty_lines_are_kept() {
        assert_eq!(lines("一\n\n二", 4), ["一", "", "二"]);
        assert_eq!(lines("", 4), [""; 0]);
    }

    #[test]
    fn a_box_that_fits_on_a_line_is_not_cut() {
        assert_eq!(
            lines("☑政府网站\u{2003}□两微一端\u{2003}□报刊", 9),
            ["☑政府网站", "□两微一端\u{2003}□报刊"]
        );
        assert_eq!(lines("□社区企事业单位公示栏\u{2003}□其他", 6), ["□社区企事业", "单位公示栏", "□其他"]);
    }

    #[test]
    fn a_name_does_not_leave_a_single_character_for_its_last_line() {
        let lines = |text, ems: u32| {
            let lines = break_evenly(text, Style::Body, ems * 1000).into_iter();
            lines.map(|line| text[line.range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(lines("公开渠道和载体", 6), ["公开渠道", "和载体"]);
        assert_eq!(lines("养老保险服务", 4), ["养老保险", "服务"]);
        assert_eq!(lines("机构信息", 6), ["机构信息"]);
    }

    #[test]
    fn leading_indents_stay() {
        assert_eq!(lines("\u{3000}\u{3000}第一条", 6), ["\u{3000}\u{3000}第一条"]);
    }

    const ALPHABET: &str = "政务公开，。（《》）“”…—、：ab1.5%- \n\u{3000}𠮷〇☑□\u{2003}";

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(
            indices in proptest::collection::vec(0..ALPHABET.chars().count(), 0..120),
            ems in 1u32..12,
        ) {
            let alphabet: Vec<char> = ALPHABET.chars().collect();
            let text: String = indices.into_iter().map(|index| alphabet[index]).collect();
            let broken = break_lines(&text, Style::Body, ems * 1000);
            let solid = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
            let shown: String = broken.iter().map(|line| &text[line.range.clone()]).collect();
            prop_assert_eq!(solid(&shown), solid(&text));
            for line in &broken {
                let words = &text[line.range.clone()];
                prop_assert_eq!(line.width, width_of(words, Style::Body));
                let single = solid(words).chars().count() <= 1;
                prop_assert!(line.width <= ems * 1000 || single, "{:?} is {} wide", words, line.width);
            }
        }

        #[test]
        fn no_line_begins_or_ends_with_a_forbidden_mark_where_that_is_possible(
            pieces in proptest::collection::vec("[政务公开目录]{2,3}[，。；]|（[政务公开]{2,3}）|《[目录]{2}》", 1..40),
        ) {
            // Every piece is at most five characters, so that six always hold one.
            let text = pieces.concat();
            for line in lines(&text, 6) {
                prop_assert!(!line.starts_with(|c| NO_START.contains(c)), "{:?}", line);
                prop_assert!(!line.ends_with(|c| NO_END.contains(c)), "{:?}", line);
            }
        }
    }
}
