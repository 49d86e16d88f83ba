//! Tables in the styles in which offices write them, each with what is made of it.

use mulu_import::{Draft, Finding, Table, draft, find};
use mulu_model::{Channel, Item, Template, TextField};

use crate::laid::{ids, table};

/// What was made, in lines that can be looked through.
pub(crate) fn shown(draft: &Draft) -> String {
    let catalogue = &draft.catalogue;
    let template = &catalogue.template;
    let mut lines = Vec::new();
    let heading = &catalogue.heading;
    let who = [&heading.responsible_unit, &heading.preparer, &heading.reviewer, &heading.approver]
        .map(String::as_str)
        .join(",");
    let date = heading.prepared_at.map(|date| date.to_string()).unwrap_or_default();
    lines.push(format!("title {} | {who},{date}", heading.title));
    let columns = template.columns.iter().map(|column| format!("{}={}", column.key, column.header.join("/")));
    lines.push(format!("columns {}", columns.collect::<Vec<_>>().join(" ")));
    lines.push(format!(
        "options {} notes {}",
        template.channel_options.join(" "),
        template.channel_options_with_note.join(" ")
    ));
    let merged = template.merge_equal.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    lines.push(format!(
        "numbers {:?} {:?} merged {merged}",
        template.numbering.group, template.numbering.item
    ));
    for group in &catalogue.groups {
        lines.push(format!("# {}", group.name));
        lines.extend(group.items.iter().map(item));
    }
    let row = |finding: &Finding| {
        finding.place.map(|place| format!("{}:{}", place.row, place.column)).unwrap_or_default()
    };
    for finding in &draft.findings {
        let column = finding.column.as_ref().map(ToString::to_string).unwrap_or_default();
        lines.push(format!("! {} {:?} {column} {:?}", row(finding), finding.severity, finding.kind));
    }
    lines.join("\n")
}

fn channels(channels: &[Channel]) -> String {
    let note = |note: &str| if note.is_empty() { String::new() } else { format!("<{note}>") };
    channels
        .iter()
        .map(|channel| format!("{}{}", channel.label, note(&channel.note)))
        .collect::<Vec<_>>()
        .join("+")
}

fn item(item: &Item) -> String {
    let mut words = vec![item.path.iter().map(|name| format!("{name} > ")).collect::<String>() + &item.name];
    let mut add = |name: &str, text: &str| {
        if !text.is_empty() {
            words.push(format!("{name}: {}", text.replace('\n', "//")));
        }
    };
    for (field, text) in item.texts.iter() {
        add(field.as_str(), text);
    }
    add("channels", &channels(&item.channels));
    let marks = item.audience.iter().map(|mark| mark.as_str().to_owned());
    let marks = marks.chain(item.method.iter().map(|mark| mark.as_str().to_owned()));
    let marks = marks
        .chain(item.aspects.iter().map(|mark| mark.as_str().to_owned()))
        .chain(item.levels.iter().cloned());
    add("marks", &marks.collect::<Vec<_>>().join(" "));
    add("audience note", &item.audience_note);
    for (label, text) in &item.custom {
        add(label, text);
    }
    for part in &item.parts {
        add("part", &format!("{} [{}]", part.content, channels(&part.channels)));
    }
    format!("- {}", words.join(" | "))
}

fn made(table: &Table, template: Option<&Template>) -> Draft {
    let mapping = find(table).expect("a catalogue");
    let draft = draft(&[(table, &mapping)], template, &mut ids());
    draft.catalogue.template.validate().unwrap();
    draft
}

/// One test for each style: what it is about, and the table.
macro_rules! styles {
    ($($name:ident: $rows:literal)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), shown(&made(&table($rows), None)));
        })*
    };
}

