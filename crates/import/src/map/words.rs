//! The words of headers, in the spellings in which documents have them.

use mulu_model::{Aspect, Audience, ColumnKey, Mark, Method, TextField};
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
    Marks(Kind),
}

/// The kinds of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "MarkKind", rename_all = "snake_case")]
pub enum Kind {
    /// 公开对象
    Audience,
    /// 公开方式
    Method,
    /// 五公开
    Aspects,
    /// 公开层级
    Levels,
}

impl Kind {
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
    let legend = text.find(['■', '●', '▲', '☑', '“', '"']).filter(|_| super::heading::channel_legend(text));
    let whole = folded(&text[..legend.unwrap_or(text.len())]);
    if whole.is_empty() || whole.chars().count() > 40 {
        return None;
    }
    let bare = without_brackets(&whole);
    let bare = bare.trim_matches([':', '、', '*', '"', '“', '”', '.', ',']);
    if let Some(word) = exactly(bare) {
        return Some((word, true));
    }
    if bare.chars().count() > 16 {
        return None;
    }
    containing(bare).map(|word| (word, false))
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

fn exactly(word: &str) -> Option<Word> {
    use TextField::{Basis, Content, DisclosingBody, Remarks, TimeLimit, WebsiteSection};
    Some(match word {
        "序号" | "编号" | "序" | "号" | "no" | "项目序号" | "顺序号" | "事项编号" => {
            Word::Number
        }
        "一级事项" | "一级目录" | "一级指标" | "一级分类" | "一级类别" | "一级名称" | "一级主题"
        | "一级栏目" | "一级" | "大类" => Word::Name(Some(1)),
        "二级事项" | "二级目录" | "二级指标" | "二级分类" | "二级类别" | "二级名称" | "二级主题"
        | "二级栏目" | "二级" | "中类" => Word::Name(Some(2)),
        "三级事项" | "三级目录" | "三级指标" | "三级分类" | "三级类别" | "三级名称" | "三级栏目" | "三级"
        | "小类" => Word::Name(Some(3)),
        "四级事项" | "四级目录" | "四级指标" => Word::Name(Some(4)),
        "五级事项" | "五级目录" | "五级指标" => Word::Name(Some(5)),
        "六级事项" | "六级目录" | "六级指标" => Word::Name(Some(6)),
        "类别"
        | "事项类别"
        | "公开类别"
        | "信息类别"
        | "事项分类"
        | "分类"
        | "主题"
        | "领域"
        | "公开领域"
        | "板块"
        | "主项"
        | "子项"
        | "事项名称"
        | "公开事项"
        | "目录名称"
        | "信息名称"
        | "公开类别及事项"
        | "公开类别和事项"
        | "类别及事项"
        | "业务事项"
        | "公开事项名称"
        | "政务公开事项"
        | "公开目录"
        | "公开项目"
        | "事项"
        | "项目名称"
        | "信息公开事项"
        | "具体事项"
        | "名称"
        | "公开事项目录"
        | "主动公开事项"
        | "目录"
        | "项目" => Word::Name(None),
        "公开内容"
        | "内容"
        | "公开要素"
        | "主要内容"
        | "具体内容"
        | "公开内容及要素"
        | "信息内容"
        | "内容要素"
        | "要素"
        | "公开内容要素"
        | "公开具体内容"
        | "公开的内容"
        | "内容标准"
        | "公开标准"
        | "公开内容标准"
        | "信息要素"
        | "主动公开内容" => Word::Text(Content),
        "公开依据" | "依据" | "设定依据" | "法律依据" | "政策依据" | "法定依据" | "公开的依据"
        | "法律法规依据" => Word::Text(Basis),
        "公开时限" | "时限" | "公开时间" | "公开期限" | "时限要求" | "公开时效" | "公开的时限" => {
            Word::Text(TimeLimit)
        }
        "公开主体" | "责任主体" | "主体" | "公开责任主体" => Word::Text(DisclosingBody),
        "责任部门" | "责任单位" | "公开单位" | "公开部门" | "发布主体" | "发布机构" | "公开机构"
        | "责任机构" | "公开责任单位" | "公开责任部门" | "发布单位" | "发布部门" => {
            Word::Text(DisclosingBody)
        }
        "网站所属栏目" | "所属栏目" | "栏目" | "公开栏目" | "网站栏目" | "发布栏目" | "对应栏目" => {
            Word::Text(WebsiteSection)
        }
        "备注" | "说明" | "注" | "备考" => Word::Text(Remarks),
        "公开渠道和载体"
        | "公开渠道"
        | "渠道"
        | "公开载体"
        | "公开渠道及载体"
        | "公开平台"
        | "公开途径"
        | "渠道和载体"
        | "载体"
        | "公开渠道载体" => Word::Channels,
        "公开对象" | "公开范围" | "对象" => Word::Marks(Kind::Audience),
        "公开方式" | "方式" | "公开属性" | "公开形式" | "公开类型" => {
            Word::Marks(Kind::Method)
        }
        "公开层级" | "层级" | "公开级别" | "公开层次" => Word::Marks(Kind::Levels),
        "五公开" | "所属五公开类型" | "五公开类型" => Word::Marks(Kind::Aspects),
        "全社会" | "全社" | "社会公众" | "面向社会" | "面向全社会" | "全体公众" | "社会" | "公众" => {
            Word::Mark(Mark::Audience(Audience::GeneralPublic))
        }
        "特定群体" | "特定群众" | "特定对象" | "特定人群" | "特殊群体" | "特定" => {
            Word::Mark(Mark::Audience(Audience::SpecificGroups))
        }
        "主动" | "主动公开" => Word::Mark(Mark::Method(Method::Proactive)),
        "依申请" | "依申请公开" | "申请公开" | "依法申请公开" | "申请" => {
            Word::Mark(Mark::Method(Method::OnApplication))
        }
        _ => return aspect(word).map(|aspect| Word::Mark(Mark::Aspect(aspect))).or_else(|| level(word)),
    })
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

fn containing(word: &str) -> Option<Word> {
    use TextField::{Basis, Content, DisclosingBody, TimeLimit, WebsiteSection};
    const LEVELS: [&str; 6] = ["一级", "二级", "三级", "四级", "五级", "六级"];
    let has = |pieces: &[&str]| pieces.iter().any(|piece| word.contains(piece));
    if let Some(at) = LEVELS.iter().position(|level| word.starts_with(level)) {
        return Some(Word::Name(Some(at as u8 + 1)));
    }
    Some(if has(&["五公开"]) {
        Word::Marks(Kind::Aspects)
    } else if has(&["依申请"]) {
        Word::Mark(Mark::Method(Method::OnApplication))
    } else if has(&["渠道", "载体"]) {
        Word::Channels
    } else if has(&["依据"]) {
        Word::Text(Basis)
    } else if has(&["时限"]) {
        Word::Text(TimeLimit)
    } else if has(&["公开主体", "责任主体", "公开单位", "公开部门", "责任单位", "责任部门"])
    {
        Word::Text(DisclosingBody)
    } else if has(&["公开内容", "内容要素"]) {
        Word::Text(Content)
    } else if has(&["公开对象"]) {
        Word::Marks(Kind::Audience)
    } else if has(&["公开方式"]) {
        Word::Marks(Kind::Method)
    } else if has(&["公开层级"]) {
        Word::Marks(Kind::Levels)
    } else if has(&["所属栏目", "网站栏目"]) {
        Word::Text(WebsiteSection)
    } else if has(&["全社会"]) {
        Word::Mark(Mark::Audience(Audience::GeneralPublic))
    } else if has(&["特定群"]) {
        Word::Mark(Mark::Audience(Audience::SpecificGroups))
    } else if has(&["事项名称", "公开事项", "目录名称", "信息名称"]) {
        Word::Name(None)
    } else {
        return None;
    })
}

/// The word of a single mark's key, as a header would print it.
pub(crate) fn mark_word(mark: &Mark) -> String {
    match mark {
        Mark::Audience(Audience::GeneralPublic) => "全社会".to_owned(),
        Mark::Audience(Audience::SpecificGroups) => "特定群体".to_owned(),
        Mark::Method(Method::Proactive) => "主动公开".to_owned(),
        Mark::Method(Method::OnApplication) => "依申请公开".to_owned(),
        Mark::Aspect(Aspect::DecisionMaking) => "决策".to_owned(),
        Mark::Aspect(Aspect::Implementation) => "执行".to_owned(),
        Mark::Aspect(Aspect::Management) => "管理".to_owned(),
        Mark::Aspect(Aspect::Services) => "服务".to_owned(),
        Mark::Aspect(Aspect::Results) => "结果".to_owned(),
        Mark::Level(label) => label.clone(),
    }
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
