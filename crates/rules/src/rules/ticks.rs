//! What must be ticked, and what contradicts itself.

use mulu_model::{Aspect, Audience, ColumnKey, Mark, Method};

use super::filled::ELEMENTS;
use crate::{
    index::Row,
    rule::{Look, Report, Rule, Severity, Source},
};

/// Of 主动公开 and 依申请公开 neither is ticked. A template with one of the two columns says nothing of the other,
/// so that there only a missing √ could be reported, and it may be meant.
pub(crate) const NO_METHOD: Rule =
    Rule { id: "method-missing", severity: Severity::Error, source: ELEMENTS, look: Look::Item(no_method) };

/// Both are ticked.
pub(crate) const BOTH_METHODS: Rule =
    Rule { id: "methods-both", severity: Severity::Error, source: ELEMENTS, look: Look::Item(both_methods) };

/// No 公开对象 is ticked.
pub(super) const NO_AUDIENCE: Rule = Rule {
    id: "audience-missing",
    severity: Severity::Warning,
    source: ELEMENTS,
    look: Look::Item(no_audience),
};

/// Both 全社会 and 特定群体 are ticked: what is open to all is open to each group.
pub(super) const BOTH_AUDIENCES: Rule = Rule {
    id: "audience-contradicts",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(both_audiences),
};

/// No 公开层级 is ticked.
pub(super) const NO_LEVEL: Rule = Rule {
    id: "level-missing",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(no_level),
};

/// None of the 五公开 is ticked.
pub(super) const NO_ASPECT: Rule = Rule {
    id: "aspect-missing",
    severity: Severity::Warning,
    source: Source::Cited("中办发〔2016〕8号"),
    look: Look::Item(no_aspect),
};

fn has_methods(row: &Row<'_>) -> bool {
    Method::ALL.iter().all(|method| row.template().has(&column(*method)))
}

fn column(method: Method) -> ColumnKey {
    ColumnKey::Mark(Mark::Method(method))
}

fn no_method(row: &Row<'_>, report: &mut Report<'_>) {
    if has_methods(row) && row.item.method.is_empty() {
        report.cell(row, column(Method::Proactive));
    }
}

fn both_methods(row: &Row<'_>, report: &mut Report<'_>) {
    if has_methods(row) && row.item.method.len() > 1 {
        report.cell(row, column(Method::Proactive));
    }
}

fn audience(audience: Audience) -> ColumnKey {
    ColumnKey::Mark(Mark::Audience(audience))
}

fn no_audience(row: &Row<'_>, report: &mut Report<'_>) {
    let both = Audience::ALL.iter().all(|kind| row.template().has(&audience(*kind)));
    if both && row.item.audience.is_empty() && row.item.audience_note.trim().is_empty() {
        report.cell(row, audience(Audience::GeneralPublic));
    }
}

fn both_audiences(row: &Row<'_>, report: &mut Report<'_>) {
    let for_all = row.item.audience.contains(&Audience::GeneralPublic);
    let for_some = row.item.audience.contains(&Audience::SpecificGroups);
    let is_shown = row.template().has(&audience(Audience::SpecificGroups));
    if is_shown && for_all && (for_some || !row.item.audience_note.trim().is_empty()) {
        report.cell(row, audience(Audience::SpecificGroups));
    }
}

fn no_level(row: &Row<'_>, report: &mut Report<'_>) {
    let level = row.template().columns.iter().find_map(|column| match &column.key {
        key @ ColumnKey::Mark(Mark::Level(_)) => Some(key),
        _ => None,
    });
    if let Some(level) = level
        && row.item.levels.is_empty()
    {
        report.cell(row, level.clone());
    }
}

fn no_aspect(row: &Row<'_>, report: &mut Report<'_>) {
    let shown = Aspect::ALL.iter().map(|aspect| ColumnKey::Mark(Mark::Aspect(*aspect)));
    let shown: Vec<ColumnKey> = shown.filter(|key| row.template().has(key)).collect();
    if let [first, _, ..] = &shown[..]
        && row.item.aspects.is_empty()
    {
        report.cell(row, first.clone());
    }
}
