//! From mapped tables to a catalogue and what there is to tell of it.

use std::collections::BTreeMap;

use mulu_model::{Catalogue, Column, ColumnKey, Id, Mark, Method, Numbering, Statistics, Template, limits};

use super::{
    assemble::assemble,
    body::{Body, Laid, Value},
    build::{self, Builder, Built},
    entry::Entry,
    groups, heading,
    mapping::{Confidence, Mapping, Shows},
    marks, numbers, records, restore,
    roles::{RowRole, roles},
    rows::Rows,
    surroundings::Surroundings,
};
use crate::{
    Finding, FindingKind, Place, Severity, Table,
    lexicon::{
        lines,
        words::{self, MarkKind},
    },
};

/// A catalogue as it was found, and everything that should be known before it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// What was odd, by table and place.
    pub findings: Vec<Finding>,
    /// Where each item came from, in the catalogue's order.
    pub sources: Vec<Source>,
    /// What the rows of each table were taken for, in the order in which tables were given.
    pub roles: Vec<Vec<RowRole>>,
    /// For each table, cells that do not stand where they belong, by their place: the column of the grid (from 0)
    /// under which each was read; `None` for those under none.
    pub laid: Vec<BTreeMap<Place, Option<usize>>>,
}

/// Where an item came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The item.
    pub item: Id,
    /// The table, counted from 0 in the order in which tables were given.
    pub table: usize,
    /// The row of its grid, from 0.
    pub row: usize,
}

/// Makes a catalogue of tables, taken as one. With a template the catalogue has that one's columns and its channels
/// are matched to its options; without, the template is made of what was found in the first table.
pub fn draft(
    tables: &[(&Table, &Mapping)],
    template: Option<&Template>,
    new_id: &mut dyn FnMut() -> Id,
) -> Draft {
    let mut findings = Vec::new();
    let rows: Vec<Rows<'_>> = tables.iter().map(|(table, _)| Rows::of(table)).collect();
    let bodies: Vec<Body> = (0..tables.len())
        .map(|at| {
            let (table, mapping) = tables[at];
            tell_of_table(table, mapping, at, &mut findings);
            records::read(table, &rows[at], mapping, at, &mut findings)
        })
        .collect();
    let roles = (0..tables.len()).map(|at| roles(&rows[at], tables[at].1, &bodies[at])).collect();
    let outside = Surroundings::of(tables, &rows, &bodies);
    let heading = heading::read(&outside.above, &outside.below);
    let mut entries = Vec::new();
    let mut laid: Vec<Laid> = Vec::new();
    for (at, mut body) in bodies.into_iter().enumerate() {
        let mapping = tables[at].1;
        let mut of_table = assemble(body.records, mapping, at, &mut findings);
        if let Some(first) = of_table.first_mut()
            && first.group_line.is_none()
        {
            first.group_line.clone_from(&outside.parts[at]);
        }
        if mapping.is_loose {
            restore::join_cells(&mut of_table, mapping, at, &mut findings);
            marks::settle(&mut of_table, mapping, heading.stated, at, &mut body.laid, &mut findings);
            restore::take_from_above(&mut of_table, mapping, at, &mut findings);
        }
        entries.append(&mut of_table);
        laid.push(body.laid);
    }
    if entries.len() > limits::ITEMS {
        findings.push(Finding::of_table(FindingKind::TooManyRows, Severity::Error, 0));
        entries.truncate(limits::ITEMS);
    }
    let mappings: Vec<&Mapping> = tables.iter().map(|(_, mapping)| *mapping).collect();
    let named = groups::name(&entries, &mappings, &mut findings);
    let numbering = numbers::read(&entries, &named, &mappings, &mut findings);
    let built = Builder::new(&mappings, template, &mut findings).build(&entries, &named, new_id);
    let parts = Parts { mappings: &mappings, entries: &entries, template, numbering, heading, built };
    finish(parts, roles, laid, findings)
}

