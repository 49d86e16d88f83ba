//! One mapping for whatever was read: which rows of a table are its header, what each column shows, where the
//! body is. What [`find()`] says can be corrected before [`draft`](crate::draft) makes the catalogue of it.

mod align;
mod assemble;
mod body;
mod build;
mod channels;
mod columns;
mod draft;
mod entry;
mod find;
mod groups;
mod header;
mod heading;
mod item_checks;
mod mapping;
mod marks;
mod numbers;
mod records;
mod restore;
mod roles;
mod rows;
mod shape;
mod surroundings;
mod unaligned;

#[cfg(test)]
mod tests;

pub use draft::{Draft, Source, draft};
pub use find::{NoCatalogue, Seen, find, find_all, with_header};
pub use mapping::{Confidence, MappedColumn, Mapping, Shows};
pub use roles::RowRole;
