//! What is wrong with a catalogue. Every check looks at the catalogue alone and reports what it finds as values;
//! the sentences for users belong to the front ends.
//!
//! A rule ([`Rule`]) has a name, a severity, a source and a function; [`RULES`] lists them all. Rules see the
//! catalogue through an index that is made once for a check, in which texts are taken apart already
//! (`parse`), and they know laws and words from files (`assets/checks`). What they find is a [`Finding`]: a
//! place, the words that a sentence about it needs, and where possible the edit that puts it right.

mod context;
mod index;
mod knowledge;
mod parse;
mod place;
mod rule;
mod rules;
mod sign_off;

use std::collections::HashMap;

use mulu_model::{Catalogue, Footprint, Id};

pub use context::Context;
use index::{Index, Row};
pub use knowledge::{Knowledge, Law, LawId, LawKind, LawLibrary, State, Version};
pub use place::Place;
pub use rule::{Finding, Rule, Scope, Severity, Source};
use rule::{Look, Report};
pub use rules::RULES;
pub use sign_off::{CellFinding, Problem, sign_off};

/// Everything that is wrong: first what concerns the whole, then top down and in each item in the order of the
/// columns. Takes time in proportion to the catalogue.
pub fn check(catalogue: &Catalogue, context: &Context) -> Vec<Finding> {
    let index = Index::new(catalogue, context);
    let mut findings = Vec::new();
    for rule in RULES {
        run(rule, &index, |_| true, &mut findings);
    }
    sorted(catalogue, findings)
}

/// What is wrong after an edit, from what was wrong before it. Gives the same as [`check`] and looks again only at
/// the items that the edit touched, apart from rules about the whole catalogue.
pub fn recheck(
    catalogue: &Catalogue,
    context: &Context,
    before: Vec<Finding>,
    touched: &Footprint,
) -> Vec<Finding> {
    if touched.template || !touched.orders.is_empty() || touched.group_order {
        return check(catalogue, context);
    }
    let is_kept = |finding: &Finding| {
        let is_of_item = finding.rule.scope() == Scope::Item;
        is_of_item && matches!(&finding.place, Place::Cell { item, .. } if !touched.items.contains(item))
    };
    let index = Index::new(catalogue, context);
    let mut findings: Vec<Finding> = before.into_iter().filter(is_kept).collect();
    for rule in RULES {
        run(rule, &index, |row| touched.items.contains(&row.item.id), &mut findings);
    }
    sorted(catalogue, findings)
}

/// Runs a rule; over those items alone for which `is_meant`, where it looks at items by themselves.
fn run(
    rule: &'static Rule,
    index: &Index<'_>,
    is_meant: impl Fn(&Row<'_>) -> bool,
    findings: &mut Vec<Finding>,
) {
    let mut report = Report { rule, findings };
    let rows = index.rows.iter().filter(|row| is_meant(row));
    match rule.look {
        Look::Text(look) => {
            index.heading_texts().iter().for_each(|cell| look(cell, &mut report));
            rows.for_each(|row| row.texts().iter().for_each(|cell| look(cell, &mut report)));
        }
        Look::Item(look) => rows.for_each(|row| look(row, &mut report)),
        Look::Catalogue(look) => look(index, &mut report),
    }
}

fn sorted(catalogue: &Catalogue, mut findings: Vec<Finding>) -> Vec<Finding> {
    let columns = &catalogue.template.columns;
    let mut places: HashMap<&Id, usize> = HashMap::new();
    let mut next = 0;
    for group in &catalogue.groups {
        places.insert(&group.id, next);
        next += 1;
        for item in &group.items {
            places.insert(&item.id, next);
            next += 1;
        }
    }
    let place = |id: &Id| places.get(id).map_or(0, |place| place + 1);
    let order: HashMap<&str, usize> = RULES.iter().enumerate().map(|(at, rule)| (rule.id, at)).collect();
    findings.sort_by_cached_key(|finding| {
        let (row, column, part) = match &finding.place {
            Place::Catalogue | Place::Heading(_) => (0, None, None),
            Place::Group(group) => (place(group), None, None),
            Place::Cell { item, part, column } => {
                (place(item), columns.iter().position(|shown| shown.key == *column), *part)
            }
        };
        (row, column, part, order.get(finding.rule.id).copied())
    });
    findings
}

#[cfg(test)]
mod tests;
