//! The words by which documents are understood: what headers say, what cells look like, what lines around a table
//! are. Readers and the mapping ask it; it knows neither of them.

pub(crate) mod header;
pub(crate) mod lines;
pub(crate) mod look;
pub(crate) mod script;
pub(crate) mod text;
pub(crate) mod words;
