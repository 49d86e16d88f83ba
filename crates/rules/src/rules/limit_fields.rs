//! 公开时限 of subjects that have limits of their own.

use mulu_model::TextField;

use super::limits::report;
use crate::{
    index::{Index, Row, column},
    parse::{
        limit::{Event, Kind, Length, Limit, Unit},
        pattern,
    },
    rule::{Look, Report, Rule, Severity, Source},
};

/// A decision on 行政许可 or 行政处罚 is published within 7 working days.
pub(super) const DECISION: Rule = Rule {
    id: "limit-decision",
    severity: Severity::Warning,
    source: Source::Cited("国办发〔2018〕118号"),
    look: Look::Item(decision),
};

/// Budgets and final accounts are published within 20 calendar days of their approval.
pub(super) const BUDGET: Rule = Rule {
    id: "limit-budget",
    severity: Severity::Warning,
    source: Source::Cited("《中华人民共和国预算法》第十四条"),
    look: Look::Item(budget),
};

/// The yearly report on openness is published by a day of the year.
pub(super) const YEARLY_REPORT: Rule = Rule {
    id: "limit-yearly-report",
    severity: Severity::Warning,
    source: Source::Cited("《政府信息公开条例》第四十九条、第五十条"),
    look: Look::Item(yearly_report),
};

/// The same limit is worded otherwise than in most items.
pub(super) const WORDINGS: Rule = Rule {
    id: "limit-wordings-differ",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(wordings),
};

/// Calendar days, where all other items count working days.
pub(super) const UNITS: Rule = Rule {
    id: "limit-units-differ",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(units),
};

pattern!(DECIDED = r"行政许可|行政处罚|双公示|处罚结果|许可结果|处罚决定|许可决定");

fn decision(row: &Row<'_>, found: &mut Report<'_>) {
    let name = row.item.name.as_str();
    let content = row.item.whole_content();
    let has_results =
        content.contains("决定书") || content.contains("处罚结果") || content.contains("许可决定");
    let is_result = ["结果", "决定", "公示"].iter().any(|word| name.contains(word));
    let is_of_decision = row.limits.iter().any(|limit| limit.text.contains("行政决定"));
    let is_named = DECIDED.is_match(name) && (is_result || has_results) && (is_result || !is_other(name));
    if !is_named && !is_of_decision {
        return;
    }
    let is_soon = |limit: &Limit| match limit.length {
        Some(Length { number, unit: Unit::WorkingDay | Unit::Day }) => number <= 7,
        Some(Length { unit: Unit::Hour, .. }) => true,
        _ => false,
    };
    let within: Vec<_> = row.limits.iter().filter(|limit| limit.kind == Kind::Within).collect();
    if !within.iter().any(|limit| is_soon(limit))
        && let Some(limit) = within.first()
    {
        report(row, found, limit);
    }
}

fn is_other(name: &str) -> bool {
    const WORDS: [&str; 30] = [
        "依据", "清单", "目录", "流程", "指南", "办事", "制度", "裁量", "标准", "程序", "条件", "权限",
        "种类", "服务", "基准", "权力", "法规", "政策", "概况", "机构", "统计", "年度", "数据", "听证",
        "复议", "监督", "规定", "职责", "事前", "主体",
    ];
    WORDS.iter().any(|word| name.contains(word))
}

pattern!(WORKING_DAYS = r"(\d+|二十)\s*个?\s*工作日");

fn budget(row: &Row<'_>, found: &mut Report<'_>) {
    let name = row.item.name.as_str();
    let is_named = ["预算", "决算"].iter().any(|word| name.contains(word));
    let other = ["制度", "办法", "政策", "绩效", "管理", "指标", "法规", "依据", "评审"];
    let is_budget = is_named && !other.iter().any(|word| name.contains(word));
    let content = row.item.whole_content();
    let about = is_named || ["预算", "决算"].iter().any(|word| content.contains(word));
    let Some(limit) = row.limits.iter().find(|limit| matches!(limit.kind, Kind::Within)) else { return };
    let Some(length) = limit.length else { return };
    let is_right = |limit: &Limit| match limit.length {
        Some(Length { number, unit: Unit::Day }) => number <= 20,
        Some(Length { number, unit: Unit::WorkingDay }) => number <= 14,
        _ => false,
    };
    let rests_on_approval = limit.event == Event::Approval;
    if row.limits.iter().any(|limit| limit.event == Event::Approval && is_right(limit)) {
        return;
    }
    if rests_on_approval && about {
        let text = row.text(TextField::TimeLimit);
        let finding = report(row, found, limit);
        if length.unit == Unit::WorkingDay && length.number == 20 {
            finding.fix_text(WORKING_DAYS.replace(text, "20日").into_owned());
        }
    } else if is_budget && limit.event != Event::Other && !is_short(length) {
        report(row, found, limit);
    }
}

