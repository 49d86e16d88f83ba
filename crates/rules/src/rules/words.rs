//! Words and characters that are slips, or that somebody has left behind.

use std::{collections::HashMap, sync::LazyLock};

use mulu_model::{ColumnKey, TextField};

use crate::{
    Knowledge,
    index::{Index, Row, TextCell},
    parse::{is_han, pattern},
    rule::{Look, Report, Rule, Severity, Source},
};

/// A word that is written with a character that only looks right.
pub(super) const SLIP: Rule =
    Rule { id: "word-misspelt", severity: Severity::Warning, source: Source::House, look: Look::Text(slip) };

/// Characters of conversions that only look like Chinese ones.
pub(super) const RADICALS: Rule = Rule {
    id: "character-look-alike",
    severity: Severity::Warning,
    source: Source::Cited("GB 18030—2022"),
    look: Look::Text(radicals),
};

/// The letter O or l in a number.
pub(super) const LETTERS: Rule = Rule {
    id: "letter-in-number",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(letters),
};

/// A mark of a box, or what a conversion has made of it, in a text.
pub(super) const BOXES: Rule =
    Rule { id: "box-in-text", severity: Severity::Warning, source: Source::House, look: Look::Text(boxes) };

/// A word twice in a row.
pub(super) const DOUBLED: Rule = Rule {
    id: "word-doubled",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Text(doubled),
};

/// Something that a template asks to be replaced.
pub(super) const RESIDUE: Rule = Rule {
    id: "template-residue",
    severity: Severity::Error,
    source: Source::House,
    look: Look::Text(residue),
};

/// A note of a channel that is the template's own word.
pub(super) const NOTE_RESIDUE: Rule = Rule {
    id: "template-residue-in-note",
    severity: Severity::Error,
    source: Source::House,
    look: Look::Item(note_residue),
};

/// An assessor's question or remark.
pub(super) const QUESTION: Rule = Rule {
    id: "assessment-residue",
    severity: Severity::Error,
    source: Source::House,
    look: Look::Text(question),
};

/// 同上 and its like.
pub(super) const DITTO: Rule =
    Rule { id: "ditto", severity: Severity::Warning, source: Source::House, look: Look::Catalogue(ditto) };

/// A character that no font of the form has, or that is none.
pub(super) const UNPRINTABLE: Rule = Rule {
    id: "character-unprintable",
    severity: Severity::Warning,
    source: Source::Cited("GB 18030—2022"),
    look: Look::Text(unprintable),
};

fn slip(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let mut fixed = cell.text.to_owned();
    let mut first = None;
    for (wrong, right) in &cell.context.knowledge.words.slips {
        if fixed.contains(wrong.as_str()) {
            fixed = fixed.replace(wrong.as_str(), right);
            first = first.or(Some((wrong, right)));
        }
    }
    if let Some((wrong, right)) = first {
        report.text(cell).fact("wrong", wrong).fact("right", right).fix_text(fixed);
    }
}

static LOOK_ALIKES: LazyLock<HashMap<char, char>> = LazyLock::new(|| Knowledge::shipped().words.radicals());

fn radicals(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if cell.text.chars().all(|c| c < '\u{2e80}' || ('\u{3000}'..'\u{f900}').contains(&c) || c > '\u{faff}') {
        return;
    }
    let fixed: String = cell.text.chars().map(|c| LOOK_ALIKES.get(&c).copied().unwrap_or(c)).collect();
    if fixed != cell.text {
        let wrong: String = cell.text.chars().filter(|c| LOOK_ALIKES.contains_key(c)).collect();
        report.text(cell).fact("characters", wrong).fix_text(fixed);
    }
}

pattern!(LETTER = r"(\d)[OoＯ](\d|个|日|年|月|条|项|号|工)|(第|令|〔)[lI](\d)|(\d)[lI](\d|号|月|日|年)");

fn letters(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if !LETTER.is_match(cell.text) {
        return;
    }
    let fixed = LETTER.replace_all(cell.text, |found: &regex::Captures<'_>| {
        found[0].replace(['O', 'o', 'Ｏ'], "0").replace(['l', 'I'], "1")
    });
    let written = LETTER.find(cell.text).map_or("", |found| found.as_str());
    report.text(cell).fact("written", written).fix_text(fixed.into_owned());
}

pattern!(
    BOX = r"(?m)(?:^|[\s；、，。])[口tR£þ¨]\s?(?:政府网站|政府公报|两微一端|发布会|广播电视|纸质媒体|报刊|公开查阅点|政务服务中心|便民服务站|入户|社区|精准推送|其他)|[■□☑☐▲▄þ]\s*\p{Han}|[\u{f000}-\u{f0ff}]"
);

fn boxes(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let is_list = cell.text.lines().filter(|line| line.trim_start().starts_with(['■', '▲', '□'])).count() > 1;
    if let Some(found) = BOX.find(cell.text)
        && !is_list
    {
        report.text(cell).fact("written", found.as_str().trim());
    }
}

