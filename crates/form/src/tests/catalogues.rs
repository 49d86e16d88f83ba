//! The catalogues that the tests lay out.

use std::collections::BTreeSet;

use mulu_model::{
    Audience, Catalogue, Channel, Column, ColumnKey, Group, GroupNumbering, Heading, Id, Item, ItemNumbering,
    Method, Numbering, Part, Template, TextField, exchange,
};
use proptest::prelude::*;

/// The real ones.
pub(super) const REAL: [(&str, &[u8]); 4] = [
    ("zhongwei-hrss-2022", include_bytes!("../../../../assets/catalogues/zhongwei-hrss-2022.json")),
    ("yinchuan-hrss-2020", include_bytes!("../../../../assets/catalogues/yinchuan-hrss-2020.json")),
    (
        "zhongwei-social-insurance",
        include_bytes!("../../../../assets/catalogues/zhongwei-social-insurance.json"),
    ),
    ("jalaid-social-insurance", include_bytes!("../../../../assets/catalogues/jalaid-social-insurance.json")),
];

/// The real catalogue of this name.
pub(super) fn real(name: &str) -> Catalogue {
    let (_, bytes) = REAL.iter().find(|(known, _)| *known == name).unwrap();
    let mut next = ids();
    exchange::read(bytes, &mut next).unwrap()
}

fn ids() -> impl FnMut() -> Id {
    let mut count = 0;
    move || {
        count += 1;
        Id::new(&format!("n{count}")).unwrap()
    }
}

/// Everything that is hard to print: a text of 3,000 characters, 13 notes, digits without a break, rare
/// characters, empty cells, parts, a group longer than a page with equal cells, a group without items.
pub(super) fn difficult() -> Catalogue {
    let mut catalogue = real("zhongwei-social-insurance");
    let template = &mut catalogue.template;
    template.channel_options_with_note = template.channel_options.clone();
    template.merge_equal.push("custom:责任科室".parse().unwrap());
    template.columns.push(column("custom:责任科室", &["责任科室"]));
    template.sign_off_line = true;
    template.statistics_line = true;
    catalogue.heading.responsible_unit = "某某市人力资源和社会保障局".to_owned();
    let mut next = ids();
    let mut item = |name: &str| Item::new(Id::new(&format!("hard-{}", next())).unwrap(), name.to_owned());

    let mut long = item("长文本");
    long.texts[TextField::Content] = "公开内容（要素），".repeat(333);
    long.texts[TextField::Basis] = "《中华人民共和国政府信息公开条例》；".repeat(40);
    let mut notes = item("十三个注明");
    let channel = |label: &String| Channel {
        label: label.clone(),
        note: "宁夏十公示信息报送系统".to_owned(),
    };
    notes.channels = catalogue.template.channel_options.iter().map(channel).collect();
    notes.channels.push(Channel { label: "样式中没有的渠道".to_owned(), note: String::new() });
    let mut digits = item("123456789012345678901234567890123456789012345678901234567890");
    digits.texts[TextField::Content] = "9".repeat(60);
    digits.texts[TextField::DisclosingBody] = "0".repeat(60);
    let mut rare = item("𠮷林〇一\u{fe00}");
    rare.texts[TextField::Content] = "姓名𠮷、㬚、🀄\t制表\u{7}符，，，，，。。。。。（（（（（".to_owned();
    rare.audience_note = "失业人员、退役军人".to_owned();
    let mut parts = item("分行事项");
    parts.texts[TextField::Basis] = "法".repeat(900);
    let part =
        |n: usize| Part { content: format!("第{n}行：{}", "内容".repeat(n * 60)), channels: Vec::new() };
    parts.parts = (1..12).map(part).collect();
    let group =
        |id: &str, name: &str, items| Group { id: Id::new(id).unwrap(), name: name.to_owned(), items };
    catalogue.groups.push(group("hard-1", "疑难事项", vec![long, item("空"), notes, digits, rare, parts]));

    let equal = |index: usize| {
        let mut item = item(&format!("合并{index}"));
        item.texts[TextField::Content] = "同样的内容".repeat(200);
        item.texts[TextField::Basis] = "同样的依据".repeat(if index < 30 { 900 } else { 10 });
        item.custom.insert("责任科室".to_owned(), "办公室".repeat(20));
        item
    };
    let items = (0..60).map(equal).collect();
    catalogue.groups.push(group("hard-2", &"很长的一级事项名称".repeat(30), items));
    catalogue.groups.push(group("hard-3", "没有二级事项", Vec::new()));
    catalogue
}

