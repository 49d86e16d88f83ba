//! The catalogue of openness in government affairs (政务公开目录) as data.
//!
//! Everything else in the program speaks in the types of this crate: what a catalogue holds
//! ([`Catalogue`]), how its table is laid out in columns ([`Template`]), which cells print as one
//! ([`table`]), how it is changed and changed back ([`Edit`]), and how it is written down for other
//! programs ([`exchange`]).
//!
//! The crate does no IO, reads no clock, knows no SQL and makes no random numbers; identities
//! and dates come in from outside.

mod catalogue;
mod channel;
mod citations;
mod column;
mod date;
pub mod diff;
mod edit;
pub mod exchange;
mod hex;
mod id;
pub mod library;
pub mod limits;
pub mod log;
pub mod merge;
mod numbering;
pub mod signoff;
mod statistics;
pub mod table;
mod template;
mod width;

pub use catalogue::{Catalogue, Cell, Group, Heading, HeadingField, Item, Part};
pub use channel::Channel;
pub use citations::Citations;
pub use column::{
    Aspect, Audience, CellOwner, ColumnFacts, ColumnKey, ColumnKind, LEVEL_NAMES, Mark, Method, TermKind,
    TextField, Texts, UnknownColumnKey,
};
pub use date::{long_date, parse_date};
pub use edit::{Act, Edit, EditError, Footprint, Value};
pub use hex::{Digest, HexBytes, NotHex};
pub use id::{Id, InvalidId};
pub use jiff::civil::Date;
pub use numbering::chinese_number;
pub use statistics::Statistics;
pub use template::{Column, GroupNumbering, ItemNumbering, Numbering, Template, TemplateError};
pub use width::half_width;