styles! {
    a_form_with_merged_header_and_merged_groups: "
        某县教育局政务公开标准目录
        责任单位：某县教育局 填表人：甲某 复核人：乙某 审签人：丙某 填表时间：2023年3月1日
        | 序号 | 公开事项 | < | 公开内容（要素） | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 | < | 公开方式 | < | 公开层级 | < |
        | ^ | 一级事项 | 二级事项 | ^ | ^ | ^ | ^ | ^ | 全社会 | 特定群体 | 主动 | 依申请公开 | 县级 | 乡级 |
        | 1 | 政策文件 | 教育法律 | 法律文本 | 《中华人民共和国教育法》 | 长期公开 | 县教育局 | ■政府网站 □两微一端 | √ | | √ | | √ | |
        | 2 | ^ | 部门文件 | 各类文件 | ^ | 20个工作日内 | ^ | □政府网站 ■两微一端 | √ | 教师 | √ | | √ | √ |
        | 3 | 教育概况 | 学校名录 | 名称、地址 | 《政府信息公开条例》 | ^ | ^ | ^ | | 学生家长 | | √ | √ | |
        注：本目录由县教育局负责解释。"
    groups_are_empty_below_their_first_item: "
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 依据 | 时限 |
        | 一 | 概况 | 领导 | 姓名 | 《条例》 | 及时 |
        | | | 机构 | 职责 | 《条例》 | 及时 |
        | 二 | 服务 | 指南 | 流程 | 《条例》 | 及时 |"
    a_group_is_repeated_and_goes_on_with_xu: "
        | 序号 | 一级目录 | 二级目录 | 公开内容 | 公开主体 |
        | 1 | 概况信息 | 领导信息 | 姓名 | 办公室 |
        | 1 | 概况信息 | 机构信息 | 职责 | 办公室 |
        某局公开目录（续表）
        | 序号 | 一级目录 | 二级目录 | 公开内容 | 公开主体 |
        | 1 | 概况信息（续） | 直属单位 | 名单 | 办公室 |
        | 2 | 服务公开 | 指南 | 流程 | 政务科 |"
    three_levels_of_names: "
        | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开依据 | 责任部门 |
        | 1 | 行政执法 | 许可 | 采矿许可 | 结果 | 《矿产资源法》 | 矿管科 |
        | 2 | ^ | ^ | 用地许可 | 结果 | 《土地管理法》 | 用途科 |
        | 3 | ^ | 处罚 | 用地处罚 | 决定 | 《行政处罚法》 | 执法队 |
        | 4 | 公共服务 | 查询 | < | 流程 | 《条例》 | 登记科 |"
    header_words_in_traditional_characters_and_wide_letters: "
        | 序　號 | 公開事項 | 公開內容（要素） | 公開依據 | 公開時限 | 公開主體 | 公開渠道 | 備註 |
        | １ | 機構職能 | 職責 | 《政府信息公開條例》 | 20個工作日內 | 辦公室 | 政府網站 | 無 |"
    header_words_are_broken_by_a_narrow_cell: "
        | 序//号 | 事 项//名 称 | 公开内容//(要 素) | 设定//依据 | 公开//时限 | 责任//主体 | 公开渠道//和载体 | 全//社//会 | 特//定//群//体 | 主//动 | 依申//请公//开 |
        | 1 | 甲事项 | 甲内容 | 《甲法》 | 及时 | 甲科 | 政府网站 | √ | | ✓ | |"
    a_method_column_with_words: "
        | 序号 | 公开类别 | 公开事项 | 公开内容 | 公开方式 | 公开对象 | 公开层级 | 公开时限 |
        | 1 | 机构 | 职能 | 主要职责 | 主动公开 | 全社会 | 县级 | 长期 |
        | 2 | ^ | 领导 | 姓名职务 | 主动公开、依申请公开 | 全社会 | 县级、乡级 | 长期 |
        | 3 | 执法 | 案卷 | 卷宗 | 依申请 | 当事人 | 县级 | 长期 |"
    a_column_for_each_channel: "
        | 序号 | 事项名称 | 公开内容 | 公开依据 | 公开渠道 | < | < | < |
        | ^ | ^ | ^ | ^ | 政府网站 | 微信公众号 | 公示栏 | 其他 |
        | 1 | 低保 | 对象名单 | 《社会救助暂行办法》 | √ | | √ | |
        | 2 | 特困 | 办理流程 | 《社会救助暂行办法》 | √ | √ | | 村广播 |"
    own_columns_are_kept: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时长 | 责任科室 | 联系电话 | 链接 | 备注 |
        | 1 | 预算 | 预算表 | 《预算法》 | 长期 | 财务科 | 0955-7000000 | http://example.invalid | 年度 |"
    all_boxes_with_black_squares: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道和载体 |
        | 1 | 甲 | 内容一 | ■政府网站 □政府公报//□两微一端 ■发布会/听证会//□社区/企事业单位/村公示栏（电子屏） □精准推送 ■其他（县融媒体中心） |
        | 2 | 乙 | 内容二 | ■ 政府网站  ■政府公报//□ 两微一端 □发布会/听证会//■社区/企事业单位/村公示栏(电子屏) ■精准推送（注明：短信） □其他（注明） |"
    wingdings_were_lost: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道和载体 |
        | 1 | 甲 | 内容一 | R政府网站 £政府公报 £两微一端 R广播电视 |
        | 2 | 乙 | 内容二 | t政府网站 □政府公报 t两微一端 □广播电视 |
        | 3 | 丙 | 内容三 | ▄政府网站 口政府公报 口两微一端 ▄广播电视 |
        | 4 | 丁 | 内容四 | ▲政府网站 □政府公报 ☒两微一端 ☐广播电视 |"
    channels_as_lists_lines_and_sentences: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道 |
        | 1 | 甲 | 内容一 | 1.政府网站//2.微信公众号 |
        | 2 | 乙 | 内容二 | 政府网站、政务服务中心 |
        | 3 | 丙 | 内容三 | 通过县政府门户网站政务公开栏目及时向社会发布。 |
        | 4 | 丁 | 内容四 | ●政府网站//●公示栏 |"
    the_legend_says_that_black_is_mandatory: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道和载体（“■”表示必选，“□”表示可选） |
        | 1 | 甲 | 内容一 | ■政府网站 □政府公报 |
        | 2 | 乙 | 内容二 | □政府网站 □政府公报 |"
    ditto_points_up_and_left: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
        | 1 | 甲 | 内容一 | 《甲法》 | 及时 | 办公室 |
        | 2 | 乙 | 同上 | 〃 | 同上 | 同上 |
        | 3 | 丙 | 内容三 | 《乙法》 | 同左 | 同上。 |"
    numbers_jump: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 |
        | 1 | 甲 | 内容 | 《甲法》 |
        | 2 | 乙 | 内容 | 《甲法》 |
        | 4 | 丙 | 内容 | 《甲法》 |"
    an_item_of_several_rows_has_parts: "
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开渠道 | 主动 |
        | 1 | 服务 | 宣传 | 资料汇编 | 《条例》 | ■政府网站 □公示栏 | √ |
        | ^ | ^ | ^ | 宣传活动 | ^ | □政府网站 ■公示栏 | ^ |
        | 2 | ^ | 指南 | 流程 | 《条例》 | ■政府网站 □公示栏 | √ |"
    a_row_is_cut_by_a_page: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
        | 1 | 甲 | 内容一 | 《关于印发某某办法的 | 20个工作日内 |
        | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
        | | | | 通知》（某发〔2020〕1号） | |
        | 2 | 乙 | 内容二 | 《甲法》 | 20个工作日内 |"
    a_shared_cell_goes_over_groups: "
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开主体 |
        | 一 | 概况 | 领导 | 姓名 | 《政府信息公开条例》 | 局办公室 |
        | ^ | ^ | 机构 | 职责 | ^ | ^ |
        | 二 | 服务 | 指南 | 流程 | ^ | ^ |"
    section_lines_name_the_groups: "
        | 序号 | 事项名称 | 公开内容 | 公开依据 | 公开主体 |
        一、概况信息
        | 1 | 领导 | 姓名 | 《条例》 | 办公室 |
        | 2 | 机构 | 职责 | 《条例》 | 办公室 |
        二、服务公开
        | 3 | 指南 | 流程 | 《条例》 | 政务科 |"
    the_statistics_line_is_wrong_and_the_sign_off_line_stands_below: "
        | 序号 | 公开事项 | < | 公开内容 | 公开方式 | < |
        | ^ | 一级事项 | 二级事项 | ^ | 主动公开 | 依申请 |
        | 1 | 概况 | 领导 | 姓名 | √ | |
        | ^ | ^ | 机构 | 职责 | √ | √ |
        政府信息：主动公开一级事项1项，二级事项3项；依申请公开二级事项1项
        审签人：丙某　　复核人：乙某　　填表人：甲某　　责任单位：某局　　填表日期：2024.5.6"
    rows_and_columns_are_hidden: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 |
        | 1 | 甲 | 内容 | 《甲法》 |
        #| 2 | 乙 | 内容 | 《甲法》 |"
    a_tick_goes_over_two_columns: "
        | 序号 | 公开事项 | 公开内容 | 公开方式 | < | 公开对象 | < |
        | ^ | ^ | ^ | 主动 | 依申请 | 全社会 | 特定群体 |
        | 1 | 甲 | 内容 | √ | < | 是 | 退役军人 |
        | 2 | 乙 | 内容 | ☑ | □ | 1 | 见备注 |"
    five_aspects_and_a_website_section: "
        | 序号 | 公开事项 | 公开内容 | 所属“五公开”类型 | < | < | < | < | 网站所属栏目 |
        | ^ | ^ | ^ | 决策 | 执行 | 管理 | 服务 | 结果 | ^ |
        | 1 | 甲 | 内容 | √ | | | | √ | 首页-政策文件 |"
    scripts_are_mixed: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 |
        | 1 | 机构职能 | 职责 | 《条例》 |
        | 2 | 領導信息 | 姓名 | 《条例》 |
        | 3 | 部门文件 | 标题 | 《条例》 |"
    the_header_counts_its_columns: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
        | 1 | 2 | 3 | 4 | 5 |
        | 1 | 甲 | 内容 | 《甲法》 | 及时 |"
    a_wider_row_stands_above_the_header: "
        | 基本信息 | < | < | 公开属性 | < | < |
        | 序号 | 事项名称 | 公开内容 | 公开时限 | 主动公开 | 依申请公开 |
        | 1 | 甲 | 内容 | 及时 | √ | |"
    the_items_numbers_stand_below_the_names_header: "
        | 序号 | 公开事项 | < | < | 公开内容 | 公开依据 |
        | ^ | 一级事项 | 二级事项 | < | ^ | ^ |
        | 一 | 概况 | 1 | 领导 | 姓名 | 《条例》 |
        | ^ | ^ | 2 | 机构 | 职责 | 《条例》 |
        | 二 | 服务 | 3 | 指南 | 流程 | 《条例》 |"
    texts_stand_outside_of_every_column: "
        | 序号 | 公开事项 | 公开内容 | 公开依据 |
        | 1 | 甲 | 内容 | 《甲法》（第一条 | 手写的一句 |
        | 2 | 乙 | 内容 | 《甲法》 | |"
    boxes_stand_before_words: "
        | 序号 | 公开事项 | 公开内容 | 公开方式 | 公开对象 | 公开层级 |
        | 1 | 甲 | 内容 | ☑主动公开//□依申请公开 | ☑全社会 □特定群体 | ■县级 ■乡级 □村级 |
        | 2 | 乙 | 内容 | □主动公开//☑依申请公开 | □全社会 ☑特定群体（参保人员） | ■县级 □乡级 □村级 |"
    a_column_of_another_meaning_is_called_method: "
        | 序号 | 公开事项 | 公开内容 | 公开方式 | 公开属性 | 公开对象 |
        | 1 | 甲 | 内容 | 全文发布 | 主动公开 | 全社会 |
        | 2 | 乙 | 内容 | 摘要发布 | 依申请公开 | 当事人 |"
    a_column_with_kinds_of_items_stands_behind_the_content: "
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 事项类别 | 公开时限 |
        | 1 | 政策 | 文件 | 全文 | 法定公开 | 及时 |
        | 2 | ^ | 解读 | 材料 | 其他 | 及时 |"
    the_lowest_names_are_empty: "
        | 序号 | 公开事项 | < | < | 公开内容 | 公开时限 |
        | ^ | 一级 | 二级 | 三级 | ^ | ^ |
        | 1 | 机构 | 设置 | 本机关 | 职责 | 长期 |
        | 2 | ^ | ^ | 下属单位 | 名单 | 长期 |
        | 3 | 动态 | 公告 | | 通知 | 及时 |"
    who_signed_and_a_sum_stand_in_cells_below: "
        | 某局公开目录 | < | < | < | < | < |
        | 填报单位： | < | 某局 | 填报时间： | < | 2024.03.01 |
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 责任单位 |
        | 1 | 概况 | 领导 | 姓名 | 及时 | 办公室 |
        | 2 | ^ | 机构 | 职责 | 及时 | 办公室 |
        | 合计 | < | 2 | | | |
        | 填表人：甲某 | < | 审核人：乙某 | < | 审签人：丙某 | < |"
    parts_have_columns_for_each_channel: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道 | < | < |
        | ^ | ^ | ^ | 政府网站 | 公示栏 | 其他 |
        | 1 | 宣传 | 资料 | √ | | |
        | ^ | ^ | 活动 | | √ | 广场 |
        | 2 | 指南 | 流程 | √ | √ | |"
    channels_are_numbered_in_one_line: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道 |
        | 1 | 甲 | 内容 | 1.政府网站；2.村广播；3.其他 |
        | 2 | 乙 | 内容 | 1.政府网站 2.短信 |"
    boxes_are_divided_by_half_width_signs: "
        | 序号 | 公开事项 | 公开内容 | 公开渠道 |
        | 1 | 甲 | 内容 | ▄政府网站;口政府公报,口广播电视:口图书馆;▄其他。 |"
    a_comma_table_has_lost_its_merged_cells: "
        | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 主动 | 依申请 |
        | 1 | 概况 | 领导信息 | 领导姓名 | 《政府信息公开条例》 | 20个工作日内 | 县民政局 | ■政府网站 □公示栏 | √ | |
        | | | 机构信息 | | | | | | | |
        | | | 下属单位 | 单位名单 | | 20个工作日内 | 县民政局 | ■政府网站 □公示栏 | √ | |"
}

