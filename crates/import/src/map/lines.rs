//! Lines of text around and among the rows of a table: notes, headings, section names.

use super::text::{folded, leading_number};

/// Whether a line is a note below the table.
pub(crate) fn is_note(text: &str) -> bool {
    let folded = folded(text);
    let starts = [
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
    starts.iter().any(|start| folded.starts_with(start))
        || folded.ends_with("说明:") && folded.chars().count() <= 16
}

/// Whether a cell says that a sum stands beside it.
pub(crate) fn is_sum(text: &str) -> bool {
    matches!(folded(text).trim_end_matches(':'), "合计" | "总计" | "共计" | "小计")
}

/// Whether a line belongs to the heading of a catalogue: who signed it off, what it counts.
pub(crate) fn is_heading(text: &str) -> bool {
    super::heading::is_sign_off(text) || super::heading::statistics(text).is_some()
}

/// Whether a line names a section: 一、概况信息.
pub(crate) fn is_section(text: &str) -> bool {
    let starts_chinese = text.trim_start().starts_with(|c: char| "一二三四五六七八九十（(第".contains(c));
    starts_chinese && text.chars().count() <= 40 && leading_number(text).is_some()
}