fn column(key: &str, header: &[&str]) -> Column {
    let header = header.iter().map(|word| (*word).to_owned()).collect();
    Column { key: key.parse().unwrap(), header }
}

/// Any catalogue: other columns, merges, numbers and boxes, texts from nothing to several pages.
pub(super) fn random() -> impl Strategy<Value = Catalogue> {
    let keys = "number group sub:1 item_number content basis time_limit disclosing_body channels \
                audience:general_public audience:specific_groups method:proactive level:市级 website_section custom:电话";
    let keys: Vec<&str> = keys.split_whitespace().collect();
    let count = keys.len();
    let columns = proptest::sample::subsequence(keys.clone(), 0..=count);
    let merged = proptest::sample::subsequence(keys, 0..=4);
    let numbering = (0..3usize, proptest::bool::ANY);
    let groups = proptest::collection::vec((text(), proptest::collection::vec(item(), 0..8)), 0..5);
    (columns, merged, numbering, proptest::collection::vec("[渠道公开]{1,9}", 0..6), groups, text()).prop_map(
        |(columns, merged, (group, running), options, groups, title)| {
            let template = template(&columns, &merged, group, running, options);
            let mut next = ids();
            let groups = groups.into_iter().map(|(name, mut items)| {
                items.iter_mut().for_each(|item| item.id = next());
                Group { id: next(), name, items }
            });
            let groups = groups.collect();
            Catalogue { heading: Heading { title, ..Heading::default() }, template, groups }
        },
    )
}

fn template(
    columns: &[&str],
    merged: &[&str],
    group: usize,
    running: bool,
    options: Vec<String>,
) -> Template {
    let options: BTreeSet<String> = options.into_iter().collect();
    let mut columns: Vec<Column> = columns.iter().map(|key| column(key, &["公开事项", key])).collect();
    columns.push(column("item", &["二级事项"]));
    Template {
        id: "any".to_owned(),
        columns,
        channel_options: options.iter().cloned().collect(),
        channel_options_with_note: options.into_iter().take(1).collect(),
        levels: vec!["市级".to_owned()],
        numbering: Numbering {
            group: [GroupNumbering::Chinese, GroupNumbering::Arabic, GroupNumbering::None][group],
            item: if running { ItemNumbering::Running } else { ItemNumbering::None },
        },
        merge_equal: merged.iter().map(|key| key.parse().unwrap()).collect(),
        sign_off_line: running,
        statistics_line: true,
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        6 => "[政务公开《》（），。1a\n ]{1,30}",
        2 => ("[同样，]{2}", 1..200usize).prop_map(|(piece, count)| piece.repeat(count)),
        1 => ("[很长。9\n]{3}", 900..1600usize).prop_map(|(piece, count)| piece.repeat(count)),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let channel = ("[渠道公开]{1,9}", "[注明]{0,5}").prop_map(|(label, note)| Channel { label, note });
    let channels = proptest::collection::vec(channel, 0..4);
    let part = (text(), channels.clone()).prop_map(|(content, channels)| Part { content, channels });
    let parts = prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(part, 1..4)];
    ((text(), text(), text(), text()), (text(), text(), text()), channels, parts, "[字]{0,3}").prop_map(
        |((name, path, content, basis), (time_limit, body, phone), channels, parts, note)| {
            let mut item = Item::new(Id::new("n").unwrap(), name);
            item.path = vec![path];
            (
                item.texts[TextField::Content],
                item.texts[TextField::Basis],
                item.texts[TextField::TimeLimit],
                item.texts[TextField::DisclosingBody],
            ) = (content, basis, time_limit, body);
            (item.channels, item.parts, item.audience_note) = (channels, parts, note);
            item.audience = [Audience::GeneralPublic].into();
            item.method = [Method::Proactive].into();
            item.levels = ["市级".to_owned()].into();
            item.custom.insert("电话".to_owned(), phone);
            item
        },
    )
}

/// Whether the template has the column, for tests that ask.
pub(super) fn position(catalogue: &Catalogue, key: &ColumnKey) -> usize {
    catalogue.template.columns.iter().position(|column| column.key == *key).unwrap()
}
