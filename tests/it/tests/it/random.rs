//! Random catalogues of every shape that a form can print and a reader can know: any columns in any order, up to six
//! levels of names, merged columns, parts, notes, free lines or boxes for channels.

use mulu_model::{
    Aspect, Audience, Catalogue, Channel, Column, ColumnKey, Date, Group, GroupNumbering, Heading, Id, Item,
    ItemNumbering, Mark, Method, Numbering, Part, Template, TextField, table,
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

const GROUPS: &[&str] =
    &["概况信息", "基本信息", "行政权力运行", "重点领域信息公开", "综合管理", "服务公开", "乡村振兴"];
const NAMES: &[&str] = &[
    "机构职能",
    "领导信息",
    "政策文件",
    "办事指南",
    "行政许可决定（含变更、延续）",
    "2022年财政预决算",
    "社会救助",
    "“双随机、一公开”监督检查",
    "公共服务",
];
const TEXTS: &[&str] = &[
    "1.事项名称；\n2.办理材料；\n3.办理流程",
    "●文号\n●正文",
    "名称、地址、电话",
    "每月更新的名单",
    "《中华人民共和国政府信息公开条例》（国务院令第711号）、《预算法》",
    "信息形成或者变更之日起20个工作日内",
    "市人力资源和社会保障局",
    "各科室，按职责分工",
    "A类<20% & B类>80%，详见“附表”",
    "0951-1234567",
    "=1+1，-5%，@甲",
    "无",
];
const CHANNELS: &[&str] = &[
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "公开查阅点",
    "政务服务中心",
    "社区（村）/企事业单位公示栏",
    "入户/现场",
    "电子显示屏",
    "精准推送",
    "其他",
];
const WITH_NOTE: &[&str] = &["精准推送", "其他"];
const NOTES: &[&str] = &["", "县广播站", "村民微信群"];
const LEVELS: &[&str] = &["省级", "市级", "县级", "旗级", "乡、村级"];
const OWN: &[&str] = &["承办人员", "联系电话", "附件", "过程", "公开时长", "监督方式"];
const STEPS: &[&str] = &["一级事项", "二级事项", "三级事项", "四级事项", "五级事项", "六级事项"];

/// What stands behind the names, as columns that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Text(TextField, [&'static str; 2]),
    Channels,
    Audience,
    Method,
    Aspects,
    Levels,
    Own,
}

const BLOCKS: [Block; 15] = [
    Block::Text(TextField::Content, ["公开内容（要素）", "公开内容"]),
    Block::Text(TextField::Basis, ["公开依据", "公开依据"]),
    Block::Text(TextField::TimeLimit, ["公开时限", "公开时限"]),
    Block::Text(TextField::UpdateCycle, ["更新周期", "更新频率"]),
    Block::Text(TextField::DisclosingBody, ["公开主体", "责任主体"]),
    Block::Text(TextField::ResponsibleSection, ["责任科室", "责任股室"]),
    Block::Channels,
    Block::Audience,
    Block::Method,
    Block::Aspects,
    Block::Levels,
    Block::Text(TextField::WebsiteSection, ["网站所属栏目", "所属栏目"]),
    Block::Text(TextField::Link, ["公开链接", "网址"]),
    Block::Own,
    Block::Text(TextField::Remarks, ["备注", "备注"]),
];

/// Which numbers the form has in its first column.
#[derive(Debug, Clone, Copy)]
enum First {
    Chinese,
    Arabic,
    OfItems,
    Nothing,
}

fn columns(keys: impl IntoIterator<Item = (Mark, String)>, above: &str) -> Vec<Column> {
    let column = |(mark, word)| Column { key: ColumnKey::Mark(mark), header: vec![above.to_owned(), word] };
    keys.into_iter().map(column).collect()
}

fn of_block(block: Block, spelling: usize, levels: &[String], own: &[String]) -> Vec<Column> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match block {
        Block::Text(field, header) => {
            vec![Column { key: ColumnKey::Text(field), header: words(&[header[spelling]]) }]
        }
        Block::Channels => vec![Column {
            key: ColumnKey::Channels,
            header: words(&[["公开渠道和载体", "公开渠道"][spelling]]),
        }],
        Block::Audience => {
            let marks = Audience::ALL.iter().map(|audience| Mark::Audience(*audience));
            columns(marks.zip(words(&["全社会", "特定群体"])), "公开对象")
        }
        Block::Method => {
            let marks = Method::ALL.iter().map(|method| Mark::Method(*method));
            columns(
                marks.zip(words([["主动", "依申请"], ["主动公开", "依申请公开"]][spelling].as_slice())),
                "公开方式",
            )
        }
        Block::Aspects => {
            let marks = Aspect::ALL.iter().map(|aspect| Mark::Aspect(*aspect));
            columns(marks.zip(words(&["决策", "执行", "管理", "服务", "结果"])), "所属“五公开”类型")
        }
        Block::Levels => {
            columns(levels.iter().map(|level| (Mark::Level(level.clone()), level.clone())), "公开层级")
        }
        Block::Own => {
            let column = |label: &String| Column {
                key: ColumnKey::Custom(label.clone()),
                header: vec![label.clone()],
            };
            own.iter().map(column).collect()
        }
    }
}

