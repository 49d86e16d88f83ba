//! 公开依据 that belongs to another subject than the item.

use mulu_model::TextField;

use super::basis_titles::{laws, report};
use crate::{
    index::{Row, column},
    parse::reference::key,
    rule::{Look, Report, Rule, Severity, Source},
};

/// None of the laws is one on which an item of this subject rests.
pub(super) const OTHER_SUBJECT: Rule = Rule {
    id: "basis-other-subject",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(other_subject),
};

/// A law whose subject is nowhere in the item.
pub(super) const FOREIGN: Rule = Rule {
    id: "basis-foreign",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(foreign),
};

/// Laws on which items of any subject may rest.
const GENERAL: [&str; 20] = [
    "政府信息公开条例",
    "行政许可法",
    "行政处罚法",
    "行政强制法",
    "行政复议法",
    "行政诉讼法",
    "重大行政决策程序暂行条例",
    "优化营商环境条例",
    "关于全面推进政务公开工作的意见",
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见",
    "信访工作条例",
    "安全生产法",
    "突发事件应对法",
    "消防法",
    "乡村振兴促进法",
    "档案法",
    "统计法",
    "审计法",
    "未成年人保护法",
];

fn other_subject(row: &Row<'_>, found: &mut Report<'_>) {
    let knowledge = row.context.knowledge;
    let titles: Vec<String> = laws(row).map(|(_, law)| key(&law.title)).collect();
    let specific: Vec<&String> = titles.iter().filter(|title| !GENERAL.contains(&title.as_str())).collect();
    // What the library does not know may be the basis that fits.
    if specific.is_empty() || titles.len() < row.basis.len() {
        return;
    }
    let name = &row.item.name;
    let fields: Vec<_> = knowledge
        .fields
        .expected
        .iter()
        .filter(|field| field.words.iter().any(|word| name.contains(word.as_str())))
        .collect();
    let fits = |title: &&String| fields.iter().any(|field| field.laws.contains(title));
    if !fields.is_empty() && !specific.iter().any(fits) {
        let expected = fields.iter().flat_map(|field| &field.laws);
        let expected: Vec<String> = expected.take(2).map(|title| format!("《{title}》")).collect();
        let cited: Vec<String> = specific.iter().map(|title| format!("《{title}》")).collect();
        let finding = found.cell(row, column(TextField::Basis));
        finding.fact("name", name).fact("cited", cited.join("")).fact("expected", expected.join(""));
    }
}

fn foreign(row: &Row<'_>, found: &mut Report<'_>) {
    if row.basis.len() > 6 {
        return;
    }
    let fields = &row.context.knowledge.fields.only_for;
    let mut subject = None;
    for (citation, law) in laws(row) {
        let title = key(&law.title);
        let Some(field) = fields.iter().find(|field| field.laws.contains(&title)) else { continue };
        let subject = subject.get_or_insert_with(|| row.subject());
        if !field.words.iter().any(|word| subject.contains(word.as_str())) {
            report(row, found, citation).fact("name", &row.item.name);
        }
    }
}
