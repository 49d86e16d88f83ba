//! Columns by which a catalogue is kept up: 网站所属栏目, 公开链接, 责任科室, 更新周期. Each is looked for only where
//! the template has it, also as a column of the body's own.

use mulu_model::{Cell, ColumnKey, TextField};

use super::{channels::is_website, filled::heading};
use crate::{
    Place,
    index::{Index, Row},
    parse::{numerals, pattern},
    rule::{Look, Report, Rule, Severity, Source},
};

/// No 网站所属栏目 or 公开链接.
pub(super) const NO_SECTION: Rule = Rule {
    id: "website-section-missing",
    severity: Severity::Warning,
    source: Source::Cited("国办公开办函〔2019〕61号"),
    look: Look::Catalogue(no_section),
};

/// No 责任科室.
pub(super) const NO_RESPONSIBLE: Rule = Rule {
    id: "responsible-section-missing",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(no_responsible),
};

/// No 更新周期.
pub(super) const NO_CYCLE: Rule = Rule {
    id: "update-cycle-missing",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(no_cycle),
};

/// 更新周期 is longer than a year.
pub(super) const LONG_CYCLE: Rule = Rule {
    id: "update-cycle-too-long",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(long_cycle),
};

/// 公开链接 is no address.
pub(super) const NOT_A_LINK: Rule = Rule {
    id: "link-unreadable",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(not_a_link),
};

/// 网站所属栏目 is named, and no website ticked.
pub(super) const SITE_NOT_TICKED: Rule = Rule {
    id: "website-not-ticked",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(site_not_ticked),
};

/// A website is ticked, and 网站所属栏目 names only others.
pub(super) const SITE_NOT_NAMED: Rule = Rule {
    id: "website-not-named",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(site_not_named),
};

/// A text of an item that is missing in a column that other items fill. A column that nobody fills is one finding
/// about the whole.
fn missing(index: &Index<'_>, report: &mut Report<'_>, is_meant: impl Fn(&str, &ColumnKey) -> bool) {
    for shown in &index.catalogue.template.columns {
        let name = heading(&shown.header);
        if !is_text(&shown.key) || !is_meant(&name, &shown.key) {
            continue;
        }
        let is_empty = |row: &&Row<'_>| text(row, &shown.key).trim().is_empty();
        let empty: Vec<_> = index.rows.iter().filter(is_empty).collect();
        if empty.len() == index.rows.len() && empty.len() > 1 {
            report.at(Place::Catalogue).fact("column", &name);
            continue;
        }
        for row in empty {
            report.cell(row, shown.key.clone()).fact("column", &name);
        }
    }
}

fn is_text(key: &ColumnKey) -> bool {
    matches!(key, ColumnKey::Text(_) | ColumnKey::Custom(_))
}

fn text<'a>(row: &Row<'a>, key: &ColumnKey) -> &'a str {
    match row.item.cell(0, key) {
        Some(Cell::Text(text)) => text,
        _ => "",
    }
}

/// Whether a column is that of a field, or one of the body's own that is called like it.
fn is_of(field: TextField, name: &str, key: &ColumnKey) -> bool {
    match key {
        ColumnKey::Custom(_) => {
            let (facts, name) = (field.facts(), name.replace(['（', '）', '(', ')'], ""));
            facts.header.last().into_iter().chain(facts.headings).any(|word| name.contains(word))
        }
        key => *key == ColumnKey::Text(field),
    }
}

fn is_responsible(name: &str, key: &ColumnKey) -> bool {
    is_of(TextField::ResponsibleSection, name, key)
}

fn is_cycle(name: &str, key: &ColumnKey) -> bool {
    is_of(TextField::UpdateCycle, name, key)
}

fn is_link(name: &str, key: &ColumnKey) -> bool {
    is_of(TextField::Link, name, key)
}

fn no_section(index: &Index<'_>, report: &mut Report<'_>) {
    missing(index, report, |name, key| {
        *key == ColumnKey::Text(TextField::WebsiteSection) || is_link(name, key) || name.contains("所属栏目")
    });
}

fn no_responsible(index: &Index<'_>, report: &mut Report<'_>) {
    missing(index, report, is_responsible);
}

fn no_cycle(index: &Index<'_>, report: &mut Report<'_>) {
    missing(index, report, is_cycle);
}

