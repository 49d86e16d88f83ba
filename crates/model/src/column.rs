//! What a column shows ([`ColumnKey`]), and the one table of everything the program knows of a column
//! ([`ColumnFacts`]).

mod facts;
mod key;
mod table;
mod text;

pub use facts::{CellOwner, ColumnFacts, ColumnKind, LEVEL_NAMES, TermKind};
pub(crate) use key::words;
pub use key::{Aspect, Audience, ColumnKey, Mark, Method, UnknownColumnKey};
pub use text::{TextField, Texts};
