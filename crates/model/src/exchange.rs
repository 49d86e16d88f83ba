//! The exchange format `mulu.catalogue/1`: JSON in UTF-8, a public face of the program (docs/format.md,
//! docs/mulu.catalogue-1.schema.json). Reading refuses what is not this format and says where; writing gives
//! the same bytes for the same catalogue.

mod canonical;
mod read;
mod write;

pub use canonical::{canonical_bytes, canonical_json, read_canonical};
pub use read::{ExchangeError, read, read_template};
pub use write::{write, write_template};

/// What the field `format` of a catalogue says.
pub const CATALOGUE_FORMAT: &str = "mulu.catalogue/1";
/// What the field `format` of a template file says.
pub const TEMPLATE_FORMAT: &str = "mulu.template/1";

/// A template with the words by which users choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTemplate {
    /// Its name for users.
    pub name: String,
    /// One sentence about it.
    pub description: String,
    /// The template.
    pub template: crate::Template,
}

#[cfg(test)]
mod tests;
