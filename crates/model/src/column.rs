//! What a column shows ([`ColumnKey`]), and the one table of everything the program knows of a column
//! ([`ColumnFacts`]).

mod facts;
mod key;
mod table;
mod text;
mod words;

pub use facts::{CellOwner, ColumnFacts, ColumnKind, TermKind};
pub use key::{Aspect, Audience, ColumnKey, Mark, Method, UnknownColumnKey};
pub use table::LEVEL_NAMES;
pub use text::{TextField, Texts};
pub(crate) use words::words;
