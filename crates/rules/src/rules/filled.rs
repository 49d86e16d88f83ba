//! What must be there.

use mulu_model::{Audience, Cell, ColumnKey, Mark, Method, TextField};

use crate::{
    index::{Index, Row},
    rule::{Look, Report, Rule, Severity, Source},
};

/// The elements that a catalogue must have at least.
pub(super) const ELEMENTS: Source = Source::Cited("国办发〔2019〕54号");

/// A column of the template that every item must fill is empty. White space fills nothing. Names between group
/// and item, 网站所属栏目, 备注 and columns of the body's own may be empty.
pub(crate) const EMPTY: Rule =
    Rule { id: "cell-empty", severity: Severity::Error, source: ELEMENTS, look: Look::Item(empty) };

/// The template has no column for an element that a catalogue must have.
pub(super) const NO_COLUMN: Rule = Rule {
    id: "column-missing",
    severity: Severity::Warning,
    source: ELEMENTS,
    look: Look::Catalogue(no_column),
};

/// A group has no items, or no name.
pub(super) const EMPTY_GROUP: Rule = Rule {
    id: "group-empty",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(empty_group),
};

fn empty(row: &Row<'_>, report: &mut Report<'_>) {
    for column in row.template().columns.iter().filter(|column| must_be_filled(&column.key)) {
        for part in row.parts(&column.key) {
            if let Some(Cell::Text(text)) = row.item.cell(part.unwrap_or(0), &column.key)
                && text.trim().is_empty()
            {
                report.part(row, part, column.key.clone()).fact("column", heading(&column.header));
            }
        }
    }
}

fn must_be_filled(key: &ColumnKey) -> bool {
    use TextField as Field;
    matches!(
        key,
        ColumnKey::Item
            | ColumnKey::Text(Field::Content | Field::Basis | Field::TimeLimit | Field::DisclosingBody)
    )
}

/// What a column is called: the foot of its header.
pub(super) fn heading(header: &[String]) -> String {
    header.last().map(|cell| cell.replace(char::is_whitespace, "")).unwrap_or_default()
}

fn no_column(index: &Index<'_>, report: &mut Report<'_>) {
    let template = &index.catalogue.template;
    let text = ColumnKey::Text;
    let mark = ColumnKey::Mark;
    let elements: [(&str, &[ColumnKey]); 7] = [
        ("公开内容", &[text(TextField::Content)]),
        ("公开依据", &[text(TextField::Basis)]),
        ("公开时限", &[text(TextField::TimeLimit)]),
        ("公开主体", &[text(TextField::DisclosingBody)]),
        ("公开渠道和载体", &[ColumnKey::Channels]),
        (
            "公开对象",
            &[mark(Mark::Audience(Audience::GeneralPublic)), mark(Mark::Audience(Audience::SpecificGroups))],
        ),
        ("公开方式", &[mark(Mark::Method(Method::Proactive)), mark(Mark::Method(Method::OnApplication))]),
    ];
    for (name, keys) in elements {
        let is_own = template.columns.iter().any(|column| heading(&column.header).contains(name));
        if !is_own && !keys.iter().any(|key| template.has(key)) {
            report.at(crate::Place::Catalogue).fact("column", name);
        }
    }
}

fn empty_group(index: &Index<'_>, report: &mut Report<'_>) {
    let groups = &index.catalogue.groups;
    let shows_groups = index.catalogue.template.has(&ColumnKey::Group);
    for group in groups {
        if group.items.is_empty() || shows_groups && group.name.trim().is_empty() {
            report.at(crate::Place::Group(group.id.clone())).fact("group", group.name.trim());
        }
    }
}