#[test]
fn a_text_with_a_line_for_each_cell_is_put_together() {
    let lines = "某局公开目录\n\n序号\n事项名称\n公开内容\n公开依据\n公开时限\n公开主体\n公开渠道\n\
                 1\n领导信息\n姓名、职务\n《政府信息公开条例》\n20个工作日内\n办公室\n政府网站\n\
                 2\n机构职能\n《政府信息公开条例》\n20个工作日内\n办公室\n政府网站\n\
                 3\n办事指南\n流程\n《行政许可法》\n及时\n政务科\n政务服务中心";
    let document = mulu_import::unfold(mulu_import::read_text(lines).unwrap());
    insta::assert_snapshot!("line_for_each_cell", shown(&made(&document.tables[0], None)));
}

#[test]
fn labels_are_matched_to_the_options_of_a_template() {
    let path = format!("{}/../../assets/templates/national-13-labels.json", env!("CARGO_MANIFEST_DIR"));
    let template = mulu_model::exchange::read_template(&std::fs::read(path).unwrap()).unwrap().template;
    let rows = table(
        "| 序号 | 公开事项 | 公开内容 | 公开渠道和载体 |
         | 1 | 甲 | 内容 | 政府网站//发布会、听证会//入户／现场//社区/企事业单位、村公示栏(电子屏)//其它：村广播//12345热线 |",
    );
    insta::assert_snapshot!("with_template", shown(&made(&rows, Some(&template))));
}

