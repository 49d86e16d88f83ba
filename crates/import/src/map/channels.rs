//! 公开渠道和载体: boxes with labels in all their makings, or lines of words.

use std::collections::HashMap;

use mulu_model::{Channel, Template, limits};

use crate::lexicon::{
    look::{TICKED, UNTICKED, names_place},
    text::{folded, is_blank, is_chinese, leading_number, list, one_line, squashed, tidy},
};

/// Letters that are left of a ticked box where its font was lost.
const LOST_TICKED: &[char] = &['R', 'S', 't', 'T', 'þ', 'ý', 'n', 'þ', 'Ö'];
/// Letters and characters that are left of an empty box.
const LOST_EMPTY: &[char] = &['£', '¨', 'o', 'q', '口', '囗', 'ロ'];

/// Labels of several words, in one spelling, that are one channel however their words are separated.
const UNSPLIT: &[&str] = &[
    "发布会听证会",
    "社区企事业单位村公示栏电子屏",
    "社区企事业单位公示栏电子屏",
    "社区企事业单位公示栏",
    "社区村企事业单位公示栏",
];

/// A cell taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// What stands in it, in its order.
    pub(crate) marked: Vec<Marked>,
    /// Whether there are boxes; otherwise all that is named is meant.
    pub(crate) has_boxes: bool,
}

/// One channel of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Its words, with what stands in brackets at their end.
    pub(crate) words: String,
    /// Whether it is ticked.
    pub(crate) is_ticked: bool,
}

/// Takes a cell apart.
pub(crate) fn parse(text: &str) -> Parsed {
    let text = tidy(text);
    let boxes = boxes(&text);
    let ticked_only = boxes.iter().all(|(_, _, ticked)| *ticked);
    let bullets = text.chars().filter(|c| *c == '●').count();
    // Bullets before words are no boxes, unless other boxes stand beside them.
    if boxes.is_empty() || ticked_only && bullets == boxes.len() {
        let plain = text.replace('●', "\n");
        let marked = lines(&tidy(&plain)).into_iter().map(|words| Marked { words, is_ticked: true });
        return Parsed { marked: marked.collect(), has_boxes: false };
    }
    let follows =
        text[..boxes[0].0].chars().any(is_chinese) && text[boxes[boxes.len() - 1].1..].trim().is_empty();
    let mut marked = Vec::new();
    let mut from = 0;
    for (at, (start, end, is_ticked)) in boxes.iter().enumerate() {
        let words = if follows {
            &text[from..*start]
        } else {
            let next = boxes.get(at + 1).map_or(text.len(), |(next, ..)| *next);
            &text[*end..next]
        };
        from = *end;
        let words = boxed(words);
        if !words.is_empty() {
            marked.push(Marked { words, is_ticked: *is_ticked });
        }
    }
    if !follows {
        let before = lines(&text[..boxes[0].0]);
        let plain = before.into_iter().map(|words| Marked { words, is_ticked: true });
        marked.splice(0..0, plain);
    }
    Parsed { marked, has_boxes: true }
}

/// Where the boxes are: begin, end, and whether they are ticked.
fn boxes(text: &str) -> Vec<(usize, usize, bool)> {
    let mut boxes: Vec<(usize, usize, bool)> = Vec::new();
    let mut lost: Vec<(usize, usize, bool)> = Vec::new();
    let mut before: Option<char> = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|(_, c)| *c);
        let end = at + c.len_utf8();
        if TICKED.contains(&c) {
            // √ inside of a box, written as two characters.
            match boxes.last_mut().filter(|last| last.1 == at && !last.2) {
                Some(last) => *last = (last.0, end, true),
                None => boxes.push((at, end, true)),
            }
        } else if UNTICKED.contains(&c) {
            match boxes
                .last_mut()
                .filter(|last| last.1 == at && last.2 && text[last.0..].starts_with(['√', '✓', '✔']))
            {
                Some(last) => last.1 = end,
                None => boxes.push((at, end, false)),
            }
        } else if (LOST_TICKED.contains(&c) || LOST_EMPTY.contains(&c))
            && after.is_some_and(|next| is_chinese(next) || next == ' ' || next.is_ascii_digit())
            && before.is_none_or(|before| {
                is_blank(before)
                    || is_chinese(before) && !LOST_EMPTY[4..].contains(&c)
                    || matches!(before, ')' | '）' | '、' | '；' | '，' | ';' | ',' | '：' | ':')
            })
            && !(after == Some(' ') && c.is_ascii_alphabetic() && before.is_some_and(is_chinese))
        {
            lost.push((at, end, LOST_TICKED.contains(&c)));
        }
        before = Some(c);
    }
    // A letter is a lost box only in company.
    let is_one = lost.len() > 1 || lost.len() == 1 && !boxes.is_empty();
    if is_one {
        boxes.extend(lost);
        boxes.sort_unstable();
    }
    boxes
}

