//! What is worked out of a catalogue's sign-off.

use std::collections::BTreeSet;

use mulu_model::{
    Id,
    library::SealedPart,
    signoff::{Stage, is_actor},
};
use mulu_signoff::Problem;

use crate::wire::VersionView;

/// What is worked out of a catalogue's sign-off once for each of its states.
pub(crate) struct TrailProof {
    /// Of which state: revision, steps, remarks, known keys, stage and version.
    pub(super) of: (u32, usize, usize, usize, Stage, u32),
    /// What does not hold.
    pub(crate) faults: TrailFaults,
    /// Who has changed the catalogue since the last approved version, as the edit log names them.
    pub(super) editors: BTreeSet<String>,
    /// The approved versions, oldest first.
    pub(crate) versions: Vec<VersionView>,
}

/// What does not hold of a catalogue.
pub(crate) struct TrailFaults {
    /// Of its steps and the content on which they were taken.
    pub(crate) problems: Vec<Problem>,
    /// Which parts of the library or the catalogue another program has altered.
    pub(crate) unsealed: Vec<SealedPart>,
}

impl TrailProof {
    /// Whether everything is as it was signed; warnings forbid nothing.
    pub(crate) fn holds(&self) -> bool {
        let TrailFaults { problems, unsealed } = &self.faults;
        unsealed.is_empty() && problems.iter().all(|problem| problem.fault.is_warning())
    }

    /// Whether the person has changed the version that is being made.
    pub(crate) fn is_editor(&self, person: &Id) -> bool {
        self.editors.iter().any(|actor| is_actor(actor, person))
    }
}