fn names(first: First, subs: usize, has_item_numbers: bool) -> Vec<Column> {
    let level = |step: usize| {
        if subs == 0 && step == 1 {
            vec!["公开事项", "二级事项"]
        } else {
            vec!["公开事项", STEPS[step]]
        }
    };
    let mut names = Vec::new();
    let mut add = |key, header: Vec<&str>| {
        names.push(Column { key, header: header.into_iter().map(str::to_owned).collect() });
    };
    if !matches!(first, First::Nothing) {
        add(ColumnKey::Number, vec!["序号"]);
    }
    add(ColumnKey::Group, level(0));
    for sub in 1..=subs {
        add(ColumnKey::Sub(sub), level(sub));
    }
    if has_item_numbers {
        add(ColumnKey::ItemNumber, level(subs + 1));
    }
    add(ColumnKey::Item, level(subs + 1));
    names
}

fn numbering(first: First, has_item_numbers: bool) -> Numbering {
    let item = if has_item_numbers { ItemNumbering::Running } else { ItemNumbering::None };
    match first {
        First::Chinese => Numbering { group: GroupNumbering::Chinese, item },
        First::Arabic => Numbering { group: GroupNumbering::Arabic, item },
        First::OfItems => Numbering { group: GroupNumbering::None, item: ItemNumbering::Running },
        // What a table without numbers is read as.
        First::Nothing if has_item_numbers => Numbering { group: GroupNumbering::None, item },
        First::Nothing => Numbering { group: GroupNumbering::Arabic, item },
    }
}

fn some(
    words: &'static [&'static str],
    count: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Vec<String>> {
    subsequence(words, count).prop_map(|words| words.into_iter().map(str::to_owned).collect())
}

fn template() -> impl Strategy<Value = Template> {
    let blocks = subsequence(BLOCKS.to_vec(), 4..=BLOCKS.len()).prop_shuffle();
    let first = select(vec![First::Chinese, First::Arabic, First::OfItems, First::Nothing]);
    let options = prop_oneof![1 => Just(Vec::new()), 3 => some(CHANNELS, 2..=CHANNELS.len())];
    let of_names = (first, 0..=4_usize, any::<bool>());
    let merged = vec(any::<bool>(), BLOCKS.len());
    (
        of_names,
        blocks,
        0..2_usize,
        some(LEVELS, 1..=3),
        some(OWN, 1..=3),
        options,
        merged,
        any::<(bool, bool)>(),
    )
        .prop_map(
            |((first, subs, has_item_numbers), blocks, spelling, levels, own, options, merged, lines)| {
                let has_item_numbers = has_item_numbers && !matches!(first, First::OfItems);
                let mut columns = names(first, subs, has_item_numbers);
                columns.extend(blocks.iter().flat_map(|block| of_block(*block, spelling, &levels, &own)));
                let has = |block| blocks.contains(&block);
                let channel_options = if has(Block::Channels) { options } else { Vec::new() };
                let takes_note = |option: &&String| WITH_NOTE.contains(&option.as_str());
                let may_merge = |key: &&ColumnKey| matches!(key, ColumnKey::Text(_) | ColumnKey::Channels);
                let keys = columns.iter().map(|column| &column.key).filter(may_merge).zip(merged);
                Template {
                    id: "random".to_owned(),
                    channel_options_with_note: channel_options.iter().filter(takes_note).cloned().collect(),
                    channel_options,
                    levels: if has(Block::Levels) { levels } else { Vec::new() },
                    numbering: numbering(first, has_item_numbers),
                    merge_equal: keys.filter(|(_, merges)| *merges).map(|(key, _)| key.clone()).collect(),
                    sign_off_line: lines.0,
                    statistics_line: lines.1,
                    columns,
                }
            },
        )
}