/// The item's cells in columns that are meant, with their texts.
fn cells<'a>(row: &Row<'a>, is_meant: fn(&str, &ColumnKey) -> bool) -> Vec<(&'a ColumnKey, &'a str)> {
    let columns = row.template().columns.iter();
    let shown =
        columns.filter(|column| is_text(&column.key) && is_meant(&heading(&column.header), &column.key));
    shown
        .map(|column| (&column.key, text(row, &column.key).trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

pattern!(YEARS = r"(\d+|[一二两三四五六七八九十]+)\s*年");
pattern!(MONTHS = r"(\d+|[一二三四五六七八九十]+)\s*个?月");

fn long_cycle(row: &Row<'_>, report: &mut Report<'_>) {
    for (key, text) in cells(row, is_cycle) {
        let number = |found: regex::Captures<'_>| numerals::number(&found[1]);
        let years = YEARS.captures(text).and_then(number).filter(|years| *years < 100).unwrap_or(0);
        let months = MONTHS.captures(text).and_then(number).unwrap_or(0);
        let is_word = ["不更新", "不定期", "无需更新", "长期不变"].iter().any(|word| text.contains(word));
        if years > 1 && !text.contains("次") || months > 12 || is_word {
            report.cell(row, key.clone()).fact("text", text);
        }
    }
}

pattern!(LINK = r"(?i)^(https?://)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]\S*)?$");

fn not_a_link(row: &Row<'_>, report: &mut Report<'_>) {
    for (key, text) in cells(row, is_link) {
        if !text
            .split_whitespace()
            .all(|link| LINK.is_match(link.trim_end_matches(['；', ';', '，', '、', '。'])))
        {
            report.cell(row, key.clone()).fact("text", text);
        }
    }
}

/// The kind of a website.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Site {
    /// The government's portal.
    Portal,
    /// The body's own.
    Own,
}

fn site(label: &str) -> Option<Site> {
    let is_own =
        ["部门网站", "本单位网站", "局网站", "单位网站", "官网"].iter().any(|word| label.contains(word));
    if is_own { Some(Site::Own) } else { is_website(label).then_some(Site::Portal) }
}

/// Whether a section is one of the portal or of the body's own website, where its words say so.
fn names(section: &str, site: Site) -> bool {
    let words: &[&str] = match site {
        Site::Portal => &["门户网", "政府网", "人民政府"],
        Site::Own => {
            &["局网站", "局部门网站", "部门网站", "官网", "人社网站", "厅网站", "委网站", "本单位网站"]
        }
    };
    words.iter().any(|word| section.contains(word))
}

/// The item's section and the websites that the template has boxes for.
fn section<'a>(row: &Row<'a>) -> Option<(&'a str, Vec<Site>)> {
    let key = ColumnKey::Text(TextField::WebsiteSection);
    let section = text(row, &key).trim();
    let sites = row.template().channel_options.iter().filter_map(|option| site(option)).collect::<Vec<_>>();
    let is_asked = row.template().has(&key) && !section.is_empty() && !sites.is_empty();
    (is_asked && !row.is_on_application()).then_some((section, sites))
}

fn ticked(row: &Row<'_>) -> Vec<Site> {
    let channels = row.channels().into_iter().flat_map(|(_, channels)| channels);
    channels.filter_map(|channel| site(&channel.label)).collect()
}

fn first_part(row: &Row<'_>) -> Option<usize> {
    row.channels().first().and_then(|(part, _)| *part)
}

fn site_not_ticked(row: &Row<'_>, report: &mut Report<'_>) {
    let Some((section, sites)) = section(row) else { return };
    let ticked = ticked(row);
    let is_missing = if sites.len() == 1 {
        ticked.is_empty() && !is_elsewhere(section)
    } else {
        let named = sites.iter().filter(|site| names(section, **site)).collect::<Vec<_>>();
        ticked.is_empty() && !is_elsewhere(section) || named.iter().any(|site| !ticked.contains(site))
    };
    let has_media =
        |label: &str| label.contains("两微一端") || label.contains("新媒体") || label.contains("微信");
    let media = row.template().channel_options.iter().find(|option| has_media(option));
    let names_media = ["微信", "微博", "新媒体", "公众号"].iter().any(|word| section.contains(word));
    let channels: Vec<_> = row.channels().into_iter().flat_map(|(_, channels)| channels).collect();
    if is_missing {
        report
            .part(row, first_part(row), ColumnKey::Channels)
            .fact("section", section)
            .fact("label", site_label(row));
    } else if let Some(media) = media
        && names_media
        && !channels.iter().any(|channel| has_media(&channel.label))
    {
        report.part(row, first_part(row), ColumnKey::Channels).fact("section", section).fact("label", media);
    }
}

/// The first of the template's websites.
fn site_label<'a>(row: &Row<'a>) -> &'a str {
    row.template().channel_options.iter().find(|option| site(option).is_some()).map_or("", String::as_str)
}

/// Whether a section names only platforms that are no website of the government or the body.
fn is_elsewhere(section: &str) -> bool {
    let platforms = [
        "信用中国",
        "政务服务网",
        "公共资源交易",
        "公众号",
        "微信",
        "微博",
        "抖音",
        "客户端",
        "无",
        "/",
        "—",
    ];
    let is_site = names(section, Site::Portal) || names(section, Site::Own);
    !is_site && platforms.iter().any(|platform| section.starts_with(platform))
}

fn site_not_named(row: &Row<'_>, report: &mut Report<'_>) {
    let Some((section, sites)) = section(row) else { return };
    if sites.len() < 2 {
        return;
    }
    let named: Vec<Site> =
        [Site::Portal, Site::Own].into_iter().filter(|site| names_loosely(section, *site)).collect();
    for (ticked, label) in ticked(row).into_iter().zip(
        row.channels()
            .into_iter()
            .flat_map(|(_, channels)| channels)
            .filter(|channel| site(&channel.label).is_some()),
    ) {
        if !named.contains(&ticked) && (!named.is_empty() || is_elsewhere(section)) {
            let finding = report.cell(row, ColumnKey::Text(TextField::WebsiteSection));
            finding.fact("label", label.label.trim()).fact("section", section);
            return;
        }
    }
}

/// Like [`names`], and a section that begins with the body's name is one of its own website.
fn names_loosely(section: &str, site: Site) -> bool {
    let is_of_body = |part: &str| {
        let part = part.trim();
        let name = part.split(['网', '政', '-', '—', '>', '/']).next().unwrap_or(part);
        name.contains('局') && !part.contains("门户网") && !part.contains("政府网")
    };
    names(section, site) || site == Site::Own && section.split(['；', ';', '、']).any(is_of_body)
}
