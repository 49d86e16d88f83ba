//! Lines of text around and among the rows of a table: notes, headings, section names.

use super::text::{folded, leading_number};

/// The words with which notes and sums begin.
const NOTES: &[&str] = &[
    "注:",
    "注1",
    "注2",
    "备注:",
    "说明:",
    "填表说明",
    "填报说明",
    "注释:",
    "*",
    "※",
    "合计",
    "总计",
    "共计",
    "小计",
    "注.",
    "注、",
    "备注1",
    "附注",
];

/// Words beside which a sum stands.
const SUMS: &[&str] = &["合计", "总计", "共计", "小计"];

/// Signs of what must be ticked, in the legend of boxes; signs of what may be; and the words for either.
const MUST_SIGNS: &[&str] = &["■", "▲", "☑", "●", "√"];
const MAY_SIGNS: &[&str] = &["□", "☐", "○", "口", "△"];
const MUST_WORDS: &[&str] = &["必选", "必须", "必填", "强制", "应当"];
const MAY_WORDS: &[&str] = &["可选", "选择", "自选", "选填", "任选"];

/// Whether a line is a note below the table.
pub(crate) fn is_note(text: &str) -> bool {
    let folded = folded(text);
    NOTES.iter().any(|start| folded.starts_with(start))
        || folded.ends_with("说明:") && folded.chars().count() <= 16
}

/// Whether a cell says that a sum stands beside it.
pub(crate) fn is_sum(text: &str) -> bool {
    SUMS.contains(&folded(text).trim_end_matches(':'))
}

/// Whether a line names a section: 一、概况信息.
pub(crate) fn is_section(text: &str) -> bool {
    let starts_chinese = text.trim_start().starts_with(|c: char| "一二三四五六七八九十（(第".contains(c));
    starts_chinese && text.chars().count() <= 40 && leading_number(text).is_some()
}

/// Whether the text says that ■ is mandatory and □ optional.
pub(crate) fn channel_legend(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(MUST_SIGNS) && has(MAY_SIGNS) && has(MUST_WORDS) && has(MAY_WORDS)
}
