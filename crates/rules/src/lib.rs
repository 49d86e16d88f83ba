//! What is wrong with a catalogue. Every check looks at the catalogue alone and reports what it finds as values;
//! the sentences for users belong to the front ends.
//!
//! A rule is a function that looks at one item ([`Scene`]) and tells what it finds; [`RULES`] has them all. Each
//! names its source: FACTS is the list of facts that the rules stand on, QUIRKS the list of defects that were
//! found in real catalogues.

mod filled;
mod finding;
mod names;
mod ticks;

use mulu_model::{Catalogue, ColumnKey, Item, Template};

pub use finding::{Finding, Problem, Severity};

/// All rules, in no particular order.
const RULES: &[fn(&Scene<'_>, &mut Vec<Finding>)] =
    &[filled::texts, ticks::methods, ticks::channels, ticks::notes, names::repeated];

/// What a rule looks at.
struct Scene<'a> {
    template: &'a Template,
    item: &'a Item,
    /// The number over the whole catalogue, from 1, of the first item of the group that has this item's name,
    /// where that is another.
    namesake: Option<u32>,
}

/// Everything that is wrong, top down and in each item in the order of the columns. Takes time in proportion to
/// the catalogue.
pub fn check(catalogue: &Catalogue) -> Vec<Finding> {
    let template = &catalogue.template;
    let position = |key: &ColumnKey| template.columns.iter().position(|column| column.key == *key);
    let mut findings = Vec::new();
    let mut number = 0;
    for group in &catalogue.groups {
        let mut names = names::Names::default();
        for item in &group.items {
            number += 1;
            let scene = Scene { template, item, namesake: names.meet(item, number) };
            let before = findings.len();
            RULES.iter().for_each(|rule| rule(&scene, &mut findings));
            findings[before..].sort_by_key(|finding| (position(&finding.column), finding.part));
        }
    }
    findings
}

impl Scene<'_> {
    /// Something wrong with one of the item's cells; `part` where the item has parts and they have this cell.
    fn finding(&self, part: Option<usize>, column: ColumnKey, problem: Problem) -> Finding {
        Finding { item: self.item.id.clone(), part, column, problem }
    }

    /// The item's cells in a column: one for each part where parts have cells of their own in it.
    fn parts(&self, column: &ColumnKey) -> Vec<Option<usize>> {
        if column.is_of_part() && !self.item.parts.is_empty() {
            (0..self.item.parts.len()).map(Some).collect()
        } else {
            vec![None]
        }
    }
}

#[cfg(test)]
mod tests;
