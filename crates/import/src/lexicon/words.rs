//! The words of headers, in the spellings in which documents have them.

use std::{collections::HashMap, sync::LazyLock};

use mulu_model::{Aspect, ColumnFacts, ColumnKey, Mark, TextField};
use serde::{Deserialize, Serialize};

use super::text::folded;

/// What a header cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// 序号
    Number,
    /// A name: 一级事项, 事项名称; with its level where the word says it.
    Name(Option<u8>),
    /// One of the item's texts.
    Text(TextField),
    /// 公开渠道和载体
    Channels,
    /// A column for one √.
    Mark(Mark),
    /// What several columns for √ stand under, or one column with words in their place.
    Marks(MarkKind),
}

/// The kinds of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// 公开对象
    Audience,
    /// 公开方式
    Method,
    /// 五公开
    Aspects,
    /// 公开层级
    Levels,
}

impl MarkKind {
    /// The kind of a mark.
    pub fn of(mark: &Mark) -> Self {
        match mark {
            Mark::Audience(_) => Self::Audience,
            Mark::Method(_) => Self::Method,
            Mark::Aspect(_) => Self::Aspects,
            Mark::Level(_) => Self::Levels,
        }
    }
}

/// A word and whether it is known exactly or only by what it contains.
pub(crate) type Known = (Word, bool);

/// What a header cell says, if its words are known. Words that are too long for a header are none.
pub(crate) fn known(text: &str) -> Option<Known> {
    // What boxes mean may stand behind the word, with or without brackets.
    let legend = text.find(['■', '●', '▲', '☑', '“', '"']).filter(|_| super::lines::channel_legend(text));
    let whole = folded(&text[..legend.unwrap_or(text.len())]);
    if whole.is_empty() || whole.chars().count() > 40 {
        return None;
    }
    let bare = bare(&whole);
    if let Some(word) = exactly(&bare) {
        return Some((word, true));
    }
    if bare.chars().count() > 16 {
        return None;
    }
    containing(&bare).map(|word| (word, false))
}

/// The text without what stands in brackets and without marks around it.
fn bare(text: &str) -> String {
    without_brackets(text).trim_matches([':', '、', '*', '"', '“', '”', '.', ',']).to_owned()
}

/// The text without what stands in brackets, unless nothing else stands there.
fn without_brackets(text: &str) -> String {
    let mut bare = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    if bare.is_empty() { text.to_owned() } else { bare }
}

/// The words that name columns of names, with the level where they say it. The other columns' words stand in the
/// model's table of columns.
const NAMES: &[(Option<u8>, &[&str])] = &[
    (
        Some(1),
        &[
            "一级事项",
            "一级目录",
            "一级指标",
            "一级分类",
            "一级类别",
            "一级名称",
            "一级主题",
            "一级栏目",
            "一级",
            "大类",
        ],
    ),
    (
        Some(2),
        &[
            "二级事项",
            "二级目录",
            "二级指标",
            "二级分类",
            "二级类别",
            "二级名称",
            "二级主题",
            "二级栏目",
            "二级",
            "中类",
        ],
    ),
    (
        Some(3),
        &["三级事项", "三级目录", "三级指标", "三级分类", "三级类别", "三级名称", "三级栏目", "三级", "小类"],
    ),
    (Some(4), &["四级事项", "四级目录", "四级指标"]),
    (Some(5), &["五级事项", "五级目录", "五级指标"]),
    (Some(6), &["六级事项", "六级目录", "六级指标"]),
    (
        None,
        &[
            "类别",
            "事项类别",
            "公开类别",
            "信息类别",
            "事项分类",
            "分类",
            "主题",
            "领域",
            "公开领域",
            "板块",
            "主项",
            "子项",
            "事项名称",
            "公开事项",
            "目录名称",
            "信息名称",
            "公开类别及事项",
            "公开类别和事项",
            "类别及事项",
            "业务事项",
            "公开事项名称",
            "政务公开事项",
            "公开目录",
            "公开项目",
            "事项",
            "项目名称",
            "信息公开事项",
            "具体事项",
            "名称",
            "公开事项目录",
            "主动公开事项",
            "目录",
            "项目",
        ],
    ),
];

/// The words that stand above columns for √, or above one column with words in their place.
const MARKS: &[(MarkKind, &[&str])] = &[
    (MarkKind::Audience, &["公开对象", "公开范围", "对象"]),
    (MarkKind::Method, &["公开方式", "方式", "公开属性", "公开形式", "公开类型"]),
    (MarkKind::Levels, &["公开层级", "层级", "公开级别", "公开层次"]),
    (MarkKind::Aspects, &["五公开", "所属五公开类型", "五公开类型"]),
];

