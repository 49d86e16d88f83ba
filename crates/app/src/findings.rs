//! What the check finds wrong with a catalogue, as the window takes it, and what of it stands in the way of 送审.

use std::sync::Arc;

use mulu_model::{Catalogue, Id, signoff::Excuse};
use mulu_rules::Severity;

use crate::{
    App, AppError,
    error::from::count,
    wire::{CheckCounts, Finding},
    workspace::Workspace,
};

/// More findings than this nobody reads; a catalogue of 5,000 empty items has 30,000.
const MOST_FINDINGS: usize = 5_000;

impl App {
    /// What is wrong with a catalogue, top down; the first 5,000 findings.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn findings(&self, id: &Id) -> Result<Vec<Finding>, AppError> {
        let catalogue = self.snapshot(id)?.catalogue;
        let found = mulu_rules::sign_off(&catalogue).into_iter().take(MOST_FINDINGS);
        Ok(found.map(finding).collect())
    }

    /// How much is wrong with a catalogue of the list. It is asked for one by one after the list is there, because
    /// the whole catalogue is read for it; what was not open is not kept in memory.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn check_counts(&self, id: &Id) -> Result<CheckCounts, AppError> {
        let (catalogue, excuses) = {
            let workspace = self.workspace();
            let trail = workspace.trail(id)?;
            (workspace.glance(id)?, workspace.excuses(id, &trail)?)
        };
        let found = mulu_rules::sign_off(&catalogue);
        let (errors, others): (Vec<_>, Vec<_>) =
            found.iter().partition(|found| found.problem.severity() == Severity::Error);
        let unexcused = errors.iter().filter(|found| !is_excused(found, &excuses)).count();
        Ok(CheckCounts { errors: count(unexcused), warnings: count(others.len()) })
    }
}

impl Workspace {
    /// The catalogue as it is, without keeping it.
    fn glance(&self, id: &Id) -> Result<Arc<Catalogue>, AppError> {
        match self.open.get(id) {
            Some(open) => Ok(Arc::clone(&open.catalogue)),
            None => Ok(Arc::new(self.library.load(id)?.catalogue)),
        }
    }
}

/// The findings of severity error.
pub(crate) fn errors(catalogue: &Catalogue) -> Vec<mulu_rules::CellFinding> {
    let found = mulu_rules::sign_off(catalogue).into_iter();
    found.filter(|found| found.problem.severity() == Severity::Error).collect()
}

/// Whether one of the reasons is for this finding.
pub(crate) fn is_excused(found: &mulu_rules::CellFinding, excuses: &[Excuse]) -> bool {
    excuses.iter().any(|excuse| is_of(excuse, found))
}

/// Whether the reason is for this finding.
pub(crate) fn is_of(excuse: &Excuse, found: &mulu_rules::CellFinding) -> bool {
    let Excuse { rule, item, part, column, .. } = excuse;
    rule == found.problem.kind()
        && item.as_ref() == Some(&found.item)
        && *part == found.part
        && column.as_ref() == Some(&found.column)
}

fn finding(found: mulu_rules::CellFinding) -> Finding {
    let mulu_rules::CellFinding { item, part, column, problem } = found;
    Finding { item, part: part.map(count), column, severity: problem.severity(), problem }
}