/// The words of a label, without what separates it from the next.
fn label(text: &str) -> String {
    let line = one_line(text);
    line.trim_matches(|c: char| is_blank(c) || matches!(c, '、' | '；' | ';' | '，' | ',' | '|' | '·'))
        .to_owned()
}

/// The words of a label with a box, also without what ends it; `其他：` leaves room for a note.
fn boxed(text: &str) -> String {
    let label = label(text);
    let bare = label.trim_end_matches(['。', '：', ':']);
    if takes_notes(bare) { label.trim_end_matches('。') } else { bare }.to_owned()
}

/// Channels without boxes: numbered or plain lines, or one sentence.
fn lines(text: &str) -> Vec<String> {
    let numbered = list(text);
    if numbered.len() > 1 {
        return numbered.into_iter().map(|(_, line)| label(line)).filter(|label| !label.is_empty()).collect();
    }
    let lines = text.split('\n').map(unnumbered);
    let mut labels: Vec<String> = Vec::new();
    for line in lines {
        let pieces = pieces(&line);
        labels.extend(if pieces.is_empty() { vec![line] } else { pieces });
    }
    labels.retain(|label| !label.is_empty());
    labels
}

/// Several labels in one line, if each of them is one by itself.
fn pieces(line: &str) -> Vec<String> {
    if UNSPLIT.contains(&spelling(line).as_str()) {
        return Vec::new();
    }
    for separators in [&['；', ';', '、', '，', ','][..], &[' ', '\u{3000}'][..]] {
        let pieces: Vec<String> =
            line.split(separators).map(unnumbered).filter(|piece| !piece.is_empty()).collect();
        let is_label = |piece: &String| {
            names_place(piece) && piece.chars().count() <= 24 && !piece.contains(['。', '通', '在'])
        };
        if pieces.len() > 1 && pieces.iter().all(is_label) {
            return pieces;
        }
    }
    Vec::new()
}

fn unnumbered(line: &str) -> String {
    let line = line
        .trim_start_matches(|c: char| ('①'..='⑳').contains(&c) || matches!(c, '●' | '·' | '•' | '◆' | '-'));
    label(leading_number(line).map_or(line, |(_, rest)| rest))
}

/// The options of a template, to which labels are matched.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// The labels, in printed order.
    pub(crate) labels: Vec<String>,
    /// Those that take a note.
    pub(crate) with_note: Vec<String>,
    by_spelling: HashMap<String, usize>,
}

impl Options {
    /// Those of a template.
    pub(crate) fn of_template(template: &Template) -> Self {
        let mut options = Self::default();
        for label in &template.channel_options {
            options.add(label.clone());
        }
        options.with_note.clone_from(&template.channel_options_with_note);
        options
    }

    /// Those that stand in a document, in the order of its first full list; none where it has no boxes.
    pub(crate) fn found(cells: &[&Parsed]) -> Self {
        let mut options = Self::default();
        let boxed = || cells.iter().filter(|cell| cell.has_boxes);
        let longest = boxed().map(|cell| cell.marked.len()).max().unwrap_or(0);
        for cell in boxed().filter(|cell| cell.marked.len() == longest).take(1).chain(boxed()) {
            for marked in &cell.marked {
                let (label, takes_note) = options.base(&marked.words);
                let label = options.add(label);
                if takes_note && !options.with_note.contains(&label) {
                    options.with_note.push(label);
                }
            }
        }
        options
    }

    fn add(&mut self, label: String) -> String {
        if let Some(known) = self.find(&label) {
            return self.labels[known].clone();
        }
        if !label.is_empty() && self.labels.len() < limits::CHANNELS {
            self.by_spelling.insert(spelling(&label), self.labels.len());
            self.labels.push(label.clone());
        }
        label
    }