/// All that the catalogue is put together from.
struct Parts<'a> {
    mappings: &'a [&'a Mapping],
    entries: &'a [Entry],
    template: Option<&'a Template>,
    numbering: Numbering,
    heading: heading::Read,
    built: Built,
}

fn finish(parts: Parts<'_>, roles: Vec<Vec<RowRole>>, laid: Vec<Laid>, mut findings: Vec<Finding>) -> Draft {
    let template = parts.template.cloned().unwrap_or_else(|| found_template(&parts));
    let Parts { mappings, entries, heading, built, .. } = parts;
    let Built { groups, ids, .. } = built;
    let mut catalogue = Catalogue { heading: heading.heading, template, groups };
    // A cell of channels and columns for single ones may stand in any order.
    for item in catalogue.groups.iter_mut().flat_map(|group| &mut group.items) {
        for channels in
            std::iter::once(&mut item.channels).chain(item.parts.iter_mut().map(|p| &mut p.channels))
        {
            *channels = catalogue.template.in_option_order(channels).into_iter().cloned().collect();
        }
    }
    for (line, table) in &heading.rest {
        let is_legend = lines::channel_legend(line);
        let text = line.clone();
        let kind = if is_legend { FindingKind::ChannelLegend { text } } else { FindingKind::Line { text } };
        findings.push(Finding::of_table(
            kind,
            if is_legend { Severity::Warning } else { Severity::Info },
            *table,
        ));
    }
    let columns = mappings.iter().flat_map(|mapping| &mapping.columns);
    let of_channels = columns.filter(|column| column.shows.key() == Some(ColumnKey::Channels));
    tell_of_missing_marks(mappings, &catalogue, entries, &mut findings);
    let headers = of_channels.flat_map(|column| &column.header);
    if let Some(text) = headers.into_iter().find(|text| lines::channel_legend(text)) {
        let kind = FindingKind::ChannelLegend { text: text.clone() };
        findings.push(Finding {
            column: Some(ColumnKey::Channels),
            ..Finding::of_table(kind, Severity::Warning, 0)
        });
    }
    if let Some(text) = &heading.unclear_date {
        findings.push(Finding::of_table(FindingKind::DateUnclear { text: text.clone() }, Severity::Error, 0));
    }
    if let Some(stated) = heading.stated {
        let Statistics { proactive_groups, proactive_items, on_application_items } =
            Statistics::of(&catalogue);
        let counted = [proactive_groups, proactive_items, on_application_items];
        if stated.iter().zip(counted).any(|(stated, counted)| stated.is_some_and(|stated| stated != counted))
        {
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let kind = FindingKind::StatisticsDisagree {
                stated: stated.map(|count| count.map(number)),
                counted: counted.map(number),
            };
            findings.push(Finding::of_table(kind, Severity::Warning, 0));
        }
    }
    let sources: Vec<Source> = ids
        .into_iter()
        .zip(entries)
        .map(|(item, entry)| Source { item, table: entry.table, row: entry.row })
        .collect();
    name_items(&mut findings, &sources, entries);
    findings.sort_by_key(|finding| (finding.table, finding.place));
    Draft { catalogue, findings, sources, roles, laid }
}

/// Tables that have columns for √ and not a single one: what made the text of them may have lost them.
fn tell_of_missing_marks(
    mappings: &[&Mapping],
    catalogue: &Catalogue,
    entries: &[Entry],
    findings: &mut Vec<Finding>,
) {
    for (at, mapping) in mappings.iter().enumerate() {
        let keys = mapping.columns.iter().filter_map(|column| match &column.shows {
            Shows::Key(key @ ColumnKey::Mark(Mark::Audience(_) | Mark::Method(_) | Mark::Level(_))) => {
                Some(key)
            }
            _ => None,
        });
        let columns: Vec<ColumnKey> = keys.cloned().collect();
        let items = catalogue.items().zip(entries).filter(|(_, entry)| entry.table == at);
        let items: Vec<&mulu_model::Item> = items.map(|((_, item), _)| item).collect();
        let has_any = |item: &&&mulu_model::Item| {
            !item.audience.is_empty() || !item.method.is_empty() || !item.levels.is_empty()
        };
        let is_told = |finding: &Finding| {
            let is_of_mark = matches!(
                finding.kind,
                FindingKind::MarkUndecided { .. } | FindingKind::MarkUnreadable { .. }
            );
            finding.table == at && is_of_mark
        };
        if columns.len() >= 2
            && items.len() >= 2
            && !items.iter().any(|item| has_any(&item))
            && !findings.iter().any(is_told)
        {
            let severity = if mapping.is_loose { Severity::Error } else { Severity::Warning };
            findings.push(Finding::of_table(FindingKind::MarksMissing { columns }, severity, at));
        }
    }
}

