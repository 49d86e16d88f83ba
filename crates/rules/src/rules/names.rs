//! What groups and items are called, and whose they are.

use std::collections::{HashMap, hash_map::Entry};

use mulu_model::{ColumnKey, TextField};

use crate::{
    Place,
    index::{Index, column},
    parse::{distance, is_han},
    rule::{Look, Report, Rule, Severity, Source},
};

/// An earlier item of the group has the same name, under the same names between it and the group: two that do
/// cannot be told apart in talk about them.
pub(crate) const REPEATED: Rule = Rule {
    id: "item-repeated",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(repeated),
};

/// Two items in different groups are the same in name, content and basis.
pub(super) const REPEATED_ELSEWHERE: Rule = Rule {
    id: "item-repeated-elsewhere",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(repeated_elsewhere),
};

/// Two groups have the same name.
pub(super) const GROUP_REPEATED: Rule = Rule {
    id: "group-repeated",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(group_repeated),
};

/// 公开主体 is written almost as the one that most items have.
pub(super) const BODY_SPELLING: Rule = Rule {
    id: "body-spelling",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(body_spelling),
};

/// Several bodies in one cell are separated by different signs.
pub(super) const BODY_SEPARATORS: Rule = Rule {
    id: "body-separators",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Text(body_separators),
};

fn repeated(index: &Index<'_>, report: &mut Report<'_>) {
    let mut met = HashMap::new();
    for row in &index.rows {
        let name = row.item.name.trim();
        if name.is_empty() {
            continue;
        }
        match met.entry((&row.group.id, &row.item.path, name)) {
            Entry::Occupied(first) => {
                let number: &usize = first.get();
                report.cell(row, ColumnKey::Item).fact("name", name).fact("number", number.to_string());
            }
            Entry::Vacant(place) => {
                place.insert(row.number);
            }
        }
    }
}

fn repeated_elsewhere(index: &Index<'_>, report: &mut Report<'_>) {
    let mut met = HashMap::new();
    for row in &index.rows {
        let name = row.item.name.trim();
        let content = row.item.whole_content();
        if name.is_empty() || content.trim().is_empty() {
            continue;
        }
        match met.entry((name, row.item.path.clone(), content, row.text(TextField::Basis))) {
            Entry::Occupied(first) => {
                let (group, number): &(&str, usize) = first.get();
                if *group != row.group.id.as_str() {
                    report.cell(row, ColumnKey::Item).fact("name", name).fact("number", number.to_string());
                }
            }
            Entry::Vacant(place) => {
                place.insert((row.group.id.as_str(), row.number));
            }
        }
    }
}

fn group_repeated(index: &Index<'_>, report: &mut Report<'_>) {
    let mut met = HashMap::new();
    for group in &index.catalogue.groups {
        let name = group.name.trim();
        if !name.is_empty() && met.insert(name, ()).is_some() {
            report.at(Place::Group(group.id.clone())).fact("name", name);
        }
    }
}

fn body_spelling(index: &Index<'_>, report: &mut Report<'_>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let body = TextField::DisclosingBody;
    for row in &index.rows {
        *counts.entry(row.text(body).trim()).or_default() += 1;
    }
    let unit = index.catalogue.heading.responsible_unit.trim();
    let Some((usual, count)) = counts.iter().max_by_key(|(text, count)| (**count, **text)) else { return };
    if *count < 3 || usual.is_empty() {
        return;
    }
    let length = usual.chars().count();
    for row in &index.rows {
        let own = row.text(body).trim();
        if own == *usual || own == unit || counts.get(own).is_some_and(|own| own * 5 > *count) {
            continue;
        }
        let most = if length >= 10 { 2 } else { 1 };
        let is_near = length >= 5 && distance::within(own, usual, most).is_some();
        if is_near && !differs_in_level(own, usual) {
            let finding = report.cell(row, column(body));
            finding.fact("text", own).fact("usual", *usual).fix_text(*usual);
        }
    }
}

/// Whether two names differ in the level of the body, or a number: these are two bodies.
fn differs_in_level(a: &str, b: &str) -> bool {
    let levels = |text: &str| {
        text.chars()
            .filter(|c| "省市区县旗乡镇村街东西南北中上下新大小一二三四五六七八九十0123456789".contains(*c))
            .collect::<String>()
    };
    levels(a) != levels(b)
}

fn body_separators(cell: &crate::index::TextCell<'_>, report: &mut Report<'_>) {
    if cell.is(TextField::DisclosingBody) {
        let separators: Vec<char> = "、，,；;/".chars().filter(|c| cell.text.contains(*c)).collect();
        if separators.len() > 1 && cell.text.chars().any(is_han) {
            report.text(cell).fact("signs", separators.iter().collect::<String>());
        }
    }
}