    fn find(&self, words: &str) -> Option<usize> {
        self.by_spelling.get(&spelling(words)).copied()
    }

    /// The label without its note or the place for one; the flag says whether it takes a note.
    fn base(&self, words: &str) -> (String, bool) {
        match split_note(words) {
            Some((label, note)) if is_for_note(&note) || takes_notes(&label) => (label, true),
            _ => (words.to_owned(), false),
        }
    }

    /// The channels that a cell names, in the options' order, and those that are no options.
    pub(crate) fn channels(&self, cell: &Parsed) -> (Vec<Channel>, Vec<String>) {
        let mut known: Vec<(usize, Channel)> = Vec::new();
        let mut unknown = Vec::new();
        for marked in cell.marked.iter().filter(|marked| marked.is_ticked) {
            let (label, note) = self.read(&marked.words);
            match self.find(&label) {
                Some(at) if known.iter().any(|(other, channel)| *other == at && channel.note == note) => {}
                Some(at) => known.push((at, Channel { label: self.labels[at].clone(), note })),
                None => unknown.push(Channel { label, note }),
            }
        }
        known.sort_by_key(|(at, _)| *at);
        let labels = unknown.iter().map(|channel| channel.label.clone()).collect();
        let mut channels: Vec<Channel> =
            known.into_iter().map(|(_, channel)| channel).chain(unknown).collect();
        channels.truncate(limits::CHANNELS);
        (channels, labels)
    }

    /// A label and its note.
    fn read(&self, words: &str) -> (String, String) {
        if self.find(words).is_some() {
            return (words.to_owned(), String::new());
        }
        match split_note(words) {
            Some((label, note)) if is_for_note(&note) => (label, given_note(&note)),
            Some((label, note)) if takes_notes(&label) || self.find(&label).is_some() => {
                (label, given_note(&note))
            }
            _ => (words.to_owned(), String::new()),
        }
    }
}

/// A label in one spelling: without punctuation, with the words that are written in several ways made one.
fn spelling(label: &str) -> String {
    let bare: String = folded(label).chars().filter(|c| c.is_alphanumeric()).collect();
    bare.replace("其它", "其他")
        .replace("纸质载体", "纸质媒体")
        .replace("人户现场", "入户现场")
        .replace("行政服务中心", "政务服务中心")
}

/// Splits `其他（…）`, `其他：…` and `其他___`.
fn split_note(words: &str) -> Option<(String, String)> {
    let words = words.trim();
    if let Some(label) = words.strip_suffix(['_', '＿']) {
        let label = label.trim_end_matches(['_', '＿', ' ']);
        return Some((label.trim_end_matches(['：', ':']).to_owned(), String::new()));
    }
    if words.ends_with(['）', ')']) {
        let open = words.find(['（', '('])?;
        let inner = words[open..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
        return (open > 0).then(|| (words[..open].trim().to_owned(), inner.trim().to_owned()));
    }
    let (label, note) = words.split_once(['：', ':'])?;
    takes_notes(label).then(|| (label.trim().to_owned(), note.trim().to_owned()))
}

/// Whether what stands in brackets is the place for a note, or a note that says so.
fn is_for_note(note: &str) -> bool {
    ["注明", "请注明", "填写", "说明", "需注明"].iter().any(|word| note.starts_with(word))
        || squashed(note).chars().all(|c| matches!(c, '_' | '＿' | '…' | '.'))
}

/// The note itself, without the words that ask for it.
fn given_note(note: &str) -> String {
    let asked = ["请注明", "需注明", "注明", "填写", "说明"]
        .iter()
        .find_map(|word| note.strip_prefix(word))
        .unwrap_or(note);
    let given = asked.trim_start_matches(['：', ':', ' ']).trim_matches(['_', '＿', ' ']);
    if given.chars().any(char::is_alphanumeric) { given.to_owned() } else { String::new() }
}

/// Labels that always take a note.
fn takes_notes(label: &str) -> bool {
    matches!(
        spelling(label).as_str(),
        "其他" | "精准推送" | "其他方式" | "其他渠道" | "其他媒体" | "其他平台"
    )
}
