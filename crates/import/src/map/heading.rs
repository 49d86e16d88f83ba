//! What stands above a table, and sometimes below it: the title, who signed it off, what it counts.

use mulu_model::{Date, Heading};

use crate::lexicon::{
    lines,
    text::{folded, is_blank, one_line, squashed},
};

/// A line and the table around which it stands.
pub(crate) type Line = (String, usize);

/// What the lines around a table say.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// Title and sign-off line.
    pub(crate) heading: Heading,
    /// Whether there is a sign-off line.
    pub(crate) has_sign_off: bool,
    /// What the statistics line says.
    pub(crate) stated: Option<[Option<usize>; 3]>,
    /// A date that could not be read.
    pub(crate) unclear_date: Option<String>,
    /// Lines of which nothing was made, each with its table.
    pub(crate) rest: Vec<Line>,
}

/// The fields of the sign-off line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Unit,
    Preparer,
    Reviewer,
    Approver,
    Date,
    /// Known, but no field of a catalogue.
    Other,
}

const LABELS: &[(&str, Field)] = &[
    ("责任单位", Field::Unit),
    ("填报单位", Field::Unit),
    ("填表单位", Field::Unit),
    ("编制单位", Field::Unit),
    ("公开单位", Field::Unit),
    ("制表单位", Field::Unit),
    ("单位名称", Field::Unit),
    ("填表人", Field::Preparer),
    ("填报人", Field::Preparer),
    ("制表人", Field::Preparer),
    ("经办人", Field::Preparer),
    ("复核人", Field::Reviewer),
    ("审核人", Field::Reviewer),
    ("审签人", Field::Approver),
    ("签发人", Field::Approver),
    ("审批人", Field::Approver),
    ("负责人", Field::Approver),
    ("填表时间", Field::Date),
    ("填表日期", Field::Date),
    ("填报时间", Field::Date),
    ("填报日期", Field::Date),
    ("制表时间", Field::Date),
    ("制表日期", Field::Date),
    ("编制时间", Field::Date),
    ("联系电话", Field::Other),
    ("联系人", Field::Other),
];

/// Reads the lines around a table, top down.
pub(crate) fn read(above: &[Line], below: &[Line]) -> Read {
    let mut read = Read::default();
    let mut titles: Vec<Line> = Vec::new();
    let lines = above.iter().map(|line| (line, true)).chain(below.iter().map(|line| (line, false)));
    for ((line, table), is_above) in lines {
        if squashed(line).is_empty() {
            continue;
        }
        if let Some(stated) = statistics(line) {
            read.stated = read.stated.or(Some(stated));
        } else if is_sign_off(line) {
            read.sign_off(line, *table);
        } else if is_above {
            titles.push((one_line(line), *table));
        } else {
            read.rest.push((line.clone(), *table));
        }
    }
    read.title(titles);
    read
}

impl Read {
    /// The line next to the table that calls itself a catalogue at its end, or anywhere, or the longest. A line that
    /// names a part is the title only where no other is.
    fn title(&mut self, lines: Vec<Line>) {
        let is_annex = |line: &str| folded(line).starts_with("附件") && line.chars().count() <= 8;
        let is_note =
            |line: &str| lines::is_note(line) || lines::channel_legend(line) || line.chars().count() > 80;
        let texts = lines.iter().map(|(line, _)| line);
        let good: Vec<&String> = texts.filter(|line| !is_annex(line) && !is_note(line)).collect();
        let nearest = |wanted: fn(&str) -> bool| good.iter().rfind(|line| wanted(line));
        let title = nearest(|line| ends_as_catalogue(line) && !is_part(line))
            .or_else(|| nearest(ends_as_catalogue))
            .or_else(|| nearest(names_catalogue))
            .or_else(|| good.iter().max_by_key(|line| line.chars().count()));
        self.heading.title = title.map(|title| (*title).clone()).unwrap_or_default();
        let title = self.heading.title.clone();
        self.rest.extend(lines.into_iter().filter(|(line, _)| *line != title));
    }

    fn sign_off(&mut self, line: &str, table: usize) {
        self.has_sign_off = true;
        for (field, value) in fields(line) {
            let target = match field {
                Field::Unit => &mut self.heading.responsible_unit,
                Field::Preparer => &mut self.heading.preparer,
                Field::Reviewer => &mut self.heading.reviewer,
                Field::Approver => &mut self.heading.approver,
                Field::Date => {
                    self.heading.prepared_at = self.heading.prepared_at.or_else(|| date(&value));
                    if self.heading.prepared_at.is_none()
                        && !squashed(&value).trim_matches(['年', '月', '日']).is_empty()
                    {
                        self.unclear_date = Some(value);
                    }
                    continue;
                }
                Field::Other => {
                    self.rest.push((value, table));
                    continue;
                }
            };
            if target.is_empty() {
                *target = value;
            }
        }
    }
}

