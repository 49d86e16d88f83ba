//! What stands above the table.

use mulu_model::HeadingField;

use crate::{
    Place,
    index::Index,
    parse::pattern,
    rule::{Look, Report, Rule, Severity, Source},
};

/// 填表时间 lies ahead.
pub(super) const FUTURE: Rule = Rule {
    id: "date-in-future",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(future),
};

/// Nothing was changed for more than a year.
pub(super) const OLD: Rule = Rule {
    id: "catalogue-old",
    severity: Severity::Info,
    source: Source::Cited("国办发〔2019〕54号"),
    look: Look::Catalogue(old),
};

/// Title and 责任单位 name different bodies.
pub(super) const UNIT: Rule = Rule {
    id: "title-unit-differ",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(unit),
};

/// One person has two of the three roles.
pub(super) const SAME_PERSON: Rule = Rule {
    id: "person-in-two-roles",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(same_person),
};

/// There is no title, or no 责任单位 where it is printed.
pub(super) const MISSING: Rule = Rule {
    id: "heading-missing",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(missing),
};

fn future(index: &Index<'_>, report: &mut Report<'_>) {
    let Some(date) = index.catalogue.heading.prepared_at else { return };
    if date > index.context.today {
        report.at(Place::Heading(HeadingField::PreparedAt)).fact("date", date.to_string());
    }
}

fn old(index: &Index<'_>, report: &mut Report<'_>) {
    let Some(date) = index.catalogue.heading.prepared_at else { return };
    let today = index.context.today;
    let is_old = (today.year() - date.year(), today.month(), today.day()) > (1, date.month(), date.day());
    if is_old {
        report.at(Place::Heading(HeadingField::PreparedAt)).fact("date", date.to_string());
    }
}

fn unit(index: &Index<'_>, report: &mut Report<'_>) {
    let heading = &index.catalogue.heading;
    let (title, unit) = (plain(&heading.title), plain(&heading.responsible_unit));
    let names_a_body = ["局", "委员会", "政府", "办事处", "办公室", "厅", "院", "学校", "中心"];
    if let (Some(own), Some(other)) = (place(&title), place(&unit))
        && !title.contains(other)
        && !unit.contains(own)
    {
        report.at(Place::Heading(HeadingField::ResponsibleUnit)).fact("unit", &unit).fact("title", own);
        return;
    }
    // A title such as 社会保险领域政务公开清单目录 names a field and no body.
    let Some(end) = names_a_body.iter().filter_map(|word| title.find(word).map(|at| at + word.len())).max()
    else {
        return;
    };
    let of_title = &title[..end];
    if unit.is_empty() || of_title.contains("领域") {
        return;
    }
    if !is_short_for(&unit, &title) && !is_short_for(of_title, &unit) {
        report.at(Place::Heading(HeadingField::ResponsibleUnit)).fact("unit", &unit).fact("title", of_title);
    }
}

pattern!(PLACE = r"^\p{Han}{1,7}?[省市县区旗州镇乡]");

/// The place with which a name begins.
fn place(name: &str) -> Option<&str> {
    PLACE.find(name).map(|found| found.as_str())
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether all characters of a name stand in another in their order, as in 银川市人社局 and
/// 银川市人力资源和社会保障局.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

fn same_person(index: &Index<'_>, report: &mut Report<'_>) {
    let heading = &index.catalogue.heading;
    let roles = [
        (HeadingField::Preparer, plain(&heading.preparer)),
        (HeadingField::Reviewer, plain(&heading.reviewer)),
        (HeadingField::Approver, plain(&heading.approver)),
    ];
    for (later, (field, name)) in roles.iter().enumerate() {
        let is_earlier = roles[..later].iter().any(|(_, other)| other == name);
        if is_earlier && !name.is_empty() {
            report.at(Place::Heading(*field)).fact("name", name);
        }
    }
}

fn missing(index: &Index<'_>, report: &mut Report<'_>) {
    let heading = &index.catalogue.heading;
    if heading.title.trim().is_empty() {
        report.at(Place::Heading(HeadingField::Title));
    }
    let is_signed = [&heading.preparer, &heading.reviewer, &heading.approver];
    let is_used = is_signed.iter().any(|name| !name.trim().is_empty());
    if index.catalogue.template.sign_off_line && is_used && heading.responsible_unit.trim().is_empty() {
        report.at(Place::Heading(HeadingField::ResponsibleUnit));
    }
}