/// What an item says; what its template has no column for is left out.
#[derive(Debug, Clone)]
struct Words {
    name: &'static str,
    path: Vec<&'static str>,
    texts: Vec<Option<&'static str>>,
    marks: Vec<bool>,
    channels: Vec<(bool, &'static str)>,
    parts: Vec<Vec<(bool, &'static str)>>,
}

fn words() -> impl Strategy<Value = Words> {
    let channels = || vec((any::<bool>(), select(NOTES)), CHANNELS.len());
    let parts = prop_oneof![4 => Just(Vec::new()), 1 => vec(channels(), 2..5)];
    let texts = vec(option::weighted(0.8, select(TEXTS)), 12);
    (select(NAMES), vec(select(NAMES), 4), texts, vec(any::<bool>(), 16), channels(), parts).prop_map(
        |(name, path, texts, marks, channels, parts)| Words { name, path, texts, marks, channels, parts },
    )
}

fn channels(template: &Template, drawn: &[(bool, &str)]) -> Vec<Channel> {
    let labels: Vec<&str> = match template.channel_options.as_slice() {
        [] => CHANNELS[..4].to_vec(),
        options => options.iter().map(String::as_str).collect(),
    };
    let ticked = labels.into_iter().zip(drawn).filter(|(_, (is_ticked, _))| *is_ticked);
    let channel = |(label, (_, note)): (&str, &(bool, &str))| Channel {
        label: label.to_owned(),
        note: if template.takes_note(label) { (*note).to_owned() } else { String::new() },
    };
    ticked.map(channel).collect()
}

fn item(template: &Template, at: usize, words: &Words) -> Item {
    let is_numbered = template.numbering.item == ItemNumbering::Running;
    let name = if is_numbered { words.name.to_owned() } else { format!("{}（{at}）", words.name) };
    let mut item = Item::new(Id::new(&format!("i{at}")).unwrap(), name);
    let subs = template.columns.iter().filter(|column| matches!(column.key, ColumnKey::Sub(_))).count();
    item.path = words.path.iter().take(subs).map(|name| (*name).to_owned()).collect();
    let mut texts = words.texts.iter().map(|text| text.unwrap_or_default().to_owned());
    let mut marks = words.marks.iter().copied();
    for column in &template.columns {
        match &column.key {
            ColumnKey::Text(field) => item.texts[*field] = texts.next().unwrap(),
            ColumnKey::Custom(label) => {
                let text = texts.next().filter(|text| !text.is_empty());
                item.custom.extend(text.map(|text| (label.clone(), text)));
            }
            ColumnKey::Channels => item.channels = channels(template, &words.channels),
            ColumnKey::Mark(mark) if marks.next().unwrap() => set(&mut item, mark),
            _ => {}
        }
    }
    if item.audience.contains(&Audience::SpecificGroups) && words.marks[0] {
        item.audience_note = "退役军人".to_owned();
    }
    if template.has(&ColumnKey::Text(TextField::Content)) {
        let part = |(number, drawn): (usize, &Vec<_>)| Part {
            content: format!("{number}.{}", TEXTS[number]),
            channels: if template.has(&ColumnKey::Channels) { channels(template, drawn) } else { Vec::new() },
        };
        item.parts = (1..).zip(&words.parts).map(part).collect();
        if !item.parts.is_empty() {
            (item.texts[TextField::Content], item.channels) = (String::new(), Vec::new());
        }
    }
    item
}

fn set(item: &mut Item, mark: &Mark) {
    match mark {
        Mark::Audience(audience) => item.audience.insert(*audience),
        Mark::Method(method) => item.method.insert(*method),
        Mark::Aspect(aspect) => item.aspects.insert(*aspect),
        Mark::Level(level) => item.levels.insert(level.clone()),
    };
}

fn heading(has_sign_off: bool) -> impl Strategy<Value = Heading> {
    let name = || select(vec!["", "甲某", "乙某某"]).prop_map(str::to_owned);
    let date = option::of((2020..2030_i16, 1..=12_i8, 1..=28_i8));
    (name(), name(), name(), any::<bool>(), date).prop_map(
        move |(preparer, reviewer, approver, has_unit, date)| {
            let title = "某县人力资源和社会保障局政务公开目录".to_owned();
            if !has_sign_off {
                return Heading { title, ..Heading::default() };
            }
            let responsible_unit =
                if has_unit { "某县人力资源和社会保障局".to_owned() } else { String::new() };
            let prepared_at = date.map(|(year, month, day)| Date::constant(year, month, day));
            Heading { title, responsible_unit, preparer, reviewer, approver, prepared_at }
        },
    )
}

/// A catalogue of two groups or more, the first of at least two items: fewer do not show what is counted.
pub(crate) fn catalogue() -> impl Strategy<Value = Catalogue> {
    let groups = (vec(words(), 2..6), vec(vec(words(), 1..6), 1..5));
    (template(), groups).prop_flat_map(|(template, (first, further))| {
        let mut at = 0;
        let group = |(number, drawn): (usize, Vec<Words>)| {
            let items = drawn.iter().map(|words| {
                at += 1;
                item(&template, at, words)
            });
            let items = items.collect();
            Group { id: Id::new(&format!("g{number}")).unwrap(), name: GROUPS[number].to_owned(), items }
        };
        let groups: Vec<Group> = std::iter::once(first).chain(further).enumerate().map(group).collect();
        heading(template.sign_off_line).prop_map(move |heading| Catalogue {
            heading,
            template: template.clone(),
            groups: groups.clone(),
        })
    })
}

/// The columns of `merge_equal` in which the form has indeed a cell for several items, or for parts.
pub(crate) fn visibly_merged(catalogue: &Catalogue) -> Vec<ColumnKey> {
    let template = &catalogue.template;
    let merges = |key: &&ColumnKey| {
        catalogue.groups.iter().any(|group| {
            let rows = table::rows(group, 1);
            let alone = Template { merge_equal: Vec::new(), ..template.clone() };
            table::spans(template, &rows, key) != table::spans(&alone, &rows, key)
        })
    };
    let in_order = template.columns.iter().map(|column| &column.key);
    in_order.filter(|key| template.merge_equal.contains(key)).filter(merges).cloned().collect()
}
