//! The rows of the table of columns, in the order in which forms print columns. A new text is a row here and a line
//! in [`TextField`]; everything else follows from the two.

use std::sync::LazyLock;

use super::{
    facts::{CellOwner, ColumnFacts, ColumnKind, TermKind},
    key::{Aspect, Audience, ColumnKey, Mark, Method},
    text::TextField,
};

type Words = &'static [&'static str];

static TABLE: LazyLock<Vec<ColumnFacts>> = LazyLock::new(|| {
    vec![
        ColumnFacts {
            owner: CellOwner::Group,
            headings: &["编号", "序", "号", "no", "项目序号", "顺序号", "事项编号"],
            ..row(ColumnKey::Number, ColumnKind::Number, &["序号"])
        },
        ColumnFacts {
            owner: CellOwner::Group,
            is_required: true,
            ..row(ColumnKey::Group, ColumnKind::Name, &["公开事项", "一级事项"])
        },
        ColumnFacts {
            terms: Some(TermKind::Whole),
            share: 70,
            ..row(ColumnKey::Sub(0), ColumnKind::Name, &["公开事项"])
        },
        row(ColumnKey::ItemNumber, ColumnKind::Number, &["公开事项", "二级事项"]),
        ColumnFacts {
            is_required: true,
            share: 105,
            ..row(ColumnKey::Item, ColumnKind::Name, &["公开事项", "二级事项"])
        },
        ColumnFacts {
            owner: CellOwner::Part,
            terms: None,
            is_required: true,
            share: 150,
            headings: &[
                "内容",
                "公开要素",
                "主要内容",
                "具体内容",
                "公开内容及要素",
                "信息内容",
                "内容要素",
                "要素",
                "公开内容要素",
                "公开具体内容",
                "公开的内容",
                "内容标准",
                "公开标准",
                "公开内容标准",
                "信息要素",
                "主动公开内容",
            ],
            parts_of_headings: &["公开内容", "内容要素"],
            ..text(TextField::Content, &["公开内容（要素）"])
        },
        ColumnFacts {
            terms: Some(TermKind::Citation),
            is_required: true,
            share: 175,
            headings: &["依据", "设定依据", "法律依据", "政策依据", "法定依据", "公开的依据", "法律法规依据"],
            parts_of_headings: &["依据"],
            ..text(TextField::Basis, &["公开依据"])
        },
        ColumnFacts {
            is_required: true,
            share: 110,
            headings: &["时限", "公开时间", "公开期限", "时限要求", "公开时效", "公开的时限"],
            parts_of_headings: &["时限"],
            ..text(TextField::TimeLimit, &["公开时限"])
        },
        ColumnFacts {
            headings: &["更新频率", "更新频次", "信息更新周期", "信息更新频率"],
            ..text(TextField::UpdateCycle, &["更新周期"])
        },
        ColumnFacts {
            is_required: true,
            share: 80,
            headings: &[
                "责任主体",
                "主体",
                "公开责任主体",
                "责任部门",
                "责任单位",
                "公开单位",
                "公开部门",
                "发布主体",
                "发布机构",
                "公开机构",
                "责任机构",
                "公开责任单位",
                "公开责任部门",
                "发布单位",
                "发布部门",
            ],
            parts_of_headings: &["公开主体", "责任主体", "公开单位", "公开部门", "责任单位", "责任部门"],
            ..text(TextField::DisclosingBody, &["公开主体"])
        },
        ColumnFacts {
            share: 80,
            headings: &["责任股室", "责任处室", "承办科室", "承办股室", "承办处室", "公开科室"],
            ..text(TextField::ResponsibleSection, &["责任科室"])
        },
        ColumnFacts {
            owner: CellOwner::Part,
            terms: Some(TermKind::Label),
            headings: &[
                "公开渠道",
                "渠道",
                "公开载体",
                "公开渠道及载体",
                "公开平台",
                "公开途径",
                "渠道和载体",
                "载体",
                "公开渠道载体",
            ],
            parts_of_headings: &["渠道", "载体"],
            ..row(ColumnKey::Channels, ColumnKind::Channels, &["公开渠道和载体"])
        },
        mark(
            Mark::Audience(Audience::GeneralPublic),
            &["公开对象", "全社会"],
            &["全社", "社会公众", "面向社会", "面向全社会", "全体公众", "社会", "公众"],
            &["全社会"],
        ),
        mark(
            Mark::Audience(Audience::SpecificGroups),
            &["公开对象", "特定群体"],
            &["特定群众", "特定对象", "特定人群", "特殊群体", "特定"],
            &["特定群"],
        ),
        mark(Mark::Method(Method::Proactive), &["公开方式", "主动公开"], &["主动"], &[]),
        mark(
            Mark::Method(Method::OnApplication),
            &["公开方式", "依申请公开"],
            &["依申请", "申请公开", "依法申请公开", "申请"],
            &["依申请"],
        ),
        aspect(Aspect::DecisionMaking, &["所属“五公开”类型", "决策"], &["决策公开"]),
        aspect(Aspect::Implementation, &["所属“五公开”类型", "执行"], &["执行公开"]),
        aspect(Aspect::Management, &["所属“五公开”类型", "管理"], &["管理公开"]),
        aspect(Aspect::Services, &["所属“五公开”类型", "服务"], &["服务公开"]),
        aspect(Aspect::Results, &["所属“五公开”类型", "结果"], &["结果公开"]),
        mark(Mark::Level(String::new()), &["公开层级"], &[], &[]),
        ColumnFacts {
            share: 95,
            headings: &["所属栏目", "栏目", "公开栏目", "网站栏目", "发布栏目", "对应栏目"],
            parts_of_headings: &["所属栏目", "网站栏目"],
            ..text(TextField::WebsiteSection, &["网站所属栏目"])
        },
        ColumnFacts {
            terms: None,
            headings: &["链接", "网址", "链接地址", "公开网址", "网页链接", "信息链接"],
            ..text(TextField::Link, &["公开链接"])
        },
        own(),
        ColumnFacts {
            share: 40, headings: &["说明", "注", "备考"], ..text(TextField::Remarks, &["备注"])
        },
    ]
});