fn doubled(cell: &TextCell<'_>, report: &mut Report<'_>) {
    if cell.column().is_some_and(|column| matches!(column, ColumnKey::Custom(_))) {
        return;
    }
    let words = &cell.context.knowledge.words;
    let chars: Vec<char> = cell.text.chars().collect();
    for at in 0..chars.len() {
        let longest = ((chars.len() - at) / 2).min(20);
        let sizes = (2..=longest).rev().chain(std::iter::once(1));
        for size in sizes {
            let Some(pair) = chars.get(at..at + 2 * size) else { continue };
            let (first, second) = pair.split_at(size);
            let is_function_word = size > 1 || words.function_words.contains(first[0]);
            if first != second || !first.iter().copied().all(is_han) || !is_function_word {
                continue;
            }
            let word: String = first.iter().collect();
            let twice: String = pair.iter().collect();
            let is_right = words.doubled_right.contains(&twice) || is_repeated_in_word(&chars, at, size);
            if !is_right {
                let fixed: String = chars[..at + size].iter().chain(&chars[at + 2 * size..]).collect();
                report.text(cell).fact("word", word).fix_text(fixed);
                return;
            }
        }
    }
}

/// Words in which a syllable stands twice rightly: 中华人民共和国国家赔偿法, 目的的确定.
fn is_repeated_in_word(chars: &[char], at: usize, size: usize) -> bool {
    let around: String = chars[at.saturating_sub(1)..(at + 2 * size + 1).min(chars.len())].iter().collect();
    let right = [
        "目的的",
        "标的的",
        "为了了解",
        "了了解",
        "已将将",
        "作为为",
        "成为为",
        "其他他",
        "与与会",
        "及及时",
        "对对口",
        "将将要",
        "从从业",
        "在在线",
        "在在建",
        "在在校",
        "在在职",
        "由由",
    ];
    size == 1 && right.iter().any(|word| around.contains(word))
}

fn residue(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let words = &cell.context.knowledge.words;
    let text = cell.text.trim();
    let is_title = cell.column().is_none();
    let whole = words.residue_cells.iter().find(|word| text == word.as_str());
    let part = words.residue.iter().find(|word| text.contains(word.as_str()));
    let must_be_filled = matches!(cell.column(), Some(ColumnKey::Item))
        || [TextField::Content, TextField::Basis, TextField::TimeLimit, TextField::DisclosingBody]
            .iter()
            .any(|field| cell.is(*field));
    let found = part.or(whole.filter(|_| must_be_filled));
    if let Some(word) = found
        && !(is_title && word.starts_with('_'))
    {
        report.text(cell).fact("word", word);
    }
}

fn note_residue(row: &Row<'_>, report: &mut Report<'_>) {
    let words = &row.context.knowledge.words;
    for (part, channels) in row.channels() {
        for channel in channels {
            let note = channel.note.trim();
            let is_left = ["注明", "请注明", "（注明）", "(注明)", "专栏名+网址"].contains(&note)
                || words.residue.iter().any(|word| note.contains(word.as_str()))
                || words.residue_cells.iter().any(|word| note == word);
            if is_left {
                report.part(row, part, ColumnKey::Channels).fact("note", note).fact("label", &channel.label);
            }
        }
    }
}

pattern!(
    ASKED = r"是否(?:已|按|及时|按时|按照|按要求|主动|全面|完整|齐全|规范|准确|真实)?(?:公开|发布|更新|公布|齐全|规范|准确|完整|到位|及时|设置|存在|调整|按时|上传|公示|保持|对应|一致|符合|合规|合理)|(?:扣|得|减)\s*\d+(?:\.\d+)?\s*分|每(?:少|缺)一[项条]扣|缺.{0,8}扣|待核实|未见公开|评估组|测评组"
);

fn question(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let text = cell.text.trim();
    let asked = ASKED.find(text).map(|found| found.as_str());
    let is_question = text.contains("是否") && text.ends_with(['？', '?']);
    let is_bare = text.starts_with("是否")
        && cell.column().is_some_and(|column| !matches!(column, ColumnKey::Text(TextField::Content)));
    let ends_asking = text.ends_with(['？', '?']) && text.chars().any(is_han) && !text.contains('\n');
    let is_list = text.lines().count() > 3 || text.matches('、').count() > 3;
    if let Some(asked) = asked
        && !(is_list && asked.starts_with("是否"))
    {
        report.text(cell).fact("text", asked);
    } else if is_question || is_bare || ends_asking {
        report.text(cell).fact("text", text);
    }
}

fn ditto(index: &Index<'_>, report: &mut Report<'_>) {
    let words = &index.context.knowledge.words;
    let mut above: HashMap<ColumnKey, String> = HashMap::new();
    for row in &index.rows {
        for cell in row.texts() {
            let text = cell.text.trim();
            let Some(key) = cell.column().cloned() else { continue };
            if words.ditto.iter().any(|word| word == text) {
                let from = above.get(&key);
                let finding = report.text(&cell).fact("word", text);
                if let Some(from) = from {
                    finding.fix_text(from.clone());
                }
            } else {
                above.insert(key, cell.text.to_owned());
            }
        }
    }
}

fn unprintable(cell: &TextCell<'_>, report: &mut Report<'_>) {
    let is_bad = |c: &char| {
        let is_none = c.is_control() && *c != '\n' && *c != '\t'
            || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{ffff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{f0000}'..);
        is_none || !(*c).is_whitespace() && !(cell.context.can_print)(*c)
    };
    let bad: Vec<String> = cell.text.chars().filter(is_bad).map(|c| format!("U+{:04X}", c as u32)).collect();
    if let Some(first) = bad.first() {
        report.text(cell).fact("code", first);
    }
}
