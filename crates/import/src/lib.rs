//! From the documents of others to a catalogue.
//!
//! Every reader turns its format into the same [`Document`] of [`Table`]s: cells with spans and the place where
//! each stands in the document. One mapping then finds the catalogue in a table, whatever it was read from.
//! Reading is total: what cannot be read at all is an error, what is odd within a document is a finding, and
//! what a document does not say stays empty.

mod clean;
mod document;
mod finding;
mod lexicon;
mod map;
mod read;
mod unfold;

pub use clean::{Cleaning, Flaw, Spot, clean_up, cleaning_edits};
pub use document::{Cell, Document, Format, Grid, Place, Table};
pub use finding::{Finding, FindingKind, Severity};
pub use lexicon::words::MarkKind;
pub use map::{
    Confidence, Draft, MappedColumn, Mapping, NoCatalogue, RowRole, Seen, Shows, Source, draft, find,
    find_all, with_header,
};
pub use read::{LooksLike, Measure, ReadError, read, read_html, read_text};
pub use unfold::unfold;