/// A column of the body's own.
static OWN: LazyLock<ColumnFacts> = LazyLock::new(own);

/// A row in which the rarer facts are as in most rows.
fn row(key: ColumnKey, kind: ColumnKind, header: Words) -> ColumnFacts {
    ColumnFacts {
        key,
        kind,
        owner: CellOwner::Item,
        terms: None,
        is_required: false,
        header,
        headings: &[],
        parts_of_headings: &[],
        share: 0,
    }
}

fn text(field: TextField, header: Words) -> ColumnFacts {
    let row = row(ColumnKey::Text(field), ColumnKind::Text, header);
    ColumnFacts { terms: Some(TermKind::Whole), share: 70, ..row }
}

fn own() -> ColumnFacts {
    let row = row(ColumnKey::Custom(String::new()), ColumnKind::Text, &[]);
    ColumnFacts { terms: Some(TermKind::Whole), share: 70, ..row }
}

fn mark(mark: Mark, header: Words, headings: Words, parts_of_headings: Words) -> ColumnFacts {
    ColumnFacts { headings, parts_of_headings, ..row(ColumnKey::Mark(mark), ColumnKind::Mark, header) }
}

fn aspect(aspect: Aspect, header: Words, headings: Words) -> ColumnFacts {
    mark(Mark::Aspect(aspect), header, headings, &[])
}

impl ColumnFacts {
    /// The table, in the order in which forms print columns.
    pub fn all() -> &'static [Self] {
        &TABLE
    }
}

impl ColumnKey {
    /// What the program knows of the column.
    pub fn facts(&self) -> &'static ColumnFacts {
        let is_row = |row: &&ColumnFacts| match (&row.key, self) {
            (Self::Sub(_), Self::Sub(_)) | (Self::Custom(_), Self::Custom(_)) => true,
            (Self::Mark(Mark::Level(_)), Self::Mark(Mark::Level(_))) => true,
            (known, key) => known == key,
        };
        // Each key has a row, which a test holds; a column of the body's own is the one that says least.
        TABLE.iter().find(is_row).unwrap_or(&OWN)
    }

    /// The header that official forms print above the column, top down.
    pub fn usual_header(&self) -> Vec<String> {
        let label = match self {
            Self::Sub(level) => LEVEL_NAMES.get(*level).map(|name| (*name).to_owned()),
            Self::Mark(Mark::Level(label)) | Self::Custom(label) => Some(label.clone()),
            _ => None,
        };
        self.facts().header.iter().map(|word| (*word).to_owned()).chain(label).collect()
    }

    /// What the column is called where no template gives it a header.
    pub fn usual_name(&self) -> String {
        let mut header = self.usual_header();
        match self {
            Self::Sub(_) => "中间层级事项".to_owned(),
            Self::ItemNumber => "事项序号".to_owned(),
            // These say little without what stands above them.
            Self::Mark(Mark::Audience(_) | Mark::Method(_)) => header.join("/"),
            _ => header.pop().unwrap_or_default(),
        }
    }

    /// Whether the column holds a short mark or number and not a text.
    pub fn is_narrow(&self) -> bool {
        matches!(self.facts().kind, ColumnKind::Number | ColumnKind::Mark)
    }

    /// Whether a part of an item has a cell of its own in this column.
    pub fn is_of_part(&self) -> bool {
        self.facts().owner == CellOwner::Part
    }
}

impl TextField {
    /// What the program knows of its column.
    pub fn facts(self) -> &'static ColumnFacts {
        ColumnKey::Text(self).facts()
    }
}

/// What the levels of names are called, top down.
pub const LEVEL_NAMES: &[&str] = &["一级事项", "二级事项", "三级事项", "四级事项", "五级事项", "六级事项"];
