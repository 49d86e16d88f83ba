//! `check` and `rules`.

use std::{
    collections::HashMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use mulu_app::{
    Checked, Choice, System, check_file,
    rules::{Finding, Place, RULES, Severity},
    wire::ImportFinding,
};
use mulu_model::{Catalogue, ColumnKey, Edit, Id, Value as CellValue};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    output::{Failure, print, print_json},
    words,
};

/// A finding as scripts read it.
#[derive(Serialize)]
struct Told {
    rule: &'static str,
    severity: Severity,
    group: Option<String>,
    item: Option<String>,
    item_index: Option<usize>,
    column: Option<ColumnKey>,
    message: String,
    fix: Option<Value>,
}

/// Checks files; of several it prints how much is wrong with each.
pub(crate) fn check(inputs: &[PathBuf], json: bool) -> Result<(), Failure> {
    if let [input] = inputs {
        let told = told(input)?;
        if json {
            print_json(&told.1)?;
        } else {
            print(&lines(&told.0, &told.1))?;
        }
        return outcome(&told.1);
    }
    let mut all = Vec::new();
    let mut failure = None;
    for input in inputs {
        match told(input) {
            Ok((_, told)) => all.push((input, told)),
            // The other files are checked all the same.
            Err(error) => {
                if let Some(Failure::App(error)) = failure.replace(error) {
                    let _ = writeln!(io::stderr(), "{}", words::app(&error));
                }
            }
        }
    }
    if json {
        let file = |(input, told): &(&PathBuf, Vec<Told>)| {
            json!({ "file": input.display().to_string(), "errors": count(told, Severity::Error),
                "warnings": count(told, Severity::Warning), "infos": count(told, Severity::Info), "findings": told })
        };
        print_json(&all.iter().map(file).collect::<Vec<_>>())?;
    } else {
        print(&table(&all))?;
    }
    failure.map_or_else(|| all.iter().try_for_each(|(_, told)| outcome(told)), Err)
}

/// Lists the rules.
pub(crate) fn rules(json: bool) -> Result<(), Failure> {
    let rules = RULES.iter().map(|rule| {
        json!({ "id": rule.id, "severity": rule.severity, "title": words::checks::title(rule),
            "says": words::checks::why(rule), "source": words::checks::source(rule) })
    });
    if json {
        return print_json(&rules.collect::<Vec<_>>());
    }
    let line = |rule: &mulu_app::rules::Rule| {
        let severity = words::checks::severity(rule.severity);
        let (title, why, source) =
            (words::checks::title(rule), words::checks::why(rule), words::checks::source(rule));
        format!("{}\t{severity}\t{title}\t{why}\t{source}\n", rule.id)
    };
    print(&RULES.iter().map(line).collect::<String>())
}

fn outcome(told: &[Told]) -> Result<(), Failure> {
    if count(told, Severity::Error) == 0 { Ok(()) } else { Err(Failure::Found) }
}

fn count(told: &[Told], severity: Severity) -> usize {
    told.iter().filter(|finding| finding.severity == severity).count()
}

/// The catalogue in a file and what is wrong with it.
fn told(input: &Path) -> Result<(Catalogue, Vec<Told>), Failure> {
    let Checked { reading, findings } = check_file(input, &Choice::default(), &System)?;
    let catalogue = reading.catalogue;
    let read = reading.view.findings.iter().filter_map(of_reading);
    let positions = positions(&catalogue);
    let told = read.chain(findings.iter().map(|finding| of_check(&catalogue, &positions, finding))).collect();
    Ok((catalogue, told))
}

/// What reading a document has found wrong with the document itself.
fn of_reading(finding: &ImportFinding) -> Option<Told> {
    let ImportFinding { found, item, column, .. } = finding;
    Some(Told {
        rule: found.rule(),
        severity: words::checks::of_document(found)?,
        group: item.as_ref().map(|item| item.group.clone()),
        item: item.as_ref().map(|item| item.name.clone()),
        item_index: item.as_ref().map(|item| item.index as usize),
        column: column.clone(),
        message: words::import::finding(found, column.as_ref()),
        fix: None,
    })
}

fn of_check(catalogue: &Catalogue, positions: &Positions<'_>, finding: &Finding) -> Told {
    let (group, item, column) = match &finding.place {
        Place::Catalogue | Place::Heading(_) => (None, None, None),
        Place::Group(group) => {
            (catalogue.groups.iter().find(|own| own.id == *group), None, Some(ColumnKey::Group))
        }
        Place::Cell { item, column, .. } => {
            let found = positions.get(item).copied();
            (found.map(|(_, group, _)| group), found, Some(column.clone()))
        }
    };
    Told {
        rule: finding.rule.id,
        severity: finding.rule.severity,
        group: group.map(|group| group.name.clone()),
        item: item.map(|(_, _, name)| name.to_owned()),
        item_index: item.map(|(index, _, _)| index),
        column,
        message: words::checks::finding(finding),
        fix: finding.fix.as_ref().and_then(fix),
    }
}

/// The items with their positions, groups and names.
type Positions<'a> = HashMap<&'a Id, (usize, &'a mulu_model::Group, &'a str)>;

fn positions(catalogue: &Catalogue) -> Positions<'_> {
    let items = catalogue.items().enumerate();
    items.map(|(index, (group, item))| (&item.id, (index, group, item.name.as_str()))).collect()
}

/// The text that would stand in the cell; a fix of another kind has none.
fn fix(edit: &Edit) -> Option<Value> {
    let text = match edit {
        Edit::SetHeading { value, .. } => value.clone(),
        Edit::RenameGroup { name, .. } => name.clone(),
        Edit::SetCell { value: CellValue::Text { text }, .. } => text.clone(),
        Edit::SetCell { value: CellValue::Channels { channels }, .. } => {
            channels.iter().map(|channel| channel.label.as_str()).collect::<Vec<_>>().join("\n")
        }
        _ => return None,
    };
    Some(json!({ "text": text }))
}

/// What is wrong with one file, a line for each finding.
fn lines(catalogue: &Catalogue, told: &[Told]) -> String {
    let line = |finding: &Told| {
        let item = finding.item_index.zip(finding.item.as_deref());
        let header = |key: &ColumnKey| {
            let column = catalogue.template.columns.iter().find(|column| column.key == *key);
            column.and_then(|column| column.header.last()).cloned()
        };
        let column = finding.column.as_ref().filter(|key| **key != ColumnKey::Group).and_then(header);
        let place = words::checks::place(item, finding.group.as_deref(), column.as_deref());
        format!("{}\t{place}\t{}\n", words::checks::severity(finding.severity), finding.message)
    };
    let counted = words::checks::counts(
        count(told, Severity::Error),
        count(told, Severity::Warning),
        count(told, Severity::Info),
    );
    told.iter().map(line).chain([counted]).collect()
}

fn table(all: &[(&PathBuf, Vec<Told>)]) -> String {
    let line = |(input, told): &(&PathBuf, Vec<Told>)| {
        let [errors, warnings, infos] =
            [Severity::Error, Severity::Warning, Severity::Info].map(|severity| count(told, severity));
        format!("{}\t{errors}\t{warnings}\t{infos}\n", words::shown(&input.display().to_string()))
    };
    [words::checks::COUNTS.to_owned()].into_iter().chain(all.iter().map(line)).collect()
}
