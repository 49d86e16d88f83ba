//! Random catalogues laid out as forms print them, with merged cells, and mapped back.

use mulu_import::{Cell, Grid, Place, Table, draft, find};
use mulu_model::{
    Aspect, Audience, Catalogue, Cell as Content, Channel, Column, ColumnKey, Group, GroupNumbering, Item,
    ItemNumbering, Mark, Method, Numbering, Part, Template, TextField, table,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{laid::ids, seeds};

const NAMES: &[&str] = &[
    "机构职能",
    "领导信息",
    "政策文件",
    "办事指南",
    "行政许可",
    "财政预决算",
    "社会救助",
    "应急管理",
    "公共服务",
    "监督检查",
];
const TEXTS: &[&str] = &[
    "",
    "1.事项名称；\n2.办理材料。",
    "●文号\n●正文",
    "名称、地址、电话",
    "每月更新的名单",
    "《中华人民共和国政府信息公开条例》（国务院令第711号）、《预算法》",
    "信息形成或者变更之日起20个工作日内",
    "市人力资源和社会保障局",
    "各科室，按职责分工",
];
const OPTIONS: &[&str] =
    &["政府网站", "两微一端", "发布会/听证会", "社区（村）/企事业单位公示栏", "精准推送", "其他"];

fn text() -> impl Strategy<Value = String> {
    select(TEXTS).prop_map(str::to_owned)
}

fn channels(boxes: bool) -> impl Strategy<Value = Vec<Channel>> {
    vec(any::<bool>(), OPTIONS.len()).prop_map(move |on| {
        let ticked = OPTIONS.iter().zip(on).filter(|(_, on)| *on);
        let note =
            |label: &str| if boxes && label == "其他" { "县广播站".to_owned() } else { String::new() };
        ticked.map(|(label, _)| Channel { label: (*label).to_owned(), note: note(label) }).collect()
    })
}

/// What of a template varies.
#[derive(Debug, Clone, Copy)]
struct Shape {
    subs: usize,
    boxes: bool,
    has_item_numbers: bool,
    has_group_numbers: bool,
    has_aspects: bool,
    has_own: bool,
    merges: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    (0..5_usize, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(subs, boxes, has_item_numbers, has_group_numbers, has_aspects, has_own, merges)| Shape {
            subs,
            boxes,
            has_item_numbers,
            has_group_numbers,
            has_aspects,
            has_own,
            merges,
        })
}

fn template(shape: Shape) -> Template {
    let mut columns = Vec::new();
    let mut add = |key: ColumnKey, header: &[&str]| {
        columns.push(Column { key, header: header.iter().map(|w| (*w).to_owned()).collect() })
    };
    let levels = ["一级事项", "二级事项", "三级事项", "四级事项", "五级事项", "六级事项"];
    add(ColumnKey::Number, &["序号"]);
    add(ColumnKey::Group, &["公开事项", levels[0]]);
    for (level, word) in levels.iter().enumerate().skip(1).take(shape.subs) {
        add(ColumnKey::Sub(level), &["公开事项", word]);
    }
    if shape.has_item_numbers {
        add(ColumnKey::ItemNumber, &["公开事项", levels[shape.subs + 1]]);
    }
    add(ColumnKey::Item, &["公开事项", levels[shape.subs + 1]]);
    add(ColumnKey::Text(TextField::Content), &["公开内容（要素）"]);
    add(ColumnKey::Text(TextField::Basis), &["公开依据"]);
    add(ColumnKey::Text(TextField::TimeLimit), &["公开时限"]);
    add(ColumnKey::Text(TextField::DisclosingBody), &["公开主体"]);
    add(ColumnKey::Channels, &["公开渠道和载体"]);
    add(ColumnKey::Mark(Mark::Audience(Audience::GeneralPublic)), &["公开对象", "全社会"]);
    add(ColumnKey::Mark(Mark::Audience(Audience::SpecificGroups)), &["公开对象", "特定群体"]);
    add(ColumnKey::Mark(Mark::Method(Method::Proactive)), &["公开方式", "主动"]);
    add(ColumnKey::Mark(Mark::Method(Method::OnApplication)), &["公开方式", "依申请公开"]);
    if shape.has_aspects {
        for (aspect, word) in Aspect::ALL.iter().zip(["决策", "执行", "管理", "服务", "结果"]) {
            add(ColumnKey::Mark(Mark::Aspect(*aspect)), &["所属“五公开”类型", word]);
        }
    }
    for level in ["县级", "乡、村级"] {
        add(ColumnKey::Mark(Mark::Level(level.to_owned())), &["公开层级", level]);
    }
    add(ColumnKey::Text(TextField::WebsiteSection), &["网站所属栏目"]);
    if shape.has_own {
        add(ColumnKey::Custom("监督方式".to_owned()), &["监督方式"]);
    }
    add(ColumnKey::Text(TextField::Remarks), &["备注"]);
    let merged = [TextField::Basis, TextField::TimeLimit, TextField::DisclosingBody].map(ColumnKey::Text);
    let options: Vec<String> =
        if shape.boxes { OPTIONS.iter().map(|label| (*label).to_owned()).collect() } else { Vec::new() };
    Template {
        id: "random".to_owned(),
        columns,
        channel_options_with_note: options
            .iter()
            .filter(|label| matches!(label.as_str(), "精准推送" | "其他"))
            .cloned()
            .collect(),
        channel_options: options,
        levels: vec!["县级".to_owned(), "乡、村级".to_owned()],
        numbering: Numbering {
            group: match (shape.has_item_numbers, shape.has_group_numbers) {
                (false, false) => GroupNumbering::None,
                (true, false) => GroupNumbering::Arabic,
                (_, true) => GroupNumbering::Chinese,
            },
            item: if shape.has_item_numbers || !shape.has_group_numbers {
                ItemNumbering::Running
            } else {
                ItemNumbering::None
            },
        },
        merge_equal: if shape.merges { merged.to_vec() } else { Vec::new() },
        sign_off_line: false,
        statistics_line: false,
    }
}

fn item(shape: Shape, name: String) -> impl Strategy<Value = Item> {
    let texts = vec(text(), 7);
    let marks = vec(any::<bool>(), 12);
    let path = vec(select(NAMES), shape.subs);
    let part = move || (select(&TEXTS[1..]), channels(shape.boxes));
    (texts, marks, path, channels(shape.boxes), prop_oneof![3 => vec(part(), 0..1), 1 => vec(part(), 2..4)])
        .prop_map(move |(texts, marks, path, channels, parts)| {
            let mut new_id = ids();
            let mut item = Item::new(new_id(), name.clone());
            item.path = path.into_iter().map(str::to_owned).collect();
            let mut texts = texts.into_iter();
            let mut next = || texts.next().unwrap();
            let content = next();
            (
                item.texts[TextField::Basis],
                item.texts[TextField::TimeLimit],
                item.texts[TextField::DisclosingBody],
            ) = (next(), next(), next());
            (item.texts[TextField::WebsiteSection], item.texts[TextField::Remarks]) = (next(), next());
            if shape.has_own {
                let own = next();
                item.custom.extend((!own.is_empty()).then(|| ("监督方式".to_owned(), own)));
            }
            let parts =
                parts.into_iter().map(|(content, channels)| Part { content: content.to_owned(), channels });
            item.parts = parts.collect();
            if item.parts.is_empty() {
                (item.texts[TextField::Content], item.channels) = (content, channels);
            }
            item.audience = Audience::ALL
                .iter()
                .copied()
                .enumerate()
                .filter(|(at, _)| marks[*at])
                .map(|(_, mark)| mark)
                .collect();
            item.method = Method::ALL
                .iter()
                .copied()
                .enumerate()
                .filter(|(at, _)| marks[2 + at])
                .map(|(_, mark)| mark)
                .collect();
            if shape.has_aspects {
                item.aspects = Aspect::ALL
                    .iter()
                    .copied()
                    .enumerate()
                    .filter(|(at, _)| marks[4 + at])
                    .map(|(_, mark)| mark)
                    .collect();
            }
            item.levels = ["县级", "乡、村级"]
                .into_iter()
                .enumerate()
                .filter(|(at, _)| marks[9 + at])
                .map(|(_, mark)| mark.to_owned())
                .collect();
            if item.audience.contains(&Audience::SpecificGroups) && marks[11] {
                item.audience_note = "退役军人".to_owned();
            }
            item
        })
}

fn catalogue() -> impl Strategy<Value = Catalogue> {
    shape().prop_flat_map(|shape| {
        let group = move |at: usize| {
            vec(any::<u8>(), 1..5).prop_flat_map(move |items| {
                let items: Vec<_> = (0..items.len())
                    .map(|item_at| item(shape, format!("{}{at}之{item_at}", NAMES[item_at])))
                    .collect();
                items.prop_map(move |items| Group {
                    id: ids()(),
                    name: format!("{}类{}", NAMES[at], NAMES[(at * 3) % 7]),
                    items,
                })
            })
        };
        (2..6_usize).prop_flat_map(move |groups| (0..groups).map(group).collect::<Vec<_>>()).prop_map(
            move |groups| Catalogue {
                heading: mulu_model::Heading {
                    title: "某县政务公开目录".to_owned(), ..Default::default()
                },
                template: template(shape),
                groups,
            },
        )
    })
}

/// What a form prints in a cell.
fn printed(template: &Template, content: Content<'_>) -> String {
    match content {
        Content::Text(text) => text.to_owned(),
        Content::Mark { note, .. } if !note.is_empty() => note.to_owned(),
        Content::Mark { on, .. } => {
            if on {
                "√".to_owned()
            } else {
                String::new()
            }
        }
        Content::Channels(channels) if template.channel_options.is_empty() => {
            channels.iter().map(|channel| channel.label.as_str()).collect::<Vec<_>>().join("\n")
        }
        Content::Channels(channels) => {
            let lines = template.channel_options.iter().map(|option| {
                let ticked = channels.iter().find(|channel| channel.label == *option);
                let note = match ticked.map(|channel| channel.note.as_str()) {
                    _ if !template.takes_note(option) => String::new(),
                    None | Some("") => "（注明）".to_owned(),
                    Some(note) => format!("（{note}）"),
                };
                format!("{}{option}{note}", if ticked.is_some() { "■" } else { "□" })
            });
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

/// The catalogue as a table: groups, names and equal cells merged.
fn laid_out(catalogue: &Catalogue) -> Table {
    let template = &catalogue.template;
    let mut cells: Vec<Cell> = Vec::new();
    let mut add = |row: usize, column: usize, row_span: usize, column_span: usize, text: String| {
        let place = Place { row: row as u32 + 1, column: column as u32 + 1 };
        if !text.is_empty() {
            cells.push(Cell { row, column, row_span, column_span, text, is_hidden: false, place });
        }
    };
    for cell in table::header(template) {
        add(cell.row, cell.column, cell.row_span, cell.column_span, cell.text);
    }
    let mut row = template.header_depth();
    let mut number = 0;
    for (group_at, group) in catalogue.groups.iter().enumerate() {
        let group_rows: usize = group.items.iter().map(Item::row_count).sum();
        for (at, column) in template.columns.iter().enumerate() {
            match &column.key {
                ColumnKey::Group => add(row, at, group_rows, 1, group.name.clone()),
                ColumnKey::Number => match template.numbering.group {
                    GroupNumbering::Chinese => {
                        add(row, at, group_rows, 1, mulu_model::chinese_number(group_at + 1))
                    }
                    GroupNumbering::Arabic => add(row, at, group_rows, 1, (group_at + 1).to_string()),
                    GroupNumbering::None => {}
                },
                _ => {}
            }
        }
        for (at, column) in template
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| template.merge_equal.contains(&column.key))
        {
            let mut from = row;
            // The rows of an item with parts are cells of their own.
            let units = group.items.iter().flat_map(|item| {
                let parts = if column.key.is_of_part() { item.row_count() } else { 1 };
                let rows = if parts > 1 { 1 } else { item.row_count() };
                (0..parts).map(move |part| {
                    (printed(template, item.cell(part, &column.key).unwrap()), rows, parts == 1)
                })
            });
            let units: Vec<(String, usize, bool)> = units.collect();
            for equal in units.chunk_by(|a, b| a.0 == b.0 && a.2 && b.2) {
                let rows: usize = equal.iter().map(|(_, rows, _)| rows).sum();
                add(from, at, rows, 1, equal[0].0.clone());
                from += rows;
            }
        }
        for item in &group.items {
            number += 1;
            let rows = item.row_count();
            for (at, column) in template.columns.iter().enumerate() {
                let key = &column.key;
                let is_items_number = *key == ColumnKey::ItemNumber
                    || *key == ColumnKey::Number && template.numbering.group == GroupNumbering::None;
                if is_items_number {
                    add(row, at, rows, 1, number.to_string());
                } else if template.merge_equal.contains(key)
                    || matches!(key, ColumnKey::Group | ColumnKey::Number)
                {
                    continue;
                } else if key.is_of_part() {
                    (0..rows).for_each(|part| {
                        add(row + part, at, 1, 1, printed(template, item.cell(part, key).unwrap()))
                    });
                } else {
                    add(row, at, rows, 1, printed(template, item.cell(0, key).unwrap()));
                }
            }
            row += rows;
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    Table {
        above: vec![catalogue.heading.title.clone()],
        grid: Grid { rows: row, columns: template.columns.len(), cells },
        ..Table::default()
    }
}

fn mapped(table: &Table) -> Catalogue {
    let mapping = find(table).unwrap();
    draft(&[(table, &mapping)], None, &mut ids()).catalogue
}

/// The same catalogue with identities that count.
fn renamed(mut catalogue: Catalogue) -> Catalogue {
    let mut new_id = ids();
    for group in &mut catalogue.groups {
        group.id = new_id();
        group.items.iter_mut().for_each(|item| item.id = new_id());
    }
    catalogue
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_catalogue_that_was_laid_out_is_mapped_back(catalogue in catalogue()) {
        let expected = renamed(catalogue);
        let found = mapped(&laid_out(&expected));
        prop_assert_eq!(&found.groups, &expected.groups);
        prop_assert_eq!(found.heading, expected.heading);
        prop_assert_eq!(&found.template.columns, &expected.template.columns);
        prop_assert_eq!(found.template.levels, expected.template.levels);
    }
}

#[test]
fn the_four_catalogues_laid_out_are_mapped_back() {
    for name in
        ["zhongwei-hrss-2022", "yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance"]
    {
        let mut expected = renamed(seeds::truth(name));
        let found = mapped(&laid_out(&expected));
        expected.heading = mulu_model::Heading { title: expected.heading.title, ..Default::default() };
        for (found, expected) in found.groups.iter().zip(&expected.groups) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(found.groups.len(), expected.groups.len(), "{name}");
        assert_eq!(found.heading, expected.heading, "{name}");
        assert_eq!(found.template.channel_options, expected.template.channel_options, "{name}");
        assert_eq!(found.template.numbering, expected.template.numbering, "{name}");
    }
}