/// Findings are of the item in whose rows they are: of the last one that begins before them.
fn name_items(findings: &mut [Finding], sources: &[Source], entries: &[Entry]) {
    let starts =
        entries.iter().zip(sources).map(|(entry, source)| ((entry.table, entry.place.row), &source.item));
    let starts: BTreeMap<(usize, u32), &Id> = starts.collect();
    for finding in findings.iter_mut().filter(|finding| finding.item.is_none()) {
        let Some(place) = finding.place else { continue };
        let before = starts.range((finding.table, 0)..=(finding.table, place.row)).next_back();
        finding.item = before.map(|(_, id)| (*id).clone());
    }
}

fn tell_of_table(table: &Table, mapping: &Mapping, at: usize, findings: &mut Vec<Finding>) {
    if table.is_hidden {
        findings.push(Finding::of_table(FindingKind::HiddenTable, Severity::Warning, at));
    }
    let is_hidden = |position: usize| {
        let mut cells =
            table.grid.cells.iter().filter(|cell| cell.column == position && cell.column_span == 1);
        cells.clone().next().is_some() && cells.all(|cell| cell.is_hidden)
    };
    let is_partly_shown = table.grid.cells.iter().any(|cell| !cell.is_hidden);
    for column in mapping.columns.iter().filter(|column| is_partly_shown && is_hidden(column.position)) {
        let kind = FindingKind::HiddenColumn { header: column.header.last().cloned().unwrap_or_default() };
        let finding = Finding::of_table(kind, Severity::Warning, at);
        findings.push(Finding { column: column.shows.key(), ..finding });
    }
    for column in &mapping.columns {
        let header = column.header.last().cloned().unwrap_or_default();
        let kind = match (&column.shows, column.confidence) {
            (Shows::Key(ColumnKey::Custom(_)), _)
                if words::known(&header).is_some_and(|(word, _)| !matches!(word, words::Word::Name(_))) =>
            {
                FindingKind::ColumnRepeated { header }
            }
            (Shows::Key(ColumnKey::Custom(_)), _) => FindingKind::OwnColumn { header },
            (_, Confidence::Guess) => FindingKind::ColumnGuessed { header },
            _ => continue,
        };
        let severity =
            if matches!(kind, FindingKind::OwnColumn { .. }) { Severity::Info } else { Severity::Warning };
        findings.push(Finding { column: column.shows.key(), ..Finding::of_table(kind, severity, at) });
    }
}

/// The template that the tables have themselves.
fn found_template(parts: &Parts<'_>) -> Template {
    let mut columns: Vec<Column> = Vec::new();
    for (at, mapping) in parts.mappings.iter().enumerate() {
        let found = found_columns(mapping, &parts.built.levels);
        let is_new =
            |column: &Column, columns: &[Column]| !columns.iter().any(|known| known.key == column.key);
        for column in found {
            if is_new(&column, &columns)
                && (at == 0 || parts.built.uses(&column.key))
                && columns.len() < limits::COLUMNS
            {
                columns.push(column);
            }
        }
    }
    let has = |columns: &[Column], key: &ColumnKey| columns.iter().any(|column| column.key == *key);
    if parts.entries.iter().any(|entry| entry.group_line.is_some()) && !has(&columns, &ColumnKey::Group) {
        let at = columns.iter().position(|column| column.key != ColumnKey::Number).unwrap_or(0);
        columns.insert(at, Column { key: ColumnKey::Group, header: vec!["一级事项".to_owned()] });
    }
    if !has(&columns, &ColumnKey::Item) {
        columns.push(Column { key: ColumnKey::Item, header: vec!["事项名称".to_owned()] });
    }
    let levels = columns.iter().filter_map(|column| match &column.key {
        ColumnKey::Mark(Mark::Level(label)) => Some(label.clone()),
        _ => None,
    });
    let levels = levels.collect();
    let merge_equal = merged(parts.entries, parts.mappings, &columns);
    let built = &parts.built;
    Template {
        id: "imported".to_owned(),
        channel_options: built.options.clone(),
        channel_options_with_note: built.options_with_note.clone(),
        levels,
        numbering: parts.numbering,
        merge_equal,
        sign_off_line: parts.heading.has_sign_off,
        statistics_line: parts.heading.stated.is_some(),
        columns,
    }
}