#[test]
fn a_table_that_is_no_catalogue_says_what_it_is() {
    let document = crate::laid::document(table(
        "| 姓名 | 电话 | 公开时限 |\n| 甲某 | 123 | 及时 |\n| 乙某 | 456 | 及时 |",
    ));
    insta::assert_debug_snapshot!("no_catalogue", mulu_import::find_all(&document));
    let empty = crate::laid::document(Table::default());
    assert!(mulu_import::find_all(&empty).is_err());
}

#[test]
fn a_column_and_the_header_can_be_corrected() {
    let rows = table(
        "| 编码 | 什么 | 写什么 | 凭什么 |
         | a-1 | 甲 | 内容一 | 《甲法》 |
         | a-2 | 乙 | 内容二 | 《甲法》 |",
    );
    assert_eq!(find(&rows), None);
    let mut mapping = mulu_import::with_header(&rows, 0..1);
    let keys = ["number", "item", "content", "basis"];
    for (column, key) in mapping.columns.iter_mut().zip(keys) {
        column.shows = mulu_import::Shows::Key(key.parse().unwrap());
    }
    mapping.columns[0].shows = mulu_import::Shows::Ignored;
    let draft = draft(&[(&rows, &mapping)], None, &mut ids());
    let items: Vec<_> = draft
        .catalogue
        .items()
        .map(|(_, item)| {
            (
                item.name.as_str(),
                item.texts[TextField::Content].as_str(),
                item.texts[TextField::Basis].as_str(),
            )
        })
        .collect();
    assert_eq!(items, [("甲", "内容一", "《甲法》"), ("乙", "内容二", "《甲法》")]);
}

