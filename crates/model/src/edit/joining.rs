//! Which edits are one step for 撤销: somebody who types on makes one change, not one for each key.

use super::Edit;

impl Edit {
    /// Whether the two set the same places, in the same order, and do nothing else.
    pub fn sets_same_places(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::SetHeading { field, .. }, Self::SetHeading { field: other, .. }) => field == other,
            (Self::RenameGroup { group, .. }, Self::RenameGroup { group: other, .. }) => group == other,
            (
                Self::SetCell { item, part, column, .. },
                Self::SetCell { item: other, part: other_part, column: other_column, .. },
            ) => (item, part, column) == (other, other_part, other_column),
            (Self::Several { act, edits }, Self::Several { act: other_act, edits: others }) => {
                act == other_act
                    && edits.len() == others.len()
                    && edits.iter().zip(others).all(|(edit, other)| edit.sets_same_places(other))
            }
            _ => false,
        }
    }

    /// Whether the edit leaves everything as it was, such as a text set to what it was already. `inverse` is what
    /// [`Catalogue::apply`](crate::Catalogue::apply) returned for it.
    pub fn changes_nothing(&self, inverse: &Self) -> bool {
        match (self, inverse) {
            (Self::Several { edits, .. }, Self::Several { edits: inverses, .. }) => {
                edits.iter().eq(inverses.iter().rev())
            }
            _ => self == inverse,
        }
    }
}