/// Days so few that they end before 20 days from the approval.
fn is_short(length: Length) -> bool {
    matches!(length, Length { number, unit: Unit::WorkingDay } if number <= 10)
}

fn yearly_report(row: &Row<'_>, found: &mut Report<'_>) {
    let name = &row.item.name;
    let is_report = name.contains("年报") || name.contains("年度报告") || name.contains("年度工作报告");
    if !is_report || !(name.contains("信息公开") || name.contains("政务公开")) {
        return;
    }
    let heading = &row.catalogue.heading;
    let government = [heading.title.as_str(), &heading.responsible_unit, row.text(TextField::DisclosingBody)];
    let is_government = government.iter().any(|text| {
        text.contains("人民政府") || text.contains("政府办") || text.contains("领域") || text.contains("乡镇")
    });
    let is_right = |limit: &Limit| match limit.kind {
        Kind::Date { month: Some(1), day } => day.is_none_or(|day| day <= 31),
        Kind::Date { month: Some(2 | 3), .. } => is_government,
        _ => false,
    };
    if row.limits.iter().any(is_right) {
        return;
    }
    if let Some(limit) = row.limits.first() {
        let finding = report(row, found, limit);
        if !is_government {
            finding.fix_text("每年1月31日前");
        }
    }
}

/// A limit without the words that change nothing: white space, and 公开 with the stop at the end.
fn wording(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .trim_end_matches(['。', '；', ';'])
        .to_owned()
}

fn wordings(index: &Index<'_>, found: &mut Report<'_>) {
    let single: Vec<(&Row<'_>, Length, String)> = index
        .rows
        .iter()
        .filter_map(|row| {
            let [limit] = &row.limits[..] else { return None };
            let is_regular = limit.kind == Kind::Within && limit.event == Event::Formed;
            let text = row.text(TextField::TimeLimit);
            is_regular.then_some((row, limit.length?, wording(text)))
        })
        .collect();
    let mut counts: std::collections::HashMap<(u32, &str), usize> = std::collections::HashMap::new();
    for (_, length, text) in &single {
        *counts.entry((length.number, text)).or_default() += 1;
    }
    let mut usual: std::collections::HashMap<u32, (&str, usize)> = std::collections::HashMap::new();
    for ((number, text), count) in &counts {
        let best = usual.entry(*number).or_insert((text, *count));
        if (*count, *text) > (best.1, best.0) {
            *best = (text, *count);
        }
    }
    for (row, length, text) in &single {
        let Some((usual, count)) = usual.get(&length.number) else { continue };
        let own = counts.get(&(length.number, text.as_str())).copied().unwrap_or(0);
        if *usual != text && own < *count {
            let finding = found.cell(row, column(TextField::TimeLimit));
            let written = row.text(TextField::TimeLimit);
            let end = if written.trim_end().ends_with('。') { "。" } else { "" };
            finding.fact("text", written.trim()).fact("usual", *usual).fix_text(format!("{usual}{end}"));
        }
    }
}

fn units(index: &Index<'_>, found: &mut Report<'_>) {
    let limits = || {
        let single = |row: &'_ &Row<'_>| row.limits.len() == 1;
        index.rows.iter().filter(single).filter_map(|row| {
            let limit = row.limits.first()?;
            let is_regular = limit.kind == Kind::Within && limit.event == Event::Formed;
            is_regular.then_some((row, limit, limit.length?))
        })
    };
    let in_days = |length: &Length| length.unit == Unit::Day && length.number != 20;
    let working = limits().filter(|(_, _, length)| length.unit == Unit::WorkingDay).count();
    let calendar: Vec<_> = limits().filter(|(_, _, length)| in_days(length)).collect();
    if working >= 3 && calendar.len() * 4 <= working {
        for (row, limit, _) in calendar {
            report(row, found, limit);
        }
    }
}
