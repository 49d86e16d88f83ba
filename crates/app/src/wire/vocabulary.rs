//! Vocabularies: the terms that recur in a column.

use mulu_model::Id;
use serde::Serialize;

/// A term that could be meant by what is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Term {
    /// The term.
    pub text: String,
    /// Where in `text` the typed characters stand, as UTF-16 position and length; none where the term was found
    /// by its pinyin initials.
    pub mark: Option<(u32, u32)>,
    /// In how many cells of this catalogue it stands.
    pub uses: u32,
    /// In how many cells of the other catalogues of the library it stands.
    pub uses_elsewhere: u32,
}

/// A term with the places where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TermUse {
    /// The term.
    pub text: String,
    /// The items of this catalogue in which it stands, top down.
    pub items: Vec<Id>,
    /// In how many cells of the other catalogues of the library it stands.
    pub uses_elsewhere: u32,
}