#[test]
fn several_tables_are_taken_as_one() {
    let mut first = table(
        "| 序号 | 一级事项 | 二级事项 | 公开内容 |
         | 1 | 概况 | 领导 | 姓名 |
         | ^ | ^ | 机构 | 职责 |",
    );
    first.above = vec!["某局公开目录".to_owned()];
    let mut second =
        table("| 1 | 概况（续） | 直属 | 名单 |\n| 2 | 服务 | 指南 | 流程 |\n| ^ | ^ | 表格 | 样表 |");
    second.above = vec!["某局 公开目录".to_owned(), "第二部分".to_owned()];
    let document = mulu_import::Document { format: mulu_import::Format::Docx, tables: vec![first, second] };
    let found = mulu_import::find_all(&document).unwrap();
    let tables: Vec<_> = found.iter().map(|(index, mapping)| (&document.tables[*index], mapping)).collect();
    insta::assert_snapshot!("several_tables", shown(&draft(&tables, None, &mut ids())));
}

#[test]
fn a_hidden_column_is_told_once() {
    let mut rows = table(
        "| 序号 | 公开事项 | 公开内容 | 公开依据 |
         | 1 | 甲 | 内容 | 《甲法》 |
         #| 2 | 乙 | 内容 | 《甲法》 |
         | 3 | 丙 | 内容 | 《甲法》 |",
    );
    rows.grid.cells.iter_mut().filter(|cell| cell.column == 3).for_each(|cell| cell.is_hidden = true);
    insta::assert_snapshot!("hidden_column", shown(&made(&rows, None)));
}

