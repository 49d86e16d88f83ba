//! From tables to catalogues: the four documents, many styles, random catalogues, arbitrary tables.

mod laid;
mod robust;
mod seeds;
mod styles;