const CATALOGUES: [&str; 4] = ["目录", "清单", "一览表", "标准指引"];

/// Whether a line calls itself a catalogue.
pub(crate) fn names_catalogue(line: &str) -> bool {
    CATALOGUES.iter().any(|word| folded(line).contains(word))
}

/// Whether a line is the name of a catalogue: 某局政务公开目录（2024年版）, but not 关于印发目录的通知.
fn ends_as_catalogue(line: &str) -> bool {
    let folded = folded(line);
    let bare = match folded.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((before, _)) => before,
        None => &folded,
    };
    // The way to a web page and its data end in the same words.
    let is_path = folded.contains(['>', '/', ':']);
    !is_path && CATALOGUES.iter().any(|word| bare.ends_with(word))
}

/// Whether a line names one part of several: 一、机构职能, （二）义务教育领域基层政务公开标准目录.
pub(crate) fn is_part(line: &str) -> bool {
    lines::is_section(line)
}

/// The labels of the line with what follows each.
fn fields(line: &str) -> Vec<(Field, String)> {
    let bare: Vec<char> = line.chars().filter(|c| !is_blank(*c)).collect();
    let text: String = bare.iter().collect();
    let mut starts: Vec<(usize, usize, Field)> = Vec::new();
    for (label, field) in LABELS {
        for (at, _) in text.match_indices(label) {
            let after = &text[at + label.len()..];
            let bracket = after
                .find(['）', ')'])
                .filter(|end| after.starts_with(['（', '(']) && *end < 20)
                .map_or(0, |end| end + after[end..].chars().next().map_or(1, char::len_utf8));
            if after[bracket..].starts_with(['：', ':']) {
                let colon = if after[bracket..].starts_with('：') { '：'.len_utf8() } else { 1 };
                starts.push((at, at + label.len() + bracket + colon, *field));
            }
        }
    }
    starts.sort_by_key(|(at, ..)| *at);
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]).collect();
    let value = |from: usize, to: usize| {
        text.get(from..to).unwrap_or("").trim_matches(['_', '，', ',', '；', ';', '。', '＿']).to_owned()
    };
    starts.iter().zip(ends).map(|((_, from, field), to)| (*field, value(*from, to))).collect()
}

/// Whether the line is a sign-off line, or one field of it.
pub(crate) fn is_sign_off(line: &str) -> bool {
    line.chars().count() <= 200 && !fields(line).is_empty()
}

/// A day as documents write it.
fn date(text: &str) -> Option<Date> {
    let folded = folded(text);
    let numbers: Vec<i16> = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .map_while(|n| n.parse().ok())
        .collect();
    match *numbers.as_slice() {
        [year, month, day, ..] if (1949..=2200).contains(&year) => {
            Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
        }
        _ if folded.len() == 8 && folded.bytes().all(|b| b.is_ascii_digit()) => {
            Date::new(folded[..4].parse().ok()?, folded[4..6].parse().ok()?, folded[6..].parse().ok()?).ok()
        }
        _ => None,
    }
}

/// What a statistics line says: groups, proactive items, items on application.
pub(crate) fn statistics(line: &str) -> Option<[Option<usize>; 3]> {
    let text = folded(line);
    if text.chars().count() > 200 || !text.contains("事项") || !text.contains("项") {
        return None;
    }
    let split = text.find("依申请").unwrap_or(text.len());
    let (proactive, on_application) = text.split_at(split);
    let count = |text: &str, word: &str| -> Option<usize> {
        let after = &text[text.find(word)? + word.len()..];
        let digits: String = after
            .trim_start_matches([':', '共', '计', '有', '公', '开'])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().ok()
    };
    let stated = [
        count(proactive, "一级事项"),
        count(proactive, "二级事项"),
        count(on_application, "二级事项")
            .or_else(|| count(on_application, "公开事项"))
            .or_else(|| count(on_application, "依申请公开")),
    ];
    stated.iter().any(Option::is_some).then_some(stated)
}

/// Whether a line belongs to the heading of a catalogue: who signed it off, what it counts.
pub(crate) fn is_heading(text: &str) -> bool {
    is_sign_off(text) || statistics(text).is_some()
}