fn taken_as_one(tables: Vec<Table>) -> Draft {
    let document = mulu_import::Document { format: mulu_import::Format::Docx, tables };
    let found = mulu_import::find_all(&document).unwrap();
    let tables: Vec<_> = found.iter().map(|(index, mapping)| (&document.tables[*index], mapping)).collect();
    draft(&tables, None, &mut ids())
}

fn with_lines(rows: &str, above: &[&str]) -> Table {
    Table { above: above.iter().map(|line| (*line).to_owned()).collect(), ..table(rows) }
}

#[test]
fn titles_of_tables_without_groups_are_the_groups() {
    let rows = |name: &str| {
        format!(
            "| 序号 | 公开事项 | 公开内容 | 公开时限 |\n| 1 | {name}一 | 甲 | 及时 |\n| 2 | {name}二 | 乙 | 及时 |"
        )
    };
    let tables = vec![
        with_lines(&rows("机构"), &["某局公开事项目录", "一、机构职能"]),
        with_lines(&rows("政策"), &["二、政策文件"]),
    ];
    insta::assert_snapshot!("titles_are_groups", shown(&taken_as_one(tables)));
}

#[test]
fn titles_of_tables_with_groups_are_told_with_their_tables() {
    let rows =
        "| 序号 | 一级事项 | 二级事项 | 公开内容 |\n| 1 | 政策 | 文件 | 全文 |\n| 2 | 服务 | 指南 | 流程 |";
    let titles = ["（一）就业领域公开目录", "（二）养老领域公开目录"];
    let second = format!("{}\n{rows}", titles[1]);
    let tables = vec![with_lines(rows, &["某镇公开目录", titles[0]]), with_lines(&second, &[])];
    let draft = taken_as_one(tables);
    assert_eq!(draft.catalogue.heading.title, "某镇公开目录");
    let told = draft.findings.iter().filter_map(|finding| match &finding.kind {
        mulu_import::FindingKind::Line { text } => Some((finding.table, text.as_str())),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [(0, titles[0]), (1, titles[1])]);
}

#[test]
fn the_title_is_the_line_next_to_the_table_that_is_a_name() {
    let above = [
        "某局关于印发政务公开目录的通知",
        "现予印发。",
        "附件：某局政务公开目录",
        "附件",
        "某局政务公开目录（试行）",
    ];
    let rows = with_lines("| 序号 | 公开事项 | 公开内容 | 公开时限 |\n| 1 | 甲 | 内容 | 及时 |", &above);
    assert_eq!(made(&rows, None).catalogue.heading.title, "某局政务公开目录（试行）");
}

#[test]
fn a_list_of_contents_beside_catalogues_is_none() {
    let contents =
        table("| 序号 | 领域 | 目录名称 | 备注 |\n| 1 | 就业 | 就业目录 | |\n| 2 | 养老 | 养老目录 | |");
    let catalogue = table("| 序号 | 公开事项 | 公开内容 | 公开时限 |\n| 1 | 甲 | 内容 | 及时 |");
    let document =
        mulu_import::Document { format: mulu_import::Format::Xlsx, tables: vec![contents, catalogue] };
    let found: Vec<usize> = mulu_import::find_all(&document).unwrap().iter().map(|(at, _)| *at).collect();
    assert_eq!(found, [1]);
}

#[test]
fn a_table_that_goes_on_without_a_header_may_lack_empty_columns_at_its_end() {
    let first = table(
        "| 序号 | 公开事项 | < | 公开内容 | 公开方式 | < |
         | ^ | 一级事项 | 二级事项 | ^ | 主动 | 依申请 |
         | 1 | 概况 | 领导 | 姓名 | √ | |
         | 2 | 服务 | 案卷 | 卷宗 | | √ |",
    );
    let second = table("| 3 | 服务（续） | 指南 | 流程 | √ |\n| 4 | ^ | 表格 | 样表 | √ |");
    let draft = taken_as_one(vec![first, second]);
    let items: Vec<_> =
        draft.catalogue.items().map(|(_, item)| (item.name.as_str(), item.method.len())).collect();
    assert_eq!(items, [("领导", 1), ("案卷", 1), ("指南", 1), ("表格", 1)]);
}