/// All words that are known exactly.
static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|(level, words)| words.iter().map(|word| (*word, Word::Name(*level))));
    let marks = MARKS.iter().flat_map(|(kind, words)| words.iter().map(|word| (*word, Word::Marks(*kind))));
    let columns = ColumnFacts::all().iter().filter_map(|facts| Some((facts, word_of(&facts.key)?)));
    let columns = columns.flat_map(|(facts, word)| {
        let own = facts.header.last().into_iter().chain(facts.headings);
        own.map(move |heading| (*heading, word.clone()))
    });
    names.chain(marks).chain(columns).map(|(heading, word)| (bare(&folded(heading)), word)).collect()
});

/// The word that names a column by itself; names have words of their own.
fn word_of(key: &ColumnKey) -> Option<Word> {
    Some(match key {
        ColumnKey::Number => Word::Number,
        ColumnKey::Text(field) => Word::Text(*field),
        ColumnKey::Channels => Word::Channels,
        ColumnKey::Mark(Mark::Level(_)) => return None,
        ColumnKey::Mark(mark) => Word::Mark(mark.clone()),
        ColumnKey::Group
        | ColumnKey::Sub(_)
        | ColumnKey::ItemNumber
        | ColumnKey::Item
        | ColumnKey::Custom(_) => return None,
    })
}

fn exactly(word: &str) -> Option<Word> {
    WORDS.get(word).cloned().or_else(|| level(word))
}

/// 决策 and 决策公开, and so on.
pub(crate) fn aspect(word: &str) -> Option<Aspect> {
    Some(match word.strip_suffix("公开").unwrap_or(word) {
        "决策" => Aspect::DecisionMaking,
        "执行" => Aspect::Implementation,
        "管理" => Aspect::Management,
        "服务" => Aspect::Services,
        "结果" => Aspect::Results,
        _ => return None,
    })
}

/// 县级, 乡、村级, 市(县、区)级. The label is not that of the document; headers are kept as they are written.
fn level(word: &str) -> Option<Word> {
    let places = [
        "国家", "省", "市", "县", "区", "旗", "乡", "镇", "村", "街道", "社区", "盟", "州", "苏木", "兵团",
        "师", "团",
    ];
    let base = word.strip_suffix('级')?;
    let is_level = base.chars().count() <= 10 && places.iter().any(|place| base.contains(place));
    is_level.then(|| Word::Mark(Mark::Level(word.to_owned())))
}

/// Words that tell a column also when they are only a part of a heading, besides those of the table of columns.
const PARTS: &[(&str, Word)] = &[
    ("五公开", Word::Marks(MarkKind::Aspects)),
    ("公开对象", Word::Marks(MarkKind::Audience)),
    ("公开方式", Word::Marks(MarkKind::Method)),
    ("公开层级", Word::Marks(MarkKind::Levels)),
    ("事项名称", Word::Name(None)),
    ("公开事项", Word::Name(None)),
    ("目录名称", Word::Name(None)),
    ("信息名称", Word::Name(None)),
];

/// What a heading is about that contains known words: in Chinese that is the last of them (公开内容的依据).
fn containing(word: &str) -> Option<Word> {
    const LEVELS: [&str; 6] = ["一级", "二级", "三级", "四级", "五级", "六级"];
    if let Some(at) = LEVELS.iter().position(|level| word.starts_with(level)) {
        return Some(Word::Name(Some(at as u8 + 1)));
    }
    let columns = ColumnFacts::all().iter().filter_map(|facts| Some((facts, word_of(&facts.key)?)));
    let columns = columns
        .flat_map(|(facts, word)| facts.parts_of_headings.iter().map(move |part| (*part, word.clone())));
    let parts = columns.chain(PARTS.iter().map(|(part, word)| (*part, word.clone())));
    let found = parts.filter_map(|(part, known)| Some((word.rfind(part)? + part.len(), part.len(), known)));
    found.max_by_key(|(end, length, _)| (*end, *length)).map(|(.., known)| known)
}

/// The word of a single mark's key, as a header would print it.
pub(crate) fn mark_word(mark: &Mark) -> String {
    ColumnKey::Mark(mark.clone()).usual_header().pop().unwrap_or_default()
}

/// The key of a word that names a column by itself.
pub(crate) fn key(word: &Word) -> Option<ColumnKey> {
    Some(match word {
        Word::Number => ColumnKey::Number,
        Word::Text(field) => ColumnKey::Text(*field),
        Word::Channels => ColumnKey::Channels,
        Word::Mark(mark) => ColumnKey::Mark(mark.clone()),
        Word::Name(_) | Word::Marks(_) => return None,
    })
}
