//! What kind of thing a cell's text is, by itself.

use super::text::{folded, is_blank, is_chinese, list_number, number, squashed};

/// What a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Nothing.
    Blank,
    /// A √ or what stands for one, alone.
    Mark,
    /// A number, alone.
    Number,
    /// Check boxes with labels.
    Boxes,
    /// 《…》
    Basis,
    /// 20个工作日内
    Time,
    /// Names of places where something is published.
    Places,
    /// A public body.
    Body,
    /// Short words.
    Name,
    /// Anything else.
    Prose,
}

/// Characters that stand for a ticked box.
pub(crate) const TICKED: &[char] =
    &['☑', '■', '☒', '√', '✓', '✔', '▲', '▄', '◼', '⬛', '🗹', '●', '★', '◆', '☆'];
/// Characters that stand for an empty box.
pub(crate) const UNTICKED: &[char] = &['□', '☐', '◻', '⬜', '▢', '○', '◯', '❑', '❏', '△', '◇'];

/// Words by which a text is a time limit.
const TIMES: &[&str] = &[
    "工作日",
    "个月内",
    "及时",
    "实时",
    "即时",
    "长期",
    "日前",
    "日之前",
    "之日起",
    "日内",
    "随时",
    "定期",
    "按季",
    "按月",
    "每年",
    "每月",
    "每季",
    "年内",
    "天内",
    "小时内",
];

/// With what the names of public bodies end.
const BODIES: &[&str] = &[
    "局",
    "委",
    "办",
    "厅",
    "部",
    "科",
    "室",
    "院",
    "队",
    "站",
    "所",
    "处",
    "府",
    "会",
    "单位",
    "部门",
    "中心",
    "公司",
    "办公室",
    "司",
    "镇",
    "街道",
];

/// Words by which a text names a place where information is published.
const PLACES: &[&str] = &[
    "网站",
    "门户网",
    "公报",
    "两微一端",
    "微信",
    "微博",
    "公众号",
    "公示栏",
    "公开栏",
    "公告栏",
    "政务服务中心",
    "政务服务网",
    "便民服务",
    "查阅点",
    "听证会",
    "发布会",
    "广播",
    "电视",
    "报刊",
    "纸质媒体",
    "纸质载体",
    "入户/现场",
    "精准推送",
    "服务平台",
    "客户端",
    "档案馆",
    "图书馆",
    "电子屏",
    "服务大厅",
];

/// What stands in place of the text above, and of the text to the left.
const AS_ABOVE: &[&str] = &["同上", "〃", "″", "々", "同前", "同上一项", "同上栏", "上同"];
const AS_LEFT: &[&str] = &["同左", "同左栏"];

/// Whether the text is a √ alone, in one of its many makings. A digit is not taken for one here.
pub(crate) fn is_tick(text: &str) -> bool {
    if text.chars().filter(|c| !is_blank(*c)).nth(3).is_some() {
        return false;
    }
    let text = squashed(text);
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => {
            TICKED.contains(&only) && !matches!(only, '☒' | '☆')
                || matches!(only, 'Ö' | 'ü' | '是' | '有' | 'Y' | 'y' | 'V' | 'v' | '∨')
        }
        _ => matches!(text.as_str(), "(√)" | "（√）" | "[√]" | "√√"),
    }
}

/// What the text looks like.
pub(crate) fn look(text: &str) -> Look {
    let bare = squashed(text);
    if bare.is_empty() {
        return Look::Blank;
    }
    if is_tick(&bare) {
        return Look::Mark;
    }
    let length = bare.chars().count();
    if length <= 9 && number(&bare).is_some() {
        return Look::Number;
    }
    let boxes = bare.chars().filter(|c| TICKED.contains(c) || UNTICKED.contains(c)).count();
    let empty = bare.chars().filter(|c| UNTICKED.contains(c)).count();
    let names_place = names_place(&bare);
    let begins_with_box = bare.starts_with(['☑', '☒', '☐', '□', '■', '◼', '◻']);
    if length > 2
        && (boxes > 1 && (empty > 0 || names_place) || boxes == 1 && (names_place || begins_with_box))
    {
        return Look::Boxes;
    }
    if bare.contains(['《', '》']) && length > 3 {
        return Look::Basis;
    }
    if length <= 50 && TIMES.iter().any(|time| bare.contains(time)) {
        return Look::Time;
    }
    if length <= 120 && names_place && !bare.contains('。') {
        return Look::Places;
    }
    // `1.受理部门` is a line of a list.
    if length <= 60
        && length > 2
        && !bare.contains(['。', '；'])
        && list_number(&bare).is_none()
        && BODIES.iter().any(|body| bare.ends_with(body))
    {
        return Look::Body;
    }
    if length <= 40 && !bare.contains(['。', '；', ';', '：', '\u{25cf}']) && !has_list(&bare) {
        return Look::Name;
    }
    Look::Prose
}

/// Whether the text names a place where information is published.
pub(crate) fn names_place(text: &str) -> bool {
    PLACES.iter().any(|place| text.contains(place))
}

/// Whether the text numbers several things: `1. … 2. …`, `● … ● …`.
fn has_list(bare: &str) -> bool {
    let characters: Vec<char> = bare.chars().collect();
    let points = characters
        .windows(2)
        .filter(|pair| pair[0].is_ascii_digit() && matches!(pair[1], '、' | '.' | '．'))
        .count();
    points > 1 || bare.matches('●').count() > 1 || bare.matches('、').count() > 3
}

/// Whether the text is 同上 and its like; to the left for 同左.
pub(crate) fn ditto(text: &str) -> Option<Direction> {
    if text.len() > 40 {
        return None;
    }
    match folded(text).trim_matches(['.', '。', '(', ')', '"', '”', '“']) {
        text if AS_ABOVE.contains(&text) => Some(Direction::Above),
        text if AS_LEFT.contains(&text) => Some(Direction::Left),
        "" if matches!(squashed(text).as_str(), "\"" | "”" | "“" | "””" | "\"\"" | "＂") => {
            Some(Direction::Above)
        }
        _ => None,
    }
}

/// Where 同上 and 同左 point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// The row above.
    Above,
    /// The column to the left.
    Left,
}

/// Whether the text has a Chinese character.
pub(crate) fn has_chinese(text: &str) -> bool {
    text.chars().any(is_chinese)
}

/// Whether a text names places where information is published.
pub(crate) fn names_places(text: &str) -> bool {
    look(text) == Look::Places
}

/// Whether a text is boxes with their labels.
pub(crate) fn is_boxes(text: &str) -> bool {
    look(text) == Look::Boxes
}
