//! What the check finds wrong with a catalogue, as the window takes it.

use mulu_model::Id;

use crate::{App, AppError, error::from::count, wire::Finding};

/// More findings than this nobody reads; a catalogue of 5,000 empty items has 30,000.
const MOST_FINDINGS: usize = 5_000;

impl App {
    /// What is wrong with a catalogue, top down; the first 5,000 findings.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn findings(&self, id: &Id) -> Result<Vec<Finding>, AppError> {
        let catalogue = self.snapshot(id)?.catalogue;
        let found = mulu_rules::check(&catalogue).into_iter().take(MOST_FINDINGS);
        Ok(found.map(finding).collect())
    }
}

fn finding(found: mulu_rules::Finding) -> Finding {
    let mulu_rules::Finding { item, part, column, problem } = found;
    Finding { item, part: part.map(count), column, severity: problem.severity(), problem }
}
