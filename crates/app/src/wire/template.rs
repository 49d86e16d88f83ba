//! Templates as users keep them.

use mulu_model::{ColumnKey, Template};
use serde::Serialize;

/// A template with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NamedTemplate {
    /// Its name.
    pub name: String,
    /// What it is.
    pub template: Template,
}

/// Data that a template does not show. They stay in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct HiddenData {
    /// What kind of data.
    pub column: ColumnKey,
    /// In how many cells there are such data.
    pub cells: u32,
}
