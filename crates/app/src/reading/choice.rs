//! What is chosen before a file is read.

use mulu_model::Template;

use crate::wire::Corrections;

/// What somebody has chosen before a file is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The template that the catalogue gets; without, it has the columns that the file has.
    pub template: Option<Template>,
    /// The tables to be read as one, counted from 1; without, all that are catalogues.
    pub tables: Vec<u32>,
    /// What was corrected of how it is read.
    pub corrections: Corrections,
}