fn found_columns(mapping: &Mapping, levels: &[String]) -> Vec<Column> {
    let mut columns = Vec::new();
    for column in &mapping.columns {
        let mut header: Vec<String> =
            column.header.iter().filter(|word| !word.trim().is_empty()).cloned().collect();
        header.truncate(limits::HEADER_DEPTH);
        if header.is_empty() {
            header.push(format!("#{}", column.position + 1));
        }
        match &column.shows {
            Shows::Key(key) => columns.push(Column { key: key.clone(), header }),
            Shows::Channel(_) => {
                if header.len() > 1 {
                    header.pop();
                }
                columns.push(Column { key: ColumnKey::Channels, header });
            }
            Shows::Words(kind) => {
                header.truncate(limits::HEADER_DEPTH - 1);
                for mark in all_of(*kind, levels) {
                    let header = header.iter().cloned().chain([words::mark_word(&mark)]).collect();
                    columns.push(Column { key: ColumnKey::Mark(mark), header });
                }
            }
            Shows::Ignored => {}
        }
    }
    columns
}

/// The columns that one column of words becomes.
fn all_of(kind: MarkKind, levels: &[String]) -> Vec<Mark> {
    match kind {
        MarkKind::Audience => {
            mulu_model::Audience::ALL.iter().map(|audience| Mark::Audience(*audience)).collect()
        }
        MarkKind::Method => Method::ALL.iter().map(|method| Mark::Method(*method)).collect(),
        MarkKind::Aspects => mulu_model::Aspect::ALL.iter().map(|aspect| Mark::Aspect(*aspect)).collect(),
        MarkKind::Levels => levels.iter().map(|label| Mark::Level(label.clone())).collect(),
    }
}

/// The columns in which one cell stands for several items, or for several parts of one.
fn merged(entries: &[Entry], mappings: &[&Mapping], columns: &[Column]) -> Vec<ColumnKey> {
    let is_of_name = |key: &ColumnKey| {
        matches!(
            key,
            ColumnKey::Number
                | ColumnKey::Group
                | ColumnKey::Sub(_)
                | ColumnKey::Item
                | ColumnKey::ItemNumber
        )
    };
    let is_merged = |key: &ColumnKey| {
        let (mut by_span, mut taken) = (0, 0);
        for entry in entries {
            let position = mappings[entry.table]
                .columns
                .iter()
                .position(|column| column.shows == Shows::Key(key.clone()));
            let Some(column) = position else { continue };
            let reaches =
                |values: &[Option<Value>]| values[column].as_ref().is_some_and(|value| !value.is_first);
            let mut parts = entry
                .further
                .iter()
                .filter(|further| key.is_of_part() && build::is_part(mappings[entry.table], further));
            by_span += usize::from(reaches(&entry.values) && !entry.taken.contains(&column));
            by_span += usize::from(parts.any(|part| reaches(&part.values)));
            taken += usize::from(entry.taken.contains(&column));
        }
        by_span > 0 || taken * 10 >= entries.len().max(1)
    };
    columns
        .iter()
        .map(|column| &column.key)
        .filter(|key| !is_of_name(key) && is_merged(key))
        .cloned()
        .collect()
}
